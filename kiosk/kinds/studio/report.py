"""What teams asked of the studios, and what became of it: from records and the cards on the wall to a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.core.measure import Measure, word
from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.kinds.studio.model import Studio

TITLE = Text("工作室求助", "Asked of the studios")

COLUMNS = (
    Column("field", Text("方面", "Field"), width=20),
    Column("hung", Text("屏上新挂", "Hung here"), "integer"),
    Column("sealed", Text("其中已封好", "Of these sealed"), "integer"),
    Column("taken", Text("屏上接下", "Taken here"), "integer"),
    Column("wall_open", Text("墙上没人接", "Open on the wall"), "integer"),
    Column("wall_taken", Text("墙上有人接", "Taken on the wall"), "integer"),
    Column("wall_solved", Text("墙上解决了", "Solved on the wall"), "integer"),
)


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """`order` or `take`, by field; `sealed` of those that only the office can read."""
    event, field = payload.get("event"), payload.get("field")
    if event in ("order", "take") and isinstance(field, str):
        yield Measure(str(event), word(field))
        if event == "order" and payload.get("sealed"):
            yield Measure("sealed", word(field))


def tables(content: Studio | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The one table there is, with the cards on the studio's wall when it is at hand."""
    return (table(records, () if content is None else (content,)),)


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
    return Table(TITLE, COLUMNS, tuple((field, *counts) for field, counts in ranked))
