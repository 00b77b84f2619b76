"""The heartbeat of the GUI thread and the frames on the screen, told to whoever would start the kiosk again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.health.soak import Day
from kiosk.watch.notify import Notifier
from kiosk.watch.pulse import Pulse

_log = logging.getLogger(__name__)
NO_SCREEN = 60.0
"""Seconds without a screen, after which a new process may find one: a compositor that began without one never shows it."""


class Watchdog(QObject):
    """Says `WATCHDOG=1` once a second, or as often as whoever listens wants it, while the GUI thread runs and frames come when they are asked for.

    Args:
        window: the one on the screen.
        notifier: to whom it is told.
        now: monotonic seconds.
    """

    screenLost = Signal()
    """The window has not been on a screen for a minute."""

    def __init__(
        self,
        window: QQuickWindow,
        notifier: Notifier,
        parent: QObject | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._notifier = notifier
        self._now = now
        self._pulse = Pulse(now())
        self._drawing = 0.0
        self._unseen = now()
        self._stale = False
        self.day = Day()
        """What the frames of this day were like."""
        window.afterAnimating.connect(self._began)
        window.frameSwapped.connect(self._shown)
        self._timer = QTimer(self, interval=round(notifier.beat * 1000))
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """The kiosk is on the screen."""
        self._notifier.say("READY=1", "WATCHDOG=1", "STATUS=on the screen")
        self._timer.start()

    def stop(self, *, ending: bool = True) -> None:
        """The kiosk closes."""
        self._timer.stop()
        self._window.afterAnimating.disconnect(self._began)
        self._window.frameSwapped.disconnect(self._shown)
        if ending:
            self._notifier.say("STOPPING=1")
        self._notifier.close()

    def status(self, words: str) -> None:
        """A line for `systemctl status`."""
        self._notifier.say(f"STATUS={words}")

    @Slot()
    def _began(self) -> None:
        self._drawing = self._now()

    @Slot()
    def _shown(self) -> None:
        now = self._now()
        self._pulse = self._pulse.frame(now)
        if self._drawing:
            self.day = self.day.frame(now - self._drawing)
            self._drawing = 0.0

    @Slot()
    def _beat(self) -> None:
        now = self._now()
        if not self._window.isExposed():
            self._pulse = self._pulse.dark(now)
            if now - self._unseen >= NO_SCREEN:
                self._unseen = now
                _log.error("the window has not been on a screen for a minute")
                self.screenLost.emit()
        else:
            self._unseen = now
        self._pulse, ask = self._pulse.look(now)
        if ask:
            self._window.update()
        fresh = self._pulse.fresh(now)
        if fresh:
            self._notifier.say("WATCHDOG=1")
        elif not self._stale:
            _log.error("a frame was asked for and does not come: the screen stands still")
        self._stale = not fresh
