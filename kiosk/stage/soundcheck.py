"""A tone from the left, then from the right, before anybody sits there; and how loud what leaves the program is."""

from __future__ import annotations

import logging
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.design.assets import assets_folder
from kiosk.jobs import Err, Lanes, Result

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
STEP_MS = 50
SIDES = {"left": "left.wav", "right": "right.wav"}


@QmlElement
@QmlUncreatable("made by the stage")
class SoundCheck(QObject):
    """Two tones and their levels.

    Args:
        now: seconds of any clock that only goes forward.
    """

    changed = Signal()
    levelsChanged = Signal()

    def __init__(self, lanes: Lanes, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._now = now
        self._side = ""
        self._failed = ""
        self._heard: set[str] = set()
        self._began = 0.0
        self._levels: dict[str, tuple[float, ...]] = {}
        self._tick = QTimer(self, interval=STEP_MS)
        self._tick.timeout.connect(self.levelsChanged)

    @Property(QUrl, notify=changed)
    def file(self) -> QUrl:
        """What plays; empty for nothing."""
        return QUrl.fromLocalFile(str(_clip(self._side))) if self._side else QUrl()

    @Property(str, notify=changed)
    def side(self) -> str:
        """`left`, `right` or nothing."""
        return self._side

    @Property("QStringList", notify=changed)
    def heard(self) -> list[str]:
        """Sides that were played to their end."""
        return sorted(self._heard)

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Whether the last tone could not be played."""
        return bool(self._failed)

    @Property(float, notify=levelsChanged)
    def level(self) -> float:
        """Peak of what plays now, before the volume is applied: 0 to 1."""
        levels = self._levels.get(self._side, ())
        at = int((self._now() - self._began) * 1000 / STEP_MS)
        return levels[at] if self._side and 0 <= at < len(levels) else 0.0

    @Slot(str)
    def play(self, side: str) -> None:
        """Let a side sound; the same again starts anew."""
        if side not in SIDES:
            return
        if self._side:
            self._stop()
        if side not in self._levels:
            self._lanes.run("io", lambda: peaks(_clip(side)), lambda result: self._measured(side, result))
        self._side, self._failed, self._began = side, "", self._now()
        self._tick.start()
        self.changed.emit()

    @Slot(bool)
    def ended(self, well: bool) -> None:
        """The player is through with it."""
        if not self._side:
            return
        if well:
            self._heard.add(self._side)
        else:
            self._failed = self._side
            _log.info("the tone of the %s cannot be played", self._side)
        self._stop()

    @Slot()
    def stop(self) -> None:
        """Put it away."""
        if self._side:
            self._stop()

    def _stop(self) -> None:
        self._side = ""
        self._tick.stop()
        self.changed.emit()
        self.levelsChanged.emit()

    def _measured(self, side: str, result: Result[tuple[float, ...]]) -> None:
        self._levels[side] = () if isinstance(result, Err) else result.value


def peaks(file: Path) -> tuple[float, ...]:
    """The loudest sample of each `STEP_MS` of a 16 bit recording, 0 to 1.

    Raises:
        OSError, wave.Error: it cannot be read.
    """
    with wave.open(str(file), "rb") as sound:
        samples = array("h", sound.readframes(sound.getnframes()))
        step = sound.getframerate() * sound.getnchannels() * STEP_MS // 1000
    return tuple(max(map(abs, samples[at : at + step])) / 32768 for at in range(0, len(samples), step))


def _clip(side: str) -> Path:
    return assets_folder() / "selftest" / SIDES[side]
