"""What teams asked of the studios, and what became of it: from records and the cards on the wall to a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kiosk.core.text import Text
from kiosk.kinds.studio.model import Studio

Cell: TypeAlias = str | int | float

COLUMNS = (
    Text("方面", "Field"),
    Text("屏上新挂", "Hung here"),
    Text("其中已封好", "Of these sealed"),
    Text("屏上接下", "Taken here"),
    Text("墙上没人接", "Open on the wall"),
    Text("墙上有人接", "Taken on the wall"),
    Text("墙上解决了", "Solved on the wall"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; one row a field."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(records: Iterable[Mapping[str, Any]], studios: Iterable[Studio] = ()) -> Table:
    """One row for each field somebody asked about; most asked first. An empty field is one that nobody named.

    Args:
        records: payloads made by `order`; those of another shape are left out.
        studios: whose cards are on the wall, each studio in one language only.
    """
    rows: dict[str, list[int]] = {}
    for record in records:
        event, field = record.get("event"), record.get("field")
        if event not in ("order", "take") or not isinstance(field, str):
            continue
        row = rows.setdefault(field, [0] * 6)
        row[0] += event == "order"
        row[1] += event == "order" and bool(record.get("sealed"))
        row[2] += event == "take"
    for studio in studios:
        for card in studio.cards:
            row = rows.setdefault(card.field, [0] * 6)
            row[3 + ("open", "taken", "solved").index(card.state)] += 1
    ranked = sorted(rows.items(), key=lambda r: (-r[1][0] - sum(r[1][3:]), r[0]))
    return Table(COLUMNS, tuple((field, *counts) for field, counts in ranked))
