"""Spans of days that are chosen with a finger: months, quarters, years, or everything. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.core.text import Text

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUARTERS = "一二三四"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months.

    Args:
        first, last: first day of the first month, last day of the last one; both None: all days.
    """

    first: date | None = None
    last: date | None = None

    @property
    def months(self) -> int:
        """How many; 0: all there are."""
        if self.first is None or self.last is None:
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def holds(self, year: int, number: int) -> bool:
        """Whether a month is in it."""
        at = date(year, number, 1)
        return self.first is not None and self.last is not None and self.first <= at <= self.last

    def before(self) -> Span | None:
        """As many months that end where this one begins; None for all days."""
        if self.first is None:
            return None
        end = self.first - timedelta(days=1)
        return until(end.year, end.month, self.months)

    def words(self) -> Text:
        """What people call it."""
        first, last, count = self.first, self.last, self.months
        if first is None or last is None:
            return Text("全部日期", "All days")
        if count == 1:
            return Text(f"{first.year} 年 {first.month} 月", f"{_MONTHS[first.month - 1]} {first.year}")
        if count == 12 and first.month == 1:
            return Text(f"{first.year} 年", f"{first.year}")
        if count == 3 and first.month % 3 == 1:
            quarter = first.month // 3
            return Text(f"{first.year} 年{_QUARTERS[quarter]}季度", f"Q{quarter + 1} {first.year}")
        tail = f"{last.month} 月" if last.year == first.year else f"{last.year} 年 {last.month} 月"
        ends = [f"{_MONTHS[d.month - 1]} {d.year}" for d in (first, last)]
        return Text(f"{first.year} 年 {first.month} 月至 {tail}", " to ".join(ends))

    def short(self) -> Text:
        """The same, without the year of a single month."""
        if self.months == 1 and self.first is not None:
            return Text(f"{self.first.month} 月", _MONTHS[self.first.month - 1])
        return self.words()


def until(year: int, number: int, months: int) -> Span:
    """So many months, this one the last."""
    place = year * 12 + number - months
    return Span(date(place // 12, place % 12 + 1, 1), date(year, number, monthrange(year, number)[1]))


def month(year: int, number: int) -> Span:
    """One month."""
    return until(year, number, 1)


def quarter(day: date) -> Span:
    """The quarter of a day."""
    return until(day.year, (day.month - 1) // 3 * 3 + 3, 3)


def year_of(day: date) -> Span:
    """The year of a day."""
    return until(day.year, 12, 12)


def joined(one: Span, other: Span) -> Span:
    """From the earlier of two months to the later."""
    firsts = [s.first for s in (one, other) if s.first]
    lasts = [s.last for s in (one, other) if s.last]
    return Span(min(firsts), max(lasts)) if firsts and lasts else Span()
