"""What every read-only list model has in common: a role for each name, and one cell at a time, made when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
FIRST = int(Qt.ItemDataRole.UserRole) + 1
"""Role of the first name; the others follow."""


class RoleModel(QAbstractListModel):
    """A list for QML; subclasses say how long it is and what stands in a cell.

    Args:
        names: roles, which QML reads as required properties.
    """

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)

    def size(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    def cell(self, place: int, name: str) -> Any:
        """What QML reads under a name in the row at that place."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """See Qt: a list has no rows below its rows."""
        return 0 if parent.isValid() else self.size()

    def roleNames(self) -> dict[int, Any]:
        """Names QML uses."""
        return {FIRST + place: name.encode() for place, name in enumerate(self._names)}

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """One cell; None for a role there is not."""
        if not index.isValid() or not 0 <= role - FIRST < len(self._names):
            return None
        return self.cell(index.row(), self._names[role - FIRST])
