"""Cells of a studio's tables: words, years, days, and how a mistake is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio.sections import NAMES, Row, Sections

T = TypeVar("T")
SHORT = {"zh": 24, "en": 60}
LONG = {"zh": 60, "en": 140}


def word(source: ItemSource, row: Row, key: str, words: dict[T, Text]) -> T | None:
    """A cell that must be one of these words; None after noting that it is none."""
    return known(source, row.line, row[key], words)


def known(source: ItemSource, line: int, said: str, words: dict[T, Text]) -> T | None:
    """Which of these words was said; None after noting that it is none."""
    found = next((k for k, w in words.items() if said.lower() in (w.zh, w.en)), None)
    if found is None:
        mistake(source, "unknown-value", line, *unknown(said, words.values()))
    return found


def unknown(said: str, words: Iterable[Text]) -> tuple[Text, Text]:
    """How an unknown word is said, with those that are known."""
    known = tuple(words)
    return Text(f"“{said}”不认识。", f"“{said}” is not known."), Text(
        f"可用：{'、'.join(w.zh for w in known)}。", f"Use one of: {', '.join(w.en for w in known)}."
    )


def year_of(source: ItemSource, row: Row) -> str:
    """The cell `year`: four digits, or two years with a hyphen."""
    said = row["year"]
    if said and not re.fullmatch(r"\d{4}(-\d{4})?", said, re.ASCII):
        mistake(source, "bad-year", row.line, Text(f"“{said}”不是年份。", f"“{said}” is not a year."), Text("写四位数，如 2024。", "Write four digits, such as 2024."))  # fmt: skip
    return said


def day_of(source: ItemSource, row: Row, key: str) -> str:
    """A cell with a date; empty when there is none."""
    said = row[key]
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        mistake(source, "bad-date", row.line, Text(f"“{said}”不是日期。", f"“{said}” is not a date."), Text("写成 2026-11-01。", "Write 2026-11-01."))  # fmt: skip
        return ""


def short(source: ItemSource, row: Row, key: str) -> str:
    """A cell of at most a line."""
    return length(source, row, key, SHORT[source.lang])


def long(source: ItemSource, row: Row, key: str) -> str:
    """A cell of at most two lines."""
    return length(source, row, key, LONG[source.lang])


def length(source: ItemSource, row: Row, key: str, most: int) -> str:
    """A cell of at most `most` characters."""
    if len(row[key]) > most:
        mistake(source, "too-long", row.line, *too_long(row[key], most))
    return row[key]


def too_long(said: str, most: int) -> tuple[Text, Text]:
    """How a text that does not fit is said."""
    return Text(f"“{said[:12]}…”有 {len(said)} 个字，最多 {most} 个。", f"“{said[:12]}…” has {len(said)} characters, at most {most} fit."), Text("请改短。", "Shorten it.")  # fmt: skip


def at_most(source: ItemSource, found: Sections, key: str, made: Sequence[T], most: int) -> tuple[T, ...]:
    """No more of a section than fits its wall."""
    if len(made) > most:
        mistake(source, "too-many", found.blocks[key][0].line, Text(f"“{NAMES[key].zh}”有 {len(made)} 个，最多 {most} 个。", f"“{NAMES[key].en}” has {len(made)}, at most {most} fit."),
               Text("留下最要紧的。", "Keep the most important ones."))  # fmt: skip
    return tuple(made[:most])


def mistake(source: ItemSource, code: str, line: int, message: Text, hint: Text) -> None:
    """Note a mistake at a line."""
    source.findings.error(code, source.file, line, message, hint)
