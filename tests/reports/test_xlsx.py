"""Workbooks: read back cell by cell, as written and after the real LibreOffice opened and saved them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.table import Table
from kiosk.core.text import Lang, Text
from kiosk.reports.cells import said
from kiosk.reports.xlsx import HEAD, report_workbook, sheet_names, tables_workbook
from reports.samples import EVERY, FORM, long, report


def rows_of(data: bytes, sheet: str) -> list[list]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def same(cell: object, read: object, kind: str, lang: Lang) -> bool:
    match kind:
        case _ if cell is None:
            return read == ""
        case "duration":
            return isinstance(read, timedelta) and abs(read.total_seconds() - float(cell)) < 0.001  # type: ignore[arg-type]
        case "date":
            return read in (cell, datetime.combine(cell, datetime.min.time()))  # type: ignore[call-overload]
        case "time":
            plain = cell.replace(tzinfo=None)  # type: ignore[attr-defined]
            return read in (plain, plain.date())
        case "text":
            return read == said(cell, "text", lang)  # type: ignore[arg-type]
        case _:
            return isinstance(read, (int, float)) and abs(read - cell) < 1e-9  # type: ignore[operator]


def check(data: bytes, sheet: str, table: Table, lang: Lang) -> None:
    found = rows_of(data, sheet)
    assert found[HEAD][: len(table.columns)] == [c.title(lang) for c in table.columns]
    assert len(found) == HEAD + 1 + len(table.rows)
    for row, read in zip(table.rows, found[HEAD + 1 :], strict=True):
        for cell, value, column in zip(row, read, table.columns, strict=False):
            assert same(cell, value, column.type, lang), (column.key, cell, value)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_cell_comes_back_with_its_type(lang: Lang) -> None:
    data = report_workbook(report(), FORM, lang)
    check(data, EVERY.title(lang), EVERY, lang)
    top = rows_of(data, EVERY.title(lang))
    assert top[0][0] == report().headline(lang) and FORM.number in top[1][0]


def test_the_paper_is_a4_across_with_filters_headings_and_signatures() -> None:
    with zipfile.ZipFile(io.BytesIO(report_workbook(report(), FORM, "zh"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
        assert any(name.startswith("xl/charts/chart") for name in book.namelist())
    assert 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet and 'fitToHeight="0"' in sheet
    assert '<autoFilter ref="A4:H8"/>' in sheet and 'ySplit="4"' in sheet and 'state="frozen"' in sheet
    assert "单位（盖章）：长江机械厂工会　填表人：王师傅　审核人：________　日期：2026 年 11 月 30 日" in sheet
    assert "<f>" not in sheet, "nothing that was written at a kiosk is a formula"
    assert re.search(r"_xlnm\.Print_Titles[^>]*>[^<]*\$4:\$4", names)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_names_of_sheets_are_allowed_and_each_is_there_once(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({n.lower() for n in names}) == len(titles)
    assert all(0 < len(n) <= 31 and not set("[]:*?/\\") & set(n) and not n.startswith("'") for n in names)


@pytest.fixture(scope="module")
def libreoffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and not Path("/etc/debian_version").is_file():
        pytest.skip("LibreOffice is not installed")
    assert found, "LibreOffice is missing: packaging/debian-setup.sh python3 tests installs libreoffice-calc-nogui"
    return found


def converted(office: str, data: bytes, to: str, folder: Path) -> bytes:
    source = folder / "report.xlsx"
    source.write_bytes(data)
    done = subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
         "--outdir", str(folder / "out"), str(source)],
        capture_output=True, timeout=100, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return (folder / "out" / f"report.{to}").read_bytes()


def test_libreoffice_opens_it_and_keeps_every_cell(libreoffice: str, tmp_path: Path) -> None:
    tables = [EVERY, long(60)]
    data = tables_workbook(tables, Text("十一月", "November"), FORM, "zh")
    again = converted(libreoffice, data, "xlsx", tmp_path)
    for table, name in zip(tables, sheet_names([t.title.zh for t in tables]), strict=True):
        check(again, name, table, "zh")


def test_libreoffice_prints_it_on_a4_across_with_its_heading_on_every_page(libreoffice: str, tmp_path: Path) -> None:
    pdf = pypdfium2.PdfDocument(converted(libreoffice, report_workbook(report(long(90)), FORM, "zh"), "pdf", tmp_path))
    width, height = pdf[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    whole = "".join(texts)
    assert all(f"第{n}行" in whole for n in range(90))
    with_rows = [text for text in texts if re.search(r"第\d+行", text)]
    assert len(with_rows) >= 3 and all("覆盖率" in text and "填表人：王师傅" in text for text in with_rows)
