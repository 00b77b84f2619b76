"""The lecture's page on the real screen, leafed through with a real finger, in both orientations and both languages."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running

from kiosk.kinds.lecture import order
from kiosk.kinds.lecture.model import Lecture, Step
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

WRITTEN, DECK = "lectures/one-hook-true", "lectures/eight-hours"
PACKS = ("lectures", "quizzes")


@cache
def school() -> Path:
    """A kiosk's data folder with the sample lectures, and some of what their steps lead to."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-lectures-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    for pack in PACKS:
        shutil.copytree(content_folder() / pack, place / "content" / pack)
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk at the lecture that was written."""
    with running(school(), request.param) as kiosk:
        kiosk.open(WRITTEN, "lecture.steps")
        yield kiosk


def test_it_says_who_how_long_and_in_what_order(k: Kiosk) -> None:
    for words in (
        "一钩准",
        "桥吊司机（示例角色）",
        "45 分钟，18 步",
        "听 24 分",
        "动手 17 分",
        "箱子顶上有几个孔",
        "举手，2 分钟",
    ):
        assert k.shows(words), words
    assert len(k.vm.steps) == 18
    assert not k.shows("门口放好平板"), "notes are the speaker's own"


def test_a_step_that_shows_something_here_opens_it(k: Kiosk) -> None:
    steps = k.vm.steps
    opens = [step["number"] for step in steps if step["uid"]]
    assert [steps[n - 1]["uid"] for n in opens] == ["quizzes/labour-history"], "all else is in packs this kiosk has not"
    height = k.hand.see("lecture.step.1").height()
    steps_list = k.hand.see("lecture.steps")
    while float(steps_list.property("contentY")) + steps_list.height() - 100 < 10 * height:
        before = steps_list.property("contentY")
        k.hand.touch("lecture.more")
        k.hand.wait(lambda: steps_list.property("contentY") > before, "the list to move on")  # noqa: B023
    k.hand.touch("lecture.step.9")
    k.hand.wait(lambda: k.names[-1] == "quizzes/labour-history", "the quiz")
    k.app.shell.back()
    k.hand.see("lecture.steps")


def test_a_step_that_shows_nothing_here_does_nothing(k: Kiosk) -> None:
    k.hand.touch("lecture.step.1")
    k.hand.pump()
    assert k.names[-1] == WRITTEN
    k.vm.openItem("nobody/knows")
    assert k.names[-1] == WRITTEN


def test_the_red_button_asks_for_the_stage(k: Kiosk) -> None:
    asked: list[str] = []
    k.app.shell.lectureWanted.disconnect()
    k.app.shell.lectureWanted.connect(asked.append)
    k.hand.touch("lecture.go")
    k.hand.wait(lambda: asked, "the lecture to be asked for")
    assert asked == [WRITTEN]


def test_the_keyboard_reaches_what_can_be_touched(k: Kiosk) -> None:
    def focused() -> str:
        item = k.hand.window.activeFocusItem()
        return item.objectName() if item else ""

    for _ in range(20):
        if focused().startswith("lecture."):
            break
        k.hand.key(Qt.Key.Key_Tab)
    seen = {focused()}
    for _ in range(12):
        k.hand.key(Qt.Key.Key_Down)
        seen.add(focused())
    assert {"lecture.go", "lecture.more"} <= seen
    assert all(name.startswith("lecture.") for name in seen)


@SIZES
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
def test_the_deck_in_both_languages(size: tuple[int, int], lang: str, qapp: object) -> None:
    with running(school(), size, language=lang) as k:
        k.open(DECK, "lecture.steps")
        assert k.vm.count == 20
        assert k.shows("芝加哥，五月一日" if lang == "zh" else "Chicago, the first of May")
        assert k.shows("50 分钟，20 步" if lang == "zh" else "50 minutes, 20 steps")


def test_the_bar_of_the_plan_adds_up() -> None:
    steps = (
        Step("a", "slide", "讲", minutes=3), Step("b", "segment", "看", minutes=1, item="x/y"), Step("c", "signin", "签"),
    )  # fmt: skip
    lecture = Lecture("讲者", "", 10, steps)
    slats = order.slats(lecture)
    assert [slat.part for slat in slats] == ["told", "watched", "together"]
    assert sum(slat.share for slat in slats) == pytest.approx(1)
    assert order.minutes(lecture) == {"told": 9.0, "watched": 1.0, "together": 0.0}
    assert [order.share(value) for value in (3.0, 1.5, 0.25)] == ["3", "1.5", "0.2"]
