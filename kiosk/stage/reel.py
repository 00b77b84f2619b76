"""A film or sound on stage: ready with its first picture before it is wanted, and holding its last one afterwards."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1

Phase: TypeAlias = Literal["idle", "loading", "ready", "playing", "paused", "ended", "failed"]
_log = logging.getLogger(__name__)
BLIND_MS = 4_000
"""A film that shows no picture for so long has none that this machine can decode."""


@QmlElement
@QmlUncreatable("made by the stage")
class Reel(QObject):
    """One player, made by QML, and what it holds.

    `attach` gives it the player of a slide; `detach` takes it away before QML deletes it.
    """

    phaseChanged = Signal()
    positionChanged = Signal()
    durationChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._phase: Phase = "idle"
        self._pictured = False
        self._wanted = False
        self._start = self._stop = self._position = self._duration = 0
        self._from = 0
        self._placed = False
        self.step = -1
        self._blind = QTimer(self, singleShot=True, interval=BLIND_MS)
        self._blind.timeout.connect(self._give_up)

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        """What it is doing."""
        return self._phase

    @Property(int, notify=positionChanged)
    def position(self) -> int:
        """Milliseconds from the start point."""
        return max(0, self._position - self._start)

    @Property(int, notify=durationChanged)
    def duration(self) -> int:
        """Milliseconds between start and stop point; 0 = not known yet."""
        end = self._stop or self._duration
        return max(0, end - self._start)

    @property
    def playing(self) -> bool:
        """Whether it runs, or will as soon as it can."""
        return self._wanted

    @Slot(QObject, int, QUrl, int, int, bool)
    def attach(self, player: QMediaPlayer, step: int, url: QUrl, start: int, stop: int, video: bool) -> None:
        """Get a medium ready.

        Args:
            step: the slide it is on.
            start, stop: milliseconds; a `stop` of 0 plays to the end.
            video: ready means that its first picture is there.
        """
        self.detach()
        self._player, self.step = player, step
        self._start, self._stop, self._from = start, stop, start
        self._position, self._duration = start, 0
        self._pictured, self._placed = not video, start == 0
        self._sink = player.videoSink() if video else None
        if self._sink is not None:
            self._sink.videoFrameChanged.connect(self._frame)
        player.positionChanged.connect(self._moved)
        player.durationChanged.connect(self._measured)
        player.mediaStatusChanged.connect(self._status)
        player.errorOccurred.connect(self._error)
        self._set("loading")
        self.positionChanged.emit()
        self.durationChanged.emit()
        self._blind.start()
        player.setSource(url)
        player.pause()

    @Slot()
    def detach(self) -> None:
        """Let go of the player."""
        player, self._player = self._player, None
        self._blind.stop()
        self._wanted = False
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
        self.step = -1
        self._set("idle")

    @Slot(QObject)
    def leave(self, player: QObject | None) -> None:
        """A slide goes: let go of its player, if it is still that one."""
        if self._player is None or not isValid(self._player) or self._player == player:
            self.detach()

    @property
    def settled(self) -> bool:
        """Whether `position` says where the medium is: it has opened and gone to its start."""
        return self._placed and self._phase not in ("idle", "loading", "failed")

    def play(self) -> None:
        """Start, go on, or start again after the end."""
        player = self._player
        if player is None or self._phase == "failed":
            return
        if self._phase == "ended":
            self.seek(0)
        self._wanted = True
        self._set("playing")
        player.play()

    def pause(self) -> None:
        """Hold the picture."""
        self._wanted = False
        if self._player is not None and self._phase == "playing":
            self._player.pause()
            self._set("paused")

    def seek(self, ms: int) -> None:
        """Go to a place, in milliseconds from the start point."""
        if self._player is None or self._phase == "failed":
            return
        place = self._start + max(0, min(ms, self.duration or ms))
        if self._phase == "loading":
            self._from, self._placed = place, False
            return
        self._position = place
        if self._phase == "ended":
            self._set("paused")
        self._player.setPosition(place)
        if not self._wanted:
            self._player.pause()  # shows the picture there
        self.positionChanged.emit()

    # --- what the player says ---------------------------------------------------------------------------------------

    @Slot()
    def _frame(self) -> None:
        if not self._pictured and self._sink is not None and self._sink.videoFrame().isValid():
            self._pictured = True
            self._look_ready()

    @Slot("qlonglong")
    def _moved(self, ms: int) -> None:
        if not self._placed:
            return  # of the time before the start point was reached
        self._position = ms
        if self._stop and ms >= self._stop and self._wanted and self._player is not None:
            self._wanted = False
            self._player.pause()
            self._position = self._stop
            self._set("ended")
        self.positionChanged.emit()

    @Slot("qlonglong")
    def _measured(self, ms: int) -> None:
        self._duration = ms
        self.durationChanged.emit()

    @Slot()
    def _status(self) -> None:
        player = self._player
        if player is None:
            return
        status = player.mediaStatus()
        known = type(status)
        if status in (known.LoadedMedia, known.BufferedMedia) and not self._placed:
            self._placed = True
            self._position = self._from
            player.setPosition(self._from)
            player.play() if self._wanted else player.pause()
        if status == known.LoadedMedia:
            self._look_ready()
        elif status == known.EndOfMedia:
            self._wanted = False
            self._position = self._stop or self._duration
            self._set("ended")
            self.positionChanged.emit()
        elif status == known.InvalidMedia:
            self._fail("it cannot be opened")

    def _look_ready(self) -> None:
        if self._phase in ("loading", "playing") and self._pictured:
            self._blind.stop()
            if self._phase == "loading":
                self._set("ready")

    @Slot()
    def _error(self) -> None:
        if self._player is not None:
            self._fail(self._player.errorString())

    @Slot()
    def _give_up(self) -> None:
        self._fail("no picture comes")

    def _fail(self, why: str) -> None:
        if self._phase == "failed" or self._player is None:
            return
        _log.info("%s: %s", self._player.source().fileName(), why)
        self._wanted = False
        self._blind.stop()
        # Not from inside the player's own signal: it must not be taken apart while it speaks.
        QTimer.singleShot(0, self, self._failed)

    @Slot()
    def _failed(self) -> None:
        if self._player is not None:
            self._set("failed")

    def _set(self, phase: Phase) -> None:
        if phase != self._phase:
            self._phase = phase
            self.phaseChanged.emit()
