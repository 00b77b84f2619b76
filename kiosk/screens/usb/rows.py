"""Packs on the medium as a list model: a change of state repaints a row, and the list stays where it was scrolled."""

from __future__ import annotations

from typing import Any

from kiosk.sdk.roles import RoleModel

ROLES = ("key", "title", "note", "status", "tone", "icon")


class RowModel(RoleModel):
    """Read-only rows of words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(ROLES, parent)
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

    def size(self) -> int:
        """Number of packs."""
        return len(self._rows)

    def cell(self, place: int, name: str) -> Any:
        """One word of one row."""
        return self._rows[place][name]
