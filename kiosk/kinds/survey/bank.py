"""A question file on the author's disk -> fields of each question, with the line or cell of every one of them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from kiosk.core.findings import Finding, Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text

MOST_BYTES = 5_000_000
MOST_ROWS = 500
HEADER_WITHIN = 10
"""The header of a sheet is looked for in this many rows, below titles and notes."""
TYPES = {
    **dict.fromkeys(("单选", "单选题", "single"), "single"),
    **dict.fromkeys(("多选", "多选题", "multiple"), "multiple"),
    **dict.fromkeys(("打分", "评分", "量表", "scale"), "scale"),
    **dict.fromkeys(("矩阵", "矩阵题", "matrix"), "matrix"),
    **dict.fromkeys(("排序", "排序题", "ranking"), "ranking"),
    **dict.fromkeys(("填空", "问答", "文字", "text"), "text"),
    **dict.fromkeys(("数字", "填数", "number"), "number"),
}
COLUMNS = {
    **dict.fromkeys(("编号", "ID"), "id"),
    **dict.fromkeys(("题型", "TYPE"), "type"),
    **dict.fromkeys(("题目", "题干", "问题", "QUESTION"), "question"),
    **dict.fromkeys(("说明", "NOTE"), "note"),
    **dict.fromkeys(("选项", "列", "OPTIONS"), "options"),
    **dict.fromkeys(("行", "ROWS"), "rows"),
    **dict.fromkeys(("必答", "REQUIRED"), "required"),
    **dict.fromkeys(("最少", "最小", "LEAST"), "least"),
    **dict.fromkeys(("最多", "最大", "MOST"), "most"),
    **dict.fromkeys(("小数", "DECIMALS"), "decimals"),
    **dict.fromkeys(("单位", "UNIT"), "unit"),
    **dict.fromkeys(("单独选", "ALONE"), "alone"),
    **dict.fromkeys(("放最后", "LAST"), "last"),
    **dict.fromkeys(("打乱", "SHUFFLE"), "shuffle"),
    **dict.fromkeys(("什么时候问", "条件", "WHEN"), "when"),
}
LISTS = ("options", "rows", "alone", "last", "when")
"""Several in one cell are parted by `|` or a line feed."""

_DECORATION = re.compile(r"[\s()\[\]【】*:]")
_BETWEEN = re.compile(r"[|｜\n]")
_WIDE = 1000
"""A cell as one number, row x `_WIDE` + column: fields know lines, which are numbers."""


def read(path: Path, file: str, findings: Findings) -> list[Fields]:
    """All questions that can be made out; every mistake goes into `findings`.

    Args:
        path: `questions.yaml` or `questions.xlsx`.
        file: its path inside the pack source.
        findings: where mistakes go. Those that the fields find later go to the same place.
    """
    data = _data(path, file, findings)
    if data is None:
        return []
    before = len(findings.errors)
    entries = _sheet(data, file, findings) if path.suffix.lower() == ".xlsx" else _yaml(data, file, findings)
    if not entries and len(findings.errors) == before:
        _say(
            findings, "empty-bank", file, "", "里面没有问题。", "There are no questions in it.",
            "至少写一题。", "Write at least one.",
        )  # fmt: skip
    return entries


class CellFindings(Findings):
    """Findings of a sheet: the number that stands for a cell is said as its name."""

    def __init__(self, told: Findings) -> None:
        super().__init__()
        self._told = told

    @property
    def errors(self) -> list[Finding]:
        """What has been told so far."""
        return self._told.errors

    def error(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note a mistake at a cell."""
        self._told.error(code, file, cell(place), message, hint)

    def warn(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note something the author should know, at a cell."""
        self._told.warn(code, file, cell(place), message, hint)


def cell(place: str | int) -> str:
    """Name of a cell: 7004 is D7."""
    row, column = divmod(int(place), _WIDE)
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _data(path: Path, file: str, findings: Findings) -> bytes | None:
    try:
        if path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
        _say(
            findings,
            "no-bank",
            file,
            "",
            "文件太大。",
            "The file is too big.",
            "里面只放文字。",
            "It holds words only.",
        )
    except FileNotFoundError:
        _say(
            findings, "no-bank", file, "", f"没有找到“{path.name}”。", f"There is no “{path.name}”.",
            "把它放在 index.md 旁边，检查文件名。", "Put it beside index.md and check its name.",
        )  # fmt: skip
    except OSError as error:
        _say(
            findings, "no-bank", file, "", f"文件打不开：{error.strerror}。", f"It cannot be opened: {error.strerror}.",
            "关掉正在打开它的程序再试。", "Close the program that has it open and try again.",
        )  # fmt: skip
    return None


def _yaml(data: bytes, file: str, findings: Findings) -> list[Fields]:
    from kiosk.authoring.yamltext import parse_yaml

    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _say(
            findings, "not-utf-8", file, "", "文件不是 UTF-8 编码（可能是 GBK）。", "The file is not UTF-8 (perhaps GBK).",
            "用记事本打开，另存为时编码选 UTF-8。", "Open it in an editor and save it as UTF-8.",
        )  # fmt: skip
        words = data.decode("gb18030", "replace")
    parsed = parse_yaml(words, file, findings)
    if parsed.data is None or parsed.data == "":
        return []
    if not isinstance(parsed.data, list):
        _say(
            findings, "not-a-list", file, 1, "这里应是一个列表。", "A list is expected here.",
            "每题以“- id: …”开头。", "Each question starts with “- id: …”.",
        )  # fmt: skip
        return []
    return [f for i, entry in enumerate(parsed.data) if (f := _entry(entry, i, parsed.lines, file, findings))]


def _entry(entry: Any, number: int, lines: dict[str, int], file: str, findings: Findings) -> Fields | None:
    prefix = f"{number}."
    line = lines.get(str(number), 1)
    if not isinstance(entry, dict):
        _say(
            findings, "not-a-question", file, line, "这一项不是一道题。", "This entry is not a question.",
            "每题是一组“名: 值”，以“- id: …”开头。", "A question is a group of “name: value” lines.",
        )  # fmt: skip
        return None
    own = {key[len(prefix) :]: n for key, n in lines.items() if key.startswith(prefix)}
    return Fields(entry, {"": line, **own}, file, findings)


def _sheet(data: bytes, file: str, findings: Findings) -> list[Fields]:
    rows = _rows(data, file, findings)
    if rows is None:
        return []
    header = next((n for n, row in enumerate(rows[:HEADER_WITHIN]) if "question" in _names(row).values()), None)
    if header is None:
        _say(
            findings, "no-header", file, "A1", "没有找到“题目”这一列。", "There is no column 题目 (question).",
            "第一行写：编号、题型、题目、说明、选项、行、必答、最少、最多、什么时候问。",
            "The first row holds 编号 题型 题目 说明 选项 行 必答 最少 最多 什么时候问.",
        )  # fmt: skip
        return []
    names = _names(rows[header])
    told = CellFindings(findings)
    return [
        _row(n, rows[n], names, file, told)
        for n in range(header + 1, len(rows))
        if any(rows[n]) and not rows[n][0].lstrip("（(【[").startswith("示例")
    ]


def _rows(data: bytes, file: str, findings: Findings) -> list[list[str]] | None:
    import io

    import python_calamine  # only authors read workbooks: the kiosk starts without it

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheet = book.get_sheet_by_index(0)
            if sheet.end and sheet.end[0] > MOST_ROWS:
                _say(
                    findings, "too-many", file, "", f"表里有 {sheet.end[0] + 1} 行。", f"It has {sheet.end[0] + 1} rows.",
                    "删掉下面的空行，或拆成几份问卷。", "Delete empty rows below, or split it into several surveys.",
                )  # fmt: skip
                return None
            return [[_said(v) for v in row] for row in sheet.to_python(skip_empty_area=False)] if sheet.end else []
    except python_calamine.CalamineError as error:
        _say(
            findings, "unreadable-workbook", file, "", "表格打不开：有密码、损坏，或不是 .xlsx。",
            f"The workbook cannot be read ({error}).",
            "在 Excel 或 WPS 里去掉密码，另存为 .xlsx。", "Remove the password and save it as .xlsx in Excel or WPS.",
        )  # fmt: skip
        return None


def _said(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _names(row: list[str]) -> dict[int, str]:
    """Column -> field; the first column of a name counts."""
    found: dict[int, str] = {}
    for n, title in enumerate(row):
        name = COLUMNS.get(_DECORATION.sub("", unicodedata.normalize("NFKC", title)).upper())
        if name and name not in found.values():
            found[n] = name
    return found


def _row(n: int, row: list[str], names: dict[int, str], file: str, told: Findings) -> Fields:
    lines = {name: (n + 1) * _WIDE + column + 1 for column, name in names.items()}
    given: dict[str, Any] = {name: row[column] for column, name in names.items() if column < len(row) and row[column]}
    for name in LISTS:
        if name in given:
            given[name] = [part.strip() for part in _BETWEEN.split(given[name]) if part.strip()]
    return Fields(given, {"": (n + 1) * _WIDE + 1, **lines}, file, told)


def _say(findings: Findings, code: str, file: str, place: str | int, zh: str, en: str, do_zh: str, do_en: str) -> None:
    findings.error(code, file, place, Text(zh, en), Text(do_zh, do_en))
