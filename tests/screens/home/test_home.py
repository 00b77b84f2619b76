"""The entrance: every number on it is counted, every tile leads where it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPointF, Signal
from pytestqt.qtbot import QtBot
from support.catalogs import Shelf, picture, put_item
from support.kiosk import PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.union import Union

from kiosk.catalog.snapshot import HomeCard, HomeSnapshot, Room
from kiosk.screens.home.viewmodel import HomeViewModel
from kiosk.state.visit import Visit


class FakeLibrary(QObject):
    """A library with what a test puts on its shelf."""

    changed = Signal()

    def __init__(self, snapshot: HomeSnapshot) -> None:
        super().__init__()
        self.snapshot = snapshot

    def cards_for(self, lang: str) -> tuple[HomeCard, ...]:
        return tuple(c for c in self.snapshot.cards if c.lang == lang)


class Ways:
    """Remembers where home led."""

    def __init__(self) -> None:
        self.went: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *to: self.went.append((name, *to))


def room(kind: str, count: int, zh: str = "间", en: str = "room") -> Room:
    return Room(kind, {"zh": zh, "en": en}, {"zh": "{n} 位", "en": "{n} people|1 person"}, kind, count)


def card(n: int, lang: Any = "zh", name: str = "") -> HomeCard:
    return HomeCard(
        f"mw/{n}", lang, "story", f"题{n}", "", "一句话", False, name or f"人{n}", f"/p/{n}.jpg", f"画{n}", True
    )


class Home:
    """A view model and everything around it."""

    def __init__(self, snapshot: HomeSnapshot) -> None:
        self.library, self.visit, self.ways, self.day = FakeLibrary(snapshot), Visit("zh"), Ways(), date(2026, 5, 1)
        self.vm = HomeViewModel(self.library, self.visit, self.ways, lambda: self.day)  # type: ignore[arg-type]


@pytest.fixture
def home(qapp: object) -> Home:
    cards = tuple(card(n, lang) for n in range(3) for lang in ("zh", "en"))
    rooms = (room("quiz", 4), room("story", 32, "劳模故事", "Model workers"), room("segment", 6))
    return Home(HomeSnapshot(1, 1, "catalog-1.db", rooms, cards, {"newera": 5, "reform": 2}, {"3": 7, "8": 9, "15": 0}))


def test_the_door_leads_to_the_stories_and_the_rest_are_tiles(home: Home) -> None:
    assert home.vm.door == {"kind": "story", "title": "劳模故事", "fact": "32 位", "mark": "story"}
    assert [r["kind"] for r in home.vm.rooms] == ["quiz", "segment"]
    assert not home.vm.empty


def test_without_stories_the_first_room_is_the_door(qapp: object) -> None:
    home = Home(HomeSnapshot(rooms=(room("quiz", 4), room("segment", 6))))
    assert home.vm.door["kind"] == "quiz"
    assert [r["kind"] for r in home.vm.rooms] == ["segment"]


def test_nothing_published(qapp: object) -> None:
    vm = Home(HomeSnapshot()).vm
    assert vm.empty
    assert (vm.door["kind"], vm.rooms, vm.eras, vm.minutes, vm.today, vm.poster.isEmpty()) == ("", [], [], [], "", True)


def test_only_what_exists_is_offered(home: Home) -> None:
    assert [(e["key"], e["count"]) for e in home.vm.eras] == [("reform", 2), ("newera", 5)]
    assert home.vm.minutes == [{"minutes": 3, "count": 7}, {"minutes": 8, "count": 9}]


def test_each_day_has_its_poster(home: Home) -> None:
    seen = []
    for n in range(6):
        home.day = date(2026, 5, 1) + timedelta(days=n)
        seen.append((home.vm.poster.toLocalFile(), home.vm.posterAlt, home.vm.today))
    assert len(set(seen)) == 3
    assert seen[:3] == seen[3:]
    assert all(f"人{alt[-1]}" in today and path.endswith(f"{alt[-1]}.jpg") for path, alt, today in seen)


def test_the_words_follow_the_language_and_the_library(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.vm.changed):
        home.visit.setLang("en")
    assert home.vm.door["title"] == "Model workers"
    assert home.vm.door["fact"] == "32 people"
    home.library.snapshot = HomeSnapshot(rooms=(room("story", 33),))
    with qtbot.waitSignal(home.vm.changed):
        home.library.changed.emit()
    assert home.vm.door["fact"] == "33 people"
    home.library.snapshot = HomeSnapshot(rooms=(room("story", 1),))
    with qtbot.waitSignal(home.vm.changed):
        home.library.changed.emit()
    assert home.vm.door["fact"] == "1 person"


def test_ways(home: Home) -> None:
    home.vm.openRoom("quiz")
    home.vm.openSearch()
    home.vm.openEra("reform")
    home.vm.openMinutes(8)
    assert home.ways.went == [("openRoom", "quiz"), ("openSearch",), ("openEra", "reform"), ("openMinutes", 8)]


def few_rooms(k: Kiosk) -> None:
    """A union that has not got everything: then there is place for shortcuts."""
    library = k.app.library
    library.snapshot = replace(library.snapshot, rooms=library.snapshot.rooms[:4])
    library.changed.emit()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_rooms_come_before_shortcuts(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size) as k:
        assert len(k.app.library.snapshot.rooms) > 8
        k.hand.see("home.search")
        assert k.hand.find("era.reform") is None and k.hand.find("minutes.3") is None
        few_rooms(k)
        k.hand.see("era.reform")
        k.hand.see("minutes.3")


@SIZES
@pytest.mark.parametrize(
    ("tile", "shown", "hidden"),
    [
        ("home.door", "model-workers/wang-jin-xi", "examples/example-quiz"),
        ("room.quiz", "examples/example-quiz", "model-workers/wang-jin-xi"),
        ("room.segment", "examples/example-segment", "model-workers/wang-jin-xi"),
        ("era.reform", "model-workers/xu-zhen-chao", "model-workers/wang-jin-xi"),
        ("minutes.15", "model-workers/wang-jin-xi", "nothing"),
        ("minutes.3", "examples/example-story", "nothing"),
    ],
)
def test_every_tile_leads_where_it_says(
    union: Union, size: tuple[int, int], tile: str, shown: str, hidden: str
) -> None:
    with running(union.data, size) as k:
        if tile.startswith(("era.", "minutes.")):
            few_rooms(k)
        k.hand.touch(tile)
        k.hand.see(f"card.{shown}")
        k.hand.settle(0.1)
        assert k.hand.find(f"card.{hidden}") is None
        k.hand.touch("nav.back")
        assert k.names == ["home"]


@SIZES
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=SPEAKS_ENGLISH)])
@pytest.mark.parametrize("night", [False, True], ids=["paper", "night"])
def test_it_hangs_without_a_warning(union: Union, size: tuple[int, int], lang: str, night: bool) -> None:
    with running(union.data, size, language=lang) as k:
        k.app.visit.setNight(night)
        k.hand.settle(0.1)
        assert k.shows("劳模故事" if lang == "zh" else "Model workers")
        beside = k.hand.see("home.search").mapToScene(QPointF(-6, 10)).toPoint()
        assert (k.hand.window.grabWindow().pixelColor(beside).lightness() < 60) is night


@pytest.fixture
def crowded(qapp: object, tmp_path: Path) -> Path:
    """More rooms, eras and longer names than fit."""
    shelf = Shelf(tmp_path)
    pack = shelf.pack("mw")
    for n, era in enumerate(("revolution", "founding", "reform", "newera") * 5):
        put_item(
            pack,
            f"s{n}",
            era=era,
            seconds=100 * n,
            title="阿不都热依木·买买提明" * 3,
            cover=picture(),
            line="很长的一句话" * 9,
        )
    shelf.build()
    return tmp_path


@SIZES
def test_long_names_and_many_eras_stay_inside(crowded: Path, size: tuple[int, int]) -> None:
    with running(crowded, size) as k:
        for item in k.hand.items():
            name = item.objectName()
            if name.startswith(("era.", "minutes.", "room.", "home.")):
                right = item.mapToScene(item.boundingRect().topRight()).x()
                assert right <= size[0] + 1, f"{name} leaves the screen at {right:.0f}"
        for era in ("revolution", "founding", "reform", "newera"):
            assert k.hand.find(f"era.{era}") is not None


def test_the_poster_is_on_the_glass(union: Union) -> None:
    with running(union.data, PORTRAIT) as k:
        image = k.hand.window.grabWindow()
        right = {image.pixelColor(x, 300).rgb() for x in range(560, 1080, 7)} | {
            image.pixelColor(800, y).rgb() for y in range(0, 760, 7)
        }
        assert len(right) > 3, "where the poster hangs there is one colour"
