"""Which playlist or day is today's, and the moon's festivals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.festivals import FESTIVALS, FIRST_LUNAR, LAST_LUNAR
from kiosk.core.occasions import Day, Playlist, choose, in_season, on_this_day, parse_day

NEW_MOON = datetime(2000, 1, 6, 18, 14, tzinfo=UTC)
"""Of the mean lunation of 29.530588 days; the true moon is at most 14 hours off."""
DATES = st.dates(date(2026, 1, 1), date(2050, 12, 31))
KEYS = st.sampled_from(["", *FESTIVALS])


def playlist(key: str = "a", festival: str = "", begins: str = "", ends: str = "") -> Playlist:
    return Playlist(key, {"zh": key}, ("p/x",), festival, begins, ends)


def day(when: str) -> Day:
    return Day(when, {"zh": when}, "p/x", "书")


def age(today: date) -> float:
    """Days since the mean new moon, at midnight in China at the end of the day."""
    hours = (datetime(today.year, today.month, today.day, 16, tzinfo=UTC) - NEW_MOON) / timedelta(days=1)
    return hours % 29.530588


@pytest.mark.parametrize("year", range(FIRST_LUNAR, LAST_LUNAR + 1))
def test_the_table_agrees_with_the_moon(year: int) -> None:
    spring, lantern = FESTIVALS["spring-festival"].on(year), FESTIVALS["spring-lantern"].on(year)
    dragon, autumn = FESTIVALS["dragon-boat"].on(year), FESTIVALS["mid-autumn"].on(year)
    assert spring and lantern and dragon and autumn
    assert date(year, 1, 21) <= spring <= date(year, 2, 20)
    assert min(age(spring), 29.53 - age(spring)) < 1.3  # the first day of a lunar month
    assert abs(age(dragon) - 4.5) < 1.3  # the fifth
    for full in (lantern, autumn):
        assert abs(age(full) - 14.5) < 1.3  # the fifteenth
    assert lantern - spring == timedelta(14)
    assert date(year, 9, 7) <= autumn <= date(year, 10, 8)
    assert date(year, 5, 25) <= dragon <= date(year, 6, 25)


def test_outside_the_table_the_moon_has_no_festival() -> None:
    assert FESTIVALS["mid-autumn"].on(LAST_LUNAR + 1) is None
    assert FESTIVALS["may-day"].on(LAST_LUNAR + 1) == date(LAST_LUNAR + 1, 5, 1)


def test_a_season_may_reach_over_the_new_year() -> None:
    assert FESTIVALS["new-year"].running(date(2026, 12, 31))
    assert FESTIVALS["new-year"].running(date(2027, 1, 1))
    over = playlist(begins="12-20", ends="01-10")
    assert in_season(over, date(2026, 12, 25)) and in_season(over, date(2027, 1, 10))
    assert not in_season(over, date(2027, 1, 11))


@pytest.mark.parametrize(
    ("chosen", "today", "expected"),
    [
        (playlist(festival="may-day"), date(2026, 5, 1), True),
        (playlist(festival="may-day"), date(2026, 6, 1), False),
        (playlist(festival="spring-lantern"), date(2026, 3, 3), True),
        (playlist(festival="from-a-newer-tool"), date(2026, 3, 3), False),
        (playlist(begins="2027-04-20", ends="2027-05-10"), date(2027, 4, 20), True),
        (playlist(begins="2027-04-20", ends="2027-05-10"), date(2028, 4, 20), False),
        (playlist(begins="04-20", ends="05-10"), date(2031, 5, 10), True),
        (playlist(), date(2026, 5, 1), False),
    ],
)
def test_seasons(chosen: Playlist, today: date, expected: bool) -> None:
    assert in_season(chosen, today) is expected


def test_a_festival_comes_before_dates_before_a_memory_before_the_rest() -> None:
    festival, dated, always = playlist("f", "may-day"), playlist("d", "", "04-30", "05-02"), playlist("n")
    memory = day("1886-05-01")
    may = date(2026, 5, 1)
    assert choose([always, dated, festival], [memory], may, 0) == festival
    assert choose([always, dated], [memory], may, 0) == dated
    assert choose([always], [memory], may, 0) == memory
    assert choose([always], [memory], date(2026, 5, 3), 0) == always
    assert choose([], [memory], date(2026, 5, 3), 0) is None


@given(st.lists(KEYS, max_size=5), st.integers(0, 50))
def test_an_untrusted_clock_shows_only_what_has_no_date(keys: list[str], turn: int) -> None:
    lists = [playlist(str(n), key) for n, key in enumerate(keys)]
    chosen = choose(lists, [day("05-01")], None, turn)
    assert chosen is None if all(keys) else isinstance(chosen, Playlist) and not chosen.dated


def test_without_a_clock_playlists_take_turns() -> None:
    lists = [playlist(n) for n in "abc"]
    assert [choose(lists, [], None, turn) for turn in range(4)] == [*lists, lists[0]]


@given(DATES, st.lists(DATES, max_size=8))
def test_on_this_day_is_the_same_day_of_the_year(today: date, days: list[date]) -> None:
    found = on_this_day([day(d.isoformat()) for d in days], today)
    assert {d.date for d in found} >= {d.isoformat() for d in days if (d.month, d.day) == (today.month, today.day)}
    assert all(d.key == today.isoformat()[5:] or d.key == "02-29" for d in found)


def test_the_leap_day_is_remembered_every_year() -> None:
    assert on_this_day([day("2000-02-29")], date(2027, 2, 28))
    assert not on_this_day([day("2000-02-29")], date(2028, 2, 28))
    assert on_this_day([day("2000-02-29")], date(2028, 2, 29))


@given(st.text(max_size=12))
def test_what_is_a_day_stays_what_it_is(words: str) -> None:
    assert parse_day(words) in ("", words)


@pytest.mark.parametrize("words", ["2027-02-29", "13-01", "4-1", "20270420", "04-31", "2027-4-20", "today"])
def test_no_days(words: str) -> None:
    assert parse_day(words) == ""
