"""Time for people and time for measuring, behind one door so that tests can move it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

FIRST_YEAR, YEARS = 2026, 25
"""This program was made in that year; it will not run for ever."""


def plausible(now: datetime) -> bool:
    """Whether a wall clock can be right. A dead battery says 1970 or 2000."""
    return FIRST_YEAR <= now.year < FIRST_YEAR + YEARS


@dataclass(frozen=True, slots=True)
class Clock:
    """The machine's clock."""

    def monotonic(self) -> float:
        """Seconds since some moment; never jumps."""
        return time.monotonic()

    def now(self) -> datetime:
        """Wall clock, UTC. May be wrong: factories have dead batteries."""
        return datetime.now(UTC)
