"""The prizes of a draw as rows of the screen: numbers drawn, what is left to draw, what was handed out. Pure."""

from __future__ import annotations

from typing import Any

from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.drawledger import Held
from kiosk.kinds.quiz.rules import Prize


def rows(held: Held | None, prizes: tuple[Prize, ...], tickets: int) -> list[dict[str, Any]]:
    """A row for each prize from the first down.

    It holds `name`, `what`, `numbers`, `time` of the last of them, `left` to draw, `given` out and `stock`.

    Args:
        held: the draw; None before the list is sealed.
        prizes: of the pack, for a draw that is not sealed.
        tickets: how many there are.
    """
    drawn = held.slip.numbers if held else ()
    known = held.slip.prizes if held else prizes
    order = lottery.order(known, tickets)
    out = []
    for index, prize in enumerate(known):
        at = [n for n in range(len(drawn)) if order[n] == index]
        given = sum(drawn[n] in held.claimed for n in at) if held else 0
        out.append({
            "name": prize.name, "what": prize.what, "numbers": "  ".join(f"{drawn[n]:03}" for n in at),
            "time": held.times[at[-1] + 1] if held and at else "", "left": order.count(index) - len(at),
            "stock": prize.count - given, "given": given,
        })  # fmt: skip
    return out


def prize_at(held: Held | None, prizes: tuple[Prize, ...], tickets: int, place: int) -> str:
    """Name of the prize of the number at this place of the draw; empty outside it."""
    known = held.slip.prizes if held else prizes
    order = lottery.order(known, tickets)
    return known[order[place]].name if 0 <= place < len(order) else ""
