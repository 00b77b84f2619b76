"""Festivals a union celebrates, and when. Pure; the moon's are a table, for no kiosk should compute a calendar.

The dates of the lunar festivals were reckoned from the Spring Festival of each year: the Lantern Festival is the fifteenth
day of that month, the others as the national calendar (GB/T 33661-2017) gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.core.text import Text

FIRST_LUNAR, LAST_LUNAR = 2025, 2035
"""Years of the tables below; in other years a lunar festival has no date."""


@dataclass(frozen=True, slots=True)
class Festival:
    """One festival.

    Args:
        name: as people say it.
        day: (month, day) when it is the same every year; None for the moon's.
        lunar: ISO day by year.
        before: days before it on which it is already felt.
        after: days after it on which it still is.
    """

    name: Text
    day: tuple[int, int] | None = None
    lunar: Mapping[int, date] = field(default_factory=dict)
    before: int = 0
    after: int = 0

    def on(self, year: int) -> date | None:
        """Its day in a year; None when the table does not know."""
        return date(year, *self.day) if self.day else self.lunar.get(year)

    def running(self, today: date) -> bool:
        """Whether today is in its season, which may reach over the new year."""
        for year in (today.year - 1, today.year, today.year + 1):
            day = self.on(year)
            if day and day - timedelta(self.before) <= today <= day + timedelta(self.after):
                return True
        return False


def _years(*days: str) -> dict[int, date]:
    return {year: date.fromisoformat(f"{year}-{day}") for year, day in enumerate(days, FIRST_LUNAR)}


_SPRING = _years(
    "01-29", "02-17", "02-06", "01-26", "02-13", "02-03", "01-23", "02-11", "01-31", "02-19", "02-08"
)  # fmt: skip
_DRAGON = _years(
    "05-31", "06-19", "06-09", "05-28", "06-16", "06-05", "06-24", "06-12", "06-01", "06-20", "06-10"
)  # fmt: skip
_AUTUMN = _years(
    "10-06", "09-25", "09-15", "10-03", "09-22", "09-12", "10-01", "09-19", "09-08", "09-27", "09-16"
)  # fmt: skip
_LANTERN = {year: day + timedelta(14) for year, day in _SPRING.items()}

FESTIVALS: dict[str, Festival] = {
    "new-year": Festival(Text("元旦", "New Year"), (1, 1), before=1, after=2),
    "spring-festival": Festival(Text("春节", "Spring Festival"), lunar=_SPRING, before=7, after=7),
    "spring-lantern": Festival(Text("元宵节", "Lantern Festival"), lunar=_LANTERN, before=3, after=1),
    "women-day": Festival(Text("三八妇女节", "Women's Day"), (3, 8), before=3, after=1),
    "may-day": Festival(Text("五一劳动节", "May Day"), (5, 1), before=5, after=5),
    "youth-day": Festival(Text("五四青年节", "Youth Day"), (5, 4), before=1, after=1),
    "dragon-boat": Festival(Text("端午节", "Dragon Boat Festival"), lunar=_DRAGON, before=2, after=1),
    "mid-autumn": Festival(Text("中秋节", "Mid-Autumn Festival"), lunar=_AUTUMN, before=3, after=2),
    "national-day": Festival(Text("国庆节", "National Day"), (10, 1), before=3, after=7),
}
