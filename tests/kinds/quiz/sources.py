"""Builds quiz folders and workbooks for the tests."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Lang
from kiosk.kinds.quiz.model import Question, QuestionType, Quiz

HEADER = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "来源")
Row = Sequence[str | float | bool | None]


def workbook(rows: Sequence[Row], sheet: str = "题库", before: Sequence[str] = ()) -> bytes:
    """An .xlsx with `rows` from A1 in `sheet`, behind the empty sheets `before`."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name in before:
        book.add_worksheet(name)
    page = book.add_worksheet(sheet)
    for n, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(n, column, value)
            elif value is not None:
                page.write(n, column, value)
    book.close()
    return data.getvalue()


def item(folder: Path, data: dict[str, Any] | None = None, lang: Lang = "zh", items: Sequence[str] = ()) -> ItemSource:
    """The source of a quiz whose bank lies in `folder`."""
    findings = Findings()
    name = "index.md" if lang == "zh" else f"index.{lang}.md"
    fields = Fields(data or {}, {"": 1, "draw": 4, "pass": 6, "reads": 8}, f"quizzes/q/{name}", findings)
    return ItemSource(
        "q", lang, folder, f"quizzes/q/{name}", fields, "试一试。\n", 12, findings, item_ids=frozenset(items)
    )


def codes(findings: Findings) -> list[tuple[str, str]]:
    """Code and place of every finding, in order."""
    return [(f.code, f.place) for f in findings]


def question(
    kind: QuestionType = "single",
    options: tuple[str, ...] = ("甲", "乙", "丙", "丁"),
    right: tuple[int, ...] = (1,),
    accepted: tuple[str, ...] = (),
    id: str = "q",
) -> Question:
    """A sound question."""
    return Question(id, kind, f"题 {id} ____", options, right, accepted, "因为。", "来源")


FILL = question("fill", (), (), ("8", "八"), id="fill")
JUDGE = question("judge", ("对", "错"), (1,), id="judge")
MULTIPLE = question("multiple", right=(0, 2), id="multiple")
ORDER = question("order", right=(0, 1, 2, 3), id="order")
SINGLE = question(id="single")
ALL = (FILL, JUDGE, MULTIPLE, ORDER, SINGLE)


def one(asked: Question, seconds: int = 45) -> Quiz:
    """A quiz of one question."""
    return Quiz(1, seconds, 1, (asked,))
