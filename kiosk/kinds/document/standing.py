"""Is it in force? Judged by a clock that may be wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal, TypeAlias

from kiosk.core.clock import FIRST_YEAR, plausible

Standing: TypeAlias = Literal["inforce", "coming", "repealed", "unknown"]
"""`unknown`: the clock cannot be right and the dates alone do not decide it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)  # ISO has weeks as well


def day_of(text: str) -> date | None:
    """The day an ISO date names; None for anything else."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def standing(in_force: str, repealed: str, now: datetime, published: str = "") -> Standing:
    """What holds on the day of `now`.

    Args:
        in_force: from this day on it holds; empty: it always has.
        repealed: from this day on it does not any more; empty: not repealed.
        now: the wall clock. When it cannot be right, only what is certain is said: it is not earlier than the year this
            program was made, nor than the day the document was published on the kiosk.
        published: that day.
    """
    begins, ends = day_of(in_force), day_of(repealed)
    if plausible(now):
        today = now.astimezone().date()
        if ends and today >= ends:
            return "repealed"
        return "coming" if begins and today < begins else "inforce"
    surely = max(date(FIRST_YEAR, 1, 1), day_of(published) or date.min)
    if ends and surely >= ends:
        return "repealed"
    return "inforce" if not ends and (begins is None or surely >= begins) else "unknown"
