"""A table of a report: what it is called, its columns, its rows. Pure; screens, sheets and PDFs are made from it.

A cell is what its column's type says, or None where there is nothing to say (never a dash or a made-up 0):
`text` str or `Text`; `integer` int; `decimal` float; `percent` a share from 0 to 1; `date` and `time` as `datetime`
has them; `duration` whole or broken seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, TypeAlias, get_args

from kiosk.core.text import Text

Type: TypeAlias = Literal["text", "integer", "decimal", "percent", "date", "time", "duration"]
Cell: TypeAlias = str | Text | int | float | date | time | datetime | None
Row: TypeAlias = tuple[Cell, ...]

_HELD: dict[Type, tuple[type, ...]] = {
    "text": (str, Text),
    "integer": (int,),
    "decimal": (int, float),
    "percent": (int, float),
    "date": (date,),
    "time": (time, datetime),
    "duration": (int, float),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: its name in files and in code, unique in the table ("finished").
        title: its heading.
        type: what its cells hold.
        width: a hint: how many Latin letters wide (a Chinese character counts two); 0 leaves it to the writer.
    """

    key: str
    title: Text
    type: Type = "text"
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; every row has one cell a column.

    Raises:
        ValueError: a key occurs twice, a row has more or fewer cells than there are columns, or a cell is not of its
            column's type. All three are mistakes of the code that made the table.
    """

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if len(set(keys)) != len(keys):
            raise ValueError(f"two columns have one key: {keys}")
        for number, row in enumerate(self.rows):
            if len(row) != len(keys):
                raise ValueError(f"row {number} has {len(row)} cells, the table {len(keys)} columns")
            for column, cell in zip(self.columns, row, strict=True):
                if not _fits(cell, column.type):
                    raise ValueError(f"row {number}, {column.key}: {cell!r} is no {column.type}")

    def column(self, key: str) -> tuple[Cell, ...]:
        """The cells of one column, from the first row to the last.

        Raises:
            KeyError: no column has that key.
        """
        for place, column in enumerate(self.columns):
            if column.key == key:
                return tuple(row[place] for row in self.rows)
        raise KeyError(key)


def _fits(cell: Cell, kind: Type) -> bool:
    return cell is None or (isinstance(cell, _HELD[kind]) and not isinstance(cell, bool))


TYPES: tuple[Type, ...] = get_args(Type)
