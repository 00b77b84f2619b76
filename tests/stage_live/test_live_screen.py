"""A lecture with its audience, by touch, by keys and by card, from the first signature to the line in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from live_world import QUIZ, UID, Stage, house, on_stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.jobs import Ok
from kiosk.records.roster import Person
from kiosk.stage import stagehand
from kiosk.stage.windows import Screen

pytestmark = pytest.mark.qt_log_ignore("No RHI backend")
GLASS, BEAMER = Screen("GLASS", 0, 0, 1920, 1080, primary=True), Screen("BEAMER", 1920, 0, 1280, 720)
TALL = Screen("GLASS", 0, 0, 1080, 1920, primary=True)


def _here(stage: Stage, count: int) -> None:
    stage.hand.wait(lambda: stage.vm.live.attendance == count, f"{count} people")


def _right(stage: Stage) -> int:
    return next(n for n, option in enumerate(stage.vm.live.own["options"]) if option["right"])


@pytest.mark.parametrize("glass", [GLASS, TALL], ids=["wide", "tall"])
def test_everything_with_the_audience_by_touch(glass: Screen, tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    beamer = Screen("BEAMER", glass.width, 0, 1280, 720)
    with on_stage(tmp_path, glass, beamer, fresh=False) as stage:
        hand, live = stage.hand, stage.vm.live
        hand.touch("live.pad")
        for figure in "100001":
            hand.touch(f"quiz.key.{figure}")
        hand.touch("live.done")
        _here(stage, 1)
        assert "1" in stage.texts()
        hand.touch("live.away")
        hand.touch("live.count.number")
        for figure in "46":
            hand.touch(f"quiz.key.{figure}")
        hand.touch("live.done")
        _here(stage, 46)
        stage.go("poll")
        for _ in range(3):
            hand.touch("live.hands.1.more")
        hand.touch("live.hands.1.less")
        hand.touch("live.undo")
        assert live.own["total"] == 3
        assert "3" not in stage.texts()
        hand.touch("live.show")
        hand.wait(lambda: "3" in stage.texts(), "the hands")
        stage.go("quiz")
        hand.touch("live.teams.3")
        hand.touch("live.arm")
        hand.touch("live.team.1")
        hand.touch(f"live.option.{(_right(stage) + 1) % 3}")
        assert live.own["phase"] == "armed"
        QTest.keyClick(stage.kiosk.app.window, Qt.Key.Key_3)  # a buzzer is a key
        hand.touch(f"live.option.{_right(stage)}")
        assert [t["score"] for t in live.own["teams"]] == [0, 0, 10]
        hand.wait(lambda: live.own["explain"] in "".join(stage.texts()), "the explanation")
        hand.touch("live.undo")
        assert [t["score"] for t in live.own["teams"]] == [0, 0, 0]
        hand.touch(f"live.option.{_right(stage)}")
        hand.touch("live.next")
        hand.touch("live.answer")
        hand.touch("live.next")
        assert live.own["phase"] == "done"
        stage.go("riddle")
        hand.touch("live.begin")
        hand.touch("live.hint")
        hand.wait(lambda: any("在码头" in t for t in stage.texts()), "the hint")
        assert "桥吊" not in stage.texts()
        hand.touch("live.solve")
        hand.wait(lambda: "桥吊" in stage.texts(), "the answer")
        stage.go("round")
        hand.touch("live.voices.more")
        hand.touch("console.live")
        hand.touch("live.open.caller")
        hand.touch("live.call")
        name = str(live.card["name"])
        assert name
        hand.wait(lambda: name in stage.texts(), "the name")
        hand.touch("live.close")
        hand.touch("console.live")
        hand.touch("live.open.draw")
        hand.touch("live.draw")
        mark = str(live.card["mark"])
        hand.wait(lambda: mark in stage.texts(), "the fingerprint before the draw")
        hand.touch("live.draw")
        hand.touch("live.draw")
        assert live.card["phase"] == "told"
        stage.vm.next()  # leaving the card goes on
        stage.see("end")
        hand.touch("console.leave")
        hand.touch("leave.photos.more")
        hand.touch("leave.go")
        hand.wait(lambda: stage.kiosk.app.shell.stage is None, "the end")
        hand.wait(lambda: stage.kiosk.app.lanes.waiting == 0, "the disk")
        kept: list[Ok[tuple[dict[str, Any], ...]]] = []
        stage.kiosk.app.records.ask(lambda pages: pages.of("lecture", UID), kept.append)  # type: ignore[arg-type]
        hand.wait(lambda: kept, "the record")
        (record,) = kept[0].value
        assert (record["attendance"], record["photos"], record["called"]) == (46, 1, 1)
        assert [r["kind"] for r in record["results"]] == ["poll", "quiz", "riddle", "suggestion"]
        assert record["results"][1]["scores"] == [0, 0, 10]
        assert record["draw"]["numbers"] == [1]


def test_a_card_signs_in_and_nobody_twice(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False) as stage:
        window = stage.kiosk.app.window
        for _ in range(2):
            for letter in "CARD0003":
                QTest.keyClick(window, Qt.Key(ord(letter)))
            QTest.keyClick(window, Qt.Key.Key_Return)
            stage.hand.wait(lambda: stage.vm.live.said != "", "an answer")
        _here(stage, 1)
        assert stage.vm.run.id == "sign"  # neither a letter nor Enter of the card was a command
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        stage.see("cover")


def test_one_glass_has_zones_and_hides_the_answer(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, fresh=False) as stage:
        hand, live = stage.hand, stage.vm.live
        stage.go("quiz")
        live.act("begin", 2)
        live.act("arm")
        hand.touch("live.zone.1")
        assert live.own["teams"][1]["now"]
        hand.touch("solo.pull")
        words = str(hand.see("live.words").property("text"))
        assert live.own["answer"] not in words
        assert QUIZ.questions


def test_what_the_audience_did_outlives_a_power_cut(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False) as stage:
        stage.go("quiz")
        stage.vm.live.act("begin", 2)
        stage.vm.live.setAttendance(30)
        before = dict(stage.vm.run.live)
        stage.hand.wait(lambda: stage.kiosk.app.lanes.waiting == 0, "the disk")
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False, begin=False) as again:
        again.hand.wait(lambda: again.hold.vm is not None, "the lecture again")
        again.see("quiz")
        assert again.vm.run.live == before
        assert again.vm.live.own["phase"] == "asked"


def test_next_again_and_again_is_what_the_audience_sees(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False) as stage:
        assert stage.audience is not None
        seen = []
        for step in stage.vm.run.steps[1:]:
            stage.vm.next()
            stage.see(step)
            seen.append(stage.audience.grabWindow())
        stage.go("sign")
        for step, picture in zip(stage.vm.run.steps[1:], seen, strict=True):
            stage.go(step)
            assert stage.audience.grabWindow() == picture, step
        stage.go("sign")
        for _ in range(4):
            stage.vm.next()
        stage.see("riddle")
        assert stage.audience.grabWindow() == seen[3]


def test_rehearsal_page_and_a_practice(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    with on_stage(tmp_path, GLASS, fresh=False, begin=False) as stage:
        hand, app = stage.hand, stage.kiosk.app
        hand.wait(lambda: "duty" in vars(app), "the house")
        app.shell.openItem(UID)
        hand.touch("lecture.rehearse")
        hand.wait(lambda: stage.hold.rehearsal is not None and not stage.hold.rehearsal.busy, "the sheet")
        assert stage.hold.rehearsal is not None
        assert stage.hold.rehearsal.green
        hand.touch("rehearsal.save")
        hand.wait(lambda: list((tmp_path / "data" / "rehearsals").glob("*.pdf")), "the paper")
        hand.touch("rehearsal.practise")
        hand.wait(lambda: stage.hold.vm is not None, "the practice")
        stage.see("sign")
        stage.vm.next()
        stage.vm.leave()
        hand.wait(lambda: stage.hold.rehearsal is not None, "the sheet again")
        hand.wait(
            lambda: (
                stage.hold.rehearsal is not None and stage.hold.rehearsal.rows and stage.hold.rehearsal.rows[0]["spent"]
            ),
            "times",
        )
        hand.touch("rehearsal.leave")
        hand.wait(lambda: app.shell.stage is None, "the kiosk")
        counted: list[Ok[int]] = []
        app.records.ask(lambda pages: pages.count("lecture", UID), counted.append)  # type: ignore[arg-type]
        hand.wait(lambda: counted, "the book")
        assert counted[0].value == 0  # a practice is no lecture held


def test_a_lecture_that_was_forgotten_gives_the_kiosk_back(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stagehand, "FORGOTTEN_S", 1.0)
    house(tmp_path)
    with on_stage(tmp_path, GLASS, fresh=False) as stage:
        hand, app = stage.hand, stage.kiosk.app
        hand.wait(lambda: app.shell.attract, "the attract loop")
        assert app.shell.stage is None
        assert not stage.hold.busy
        kept: list[Any] = []
        app.records.ask(lambda pages: pages.of("lecture", UID), kept.append)  # type: ignore[arg-type]
        hand.wait(lambda: kept, "the record")
        assert len(kept[0].value) == 1


def test_a_rehearsal_that_nobody_touches_gives_the_kiosk_back(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stagehand, "ALONE_MS", 300)
    house(tmp_path)
    with on_stage(tmp_path, GLASS, fresh=False, begin=False) as stage:
        hand, app = stage.hand, stage.kiosk.app
        hand.wait(lambda: "duty" in vars(app), "the house")
        app.shell.openItem(UID)
        hand.touch("lecture.rehearse")
        hand.wait(lambda: stage.hold.rehearsal is not None, "the sheet")
        hand.wait(lambda: app.shell.attract, "the attract loop")
        assert app.shell.stage is None
        assert not stage.hold.busy


def test_from_the_list_of_a_team(tmp_path: Path, qapp: object) -> None:
    house(tmp_path)
    people = tuple(Person(f"10{n:04}", f"张{n}明", "一车间", f"{n % 2 + 1} 班", f"CARD{n:04}") for n in range(6))
    with on_stage(tmp_path, GLASS, BEAMER, fresh=False) as stage:
        hand, done = stage.hand, []
        stage.kiosk.app.records.submit(
            "admin", "", {"act": "roster"}, done.append, rule=lambda pages: (pages.roster.replace(people), None)[1]
        )
        hand.wait(lambda: done, "the roster")
        hand.touch("live.list")
        hand.touch("live.row.1")
        hand.wait(lambda: stage.vm.live.listLevel == "people", "the people")
        hand.touch("live.row.0")
        _here(stage, 1)
        assert stage.vm.live.own["units"] == [{"name": "一车间", "count": 1}]
        assert stage.vm.live.listRows[0]["here"]
        hand.touch("live.list.back")
        hand.touch("live.list.back")
        stage.vm.live.ask("sign")
        for figure in "999999":
            stage.vm.live.press(figure)
        stage.vm.live.press("done")
        hand.wait(lambda: stage.vm.live.said != "", "who is not on the roster")
        assert stage.vm.live.attendance == 1
