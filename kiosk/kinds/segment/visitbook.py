"""Where a visitor stopped watching, for as long as the visit lasts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kiosk.kinds.segment.resume import ResumeBook
from kiosk.sdk.narrator import Narrator


class VisitBook(QObject):
    """The resume book of a running kiosk; a child of its narrator, whose empty track marks the end of a visit."""

    def __init__(self, narrator: Narrator) -> None:
        super().__init__(narrator)
        self.book = ResumeBook()
        self._narrator = narrator
        narrator.trackChanged.connect(self._track)

    @staticmethod
    def of(narrator: Narrator) -> VisitBook:
        """The one of this narrator."""
        found = narrator.findChild(VisitBook)
        return found if isinstance(found, VisitBook) else VisitBook(narrator)

    @Slot()
    def _track(self) -> None:
        if not self._narrator.uid:
            self.book.clear()
