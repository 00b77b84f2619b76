"""A room's list: filters that never surprise, and answers that come too late for a page that was left."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from support.catalogs import Shelf, picture, put_item
from support.kiosk import PORTRAIT, SIZES, running
from support.union import Union

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err, Ok
from kiosk.kinds import discover
from kiosk.screens.catalog.filters import MINUTES, Filter, apply, counts, parting
from kiosk.screens.catalog.model import ROLES, CardModel
from kiosk.screens.catalog.viewmodel import CatalogViewModel
from kiosk.sdk.ui import Card
from kiosk.state.visit import Visit


def card(uid: str = "mw/a", kind: str = "story", era: str = "", trade: str = "", seconds: int = 0) -> Card:
    return Card(uid, kind, "ok", uid, uid, "", era, trade, "", 0, seconds, False, "/s.jpg", "/t.jpg")


CARDS = (
    card("mw/a", era="reform", trade="oil", seconds=170),
    card("mw/b", era="reform", trade="port", seconds=181),
    card("mw/c", era="newera", trade="oil", seconds=900),
    card("mw/d", "quiz", seconds=60),
    card("mw/e", "segment", seconds=0),
)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Filter(), "abcde"),
        (Filter(kind="story"), "abc"),
        (Filter(era="reform"), "ab"),
        (Filter(trade="oil"), "ac"),
        (Filter(era="reform", trade="oil"), "a"),
        (Filter(minutes=3), "ad"),
        (Filter(minutes=8), "abd"),
        (Filter(minutes=15), "abcd"),
        (Filter(kind="quiz", era="reform"), ""),
    ],
)
def test_filters(choice: Filter, shown: str) -> None:
    assert "".join(c.uid[-1] for c in apply(CARDS, choice)) == shown


@pytest.mark.parametrize(
    ("room", "chosen", "offered"),
    [
        (Filter(), 0, (3, 8, 15)),
        (Filter(kind="story"), 0, (3, 8)),  # all three are read within a quarter of an hour
        (Filter(kind="quiz"), 0, ()),  # the only one: nothing to part
        (Filter(kind="segment"), 0, ()),  # its length is not known
        (Filter(kind="quiz"), 8, (8,)),  # came with the visitor from home
    ],
)
def test_minutes_are_offered_where_they_part_the_list(room: Filter, chosen: int, offered: tuple[int, ...]) -> None:
    assert parting(CARDS, room, chosen) == offered


filters = st.builds(
    Filter, kind=st.sampled_from(["", "story", "quiz"]), era=st.sampled_from(["", "reform", "newera"]),
    trade=st.sampled_from(["", "oil", "port"]), minutes=st.sampled_from([0, *MINUTES]),
)  # fmt: skip
cards = st.lists(
    st.builds(
        card, uid=st.just("mw/x"), kind=st.sampled_from(["story", "quiz"]), era=st.sampled_from(["", "reform", "newera"]),
        trade=st.sampled_from(["", "oil", "port"]), seconds=st.integers(0, 1000),
    ),
    max_size=12,
)  # fmt: skip


@given(cards, filters)
def test_the_number_on_a_chip_is_what_it_will_show(all_cards: list[Card], choice: Filter) -> None:
    from dataclasses import replace

    for name in ("kind", "era", "trade"):
        for value, number in counts(all_cards, choice, name).items():
            if value:
                assert len(apply(all_cards, replace(choice, **{name: value}))) == number
    for value, number in counts(all_cards, choice, "minutes").items():
        assert len(apply(all_cards, replace(choice, minutes=int(value)))) == number


def test_the_model_is_a_model(qapp: object, qtmodeltester: ModelTester) -> None:
    model = CardModel()
    model.show(CARDS, {"oil": "石油"})
    qtmodeltester.check(model)
    assert sorted(bytes(n).decode() for n in model.roleNames().values()) == sorted(ROLES)
    roles = {bytes(n).decode(): r for r, n in model.roleNames().items()}
    first = {n: model.data(model.index(0, 0), r) for n, r in roles.items()}
    assert (first["uid"], first["trade"], first["picture"].toLocalFile()) == ("mw/a", "石油", "/s.jpg")
    assert [model.uidAt(n) for n in (0, 4, 5, -1)] == ["mw/a", "mw/e", "", ""]


def test_the_same_cards_are_not_shown_again(qapp: object, qtbot: QtBot) -> None:
    model = CardModel()
    model.show(CARDS, {})
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(tuple(CARDS), {})


class FakeLibrary(QObject):
    """Answers when it is told to."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[Any], None]] = []

    def list(self, kind: str | None, lang: str, done: Callable[[Any], None]) -> None:
        self.kind = kind
        self.waiting.append(done)

    def answer(self, result: Any) -> None:
        self.waiting.pop(0)(result)


class Room:
    """A list and everything around it."""

    def __init__(self, first: Filter = Filter(kind="story")) -> None:  # noqa: B008
        self.library, self.opened, self.searched = FakeLibrary(), [], []
        self.vm = CatalogViewModel(
            self.library,
            Visit("zh"),
            discover(),
            first,
            self.opened.append,
            lambda: self.searched.append(1),  # type: ignore[arg-type]
        )

    def come(self, *shown: Card, trades: dict[str, str] | None = None) -> None:
        self.library.answer(Ok((shown, trades or {"oil": "石油", "port": "港口"})))

    def chip(self, field: str, key: str = "") -> dict[str, Any]:
        return next(c for row in self.vm.chips for c in row if (c["field"], c["key"]) == (field, key))

    @property
    def shown(self) -> list[str]:
        return [self.vm.model.uidAt(n)[-1] for n in range(self.vm.count)]


@pytest.fixture
def room(qapp: object) -> Room:
    return Room()


def test_loading_then_there(room: Room) -> None:
    assert (room.vm.condition, room.library.kind) == ("loading", "story")
    room.come(*CARDS[:3])
    assert (room.vm.condition, room.shown, room.vm.tag, room.vm.title) == (
        "ok",
        ["a", "b", "c"],
        "劳模故事",
        "劳模故事",
    )
    assert room.vm.note == "从石油到港口"


def test_nothing_there_and_something_wrong_are_two_things(room: Room) -> None:
    room.library.answer(Err(StorageError("CATALOG", Text("", ""), Text("", ""))))
    assert room.vm.condition == "error"
    room.vm.load()
    room.come()
    assert room.vm.condition == "empty"


def test_a_chip_is_let_go_by_a_second_touch(room: Room) -> None:
    room.come(*CARDS[:3])
    assert room.chip("all")["on"]
    room.vm.choose("era", "reform")
    assert (room.shown, room.vm.title, room.chip("era", "reform")["on"], room.chip("all")["on"]) == (
        ["a", "b"],
        "改革年代",
        True,
        False,
    )
    room.vm.choose("trade", "port")
    assert (room.shown, room.vm.note) == (["b"], "港口")
    room.vm.choose("era", "reform")
    assert (room.shown, room.vm.title) == (["b"], "港口")
    room.vm.choose("minutes", "3")
    assert (room.shown, room.vm.condition) == ([], "empty")
    room.vm.choose("all", "")
    assert (room.shown, room.vm.condition) == (["a", "b", "c"], "ok")


def test_the_list_of_everything_offers_its_kinds(qapp: object) -> None:
    room = Room(Filter(minutes=15))
    assert room.library.kind is None
    room.come(*CARDS)
    assert (room.vm.tag, room.vm.title, "".join(room.shown)) == ("全部内容", "15 分钟以内", "abcd")
    assert [(c["key"], c["count"]) for c in room.vm.chips[0] if c["field"] == "kind"] == [("story", 3), ("quiz", 1)]
    room.vm.choose("kind", "quiz")
    assert room.shown == ["d"]


def test_a_new_generation_keeps_the_filter(room: Room) -> None:
    room.come(*CARDS[:3])
    room.vm.choose("era", "reform")
    room.library.changed.emit()
    assert room.vm.condition == "ok", "what is on the screen stays until the new list is there"
    room.come(*CARDS[:3], card("mw/f", era="reform"))
    assert room.shown == ["a", "b", "f"]


def test_touches_lead_on(room: Room) -> None:
    room.vm.open("mw/a")
    room.vm.openSearch()
    assert (room.opened, room.searched) == (["mw/a"], [1])


def test_an_answer_for_a_list_that_was_left_is_dropped(union: Union) -> None:
    with running(union.data) as k:
        gate = threading.Event()
        k.app.lanes.run("db", gate.wait, lambda _: None)
        k.hand.touch("home.door")
        assert k.names == ["home", "catalog"]
        k.app.shell.back()
        k.hand.pump()
        gate.set()
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the answer")
        assert k.names == ["home"]


def test_of_two_quick_touches_on_cards_the_last_wins(union: Union) -> None:
    with running(union.data) as k:
        k.hand.touch("home.door")
        k.hand.see("card.model-workers/wang-jin-xi")
        k.hand.settle(0.1)
        gate = threading.Event()
        k.app.lanes.run("db", gate.wait, lambda _: None)
        k.hand.touch("card.model-workers/wang-jin-xi")
        k.hand.touch("card.model-workers/xu-zhen-chao")
        gate.set()
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "both answers")
        assert k.names == ["home", "catalog", "model-workers/xu-zhen-chao"]


@SIZES
def test_chips_by_touch(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        k.hand.touch("home.door")
        k.hand.see("card.model-workers/wang-jin-xi")
        k.hand.settle(0.1)
        k.hand.touch("chip.era.reform")
        k.hand.wait(lambda: not k.hand.find("card.model-workers/wang-jin-xi"), "the others gone")
        assert k.hand.find("card.model-workers/xu-zhen-chao")
        k.hand.touch("chip.all.")
        k.hand.see("card.model-workers/wang-jin-xi")


@pytest.fixture
def long_list(qapp: object, tmp_path: Path) -> Path:
    """120 stories of 24 trades."""
    shelf = Shelf(tmp_path)
    pack = shelf.pack("mw", {f"t{n:02}": {"zh": f"行业{n:02}", "en": f"Trade {n}"} for n in range(24)})
    for n in range(120):
        put_item(
            pack,
            f"s{n:03}",
            order=n,
            title=f"第{n}号",
            trade=f"t{n % 24:02}",
            era="reform",
            cover=picture(),
            line="一句话",
            seconds=n,
        )
    shelf.build()
    return tmp_path


@SIZES
def test_a_long_list_scrolls_to_its_end_and_says_what_is_below(long_list: Path, size: tuple[int, int]) -> None:
    with running(long_list, size) as k:
        k.hand.touch("home.door")
        grid = k.hand.see("catalog.grid")
        k.hand.settle(0.1)
        said = []
        for _ in range(60):
            if not k.hand.find("catalog.more"):
                break
            said.append(int("".join(c for t in k.texts() if "还有" in t for c in t if c.isdigit())[:3] or 0))
            k.hand.touch("catalog.more")
            k.hand.settle(0.05)
        assert k.hand.find("card.mw/s119"), "the last card is never seen"
        assert said == sorted(said, reverse=True) and said[0] > 90
        assert grid.property("count") == 120


def test_cards_are_not_made_before_they_are_near(long_list: Path) -> None:
    with running(long_list, PORTRAIT) as k:
        k.hand.touch("home.door")
        k.hand.see("card.mw/s000")
        k.hand.settle(0.1)
        made = Counter(
            i.objectName().split("/")[0]
            for i in k.hand.window.contentItem().findChildren(QObject)
            if i.objectName().startswith("card.")
        )
        assert made["card.mw"] < 40


def test_a_chip_far_to_the_right_stays_under_the_finger(long_list: Path) -> None:
    with running(long_list, PORTRAIT) as k:
        k.hand.touch("home.door")
        k.hand.see("card.mw/s000")
        k.hand.settle(0.1)
        row = k.hand.middle(k.hand.see("chip.minutes.3"))
        for _ in range(3):
            k.hand.swipe(QPoint(950, row.y()), QPoint(100, row.y()))
        k.hand.settle(0.1)
        inside = [
            i
            for i in k.hand.items()
            if i.objectName().startswith("chip.trade.") and 100 < i.mapToScene(QPointF(0, 0)).x() < 800
        ]
        chip = inside[-1]
        name, x = chip.objectName(), chip.mapToScene(QPointF(0, 0)).x()
        k.hand.touch(name)
        k.hand.settle(0.1)
        again = k.hand.see(name)
        assert again.property("checked") is True
        assert abs(again.mapToScene(QPointF(0, 0)).x() - x) < 100, "the row jumped away from under the finger"
