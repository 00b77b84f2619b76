"""The number pad: straight to an article."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import words
from kiosk.kinds.document.reader import Reader

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 4


@QmlElement
@QmlUncreatable("made by the app")
class JumpViewModel(QObject):
    """The pad. `typed` when its number changed."""

    typed = Signal()

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._digits = ""

    @Property(str, notify=typed)
    def digits(self) -> str:
        """What was typed on the pad."""
        return self._digits

    @Property(int, notify=typed)
    def target(self) -> int:
        """The article of that number; -1 when there is none."""
        wanted = int(self._digits or 0)
        return next((n for n, a in enumerate(self._reader.document.articles) if a.number == wanted and wanted), -1)

    @Property(str, notify=typed)
    def line(self) -> str:
        """How the article begins, or why there is none."""
        if not self._digits:
            numbered = [a for a in self._reader.document.articles if a.number]
            if not numbered:
                return ""
            said = self.tr("从%1到%2").replace("%1", words.label(numbered[0], self._reader.lang))
            return said.replace("%2", words.label(numbered[-1], self._reader.lang))
        if self.target < 0:
            return self.tr("没有第 %1 条").replace("%1", self._digits)
        return next(iter(self._reader.document.articles[self.target].paragraphs), "")

    @Slot()
    def begin(self) -> None:
        """Put the pad up, empty."""
        self._digits = ""
        self.typed.emit()
        self._reader.go("jump")

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad: a figure, or `back`."""
        if key == "back":
            self._digits = self._digits[:-1]
        elif key.isdecimal() and len(self._digits) < DIGITS and (self._digits or key != "0"):
            self._digits += key
        self.typed.emit()

    @Slot()
    def go(self) -> None:
        """Open the article on the pad."""
        if self.target >= 0:
            if self._reader.trail and self._reader.phase == "jump":
                self._reader.phase = self._reader.trail.pop()
            self._reader.show(self.target)
