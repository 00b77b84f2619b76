"""Cutting a text into the sentences that are read aloud and lit up one by one."""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.core.blocks import Sentence, utf16_length

_FULL = "。！？…"
_HALF = ".!?"
_CLOSE = "”’」』）)》〉】〕\"'"
_STOP = re.compile(rf"\n|[{_FULL}]+[{_FULL}{_HALF}]*[{_CLOSE}]*|[{_HALF}]+[{_FULL}{_HALF}]*[{re.escape(_CLOSE)}]*")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_SHORT = (
    "no nos mr mrs ms dr st prof sr jr gen col capt lt sgt rev hon co ltd inc corp dept est fig vol ch pp p vs etc e.g i.e cf "
    "a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mt approx"
)
_ABBREVIATIONS = frozenset(_SHORT.split())
_FOLLOWED = frozenset({"etc", "co", "ltd", "inc", "corp", "jr", "sr", "a.m", "p.m"})
"""Abbreviations that also end sentences: they do when a capital follows."""


def split(text: str) -> list[tuple[int, int]]:
    """Code-point ranges of the sentences of `text`, without the blanks around them; together they hold all else."""
    cuts = [0, *(m.end() for m in _STOP.finditer(text) if _ends(text, m)), len(text)]
    ranges = []
    for start, end in pairwise(cuts):
        part = text[start:end]
        left, right = len(part) - len(part.lstrip()), len(part.rstrip())
        if left < right:
            ranges.append((start + left, start + right))
    return _join_orphans(text, ranges)


def number(text: str, first_key: int) -> tuple[Sentence, ...]:
    """Sentences of `text` in UTF-16 units, numbered from `first_key`."""
    found = []
    for n, (start, end) in enumerate(split(text)):
        at = utf16_length(text[:start])
        found.append(Sentence(at, at + utf16_length(text[start:end]), first_key + n))
    return tuple(found)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a run of stops really ends a sentence."""
    if stop[0] == "\n" or stop[0][0] in _FULL:
        return True
    after = text[stop.end() : stop.end() + 1]
    if after and not after.isspace():
        return stop[0][0] in "!?" and bool(_HAN.match(after))
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    word = re.search(r"[A-Za-z.]*$", text[: stop.start()])
    said = (word[0] if word else "").lower()
    following = text[stop.end() :].lstrip()[:1]
    if not following:
        return True
    if said in _ABBREVIATIONS:
        return said in _FOLLOWED and following.isupper()
    initials = re.fullmatch(r"(?:[a-z]\.)*[a-z]", said) is not None and said != "i"
    return not initials and not following.islower()


def _join_orphans(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A range without a letter or digit (a lone `……` or quote mark) belongs to the sentence before it, or after it."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        silent = not any(ch.isalnum() for ch in text[start:end])
        if joined and (silent or not any(ch.isalnum() for ch in text[joined[-1][0] : joined[-1][1]])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
