"""The register of suggestions (合理化建议台账) for the office: rows, CSV for Excel and WPS, and a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from kiosk.cli.suggestions_inbox import Received
from kiosk.core import receipt as receipt_code
from kiosk.core.errors import StorageError
from kiosk.core.text import Lang, Text
from kiosk.kinds.suggestion import code
from kiosk.kinds.suggestion.casebook import Book
from kiosk.kinds.suggestion.model import Case

Cell: TypeAlias = str | int | date | None

COLUMNS = (
    (Text("序号", "No."), 6), (Text("编号", "Case"), 12), (Text("日期", "Date"), 12), (Text("建议人", "Name"), 12),
    (Text("工号", "Worker no."), 12), (Text("电话", "Phone"), 16), (Text("类别", "Topic"), 12),
    (Text("建议内容", "Suggestion"), 60), (Text("回执号", "Receipt"), 14), (Text("受理部门", "Taken by"), 16),
    (Text("采纳情况", "State"), 12), (Text("措施", "Measure"), 40), (Text("期限", "Due"), 12),
    (Text("答复", "Answer"), 40), (Text("答复日期", "Answered"), 12), (Text("来自", "Box"), 20),
)  # fmt: skip
"""Heading and width in characters."""
STATES = {
    "": Text("没有登记", "not registered"),
    "waiting": Text("没人接", "not taken"),
    "taken": Text("有人接", "taken"),
    "solved": Text("已采纳，解决了", "adopted, solved"),
    "declined": Text("不采纳", "declined"),
}


@dataclass(frozen=True, slots=True)
class Register:
    """What the table is made of.

    Args:
        letters: in the order of the table.
        book: cases to join by receipt; None for none.
        lang: of headings and states.
    """

    letters: Sequence[Received]
    book: Book | None
    lang: Lang

    def rows(self) -> list[tuple[Cell, ...]]:
        """One row a letter; every receipt costs some 50 ms when there are cases to join."""
        return [self._row(n, got) for n, got in enumerate(self.letters, 1)]

    def _row(self, number: int, got: Received) -> tuple[Cell, ...]:
        told = got.letter
        case = self.book.of_receipt(code.public_hash(told.code)) if self.book else None
        topics: Mapping[str, str] = self.book.topics if self.book else {}
        return (
            number, case.id if case else "", _day(told.day or (got.at[:10] if got.trusted else "")), told.name, told.number,
            told.phone, topics.get(told.topic, told.topic), told.text, "-".join(receipt_code.groups(told.code)),
            *_joined(case, self.lang), got.box,
        )  # fmt: skip


def _joined(case: Case | None, lang: Lang) -> tuple[Cell, ...]:
    if case is None:
        return ("", STATES[""](lang), "", None, "", None)
    return (
        case.owner, STATES[case.state](lang), case.measure, _day(case.deadline), case.answer, _day(case.answered),
    )  # fmt: skip


def write(register: Register, out: Path) -> int:
    """Write `.xlsx` or `.csv`, whole or not at all; returns the number of rows.

    Raises:
        StorageError: `CANNOT_WRITE`.
    """
    rows = register.rows()
    data = _workbook(rows, register.lang) if out.suffix.lower() == ".xlsx" else _csv(rows, register.lang)
    fresh = out.with_name(f".{out.name}.new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch(mode=0o600)  # names and words of people
        fresh.write_bytes(data)
        fresh.replace(out)
    except OSError as error:
        raise StorageError(
            "CANNOT_WRITE",
            Text(f"写不进 {out}：{error.strerror}。", f"Cannot write {out}: {error.strerror}."),
            Text("换个位置，或关掉正在打开它的程序。", "Choose another place, or close the program that has it open."),
        ) from error
    return len(rows)


def _csv(rows: Sequence[tuple[Cell, ...]], lang: Lang) -> bytes:
    """UTF-8 with a mark at its start, which Excel needs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading(lang) for heading, _ in COLUMNS])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Any:
    """What somebody wrote at a kiosk must not become a formula at the office."""
    if isinstance(cell, str) and cell.lstrip()[:1] in ("=", "+", "-", "@"):
        return f"'{cell}"
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else cell


def _workbook(rows: Sequence[tuple[Cell, ...]], lang: Lang) -> bytes:
    import xlsxwriter  # only this export needs it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format(
            {"bold": True, "bg_color": "#E6D8BF", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        words = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        sheet = book.add_worksheet(Text("合理化建议台账", "Suggestions")(lang))
        for column, (heading, width) in enumerate(COLUMNS):
            sheet.write_string(0, column, heading(lang), head)
            sheet.set_column(column, column, width)
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, cell, day)
                elif isinstance(cell, int):
                    sheet.write_number(line, column, cell, words)
                elif cell:
                    sheet.write_string(line, column, cell, words)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
