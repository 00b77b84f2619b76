"""Rows of people as a list model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from kiosk.screens.people.rows import Row
from kiosk.sdk.roles import RoleModel
from kiosk.sdk.ui import PersonCard, file_url

ROLES = ("type", "heading", "count", "people", "year", "honours", "of")


class PeopleModel(RoleModel):
    """Read-only; rows are turned into what QML reads when they come into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ROLES, parent)
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

    def size(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def cell(self, place: int, name: str) -> Any:
        """One field of one row."""
        row = self._rows[place]
        match name:
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
