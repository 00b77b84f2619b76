"""What is being said: captions under the picture, and the transcript beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.kinds.segment.model import Segment
from kiosk.kinds.segment.transcript import clock_words, cues_for, line_at, lines, numeral, spoken

QML_IMPORT_NAME = "kiosk.kinds.segment"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class SpeechViewModel(QObject):
    """Captions and transcript of one programme in the language of the visit."""

    captionChanged = Signal()
    lineChanged = Signal()
    switched = Signal()

    def __init__(self, segment: Segment, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self._lang = lang
        self._cues = cues_for(segment, lang)
        self._lines = lines(self._cues, segment.chapters)
        self._on = True
        self._caption = ("", "")
        self._line = -1

    @Property(bool, constant=True)
    def hasCaptions(self) -> bool:
        """Whether there is anything to show under the picture."""
        return bool(self._cues)

    @Property("QVariantList", constant=True)
    def transcript(self) -> list[dict[str, Any]]:
        """Lines to read and to touch; chapter titles have a `numeral`."""
        return [
            {
                "start": line.start_ms,
                "clock": clock_words(line.start_ms),
                "text": line.text,
                "numeral": numeral(line.number, self._lang) if line.number else "",
            }
            for line in self._lines
        ]

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        """What is being said; may be empty."""
        return self._caption[0]

    @Property(str, notify=captionChanged)
    def captionBefore(self) -> str:
        """What was said before it."""
        return self._caption[1]

    @Property(bool, notify=switched)
    def captionsOn(self) -> bool:
        """Whether captions are shown."""
        return self._on

    @Property(int, notify=lineChanged)
    def line(self) -> int:
        """Row of `transcript` being spoken; -1 before the first."""
        return self._line

    @Slot()
    def toggleCaptions(self) -> None:
        """Captions on or off."""
        self._on = not self._on
        self.switched.emit()

    def start(self, row: int) -> int | None:
        """Where a row of the transcript begins, ms; None for a row that is not there."""
        return self._lines[row].start_ms if 0 <= row < len(self._lines) else None

    def at(self, ms: int) -> None:
        """The programme is at this place."""
        caption = spoken(self._cues, ms)
        if caption != self._caption:
            self._caption = caption
            self.captionChanged.emit()
        line = line_at(self._lines, ms)
        if line != self._line:
            self._line = line
            self.lineChanged.emit()
