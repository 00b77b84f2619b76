"""How far a visitor has come in a programme, and how long they watched it."""

from __future__ import annotations

from kiosk.kinds.segment.visitbook import VisitBook
from kiosk.sdk.ui import Services

STEP_MS = 1_000
"""A longer step is a jump, and nobody watched what lies between."""


class Watched:
    """The place is kept for the visit, the time goes into the records.

    Args:
        kind: key of the records.
        uid: of the item.
        services: the house.
    """

    def __init__(self, kind: str, uid: str, services: Services) -> None:
        self._kind = kind
        self._uid = uid
        self._recorder = services.recorder
        self._book = VisitBook.of(services.narrator).book
        self._visit = self._book.visit
        self._ms = 0

    @property
    def place(self) -> int:
        """Where this visitor stopped the last time, ms."""
        return self._book.place(self._uid)

    def step(self, ms: int) -> None:
        """It went on by so much while it played."""
        if 0 < ms < STEP_MS:
            self._ms += ms

    def keep(self, position: int, duration: int) -> None:
        """Remember the place for the visit in which the page was opened."""
        self._book.keep(self._visit, self._uid, position, duration)

    def record(self, *, finished: bool) -> None:
        """One record for each time it was watched: at its end, or when the page is left."""
        if self._ms > 0 or finished:
            payload = {"item": self._uid, "watched_ms": self._ms, "finished": finished}
            self._recorder.append(self._kind, self._uid, payload)
        self._ms = 0
