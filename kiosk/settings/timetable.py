"""Hours of a week, as people write them: `mon-fri 07:30-08:30 16:00-00:30; sat 08:00-12:00`. Pure.

Wall-clock hours of the place, so that neither a time zone nor daylight saving moves a shift. A period that ends at or before
its own beginning goes on into the next day and belongs to the day it begins on: the night shift of Friday is Friday's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES = 24 * 60
MOST = 64
"""Periods that a timetable may have."""

_CHINESE = {
    "周一": "mon",
    "周二": "tue",
    "周三": "wed",
    "周四": "thu",
    "周五": "fri",
    "周六": "sat",
    "周日": "sun",
    "周天": "sun",
}
_PERIOD = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})(?:=(\d{1,3}))?")


class TimetableError(ValueError):
    """Not a timetable; the argument is the part that cannot be read."""


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of hours.

    Args:
        days: on which it begins; 0 is Monday.
        start: minute of the day, 0 to 1439.
        end: 1 to 1440; at or before `start` = on the next day.
        level: what is said behind `=`, 0 to 100; None when nothing is.
    """

    days: frozenset[int]
    start: int
    end: int
    level: int | None = None

    def covers(self, day: int, minute: int) -> bool:
        """Whether that minute of that weekday lies in it."""
        if self.start < self.end:
            return day in self.days and self.start <= minute < self.end
        return (day in self.days and minute >= self.start) or ((day - 1) % 7 in self.days and minute < self.end)


@dataclass(frozen=True, slots=True)
class Timetable:
    """Periods of a week; where two overlap, the later one in the text counts."""

    periods: tuple[Period, ...] = ()

    def at(self, day: int, minute: int) -> Period | None:
        """The period of that minute; None outside all.

        Args:
            day: 0 is Monday.
            minute: of the day.
        """
        return next((p for p in reversed(self.periods) if p.covers(day, minute)), None)

    def text(self) -> str:
        """As people write it; `parse` reads the same again."""
        return "; ".join(_said(p) for p in self.periods)


def parse(text: str, *, levels: bool = False) -> Timetable:
    """Read a timetable; empty text = no periods.

    Args:
        levels: every period says a level (`12:00-13:30=30`); otherwise none does.

    Raises:
        TimetableError: naming the part.
    """
    periods: list[Period] = []
    clean = text.lower().replace("；", ";").replace("：", ":").replace("，", ",")
    for part in (p.strip() for p in clean.split(";")):
        if not part:
            continue
        words = part.split()
        days = frozenset(range(7))
        if not words[0][0].isdigit():
            days, words = _days(words[0]), words[1:]
        if not words:
            raise TimetableError(part)
        periods += [_period(word, days, levels=levels) for word in words]
    if len(periods) > MOST:
        raise TimetableError(text[:40])
    return Timetable(tuple(periods))


def _period(word: str, days: frozenset[int], *, levels: bool) -> Period:
    match = _PERIOD.fullmatch(word)
    if match is None or (match[5] is not None) is not levels:
        raise TimetableError(word)
    start, end = _minute(match[1], match[2], word), _minute(match[3], match[4], word)
    level = int(match[5]) if levels else None
    if start == MINUTES or (level is not None and level > 100):
        raise TimetableError(word)
    return Period(days, start, end or MINUTES, level)


def _minute(hours: str, minutes: str, word: str) -> int:
    minute = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or minute > MINUTES:
        raise TimetableError(word)
    return minute


def _days(word: str) -> frozenset[int]:
    for chinese, name in _CHINESE.items():
        word = word.replace(chinese, name)
    found: set[int] = set()
    for part in word.split(","):
        first, dash, last = part.partition("-")
        if first not in DAYS or (dash and last not in DAYS):
            raise TimetableError(word)
        a, b = DAYS.index(first), DAYS.index(last if dash else first)
        found.update((a + n) % 7 for n in range((b - a) % 7 + 1))
    return frozenset(found)


def _said(period: Period) -> str:
    days = "" if len(period.days) == 7 else ",".join(DAYS[d] for d in sorted(period.days)) + " "
    level = "" if period.level is None else f"={period.level}"
    return f"{days}{_clock(period.start)}-{_clock(period.end)}{level}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
