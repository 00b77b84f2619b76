"""A draw in the record book: frozen, each number, the seed told; all that a screen shows is computed from these records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.lottery import Slip
from kiosk.kinds.quiz.rules import Prize, Rules
from kiosk.kinds.quiz.scores import entries, people

if TYPE_CHECKING:
    from kiosk.records import Pages

DRAW = "quiz-draw"
"""Kind of the records of a draw."""


@dataclass(frozen=True, slots=True)
class Held:
    """A draw as far as it has come.

    Args:
        slip: without the seed until it is told.
        seed: known to the kiosk from the beginning.
        key: secret of the short codes.
        times: when the list was frozen, then when each number was drawn: `HH:MM`.
        told: the seed is public.
        claimed: tickets whose prizes were handed out.
    """

    slip: Slip
    seed: str
    key: str
    times: tuple[str, ...]
    told: bool
    claimed: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """All numbers are drawn."""
        return len(self.slip.numbers) == len(lottery.order(self.slip.prizes, len(self.slip.tickets)))


def ticket(who: str) -> str:
    """What stands for a person on the slip: enough to find oneself with the kiosk, useless without it."""
    return who[:16]


def eligible(pages: Pages, uid: str, rules: Rules) -> tuple[str, ...]:
    """Tickets of everybody with enough points."""
    board = people(entries(pages.of(ROUNDS, uid)), rules)
    return tuple(sorted({ticket(s.who) for s in board if s.points >= rules.ticket_points}))


def held(payloads: Iterable[Mapping[str, Any]]) -> Held | None:
    """The draw of the records; None before it was frozen."""
    found: Held | None = None
    for p in payloads:
        if p.get("frozen") is True:
            prizes = tuple(Prize(*prize) for prize in p["prizes"])
            slip = Slip(p["title"], tuple(p["tickets"]), prizes, p["commitment"])
            found = Held(slip, p["seed"], p["key"], (p["time"],), told=False)
        elif found and "number" in p:
            slip = replace(found.slip, numbers=(*found.slip.numbers, p["number"]))
            found = replace(found, slip=slip, times=(*found.times, p["time"]))
        elif found and p.get("told") is True:
            found = replace(found, slip=replace(found.slip, seed=found.seed), told=True)
        elif found and "claimed" in p:
            found = replace(found, claimed=(*found.claimed, p["claimed"]))
    return found


def freezing(slip: Slip, seed: str, key: str, time: str) -> dict[str, Any]:
    """The record that fixes everything."""
    return {
        "frozen": True, "title": slip.title, "tickets": list(slip.tickets), "commitment": slip.commitment,
        "prizes": [[p.name, p.what, p.count] for p in slip.prizes], "seed": seed, "key": key, "time": time,
    }  # fmt: skip


def may_freeze(uid: str, rules: Rules, tickets: tuple[str, ...]) -> Callable[[Pages], None]:
    """Refuses a list that is not what the book gives in this very transaction, and an empty one."""

    def rule(pages: Pages) -> None:
        if not tickets or eligible(pages, uid, rules) != tickets:
            raise _changed()

    return rule


def may_draw(uid: str, number: int) -> Callable[[Pages], None]:
    """Refuses a number that the frozen seed does not give next."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or found.told or found.whole:
            raise _changed()
        if lottery.drawn(found.seed, found.slip)[len(found.slip.numbers)] != number:
            raise _changed()

    return rule


def may_tell(uid: str) -> Callable[[Pages], None]:
    """The seed is told only when nothing is left to draw."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or not found.whole:
            raise _changed()

    return rule


def may_claim(uid: str, who: str, number: int) -> Callable[[Pages], None]:
    """Refuses a prize to a ticket that was not drawn, is not this person's, or has been handed out."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or number not in found.slip.numbers or number in found.claimed:
            raise _changed()
        if found.slip.tickets[number - 1] != ticket(who):
            raise _changed()

    return rule


def _changed() -> KioskError:
    return KioskError(
        "DRAW_CHANGED",
        Text("名单刚刚变了，请再碰一次。", "The list has just changed."),
        Text("还没有人有票时，抽不了奖。", "Nothing can be drawn while nobody has a ticket."),
    )
