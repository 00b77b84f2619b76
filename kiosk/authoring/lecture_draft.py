"""The text of a lecture made from another program's file: one step a page, safe to check, easy to go on with by hand."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

MOST_TITLE = 30
MOST_SLIDE = 150
"""Characters of a text slide that the last row still reads; longer ones are parted."""
MINUTES_A_STEP = 1.5

_SCHEME = re.compile(r"(https?|ftp|file|javascript|data)\s*:(?=[/\w])", re.IGNORECASE)
_WWW = re.compile(r"www\.(?=[\w-]+\.)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff]")
_WIDE = str.maketrans(
    {"<": "＜", ">": "＞", "[": "［", "]": "］", "*": "＊", "`": "'", "|": "｜", "\\": "／", "_": "＿"}
)
_START = re.compile(r"^(?:[#:=\-+\s]+|\d{1,3}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class Draft:
    """One step before it is written.

    Args:
        title: as found; may be empty.
        notes: paragraphs the speaker reads.
        lines: entries of a text slide; not used with a page.
        page: number of the page in the PDF; 0 for a text slide.
    """

    title: str
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """The front matter of the lecture."""

    title: str
    origin: str
    minutes: int


def plain(text: str) -> str:
    """Words on one line that mean nothing to Markdown: addresses and marks become characters that look like them."""
    flat = " ".join(_CONTROL.sub(" ", text.replace("\t", " ").replace("\v", " ")).split())
    flat = _WWW.sub("www．", _SCHEME.sub(r"\1：", flat)).translate(_WIDE)
    return _START.sub("", flat).strip()


def title(draft: Draft, number: int) -> str:
    """The heading of a step: its own title, shortened, else its number."""
    words = plain(draft.title).replace("{", "（").replace("}", "）")
    if len(words) > MOST_TITLE:
        words = words[: MOST_TITLE - 1].rstrip() + "…"
    return words or f"第 {number} 页"


def parted(draft: Draft) -> tuple[Draft, ...]:
    """A text slide as slides that can be read from the last row; the notes stay with the first."""
    if draft.page:
        return (draft,)
    groups: list[list[str]] = [[]]
    for line in (piece for entry in draft.lines for piece in _pieces(plain(entry))):
        if groups[-1] and sum(map(len, groups[-1])) + len(line) > MOST_SLIDE:
            groups.append([])
        groups[-1].append(line)
    return tuple(
        Draft(draft.title, draft.notes if at == 0 else (), tuple(group)) for at, group in enumerate(groups)
    )  # fmt: skip


def write(cover: Cover, drafts: tuple[Draft, ...], pdf: str = "") -> str:
    """`index.md` of the lecture.

    Args:
        cover: front matter.
        drafts: steps in order.
        pdf: file beside it whose pages the drafts name.
    """
    out = [
        "---",
        "kind: lecture",
        f"title: {_quoted(cover.title)}",
        'lecturer: "讲者"',
        f"minutes: {cover.minutes}",
        "sources:",
        f"  - {{title: {_quoted(cover.origin)}}}",
        "---",
    ]
    for number, draft in enumerate(drafts, 1):
        out += ["", f"## {title(draft, draft.page or number)}"]
        if draft.page:
            out.append(f"page: {pdf} {draft.page}")
        elif draft.lines:
            out += ["layout: text", "", *(f"- {line}" for line in draft.lines)]
        else:
            out.append("layout: title")
        said = tuple(filter(None, map(plain, draft.notes)))
        if said:
            out += ["", "::: notes", *"\n\n".join(said).split("\n"), ":::"]
    return "\n".join(out) + "\n"


def _pieces(line: str) -> tuple[str, ...]:
    """A line that is longer than a whole slide, cut after its sentences."""
    if len(line) <= MOST_SLIDE:
        return (line,) if line else ()
    pieces, rest = [], line
    while len(rest) > MOST_SLIDE:
        at = max(rest.rfind(mark, 1, MOST_SLIDE) for mark in "。！？；.!?; ，, ")
        at = at + 1 if at > 0 else MOST_SLIDE
        pieces.append(rest[:at].strip())
        rest = rest[at:].strip()
    return tuple(filter(None, (*pieces, rest)))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
