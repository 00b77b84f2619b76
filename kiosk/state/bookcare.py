"""Looks after the record book of the running kiosk: checked at the start, copied once a day, tidied.

Also notes how the kiosk is. Everything heavy happens on a lane, and the daily work only while nobody stands there.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk import __version__
from kiosk.core.clock import Clock, plausible
from kiosk.jobs import Err, Lanes, Result
from kiosk.state.recorder import Records

if TYPE_CHECKING:
    from kiosk.records.keeping import Tidied

_log = logging.getLogger(__name__)

LOOK_MS = 60_000
COPY_EVERY = timedelta(days=1)
HEALTH_EVERY = timedelta(hours=1)
"""Also a moment by which the times of a wrong clock are repaired."""
JUMP = 60.0
"""Seconds by which the wall clock must leave the monotonic one to have been set."""


def copy_is_due(made: Sequence[float], now: float) -> bool:
    """Whether the book should be copied.

    Args:
        made: when the copies there are were made, seconds since 1970.
        now: the same by the machine's clock, which may have been set back meanwhile.
    """
    newest = max(made, default=None)
    return newest is None or abs(now - newest) >= COPY_EVERY.total_seconds()


class BookCare(QObject):
    """The care of one book.

    Args:
        records: of the running kiosk.
        quiet: whether nobody is disturbed.
    """

    def __init__(
        self, records: Records, lanes: Lanes, clock: Clock, quiet: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._records = records
        self._lanes = lanes
        self._clock = clock
        self._quiet = quiet
        self._busy = False
        self._apart = self._drift()
        self._noted = clock.monotonic()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Check the book and note the start; go on from time to time."""
        self._records.check()
        self._note("start")
        self._timer.start()

    def stop(self) -> None:
        """The kiosk closes; that it did so in order is noted."""
        self._timer.stop()
        self._records.house("health", {"event": "stop"})

    @Slot()
    def look(self) -> None:
        """What is due?"""
        drift = self._drift()
        if abs(drift - self._apart) >= JUMP:
            self._note("clock", round(drift - self._apart))
        elif self._clock.monotonic() - self._noted >= HEALTH_EVERY.total_seconds():
            self._note("hour")
        self._apart = drift
        if self._quiet() and not self._busy:
            self._busy = True
            path = self._records.path
            self._lanes.run("io", lambda: _copy(path), self._copied)

    def _drift(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic()

    def _note(self, event: str, jump: int = 0) -> None:
        self._noted = self._clock.monotonic()
        data = self._records.path.parent

        def measured(result: Result[int]) -> None:
            free = None if isinstance(result, Err) else result.value
            payload = {"event": event, "app": __version__, "free": free}
            self._records.house("health", payload | ({"seconds": jump} if jump else {}))

        self._lanes.run("io", lambda: _free(data), measured)

    def _copied(self, result: Result[bool]) -> None:
        self._busy = False
        if isinstance(result, Err):
            _log.warning("the record book could not be copied: %s", result.error)
            if result.error.code == "DATABASE_DAMAGED":
                self._records.check()
        elif result.value and plausible(self._clock.now()):
            from kiosk.records.keeping import tidy

            now = self._clock.now()
            self._records.work(lambda book: tidy(book, now), self._tidied)

    def _tidied(self, result: Result[Tidied]) -> None:
        if isinstance(result, Err):
            _log.warning("the record book could not be tidied: %s", result.error)
        elif result.value.deleted or result.value.anonymous:
            _log.info("records: %d deleted, %d made anonymous", result.value.deleted, result.value.anonymous)


def _copy(path: Path) -> bool:
    """On the `io` lane: copy the book when it is due; False when it is not."""
    from kiosk.records.backup import back_up, places

    if not path.exists():
        return False
    made = [place.stat().st_mtime for place in places(path) if place.exists()]
    if not copy_is_due(made, time.time()):
        return False
    back_up(path)
    return True


def _free(data: Path) -> int:
    return shutil.disk_usage(data).free
