"""The real kiosk in this process, touched by hand, with a record of its frames and of each turn of the event loop."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.app import App, Options
from kiosk.cli.place import settings
from kiosk.tour.hand import Hand, NotThereError

SIZE = (1920, 1080)
PATIENCE = 20.0


class _Hand(Hand):
    """A hand that waits in counted turns."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.app.qt, stage.window)
        self._stage = stage

    def pump(self) -> None:
        """One turn."""
        self._stage.turn()


class Stage:
    """A kiosk on home, quiet and warm.

    Args:
        data: the library's data folder.
        warm: wait until the screens of all kinds are loaded, as in the minute after the start.
    """

    def __init__(self, data: Path, *, warm: bool = False) -> None:
        self.app = App(settings(data), Options(size=SIZE, seed=7, watch=False, warm=warm))
        self.window = self.app.show()
        self.hand = _Hand(self)
        self.frames: list[float] = []
        """When each frame was on the screen, seconds."""
        self.turns: list[float] = []
        """How long each turn of the event loop took, seconds."""
        self._device = QTest.createTouchDevice()
        # A turn waits for an event: this one bounds the wait to a millisecond.
        self._beat = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._beat.start()
        # The software renderer draws on this thread, so the time is taken where the frame ends.
        self.window.frameSwapped.connect(self._swapped, Qt.ConnectionType.DirectConnection)
        self.hand.see("home.door")
        self.rest(1.5)
        if warm:
            ready: list[bool] = []
            self.app.warm.finished.connect(lambda: ready.append(True))
            self.until(lambda: ready, "the screens of all kinds")

    def _swapped(self) -> None:
        self.frames.append(time.perf_counter())

    def turn(self) -> None:
        """One turn of the event loop."""
        began = time.perf_counter()
        self.app.qt.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )
        self.turns.append(time.perf_counter() - began)

    def until(self, ready: Callable[[], object], what: str) -> None:
        """Turn until `ready()`.

        Raises:
            NotThereError: it did not come.
        """
        end = time.perf_counter() + PATIENCE
        while not ready():
            if time.perf_counter() > end:
                raise NotThereError(what)
            self.turn()

    def rest(self, quiet: float = 0.4) -> None:
        """Turn until pictures have come and no frame was drawn for a moment."""
        self.hand.settle(0.05)
        while True:
            seen, end = len(self.frames), time.perf_counter() + quiet
            self.until(lambda end=end: time.perf_counter() > end, "rest")
            if len(self.frames) == seen:
                return

    def press(self, point: QPoint) -> float:
        """A finger comes down; returns when it did."""
        began = time.perf_counter()
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        return began

    def release(self, point: QPoint) -> float:
        """It goes up again; returns when it did."""
        began = time.perf_counter()
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()
        return began

    def picture(self) -> QImage:
        """What is on the screen."""
        return self.window.grabWindow()

    def first_changed_frame(self, before: QImage, began: float, seen: int) -> float:
        """Seconds from `began` to the first frame that does not look like `before`; `seen` frames are older than the touch."""
        while True:
            self.until(lambda n=seen: len(self.frames) > n, "a frame")
            at, seen = self.frames[-1], len(self.frames)
            if self.picture() != before:
                return at - began

    def close(self) -> None:
        """Put the kiosk away."""
        self._beat.stop()
        self.app.close()


def say(**figures: float) -> None:
    """The report of this process."""
    print(json.dumps(figures), flush=True)
