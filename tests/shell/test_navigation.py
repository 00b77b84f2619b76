"""The shell without its window: the stack, the race of two touches, and what the end of a visit takes away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from support.clock import HandClock
from support.house import drop_deferred

from kiosk.sdk.narrator import Narrator
from kiosk.shell.idle import Idle
from kiosk.shell.page import Page
from kiosk.shell.shell import DEEPEST, Shell
from kiosk.state.visit import Visit


class Screen(QObject):
    """A view model that knows when it is left."""

    def __init__(self, log: list[str], name: str, listens: bool = False) -> None:
        super().__init__()
        self.log, self.name, self.listens, self.heard = log, name, listens, 0

    def leave(self) -> None:
        self.log.append(self.name)

    def can_listen(self) -> bool:
        return self.listens

    def listen(self) -> bool:
        self.heard += 1
        return True


class FakeNarrator(QObject):
    """A reader without sound; the real one's signals and words."""

    from PySide6.QtCore import Signal

    failed = Signal(str)
    uid, playing = "", False

    def stop(self) -> None:
        self.uid, self.playing = "", False

    def toggle(self) -> None:
        self.playing = not self.playing


@dataclass
class FakePages:
    """Pages without screens; items come when they are told to."""

    left: list[str] = field(default_factory=list)
    waiting: dict[str, Callable[[Page], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def make(self, name: str, uid: str = "") -> Page:
        return Page(name, Path(f"{name}.qml"), Screen(self.left, uid or name, listens=bool(uid)), uid)

    def home(self) -> Page:
        return self.make("home")

    def catalog(self, **how: Any) -> Page:
        self.asked.append(("catalog", how))
        return self.make("catalog")

    def search(self) -> Page:
        return self.make("search")

    def item(self, uid: str, done: Callable[[Page], None]) -> None:
        self.waiting[uid] = done

    def come(self, uid: str) -> None:
        self.waiting.pop(uid)(self.make("story", uid))


@dataclass
class House:
    """A shell and everything around it."""

    shell: Shell
    pages: FakePages
    visit: Visit
    narrator: FakeNarrator
    clock: HandClock

    @property
    def names(self) -> list[str]:
        return [p.uid or p.name for p in self.shell._stack]

    def open(self, uid: str) -> None:
        self.shell.openItem(uid)
        self.pages.come(uid)


@pytest.fixture
def house(qapp: object) -> Iterator[House]:
    owner = QObject()
    pages, visit, narrator, clock = FakePages(), Visit("zh", owner), FakeNarrator(owner), HandClock()
    shell = Shell(pages, visit, cast("Narrator", narrator), clock, Idle(60, 10), owner)
    # In the window, QML releases the pages it lets go of.
    stack: list[Page] = []

    def cleared(page: Page) -> None:
        for old in stack:
            old.release()
        stack[:] = [page]

    shell.pushed.connect(stack.append)
    shell.popped.connect(lambda: stack.pop().release())
    shell.cleared.connect(cleared)
    shell.start()
    shell._tick.stop()
    yield House(shell, pages, visit, narrator, clock)
    owner.deleteLater()
    drop_deferred()


def test_rooms_lie_on_home_and_back_leads_through_them(house: House) -> None:
    shell = house.shell
    assert (shell.depth, house.names) == (1, ["home"])
    shell.openRoom("quiz")
    house.open("mw/wang")
    assert (shell.depth, shell.pageUid, house.names) == (3, "mw/wang", ["home", "catalog", "mw/wang"])
    shell.back()
    assert house.names == ["home", "catalog"]
    assert house.pages.left == ["mw/wang"]
    shell.back()
    shell.back()
    assert house.names == ["home"]


def test_home_leaves_everything_at_once_and_keeps_what_was_chosen(house: House) -> None:
    house.visit.setReadSize(3)
    house.shell.openRoom("story")
    house.open("mw/wang")
    house.shell.home()
    assert house.names == ["home"]
    assert sorted(house.pages.left) == ["catalog", "home", "mw/wang"]
    assert house.visit.readSize == 3


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        (lambda s: s.openRoom("quiz"), {"kind": "quiz"}),
        (lambda s: s.openEra("reform"), {"kind": "story", "era": "reform"}),
        (lambda s: s.openMinutes(8), {"minutes": 8}),
    ],
)
def test_ways_into_a_list(house: House, way: Callable[[Shell], None], asked: dict[str, Any]) -> None:
    way(house.shell)
    assert house.pages.asked == [("catalog", asked)]


def test_search_is_opened_once(house: House) -> None:
    house.shell.openSearch()
    house.shell.openSearch()
    assert house.names == ["home", "search"]


def test_related_items_can_be_followed_for_ever(house: House) -> None:
    for n in range(5 * DEEPEST):
        house.open(f"mw/s{n}")
        assert house.shell.depth <= DEEPEST
        assert house.shell.pageUid == f"mw/s{n}"
        assert house.names[0] == "home"
    assert house.shell.depth > 1


def test_the_same_item_is_not_opened_over_itself(house: House) -> None:
    house.open("mw/wang")
    house.shell.openItem("mw/wang")
    assert house.pages.waiting == {}


@pytest.mark.parametrize("first", ["a", "b"])
def test_of_two_quick_touches_the_last_wins(house: House, first: str) -> None:
    house.shell.openItem("mw/a")
    house.shell.openItem("mw/b")
    for uid in (f"mw/{first}", "mw/b" if first == "a" else "mw/a"):
        house.pages.come(uid)
    assert house.names == ["home", "mw/b"]
    assert house.pages.left == ["mw/a"]


@pytest.mark.parametrize(
    ("meanwhile", "names"),
    [
        pytest.param(lambda h: h.shell.back(), ["home"], id="back"),
        pytest.param(lambda h: h.shell.home(), ["home"], id="home"),
        pytest.param(lambda h: h.shell.openRoom("quiz"), ["home", "catalog"], id="a room"),
        pytest.param(lambda h: h.shell.openSearch(), ["home", "search"], id="search"),
        pytest.param(lambda h: h.shell.openMinutes(3), ["home", "catalog"], id="minutes"),
        pytest.param(lambda h: h.visit.setLang("en"), ["home"], id="the other language"),
        pytest.param(lambda h: h.shell.endVisit(), ["home"], id="the end of the visit"),
    ],
)
def test_a_touch_on_something_else_drops_what_was_still_loading(
    house: House, meanwhile: Callable[[House], None], names: list[str]
) -> None:
    house.shell.openItem("mw/slow")
    meanwhile(house)
    house.pages.come("mw/slow")
    assert house.names == names
    assert "mw/slow" in house.pages.left


def test_the_other_language_starts_again_from_home(house: House) -> None:
    house.open("mw/wang")
    house.narrator.uid = "mw/wang"
    house.visit.setLang("en")
    assert house.names == ["home"]
    assert house.narrator.uid == ""
    assert not house.shell.attract


def test_a_notice_is_said_once_and_gone_with_the_page(house: House, qtbot: QtBot) -> None:
    shell = house.shell
    with qtbot.waitSignal(shell.noticeChanged):
        shell.say("声音放不出来", "先看文字", "bad")
    assert (shell.noticeTitle, shell.noticeNote, shell.noticeTone) == ("声音放不出来", "先看文字", "bad")
    shell.dismissNotice()
    with qtbot.assertNotEmitted(shell.noticeChanged):
        shell.dismissNotice()
    shell.say("again")
    shell.openRoom("quiz")
    assert shell.noticeTitle == ""


def test_a_narration_that_fails_is_said(house: House) -> None:
    house.narrator.failed.emit("no such file")
    assert (house.shell.noticeTitle, house.shell.noticeTone) == ("声音放不出来", "bad")


def test_back_closes_the_panel_before_the_page(house: House) -> None:
    shell = house.shell
    shell.openRoom("quiz")
    shell.togglePanel()
    shell.back()
    assert (shell.panel, shell.depth) == (False, 2)
    shell.togglePanel()
    shell.openRoom("story")
    assert not shell.panel


def test_the_listening_cell_reads_this_page_or_holds_what_is_read(house: House) -> None:
    shell, narrator = house.shell, house.narrator
    shell.listen()
    assert not shell.canListen
    house.open("mw/wang")
    vm = cast("Screen", cast("Page", shell.page).vm)
    assert shell.canListen
    shell.listen()
    assert vm.heard == 1
    narrator.uid, narrator.playing = "mw/wang", True
    shell.listen()
    assert (vm.heard, narrator.playing) == (1, False)
    shell.home()
    shell.listen()
    assert narrator.playing
    shell.showReading()
    house.pages.come("mw/wang")
    assert shell.pageUid == "mw/wang"


def pass_time(house: House, seconds: float) -> None:
    house.clock.ahead += seconds
    house.shell.look()


@pytest.mark.parametrize(
    "stake",
    [
        pytest.param(lambda h: h.open("mw/wang"), id="a page away from home"),
        pytest.param(lambda h: h.shell.atStake("quiz", True), id="an unfinished quiz"),
        pytest.param(lambda h: h.shell.togglePanel(), id="the open panel"),
    ],
)
def test_with_something_at_stake_the_visitor_is_asked(house: House, stake: Callable[[House], None]) -> None:
    stake(house)
    pass_time(house, 61)
    assert (house.shell.asking, house.shell.attract) == (9, False)
    pass_time(house, 3)
    assert house.shell.asking == 6
    house.shell.touched()
    assert house.shell.asking == 0
    pass_time(house, 59)
    assert house.shell.asking == 0
    pass_time(house, 2)
    pass_time(house, 10)
    assert house.shell.attract


def test_at_home_with_nothing_to_lose_the_loop_comes_without_a_question(house: House) -> None:
    pass_time(house, 61)
    assert house.shell.attract


@pytest.mark.parametrize("playing", ["narrator", "film"])
def test_who_listens_is_there(house: House, playing: str) -> None:
    house.open("mw/wang")
    if playing == "film":
        house.shell.keepAwake("segment", True)
    else:
        house.narrator.playing = True
    pass_time(house, 3600)
    assert (house.shell.asking, house.shell.attract) == (0, False)
    house.shell.keepAwake("segment", False)
    house.narrator.playing = False
    pass_time(house, 59)
    assert house.shell.asking == 0
    pass_time(house, 2)
    assert house.shell.asking > 0


def test_the_end_of_the_visit_takes_everything_along(house: House, qtbot: QtBot) -> None:
    shell = house.shell
    house.visit.setLang("en")
    house.visit.setReadSize(3)
    house.visit.setNight(True)
    house.open("mw/wang")
    shell.togglePanel()
    shell.say("something")
    shell.atStake("quiz", True)
    shell.keepAwake("film", True)
    house.narrator.uid, house.narrator.playing = "mw/wang", True
    visitor = house.visit.id
    with qtbot.waitSignal(shell.visitEnded):
        shell.endVisit()
    assert (shell.attract, house.names, shell.panel, shell.noticeTitle, shell.asking) == (True, ["home"], False, "", 0)
    assert (house.visit.lang, house.visit.readSize, house.visit.night) == ("zh", 1, False)
    assert house.visit.id != visitor
    assert (house.narrator.uid, house.narrator.playing) == ("", False)
    assert "mw/wang" in house.pages.left
    shell.wake()
    assert not shell.attract
    pass_time(house, 61)
    assert shell.attract, "the old stake and the old film must not keep the next visitor's kiosk awake"


def test_nobody_is_asked_while_the_loop_runs(house: House) -> None:
    house.shell.endVisit()
    pass_time(house, 9999)
    assert house.shell.asking == 0
    house.shell.wake()
    assert (house.shell.attract, house.shell.asking) == (False, 0)
    pass_time(house, 59)
    assert not house.shell.attract
