"""Rows for QML that change in place: delegates stay, and only what differs is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from kiosk.sdk.roles import FIRST, RoleModel


class Rows(RoleModel):
    """A list of dictionaries with the same keys.

    Args:
        keys: role names, which QML reads as required properties.
    """

    def __init__(self, keys: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(keys, parent)
        self._rows: list[Mapping[str, Any]] = []

    def size(self) -> int:
        """How many there are."""
        return len(self._rows)

    def cell(self, place: int, name: str) -> Any:
        """One value."""
        return self._rows[place][name]

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
            roles = [FIRST + n for n, key in enumerate(self._names) if row[key] != self._rows[place][key]]
            if roles:
                changed += 1
                self._rows[place] = row
                at = self.index(place, 0)
                self.dataChanged.emit(at, at, roles)
        return changed
