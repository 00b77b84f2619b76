"""Visits, views and listening, as the house notes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QUrl, Signal
from pytestqt.qtbot import QtBot
from support.clock import HandClock

from kiosk.sdk.narrator import Narrator, Track
from kiosk.state.bookcare import copy_is_due
from kiosk.state.journal import Journal
from kiosk.state.stay import Listening, Opened, Stay
from kiosk.state.visit import Visit


class Sheet(QObject):
    """A page."""

    def __init__(self, uid: str, parent: QObject, share: float | None = None) -> None:
        super().__init__(parent)
        self.uid = uid
        self.vm = self
        if share is not None:
            self.seen_share = lambda: share


class Hall(QObject):
    """A shell of which the test says what is open."""

    depthChanged = Signal()
    attractChanged = Signal()

    def __init__(self, clock: HandClock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.home = Sheet("", self)
        self.pages: tuple[Sheet, ...] = (self.home,)
        self.attract = True
        self.duty = False
        self.last_touch = 0.0

    def wake(self) -> None:
        self.attract = False
        self.attractChanged.emit()
        self.touch()

    def touch(self) -> None:
        self.last_touch = self._clock.monotonic()

    def show(self, *pages: Sheet) -> None:
        self.touch()
        self.pages = (self.home, *pages)
        self.depthChanged.emit()


class House:
    """Keeps what it is given."""

    def __init__(self, visit: Visit) -> None:
        self.kept: list[tuple[str, str, dict[str, Any]]] = []
        self.visits: list[str] = []
        self._visit = visit

    def house(self, kind: str, payload: Mapping[str, Any], uid: str = "") -> None:
        self.kept.append((kind, uid, dict(payload)))
        self.visits.append(self._visit.id)


@dataclass
class Stage:
    clock: HandClock
    hall: Hall
    visit: Visit
    narrator: Narrator
    house: House


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    root, clock = QObject(), HandClock()
    visit, narrator, hall = Visit("zh", root), Narrator(root), Hall(clock, root)
    house = House(visit)
    Journal(hall, visit, narrator, clock, house, root)
    yield Stage(clock, hall, visit, narrator, house)
    root.deleteLater()


def test_a_visit_its_views_and_how_it_ended(stage: Stage) -> None:
    clock, hall = stage.clock, stage.hall
    hall.wake()
    story, quiz = Sheet("p/story", hall, 0.75), Sheet("p/quiz", hall)
    clock.ahead += 5
    hall.show(story)
    clock.ahead += 20
    hall.show(story, quiz)
    clock.ahead += 30
    hall.show(story)
    clock.ahead += 10
    hall.touch()
    clock.ahead += 70  # nobody touches it any more
    before = stage.visit.id
    stage.visit.reset()
    assert stage.house.kept == [
        ("view", "p/quiz", {"seconds": 30.0, "share": None}),
        ("view", "p/story", {"seconds": 30.0, "share": 0.75}),
        ("visit", "", {"seconds": 65.0, "pages": 2, "ended": "idle"}),
    ]
    assert set(stage.house.visits) == {before}
    assert stage.visit.id != before


def test_nobody_came_and_nothing_is_noted(stage: Stage) -> None:
    stage.hall.show()
    stage.visit.reset()
    assert stage.house.kept == []


@pytest.mark.parametrize(("duty", "pages", "ended"), [(False, 0, "home"), (True, 1, "door"), (False, 1, "idle")])
def test_from_where_somebody_left(stage: Stage, duty: bool, pages: int, ended: str) -> None:
    stage.hall.wake()
    stage.hall.show(*(Sheet("", stage.hall) for _ in range(pages)))
    stage.hall.duty = duty
    stage.visit.reset()
    assert stage.house.kept[-1][2]["ended"] == ended


def test_what_was_heard_is_noted_when_something_else_is_taken_up(stage: Stage) -> None:
    clock, narrator = stage.clock, stage.narrator
    stage.hall.wake()
    narrator.load(Track("p/a", "A", QUrl("file:///a.ogg"), (0,), 100_000))
    narrator.play()
    clock.ahead += 12
    narrator.moved(40_000)
    narrator.pause()
    clock.ahead += 500
    narrator.play()
    clock.ahead += 8
    narrator.load(Track("p/b", "B", QUrl("file:///b.ogg"), (0,), 0))
    narrator.stop()
    assert stage.house.kept == [("listen", "p/a", {"seconds": 20.0, "share": 0.4})]


stacks = st.lists(
    st.tuples(st.floats(0, 100), st.lists(st.integers(1, 5), max_size=4, unique=True)), min_size=1, max_size=12
)


@given(stacks)
def test_a_moment_belongs_to_one_page_and_none_is_lost(story: list[tuple[float, list[int]]]) -> None:
    now, stay, seconds, on_items = 0.0, Stay().begin(0.0), 0.0, 0.0
    top = 0
    for wait, keys in story:
        now += wait
        on_items += wait if top else 0.0
        stay, views = stay.show(now, (Opened(0, ""), *(Opened(k, f"p/{k}") for k in keys)))
        seconds += sum(v.seconds for v in views)
        top = keys[-1] if keys else 0
    whole, pages, views = stay.end(now)
    seconds += sum(v.seconds for v in views)
    assert whole == now
    assert pages <= sum(len(keys) for _, keys in story)
    assert seconds <= on_items + 1e-6
    assert seconds >= on_items - 20.0 * len(story)  # only what was shorter than a second is left out


@given(st.lists(st.tuples(st.floats(0, 50), st.booleans(), st.floats(0, 200)), max_size=20))
def test_nobody_hears_longer_than_time_passes(story: list[tuple[float, bool, float]]) -> None:
    now, heard = 0.0, Listening("p/a", 100.0)
    for wait, on, position in story:
        now += wait
        heard = heard.play(now, on=on).come_to(position)
    assert 0 <= heard.until(now) <= now + 1e-6
    assert heard.share is not None
    assert 0 <= heard.share <= 1


def test_a_copy_is_made_once_a_day_whatever_the_clock_says() -> None:
    assert copy_is_due([], 0.0)
    assert not copy_is_due([1e9, 1e9 - 86_400], 1e9 + 3600)
    assert copy_is_due([1e9], 1e9 + 86_400)
    assert copy_is_due([1e9], 0.0)  # the battery died
