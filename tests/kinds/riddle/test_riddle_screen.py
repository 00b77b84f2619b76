"""The wall of lanterns on the real screen, touched by a real finger, in both orientations and both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support.brought import brought
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running, shared_union

WALL = "riddles/lantern-fair"
EXAMPLE = "examples/example-riddle"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


@cache
def fair() -> Path:
    """A kiosk's data folder with the sample wall."""
    return brought("riddles")


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def k(request: pytest.FixtureRequest, qapp: object) -> Iterator[Kiosk]:
    """A kiosk on the sample wall."""
    with running(fair(), request.param) as kiosk:
        at(kiosk, "2027-02-10")
        kiosk.open(WALL, "riddle.wall")
        yield kiosk


def at(k: Kiosk, day: str) -> None:
    """Noon of a day, by the wall clock."""
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    k.clock.now = lambda: noon  # type: ignore[method-assign]


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def said(k: Kiosk, name: str) -> str:
    return str(k.hand.see(name).property("text")).replace("\n", "")


def guess(k: Kiosk, *, right: bool = True) -> None:
    """Choose the right answer or a wrong one, and send it."""
    answer = k.vm.lantern.right_answer()
    options = k.vm.lantern.options
    place = next(i for i, o in enumerate(options) if (o["text"] == answer) == right and o["look"] != "wrong")
    k.touch_late(f"riddle.option.{place}")
    k.touch_late("riddle.guess")


def boxes(k: Kiosk) -> dict[str, tuple[float, float, float, float]]:
    """Logical places of everything on the page that can be touched."""
    found = {}
    for item in k.hand.items():
        name = item.objectName()
        if (name.startswith("riddle.") and hasattr(item, "clicked")) or item.property("hitMargin") is not None:
            at = item.mapToScene(QPointF(0, 0))
            found[name] = (at.x(), at.y(), at.x() + item.width(), at.y() + item.height())
    return {n: b for n, b in found.items() if n.startswith("riddle.")}


def test_a_lantern_is_opened_guessed_and_lit(k: Kiosk) -> None:
    before = len(k.records("riddle"))
    assert k.vm.fair.sentence == ["今天挂十二盏", "等你来猜"]
    k.touch_late("riddle.lantern.0")
    assert k.shows("第一盏") and k.hand.find("riddle.hintText") is None
    k.touch_late("riddle.hint")
    assert said(k, "riddle.hintText") == "站在枝上，换一个字说，再念出声来。"
    guess(k)
    assert said(k, "riddle.answer") == "荔枝" and said(k, "riddle.verdict") == "猜中了"
    assert "立枝" in said(k, "riddle.how") and "第二十二回" in said(k, "riddle.origin")
    k.touch_late("riddle.back")
    k.hand.see("riddle.wall")
    assert k.vm.fair.sentence == ["今天挂十二盏", "亮了一盏"]
    assert k.hand.see("riddle.moon").property("share") == pytest.approx(1 / 12)
    told = k.records("riddle")[before:]
    assert [(r["event"], r["look"], r["tries"], r["hints"]) for r in told] == [
        ("hint", "dark", 0, 1),
        ("try", "lit", 1, 1),
    ]
    k.touch_late("riddle.lantern.0")
    assert said(k, "riddle.answer") == "荔枝", "a lit lantern opens its explanation"


def test_the_second_miss_shows_the_answer(k: Kiosk) -> None:
    k.touch_late("riddle.lantern.1")
    guess(k, right=False)
    assert k.shows("还能猜 1 次") and k.shows("不是它")
    guess(k, right=False)
    assert said(k, "riddle.answer") == "爆竹" and said(k, "riddle.verdict") == "差一点"
    k.touch_late("riddle.next")
    assert k.shows("第三盏")


def test_giving_up_and_walking_along_the_wall(k: Kiosk) -> None:
    k.touch_late("riddle.lantern.11")
    k.touch_late("riddle.after")
    assert k.shows("第一盏")
    k.touch_late("riddle.before")
    k.touch_late("riddle.giveUp")
    assert said(k, "riddle.answer") == "用" and said(k, "riddle.verdict") == "看过谜底"
    k.hand.touch("nav.back")
    k.hand.see("riddle.wall")
    assert k.names[-1] == WALL, "back leads to the wall first"
    k.hand.touch("nav.back")
    assert k.names[-1] != WALL


def test_a_double_tap_does_not_guess_the_next_lantern(k: Kiosk) -> None:
    k.touch_late("riddle.lantern.0")
    guess(k)
    k.hand.touch("riddle.next")
    k.hand.touch("riddle.next")
    assert k.vm.phase == "answered"
    k.touch_late("riddle.next")
    assert k.vm.phase == "asking" and k.shows("第二盏")


def test_a_round_ends_with_what_was_lit_and_an_invitation(k: Kiosk) -> None:
    k.touch_late("riddle.set")
    assert k.vm.fair.setName == "五一灯谜" and k.vm.fair.total == 8
    k.touch_late("riddle.lantern.0")
    for n in range(8):
        if n == 3:
            k.touch_late("riddle.giveUp")
        else:
            guess(k)
        k.touch_late("riddle.next")
    k.hand.see("riddle.wall")
    assert k.vm.fair.sentence == ["八盏都猜过了", "亮了七盏"]
    assert k.records("riddle")[-1]["event"] == "round" and k.records("riddle")[-1]["lit"] == 7
    k.touch_late("riddle.set")
    assert k.vm.fair.setName == "元宵灯谜" and k.vm.fair.lit == 0
    k.touch_late("riddle.set")
    assert k.vm.fair.lit == 7, "what was lit stays lit"


def test_the_end_of_the_visit_puts_all_lanterns_out(k: Kiosk) -> None:
    k.touch_late("riddle.lantern.0")
    guess(k)
    k.app.shell.look()
    assert k.app.shell._stake == {"riddle"}
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "an unfinished wall is worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(WALL, "riddle.wall")
    assert k.vm.fair.lit == 0


@KEYBOARD
def test_an_answer_is_written_in_pinyin_on_the_drawn_keys(k: Kiosk) -> None:
    k.touch_late("riddle.set")
    k.touch_late("riddle.lantern.1")
    k.touch_late("riddle.write")
    for letter in "suanpan":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: (c := k.hand.find("candidate.0")) is not None and "算盘" in _words(c), "the candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: k.vm.lantern.typed == "算盘", "the word in the field")
    k.clock.ahead += 1
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: k.vm.phase == "answered", "the answer")
    assert k.vm.told.look == "lit"


def _words(item: QQuickItem) -> str:
    own = [str(item.property("text") or item.property("name") or "")]
    return "".join(own + [_words(child) for child in item.childItems()])


@KEYBOARD
def test_pinyin_that_was_not_chosen_costs_no_guess(k: Kiosk) -> None:
    k.touch_late("riddle.lantern.11")
    k.touch_late("riddle.write")
    k.hand.see("key.y")
    k.vm.lantern.write("yong")
    k.clock.ahead += 1
    k.vm.lantern.confirm()
    assert k.vm.phase == "asking" and k.shows("先在键盘上选好汉字")
    k.vm.lantern.write(" 用！")
    k.vm.lantern.confirm()
    assert k.vm.told.look == "lit"


@SIZES
def test_a_riddle_without_choices_and_a_single_set(size: tuple[int, int], qapp: object) -> None:
    with running(shared_union().data, size) as k:
        k.open(EXAMPLE, "riddle.wall")
        assert k.hand.find("riddle.set") is None and k.vm.fair.setName == ""
        k.touch_late("riddle.lantern.3")
        assert k.hand.find("riddle.write") is None and k.hand.find("riddle.option.0") is None
        k.hand.see("riddle.input")
        k.touch_late("riddle.giveUp")
        for n in range(3):
            k.vm.wall()
            k.touch_late(f"riddle.lantern.{n}")
            guess(k)
        k.touch_late("riddle.next")
        k.touch_late("riddle.again")
        assert k.vm.fair.sentence == ["今天挂四盏", "等你来猜"]


@pytest.mark.parametrize("gloves", [False, True])
def test_what_is_touched_is_large_apart_and_in_reach(k: Kiosk, gloves: bool, request: pytest.FixtureRequest) -> None:
    k.touch_late("riddle.lantern.4")
    k.touch_late("riddle.hint")
    found = boxes(k)
    assert {"riddle.guess", "riddle.giveUp", "riddle.option.3", "riddle.write", "riddle.before"} <= set(found)
    portrait = k.hand.window.height() > k.hand.window.width()
    for name, (x0, y0, x1, y1) in found.items():
        assert min(x1 - x0, y1 - y0) >= 72, name
        assert not portrait or y0 >= 768, name
        assert y1 <= k.hand.window.height() - 120, name
        for other, (a0, b0, a1, b1) in found.items():
            apart = x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0
            assert other == name or apart, f"{name} lies on {other}"


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("read_size", [0, 3])
@SIZES
def test_every_page_of_every_riddle_shows_without_a_warning(
    lang: str, read_size: int, size: tuple[int, int], qapp: object
) -> None:
    with running(fair(), size, language=lang, glove=True) as k:
        k.app.visit.setReadSize(read_size)
        k.app.visit.setNight(read_size == 3)
        k.open(WALL, "riddle.wall")
        for _ in range(2):
            for place in range(k.vm.fair.total):
                k.vm.fair.touch(place)
                k.hand.pump()
                slip = k.hand.see("riddle.slip")
                right = slip.mapToScene(QPointF(slip.width(), 0)).x()
                assert right <= (size[0] if size == PORTRAIT else 768) + 1
                k.clock.ahead += 1
                k.vm.lantern.giveUp()
                k.hand.pump()
                assert (said(k, "riddle.meaning") != "") if lang == "en" else k.hand.find("riddle.meaning") is None
                k.vm.wall()
            k.clock.ahead += 1
            k.vm.fair.nextSet()
        assert k.vm.fair.allDone
        k.hand.window.grabWindow()


def test_lanterns_sway_only_where_they_are_seen_and_motion_is_wanted(qapp: object) -> None:
    with running(fair(), calm=False) as k:
        k.open(WALL, "riddle.wall")
        wall = k.hand.see("riddle.wall")
        assert wall.property("stirred") is True
        k.app.shell.openRoom("riddle")
        k.hand.wait(lambda: wall.property("stirred") is False, "the covered wall is still")
        k.app.shell.back()
        k.hand.wait(lambda: wall.property("stirred") is True, "it is seen again")
    with running(fair(), calm=True) as k:
        k.open(WALL, "riddle.wall")
        assert k.hand.see("riddle.wall").property("stirred") is False


@pytest.mark.parametrize(
    ("day", "name"),
    [("2027-02-10", "元宵灯谜"), ("2027-05-01", "五一灯谜"), ("2027-08-01", "元宵灯谜"), ("1970-05-01", "元宵灯谜")],
)
def test_the_set_of_the_season_hangs_first(day: str, name: str, qapp: object) -> None:
    with running(fair()) as k:
        at(k, day)
        k.open(WALL, "riddle.wall")
        assert k.vm.fair.setName == name
