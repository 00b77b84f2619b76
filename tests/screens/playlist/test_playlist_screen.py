"""From home into today's playlist, through it item by item, and out again; all by touch on the real window."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from support.kiosk import SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.reach import check_reach
from support.union import Union

LIST = "model-workers/may-day"
FIRST, SECOND, THIRD = (f"model-workers/{who}" for who in ("wang-jin-xi", "xu-zhen-chao", "gao-feng-lin"))


def sheet(k: Kiosk) -> Any:
    k.hand.see("handoff")
    k.hand.settle(0.1)
    assert k.app.shell.sheet is not None
    return k.app.shell.sheet.vm


def vm(k: Kiosk) -> Any:
    assert k.app.shell.page is not None
    return k.app.shell.page.vm


def on(k: Kiosk, uid: str) -> None:
    k.hand.wait(lambda: k.app.shell.pageUid == uid, uid)
    k.hand.settle(0.1)


@SIZES
def test_through_it_from_home(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.hand.touch("home.occasion")
        k.hand.see("playlist.row.2")
        assert k.shows("五一认识三个人") and k.shows("五一劳动节")
        k.hand.settle(0.1)
        check_reach(k, size, least=4)
        k.hand.touch("playlist.go")
        on(k, FIRST)
        k.hand.touch("nav.carry")
        assert sheet(k).following == "许振超"
        k.hand.touch("handoff.forward")
        on(k, SECOND)
        assert k.app.shell.sheet is None
        assert k.names == ["home", "playlist", SECOND]
        k.hand.touch("nav.back")
        k.hand.see("playlist.go")
        k.hand.settle(0.1)
        assert k.shows("下一个 高凤林") and k.shows("看过")
        k.hand.touch("playlist.go")
        on(k, THIRD)
        k.hand.touch("nav.carry")
        assert sheet(k).following == ""
        k.hand.touch("handoff.close")
        k.hand.wait(lambda: k.app.shell.sheet is None, "the sheet to go")
        k.hand.touch("nav.back")
        k.hand.wait(lambda: k.shows("再从头看一遍"), "the end of the list")


def test_the_end_of_the_reading_offers_the_next(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.openPlaylist(LIST)
        k.hand.touch("playlist.row.1")
        on(k, SECOND)
        k.app.narrator.finished.emit()
        assert k.app.shell.sheet is None  # somebody else's reading
        story = vm(k)
        if story.can_listen():
            story.listen()
            k.app.narrator.ended()
        else:
            story.over.emit()
        assert sheet(k).ended
        k.hand.touch("handoff.forward")
        on(k, THIRD)


def test_outside_a_playlist_nothing_is_offered_at_the_end(union: Union) -> None:
    with running(union.data) as k:
        k.open(FIRST, "story")
        vm(k).over.emit()
        assert k.app.shell.sheet is None


def test_the_end_of_the_visit_forgets_the_way(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.openPlaylist(LIST)
        k.hand.touch("playlist.go")
        on(k, FIRST)
        k.hand.touch("nav.carry")
        sheet(k)
        k.app.shell.endVisit()
        assert (k.app.guide.walk.uid, k.app.shell.sheet) == ("", None)
        k.app.shell.wake()
        k.app.shell.openPlaylist(LIST)
        k.hand.wait(lambda: k.shows("从头看"), "a fresh playlist")
        assert not k.shows("看过")


def test_a_double_tap_begins_once(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.openPlaylist(LIST)
        go = k.hand.see("playlist.go")
        k.hand.settle(0.1)
        point = k.hand.middle(go)
        k.hand.touch_at(point)
        k.hand.touch_at(point)
        on(k, FIRST)
        assert k.names.count(FIRST) == 1


def test_another_playlist_and_one_that_is_gone(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.openPlaylist(LIST)
        k.hand.see("playlist")
        vm(k).openOther("model-workers/any-time")
        k.hand.wait(lambda: k.shows("随时看看"), "the other list")
        assert k.names == ["home", "playlist"]
        k.app.shell.openPlaylist("model-workers/gone")
        k.hand.wait(lambda: k.shows("这个播放单不在了"), "what is gone")


def test_by_keyboard(union: Union) -> None:
    with running(union.data) as k:
        k.app.shell.openPlaylist(LIST)
        k.hand.see("playlist.row.0")
        for _ in range(12):
            k.hand.key(Qt.Key.Key_Tab)
            item: Any = k.app.window.activeFocusItem()
            if item is not None and item.objectName() == "playlist.go":
                break
        k.hand.key(Qt.Key.Key_Return)
        on(k, FIRST)


@pytest.mark.parametrize("size", [(1080, 1920)])
def test_an_untrusted_clock_offers_what_has_no_date(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        home: Any = k.app.shell.pages[0].vm
        trusted: list[date | None] = [None]
        home._trusted = lambda: trusted[0]
        home.changed.emit()
        assert home.occasion["title"] == "随时看看"
        trusted[0] = date(2026, 10, 8)
        home.changed.emit()
        assert (home.occasion["title"], home.occasion["fact"]) == ("王进喜生于甘肃玉门", "1923 年")
        k.hand.touch("home.occasion")
        on(k, FIRST)


@pytest.mark.parametrize("day", [pytest.param("en", marks=SPEAKS_ENGLISH)])
def test_in_english(union: Union, day: str) -> None:
    with running(union.data, language="en") as k:
        assert k.shows("Three for May Day")
        k.hand.touch("home.occasion")
        k.hand.wait(lambda: k.shows("May Day"), "the playlist")
