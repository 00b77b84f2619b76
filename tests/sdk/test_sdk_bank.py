"""Lists that officers write: entries with the line or cell of every field, whatever the bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kiosk.core.findings import Findings
from kiosk.core.text import Text
from kiosk.sdk.bank import Shape, Words, cell, entries, place, read, titled

SAID = Text("甲", "A")
SHAPE = Shape(
    Words(SAID, SAID, SAID, ("not-a-tool", SAID), SAID, SAID, SAID, SAID),
    titled({"name": ("名称", "name"), "use": ("用途",), "tags": ("标签",), "sharp": ("锋利",)}),
    key="name",
    most_rows=20,
    lists=("tags",),
    needed={"use": "用途"},
    prose=frozenset({"use", "tags"}),
    sheet="工具",
)


def workbook(rows: Sequence[Sequence[object]], name: str = "工具") -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.add_worksheet("说明")
        page = book.add_worksheet(name)
        for n, row in enumerate(rows):
            page.write_row(n, 0, row)
    return data.getvalue()


def told(findings: Findings) -> list[tuple[str, str]]:
    return [(f.code, f.place) for f in findings]


def test_a_sheet_and_a_text_file_say_the_same() -> None:
    findings = Findings()
    rows: list[list[object]] = [
        ["登记表"],
        ["*名称：", "用途", "标签", "锋利"],
        ["锯", "示例：锯木", "手|木", True],
        ["示例"],
    ]
    (row,) = entries(workbook(rows), ".xlsx", "t.xlsx", SHAPE, findings)
    text = "- name: 锯\n  use: 示例：锯木\n  tags: [手, 木]\n  sharp: true\n"
    (line,) = entries(text.encode(), ".yaml", "t.yaml", SHAPE, findings)
    assert row.data == line.data
    assert [place(row, key) for key in ("", "name", "tags")] == ["A3", "A3", "C3"]
    assert [place(line, key) for key in ("", "name", "tags", "tags.1")] == ["1", "1", "3", "3"]
    row.error("blunt", "sharp", SAID, SAID)
    line.error("blunt", "sharp", SAID, SAID)
    assert told(findings) == [("blunt", "D3"), ("blunt", "4")]


BAD = [
    (b"name: x\n", ".yaml", [("not-a-list", "1")]),
    (b"- x\n", ".yml", [("not-a-tool", "1")]),
    (b"", ".yaml", [("empty-bank", "")]),
    ("- name: 锯\n".encode("gb18030"), ".yaml", [("not-utf-8", "")]),
    (b"x", ".xlsx", [("unreadable-workbook", "")]),
    (bytes.fromhex("d0cf11e0a1b11ae1"), ".xlsx", [("locked-workbook", "")]),
    (workbook([]), ".xlsx", [("empty-bank", "")]),
    (workbook([["用途"]]), ".xlsx", [("no-header", "A1")]),
    (workbook([[], ["名称"]]), ".xlsx", [("missing-column", "A2")]),
    (workbook([["名称", "用途"], *[["锯", "锯木"]] * 20]), ".xlsx", [("too-many", "")]),
    (workbook([["名称", "用途"]], name="别的"), ".xlsx", [("empty-bank", "")]),
]


@pytest.mark.parametrize(("data", "suffix", "found"), BAD)
def test_what_is_no_list_is_told_once(data: bytes, suffix: str, found: list[tuple[str, str]]) -> None:
    findings = Findings()
    entries(data, suffix, f"t{suffix}", SHAPE, findings)
    assert told(findings) == found


def test_files_that_are_missing_too_big_or_of_another_kind(tmp_path: Path) -> None:
    findings = Findings()
    (tmp_path / "big.yaml").write_bytes(bytes(SHAPE.most_bytes + 1))
    for name in ("none.yaml", "big.yaml", "list.doc"):
        assert read(tmp_path / name, name, SHAPE, findings) == []
    assert [(f.code, f.file) for f in findings] == [
        ("no-bank", "none.yaml"), ("no-bank", "big.yaml"), ("unknown-bank", "list.doc"),
    ]  # fmt: skip


def test_cells_are_named_as_excel_shows_them() -> None:
    assert [cell(0, 0), cell(6, 3), cell(11, 25), cell(2, 26), cell(8999, 16383)] == [
        "A1",
        "D7",
        "Z12",
        "AA3",
        "XFD9000",
    ]


CELLS: SearchStrategy[str] = st.sampled_from(["名称", "用途", "标签", "锯", "示例", ""]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=8
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_every_cell_that_is_taken_is_named(rows: list[list[str]]) -> None:
    findings = Findings()
    for fields in entries(workbook(rows), ".xlsx", "t.xlsx", SHAPE, findings):
        assert any(rows[int(place(fields)[1:]) - 1])
        for key in fields.data:
            row, column = int(place(fields, key)[1:]), ord(place(fields, key)[0]) - ord("A")
            assert rows[row - 1][column].strip()


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    for suffix in (".yaml", ".xlsx"):
        findings = Findings()
        assert entries(data, suffix, f"t{suffix}", SHAPE, findings) or findings.errors
