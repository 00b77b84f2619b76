"""A certificate as it is shown: whose, when, and in a square that a telephone reads without any network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.text import Lang
from kiosk.kinds.lesson.code import spaced

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a card says.

    Args:
        title: of the lesson.
        edition: of the lesson.
        code: its number.
        day: local time it was given; None when the clock cannot be right.
        name: what the visitor typed, for the card only; may be empty.
        number: worker number; may be empty.
    """

    title: str
    edition: int
    code: str
    day: datetime | None
    name: str = ""
    number: str = ""


def day(moment: datetime | None, lang: Lang) -> str:
    """2026年11月22日, 22 November 2026; empty without a moment."""
    if moment is None:
        return ""
    if lang == "zh":
        return f"{moment.year}年{moment.month}月{moment.day}日"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def masked(number: str) -> str:
    """A worker number of which others see the end only."""
    return "*" * max(len(number) - _SHOWN, 0) + number[-_SHOWN:] if number else ""


def words(card: Certificate, lang: Lang) -> str:
    """What the square holds."""
    zh = lang == "zh"
    rows = [
        "微教室学习证书" if zh else "Short lesson certificate",
        f"《{card.title}》第{card.edition}版" if zh else f"{card.title}, edition {card.edition}",
        " ".join(filter(None, (card.name, masked(card.number)))),
        day(card.day, lang),
        f"证书号 {spaced(card.code)}" if zh else f"Number {spaced(card.code)}",
    ]
    return "\n".join(filter(None, rows))
