"""Judging the kiosk's clock. Content never waits for a right clock; only a warning and the end of a grant depend on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kiosk.core.errors import KioskError
from kiosk.packs.errors import clock_wrong

BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""No honest clock is before this program was made."""

_AHEAD = timedelta(days=5 * 365)
_SLACK = timedelta(days=1)


def trusted_now(clock: datetime, floor: datetime | None) -> datetime:
    """The time by which grants are judged: never before what was signed, never years beyond it.

    Args:
        clock: what the machine says, UTC.
        floor: newest signed time this kiosk ever accepted.
    """
    known = max(BUILT, floor or BUILT)
    return clock if known <= clock <= known + _AHEAD else known


def clock_warning(clock: datetime, floor: datetime | None) -> KioskError | None:
    """A warning when the clock cannot be right.

    Args:
        clock: what the machine says, UTC.
        floor: newest signed time this kiosk ever accepted.
    """
    known = max(BUILT, floor or BUILT)
    if known - _SLACK <= clock <= known + _AHEAD:
        return None
    return clock_wrong(clock.date().isoformat(), known.date().isoformat())


def raised_floor(floor: datetime | None, signed: Iterable[datetime]) -> datetime | None:
    """The floor after content with these signed times was accepted.

    A time years ahead is a publisher's wrong clock and moves nothing.
    """
    limit = max(BUILT, floor or BUILT) + 2 * _AHEAD
    believable = [s for s in signed if s <= limit]
    return max([*believable, *([floor] if floor else [])], default=None)
