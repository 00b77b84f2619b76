"""A report's table: what it accepts is what its columns say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from kiosk.core.table import TYPES, Cell, Column, Table, Type
from kiosk.core.text import Text

TITLE = Text("谜题", "Riddles")
FITTING: dict[Type, tuple[Cell, ...]] = {
    "text": ("谜面", Text("未分组", "No set")),
    "integer": (0, 12),
    "decimal": (1.5, 2),
    "percent": (0.25, 1),
    "date": (date(2026, 5, 1), datetime(2026, 5, 1, 8, tzinfo=UTC)),
    "time": (time(8, 30), datetime(2026, 5, 1, 8, tzinfo=UTC)),
    "duration": (90, 0.5),
}


@pytest.mark.parametrize("kind", TYPES)
def test_a_column_takes_what_its_type_says_or_nothing_at_all(kind: Type) -> None:
    cells = (*FITTING[kind], None)
    table = Table(TITLE, (Column("one", TITLE, kind),), tuple((cell,) for cell in cells))
    assert table.column("one") == cells


@pytest.mark.parametrize(
    ("kind", "cell"),
    [("text", 1), ("integer", 1.5), ("integer", True), ("percent", "25%"), ("date", "2026-05-01"), ("duration", "90")],
)
def test_a_cell_of_another_type_is_a_mistake_of_the_code(kind: Type, cell: Cell) -> None:
    with pytest.raises(ValueError, match=rf"row 0, one: .* is no {kind}"):
        Table(TITLE, (Column("one", TITLE, kind),), ((cell,),))


def test_every_row_has_one_cell_a_column() -> None:
    columns = (Column("face", TITLE), Column("finished", TITLE, "integer"))
    with pytest.raises(ValueError, match="row 1 has 1 cells, the table 2 columns"):
        Table(TITLE, columns, (("谜面", 1), ("谜面",)))


def test_keys_are_unique_and_name_the_columns() -> None:
    columns = (Column("face", TITLE), Column("finished", TITLE, "integer"))
    table = Table(TITLE, columns, (("甲", 2), ("乙", 1)))
    assert table.column("finished") == (2, 1)
    with pytest.raises(KeyError):
        table.column("hints")
    with pytest.raises(ValueError, match="one key"):
        Table(TITLE, (*columns, Column("face", TITLE)))
