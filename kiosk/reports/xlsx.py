"""Reports and ledgers as workbooks: typed cells, frozen headings, filters, a chart, and pages that print as they should."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from kiosk.core.table import Cell, Column, Table, Type
from kiosk.core.text import Lang, Text
from kiosk.reports.cells import said, width
from kiosk.reports.form import Form
from kiosk.reports.model import Bars, Report

A4 = 9
HEAD = 3
"""Rows above a table's heading: title, what it is about, an empty one."""
_DAY = 86_400
_FORMATS: dict[Type, str] = {
    "text": "@", "integer": "#,##0", "decimal": "#,##0.0#", "percent": "0.0%", "date": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm", "duration": "[h]:mm:ss",
}  # fmt: skip
_RED, _INK, _KRAFT = "#B0261B", "#1D1A17", "#E6D8BF"
_MOST_NAME = 31
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    title: str
    about: str
    table: Table


def report_workbook(report: Report, form: Form, lang: Lang) -> bytes:
    """A report: a sheet for each table, the chart on one of its own, notes on the last one."""
    titles = [report.headline(lang), *(table.title(lang) for table in report.tables[1:])]
    names = sheet_names([table.title(lang) for table in report.tables])
    sheets = [
        _Sheet(name, title, f"{report.title(lang)} · {report.about(lang)}", table)
        for name, title, table in zip(names, titles, report.tables, strict=True)
    ]
    return _workbook(sheets, report.bars, report.notes, form, lang)


def tables_workbook(tables: Sequence[Table], about: Text, form: Form, lang: Lang) -> bytes:
    """Tables, each on a sheet."""
    names = sheet_names([table.title(lang) for table in tables])
    sheets = [_Sheet(n, t.title(lang), about(lang), t) for n, t in zip(names, tables, strict=True)]
    return _workbook(sheets, None, (), form, lang)


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Names that a workbook allows: no more than 31 characters, some of them forbidden, each once."""
    found: list[str] = []
    for title in titles:
        plain = re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '") or "表"
        name, again = plain[:_MOST_NAME], 2
        while name.lower() in (known.lower() for known in found):
            tail = f" {again}"
            name, again = plain[: _MOST_NAME - len(tail)] + tail, again + 1
        found.append(name)
    return found


def _workbook(sheets: Sequence[_Sheet], bars: Bars | None, notes: Sequence[Text], form: Form, lang: Lang) -> bytes:
    import xlsxwriter  # only this export needs it

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": sheets[0].title if sheets else "", "company": form.house})
        formats = _Formats(book)
        for sheet in sheets:
            _write(book, sheet, form, formats, lang)
        taken = [sheet.name for sheet in sheets]
        if bars is not None and bars.bars:
            _chart(book, bars, sheet_names([*taken, Text("图", "Chart")(lang)])[-1], form, formats, lang)
        if notes:
            page = book.add_worksheet(sheet_names([*taken, Text("说明", "Notes")(lang)])[-1])
            page.set_column(0, 0, 100)
            for line, note in enumerate(notes):
                page.write_string(line, 0, note(lang), formats.words)
            _paper(page, form, lang)
    return out.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 18})
        self.about = book.add_format({"font_color": "#5A5247"})
        self.number = book.add_format({"align": "right", "font_color": "#5A5247"})
        self.head = book.add_format(
            {"bold": True, "bg_color": _KRAFT, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center"}
        )
        self.words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self.of: dict[Type, Any] = {
            kind: book.add_format({"num_format": shown, "valign": "top", "border": 1, "text_wrap": kind == "text"})
            for kind, shown in _FORMATS.items()
        }


def _write(book: Any, sheet: _Sheet, form: Form, formats: _Formats, lang: Lang) -> None:
    page, table = book.add_worksheet(sheet.name), sheet.table
    last = len(table.columns) - 1
    page.write_string(0, 0, sheet.title, formats.title)
    page.set_row(0, 28)
    page.write_string(1, 0, "　".join(filter(None, (sheet.about, form.number))), formats.about)
    for place, column in enumerate(table.columns):
        page.write_string(HEAD, place, column.title(lang), formats.head)
        page.set_column(place, place, width(column, table, lang))
    for line, row in enumerate(table.rows, HEAD + 1):
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _cell(page, line, place, cell, column, formats, lang)
    page.freeze_panes(HEAD + 1, 1)
    page.autofilter(HEAD, 0, HEAD + max(len(table.rows), 1), last)
    page.repeat_rows(HEAD)
    page.print_area(0, 0, HEAD + len(table.rows), last)
    _paper(page, form, lang)


def _cell(page: Any, line: int, place: int, cell: Cell, column: Column, formats: _Formats, lang: Lang) -> None:
    shown = formats.of[column.type]
    match cell:
        case None:
            page.write_blank(line, place, None, shown)
        case str() | Text():
            page.write_string(line, place, said(cell, column.type, lang), formats.words)
        case datetime():
            page.write_datetime(line, place, cell.replace(tzinfo=None), shown)
        case date() | time():
            page.write_datetime(line, place, cell, shown)
        case _:
            page.write_number(line, place, cell / _DAY if column.type == "duration" else cell, shown)


def _paper(page: Any, form: Form, lang: Lang) -> None:
    """A4 across, as wide as the paper, signatures below, pages counted."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.8)
    page.fit_to_pages(1, 0)
    house, *rest = (line(lang).replace("&", "&&") for line in form.signatures())
    signatures = "　".join([house[:100], *(part[:36] for part in rest)])  # a footer takes 255 characters in all
    page.set_footer(f"&L{signatures}&R&P / &N")
    if form.number:
        page.set_header(f"&R{form.number}")


def _chart(book: Any, bars: Bars, name: str, form: Form, formats: _Formats, lang: Lang) -> None:
    """The chart with its numbers beside it: a column chart, what is marked in red, the average as a line."""
    page = book.add_worksheet(name)
    page.set_column(0, 0, 24)
    page.set_column(1, 2, 18)
    average, last = bars.average, len(bars.bars)
    kind: Type = bars.unit
    page.write_string(0, 0, "", formats.head)
    page.write_string(0, 1, bars.title(lang), formats.head)
    head = Text("平均", "Average")(lang)
    if average is not None:
        page.write_string(0, 2, head, formats.head)
    for line, bar in enumerate(bars.bars, 1):
        page.write_string(line, 0, bar.label(lang), formats.words)
        if bar.value is not None:
            page.write_number(line, 1, bar.value / _DAY if kind == "duration" else bar.value, formats.of[kind])
        if average is not None:
            page.write_number(line, 2, average / _DAY if kind == "duration" else average, formats.of[kind])
    points = [{"fill": {"color": _RED if bar.marked else _INK}} for bar in bars.bars]
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": bars.title(lang), "categories": [name, 1, 0, last, 0], "values": [name, 1, 1, last, 1],
            "fill": {"color": _INK}, "points": points, "gap": 22, "data_labels": {"value": True},
        }
    )  # fmt: skip
    if average is not None:
        line_chart = book.add_chart({"type": "line"})
        line_chart.add_series(
            {"name": head, "categories": [name, 1, 0, last, 0], "values": [name, 1, 2, last, 2],
             "line": {"color": "#B8862D", "width": 2.25}}
        )  # fmt: skip
        chart.combine(line_chart)
    chart.set_title({"name": bars.title(lang), "overlay": False})
    chart.set_legend({"none": True} if average is None else {"position": "bottom"})
    chart.set_y_axis({"min": 0, "num_format": _FORMATS[kind], "major_gridlines": {"visible": False}})
    chart.set_size({"width": 860, "height": 420})
    page.insert_chart(0, 4, chart)
    _paper(page, form, lang)
