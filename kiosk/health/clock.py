"""The clock doctor. Pure: what the machine says, what was seen and what was signed in; a judgement out.

Factories have machines with dead batteries and no network. A clock that cannot be right must not close the kiosk for the
night, nor begin a festival: what depends on the time falls back until the clock is believed again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kiosk.core.clock import FIRST_YEAR
from kiosk.core.text import Text
from kiosk.health.finding import Finding

AHEAD = timedelta(days=5 * 365)
"""No kiosk runs for so long without having seen newer content."""
BACK = timedelta(hours=2)
"""A clock may be set back by a time service; further back it lost its battery."""
NEAR = timedelta(days=60)
"""A signed time no older than this vouches for the clock that is later than it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What this kiosk remembers of time.

    Args:
        latest: the latest moment that the machine's clock said while it was believed; None = never.
        signed: newest signed time that was accepted with content; None = never.
    """

    latest: datetime | None = None
    signed: datetime | None = None


def judge(now: datetime, seen: Seen) -> Finding:
    """What is to be thought of the clock; only the level `ok` means that it is believed.

    Args:
        now: the machine's clock, UTC.
    """
    day = now.date().isoformat()
    floor = seen.signed if seen.signed and seen.signed.year >= FIRST_YEAR else None
    if now.year < FIRST_YEAR:
        return _doubt(
            "CLOCK_BEFORE_BUILD",
            f"时钟是 {day}，早于本程序的年代，多半是主板电池没电了。",
            f"The clock says {day}, before this program was made: the battery of the main board is probably empty.",
        )
    start = floor or datetime(FIRST_YEAR, 1, 1, tzinfo=now.tzinfo)
    if now > start + AHEAD:
        return _doubt(
            "CLOCK_AHEAD",
            f"时钟是 {day}，比已知的时间晚了五年以上。",
            f"The clock says {day}, more than five years beyond anything known.",
        )
    known = max((t for t in (seen.latest, floor) if t), default=None)
    if known is not None and now < known - BACK:
        return _doubt(
            "CLOCK_BACKWARDS",
            f"时钟是 {day}，但本机已经到过 {known.date().isoformat()}：时间倒走了。",
            f"The clock says {day}, but this kiosk has already seen {known.date().isoformat()}: it ran backwards.",
        )
    return Finding("CLOCK_RIGHT", "clock", "ok", Text(f"时钟是 {day}。", f"The clock says {day}."))


def seen_now(now: datetime, seen: Seen) -> Seen:
    """What is remembered after a look at the clock: later moments, while it is believed."""
    if judge(now, seen).level != "ok":
        return seen
    return replace(seen, latest=max(now, seen.latest) if seen.latest else now)


def signed_came(now: datetime, signed: datetime | None, seen: Seen) -> Seen:
    """What is remembered after content with a signed time was accepted.

    Signed time repairs: when it is newer than what was known and vouches for the clock, an earlier “latest” was wrong.
    """
    if signed is None or (seen.signed is not None and signed <= seen.signed):
        return seen
    if signed <= now <= signed + NEAR:
        return Seen(now, signed)
    return replace(seen, signed=signed)


def _doubt(code: str, zh: str, en: str) -> Finding:
    return Finding(
        code,
        "clock",
        "look",
        Text(zh, en),
        Text(
            "请设好日期和时间，或插入新做的U盘。在此之前开关屏、音量和节日都不按时间走。",
            "Set date and time, or put in a stick made recently. Until then hours of screen and sound, and festivals,"
            " do not follow the clock.",
        ),
    )
