"""What is done in the administrator's name on the glass goes into the book: the door, sticks, versions put back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kiosk.state.content import ContentStatus
from kiosk.state.journal import House
from kiosk.state.pin import AdminPin

ACTS = {"bring": "stick", "revert": "version-back"}
"""Names in the book of the tasks that a person begins; rounds over the shares are nobody's act."""


class AdminJournal(QObject):
    """Notes administrators' acts, and who tried in vain.

    Args:
        records: take them.
    """

    def __init__(self, pin: AdminPin, status: ContentStatus, records: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = records
        pin.accepted.connect(self._let_in)
        pin.refused.connect(self._sent_away)
        status.finished.connect(self._finished)

    @Slot()
    def _let_in(self) -> None:
        self._note("door", "opened")

    @Slot()
    def _sent_away(self) -> None:
        self._note("door", "refused")

    @Slot(str, bool)
    def _finished(self, task: str, ok: bool) -> None:
        if task in ACTS:
            self._note(ACTS[task], "done" if ok else "failed")

    def _note(self, act: str, detail: str) -> None:
        self._records.house("admin", {"act": act, "detail": detail})
