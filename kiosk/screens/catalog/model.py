"""Cards as a list model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from kiosk.sdk.roles import RoleModel
from kiosk.sdk.ui import Card, file_url

ROLES = ("uid", "kind", "condition", "title", "name", "subtitle", "trade", "seconds", "listen", "picture", "series")


class CardModel(RoleModel):
    """Read-only list of cards; `trades` turns keys into words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(ROLES, parent)
        self._cards: tuple[Card, ...] = ()
        self._trades: dict[str, str] = {}

    def show(self, cards: tuple[Card, ...], trades: dict[str, str]) -> None:
        """Replace what is listed; nothing happens when it is the same."""
        if cards == self._cards and trades == self._trades:
            return
        self.beginResetModel()
        self._cards = cards
        self._trades = trades
        self.endResetModel()

    def size(self) -> int:
        """Number of cards."""
        return len(self._cards)

    def cell(self, place: int, name: str) -> Any:
        """One field of one card."""
        card = self._cards[place]
        if name == "picture":
            return file_url(card.square)
        if name == "trade":
            return self._trades.get(card.trade, "")
        return getattr(card, name)

    @Slot(int, result=str)
    def uidAt(self, row: int) -> str:
        """Item id of a row."""
        return self._cards[row].uid if 0 <= row < len(self._cards) else ""
