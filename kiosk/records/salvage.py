"""What can still be read of a damaged book: records behind the last good copy, the roster and the notes."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.records.carve import Value, carve
from kiosk.records.identity import Identity
from kiosk.records.schema import device, metadata, record

_AT_ONCE = 500
_COLUMNS = ("sequence", "device", "boot", "at", "monotonic", "clock_trusted", "visit", "uid", "kind", "version", "payload",
            "person", "once", "unit")  # fmt: skip
_FIRST = 11
"""Columns of the first schema; the others were added behind them."""


def save_tail(c: Connection, path: Path, after: int, known: Identity | None) -> tuple[int, int]:
    """Put every record above `after` that can still be read into the new book.

    Args:
        c: a write transaction of the new book.
        path: the damaged book.
        known: whose records they are; None: anybody's.

    Returns:
        How many were saved, and how many numbers below the last of them are missing.
    """
    found = (
        row
        for rowid, columns in carve(path, after)
        if (row := _record(rowid, columns)) is not None and (known is None or row["device"] == known.device)
    )
    while some := list(islice(found, _AT_ONCE)):
        c.execute(upsert(record).on_conflict_do_nothing(), some)
    saved = c.execute(select(record.c.sequence).where(record.c.sequence > after).order_by(record.c.sequence))
    numbers = [int(n) for n in saved.scalars()]
    return len(numbers), (numbers[-1] - after - len(numbers)) if numbers and after else 0


def _record(rowid: int, columns: tuple[Value, ...]) -> dict[str, Any] | None:
    """A row of `record`, or None when it is one of another table or not whole."""
    if not _FIRST <= len(columns) <= len(_COLUMNS) or columns[0] is not None:
        return None
    row: dict[str, Any] = {"person": "", "once": None, "unit": ""} | dict(zip(_COLUMNS, columns, strict=False))
    row["sequence"] = rowid
    row["monotonic"] = float(row["monotonic"]) if isinstance(row["monotonic"], int) else row["monotonic"]
    kinds = {"boot": int, "clock_trusted": int, "version": int, "monotonic": float}
    for name, value in row.items():
        if name == "once" and value is None:
            continue
        if not isinstance(value, int if name == "sequence" else kinds.get(name, str)):
            return None
    try:
        datetime.fromisoformat(row["at"])
        return row if isinstance(json.loads(row["payload"]), dict) else None
    except (ValueError, RecursionError):
        return None


def save_tables(c: Connection, path: Path) -> None:
    """What else the book holds (the roster, notes) is taken from the damaged file where it can be read as a whole."""
    if not path.exists():
        return
    names = [t for t in metadata.sorted_tables if t not in (record, device)]
    with contextlib.suppress(sqlite3.Error):
        there = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            for table in names:
                with contextlib.suppress(sqlite3.Error):
                    rows = there.execute(str(select(table).compile(dialect=sqlite.dialect()))).fetchall()
                    c.execute(table.delete())
                    if rows:
                        c.execute(insert(table), [dict(zip(table.columns.keys(), r, strict=True)) for r in rows])
        finally:
            there.close()
