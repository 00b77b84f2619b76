"""Rows of people as a list model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.screens.people.rows import Row
from kiosk.sdk.ui import PersonCard, file_url

Index = QModelIndex | QPersistentModelIndex
ROLES = ("type", "heading", "count", "people", "year", "honours", "of")
_FIRST = Qt.ItemDataRole.UserRole + 1


class PeopleModel(QAbstractListModel):
    """Read-only; rows are turned into what QML reads when they come into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._heading: Callable[[str], str] = str
        self._counts: dict[str, int] = {}
        self._trade: Callable[[str], str] = str

    def show(
        self,
        rows: tuple[Row, ...],
        heading: Callable[[str], str],
        counts: dict[str, int],
        trade: Callable[[str], str],
    ) -> None:
        """Replace what is listed.

        Args:
            rows: what.
            heading: words for the key of a group.
            counts: members of each group.
            trade: words for a trade.
        """
        self.beginResetModel()
        self._rows, self._heading, self._counts, self._trade = rows, heading, counts, trade
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, Any]:
        """Names QML uses."""
        return {_FIRST + i: name.encode() for i, name in enumerate(ROLES)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One field of one row."""
        if not index.isValid() or not 0 <= role - _FIRST < len(ROLES):
            return None
        row = self._rows[index.row()]
        match ROLES[role - _FIRST]:
            case "type":
                return "head" if row.group is not None else "honour" if row.honours else "people"
            case "heading":
                return self._heading(row.group or "") if row.group is not None else ""
            case "count":
                return self._counts.get(row.group or "", 0) if row.group is not None else 0
            case "people":
                return [self._person(person) for person in row.people]
            case "year":
                return row.year
            case "honours":
                return list(row.honours)
            case _:
                return row.of

    def _person(self, person: PersonCard) -> dict[str, Any]:
        card = person.card
        return {
            "uid": card.uid, "name": person.facts.name or card.name, "note": self._trade(card.trade),
            "post": person.facts.post, "years": person.facts.years, "picture": file_url(card.square),
            "thumb": file_url(card.thumb),
        }  # fmt: skip
