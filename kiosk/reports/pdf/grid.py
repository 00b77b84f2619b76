"""A table on paper: its heading again on every page, rows as high as their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.core.table import Cell, Column, Table
from kiosk.core.text import Text
from kiosk.reports.cells import said
from kiosk.reports.cells import width as letters_wide
from kiosk.reports.pdf.lines import wrapped
from kiosk.reports.pdf.sheet import INK, KRAFT, RULE, Sheet

SIZE, LEADING, PAD = 9.0, 13.0, 4.0
MOST_LINES = 30
"""Of one cell; a row is never higher than a page."""
LEAST, MOST_WORD, SHORT = 20.0, 96.0, 5 * SIZE
"""Points: of the narrowest column, of the longest word that is never broken, of a heading that takes one line."""
SLACK = 0.5
"""Sums of widths are not exact."""
_WORDS = re.compile(r"[0-9A-Za-z_.,%+\-/:@#&]+")
_LEFT = ("text",)
EMPTY = Text("没有记录", "Nothing recorded")


def draw(sheet: Sheet, table: Table) -> None:
    """Draw a table where the sheet stands, over as many pages as it takes."""
    widths = column_widths(table, sheet)
    head = [
        wrapped(column.title(sheet.lang), sheet.bold, SIZE, w - 2 * PAD)
        for column, w in zip(table.columns, widths, strict=True)
    ]
    first = _lines(sheet, table.rows[0], table.columns, widths) if table.rows else [[""]]
    if sheet.room < _height(head) + _height(first):
        sheet.turn()
    _head(sheet, head, table.columns, widths)
    if not table.rows:
        sheet.write([EMPTY(sheet.lang)], sheet.text, SIZE)
    for row in table.rows:
        lines = _lines(sheet, row, table.columns, widths)
        if sheet.room < _height(lines):
            sheet.turn()
            _head(sheet, head, table.columns, widths)
        _row(sheet, lines, table.columns, widths)


def column_widths(table: Table, sheet: Sheet) -> list[float]:
    """The width of the paper shared out: numbers and dates get what they need, texts share the rest.

    A narrow table does not stretch over the whole paper.
    """
    needed = [_needed(sheet, table, column) for column in table.columns]
    more = [
        max(0.0, letters_wide(column, table, sheet.lang) * SIZE * 0.55 + 2 * PAD - least)
        if column.type in _LEFT
        else 0.0
        for column, least in zip(table.columns, needed, strict=True)
    ]
    room = sheet.width - sum(needed)
    if room < 0:
        return [width * sheet.width / sum(needed) for width in needed]
    scale = min(1.3, room / max(sum(more), 1.0))
    return [least + scale * width for least, width in zip(needed, more, strict=True)]


def _needed(sheet: Sheet, table: Table, column: Column) -> float:
    """Points of a column in which no number, date or word has to be broken; a heading may take two lines."""
    cells = {said(cell, column.type, sheet.lang) for cell in table.column(column.key)}
    parts = {word for cell in cells for word in _WORDS.findall(cell)} if column.type in _LEFT else cells
    longest = max((sheet.text.width(part, SIZE) for part in parts), default=0.0)
    heading = column.title(sheet.lang)
    head = sheet.bold.width(heading, SIZE)
    word = max((sheet.bold.width(part, SIZE) for part in _WORDS.findall(heading)), default=0.0)
    return max(min(longest, MOST_WORD), min(head, max(head / 2 + SIZE, SHORT)), word, LEAST) + 2 * PAD + SLACK


def _lines(sheet: Sheet, row: Sequence[Cell], columns: Sequence[Column], widths: Sequence[float]) -> list[list[str]]:
    return [
        wrapped(said(cell, column.type, sheet.lang), sheet.text, SIZE, width - 2 * PAD, MOST_LINES)
        for cell, column, width in zip(row, columns, widths, strict=True)
    ]


def _height(lines: Sequence[Sequence[str]]) -> float:
    return max(len(cell) for cell in lines) * LEADING + PAD


def _head(sheet: Sheet, head: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[float]) -> None:
    height = _height(head)
    sheet.canvas.box(sheet.left, sheet.y, sum(widths), height, KRAFT)
    x = sheet.left
    for cell, column, width in zip(head, columns, widths, strict=True):
        for place, line in enumerate(cell):
            indent = PAD if column.type in _LEFT else width - PAD - sheet.bold.width(line, SIZE)
            sheet.canvas.text(x + indent, sheet.y + (place + 1) * LEADING - 2, line, sheet.bold, SIZE, INK)
        x += width
    sheet.y += height


def _row(sheet: Sheet, lines: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[float]) -> None:
    x = sheet.left
    for cell, column, width in zip(lines, columns, widths, strict=True):
        for place, line in enumerate(cell):
            over = width - PAD - sheet.text.width(line, SIZE)
            indent = PAD if column.type in _LEFT else over
            sheet.canvas.text(x + indent, sheet.y + (place + 1) * LEADING - 2, line, sheet.text, SIZE, INK)
        x += width
    sheet.y += _height(lines)
    sheet.canvas.line(sheet.left, sheet.y, sheet.left + sum(widths), sheet.y, 0.5, RULE)
