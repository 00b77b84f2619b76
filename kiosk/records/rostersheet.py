"""The office's list of people (.xlsx) -> persons; every mistake at once, each with its cell. Pure but for the workbook reader."""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.records.roster import Person

Value: TypeAlias = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
Progress: TypeAlias = Callable[[int, int], None]
"""Hears rows done and rows in all."""

SHEET = "花名册"
HEADER_WITHIN = 10
"""The header is looked for in this many rows, below titles and notes."""
MOST_PEOPLE = 200_000
MOST_NUMBER, MOST_NAME, MOST_UNIT = 32, 60, 30

COLUMNS = {
    **dict.fromkeys(("工号", "职工号", "员工号", "员工编号", "职工编号", "人员编号", "NUMBER", "STAFFNO"), "number"),
    **dict.fromkeys(("姓名", "名字", "职工姓名", "员工姓名", "NAME"), "name"),
    **dict.fromkeys(
        ("部门", "车间", "部门/车间", "车间/部门", "所属部门", "单位", "部门车间", "UNIT", "WORKSHOP", "DEPARTMENT"),
        "unit",
    ),
    **dict.fromkeys(("班组", "班", "小组", "所属班组", "TEAM"), "team"),
    **dict.fromkeys(("卡号", "门禁卡号", "工卡号", "一卡通号", "CARD"), "card"),
}
TITLES = {"number": "工号", "name": "姓名", "unit": "部门/车间"}

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DECORATION = re.compile(r"[\s()\[\]【】*::]")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*")


def read(
    data: bytes, file: str, findings: Findings, *, sheet: str = "", digits: int = 0, progress: Progress | None = None
) -> tuple[Person, ...]:
    """Everybody on the list.

    Args:
        data: the workbook.
        file: its name, for the findings.
        findings: where mistakes go; what is returned is of use only without errors.
        sheet: which one; empty: the one named 花名册, or else the first.
        digits: worker numbers kept as figures lose their leading zeros in Excel; such are filled up to so many digits.
        progress: hears every 500 rows.
    """
    rows = _rows(data, file, findings, sheet)
    if rows is None:
        return ()
    header = next((n for n, row in enumerate(rows[:HEADER_WITHIN]) if "number" in _columns(row).values()), None)
    columns = {} if header is None else _columns(rows[header])
    if header is None or not _whole(columns, header, file, findings):
        if header is None:
            findings.error(
                "no-header", file, "A1",
                Text("没有找到“工号”这一列。", "There is no column 工号 (worker number)."),
                Text("第一行写：工号、姓名、部门/车间、班组。", "The first row holds 工号 姓名 部门/车间 班组."),
            )  # fmt: skip
        return ()
    reader = _Reader(file, findings, {name: n for n, name in columns.items()}, digits)
    below = range(header + 1, len(rows))
    for done, n in enumerate(below, 1):
        reader.add(n, rows[n])
        if progress and done % 500 == 0:
            progress(done, len(below))
    if not reader.people and not findings.errors:
        findings.error(
            "empty-roster", file, f"A{header + 2}",
            Text("表里一个人也没有。", "There is nobody on the list."),
            Text("表头下面每行写一个人。", "Write one person a row below the header."),
        )  # fmt: skip
    return tuple(reader.people)


class _Reader:
    """Reads rows and remembers which numbers and cards were seen where."""

    def __init__(self, file: str, findings: Findings, columns: dict[str, int], digits: int) -> None:
        self.people: list[Person] = []
        self._file = file
        self._findings = findings
        self._columns = columns
        self._digits = digits
        self._numbers: dict[str, str] = {}
        self._cards: dict[str, str] = {}

    def add(self, n: int, row: list[Value]) -> None:
        """One row; a blank one is passed over."""
        if not any(_said(value) for value in row):
            return
        number = self._number(n, row)
        name = self._word(n, row, "name", MOST_NAME, required=True)
        unit = self._word(n, row, "unit", MOST_UNIT, required=True)
        team = self._word(n, row, "team", MOST_UNIT)
        card = self._card(n, row)
        if number and name and unit:
            self.people.append(Person(number, name, unit, team, card))

    def _number(self, n: int, row: list[Value]) -> str:
        value = self._value(row, "number")
        said = _plain(_said(value))
        if not said:
            self._missing(n, "number")
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            said = said.zfill(self._digits)
        return self._known(n, "number", said, self._numbers)

    def _card(self, n: int, row: list[Value]) -> str:
        said = _plain(_said(self._value(row, "card")))
        return self._known(n, "card", said, self._cards) if said else ""

    def _known(self, n: int, name: str, said: str, seen: dict[str, str]) -> str:
        """`said`, unless it cannot be a number or stands in another row already."""
        cell = self._cell(n, name)
        if not _NUMBER.fullmatch(said) or len(said) > MOST_NUMBER:
            what = "工号" if name == "number" else "卡号"
            self._findings.error(
                "bad-number", self._file, cell,
                Text(f"{what}“{said[:MOST_NUMBER]}”不是数字或字母。", f"“{said[:MOST_NUMBER]}” is no number."),
                Text("只写数字和字母，整列设成文本格式。", "Use figures and letters; format the column as text."),
            )  # fmt: skip
            return ""
        first = seen.setdefault(said.upper(), cell)
        if first != cell:
            # Only the cells are named: the messages end up in terminals and logs.
            self._findings.error(
                "same-number", self._file, cell,
                Text(f"和 {first} 的一样。", f"It is the same as in {first}."),
                Text("一个号只能是一个人，删掉或改正一行。", "A number belongs to one person; delete or correct a row."),
            )  # fmt: skip
            return ""
        return said

    def _word(self, n: int, row: list[Value], name: str, most: int, *, required: bool = False) -> str:
        said = " ".join(unicodedata.normalize("NFKC", _said(self._value(row, name))).split())
        if not said and required:
            self._missing(n, name)
        if len(said) > most:
            self._findings.error(
                "too-long", self._file, self._cell(n, name),
                Text(f"有 {len(said)} 个字，最多 {most} 个。", f"It has {len(said)} characters, at most {most} fit."),
                Text("请改短。", "Shorten it."),
            )  # fmt: skip
        return said

    def _missing(self, n: int, name: str) -> None:
        title = TITLES[name]
        hint = Text("补上；这一行不要时整行删掉。", "Fill it in, or delete the whole row.")
        message = Text(f"没有写{title}。", f"The {title} is missing.")
        self._findings.error("missing-cell", self._file, self._cell(n, name), message, hint)

    def _value(self, row: list[Value], name: str) -> Value:
        column = self._columns.get(name)
        return row[column] if column is not None and column < len(row) else ""

    def _cell(self, n: int, name: str) -> str:
        return f"{_letter(self._columns[name])}{n + 1}"


def _rows(data: bytes, file: str, findings: Findings, wanted: str) -> list[list[Value]] | None:
    import python_calamine  # only this command reads workbooks: the kiosk starts without it

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            names = book.sheet_names
            if wanted and wanted not in names:
                _no_sheet(wanted, names, file, findings)
                return None
            chosen = wanted or (SHEET if SHEET in names else names[0])
            sheet = book.get_sheet_by_name(chosen)
            height = sheet.end[0] + 1 if sheet.end else 0
            if height > MOST_PEOPLE + HEADER_WITHIN:
                _too_many(height, file, findings)
                return None
            rows: list[list[Value]] = sheet.to_python(skip_empty_area=False) if height else []
            for (top, column), (bottom, right) in sheet.merged_cell_ranges or ():
                _spread(rows, top, bottom, column, right)
    except python_calamine.CalamineError as error:
        _unreadable(data, file, error, findings)
        return None
    return rows


def _spread(rows: list[list[Value]], top: int, bottom: int, column: int, right: int) -> None:
    """A cell merged downwards (a workshop beside its people) stands in each of its rows."""
    if column != right or top >= len(rows):
        return
    value = rows[top][column] if column < len(rows[top]) else ""
    for row in rows[top + 1 : bottom + 1]:
        if column < len(row):
            row[column] = value


def _whole(columns: dict[int, str], header: int, file: str, findings: Findings) -> bool:
    missing = [title for name, title in TITLES.items() if name not in columns.values()]
    for title in missing:
        findings.error(
            "missing-column", file, f"A{header + 1}",
            Text(f"没有“{title}”这一列。", f"There is no column {title}."),
            Text(f"在表头那一行加上“{title}”。", f"Add {title} to the header row."),
        )  # fmt: skip
    return not missing


def _no_sheet(wanted: str, names: list[str], file: str, findings: Findings) -> None:
    findings.error(
        "no-sheet", file, "",
        Text(f"没有名为“{wanted}”的表。", f"There is no sheet “{wanted}”."),
        Text(f"有：{'、'.join(names)}。", f"There are: {', '.join(names)}."),
    )  # fmt: skip


def _unreadable(data: bytes, file: str, error: Exception, findings: Findings) -> None:
    locked = data.startswith(_OLE)
    findings.error(
        "locked-workbook" if locked else "unreadable-workbook", file, "",
        Text("表格打不开：有密码，或者是旧格式。", "The workbook has a password, or an old format.")
        if locked
        else Text("表格打不开：文件损坏，或不是 .xlsx。", f"The workbook cannot be read ({error})."),
        Text("在 Excel 或 WPS 里去掉密码，另存为 .xlsx。", "Remove the password and save it as .xlsx in Excel or WPS."),
    )  # fmt: skip


def _too_many(height: int, file: str, findings: Findings) -> None:
    findings.error(
        "too-many", file, "",
        Text(f"表里有 {height} 行，最多 {MOST_PEOPLE} 人。", f"The sheet has {height} rows; at most {MOST_PEOPLE} fit."),
        Text("删掉下面的空行。", "Delete empty rows below."),
    )  # fmt: skip


def _columns(row: list[Value]) -> dict[int, str]:
    """Column number -> field; the first column of a name counts."""
    found: dict[int, str] = {}
    for n, title in enumerate(row):
        name = COLUMNS.get(_DECORATION.sub("", unicodedata.normalize("NFKC", _said(title))).upper())
        if name and name not in found.values():
            found[n] = name
    return found


def _plain(said: str) -> str:
    return "".join(unicodedata.normalize("NFKC", said).split())


def _said(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
