"""What the attract loop shows: featured items in this machine's language, starting with another one each time.

Somebody of whom there is something to remember on this day comes first, when the clock can be trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.occasions import Day, on_this_day
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

    def __init__(
        self,
        library: Library,
        visit: Visit,
        parent: QObject | None = None,
        today: Callable[[], date | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._today = today
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
        start = self._first % len(cards)
        ordered = [*cards[start:], *cards[:start]]
        memory = self._memory({card.uid for card in cards})
        if memory:  # what happened today comes first
            ordered.sort(key=lambda c: c.uid != memory.item)
        card = ordered[index % len(ordered)]
        said = self._said(memory) if memory and card.uid == memory.item else card.subtitle
        return {
            "uid": card.uid, "title": card.title, "subtitle": said, "line": card.line or card.title,
            "name": card.name, "poster": file_url(card.poster), "alt": card.alt, "listen": card.listen,
        }  # fmt: skip

    def _memory(self, shown: Container[str]) -> Day | None:
        """The first thing that happened on this day to somebody who is shown."""
        today = self._today()
        days = [home.day for home in self._library.snapshot.days if home.day.item in shown]
        return next(iter(on_this_day(days, today)), None) if today else None

    def _said(self, memory: Day) -> str:
        words = memory.text.get(self._visit.language) or memory.text.get("zh", "")
        over = self.tr("历史上的今天")
        year = self.tr("%1 年").replace("%1", memory.year) if memory.year else ""
        return f"{over} {year}".rstrip() + f"\n{words}"
