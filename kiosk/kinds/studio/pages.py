"""Which page of the studio is up, for all parts of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject

from kiosk.sdk.page import TurnedPages
from kiosk.sdk.ui import Opened, Services

Phase: TypeAlias = Literal[
    "front", "results", "patents", "tree", "people", "changes", "gallery", "links", "describe", "contact", "review", "receipt"
]  # fmt: skip
ROOMS: tuple[Phase, ...] = ("results", "patents", "tree", "people", "changes", "gallery", "links")


class StudioPages(TurnedPages[Phase]):
    """The page that is up."""

    def __init__(self, opened: Opened, services: Services, parent: QObject) -> None:
        super().__init__("front", services, parent)
        self.opened = opened
