"""The thread model: results come back on the GUI thread, in order, as Ok or Err."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from support.house import owned_lanes

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Ok

FULL = StorageError("DISK_FULL", Text("满了。", "Full."), Text("", ""))


class ByHand(Executor):
    """Runs what was given when it is told to, on a thread that is not the GUI's."""

    def __init__(self) -> None:
        self.queued: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.queued.append(work)
        return Future()

    def drain(self) -> None:
        while self.queued:
            lane = threading.Thread(target=self.queued.pop(0))
            lane.start()
            lane.join()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if wait and not cancel_futures:
            self.drain()


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    with owned_lanes() as made:
        yield made


def fail() -> None:
    raise FULL


def test_a_value_comes_back_on_the_gui_thread(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[Any] = []
    with qtbot.waitSignal(lanes.idle):
        lanes.run("db", threading.get_ident, lambda r: seen.append((r, threading.get_ident())))
        assert lanes.waiting == 1
        assert seen == []
    ((result, delivered_on),) = seen
    assert isinstance(result, Ok)
    assert result.value != threading.get_ident() == delivered_on
    assert lanes.waiting == 0


def test_a_known_error_is_a_result(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[Any] = []
    with qtbot.waitSignal(lanes.idle):
        lanes.run("io", fail, seen.append)
    assert seen == [Err(FULL)]


def test_a_bug_is_raised_on_the_gui_thread_and_the_lane_goes_on(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[Any] = []
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(lanes.idle):
        lanes.run("db", lambda: 1 // 0, seen.append)
        lanes.run("db", lambda: 2, seen.append)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert seen == [Ok(2)]


def test_work_of_one_lane_is_done_in_order_and_lanes_do_not_wait_for_each_other(lanes: Lanes, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    with qtbot.waitSignal(lanes.idle):
        lanes.run("db", gate.wait, lambda _: seen.append("slow"))
        for n in range(20):
            lanes.run("db", lambda n=n: n, lambda r: seen.append(r.value))  # type: ignore[misc]
        lanes.run("io", gate.set, lambda _: seen.append("io"))
    assert gate.is_set()
    assert [s for s in seen if s != "io"] == ["slow", *range(20)]


def test_closing_drops_what_is_queued_but_not_what_must_be_done(qapp: object, qtbot: QtBot) -> None:
    hand = ByHand()
    lanes = Lanes(executors={"db": hand, "io": ByHand()})
    done: list[str] = []
    lanes.run("db", lambda: done.append("before"), lambda _: done.append("told"))
    hand.drain()
    lanes.run("db", lambda: done.append("read"), lambda _: done.append("told"))
    lanes.run("db", lambda: done.append("record"), lambda _: done.append("told"), must=True)
    lanes.close()
    qapp.processEvents()  # type: ignore[attr-defined]
    assert done == ["before", "record"]


def test_closing_waits_for_running_work(qapp: object) -> None:
    lanes = Lanes()
    started, done = threading.Event(), []

    def work() -> None:
        started.set()
        threading.Event().wait(0.05)
        done.append(1)

    lanes.run("io", work, lambda _: done.append("told"))
    started.wait(5)
    lanes.close()
    qapp.processEvents()  # type: ignore[attr-defined]
    assert done == [1]


class Asker(QObject):
    """A view model whose page may be left before the answer comes."""

    def __init__(self, heard: list[Any]) -> None:
        super().__init__()
        self.heard = heard

    def answered(self, result: Any) -> None:
        self.heard.append(result)


@pytest.mark.parametrize("left", [False, True])
def test_a_page_that_was_left_gets_no_answer(lanes: Lanes, qtbot: QtBot, left: bool) -> None:
    heard: list[Any] = []
    asker = Asker(heard)
    with qtbot.waitSignal(lanes.idle):
        lanes.run("db", lambda: 1, asker.answered)
        if left:
            delete(asker)
    assert heard == ([] if left else [Ok(1)])


def test_no_reference_of_none_is_lost_in_void_calls(qapp: object) -> None:
    """PySide 6.12.0 drops one reference to None with every void call, and Python 3.11 aborts when none is left."""
    thing = QObject()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - 5_000
