"""Writes quizzes/hundred-fifty/questions.xlsx from facts.txt: several questions for each fact, one explanation and source.

Run it after editing facts.txt. The same words give the same bytes.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
FACTS = HERE / "facts.txt"
TARGET = HERE / "quizzes/hundred-fifty/questions.xlsx"
WRITTEN = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""A fixed date in the file's properties keeps the bytes stable."""

LETTERS = "ABCDEF"
COLUMNS = ("序号", "题型", "题干", *(f"选项{letter}" for letter in LETTERS), "答案", "解析", "来源", "阅读")
WIDTHS = (8, 8, 48, *[18] * len(LETTERS), 12, 60, 40, 28)
TYPES = {"s": "单选", "m": "多选", "+": "判断", "-": "判断", "f": "填空"}


@dataclass(frozen=True)
class Entry:
    """One row of the workbook."""

    type: str
    question: str
    options: tuple[str, ...]
    answer: str
    explain: str
    source: str
    read: str


def entries(text: str) -> list[Entry]:
    """All questions of the facts.

    Raises:
        ValueError: a line does not begin with one of the marks.
    """
    found: list[Entry] = []
    source = explain = ""
    for number, line in enumerate(text.splitlines(), 1):
        mark, _, rest = line.strip().partition(" ")
        if mark in ("", "#"):
            continue
        if mark == "@":
            source = rest.strip()
        elif mark == "!":
            explain = rest.strip()
        elif mark in TYPES:
            found.append(entry(mark, rest, explain, source, len(found)))
        else:
            raise ValueError(f"line {number}: {line}")
    return found


def entry(mark: str, rest: str, explain: str, source: str, place: int) -> Entry:
    """One question; the right option of a single-choice question wanders over the letters."""
    words, _, read = rest.partition(" > ")
    question, *parts = (part.strip() for part in words.split("|"))
    options: tuple[str, ...] = ()
    if mark == "s":
        at = place % len(parts)
        options = (*parts[1 : at + 1], parts[0], *parts[at + 1 :])
        answer = LETTERS[at]
    elif mark == "m":
        options = tuple(part[1:].strip() for part in parts)
        answer = "".join(letter for letter, part in zip(LETTERS, parts, strict=False) if part.startswith("+"))
    elif mark == "f":
        answer = "|".join(parts)
    else:
        answer = "对" if mark == "+" else "错"
    return Entry(TYPES[mark], question, options, answer, explain, source, read.strip())


def write(target: Path = TARGET) -> None:
    """Write the workbook."""
    book = xlsxwriter.Workbook(str(target))
    book.set_properties({"title": "职工知识题库", "created": WRITTEN})
    head = book.add_format({"bold": True, "bg_color": "#E6D8BF", "bottom": 2})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet("题库")
    sheet.freeze_panes(1, 3)
    for column, (title, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    rows = entries(FACTS.read_text(encoding="utf-8"))
    for number, row in enumerate(rows, 1):
        options = (*row.options, *[""] * (len(LETTERS) - len(row.options)))
        cells = (str(number), row.type, row.question, *options, row.answer, row.explain, row.source, row.read)
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(number, column, cell, wrapped)
    sheet.data_validation(1, 1, len(rows), 1, {"validate": "list", "source": sorted(set(TYPES.values()))})
    book.close()


if __name__ == "__main__":
    write()
