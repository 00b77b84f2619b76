"""Values of a ledger: what an officer types, read by the column's type, and what the book holds, as cells of a table."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from kiosk.core.errors import ContentError
from kiosk.core.table import Cell
from kiosk.core.text import Text
from kiosk.reports.ledger.config import Entry, Ledger

MOST = 4000
"""Characters of a text."""


def read(ledger: Ledger, key: str, said: str) -> Any:
    """What an officer typed for a column, as it is kept; None takes back what was there.

    Raises:
        ContentError: `NO_COLUMN`: there is none, or its values come from the records; `BAD_VALUE`.
    """
    column = ledger.column(key)
    if column is None or column.source or column.kind == "photos":
        own = [c.key for c in ledger.columns if not c.source and c.kind != "photos"]
        raise ContentError(
            "NO_COLUMN",
            Text(
                f"{ledger.title.zh}没有要填的“{key}”一栏。", f"{ledger.title.en} has no column “{key}” to be filled in."
            ),
            Text(
                f"可以填：{'、'.join(own)}；照片用 --photo。", f"There are: {', '.join(own)}; photos go with --photo."
            ),
        )
    plain = said.strip()
    if not plain:
        return None
    try:
        return _parsed(column, plain)
    except ValueError as error:
        raise ContentError(
            "BAD_VALUE",
            Text(f"“{column.title.zh}”不能填“{said}”。", f"“{said}” does not fit “{column.title.en}”."),
            Text(*_WANTED[column.kind]),
        ) from error


def photo_column(ledger: Ledger) -> str:
    """The column that photos go to.

    Raises:
        ContentError: `NO_COLUMN`: the ledger has none.
    """
    for column in ledger.columns:
        if column.kind == "photos":
            return column.key
    raise ContentError(
        "NO_COLUMN",
        Text(f"{ledger.title.zh}没有照片一栏。", f"{ledger.title.en} has no column for photos."),
        Text("在 ledger.toml 里加一栏 type = \"photos\"。", "Add a column of type = \"photos\" to ledger.toml."),
    )  # fmt: skip


def cell(column: Entry, held: Any) -> Cell:
    """What the book holds, as a cell of the column; what no longer fits its type is nothing."""
    if isinstance(held, dict):
        held = Text(str(held.get("zh", "")), str(held.get("en", "")))
    if held is None or held == "" or isinstance(held, bool):
        return None
    match column.kind:
        case "date":
            return _day(held)
        case "integer":
            return int(held) if isinstance(held, (int, float)) else None
        case "decimal" | "percent" | "duration":
            return float(held) if isinstance(held, (int, float)) else None
        case _:
            return held if isinstance(held, (str, Text)) else str(held)


_WANTED = {
    "text": (f"写不超过 {MOST} 个字的一段话。", f"A text of up to {MOST} characters."),
    "integer": ("填整数，例如 12。", "A whole number: 12."),
    "decimal": ("填数，例如 360.50。", "A number: 360.50."),
    "percent": ("填 0 到 1 的数，例如 0.85。", "A share from 0 to 1: 0.85."),
    "date": ("填日期，例如 2026-11-03。", "A date: 2026-11-03."),
    "duration": ("填秒数，例如 3600。", "Seconds: 3600."),
}


def _parsed(column: Entry, said: str) -> Any:
    match column.kind:
        case "date":
            return date.fromisoformat(said).isoformat()
        case "integer":
            return int(said)
        case "decimal" | "percent" | "duration":
            value = float(said)
            if not math.isfinite(value) or (column.kind == "percent" and not 0 <= value <= 1):
                raise ValueError(said)
            return value
        case _:
            if len(said) > MOST or any(ord(c) < 32 and c not in "\n\t" for c in said):
                raise ValueError(said)
            return said


def _day(held: Any) -> date | None:
    try:
        return date.fromisoformat(held) if isinstance(held, str) else None
    except ValueError:
        return None
