"""Hours of a week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.settings.timetable import DAYS, MINUTES, Period, Timetable, TimetableError, parse

WEEK = [(d, m) for d in range(7) for m in range(MINUTES)]
periods = st.builds(
    Period,
    st.frozensets(st.integers(0, 6), min_size=1),
    st.integers(0, MINUTES - 1),
    st.integers(1, MINUTES),
    st.none(),
)
levels = st.builds(
    Period,
    st.frozensets(st.integers(0, 6), min_size=1),
    st.integers(0, MINUTES - 1),
    st.integers(1, MINUTES),
    st.integers(0, 100),
)


def on(text: str) -> list[tuple[str, str]]:
    """Hours of the week that are covered, as first and last minute of each stretch."""
    table = parse(text)
    return [(DAYS[d], f"{m // 60:02}:{m % 60:02}") for d, m in WEEK if table.at(d, m) and not _before(table, d, m)]


def _before(table: Timetable, day: int, minute: int) -> bool:
    return bool(table.at(day, minute - 1) if minute else table.at((day - 1) % 7, MINUTES - 1))


def minutes(table: Timetable) -> int:
    return sum(table.at(d, m) is not None for d, m in WEEK)


def test_shifts_of_a_week() -> None:
    assert on("mon-fri 07:30-08:30 16:00-00:30; sat 08:00-12:00")[:3] == [
        ("mon", "07:30"),
        ("mon", "16:00"),
        ("tue", "07:30"),
    ]
    assert minutes(parse("mon-fri 07:30-08:30 16:00-00:30; sat 08:00-12:00")) == 5 * (60 + 510) + 240


def test_the_night_shift_of_friday_is_fridays() -> None:
    table = parse("fri 22:00-06:00")
    assert table.at(4, 22 * 60) and table.at(5, 5 * 60 + 59)
    assert not table.at(5, 6 * 60) and not table.at(4, 5 * 60) and not table.at(5, 22 * 60)


def test_sunday_night_goes_on_into_monday_and_ranges_wrap() -> None:
    assert parse("sun 23:00-01:00").at(0, 30)
    assert on("sat-mon 10:00-11:00") == [("mon", "10:00"), ("sat", "10:00"), ("sun", "10:00")]


@pytest.mark.parametrize("text", ["周一-周五 7:30-8:30", "周一-周五 7：30-8：30；", "MON-FRI 07:30-08:30"])
def test_as_people_write_it(text: str) -> None:
    assert parse(text) == parse("mon-fri 07:30-08:30")


def test_a_whole_day() -> None:
    assert minutes(parse("00:00-24:00")) == minutes(parse("08:00-08:00")) == 7 * MINUTES
    assert minutes(parse("")) == 0


def test_the_later_one_counts() -> None:
    table = parse("08:00-20:00=70; 12:00-13:30=30", levels=True)
    assert [p.level for p in (table.at(2, 700), table.at(2, 720), table.at(2, 810)) if p] == [70, 30, 70]


@pytest.mark.parametrize(
    "text", ["8-9", "08:00", "mon", "25:00-26:00", "08:60-09:00", "24:00-08:00", "xyz 08:00-09:00", "mon-xyz 08:00-09:00",
             "08:00-09:00=50", "; mon 08:00"],
)  # fmt: skip
def test_what_is_no_timetable(text: str) -> None:
    with pytest.raises(TimetableError):
        parse(text)


@pytest.mark.parametrize("text", ["08:00-09:00", "08:00-09:00=101", "08:00-09:00=-1"])
def test_what_is_no_table_of_levels(text: str) -> None:
    with pytest.raises(TimetableError):
        parse(text, levels=True)


@given(st.lists(periods, max_size=6))
def test_what_is_written_is_read_again(wanted: list[Period]) -> None:
    assert parse(Timetable(tuple(wanted)).text()) == Timetable(tuple(wanted))


@given(st.lists(levels, max_size=6), st.integers(0, 6), st.integers(0, MINUTES - 1))
def test_levels_too(wanted: list[Period], day: int, minute: int) -> None:
    table = Timetable(tuple(wanted))
    again = parse(table.text(), levels=True)
    assert again == table and again.at(day, minute) == table.at(day, minute)


@given(periods)
def test_a_period_is_as_long_as_it_says(period: Period) -> None:
    """Across midnight and the end of the week alike, and no minute twice."""
    length = period.end - period.start if period.start < period.end else MINUTES - period.start + period.end
    covered = sum(period.covers(d, m) for d, m in WEEK)
    assert covered == len(period.days) * length


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        table = parse(text)
    except TimetableError:
        return
    assert parse(table.text()) == table
