"""A report, or plain tables, as A4 pages to print, sign and stamp."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.table import Table
from kiosk.core.text import Lang, Text
from kiosk.reports.form import Form
from kiosk.reports.model import Report
from kiosk.reports.pdf import chart, grid
from kiosk.reports.pdf.lines import wrapped
from kiosk.reports.pdf.sheet import GREY, INK, SMALL, Fonts, Sheet

HEADLINE, HEADING = 22.0, 13.0


def report_pdf(report: Report, form: Form, fonts: Fonts, lang: Lang) -> bytes:
    """The headline, the chart, the tables, the notes."""
    sheet = Sheet(report.title(lang), form, fonts, lang)
    _heading(sheet, report.headline(lang), f"{report.title(lang)} · {report.about(lang)}", form)
    width = sheet.width * (0.62 if report.hardest else 1.0)
    high = 0.0
    if report.bars is not None and report.bars.bars:
        high = chart.draw_bars(sheet, report.bars, width)
    if report.hardest:
        x = sheet.left + (width + 28 if high else 0)
        high = max(high, chart.draw_hardest(sheet, report.hardest, x, sheet.right - x if high else width))
    sheet.y += high + (12 if high else 0)
    for place, table in enumerate(report.tables):
        if place or len(report.tables) > 1:
            _table_title(sheet, table.title(lang))
        grid.draw(sheet, table)
        sheet.y += 14
    for note in report.notes:
        sheet.write(wrapped(note(lang), sheet.text, SMALL, sheet.width), sheet.text, SMALL, GREY)
    return sheet.done()


def tables_pdf(title: Text, about: Text, tables: Sequence[Table], form: Form, fonts: Fonts, lang: Lang) -> bytes:
    """Plain tables under one title: a ledger."""
    sheet = Sheet(title(lang), form, fonts, lang)
    for place, table in enumerate(tables):
        if place:
            sheet.turn()
        _heading(sheet, table.title(lang), about(lang), form)
        grid.draw(sheet, table)
    return sheet.done()


def _heading(sheet: Sheet, headline: str, about: str, form: Form) -> None:
    if form.house:
        sheet.write(wrapped(form.house, sheet.text, 11, sheet.width), sheet.text, 11, GREY)
    sheet.write(wrapped(headline, sheet.title, HEADLINE, sheet.width), sheet.title, HEADLINE, INK)
    sheet.write(wrapped(about, sheet.text, 10, sheet.width), sheet.text, 10, GREY, leading=1.8)


def _table_title(sheet: Sheet, title: str) -> None:
    if sheet.room < 80:
        sheet.turn()
    sheet.write(wrapped(title, sheet.title, HEADING, sheet.width), sheet.title, HEADING, INK, leading=1.6)
