"""A list model whose rows are made when they are looked at: a law of a thousand articles costs what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

_ROW = Qt.ItemDataRole.UserRole + 1


class LazyRows(QAbstractListModel):
    """LazyRows as QML reads them: one role, `row`.

    Args:
        count: number of rows.
        make: makes one of them.
    """

    def __init__(self, count: int, make: Callable[[int], dict[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._count, self._make = count, make

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else self._count

    def roleNames(self) -> dict[int, Any]:
        """Names QML uses."""
        return {_ROW: b"row"}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One row."""
        return self._make(index.row()) if index.isValid() and role == _ROW else None

    def reset(self, count: int) -> None:
        """Other rows are there now."""
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    @Slot()
    def look_again(self) -> None:
        """The same rows look different now."""
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1), [_ROW])
