"""Who a worker number or card is, for those who answer for a draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.kinds.quiz import refusals, who
from kiosk.kinds.quiz.presence import Named
from kiosk.kinds.quiz.rules import Rules

if TYPE_CHECKING:
    from kiosk.records import Pages


def named(pages: Pages, rules: Rules, said: str) -> Named:
    """The person behind `said`, by the roster when there is one.

    Raises:
        KioskError: `NOT_ON_ROSTER`, `BAD_NUMBER`.
    """
    plain = who.plain(said)
    hashed, member = pages.expected(plain), pages.roster.find(plain)
    if member is not None:
        return Named(hashed, member.shown)
    if who.problem(plain, rules):
        raise refusals.no_worker()
    return Named(hashed, who.masked(plain, rules))
