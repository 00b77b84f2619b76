"""Tables that a kind made of its items' records and content, as parts of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.core.table import Table
from kiosk.core.text import Text
from kiosk.reports.material import Material, Tables


def of_items(material: Material, details: Tables, order: Sequence[str]) -> tuple[Table, ...]:
    """The kind's own tables, each with the name of its item."""
    found: list[Table] = []
    for uid in [*order, *sorted(set(details) - set(order))]:
        title = material.title(uid)
        for table in details.get(uid, ()):
            named = Text(f"{title}：{table.title.zh}", f"{title}: {table.title.en}")
            found.append(replace(table, title=named))
    return tuple(found)
