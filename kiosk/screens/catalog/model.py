"""Cards as a list model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from kiosk.sdk.ui import Card, file_url

Index = QModelIndex | QPersistentModelIndex
ROLES = ("uid", "kind", "condition", "title", "name", "subtitle", "trade", "seconds", "listen", "picture", "series")
_FIRST = Qt.ItemDataRole.UserRole + 1


class CardModel(QAbstractListModel):
    """Read-only list of cards; `trades` turns keys into words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
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

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def roleNames(self) -> dict[int, Any]:
        """Names QML uses."""
        return {_FIRST + i: name.encode() for i, name in enumerate(ROLES)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One field of one card."""
        if not index.isValid() or not 0 <= role - _FIRST < len(ROLES):
            return None
        card = self._cards[index.row()]
        name = ROLES[role - _FIRST]
        if name == "picture":
            return file_url(card.square)
        if name == "trade":
            return self._trades.get(card.trade, "")
        return getattr(card, name)

    @Slot(int, result=str)
    def uidAt(self, row: int) -> str:
        """Item id of a row."""
        return self._cards[row].uid if 0 <= row < len(self._cards) else ""
