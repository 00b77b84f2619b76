"""Which set hangs first: the one of the season."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kiosk.kinds.riddle.model import RiddleSet, Window

_YEARLY = re.compile(r"[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEAP = 2028
"""A leap year, in which every month and day exists."""


def order(sets: Sequence[RiddleSet], today: date, *, trusted: bool) -> tuple[int, ...]:
    """Indices of `sets` in the order in which they are offered.

    Sets in season come first, the one that ends soonest before the others; then the rest as their author ordered them.

    Args:
        sets: in the author's order.
        today: the local day.
        trusted: whether the clock can be right; if not, the author's order is all there is.
    """
    places = range(len(sets))
    left = {i: days for i in places if (days := days_left(sets[i].windows, today)) is not None} if trusted else {}
    return tuple(sorted(places, key=lambda i: (i not in left, left.get(i, 0), i)))


def days_left(windows: Sequence[Window], today: date) -> int | None:
    """Days until the season ends, 0 on its last day; None out of season. A window that is no date counts as none."""
    left = [days for window in windows if (days := _left(window, today)) is not None]
    return min(left, default=None)


def _left(window: Window, today: date) -> int | None:
    if yearly(window.begins) and yearly(window.ends):
        return _left_yearly(window, today)
    begins, ends = _whole(window.begins), _whole(window.ends)
    return (ends - today).days if begins and ends and begins <= today <= ends else None


def _left_yearly(window: Window, today: date) -> int | None:
    now = today.strftime("%m-%d")
    over_new_year = window.ends < window.begins
    begun, ended = now >= window.begins, now > window.ends
    if (ended and not begun) if over_new_year else (ended or not begun):
        return None
    year = today.year + (over_new_year and begun)
    return max(0, (_day_of(year, window.ends) - today).days)


def yearly(words: str) -> bool:
    """Whether this is the month and day of a real day: `04-20`."""
    return _YEARLY.fullmatch(words) is not None and _whole(f"{_LEAP}-{words}") is not None


def _day_of(year: int, words: str) -> date:
    return _whole(f"{year:04}-{words}") or date(year, 2, 28)  # only 29 February is missing in some years


def _whole(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if _WHOLE.fullmatch(words) else None
    except ValueError:
        return None


def is_day(words: str) -> bool:
    """Whether this is a day in one of the two forms, written in full."""
    return yearly(words) or _whole(words) is not None
