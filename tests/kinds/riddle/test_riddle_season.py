"""The set of the season hangs first; without a clock the author's order is all there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.riddle import season
from kiosk.kinds.riddle.model import RiddleSet, Window

LANTERN = RiddleSet("lantern", "元宵", (Window("2027-02-06", "2027-02-22"), Window("2028-01-26", "2028-02-11")))
LABOUR = RiddleSet("labour", "五一", (Window("04-20", "05-10"),))
WINTER = RiddleSet("winter", "岁末", (Window("12-20", "01-05"),))
PLAIN = RiddleSet("plain", "平日")
SETS = (PLAIN, LANTERN, LABOUR, WINTER)


def first(day: str, *, trusted: bool = True) -> str:
    return SETS[season.order(SETS, date.fromisoformat(day), trusted=trusted)[0]].key


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2027-02-05", "plain"), ("2027-02-06", "lantern"), ("2027-02-22", "lantern"), ("2027-02-23", "plain"),
        ("2028-02-01", "lantern"), ("2029-02-15", "plain"),
        ("2026-04-19", "plain"), ("2026-04-20", "labour"), ("2031-05-10", "labour"), ("2031-05-11", "plain"),
        ("2026-12-19", "plain"), ("2026-12-20", "winter"), ("2027-01-01", "winter"), ("2027-01-05", "winter"), ("2027-01-06", "plain"),
    ],
)  # fmt: skip
def test_both_ends_belong_to_the_season(day: str, key: str) -> None:
    assert first(day) == key


def test_a_clock_that_cannot_be_right_decides_nothing() -> None:
    assert first("2027-02-10", trusted=False) == "plain"


def test_the_season_that_ends_sooner_goes_first() -> None:
    long, short = RiddleSet("a", "长", (Window("01-01", "12-31"),)), RiddleSet("b", "短", (Window("05-01", "05-03"),))
    assert season.order((long, short), date(2026, 5, 2), trusted=True) == (1, 0)
    assert season.order((long, short), date(2026, 5, 4), trusted=True) == (0, 1)


def test_the_end_of_february_is_an_end_in_every_year() -> None:
    windows = (Window("02-20", "02-29"),)
    assert season.days_left(windows, date(2027, 2, 28)) == 0
    assert season.days_left(windows, date(2028, 2, 28)) == 1
    assert season.days_left(windows, date(2027, 3, 1)) is None


@pytest.mark.parametrize("words", ["04-20", "02-29", "2027-02-06"])
def test_days_are_written_in_two_forms(words: str) -> None:
    assert season.is_day(words)


@pytest.mark.parametrize("words", ["", "13-01", "02-30", "2027-2-6", "20270206", "2027-W05-6", "2027-02-30", "明天"])
def test_anything_else_is_no_day(words: str) -> None:
    assert not season.is_day(words)


DAYS = st.dates(date(2026, 1, 1), date(2050, 12, 31))
WHOLE = st.tuples(DAYS, st.integers(0, 60)).map(
    lambda p: Window(p[0].isoformat(), (p[0] + timedelta(p[1])).isoformat())
)
YEARLY = st.tuples(DAYS, DAYS).map(lambda p: Window(p[0].isoformat()[5:], p[1].isoformat()[5:]))
JUNK = st.builds(Window, st.text(max_size=12), st.text(max_size=12))


@given(st.lists(st.lists(WHOLE | YEARLY | JUNK, max_size=3), min_size=1, max_size=6), DAYS, st.booleans())
def test_every_set_is_offered_once_and_those_in_season_first(
    windows: list[list[Window]], today: date, trusted: bool
) -> None:
    sets = [RiddleSet(str(i), "", tuple(w)) for i, w in enumerate(windows)]
    order = season.order(sets, today, trusted=trusted)
    assert sorted(order) == list(range(len(sets)))
    left = [season.days_left(sets[i].windows, today) for i in order]
    inside = [n for n in left if n is not None]
    if trusted:
        assert left[: len(inside)] == sorted(inside)
        assert list(order[len(inside) :]) == sorted(order[len(inside) :])
    else:
        assert list(order) == sorted(order)


@given(WHOLE | YEARLY, DAYS)
def test_days_left_count_down_to_nought(window: Window, today: date) -> None:
    left = season.days_left((window,), today)
    if left:
        assert season.days_left((window,), today + timedelta(1)) == left - 1
