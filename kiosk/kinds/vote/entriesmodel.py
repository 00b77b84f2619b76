"""The entries on the wall, six a page, and the one that is open."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote.floor import Floor

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 6
"""Entries on one page."""


@QmlElement
@QmlUncreatable("made by the app")
class ContestEntriesViewModel(QObject):
    """The gallery, in an order of its own for each visitor.

    Args:
        floor: of the contest.
        seed: of that order.
        media: URL of a file of the pack.
    """

    turned = Signal()
    changed = Signal()

    def __init__(self, floor: Floor, seed: int, media: Callable[[str], QUrl], parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._media = media
        self.order = list(floor.entries)
        random.Random(seed).shuffle(self.order)
        self._page = 0
        floor.turned.connect(self.turned)
        floor.changed.connect(self.changed)

    @Property(int, constant=True)
    def total(self) -> int:
        """Entries."""
        return len(self.order)

    @Property(int, notify=turned)
    def page(self) -> int:
        """Index of the page."""
        return self._page

    @Property(int, constant=True)
    def pages(self) -> int:
        """Pages of entries."""
        return max(1, -(-len(self.order) // PAGE))

    @Property("QVariantList", notify=turned)
    def shown(self) -> list[dict[str, Any]]:
        """The entries of this page: see `_data`."""
        at = self._page * PAGE
        return [self._data(number) for number in self.order[at : at + PAGE]]

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """Number of the entry that is open; 0 none."""
        return self._floor.chosen

    @Property("QVariantMap", notify=changed)
    def entry(self) -> dict[str, Any]:
        """The open entry with all its words."""
        entry = self._floor.entries.get(self._floor.chosen)
        if entry is None:
            return {}
        return {
            **self._data(entry.number),
            "lines": list(entry.lines),
            "picture": self._media(entry.picture) if entry.picture else QUrl(),
            "media": self._media(entry.media) if entry.media else QUrl(),
            "video": entry.video,
        }

    @Slot(int)
    def choose(self, number: int) -> None:
        """Open an entry; touched again it is shown whole."""
        floor = self._floor
        if floor.phase != "gallery" or number not in floor.entries or floor.busy:
            return
        again = number == floor.chosen
        floor.choose(number)
        if again:
            floor.turn("detail")
        else:
            floor.changed.emit()

    @Slot()
    def whole(self) -> None:
        """Show the open entry whole."""
        if self._floor.phase == "gallery" and self._floor.chosen:
            self._floor.turn("detail")

    @Slot(int)
    def step(self, by: int) -> None:
        """In the whole view, to the entry before or after."""
        if self._floor.phase == "detail" and not self._floor.busy:
            at = (self.order.index(self._floor.chosen) + by) % len(self.order)
            self._page = at // PAGE
            self._floor.choose(self.order[at])
            self._floor.turn("detail")

    @Slot(int)
    def turnPage(self, by: int) -> None:
        """To the page before or after this one."""
        page = self._page + by
        if self._floor.phase == "gallery" and 0 <= page < self.pages and not self._floor.busy:
            self._page = page
            self._floor.choose(0)
            self._floor.turn("gallery")

    def _data(self, number: int) -> dict[str, Any]:
        entry = self._floor.entries[number]
        return {
            "value": number, "number": f"{number:02}", "title": entry.title, "by": entry.by,
            "tile": self._media(entry.tile) if entry.tile else QUrl(), "alt": entry.alt,
            "first": next((line for line in entry.lines if line), ""), "sounds": bool(entry.media),
        }  # fmt: skip
