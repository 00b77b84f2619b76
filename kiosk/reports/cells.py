"""Cells as people read them."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

from kiosk.core.table import Cell, Column, Table, Type
from kiosk.core.text import Lang, Text

_LEAST, _MOST = 8, 60
_OF_TYPE: dict[Type, int] = {
    "integer": 9,
    "decimal": 9,
    "percent": 9,
    "date": 12,
    "time": 18,
    "duration": 11,
    "text": 14,
}


def said(cell: Cell, kind: Type, lang: Lang) -> str:
    """A cell in words; None is empty."""
    match cell:
        case None:
            return ""
        case Text():
            return cell(lang)
        case str():
            return cell
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case time():
            return cell.strftime("%H:%M")
        case _:
            return _number(cell, kind)


def clock(seconds: float) -> str:
    """A time as `1:02:03`; hours go on above 24."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"


def width(column: Column, table: Table, lang: Lang) -> int:
    """Width of a column in Latin letters: what it asks for, or what its first cells and its heading need."""
    heading = letters(column.title(lang)) + 3  # the arrow of a filter
    if column.width:
        return max(column.width, min(heading, 2 * column.width))
    cells = (letters(said(cell, column.type, lang)) + 2 for cell in table.column(column.key)[:200])
    return min(_MOST, max(_LEAST, heading, _OF_TYPE[column.type], *cells, 0))


def letters(text: str) -> int:
    """Width of a text in Latin letters; a Chinese character is two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _number(value: float, kind: Type) -> str:
    if kind == "percent":
        return f"{value * 100:.1f}%"
    if kind == "duration":
        return clock(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
