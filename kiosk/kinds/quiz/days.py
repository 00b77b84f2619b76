"""Which day it is for somebody, and how many tries are left: a clock that runs backwards gives nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kiosk.core.clock import plausible


def today(now: datetime, own: Iterable[str]) -> str:
    """The day a round begun now belongs to, `YYYY-MM-DD`; empty while the clock cannot be right.

    Args:
        now: wall clock, with its zone; its own date is the local day.
        own: days of what this person has begun before. A day is never earlier than the latest of them.
    """
    return max((now.date().isoformat(), *own)) if plausible(now) else ""


def left(tries: int, day: str, own: Iterable[str]) -> int:
    """Tries left on `day`, of somebody who began a try on each day of `own`."""
    return max(0, tries - sum(began >= day for began in own))
