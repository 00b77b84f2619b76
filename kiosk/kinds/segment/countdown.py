"""A calm countdown that can be called off."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.clock import Clock

STEP_MS = 100


class Countdown(QObject):
    """Runs once from `start` to `done`."""

    moved = Signal()
    done = Signal()

    def __init__(self, total_ms: int, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._total = total_ms
        self._clock = clock
        self._began = 0.0
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._tick)

    def running(self) -> bool:
        """Between `start` and `done` or `stop`."""
        return self._timer.isActive()

    def share(self) -> float:
        """How much of the time is over, 0 to 1."""
        if not self.running():
            return 0.0
        return min(1.0, (self._clock.monotonic() - self._began) * 1000 / self._total)

    def left(self) -> int:
        """Whole seconds left, at least 1 while running."""
        return max(1, -int(-(1 - self.share()) * self._total // 1000)) if self.running() else 0

    def start(self) -> None:
        """Begin."""
        self._began = self._clock.monotonic()
        self._timer.start()
        self.moved.emit()

    def stop(self) -> None:
        """Call it off."""
        if self.running():
            self._timer.stop()
            self.moved.emit()

    @Slot()
    def _tick(self) -> None:
        if self.share() >= 1.0:
            self.stop()
            self.done.emit()
        else:
            self.moved.emit()
