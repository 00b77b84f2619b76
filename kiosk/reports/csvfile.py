"""Tables as CSV that Excel, WPS and LibreOffice read right: UTF-8 with its mark, CRLF, no cell that becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kiosk.core.table import Cell, Table, Type
from kiosk.core.text import Lang
from kiosk.reports.cells import said

_FORMULA = "=+-@\t\r"


def csv_bytes(tables: Iterable[Table], lang: Lang) -> bytes:
    """All tables one below the other, each with its title when there are several, and an empty line between them.

    Numbers are plain (1234, 0.125, seconds), for programs.
    """
    kept = list(tables)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for place, table in enumerate(kept):
        if place:
            writer.writerow([])
        if len(kept) > 1:
            writer.writerow([harmless(table.title(lang))])
        writer.writerow([harmless(column.title(lang)) for column in table.columns])
        for row in table.rows:
            writer.writerow([_plain(c, column.type, lang) for c, column in zip(row, table.columns, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """What somebody wrote at a kiosk must not become a formula at the office."""
    return f"'{text}" if text.lstrip(" \u3000")[:1] in tuple(_FORMULA) else text


def _plain(cell: Cell, kind: Type, lang: Lang) -> str | int | float:
    if isinstance(cell, (int, float)):
        return cell
    return harmless(said(cell, kind, lang))
