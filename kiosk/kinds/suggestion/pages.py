"""Which page of the box is up, for all parts of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject

from kiosk.kinds.suggestion.days import said
from kiosk.sdk.page import TurnedPages
from kiosk.sdk.ui import Services

Phase: TypeAlias = Literal["list", "case", "topic", "text", "contact", "review", "receipt", "lookup", "waiting"]
STEPS: tuple[Phase, ...] = ("topic", "text", "contact", "review")
KEY = "suggestion"
"""Kind of the records."""


class BoxPages(TurnedPages[Phase]):
    """The page that is up."""

    def __init__(self, uid: str, services: Services, parent: QObject) -> None:
        super().__init__("list", services, parent)
        self.uid = uid

    def said(self, day: str) -> str:
        """A day of a case in words."""
        return said(day, self.today(), self.services.lang())
