"""Plays the first and the last second of a medium for real, and hears all of it, through Qt's own decoder."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioBuffer, QAudioDecoder, QAudioFormat, QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.core.text import Text
from kiosk.stage.rehearse import loudness
from kiosk.stage.rehearse.loudness import Meter
from kiosk.stage.rehearse.model import Finding

END_MS = 1_000
PATIENCE_MS = 15_000
"""For each end of a film; a disk under load is slow."""
LONGEST_SOUND_MS = 120_000
"""Hearing a whole long film may take so long; then what was heard is judged."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A film or sound of a step; `stop` 0 plays to the end. Times in milliseconds."""

    step: str
    path: str
    video: bool
    start: int = 0
    stop: int = 0


class Probe(QObject):
    """Looks at one medium, then says what it found; made anew for each.

    Args:
        done: hears the findings, once.
    """

    def __init__(
        self, medium: Medium, done: Callable[[tuple[Finding, ...]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._medium = medium
        self._done = done
        self._found: list[Finding] = []
        self._phase = "load"
        self._finished = False
        self._meter = Meter.new()
        self._sink = QVideoSink(self)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._decoder = QAudioDecoder(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._too_long)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.positionChanged.connect(self._moved)
        self._player.errorOccurred.connect(self._broken)
        self._sink.videoFrameChanged.connect(self._frame)
        self._decoder.bufferReady.connect(self._heard)
        self._decoder.finished.connect(self._silent)
        self._decoder.error.connect(self._deaf)
        self._pictured = False

    def start(self) -> None:
        """Begin."""
        self._patience.start()
        self._player.setSource(QUrl.fromLocalFile(self._medium.path))

    # --- the picture ------------------------------------------------------------------------------------------------

    @property
    def _end(self) -> int:
        return min(self._medium.stop or self._player.duration(), self._player.duration())

    @Slot(QMediaPlayer.MediaStatus)
    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._finished:
            return
        if status == QMediaPlayer.MediaStatus.LoadedMedia and self._phase == "load":
            if self._player.duration() <= 0:
                self._broken()
                return
            if self._medium.start >= self._player.duration() or self._medium.stop > self._player.duration() + END_MS:
                self._bad(Text("起止时间超出了录像的长度", "Start or stop lies after its end"))
            self._phase = "first"
            self._player.setPosition(self._medium.start)
            self._player.play()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._ended()
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._broken()

    @Slot(QVideoFrame)
    def _frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._pictured = True

    @Slot("qlonglong")
    def _moved(self, at: int) -> None:
        if self._finished:
            return
        if self._phase == "first" and at >= min(self._medium.start + END_MS, self._end - 1):
            self._seen(Text("开头放不出画面", "No picture at its beginning"))
            self._phase = "last"
            self._patience.start()
            self._player.setPosition(max(self._medium.start, self._end - END_MS))
        elif self._phase == "last" and at >= self._end - 60:
            self._ended()

    def _ended(self) -> None:
        if self._phase not in ("first", "last"):
            return
        self._seen(Text("结尾放不出画面", "No picture at its end"))
        self._phase = "hear"
        self._player.stop()
        self._patience.start(LONGEST_SOUND_MS)
        form = QAudioFormat()
        form.setSampleRate(loudness.RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._decoder.setAudioFormat(form)
        self._decoder.setSource(QUrl.fromLocalFile(self._medium.path))
        self._decoder.start()

    def _seen(self, otherwise: Text) -> None:
        if self._medium.video and not self._pictured:
            self._bad(otherwise)
        self._pictured = False

    # --- the sound --------------------------------------------------------------------------------------------------

    @Slot()
    def _heard(self) -> None:
        buffer: QAudioBuffer = self._decoder.read()
        if buffer.isValid():
            self._meter.feed(_mono16(buffer))

    @Slot()
    def _silent(self) -> None:
        if self._phase == "hear":
            self._finish(loudness.judged(self._meter.level, self._meter.peak))

    @Slot()
    def _deaf(self) -> None:
        """A film without a sound track ends here too."""
        if self._phase == "hear":
            self._finish(loudness.judged(-math.inf, -math.inf))

    # --- the end ----------------------------------------------------------------------------------------------------

    def _bad(self, words: Text) -> None:
        self._found.append(Finding("medium", "bad", words))

    @Slot()
    def _broken(self) -> None:
        if not self._finished and self._phase != "hear":
            self._bad(Text("放不出来", "Cannot be played"))
            self._finish()

    @Slot()
    def _too_long(self) -> None:
        if self._phase == "hear":
            self._finish(loudness.judged(self._meter.level, self._meter.peak))
        else:
            self._bad(Text("等了很久没有画面", "No picture came for a long time"))
            self._finish()

    def _finish(self, *more: Finding) -> None:
        if self._finished:
            return
        self._finished = True
        self._patience.stop()
        self._player.stop()
        self._decoder.stop()
        self._player.setVideoSink(None)  # type: ignore[arg-type]  # Qt allows it
        self._player.setSource(QUrl())
        if not self._found:
            self._found.append(Finding("medium", "good", Text("开头结尾都放得出来", "Plays at both ends")))
        self._found += more
        QTimer.singleShot(0, self, self._over)  # not from within a signal of what goes away

    def _over(self) -> None:
        self.deleteLater()
        self._done(tuple(self._found))


def _mono16(buffer: QAudioBuffer) -> bytes:
    """What the decoder gave, should it not have kept to the format that was asked for."""
    form = buffer.format()
    data = bytes(buffer.constData())[: buffer.byteCount()]
    if form.sampleFormat() == QAudioFormat.SampleFormat.Float:
        count = len(data) // 4
        floats = struct.unpack(f"={count}f", data[: count * 4])[:: max(1, form.channelCount())]
        return struct.pack(f"={len(floats)}h", *(max(-32768, min(32767, round(f * 32767))) for f in floats))
    if form.channelCount() == 2:
        samples = struct.unpack(f"={len(data) // 2}h", data)[::2]
        return struct.pack(f"={len(samples)}h", *samples)
    return data
