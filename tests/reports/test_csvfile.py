"""CSV that every spreadsheet reads, and in which nothing is a formula."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.reports.csvfile import csv_bytes
from reports.samples import EVERY, report


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") >= 1
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_numbers_are_for_programs_and_words_are_harmless() -> None:
    rows = read(csv_bytes([EVERY], "zh"))
    assert rows[0] == [c.title.zh for c in EVERY.columns]
    assert rows[1] == ["三车间", "没人接", "1234", "2.5", "0.231", "2026-11-03", "2026-11-03 08:30", "3723.0"]
    assert rows[2][0] == '\'=HYPERLINK("x")'
    assert rows[3] == ["01234567", *[""] * 7]
    assert rows[4][:2] == ["'@SUM(1)\n第二行", "'-1"]


def test_several_tables_stand_below_each_other() -> None:
    rows = read(csv_bytes(report().tables, "en"))
    assert rows[0] == ["Every type"] and ["Empty"] in rows and [] in rows


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_whatever_was_written_comes_back_and_no_cell_begins_like_a_formula(words: list[str]) -> None:
    table = Table(Text("t", "t"), (Column("w", Text("词", "word")),), tuple((w,) for w in words))
    # A cell of a carriage return alone is read as it was written; the csv module tells line ends apart.
    rows = read(csv_bytes([table], "zh"))[1:]
    told = [row[0] if row else "" for row in rows]
    assert all(not cell.lstrip(" \u3000").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in told)
    assert [t.removeprefix("'") for t in told] == [w.removeprefix("'") for w in words]
