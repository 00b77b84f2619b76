"""An Excel question bank -> drafts, with the cell of every field. Columns have many names in the wild."""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
from typing import TypeAlias

from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.kinds.quiz import answers
from kiosk.kinds.quiz.draft import Draft
from kiosk.kinds.quiz.model import MOST_QUESTIONS

Value: TypeAlias = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

SHEET = "题库"
HEADER_WITHIN = 10
"""The header is looked for in this many rows, below titles and notes."""
EXAMPLE = "示例"

COLUMNS = {
    **dict.fromkeys(("题型", "类型", "题目类型", "试题类型", "TYPE"), "type"),
    **dict.fromkeys(("题干", "题目", "题目内容", "试题", "试题内容", "问题", "题目描述", "QUESTION"), "question"),
    **dict.fromkeys(("答案", "正确答案", "参考答案", "标准答案", "正确选项", "ANSWER"), "answer"),
    **dict.fromkeys(("解析", "答案解析", "试题解析", "解析内容", "EXPLANATION"), "explain"),
    **dict.fromkeys(("来源", "出处", "来源说明", "SOURCE"), "source"),
    **dict.fromkeys(("阅读", "相关阅读", "READ"), "read"),
    **{
        f"{prefix}{letter}": f"options.{i}"
        for i, letter in enumerate(answers.LETTERS)
        for prefix in ("选项", "OPTION", "")
    },
    **{f"选项{i + 1}": f"options.{i}" for i in range(len(answers.LETTERS))},
}

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DECORATION = re.compile(r"[\s()\[\]【】*:]")


def read(data: bytes, file: str, findings: Findings) -> list[Draft]:
    """All rows that hold a question; a workbook that cannot be read is one finding."""
    rows = _rows(data, file, findings)
    if rows is None:
        return []
    header = next((n for n, row in enumerate(rows[:HEADER_WITHIN]) if "question" in _columns(row).values()), None)
    if header is None:
        findings.error(
            "no-header",
            file,
            "A1",
            Text("没有找到“题干”这一列。", "There is no column 题干 (question)."),
            Text(
                "第一行写：题型、题干、选项A、选项B…、答案、解析、来源。",
                "The first row holds 题型 题干 选项A 选项B … 答案 解析 来源.",
            ),
        )
        return []
    columns = _columns(rows[header])
    for name, title in (("type", "题型"), ("answer", "答案")):
        if name not in columns.values():
            findings.error(
                "missing-column",
                file,
                f"A{header + 1}",
                Text(f"没有“{title}”这一列。", f"There is no column {title}."),
                Text(f"在表头那一行加上“{title}”。", f"Add {title} to the header row."),
            )
    if {"type", "answer"} - set(columns.values()):
        return []
    below = ((n, rows[n]) for n in range(header + 1, len(rows)))
    return [_draft(n, row, columns, file) for n, row in below if not _skipped(row, columns)]


def _rows(data: bytes, file: str, findings: Findings) -> list[list[str]] | None:
    import python_calamine  # only authors read workbooks: the kiosk starts without it

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            names = book.sheet_names
            sheet = book.get_sheet_by_name(SHEET) if SHEET in names else book.get_sheet_by_index(0)
            height = sheet.end[0] + 1 if sheet.end else 0
            if height > MOST_QUESTIONS * 2 + HEADER_WITHIN:
                _too_many(height, file, findings)
                return None
            rows = [[_said(v) for v in row] for row in sheet.to_python(skip_empty_area=False)] if height else []
    except python_calamine.CalamineError as error:
        _unreadable(data, file, error, findings)
        return None
    if not any(any(row) for row in rows):
        findings.error(
            "empty-bank",
            file,
            "",
            Text("表格是空的。", "The sheet is empty."),
            Text(
                f"题目写在第一张表，或名为“{SHEET}”的表里。",
                f"Questions go into the first sheet, or into one named {SHEET}.",
            ),
        )
        return None
    return rows


def _unreadable(data: bytes, file: str, error: Exception, findings: Findings) -> None:
    locked = data.startswith(_OLE)
    findings.error(
        "locked-workbook" if locked else "unreadable-workbook",
        file,
        "",
        Text("表格打不开：有密码，或者是旧格式。", "The workbook has a password, or an old format.")
        if locked
        else Text("表格打不开：文件损坏，或不是 .xlsx。", f"The workbook cannot be read ({error})."),
        Text("在 Excel 或 WPS 里去掉密码，另存为 .xlsx。", "Remove the password and save it as .xlsx in Excel or WPS."),
    )


def _too_many(height: int, file: str, findings: Findings) -> None:
    findings.error(
        "too-many",
        file,
        "",
        Text(
            f"表里有 {height} 行，最多 {MOST_QUESTIONS} 题。",
            f"The sheet has {height} rows; at most {MOST_QUESTIONS} questions fit.",
        ),
        Text("拆成几套题；删掉下面的空行。", "Split it into several quizzes; delete empty rows below."),
    )


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "对" if value else "错"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _columns(row: list[str]) -> dict[int, str]:
    """Column number -> field; the first column of a name counts."""
    found: dict[int, str] = {}
    for n, title in enumerate(row):
        name = COLUMNS.get(_DECORATION.sub("", unicodedata.normalize("NFKC", title)).upper())
        if name and name not in found.values():
            found[n] = name
    return found


def _skipped(row: list[str], columns: dict[int, str]) -> bool:
    """Blank rows, and the example rows of the template, marked in a column without option, answer or explanation."""
    texts = {n for n, name in columns.items() if name.startswith("options") or name in ("answer", "explain")}
    return not any(row) or any(
        said.lstrip("（(【[").startswith(EXAMPLE) for n, said in enumerate(row) if n not in texts
    )


def _draft(n: int, row: list[str], columns: dict[int, str], file: str) -> Draft:
    places = {name: f"{_letter(column)}{n + 1}" for column, name in columns.items()}
    given = {name: row[column] for column, name in columns.items() if column < len(row)}
    options = [given.get(f"options.{i}", "") for i in range(len(answers.LETTERS))]
    while options and not options[-1]:
        options.pop()
    answer = given.get("answer", "")
    kind = answers.question_type(given.get("type", ""))
    said = answers.alternatives(answer) if kind == "fill" else (answer,) if answer else ()
    first = places.get("options.0", f"A{n + 1}")
    return Draft(
        file,
        {"": f"A{n + 1}", "options": first, **places},
        given.get("type", ""),
        given.get("question", ""),
        tuple(options),
        said,
        given.get("explain", ""),
        given.get("source", ""),
        given.get("read", ""),
    )


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
