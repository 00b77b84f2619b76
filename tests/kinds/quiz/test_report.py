"""The table of right shares."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.table import Table
from kiosk.core.text import Text
from kiosk.kinds.quiz import play as rules
from kiosk.kinds.quiz import report

from .sources import SINGLE, one


def answered(id: str, right: bool, ms: int = 1000, **more: Any) -> dict[str, Any]:
    return {"question": id, "type": "single", "prompt": f"题 {id}", "right": right, "ms": ms, **more}


def test_no_records_is_an_empty_table() -> None:
    assert report.table([]) == Table(report.TITLE, report.COLUMNS)


def test_worst_known_question_comes_first() -> None:
    records = [
        answered("a", True, 2000),
        answered("b", True),
        answered("a", False, 4500, timed_out=True),
        answered("b", True),
        answered("b", False),
    ]
    single = Text("单选", "Single choice")
    assert report.table(records).rows == (
        ("题 a", single, 2, 1, 0.5, 1, 3.2),
        ("题 b", single, 3, 2, 0.6667, 0, 1.0),
    )


def test_records_of_play_are_understood() -> None:
    play = rules.time_out(rules.start(one(SINGLE), 1, 0.0), 45.0)
    assert report.table([rules.answer_record(play)]).rows[0][2:] == (1, 0, 0.0, 1, 45.0)


def test_other_payloads_are_left_out() -> None:
    assert report.table([{}, {"score": 8, "total": 10}, {"question": "a"}, {"right": True}]).rows == ()


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["question", "right", "ms", "type", "prompt"]),
            st.none() | st.booleans() | st.integers() | st.text(),
        )
    )
)
def test_any_payloads_give_rows_of_the_same_width(records: list[dict[str, Any]]) -> None:
    rows = report.table(records).rows
    assert all(len(row) == len(report.COLUMNS) for row in rows)
