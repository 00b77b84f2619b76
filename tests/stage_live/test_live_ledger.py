"""What a lecture record says of those who came stands in the ledger of lectures, without anybody's hand."""

from __future__ import annotations

from kiosk.records.facts import HOUSE
from kiosk.stage.live import result


def test_attendance_of_a_lecture_is_a_fact() -> None:
    kept = {"@sign": {"log": [["in", "f" * 32, "张*明", "一车间"], ["count", 46]]}}
    payload = {"seconds": 2700, "reached": 7, "count": 7, **result.record((), {}, kept)}
    found = {m.name: m.total for m in HOUSE["lecture"](payload)}
    assert (found["attendance"], found["lecture"]) == (46, 2700)


def test_a_lecture_nobody_counted_says_nothing_of_attendance() -> None:
    payload = {"seconds": 60, "reached": 1, "count": 7, **result.record((), {}, {})}
    assert "attendance" not in {m.name for m in HOUSE["lecture"](payload)}
