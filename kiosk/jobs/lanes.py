"""The whole thread model of the kiosk.

Work is a function of frozen inputs. It runs on one of two serial lanes (`db` for databases, `io` for files and media) and
its result comes back on the GUI thread as `Ok` or `Err`. Nothing else in the kiosk starts a thread, but
`state.media` and `state.reportstick`, whose threads nobody waits for.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from kiosk.core.errors import KioskError

T = TypeVar("T")
Lane: TypeAlias = Literal["db", "io"]
_log = logging.getLogger(__name__)
SWITCH = 0.0005
"""Seconds that a lane may keep Python to itself while the GUI thread wants it. A page asks its view model a hundred things while
it is made: at Python's own 5 ms that took a second beside a lane that decodes a law, at half a millisecond a tenth of it."""


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The work is done."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """The work failed in a way we know."""

    error: KioskError


Result: TypeAlias = Ok[T] | Err


class Lanes(QObject):
    """Runs work off the GUI thread.

    Args:
        executors: one per lane; tests pass an executor that runs on demand.
    """

    _finished = Signal(object, object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None, executors: dict[Lane, Executor] | None = None) -> None:
        super().__init__(parent)
        self._executors: dict[Lane, Executor] = executors or {
            "db": ThreadPoolExecutor(1, "db"),
            "io": ThreadPoolExecutor(1, "io"),
        }
        self._waiting = 0
        self._closed = False
        sys.setswitchinterval(SWITCH)
        self._finished.connect(self._deliver)  # queued by itself: a lane is another thread

    @property
    def waiting(self) -> int:
        """How many results are still to come."""
        return self._waiting

    def run(self, lane: Lane, work: Callable[[], T], done: Callable[[Result[T]], None], *, must: bool = False) -> None:
        """Run `work` on a lane and call `done` with its result on the GUI thread.

        Args:
            lane: work of one lane runs in the order it was given.
            work: sees nothing that the GUI thread changes.
            done: is not called any more after `close`, nor when it is a method of a QObject that was deleted meanwhile.
            must: is done even when the kiosk is closed before its turn comes.

        An exception that is not a `KioskError` is our bug: it is raised again on the GUI thread, where the top-level hook
        logs it, and `done` is not called.
        """
        self._waiting += 1

        def job() -> None:
            if self._closed and not must:
                return
            result: Any
            try:
                result = Ok(work())
            except KioskError as error:
                result = Err(error)
            except Exception as bug:  # noqa: BLE001  the one place that hands foreign exceptions across threads
                result = bug
            if not self._closed:
                self._finished.emit(done, result)

        self._executors[lane].submit(job)

    def close(self) -> None:
        """Finish running work and what must be done, drop the rest, deliver nothing any more."""
        self._closed = True
        for executor in self._executors.values():
            executor.shutdown(wait=True)

    @Slot(object, object)
    def _deliver(self, done: Callable[[Any], None], result: object) -> None:
        if self._closed:
            return
        self._waiting -= 1
        try:
            if isinstance(result, Exception):
                raise result
            tell(done, result)
        finally:
            if self._waiting == 0:
                self.idle.emit()


def tell(done: Callable[[T], None], result: T) -> None:
    """Call `done`, unless it is a method of a QObject that was deleted meanwhile: the page that asked has been left.

    Whoever wraps a `done` in a function of its own hands results on with this.
    """
    owner = getattr(done, "__self__", None)
    if not (isinstance(owner, QObject) and not isValid(owner)):
        done(result)
