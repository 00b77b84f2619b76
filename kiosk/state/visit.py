"""One visit: from the first touch to the idle reset. Nothing of it outlives the reset."""

from __future__ import annotations

import uuid
from typing import cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang

QML_IMPORT_NAME = "kiosk.state"
QML_IMPORT_MAJOR_VERSION = 1

MEDIUM = 1


@QmlElement
@QmlUncreatable("made by the app")
class Visit(QObject):
    """What this visitor chose: language, text size, theme, how high the page stands."""

    langChanged = Signal()
    readSizeChanged = Signal()
    nightChanged = Signal()
    lowChanged = Signal()
    began = Signal()
    ending = Signal()
    """The visitor has left; everything is still as they left it, and `id` is theirs."""

    def __init__(self, home_lang: Lang = "zh", parent: QObject | None = None, *, low: bool = False) -> None:
        super().__init__(parent)
        self._home_lang = home_lang
        self._home_low = low
        self._low = low
        self._lang: Lang = home_lang
        self._read_size = MEDIUM
        self._night = False
        self.id = uuid.uuid4().hex

    @Property(str, notify=langChanged)
    def lang(self) -> str:
        """`zh` or `en`."""
        return self._lang

    @property
    def language(self) -> Lang:
        """`lang` for typed Python."""
        return self._lang

    @Slot(str)
    def setLang(self, lang: str) -> None:
        """Switch the language of the interface and of what is opened from now on."""
        if lang in ("zh", "en") and lang != self._lang:
            self._lang = cast("Lang", lang)
            self.langChanged.emit()

    @Property(int, notify=readSizeChanged)
    def readSize(self) -> int:
        """0 small, 1 medium, 2 large, 3 extra large."""
        return self._read_size

    @Slot(int)
    def setReadSize(self, size: int) -> None:
        """Set the text size."""
        size = max(0, min(3, size))
        if size != self._read_size:
            self._read_size = size
            self.readSizeChanged.emit()

    @Property(bool, notify=nightChanged)
    def night(self) -> bool:
        """The high-contrast theme."""
        return self._night

    @Slot(bool)
    def setNight(self, on: bool) -> None:
        """Switch the high-contrast theme."""
        if on != self._night:
            self._night = on
            self.nightChanged.emit()

    @Property(bool, notify=lowChanged)
    def low(self) -> bool:
        """Whether the page stands in the lower half of an upright screen, within reach of who sits."""
        return self._low

    @Slot(bool)
    def setLow(self, on: bool) -> None:
        """Lower the page, or raise it."""
        if on != self._low:
            self._low = on
            self.lowChanged.emit()

    @Slot()
    def standard(self) -> None:
        """Text size, theme and height of the page as they were at the start."""
        self.setReadSize(MEDIUM)
        self.setNight(False)
        self.setLow(self._home_low)

    def reset(self) -> None:
        """The visitor has left."""
        self.ending.emit()
        self.standard()
        self.setLang(self._home_lang)
        self.id = uuid.uuid4().hex
        self.began.emit()
