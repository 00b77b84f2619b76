"""Which page of the box is up, for all parts of it."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from kiosk.kinds.suggestion.days import said
from kiosk.sdk.page import Pace, today
from kiosk.sdk.ui import Services

Phase: TypeAlias = Literal["list", "case", "topic", "text", "contact", "review", "receipt", "lookup", "waiting"]
STEPS: tuple[Phase, ...] = ("topic", "text", "contact", "review")
KEY = "suggestion"
"""Kind of the records."""


class BoxPages(QObject):
    """The page that is up. `turned` when it is another one."""

    turned = Signal()

    def __init__(self, uid: str, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.uid = uid
        self.services = services
        self.phase: Phase = "list"
        self.pace = Pace(services.clock)

    def up(self, *phases: Phase) -> bool:
        """One of these is up, and long enough to be touched."""
        return self.phase in phases and self.pace.settled

    def turn(self, phase: Phase) -> None:
        """Put a page up."""
        self.phase = phase
        self.pace.turned()
        self.turned.emit()

    def today(self) -> date | None:
        """The day; None when the clock cannot be right."""
        return today(self.services.clock)

    def said(self, day: str) -> str:
        """A day of a case in words."""
        return said(day, self.today(), self.services.lang())
