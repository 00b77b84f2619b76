"""Asks the desk on a lane, one question at a time, and lets go of it when the page goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.core.errors import KioskError
from kiosk.jobs import Err, Lanes, Ok, Result
from kiosk.jobs.lanes import Lane
from kiosk.state.reports import Desk, Reach

T = TypeVar("T")
LANE: Lane = "io"
"""Not `db`: what visitors do is committed there meanwhile."""


class Asker(QObject):
    """Opens the desk, lets it prepare piece by piece, and asks it.

    Args:
        open_desk: makes the desk; called on the lane.
        lanes: background work.
    """

    changed = Signal()
    """progress, ready, trouble."""

    def __init__(self, open_desk: Callable[[], Desk], lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open, self._lanes = open_desk, lanes
        self._desk: Desk | None = None
        self._gone = False
        self.progress = 0.0
        self.reach: Reach | None = None
        self.trouble: KioskError | None = None

    @property
    def ready(self) -> bool:
        """Questions may be asked."""
        return self.reach is not None

    def begin(self) -> None:
        """Open the desk and prepare, again after trouble."""
        self.trouble = None
        self.changed.emit()
        self._lanes.run(LANE, self._step, self._stepped)

    def ask(self, question: Callable[[Desk], T], done: Callable[[Result[T]], None]) -> None:
        """Ask; `done` hears the answer on the GUI thread."""

        def work() -> T:
            assert self._desk is not None, "asked before it was ready"
            return question(self._desk)

        def heard(result: Result[T]) -> None:
            if not self._gone:
                done(result)

        self._lanes.run(LANE, work, heard)

    def close(self) -> None:
        """The page has gone."""
        self._gone = True
        self._lanes.run(LANE, self._let_go, _nothing, must=True)

    def _step(self) -> float:
        if self._gone:
            return 0.0
        if self._desk is None:
            self._desk = self._open()
        return self._desk.prepare()

    def _stepped(self, result: Result[float]) -> None:
        if self._gone:
            return
        if isinstance(result, Err):
            self.trouble = result.error
        elif result.value < 1:
            self.progress = result.value
            self._lanes.run(LANE, self._step, self._stepped)
        else:
            self.progress = 1.0
            self.ask(lambda desk: desk.reach(), self._reached)
        self.changed.emit()

    def _reached(self, result: Result[Reach]) -> None:
        if isinstance(result, Ok):
            self.reach = result.value
        else:
            self.trouble = result.error
        self.changed.emit()

    def _let_go(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None


def _nothing(_result: object) -> None:
    return
