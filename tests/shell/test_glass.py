"""What a finger on the glass does to the attract loop, the question and the panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.kiosk import PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.union import Union

STORY = "model-workers/xu-zhen-chao"


def at(kiosk: Kiosk, name: str) -> QPoint:
    """The middle of an item that may be covered."""
    item = kiosk.hand.find(name)
    assert item is not None, name
    return kiosk.hand.middle(item)


@SIZES
def test_the_first_touch_only_wakes(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size, attract=True) as k:
        k.hand.see("attract")
        door = at(k, "home.door")
        k.hand.touch_at(door)
        k.hand.wait(lambda: not k.hand.find("attract"), "the loop gone")
        k.hand.settle(0.1)
        assert k.names == ["home"]
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        assert k.names == ["home", "catalog"]


@pytest.mark.parametrize("way", ["long", "wandering", "two fingers"])
def test_the_first_touch_is_swallowed_whole(union: Union, way: str) -> None:
    with running(union.data, PORTRAIT, attract=True) as k:
        k.hand.see("attract")
        door, w, glass = at(k, "home.door"), k.hand.window, k.hand._device
        QTest.touchEvent(w, glass).press(0, door - QPoint(0, 300), w).commit()
        for _ in range(3):
            k.hand.pump()
            assert k.app.shell.attract, "the loop must stay until the finger is lifted"
        if way == "wandering":
            for step in range(1, 11):
                QTest.touchEvent(w, glass).move(0, door - QPoint(0, 300 - 30 * step), w).commit()
                k.hand.pump()
        if way == "two fingers":
            QTest.touchEvent(w, glass).stationary(0).press(1, door, w).commit()
            k.hand.pump()
            QTest.touchEvent(w, glass).stationary(0).release(1, door, w).commit()
        QTest.touchEvent(w, glass).release(0, door, w).commit()
        k.hand.wait(lambda: not k.hand.find("attract"), "the loop gone")
        k.hand.settle(0.1)
        assert k.names == ["home"]


@SIZES
def test_the_touch_that_answers_the_question_does_nothing_else(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.open(STORY, "story.text")
        k.pass_time(61)
        k.hand.see("stillThere")
        assert k.shows("还在看吗")
        k.hand.touch_at(at(k, "nav.home"))
        k.hand.wait(lambda: not k.hand.find("stillThere"), "the question gone")
        assert k.names == ["home", STORY], "the touch reached what lay under the question"
        k.pass_time(59)
        assert k.app.shell.asking == 0
        k.hand.touch("nav.home")
        assert k.names == ["home"]


def test_a_key_answers_too_and_is_not_used(union: Union) -> None:
    with running(union.data) as k:
        k.open(STORY, "story.text")
        k.pass_time(61)
        k.hand.see("stillThere")
        k.hand.key(Qt.Key.Key_Escape)
        k.hand.wait(lambda: not k.hand.find("stillThere"), "the question gone")
        assert k.names == ["home", STORY]
        k.hand.key(Qt.Key.Key_Escape)
        assert k.names == ["home"]


def test_nobody_answers(union: Union) -> None:
    with running(union.data) as k:
        k.open(STORY, "story.text")
        k.hand.touch("nav.size")
        k.hand.touch("size.3")
        k.hand.touch("theme.night")
        k.hand.touch("size.done")
        assert (k.app.visit.readSize, k.app.visit.night) == (3, True)
        k.pass_time(61)
        k.hand.see("stillThere")
        k.pass_time(10)
        k.hand.see("attract")
        assert (k.app.visit.readSize, k.app.visit.night, k.names) == (1, False, ["home"])
        k.hand.touch("attract.touch")
        k.hand.wait(lambda: not k.hand.find("attract"), "the loop gone")
        assert k.hand.find("home.door")


def test_touching_is_being_there(union: Union) -> None:
    with running(union.data) as k:
        k.open(STORY, "story.text")
        for _ in range(5):
            k.pass_time(50)
            k.hand.touch("story.down")
        assert (k.app.shell.asking, k.app.shell.attract) == (0, False)


@pytest.mark.parametrize("home", [pytest.param("zh", marks=SPEAKS_ENGLISH), pytest.param("en", marks=SPEAKS_ENGLISH)])
def test_language_by_touch(union: Union, home: str) -> None:
    with running(union.data, language=home) as k:
        zh, en = "劳模故事", "Model workers"
        assert k.shows(zh if home == "zh" else en)
        k.hand.touch("nav.size")
        k.hand.touch("lang.en" if home == "zh" else "lang.zh")
        k.hand.wait(lambda: k.shows(en if home == "zh" else zh), "the other language")
        assert k.hand.find("sizePanel"), "the panel stays open, so that a wrong touch can be taken back"
        k.hand.touch("size.done")
        k.app.shell.endVisit()
        k.hand.touch("attract.touch")
        k.hand.wait(lambda: k.shows(zh if home == "zh" else en), "this machine's language again")


def test_a_notice_is_read_and_touched_away(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.say("声音放不出来", "先看文字", "bad")
        k.hand.wait(lambda: k.shows("声音放不出来"), "the notice")
        k.hand.touch("notice")
        k.hand.wait(lambda: not k.shows("声音放不出来"), "the notice gone")


@SIZES
def test_the_panel_covers_the_page_and_back_closes_it(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        k.hand.touch("nav.size")
        panel = k.hand.see("sizePanel")
        k.hand.touch_at(k.hand.middle(panel))
        assert k.names == ["home", "catalog"], "a touch between the buttons must not fall through"
        k.hand.touch("nav.back")
        k.hand.wait(lambda: not k.hand.find("sizePanel"), "the panel closed")
        assert k.names == ["home", "catalog"]


def test_nothing_published_yet(tmp_path: object, qapp: object) -> None:
    from pathlib import Path

    with running(Path(str(tmp_path)), attract=True) as k:
        assert k.shows("内容还在路上")
        k.hand.touch("attract.touch")
        k.hand.wait(lambda: k.shows("内容还没到"), "the empty home")
        assert k.hand.find("home.door") is None
