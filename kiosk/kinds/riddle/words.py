"""What the wall says, as parts a view model puts together; no sentence is made here."""

from __future__ import annotations

from typing import Any

from kiosk.core.text import Lang
from kiosk.kinds.riddle.numbers import chinese
from kiosk.kinds.riddle.play import Lantern, Round

PAGE = 12
"""Lanterns on one wall."""


def number(value: int, lang: Lang) -> str:
    """A number as the wall writes it: 十二 in Chinese, 12 elsewhere."""
    return chinese(value) if lang == "zh" else str(value)


def pages(round_: Round) -> int:
    """Walls of a round."""
    return -(-len(round_.lanterns) // PAGE)


def lantern(place: int, hung: Lantern, lang: Lang) -> dict[str, Any]:
    """A lantern as QML reads it."""
    return {
        "place": place,
        "number": number(place + 1, lang),
        "aim": hung.riddle.aim,
        "look": hung.look,
        "answer": hung.riddle.answer if hung.look != "dark" else "",
    }


def on_page(round_: Round, page: int, lang: Lang) -> list[dict[str, Any]]:
    """The lanterns of one wall."""
    first = page * PAGE
    return [lantern(first + i, hung, lang) for i, hung in enumerate(round_.lanterns[first : first + PAGE])]


def option_look(round_: Round, place: int) -> str:
    """`chosen`, `wrong` (guessed already), or empty."""
    if place in round_.open.wrong:
        return "wrong"
    return "chosen" if place == round_.choice else ""


def option_note(hung: Lantern, place: int) -> str:
    """Pinyin and meaning of an answer, for readers without Chinese."""
    helped = hung.riddle.help
    if helped is None:
        return ""
    word = hung.shown[place]
    if word == hung.riddle.answer:
        return f"{helped.answer_pinyin} · {helped.answer}"
    others = dict(zip(hung.riddle.others, helped.others, strict=False))
    return others.get(word, "")
