"""The lucky draw of a lecture: the quizzes' own audited draw (`kiosk.kinds.quiz.lottery`) over those who are here. Pure.

List and seed are fixed first and their fingerprint is shown; then each number is drawn; then the seed is told, and anybody can
do it over. Events: `seal TITLE SEED COUNT [TICKETS] [NAMES]`, `draw`, `tell`. None of them can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.lottery import Slip
from kiosk.kinds.quiz.rules import Prize
from kiosk.stage.live.log import Log
from kiosk.stage.live.room import Guest

Phase: TypeAlias = Literal["waiting", "sealed", "drawn", "told"]
FIXED = ("seal", "draw", "tell")
MOST_WINNERS = 30
TICKET = 16
"""Characters of a person's keyed hash on the slip: enough to find oneself with the kiosk, useless without it."""


@dataclass(frozen=True, slots=True)
class LuckyDraw:
    """The draw as it stands.

    Args:
        slip: None before it was sealed; without the seed until that is told.
        seed: known to the kiosk from the beginning.
        names: what the room reads for each ticket.
    """

    slip: Slip | None = None
    seed: str = ""
    names: tuple[str, ...] = ()

    @property
    def phase(self) -> Phase:
        """What can be done next."""
        if self.slip is None:
            return "waiting"
        if self.slip.seed:
            return "told"
        return "drawn" if len(self.slip.numbers) == self.wanted else "sealed"

    @property
    def wanted(self) -> int:
        """How many are drawn."""
        return len(lottery.order(self.slip.prizes, len(self.slip.tickets))) if self.slip else 0

    @property
    def winners(self) -> tuple[str, ...]:
        """Names in the order of the draw."""
        return tuple(self.names[number - 1] for number in self.slip.numbers) if self.slip else ()


def sealing(title: str, prize: str, people: Sequence[Guest], count: int, seed: str) -> tuple[Any, ...]:
    """The event that fixes everything.

    Raises:
        ValueError: nobody is there, or nothing is to be won.
    """
    if not people or count < 1:
        raise ValueError("a draw needs people and prizes")
    named = {guest.person[:TICKET]: guest.shown for guest in people}
    tickets = sorted(named)
    return "seal", title, prize, seed, min(count, MOST_WINNERS), tickets, [named[t] for t in tickets]


def fold(log: Log) -> LuckyDraw:
    """The draw after these events."""
    now = LuckyDraw()
    for event in log:
        match event:
            case ("seal", str(title), str(prize), str(seed), int(count), list(tickets), list(names)) if (
                now.slip is None
            ):
                slip = lottery.freeze(title, tickets, (Prize(prize, prize, count),), seed)
                if len(slip.tickets) == len(names):
                    now = LuckyDraw(slip, seed, tuple(names))
            case ("draw",) if now.slip is not None and now.phase == "sealed":
                number = lottery.drawn(now.seed, now.slip)[len(now.slip.numbers)]
                now = replace(now, slip=replace(now.slip, numbers=(*now.slip.numbers, number)))
            case ("tell",) if now.slip is not None and now.phase == "drawn":
                now = replace(now, slip=replace(now.slip, seed=now.seed))
            case _:
                pass
    return now


def record(now: LuckyDraw) -> dict[str, Any]:
    """For the record book: all that is needed to do the draw over, and no name."""
    if now.slip is None:
        return {}
    return {
        "commitment": now.slip.commitment, "seed": now.seed, "tickets": list(now.slip.tickets), "title": now.slip.title,
        "prizes": [[p.name, p.what, p.count] for p in now.slip.prizes], "numbers": list(now.slip.numbers),
    }  # fmt: skip
