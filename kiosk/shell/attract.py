"""What the attract loop shows: featured items in this machine's language, starting with another one each time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.sdk.ui import file_url
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class AttractModel(QObject):
    """Posters and sentences for the loop."""

    countChanged = Signal()

    def __init__(self, library: Library, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._visit = visit
        self._first = 0
        library.changed.connect(self.countChanged)

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many there are."""
        return len(self._library.cards_for(self._visit.language))

    def turn(self) -> None:
        """Start the next loop one further on."""
        self._first += 1

    @Slot(int, result="QVariant")
    def get(self, index: int) -> dict[str, Any] | None:
        """One card as QML reads it."""
        cards = self._library.cards_for(self._visit.language)
        if not cards:
            return None
        card = cards[(index + self._first) % len(cards)]
        return {
            "uid": card.uid, "title": card.title, "subtitle": card.subtitle, "line": card.line or card.title,
            "name": card.name, "poster": file_url(card.poster), "alt": card.alt, "listen": card.listen,
        }  # fmt: skip
