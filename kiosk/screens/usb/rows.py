"""Packs on the medium as a list model: a change of state repaints a row, and the list stays where it was scrolled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROLES = ("key", "title", "note", "status", "tone", "icon")
_FIRST = Qt.ItemDataRole.UserRole + 1


class RowModel(QAbstractListModel):
    """Read-only rows of words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: tuple[dict[str, str], ...] = ()

    def show(self, rows: tuple[dict[str, str], ...]) -> None:
        """Replace what is listed; rows of the same packs are changed in place."""
        before, keys = self._rows, [r["key"] for r in rows]
        if keys != [r["key"] for r in before]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of packs."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, Any]:
        """Names QML uses."""
        return {_FIRST + i: name.encode() for i, name in enumerate(ROLES)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One word of one row."""
        if not index.isValid() or not 0 <= role - _FIRST < len(ROLES):
            return None
        return self._rows[index.row()][ROLES[role - _FIRST]]
