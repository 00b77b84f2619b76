"""A lecture on two screens, driven by touch, keyboard and clicker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lecture_world import BEAMER, GLASS, STEPS, TALL, UID, Stage, on_stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.jobs import Ok
from kiosk.settings.pin import hash_pin
from kiosk.stage.windows import Screen

CONSOLES = pytest.mark.parametrize("glass", [GLASS, TALL], ids=["wide", "tall"])
Key = Qt.Key


def until_kept(stage: Stage) -> None:
    """Wait until the lanes have nothing to do."""
    stage.hand.wait(lambda: stage.kiosk.app.lanes.waiting == 0, "the disk")


def colours(stage: Stage) -> int:
    """How many colours a row across the audience's screen has."""
    assert stage.audience is not None
    image = stage.audience.grabWindow()
    return len({image.pixelColor(image.width() * n // 16, image.height() // 3).name() for n in range(1, 16)})


def drag(stage: Stage, pad: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    stage.hand.swipe(stage.on_slide(pad, *start), stage.on_slide(pad, *end))


pytestmark = pytest.mark.qt_log_ignore("No RHI backend")  # a film without a GPU


@CONSOLES
def test_a_lecture_from_beginning_to_end(glass: Screen, tmp_path: Path, qapp: object) -> None:
    beamer = BEAMER if glass is GLASS else Screen("BEAMER", 1080, 0, 1280, 720)
    with on_stage(tmp_path, glass, beamer) as stage:
        hand, app = stage.hand, stage.kiosk.app
        assert stage.audience is not None
        assert stage.audience.geometry().getRect() == (beamer.x, beamer.y, 1280, 720)
        assert "签到" in stage.texts()
        hand.touch("console.next")
        stage.see("cover")
        assert "一钩准" in stage.texts()
        assert any("锁孔有四个" in t for t in hand.texts())  # what must be said is the speaker's
        assert not any("锁孔有四个" in t or "先问大家" in t for t in stage.texts())
        hand.touch("console.next")
        stage.see("why")
        hand.touch("console.back")
        stage.see("cover")
        hand.touch("console.black")
        assert stage.vm.run.screen == "black"
        hand.touch("console.black")
        hand.touch("console.white")
        assert stage.vm.run.screen == "white"
        hand.touch("console.white")
        hand.touch("console.list")
        hand.touch("list.step.4")
        stage.see("photo")
        assert stage.kiosk.names[0] == "home"
        hand.touch("console.leave")
        hand.touch("leave.stay")
        assert app.shell.stage is not None
        hand.touch("console.leave")
        hand.touch("leave.go")
        hand.wait(lambda: app.shell.stage is None and app.shell.attract, "a clean kiosk")
        assert stage.audience is None
        until_kept(stage)
        kept: list[Ok[tuple[dict[str, Any], ...]]] = []
        app.records.ask(lambda pages: pages.of("lecture", UID), kept.append)  # type: ignore[arg-type]
        hand.wait(lambda: kept, "the record")
        (record,) = kept[0].value
        assert record["reached"] == 5
        assert record["planned"] == 45 * 60
        assert [step["id"] for step in record["steps"]] == [step.id for step in STEPS]
        assert not (tmp_path / "data" / "stage" / "run.json").exists()


def test_every_kind_of_step_is_shown(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        words = {
            "said": "干就干一流，争就争第一。", "two": "看屏幕上的数", "numbers": "70.3", "years": "1984",
            "night": "夜里的码头", "picture": "2003 年 4 月 27 日，前湾码头", "story": "他把一件事做到底。",
            "gone": "一段不在包里的录像", "quiz": "锁孔有几个？", "poll": "你开过桥吊吗？", "round": "给码头提一条建议",
        }  # fmt: skip
        for step in stage.vm.run.steps:
            stage.go(step)
            assert not words.get(step) or words[step] in stage.texts(), step


def test_clicker_and_keyboard_from_either_window(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        assert stage.audience is not None
        vm, own, other = stage.vm, stage.kiosk.app.window, stage.audience
        QTest.keyClick(own, Key.Key_PageDown)
        stage.see("cover")
        QTest.keyClick(other, Key.Key_PageDown)
        stage.see("why")
        QTest.keyClick(other, Key.Key_PageUp)
        stage.see("cover")
        for key, screen in ((Key.Key_B, "black"), (Key.Key_B, "show"), (Key.Key_W, "white"), (Key.Key_F5, "show")):
            QTest.keyClick(own, key)
            assert vm.run.screen == screen
        QTest.keyClick(own, Key.Key_End)
        stage.see("end")
        QTest.keyClick(own, Key.Key_Home)
        stage.see("sign")
        QTest.keyClick(own, Key.Key_Right)
        stage.see("cover")
        QTest.keyClick(own, Key.Key_F)
        QTest.keyClick(own, Key.Key_Right)
        assert vm.run.id == "why"
        assert stage.vm.run.seen.index == 1
        QTest.keyClick(own, Key.Key_Escape)
        stage.see("why")
        QTest.keyClick(own, Key.Key_Escape)
        assert stage.hand.see("leave.go")
        QTest.keyClick(own, Key.Key_PageDown)  # the clicker is no answer to that question
        assert vm.panel == ""
        stage.see("said")
        QTest.keyClick(own, Key.Key_F10)
        assert stage.kiosk.app.shell.stage is not None


def test_pen_marker_undo_wipe_and_pointer(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        hand, vm = stage.hand, stage.vm
        stage.go("why")
        hand.touch("console.pen")
        drag(stage, "console.pad", (0.2, 0.2), (0.8, 0.6))
        hand.touch("console.marker")
        drag(stage, "console.pad", (0.2, 0.5), (0.6, 0.5))
        assert [s.tool for s in vm.run.own.strokes] == ["pen", "marker"]
        first = vm.run.own.strokes[0].points
        assert first[:2] == pytest.approx((0.2, 0.2), abs=0.02)
        assert first[-2:] == pytest.approx((0.8, 0.6), abs=0.02)
        assert len(vm.strokes) == 2
        hand.touch("console.undo")
        hand.touch("console.wipe")
        assert vm.run.strokes == {}
        hand.touch("console.pointer")
        at = stage.on_slide("console.pad", 0.5, 0.5)
        QTest.touchEvent(hand.window, hand._device).press(0, at, hand.window).commit()
        hand.wait(lambda: vm.pointing, "the pointer")
        assert vm.pointer.x() == pytest.approx(0.5, abs=0.02)
        QTest.touchEvent(hand.window, hand._device).release(0, at, hand.window).commit()
        hand.wait(lambda: not vm.pointing, "the finger to leave")
        assert vm.run.strokes == {}


def test_zoom_into_a_part(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        hand, vm = stage.hand, stage.vm
        stage.go("numbers")
        hand.touch("console.zoom")
        drag(stage, "console.pad", (0.4, 0.4), (0.8, 0.8))
        region = vm.run.region
        assert (region.x, region.y, region.width) == pytest.approx((0.4, 0.4, 0.4), abs=0.03)
        hand.touch("console.zoom")  # the whole again
        assert vm.run.region.width == 1
        hand.touch("console.zoom")
        hand.touch_at(stage.on_slide("console.pad", 0.5, 0.5))
        assert vm.run.region.width == pytest.approx(0.5)
        hand.touch("console.next")
        assert vm.run.region.width == 1


def test_a_film_is_ready_plays_its_part_and_holds_its_last_picture(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        hand, vm = stage.hand, stage.vm
        stage.go("story")
        hand.wait(lambda: vm.secondReel.phase == "ready" or vm.firstReel.phase == "ready", "the first picture, ahead")
        hand.touch("console.next")
        stage.see("film")
        reel = vm.reel
        assert reel is not None
        assert colours(stage) > 3  # its first picture, in the first frame
        hand.wait(lambda: reel.phase == "playing" and reel.position > 100, "the film to run")
        assert reel.duration == 1000
        hand.wait(lambda: reel.phase == "ended", "its stop point")
        assert reel.position == 1000
        assert colours(stage) > 3
        hand.touch("console.play")
        hand.wait(lambda: reel.phase == "playing" and reel.position < 900, "it to run again")
        hand.touch("console.play")
        assert reel.phase == "paused"
        hand.touch("console.next")
        stage.see("gone")
        assert "一段不在包里的录像" in stage.texts()


def test_holding_the_picture_holds_the_film(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        hand, vm = stage.hand, stage.vm
        stage.go("film")
        hand.wait(lambda: vm.reel and vm.reel.position > 150, "the film to run")
        hand.touch("console.hold")
        reel = vm.reel
        assert reel is not None
        assert reel.phase == "paused"
        at = reel.position
        vm.tick()
        hand.touch("console.hold")
        hand.wait(lambda: reel.phase in ("playing", "ended") and reel.position > at, "it to go on")


def test_keys_belong_to_who_types(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.vm.typing = True
        for key in (Key.Key_B, Key.Key_Space, Key.Key_Right):
            QTest.keyClick(stage.kiosk.app.window, key)
        assert (stage.vm.run.index, stage.vm.run.screen) == (0, "show")
        QTest.keyClick(stage.kiosk.app.window, Key.Key_PageDown)
        stage.see("cover")


def test_pages_are_drawn_ahead(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.go("night")
        stage.hand.wait(lambda: stage.vm.pageUrl(9) and stage.vm.pageUrl(10), "both pages")
        stage.go("page1")
        assert stage.audience is not None
        image = stage.audience.grabWindow()
        assert image.pixelColor(image.width() // 2, image.height() // 2).blue() > 150


def test_one_screen(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, GLASS) as stage:
        hand, vm = stage.hand, stage.vm
        assert stage.audience is None
        middle, width = QPoint(960, 540), QPoint(500, 0)
        hand.swipe(middle + width, middle - width)
        stage.see("cover")
        hand.swipe(middle - width, middle + width)
        stage.see("sign")
        hand.swipe(QPoint(960, 900), QPoint(960, 500))
        assert vm.raised
        hand.touch("console.next")
        stage.see("cover")
        assert hand.find("solo.reading") is None
        notes = hand.middle(hand.see("solo.notes"))
        QTest.touchEvent(hand.window, hand._device).press(0, notes, hand.window).commit()
        hand.wait(lambda: hand.find("solo.reading") is not None, "the notes while they are held")
        QTest.touchEvent(hand.window, hand._device).release(0, notes, hand.window).commit()
        hand.wait(lambda: hand.find("solo.reading") is None, "the notes to go")
        hand.touch("solo.away")
        assert not vm.raised
        hand.touch("solo.pull")
        hand.touch("console.leave")
        hand.touch("leave.go")
        hand.wait(lambda: stage.kiosk.app.shell.stage is None, "the end")


def test_the_kiosk_does_not_fall_asleep_and_nothing_covers_it(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        shell = stage.kiosk.app.shell
        stage.kiosk.pass_time(3600)
        assert shell.stage is not None
        assert shell.asking == 0
        assert not shell.attract
        shell.endVisit()  # what a bug of ours would do
        assert shell.stage is not None
        assert stage.shows() == 0


def test_the_pin_stands_before_the_stage(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, begin=False, pin=hash_pin("2468")) as stage:
        hand, app = stage.hand, stage.kiosk.app
        hand.wait(lambda: "duty" in vars(app), "the house")
        app.shell.startLecture(UID)
        hand.see("pin")
        for digit in "2468":
            hand.touch(f"pin.key.{digit}")
        hand.touch("pin.confirm")
        hand.wait(lambda: stage.hold.vm is not None, "the lecture")
        stage.see("sign")
        assert stage.kiosk.names == ["home"]


def test_no_such_lecture(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path, begin=False) as stage:
        hand, app = stage.hand, stage.kiosk.app
        hand.wait(lambda: "duty" in vars(app), "the house")
        app.shell.startLecture("hall/nothing")
        hand.wait(lambda: app.shell.noticeTitle != "", "a sentence")
        assert "hall/nothing" in app.shell.noticeTitle
        assert not stage.hold.busy
