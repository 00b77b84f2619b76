"""What a lecture record says of those who came stands in the ledger of lectures, without anybody's hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import python_calamine
from live_world import house, on_stage

from kiosk.cli import main
from kiosk.records.facts import HOUSE
from kiosk.stage.live import result
from kiosk.stage.windows import Screen

GLASS, BEAMER = Screen("GLASS", 0, 0, 1920, 1080, primary=True), Screen("BEAMER", 1920, 0, 1280, 720)


def test_attendance_of_a_lecture_is_a_fact() -> None:
    kept = {"@sign": {"log": [["in", "f" * 32, "张*明", "一车间"], ["count", 46]]}}
    payload = {"seconds": 2700, "reached": 7, "count": 7, **result.record((), {}, kept)}
    found = {m.name: m.total for m in HOUSE["lecture"](payload)}
    assert (found["attendance"], found["lecture"]) == (46, 2700)


def test_a_lecture_nobody_counted_says_nothing_of_attendance() -> None:
    payload = {"seconds": 60, "reached": 1, "count": 7, **result.record((), {}, {})}
    assert "attendance" not in {m.name for m in HOUSE["lecture"](payload)}


@pytest.mark.qt_log_ignore("No RHI backend")
def test_a_lecture_held_by_touch_stands_in_the_workbook(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False, site="技能培训室") as stage:
        hand = stage.hand
        hand.touch("live.count.number")
        for figure in "46":
            hand.touch(f"quiz.key.{figure}")
        hand.touch("live.done")
        hand.wait(lambda: stage.vm.live.attendance == 46, "46 people")
        hand.settle(1.2)  # seconds on this step
        stage.go("poll")
        for _ in range(3):
            hand.touch("live.hands.1.more")
        stage.go("quiz")
        hand.touch("live.teams.3")
        hand.touch("live.arm")
        hand.touch("live.team.1")
        hand.touch(f"live.option.{next(n for n, o in enumerate(stage.vm.live.own['options']) if o['right'])}")
        stage.go("round")
        for _ in range(2):
            hand.touch("live.voices.more")
        stage.go("end")
        hand.touch("console.leave")
        for _ in range(3):
            hand.touch("leave.photos.more")
        hand.touch("leave.go")
        hand.wait(lambda: stage.kiosk.app.shell.stage is None, "the end")
        hand.wait(lambda: stage.kiosk.app.lanes.waiting == 0, "the disk")
    (tmp_path / "data" / "store").mkdir(exist_ok=True)  # where packs would be
    typed(monkeypatch, "fill", "--data", tmp_path / "data")
    typed(monkeypatch, "export", "lectures", "--data", tmp_path / "data", "--out", tmp_path / "lectures.xlsx")
    sheet = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "lectures.xlsx")).get_sheet_by_index(0)
    rows = sheet.to_python()
    head = next(n for n, row in enumerate(rows) if "宣讲题目" in row)
    line = dict(zip(rows[head], rows[head + 1], strict=True))
    assert (line["日期"], line["宣讲题目"], line["场次"], line["到场人次"]) == (date(2026, 5, 1), "一钩准", 1, 46)
    assert line["地点（屏）"] == "技能培训室"
    assert line["拍照数"] == 3 and "–" in line["起止"]
    assert line["各环节用时"].startswith("7 步讲到第 7 步：签到 0:0")
    assert (
        line["现场互动"]
        == "举手：开过 0、没开过 3、想学 0；抢答：3 队答 1 题，答对 1 次，比分 0 : 10 : 0；提一条建议：建议 2 条"
    )


def typed(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setenv("KIOSK_LANG", "zh")
    monkeypatch.setenv("KIOSK_SITE", "技能培训室")
    with pytest.raises(SystemExit) as done:
        main(["ledger", *map(str, words)])
    assert not done.value.code
