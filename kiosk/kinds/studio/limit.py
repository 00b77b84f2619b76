"""How many help cards one visit and one day may bring: judged in the transaction that stores a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

KEY = "studio"
MOST_A_VISIT = 3
MOST_A_DAY = 30
"""Of one studio on one kiosk: more than anybody there could look at, and few enough that idle hands cannot bury them."""


class LimitError(KioskError):
    """There are enough cards for now."""

    exit_code = 75  # EX_TEMPFAIL


def person(visit: str) -> str:
    """What stands for a visit in the book; nobody's name."""
    return f"visit:{visit}" if visit else ""


def rule(uid: str, visit: str, day: str) -> Rule:
    """Refuses a card beyond the limits.

    Args:
        uid: the studio.
        visit: id of this visit; empty: not known, and not limited.
        day: ISO date; empty when the clock cannot be right: then only the visit counts.
    """

    def judge(pages: Pages) -> None:
        who = pages.person(person(visit))
        if who and pages.count(KEY, uid, who) >= MOST_A_VISIT:
            raise LimitError(
                "TOO_MANY_CARDS",
                Text(f"这一趟已经挂了 {MOST_A_VISIT} 张。", f"This visit has put up {MOST_A_VISIT} cards already."),
                Text("先等工作室回话，急事直接去工作室。", "Wait to hear from the studio; if it is urgent, go there."),
            )
        if day and pages.tally(KEY, uid, "day").get(day, 0) >= MOST_A_DAY:
            raise LimitError(
                "TOO_MANY_CARDS_TODAY",
                Text(f"今天已经挂满 {MOST_A_DAY} 张。", f"{MOST_A_DAY} cards were put up today; that is the most."),
                Text("明天再来，急事直接去工作室。", "Come back tomorrow; if it is urgent, go to the studio."),
            )

    return judge
