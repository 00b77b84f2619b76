"""Reports and ledgers as files to take along: a workbook, csv, or A4 pages to sign and stamp."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.core.table import Table
    from kiosk.core.text import Lang, Text
    from kiosk.reports.form import Form
    from kiosk.reports.model import Report


def report_file(report: Report, form: Form, kind: str, lang: Lang) -> bytes:
    """A report.

    Args:
        report: what is written.
        form: what stands around it on paper.
        kind: `csv`, `pdf` or else `xlsx`.
        lang: of its words.
    """
    if kind == "csv":
        from kiosk.reports.csvfile import csv_bytes

        return csv_bytes(report.tables, lang)
    if kind == "pdf":
        from kiosk.authoring.glyphs import FONTS
        from kiosk.reports.pdf.report import report_pdf
        from kiosk.reports.pdf.sheet import shipped

        return report_pdf(report, form, shipped(FONTS), lang)
    from kiosk.reports.xlsx import report_workbook

    return report_workbook(report, form, lang)


def tables_file(title: Text, about: Text, tables: Sequence[Table], form: Form, kind: str, lang: Lang) -> bytes:
    """Tables that belong together, with one title.

    Args:
        title: of all of them.
        about: which part it is.
        tables: a sheet each.
        form: what stands around them on paper.
        kind: `csv`, `pdf` or else `xlsx`.
        lang: of the words.
    """
    if kind == "csv":
        from kiosk.reports.csvfile import csv_bytes

        return csv_bytes(tables, lang)
    if kind == "pdf":
        from kiosk.authoring.glyphs import FONTS
        from kiosk.reports.pdf.report import tables_pdf
        from kiosk.reports.pdf.sheet import shipped

        return tables_pdf(title, about, tables, form, shipped(FONTS), lang)
    from kiosk.reports.xlsx import tables_workbook

    return tables_workbook(tables, about, form, lang)
