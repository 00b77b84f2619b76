"""What one kind's list looks like: its columns, its limits, and the sentences for whoever got it wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.core.text import Text

_DECORATION = re.compile(r"[\s()\[\]【】*:]")


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences that differ from kind to kind.

    Attributes:
        empty: nothing is in the file; `write`: what to do about it.
        list: how an entry starts, said where the file is no list.
        not_one: a code, and what is said of an entry that is no mapping; `group`: what to do.
        no_column: the sheet lacks the column that makes a row an entry; `header`: what the first row should hold.
        split: what to do about a sheet that is too long.
    """

    empty: Text
    write: Text
    list: Text
    not_one: tuple[str, Text]
    group: Text
    no_column: Text
    header: Text
    split: Text


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind's list.

    Attributes:
        words: its sentences.
        columns: heading of a column, as `heading` has it -> field.
        key: the field without which a row of headings is none ("riddle").
        most_rows: rows below the top of a sheet.
        lists: fields of which one cell holds several, and what parts them.
        parts: what parts them.
        needed: other fields whose column must be there -> its usual heading.
        prose: fields that may begin with the word 示例; in any other column it marks a row as an example to be skipped.
        sheet: name of the sheet, where a workbook has one of that name; else the first is read.
        truths: words for a cell that says true, or false.
        most_bytes: a bigger file is not read.
    """

    words: Words
    columns: Mapping[str, str]
    key: str
    most_rows: int
    lists: tuple[str, ...] = ()
    parts: re.Pattern[str] = field(default_factory=lambda: re.compile(r"[|｜\n]"))
    needed: Mapping[str, str] = field(default_factory=dict)
    prose: frozenset[str] = frozenset()
    sheet: str = ""
    truths: tuple[str, str] = ("true", "false")
    most_bytes: int = 5_000_000

    def named(self, row: list[str]) -> dict[int, str]:
        """Column -> field of a row of headings; the first column of a field counts."""
        found: dict[int, str] = {}
        for n, said in enumerate(row):
            name = self.columns.get(heading(said))
            if name and name not in found.values():
                found[n] = name
        return found


def titled(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """`columns` of a shape, from the headings that each field is known under."""
    return {heading(said): name for name, headings in fields.items() for said in headings}


def heading(said: str) -> str:
    """A heading without what people put around it: width, case, blanks, brackets, stars and colons."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", said)).upper()
