"""What a lecture's record says in words, whatever stands in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.core.text import Text
from kiosk.kinds.lecture.model import Lecture, Step
from kiosk.records.entry import Entry
from kiosk.reporting.held import held

AT = datetime(2026, 5, 1, 8, 47, tzinfo=UTC)
CONTENT = Lecture("许振超", "", 8, (Step("cover", "slide", "一钩准"), Step("ask", "quiz", "抢答", item="locks")))


def entry(payload: dict[str, Any], *, trusted: bool = True, sequence: int = 1) -> Entry:
    return Entry("hall-1", sequence, 1, AT, 9.0, trusted, "", "hall/one-hook", "lecture", 1, payload, "", "", "")


def fields(*some: Entry) -> Any:
    (found,) = held(some, lambda _uid: CONTENT).values()
    return found


FULL = {
    "began": AT.timestamp() - 3000, "seconds": 2700, "reached": 2, "count": 3, "photos": 4,
    "attendance": 46, "signin": {"signed": 31, "counted": 46, "units": {}},
    "steps": [{"id": "cover", "seconds": 125}, {"id": "ask", "seconds": 600}, {"id": "gone", "seconds": 0}],
    "results": [{"step": "ask", "kind": "quiz", "teams": 2, "scores": [20, 10], "solved": [2, 1], "questions": 3}],
    "called": 2, "draw": {"numbers": [7, 9]},
}  # fmt: skip


def test_a_whole_lecture() -> None:
    begin = datetime.fromtimestamp(AT.timestamp() - 3000).astimezone()
    assert fields(entry(FULL)) == {
        "clock": f"{begin:%H:%M}–{AT.astimezone():%H:%M}",
        "signed": 31,
        "steps": Text("3 步讲到第 2 步：一钩准 2:05、抢答 10:00", "2 of 3 steps: 一钩准 2:05, 抢答 10:00"),
        "results": Text(
            "抢答：2 队答 3 题，答对 3 次，比分 20 : 10；点名 2 人；抽奖 2 个号",
            "抢答: 2 teams, 3 questions, 3 right, 20 : 10; 2 called; 2 numbers drawn",
        ),
        "noted": 4,
    }


def test_with_a_wrong_clock_the_begin_is_reckoned_from_the_end() -> None:
    begin = datetime.fromtimestamp(AT.timestamp() - 2700).astimezone()
    assert fields(entry(FULL | {"began": 0}, trusted=False))["clock"].startswith(f"{begin:%H:%M}–")


def test_two_on_one_day_stand_in_one_line() -> None:
    found = fields(entry(FULL), entry(FULL | {"photos": 1}, sequence=2))
    assert found["noted"] == 5 and found["clock"].count("–") == 2 and found["steps"].zh.count("一钩准") == 2


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FULL, "id", "kind", "step", "scores", "solved", "options", "hands", "numbers"]), inner, max_size=4),
)  # fmt: skip


@example({"draw": {"numbers": None}})
@example({"results": [{"kind": "quiz", "scores": None, "solved": 3}]})
@given(st.dictionaries(st.sampled_from(list(FULL)), _ANY))
def test_whatever_a_record_says_it_is_read(payload: dict[str, Any]) -> None:
    found = fields(entry(payload))
    assert found["signed"] is None or found["signed"] > 0
    assert isinstance(found["clock"], str)


def test_an_empty_record() -> None:
    assert fields(entry({})) == {
        "clock": f"{AT.astimezone():%H:%M}–{AT.astimezone():%H:%M}", "signed": None, "steps": None, "results": None, "noted": None,
    }  # fmt: skip
