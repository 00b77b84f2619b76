"""What became of suggestions, counted again by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.text import Text
from kiosk.kinds.suggestion import report
from kiosk.kinds.suggestion.model import Case

TODAY = date(2026, 11, 22)
TOPICS = {"food": "食堂", "safety": "安全"}
days = st.integers(0, 40).map(lambda n: (date(2026, 10, 20) + timedelta(days=n)).isoformat())


@st.composite
def cases(draw: st.DrawFn, number: int = 1) -> Case:
    state = draw(st.sampled_from(("waiting", "taken", "solved", "declined")))
    done = state in ("solved", "declined")
    return Case(
        id=f"2026-{draw(st.integers(1, 999)):03}", topic=draw(st.sampled_from(("food", "safety"))), problem="一件事",
        state=state, received=draw(days), deadline=draw(days | st.just("")), answered=draw(days) if done else "",
        answer="好" if done else "", closed=draw(days) if done else "", owner="后勤科" if state != "waiting" else "",
    )  # fmt: skip


def case(state: str, deadline: str, closed: str = "", answered: str = "") -> Case:
    return Case("2026-001", "food", "一件事", state, "2026-11-01", "后勤科", "", deadline, "答复", answered, closed)  # type: ignore[arg-type]


def test_on_time_is_done_by_the_deadline() -> None:
    assert report.in_time(case("solved", "2026-11-10", "2026-11-10"), TODAY) is True
    assert report.in_time(case("solved", "2026-11-10", "2026-11-11"), TODAY) is False
    assert report.in_time(case("taken", "2026-11-21"), TODAY) is False, "it is late and still open"
    assert report.in_time(case("taken", "2026-11-22"), TODAY) is None, "it has today left"
    assert report.in_time(case("taken", "2026-11-10", answered="2026-11-05"), TODAY) is False, "answered is not done"
    assert report.in_time(case("solved", "", "2026-11-11"), TODAY) is None
    assert report.in_time(case("waiting", "2026-11-01"), None) is None, "nobody knows today"


@given(st.lists(cases(), max_size=12))
def test_the_sums_are_those_of_the_rows(found: list[Case]) -> None:
    rows = report.table(found, TOPICS, TODAY)
    sums = report.summary(found, TOPICS, TODAY)
    assert len(rows.rows) == len(found) == sum(v or 0 for v in sums.column("cases"))
    said = rows.column("in_time")
    assert sum(s is not None for s in said) == sum(sums.column("due"))
    assert sum(s == Text("是", "yes") for s in said) == sum(sums.column("in_time"))
    for topic, count, is_open, solved, declined, *_ in sums.rows:
        assert count == is_open + solved + declined and topic in TOPICS.values()


def test_a_box_that_is_not_at_hand_has_no_tables() -> None:
    assert report.tables(None, [{"event": "letter"}]) == ()
