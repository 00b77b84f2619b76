"""A workbook -> its entries, with the cell of every field. Columns have many names in the wild."""

from __future__ import annotations

import io
from typing import Any

from kiosk.core.findings import Findings
from kiosk.core.source import Fields
from kiosk.core.text import Text
from kiosk.sdk.bank.cells import CellFindings, cell, number
from kiosk.sdk.bank.shape import Shape

HEADER_WITHIN = 10
"""The header is looked for in this many rows, below titles and notes."""
EXAMPLE = "示例"

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def entries(data: bytes, file: str, shape: Shape, findings: Findings) -> list[Fields]:
    """All rows that hold an entry; a workbook that cannot be read is one finding."""
    rows = _rows(data, file, shape, findings)
    if not rows or not any(any(row) for row in rows):
        return []
    header = next((n for n, row in enumerate(rows[:HEADER_WITHIN]) if shape.key in shape.named(row).values()), None)
    if header is None:
        findings.error("no-header", file, "A1", shape.words.no_column, shape.words.header)
        return []
    names = shape.named(rows[header])
    if not _complete(names, header, file, shape, findings):
        return []
    told = CellFindings(findings)
    return [
        _entry(n, rows[n], names, file, shape, told)
        for n in range(header + 1, len(rows))
        if any(rows[n]) and not _example(rows[n], names, shape)
    ]


def _rows(data: bytes, file: str, shape: Shape, findings: Findings) -> list[list[str]]:
    import python_calamine  # only authors read workbooks: the kiosk starts without it

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            named = shape.sheet in book.sheet_names
            page = book.get_sheet_by_name(shape.sheet) if named else book.get_sheet_by_index(0)
            height = page.end[0] + 1 if page.end else 0
            if height <= shape.most_rows:
                rows = page.to_python(skip_empty_area=False) if height else []
                return [[_said(value, shape) for value in row] for row in rows]
    except python_calamine.CalamineError as error:
        _unreadable(data, file, error, findings)
        return []
    findings.error(
        "too-many",
        file,
        "",
        Text(
            f"表里有 {height} 行，最多 {shape.most_rows} 行。", f"It has {height} rows, at most {shape.most_rows} fit."
        ),
        shape.words.split,
    )
    return []


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


def _said(value: object, shape: Shape) -> str:
    if isinstance(value, bool):
        return shape.truths[0] if value else shape.truths[1]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _complete(names: dict[int, str], header: int, file: str, shape: Shape, findings: Findings) -> bool:
    missing = [title for name, title in shape.needed.items() if name not in names.values()]
    for title in missing:
        findings.error(
            "missing-column",
            file,
            cell(header, 0),
            Text(f"没有“{title}”这一列。", f"There is no column {title}."),
            Text(f"在表头那一行加上“{title}”。", f"Add {title} to the header row."),
        )
    return not missing


def _example(row: list[str], names: dict[int, str], shape: Shape) -> bool:
    """The example rows of a template are marked in a column that does not hold running text."""
    return any(
        said.lstrip("（(【[").startswith(EXAMPLE) for n, said in enumerate(row) if names.get(n) not in shape.prose
    )


def _entry(n: int, row: list[str], names: dict[int, str], file: str, shape: Shape, told: Findings) -> Fields:
    lines = {name: number(n, column) for column, name in names.items()}
    given: dict[str, Any] = {name: row[column] for column, name in names.items() if column < len(row) and row[column]}
    for name in shape.lists:
        if name in given:
            given[name] = [part.strip() for part in shape.parts.split(given[name]) if part.strip()]
    return Fields(given, {"": number(n, 0), **lines}, file, told)
