"""A report as QML draws it: heights from 0 to 1, words beside every value. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Lang, Text
from kiosk.reports.cells import clock, letters, said
from kiosk.reports.model import Bar, Bars, Report, Unit

Shown: TypeAlias = dict[str, Any]
MOST_UPRIGHT = 12
MOST_LYING = 8
_NARROW = 10
"""Latin letters below an upright bar; longer names lie beside theirs."""
FEW = Text("人少\n不列", "too few")
UNKNOWN = Text("没有\n名册", "no roster")
AVERAGE = Text("平均 {n}", "mean {n}")
LEFT_OUT = Text("中间 {n} 个不画，都在表格里", "{n} in the middle are not drawn; the table has all")
_PLAIN = frozenset({"workshops"})
"""Their charts count of a hundred: 86, not 86%."""
_TELLING = {
    "workshops": "took_part", "visits": "visits", "quizzes": "rounds", "riddles": "answers", "lessons": "finished",
    "lectures": "attendance", "surveys": "finished", "votes": "votes", "suggestions": "letters", "studios": "orders",
    "prizes": "drawn", "rooms": "views", "items": "views",
}  # fmt: skip
"""The number of a row that says most."""
_ALONE = frozenset(("integer", "decimal", "percent", "duration"))


def chart(report: Report, lang: Lang) -> Shown:
    """The chart of a report: `kind` is `bars`, `rows`, `line` or empty."""
    bars = report.bars
    if bars is None or not any(bar.value is not None for bar in bars.bars):
        return {"kind": "", "bars": [], "average": -1.0, "averageWords": "", "note": "", "whole": False}
    kind = _kind(report, bars, lang)
    kept, left_out = _fitting(bars.bars, {"bars": MOST_UPRIGHT, "rows": MOST_LYING, "line": 400}[kind])
    top = 1.0 if kind == "rows" and bars.unit == "percent" else _top(bars, kept)
    unknown = _without_roster(report)
    plain = report.name in _PLAIN
    average = -1.0 if bars.average is None else bars.average / top
    return {
        "kind": kind,
        "bars": [_bar(bar, top, bars.unit, plain, lang, UNKNOWN if bar.label.zh in unknown else FEW) for bar in kept],
        "whole": bars.unit == "percent",
        "average": average if average <= 1.0 else -1.0,
        "averageWords": AVERAGE(lang).replace("{n}", number(bars.average or 0.0, bars.unit, plain=plain)),
        "note": LEFT_OUT(lang).replace("{n}", str(left_out)) if left_out else "",
    }


def hardest(report: Report) -> list[Shown]:
    """The hardest questions, the worst marked."""
    return [
        {"label": hard.label, "share": hard.wrong, "words": f"{round(hard.wrong * 100)}%", "marked": place == 0}
        for place, hard in enumerate(report.hardest[:5])
    ]


def telling(report: Report) -> Column | None:
    """The column of the first table that says most."""
    key = _TELLING.get(report.name)
    return next((column for column in report.tables[0].columns if column.key == key), None)


def brief(report: Report, lang: Lang, most: int) -> list[Shown]:
    """The first rows of the first table, days the newest first: what, and its most telling number."""
    table, column = report.tables[0], telling(report)
    if column is None:
        return []
    at = table.columns.index(column)
    rows = table.rows if table.columns[0].type != "date" else tuple(reversed(table.rows))
    return [
        {"label": _name(row, table.columns, lang), "words": said(row[at], column.type, lang) or "–"}
        for row in rows[:most]
    ]


def columns(table: Table, lang: Lang) -> list[str]:
    """Headings of the columns that stand in line."""
    return [column.title(lang) for column in table.columns[1:] if column.type in _ALONE]


def rows(table: Table, lang: Lang) -> list[Shown]:
    """The rows of a table: title, what else is said in words, and numbers in line."""
    return [
        {
            "title": _name(row, table.columns, lang),
            "note": "  ".join(
                said(cell, column.type, lang)
                for cell, column in list(zip(row, table.columns, strict=True))[1:]
                if column.type not in _ALONE and cell is not None
            ),
            "cells": [
                said(cell, column.type, lang)
                for cell, column in list(zip(row, table.columns, strict=True))[1:]
                if column.type in _ALONE
            ],
        }
        for row in table.rows
    ]


def number(value: float, unit: Unit, *, plain: bool = False) -> str:
    """A value beside its bar."""
    if unit == "percent":
        return f"{round(value * 100)}" if plain else f"{round(value * 100)}%"
    if unit == "duration":
        return clock(value)
    return f"{round(value):,}" if unit == "integer" or value == round(value) else f"{value:,.1f}"


def _without_roster(report: Report) -> frozenset[object]:
    """Workshops of which nobody knows how many people they have."""
    table = report.tables[0]
    if report.name != "workshops":
        return frozenset()
    at = [column.key for column in table.columns].index("people")
    return frozenset(row[0] for row in table.rows if row[at] is None)


def _kind(report: Report, bars: Bars, lang: Lang) -> str:
    if report.name == "visits" and len(bars.bars) > MOST_UPRIGHT:
        return "line"
    return "bars" if all(letters(bar.label(lang)) <= _NARROW for bar in bars.bars) else "rows"


def _fitting(bars: Sequence[Bar], most: int) -> tuple[list[Bar], int]:
    """As many as there is room for: the first and the last ones."""
    if len(bars) <= most:
        return list(bars), 0
    head = most // 2
    return [*bars[:head], *bars[head - most :]], len(bars) - most


def _top(bars: Bars, kept: Sequence[Bar]) -> float:
    highest = max((bar.value or 0.0 for bar in kept), default=0.0)
    return max(highest, bars.average or 0.0) or 1.0


def _bar(bar: Bar, top: float, unit: Unit, plain: bool, lang: Lang, without: Text) -> Shown:
    known = bar.value is not None
    return {
        "label": bar.label(lang),
        "share": (bar.value or 0.0) / top if known else -1.0,
        "words": number(bar.value or 0.0, unit, plain=plain) if known else without(lang),
        "marked": bar.marked,
    }


def _name(row: Row, columns_: Sequence[Column], lang: Lang) -> str:
    return said(row[0], columns_[0].type, lang)
