"""The public list: its order, its days, its ratings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.kinds.suggestion import board
from kiosk.kinds.suggestion.days import said
from kiosk.kinds.suggestion.model import Box, Case, Topic

TOPICS = (Topic("canteen", "食堂"), Topic("safety", "安全"))
DAY = st.dates(date(2026, 1, 1), date(2030, 1, 1))


def case(number: str = "2026-001", state: str = "waiting", received: str = "2026-11-10", **more: object) -> Case:
    return Case(number, str(more.pop("topic", "canteen")), "汤凉", state, received, **more)  # type: ignore[arg-type]


def box(*cases: Case) -> Box:
    return Box("office1-x", TOPICS, (), cases)


def test_the_newest_stands_first_and_a_topic_can_be_chosen() -> None:
    made = box(case("1"), case("2", received="2026-11-12", topic="safety"), case("3", received="2026-11-11"))
    assert [c.id for c in board.shown(made)] == ["2", "3", "1"]
    assert [c.id for c in board.shown(made, "safety")] == ["2"]
    assert board.shown(made, "shuttle") == ()


def test_the_wall_counts_what_is_there() -> None:
    made = box(
        case("1", "solved", answered="2026-11-13", owner="甲", answer="好"),
        case("2", "taken", answered="2026-11-15", owner="甲", answer="在办"),
        case("3"),
    )
    assert board.tally(made) == board.Tally(3, 1, 4)
    assert board.tally(box()) == board.Tally(0, 0, -1)


@given(DAY, st.integers(0, 900))
def test_an_open_case_is_counted_to_today(received: date, gone: int) -> None:
    made = case(received=received.isoformat())
    assert board.days_open(made, received + timedelta(gone)) == gone
    assert board.days_open(made, None) == -1, "the clock cannot be right"
    assert board.days_open(made, received - timedelta(gone + 1)) == -1, "the clock runs behind"


def test_a_closed_case_needs_no_clock() -> None:
    closed = case(state="solved", answered="2026-11-12", closed="2026-11-15")
    assert board.days_open(closed, None) == board.days_open(closed, date(2030, 1, 1)) == 5


def test_a_deadline_passes_the_day_after() -> None:
    made = case(state="taken", deadline="2026-11-20")
    assert not board.late(made, date(2026, 11, 20)) and board.late(made, date(2026, 11, 21))
    assert not board.late(made, None) and not board.late(case(state="solved", deadline="2026-11-20"), date(2030, 1, 1))


def test_few_ratings_are_not_shown() -> None:
    counts = {"2026-001:5": 3, "2026-001:1": 1, "2026-0011:5": 50}
    assert board.average(counts, "2026-001") == (0, 0.0)
    assert board.average({**counts, "2026-001:4": 1}, "2026-001") == (5, 4.0)


def test_days_are_said_as_people_do() -> None:
    assert said("2026-11-18", date(2026, 12, 1), "zh") == "11月18日"
    assert said("2026-11-18", date(2027, 1, 1), "zh") == "2026年11月18日"
    assert said("2026-11-18", None, "en") == "18 Nov 2026"
    assert said("soon", None, "en") == ""


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Box("office1-x", ()),
        lambda: Box("", TOPICS),
        lambda: Box("office1-x", (TOPICS[0], TOPICS[0])),
        lambda: box(case("1"), case("1")),
        lambda: box(case(topic="nowhere")),
    ],
)
def test_a_box_whose_parts_do_not_fit_is_refused(broken: object) -> None:
    with pytest.raises(ContentError):
        broken()  # type: ignore[operator]
