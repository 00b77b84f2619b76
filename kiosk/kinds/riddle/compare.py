"""Whether what somebody wrote is the answer. Forms of writing do not matter; characters do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kiosk.kinds.riddle.model import Riddle

_IDLE = frozenset("PSZCM")
"""Marks, symbols, blanks, invisible characters and accents."""


def normal(words: str) -> str:
    """Words without what does not matter: full width, letter case, blanks, punctuation, accents and tone marks."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if unicodedata.category(c)[0] not in _IDLE)


def same(words: str, accepted: Iterable[str]) -> bool:
    """Whether `words` are one of `accepted`; words of which nothing is left are no answer."""
    said = normal(words)
    return bool(said) and any(said == normal(answer) for answer in accepted)


def answers(riddle: Riddle) -> tuple[str, ...]:
    """Everything that counts: the answer, what the author accepts, and for readers without Chinese pinyin and meaning."""
    helped = (riddle.help.answer_pinyin, riddle.help.answer) if riddle.help else ()
    return tuple(filter(None, (riddle.answer, *riddle.accept, *helped)))


def unfinished(words: str) -> bool:
    """Only Latin letters where characters are wanted: pinyin whose character has not been chosen yet."""
    said = normal(words)
    return said.isascii() and said.isalpha()
