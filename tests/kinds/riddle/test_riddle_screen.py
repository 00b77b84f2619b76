"""The wall of lanterns on the real screen, touched by a real finger, in both orientations and both languages."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running, shared_union

from kiosk.records import RecordBook
from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs

WALL = "riddles/lantern-fair"
EXAMPLE = "examples/example-riddle"
KEYBOARD = pytest.mark.qt_log_ignore("PopupList")


@cache
def fair() -> Path:
    """A kiosk's data folder with the sample wall."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-fair-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    shutil.copytree(content_folder() / "riddles", place / "content/riddles")
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


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


def vm(k: Kiosk) -> Any:
    return k.app.shell.page.vm


def touch(k: Kiosk, name: str) -> None:
    """Touch when the page has been up long enough not to take it for a second tap."""
    k.clock.ahead += 1
    k.hand.touch(name)
    k.hand.pump()


def said(k: Kiosk, name: str) -> str:
    return str(k.hand.see(name).property("text")).replace("\n", "")


def guess(k: Kiosk, *, right: bool = True) -> None:
    """Choose the right answer or a wrong one, and send it."""
    answer = vm(k).right_answer()
    options = vm(k).options
    place = next(i for i, o in enumerate(options) if (o["text"] == answer) == right and o["look"] != "wrong")
    touch(k, f"riddle.option.{place}")
    touch(k, "riddle.guess")


def records(k: Kiosk) -> list[dict[str, Any]]:
    k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
    book = RecordBook(k.app.settings.data_dir / "records.db")
    try:
        return list(book.payloads("riddle"))
    finally:
        book.close()


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
    before = len(records(k))
    assert vm(k).sentence == ["今天挂十二盏", "等你来猜"]
    touch(k, "riddle.lantern.0")
    assert k.shows("第一盏") and k.hand.find("riddle.hintText") is None
    touch(k, "riddle.hint")
    assert said(k, "riddle.hintText") == "站在枝上，换一个字说，再念出声来。"
    guess(k)
    assert said(k, "riddle.answer") == "荔枝" and said(k, "riddle.verdict") == "猜中了"
    assert "立枝" in said(k, "riddle.how") and "第二十二回" in said(k, "riddle.origin")
    touch(k, "riddle.back")
    k.hand.see("riddle.wall")
    assert vm(k).sentence == ["今天挂十二盏", "亮了一盏"]
    assert k.hand.see("riddle.moon").property("share") == pytest.approx(1 / 12)
    told = records(k)[before:]
    assert [(r["event"], r["look"], r["tries"], r["hints"]) for r in told] == [
        ("hint", "dark", 0, 1),
        ("try", "lit", 1, 1),
    ]
    touch(k, "riddle.lantern.0")
    assert said(k, "riddle.answer") == "荔枝", "a lit lantern opens its explanation"


def test_the_second_miss_shows_the_answer(k: Kiosk) -> None:
    touch(k, "riddle.lantern.1")
    guess(k, right=False)
    assert k.shows("还能猜 1 次") and k.shows("不是它")
    guess(k, right=False)
    assert said(k, "riddle.answer") == "爆竹" and said(k, "riddle.verdict") == "差一点"
    touch(k, "riddle.next")
    assert k.shows("第三盏")


def test_giving_up_and_walking_along_the_wall(k: Kiosk) -> None:
    touch(k, "riddle.lantern.11")
    touch(k, "riddle.after")
    assert k.shows("第一盏")
    touch(k, "riddle.before")
    touch(k, "riddle.giveUp")
    assert said(k, "riddle.answer") == "用" and said(k, "riddle.verdict") == "看过谜底"
    k.hand.touch("nav.back")
    k.hand.see("riddle.wall")
    assert k.names[-1] == WALL, "back leads to the wall first"
    k.hand.touch("nav.back")
    assert k.names[-1] != WALL


def test_a_double_tap_does_not_guess_the_next_lantern(k: Kiosk) -> None:
    touch(k, "riddle.lantern.0")
    guess(k)
    k.hand.touch("riddle.next")
    k.hand.touch("riddle.next")
    assert vm(k).phase == "answered"
    touch(k, "riddle.next")
    assert vm(k).phase == "asking" and k.shows("第二盏")


def test_a_round_ends_with_what_was_lit_and_an_invitation(k: Kiosk) -> None:
    touch(k, "riddle.set")
    assert vm(k).setName == "五一灯谜" and vm(k).total == 8
    touch(k, "riddle.lantern.0")
    for n in range(8):
        if n == 3:
            touch(k, "riddle.giveUp")
        else:
            guess(k)
        touch(k, "riddle.next")
    k.hand.see("riddle.wall")
    assert vm(k).sentence == ["八盏都猜过了", "亮了七盏"]
    assert records(k)[-1]["event"] == "round" and records(k)[-1]["lit"] == 7
    touch(k, "riddle.set")
    assert vm(k).setName == "元宵灯谜" and vm(k).lit == 0
    touch(k, "riddle.set")
    assert vm(k).lit == 7, "what was lit stays lit"


def test_the_end_of_the_visit_puts_all_lanterns_out(k: Kiosk) -> None:
    touch(k, "riddle.lantern.0")
    guess(k)
    k.app.shell.look()
    assert k.app.shell._stake == {"riddle"}
    k.pass_time(k.app.settings.idle_seconds + 1)
    assert k.app.shell.asking > 0, "an unfinished wall is worth a question"
    k.pass_time(k.app.settings.countdown_seconds + 1)
    k.hand.see("attract")
    k.app.shell.wake()
    k.open(WALL, "riddle.wall")
    assert vm(k).lit == 0


@KEYBOARD
def test_an_answer_is_written_in_pinyin_on_the_drawn_keys(k: Kiosk) -> None:
    touch(k, "riddle.set")
    touch(k, "riddle.lantern.1")
    touch(k, "riddle.write")
    for letter in "suanpan":
        k.hand.touch(f"key.{letter}")
    k.hand.wait(lambda: (c := k.hand.find("candidate.0")) is not None and "算盘" in _words(c), "the candidate")
    k.hand.touch("candidate.0")
    k.hand.wait(lambda: vm(k).typed == "算盘", "the word in the field")
    k.clock.ahead += 1
    k.hand.touch("key.confirm")
    k.hand.wait(lambda: vm(k).phase == "answered", "the answer")
    assert vm(k).look == "lit"


def _words(item: QQuickItem) -> str:
    own = [str(item.property("text") or item.property("name") or "")]
    return "".join(own + [_words(child) for child in item.childItems()])


@KEYBOARD
def test_pinyin_that_was_not_chosen_costs_no_guess(k: Kiosk) -> None:
    touch(k, "riddle.lantern.11")
    touch(k, "riddle.write")
    k.hand.see("key.y")
    vm(k).write("yong")
    k.clock.ahead += 1
    vm(k).confirm()
    assert vm(k).phase == "asking" and k.shows("先在键盘上选好汉字")
    vm(k).write(" 用！")
    vm(k).confirm()
    assert vm(k).look == "lit"


@SIZES
def test_a_riddle_without_choices_and_a_single_set(size: tuple[int, int], qapp: object) -> None:
    with running(shared_union().data, size) as k:
        k.open(EXAMPLE, "riddle.wall")
        assert k.hand.find("riddle.set") is None and vm(k).setName == ""
        touch(k, "riddle.lantern.3")
        assert k.hand.find("riddle.write") is None and k.hand.find("riddle.option.0") is None
        k.hand.see("riddle.input")
        touch(k, "riddle.giveUp")
        for n in range(3):
            vm(k).wall()
            touch(k, f"riddle.lantern.{n}")
            guess(k)
        touch(k, "riddle.next")
        touch(k, "riddle.again")
        assert vm(k).sentence == ["今天挂四盏", "等你来猜"]


@pytest.mark.parametrize("gloves", [False, True])
def test_what_is_touched_is_large_apart_and_in_reach(k: Kiosk, gloves: bool, request: pytest.FixtureRequest) -> None:
    touch(k, "riddle.lantern.4")
    touch(k, "riddle.hint")
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
            for place in range(vm(k).total):
                vm(k).touch(place)
                k.hand.pump()
                slip = k.hand.see("riddle.slip")
                right = slip.mapToScene(QPointF(slip.width(), 0)).x()
                assert right <= (size[0] if size == PORTRAIT else 768) + 1
                k.clock.ahead += 1
                vm(k).giveUp()
                k.hand.pump()
                assert (said(k, "riddle.meaning") != "") if lang == "en" else k.hand.find("riddle.meaning") is None
                vm(k).wall()
            k.clock.ahead += 1
            vm(k).nextSet()
        assert vm(k).allDone
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
        assert vm(k).setName == name
