"""Which page of the studio is up, for all parts of it."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from kiosk.sdk.page import Pace, today
from kiosk.sdk.ui import Opened, Services

Phase: TypeAlias = Literal[
    "front", "results", "patents", "tree", "people", "changes", "gallery", "links", "describe", "contact", "review", "receipt"
]  # fmt: skip
ROOMS: tuple[Phase, ...] = ("results", "patents", "tree", "people", "changes", "gallery", "links")


class StudioPages(QObject):
    """The page that is up. `turned` when it is another one."""

    turned = Signal()

    def __init__(self, opened: Opened, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.opened = opened
        self.services = services
        self.phase: Phase = "front"
        self.pace = Pace(services.clock)

    @property
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

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
