"""The green and red sheet on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.core.table import Column, Table
from kiosk.core.text import Lang, Text
from kiosk.reports.form import Form
from kiosk.reports.pdf.report import tables_pdf
from kiosk.reports.pdf.sheet import shipped
from kiosk.stage.rehearse.model import Level, Rehearsal, Row, headline

MARKS: dict[Level, Text] = {"good": Text("好", "good"), "note": Text("留意", "note"), "bad": Text("要改", "mend")}
COLUMNS = (
    Column("number", Text("步", "Step"), "integer", 6),
    Column("state", Text("结果", "Result"), width=8),
    Column("title", Text("讲什么", "What"), width=30),
    Column("planned", Text("计划", "Planned"), "duration", 9),
    Column("spent", Text("练习", "Practice"), "duration", 9),
    Column("found", Text("查到的", "Found"), width=46),
)


def written(sheet: Rehearsal, fonts: Path, day: date, lang: Lang) -> bytes:
    """The sheet as a PDF.

    Args:
        fonts: folder of the shipped fonts.
    """
    table = Table(headline(sheet), COLUMNS, tuple(_row(row, lang) for row in sheet.rows))
    whole = "；".join(f.words(lang) for f in sheet.findings)
    about = Text(f"{sheet.title}，彩排 {day:%Y-%m-%d}。{whole}", f"{sheet.title}, rehearsed {day:%Y-%m-%d}. {whole}")
    return tables_pdf(Text("彩排单", "Rehearsal"), about, (table,), Form(day=day), shipped(fonts), lang)


def _row(row: Row, lang: Lang) -> tuple[int | str | float | None, ...]:
    told = [f.words(lang) for f in row.findings if f.level != "good"] or [f.words(lang) for f in row.findings]
    spent = None if row.spent is None else round(row.spent)
    return row.number, MARKS[row.level](lang), row.title, round(row.planned), spent, "；".join(told) or None
