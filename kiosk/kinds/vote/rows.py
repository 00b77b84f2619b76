"""Rows for QML that change in place: delegates stay, and only what differs is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 1


class Rows(QAbstractListModel):
    """A list of dictionaries with the same keys.

    Args:
        keys: role names, which QML reads as required properties.
    """

    def __init__(self, keys: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._rows: list[Mapping[str, Any]] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """One value."""
        place = role - _FIRST
        if not index.isValid() or not 0 <= place < len(self._keys):
            return None
        return self._rows[index.row()][self._keys[place]]

    def roleNames(self) -> dict[int, QByteArray]:
        """The keys."""
        return {_FIRST + n: QByteArray(key.encode()) for n, key in enumerate(self._keys)}

    def row(self, place: int) -> Mapping[str, Any]:
        """One row."""
        return self._rows[place]

    def take(self, rows: Sequence[Mapping[str, Any]]) -> int:
        """Show these rows; returns how many of them are told to QML as changed."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return len(rows)
        changed = 0
        for place, row in enumerate(rows):
            roles = [_FIRST + n for n, key in enumerate(self._keys) if row[key] != self._rows[place][key]]
            if roles:
                changed += 1
                self._rows[place] = row
                at = self.index(place, 0)
                self.dataChanged.emit(at, at, roles)
        return changed
