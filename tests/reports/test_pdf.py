"""PDF: read back with another program: text, pages, embedded fonts."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.glyphs import FONTS
from kiosk.core.errors import StorageError
from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.reports.form import Form
from kiosk.reports.pdf.canvas import Canvas
from kiosk.reports.pdf.grid import column_widths
from kiosk.reports.pdf.lines import wrapped
from kiosk.reports.pdf.report import report_pdf, tables_pdf
from kiosk.reports.pdf.sheet import Sheet, shipped
from reports.samples import EVERY, FORM, long, report

SHIPPED = shipped(FONTS)


@pytest.fixture(scope="module")
def made() -> bytes:
    return report_pdf(report(long(70)), FORM, SHIPPED, "zh")


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_every_page_is_a4_across_signed_and_numbered(made: bytes) -> None:
    document, pages = pypdfium2.PdfDocument(made), texts(made)
    assert len(document) == len(pages) >= 4
    for number, text in enumerate(pages, 1):
        assert tuple(map(round, document[number - 1].get_size())) == (842, 595)
        for words in (
            "单位（盖章）：长江机械厂工会",
            "填表人：王师傅",
            "审核人：________",
            "日期：2026 年 11 月 30 日",
        ):
            assert words in text
        assert "〔2026〕第001号" in text and f"第 {number} 页，共 {len(pages)} 页" in text


def test_the_text_can_be_selected_and_nothing_is_lost(made: bytes) -> None:
    pages = texts(made)
    whole = "".join(pages)
    for words in (
        "三车间来得最少",
        "最难的题",
        "高温津贴从哪个月发起",
        "71% 错",
        "平均 60%",
        "不到 10 人的车间不列覆盖率。",
        "没有记录",
    ):
        assert words in whole
    assert all(f"第{n}行" in whole for n in range(70))
    with_rows = [page for page in pages if re.search(r"第\d+行", page)]
    assert all("覆盖率" in page and "用时" in page for page in with_rows), "the heading is repeated"
    assert "1:02:03" in whole and "23.1%" in whole and "1,234" in whole


def test_the_fonts_are_embedded_and_only_what_is_used(made: bytes) -> None:
    names = set(re.findall(rb"/FontName /([A-Z]{6}\+[\w-]+)", made))
    assert {name.split(b"+")[1] for name in names} == {b"NotoSansSC-Regular", b"NotoSansSC-Bold", b"NotoSerifSC-Bold"}
    assert made.count(b"/FontFile3") == made.count(b"/ToUnicode") == 3
    assert len(made) < 120_000
    page = pypdfium2.PdfDocument(made)[0]
    found = [o for o in page.get_objects() if o.type == pdfium.FPDF_PAGEOBJ_TEXT]
    assert found and all(pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(o.raw)) == 1 for o in found)


def test_the_same_report_is_the_same_file(made: bytes) -> None:
    assert report_pdf(report(long(70)), FORM, SHIPPED, "zh") == made


def test_pages_look_like_ink_on_paper(made: bytes) -> None:
    picture = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1_000_000)}
    assert (255, 255, 255) in colours
    assert any(r > 150 and g < 60 and b < 60 for r, g, b in colours), "the marked bar is red"


def test_a_character_nobody_can_draw_is_a_box_and_stays_what_it_is() -> None:
    table = Table(Text("名单", "Names"), (Column("n", Text("姓名", "Name")),), (("王\U00020bb7",),))
    data = tables_pdf(table.title, table.title, [table], Form(), SHIPPED, "zh")
    inside = b"".join(
        zlib.decompress(s) for s in re.findall(rb"FlateDecode  >>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    )
    assert b"/ActualText <FEFF" + "王\U00020bb7".encode("utf-16-be").hex().upper().encode() in inside
    assert "王" in "".join(texts(data))


def test_english_too() -> None:
    whole = "".join(texts(report_pdf(report(), FORM, SHIPPED, "en")))
    assert "Workshop 3 came the least" in whole and "1 / " in whole and "Reviewed by" in whole


@pytest.mark.parametrize("broken", ["missing.otf", "broken.otf"])
def test_a_broken_installation_is_said(tmp_path: Path, broken: str) -> None:
    (tmp_path / "broken.otf").write_bytes(b"OTTO no font")
    with pytest.raises(StorageError, match="NO_FONT"):
        Canvas("t", "zh-CN").family([tmp_path / broken])


SHEET = Sheet("t", Form(), SHIPPED, "zh")
chinese = st.text(st.sampled_from("工会的职工代表大会，。；）（《》“”abc 12.5\n　—…"), max_size=60)


@given(chinese, st.floats(30, 300))
def test_lines_fit_and_keep_every_word(text: str, width: float) -> None:
    lines = wrapped(text, SHEET.text, 9, width)
    plain = re.sub(r"\s", "", text)
    assert re.sub(r"\s", "", "".join(lines)) == plain
    for line in lines:
        closing = len(line) - len(line.rstrip("，。；）》”…—.,"))
        assert SHEET.text.width(line, 9) <= width or closing or len(line) <= 6, line


@given(st.text("工会职工代表大会第三次", min_size=12, max_size=40))
def test_no_line_begins_with_a_closing_mark(text: str) -> None:
    marked = "，".join(text[n : n + 3] for n in range(0, len(text), 3)) + "。"
    lines = wrapped(marked, SHEET.text, 9, 45)
    assert all(line[:1] not in "，。" for line in lines)


def test_too_many_lines_end_in_an_ellipsis() -> None:
    lines = wrapped("工" * 100, SHEET.text, 9, 90, 2)
    assert len(lines) == 2 and lines[1].endswith("…") and SHEET.text.width(lines[1], 9) <= 90


def test_dates_and_numbers_are_never_broken() -> None:
    widths = column_widths(EVERY, SHEET)
    assert sum(widths) <= SHEET.width + 0.01
    data = tables_pdf(EVERY.title, EVERY.title, [EVERY], Form(), SHIPPED, "zh")
    assert all(words in "".join(texts(data)) for words in ("2026-11-03 08:30", "27:46:40", "100.0%"))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=200), st.integers()), max_size=8))
def test_any_table_can_be_printed(rows: list[tuple[str, int]]) -> None:
    columns = (Column("w", Text("词", "Word")), Column("n", Text("数", "Number"), "integer"))
    table = Table(Text("任意", "Any"), columns, tuple(rows))
    assert len(pypdfium2.PdfDocument(tables_pdf(table.title, table.title, [table], Form(), SHIPPED, "zh"))) >= 1
