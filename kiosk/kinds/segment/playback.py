"""One film or sound being played."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from shiboken6 import isValid

from kiosk.core.clock import Clock
from kiosk.kinds.segment.watchdog import LOOK_S, Facts, Fault, Watch, jumped

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

_log = logging.getLogger(__name__)


class Playback(QObject):
    """A player with a watchdog. After `failed` or `close` it does nothing any more.

    Args:
        player: made by QML (`VideoSurface.player`), which owns it.
        url: a local file.
        start_ms: where to begin.
        clock: for the watchdog.
    """

    moved = Signal(int)
    measured = Signal(int)
    pictured = Signal()
    ended = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, player: QMediaPlayer, url: QUrl, start_ms: int, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._url = url
        self._start_ms = start_ms
        self._wanted = False
        self._has_picture = False
        self._cut = False
        self._fault: Fault | None = None
        self._position = start_ms
        self._moved_at = clock.monotonic()
        self._watch = Watch(self._moved_at, start_ms)
        self._player: QMediaPlayer | None = player
        self._sink: QVideoSink | None = player.videoSink()
        if self._sink is not None:
            self._sink.videoFrameChanged.connect(self._frame)
        player.positionChanged.connect(self._moved)
        player.durationChanged.connect(self._measured)
        player.mediaStatusChanged.connect(self._status)
        player.errorOccurred.connect(self._error)
        self._timer = QTimer(self, interval=int(LOOK_S * 1000))
        self._timer.timeout.connect(self._look)

    def play(self) -> None:
        """Start, go on, or start again."""
        if self._player is None:
            return
        self._wanted = True
        if self._player.source() != self._url:
            self._player.setSource(self._url)
        self._player.play()
        self._timer.start()

    def pause(self) -> None:
        """Hold the place and the picture."""
        self._wanted = False
        if self._player is not None:
            self._player.pause()

    def seek(self, ms: int) -> None:
        """Go to a place; shows its picture even when paused or ended."""
        if self._player is None:
            return
        self._position = ms
        self._moved_at = self._clock.monotonic()
        self._cut = False
        self._player.setPosition(ms)
        if not self._wanted and self._player.playbackState() == type(self._player.playbackState()).StoppedState:
            self._player.pause()

    def close(self) -> None:
        """Let go of file, decoder and threads."""
        player, self._player = self._player, None
        self._wanted = False
        self._timer.stop()
        if player is not None and isValid(player):
            if self._sink is not None and isValid(self._sink):
                self._sink.videoFrameChanged.disconnect(self._frame)
            player.positionChanged.disconnect(self._moved)
            player.durationChanged.disconnect(self._measured)
            player.mediaStatusChanged.disconnect(self._status)
            player.errorOccurred.disconnect(self._error)
            player.stop()
            player.setSource(QUrl())
        self._sink = None
        self.deleteLater()

    @Slot()
    def _frame(self) -> None:
        if not self._has_picture and self._sink is not None and self._sink.videoFrame().isValid():
            self._has_picture = True
            self.pictured.emit()

    @Slot("qlonglong")
    def _moved(self, ms: int) -> None:
        now = self._clock.monotonic()
        self._cut = self._wanted and jumped(self._position, ms, now - self._moved_at)
        self._position = ms
        self._moved_at = now
        if not self._cut:
            self.moved.emit(ms)

    @Slot("qlonglong")
    def _measured(self, ms: int) -> None:
        self.measured.emit(ms)

    @Slot()
    def _status(self) -> None:
        player = self._player
        if player is None:
            return
        status = player.mediaStatus()
        known = type(status)
        if status == known.LoadedMedia and self._start_ms:
            start, self._start_ms = self._start_ms, 0
            self.seek(start)
        elif status == known.InvalidMedia:
            self._fail(Fault.DAMAGED)
        elif status == known.EndOfMedia:
            self._wanted = False
            if self._cut:
                self._fail(Fault.CUT)
            elif player.hasVideo() and not self._has_picture:
                self._fail(Fault.NO_PICTURE)
            else:
                self.ended.emit()

    @Slot()
    def _error(self) -> None:
        if self._player is not None:
            _log.info("%s: %s", self._url.fileName(), self._player.errorString())
        self._fail(Fault.DAMAGED)

    @Slot()
    def _look(self) -> None:
        if self._player is None:
            return
        facts = Facts(self._wanted, self._player.hasVideo(), self._has_picture, self._player.position())
        self._watch, fault = self._watch.look(facts, self._clock.monotonic())
        if fault:
            self._fail(fault)

    def _fail(self, fault: Fault) -> None:
        if self._player is None or self._fault:
            return
        self._wanted = False
        self._timer.stop()
        # Not from inside the player's own signal: it must not be taken apart while it speaks.
        self._fault = fault
        QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        if self._player is not None:
            self.failed.emit(self._fault)
