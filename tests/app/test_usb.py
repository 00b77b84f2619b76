"""A stick from the door to the screen, by touch: asked, listed, copied, pulled too early, put back, done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.reach import check_reach
from support.stick import HASHED, Stick, enter, held, publish_film, stick_of
from support.union import Union

from kiosk.screens.usb import watch
from kiosk.state.lease import QUIET

WANG = "model-workers/wang-jin-xi"
pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def newer(own_union: Union, tmp_path: Path) -> tuple[Union, Stick]:
    """A stick with one story more than the kiosk has."""
    source = own_union.samples.content / "model-workers" / "stories"
    shutil.copytree(source / "wang-jin-xi", source / "wang-two")
    own_union.edit("model-workers/stories/wang-jin-xi/index.md", "title: 铁人王进喜\n", "title: 新版铁人王进喜\n")
    own_union.publish("model-workers")
    return own_union, stick_of(own_union, tmp_path)


def plugged(k: Kiosk, stick: Stick, seen: str = "usb.sheet") -> None:
    stick.put_in()
    k.hand.see(seen)
    k.hand.settle(0.05)


def go_in(k: Kiosk, stick: Stick) -> None:
    """Plug in, touch the sheet, type the PIN, wait until the stick was looked at."""
    plugged(k, stick)
    k.hand.touch("usb.sheet.go")
    enter(k)
    k.hand.see("usb")
    k.hand.wait(lambda: k.app.duty.stick.now.phase == "ready", "the list")
    k.hand.settle(0.05)


def phase(k: Kiosk) -> str:
    return k.app.duty.stick.now.phase


@SIZES
def test_stick_pin_copy_done_and_the_story_is_on_home_without_a_restart(
    newer: tuple[Union, Stick], size: tuple[int, int]
) -> None:
    union, stick = newer
    with running(union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        assert k.shows("4 位")
        go_in(k, stick)
        assert k.names == ["home", "usb"]
        assert k.shows("第1版 → 第2版") and k.shows("一模一样") and k.shows("认得这支U盘")
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")
        k.hand.settle(0.05)
        assert k.hand.see("usb.sentence").property("text") == "可以拔了"
        assert k.shows("收下 1 项") and k.shows("已收")
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: k.names == ["home"] and k.shows("5 位"), "home with the new story")
        k.open(WANG, "story.text")
        assert "新版" in k.app.shell.page.vm.header.title
        assert not k.app.duty.pin.is_open, "leaving the page locks the gate"


def test_a_visitor_puts_the_sheet_away_and_nothing_is_taken(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        k.hand.wait(lambda: phase(k) == "ready", "the look at the stick")
        k.hand.touch("usb.sheet.close")
        k.hand.wait(lambda: not k.hand.find("usb.sheet"), "the sheet gone")
        assert (k.names, phase(k)) == (["home"], "ready")
        k.hand.touch("home.door")
        assert k.hand.see("catalog.grid")
        assert k.app.duty.status.task != "bring"


def test_the_sheet_stands_over_a_story_and_goes_with_the_stick(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, pin=HASHED) as k:
        k.open(WANG, "story.text")
        plugged(k, stick)
        assert k.names[-1] == WANG, "the story stays"
        stick.pull()
        k.hand.wait(lambda: not k.hand.find("usb.sheet"), "the sheet gone with the stick")
        assert k.names[-1] == WANG


def test_the_number_pad_goes_with_the_stick_it_was_opened_for(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        k.hand.touch("usb.sheet.go")
        k.hand.see("pin")
        stick.pull()
        k.hand.wait(lambda: k.names == ["home"], "home")


def test_the_attract_loop_gives_way_to_the_sheet_and_comes_back(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, attract=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        assert not k.app.shell.attract
        k.hand.wait(lambda: phase(k) == "ready", "the look at the stick")
        k.pass_time(61)
        assert k.app.shell.attract and k.app.shell.sheet is None


def test_without_a_pin_the_sheet_says_how_to_set_one(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media) as k:
        plugged(k, stick)
        assert k.shows("kiosk pin set")
        assert not k.hand.find("usb.sheet.go")


def test_off_means_nothing_happens(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, usb="off") as k:
        before = k.texts()
        stick.put_in()
        k.hand.settle(0.5)
        assert (k.texts(), k.names, k.app.shell.sheet) == (before, ["home"], None)


@SIZES
def test_automatic_begins_by_itself_after_the_countdown(newer: tuple[Union, Stick], size: tuple[int, int]) -> None:
    union, stick = newer
    with running(union.data, size, watch=True, media=stick.media, usb="auto") as k:
        plugged(k, stick, "usb")
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")
        stick.pull()
        k.hand.wait(lambda: k.names == ["home"] and k.shows("5 位"), "home with the new story")


def test_the_countdown_can_be_stopped(newer: tuple[Union, Stick], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "TICK_MS", 3_600_000)
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, usb="auto") as k:
        plugged(k, stick, "usb")
        k.hand.wait(lambda: k.shows("5 秒后自己开始"), "the countdown")
        k.hand.touch("usb.secondary")
        assert k.app.duty.stick.now.countdown == 0
        assert not k.shows("秒后")
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")


@SIZES
def test_pulled_too_early_says_so_and_goes_on_when_it_is_back(
    own_union: Union, tmp_path: Path, size: tuple[int, int]
) -> None:
    publish_film(own_union)
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        with held(k):
            assert k.hand.see("usb.sentence").property("text") == "插着别动"
            stick.pull()
        k.hand.wait(lambda: phase(k) == "removed", "that it was pulled")
        k.hand.settle(0.05)
        assert k.hand.see("usb.sentence").property("text") == "拔早了"
        assert k.shows("插回来就接着拷") and k.shows("不用从头来") and k.shows("原来的内容没动")
        stick.put_in()
        k.hand.wait(lambda: phase(k) == "done", "that it went on by itself")
        k.hand.wait(lambda: "films" in {p["pack"] for p in k.app.duty.status.live}, "the new pack on the screen")


def test_giving_up_a_pulled_stick_leads_home(own_union: Union, tmp_path: Path) -> None:
    publish_film(own_union)
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        with held(k):
            stick.pull()
        k.hand.wait(lambda: phase(k) == "removed", "that it was pulled")
        k.hand.touch("usb.secondary")
        k.hand.wait(lambda: k.names == ["home"], "home")
        stick.put_in()
        assert k.hand.see("usb.sheet"), "it asks again"


def test_idle_leaves_the_page_but_not_the_copy(own_union: Union, tmp_path: Path) -> None:
    publish_film(own_union)
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        with held(k):
            k.pass_time(100)
            assert k.names == ["home", "usb"], "somebody waits for the copy"
            k.pass_time(QUIET)
            assert k.app.shell.attract
            assert "%" in k.hand.see("attract.mark").property("text")
            k.hand.touch("attract.touch")
            k.hand.wait(lambda: not k.app.shell.attract, "home")
            assert k.hand.see("nav.mark").property("icon") == "tray-arrow-down"
            assert k.app.duty.status.task == "bring"
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")
        assert k.hand.see("usb.sheet")
        assert k.shows("U盘可以拔了")
        stick.pull()
        k.hand.wait(lambda: not k.hand.find("usb.sheet") and not k.app.shell.markIcon, "all quiet")


def test_over_a_story_the_end_of_the_copy_is_only_a_mark(own_union: Union, tmp_path: Path) -> None:
    publish_film(own_union)
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        with held(k):
            k.hand.touch("nav.home")
            k.open(WANG, "story.text")
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")
        assert k.app.shell.sheet is None
        assert k.hand.see("nav.mark").property("text") == "可拔U盘"


def test_stopping_keeps_what_is_copied_and_can_go_on(own_union: Union, tmp_path: Path) -> None:
    publish_film(own_union)
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        with held(k):
            k.hand.touch("usb.secondary")
        k.hand.wait(lambda: phase(k) == "ready", "the list again")
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: phase(k) == "done", "the end of the copy")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_more_packs_than_fit_and_long_titles_scroll(own_union: Union, tmp_path: Path, size: tuple[int, int]) -> None:
    for number in range(6):
        publish_film(
            own_union, f"pack-{number}", 1000, 1, title=f"第{number}车间" + "班组建设与安全生产先进事迹汇编" * 3
        )
    stick = stick_of(own_union, tmp_path)
    with running(own_union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        rows = k.hand.see("usb.packs")
        assert rows.property("count") == 8
        assert k.shows("新的 6 项")
        before = rows.property("contentY")
        k.hand.touch("usb.more")
        k.hand.wait(lambda: rows.property("contentY") > before, "the list scrolled")
        for _ in range(8):
            if k.hand.find("usb.more"):
                k.hand.touch("usb.more")
                k.hand.settle(0.05)
        assert not k.hand.find("usb.more"), "the end of the list"
        assert k.shows("示例")


def test_damaged_bytes_are_told_and_the_screen_stays(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    known = {p.name for p in (union.data / "store" / "blobs").rglob("*")}
    for blob in (stick.place / "blobs").rglob("*"):
        if blob.is_file() and blob.name not in known:
            raw = bytearray(blob.read_bytes())
            raw[0] ^= 1
            blob.write_bytes(raw)
    with running(union.data, watch=True, media=stick.media, pin=HASHED) as k:
        go_in(k, stick)
        k.hand.touch("usb.primary")
        k.hand.wait(lambda: phase(k) == "refused", "that it is damaged")
        k.hand.settle(0.05)
        assert k.hand.see("usb.sentence").property("text") == "有的坏了"
        assert k.shows("已损坏") and k.shows("请换一个U盘") and k.shows("原来的内容没动")
        k.hand.touch("nav.home")
        assert k.shows("4 位")


def test_a_stranger_s_stick_is_not_known_here(own_union: Union, tmp_path: Path) -> None:
    from kiosk.packs.publisher import publish

    place = tmp_path / "STRANGER"
    publish.init(place, "stranger", tmp_path / "stranger-keys")
    stick = Stick(place)
    with running(own_union.data, watch=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        k.hand.touch("usb.sheet.go")
        enter(k)
        k.hand.wait(lambda: phase(k) == "refused", "that it is not trusted")
        k.hand.settle(0.05)
        assert k.hand.see("usb.sentence").property("text") == "不认得"
        assert k.hand.see("usb.packs").property("count") == 0, "nothing of it is shown"
        assert k.shows("原来的内容没动")


@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("night", [False, True])
def test_every_text_size_and_theme(newer: tuple[Union, Stick], lang: str, night: bool) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, pin=HASHED, language=lang) as k:
        go_in(k, stick)
        k.app.visit.setNight(night)
        for size in range(4):
            k.app.visit.setReadSize(size)
            k.hand.settle(0.05)
            assert k.hand.see("usb.packs").property("count") == 2
            assert k.hand.see("usb.primary").isEnabled()


@SIZES
def test_everything_is_in_reach(newer: tuple[Union, Stick], size: tuple[int, int]) -> None:
    union, stick = newer
    with running(union.data, size, watch=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        check_reach(k, size)
        k.hand.touch("usb.sheet.go")
        k.hand.see("pin")
        k.hand.settle(0.05)
        check_reach(k, size, 13)
        enter(k)
        k.hand.see("usb.primary")
        k.hand.settle(0.05)
        check_reach(k, size)


def test_the_sheet_speaks_the_visitor_s_language(newer: tuple[Union, Stick]) -> None:
    union, stick = newer
    with running(union.data, watch=True, media=stick.media, pin=HASHED) as k:
        plugged(k, stick)
        assert k.shows("U盘已插入")
        k.app.visit.setLang("en")
        k.hand.wait(lambda: k.shows("A USB stick is in"), "English")
        k.app.shell.endVisit()
        assert k.app.shell.sheet is None
