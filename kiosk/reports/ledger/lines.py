"""Lines of the ledgers, made from what the records add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.core.table import Cell
from kiosk.records.facts import HOUSE, RECORDS, Fact
from kiosk.reports.material import Material
from kiosk.reports.sums import Tally

ACTIVITIES = frozenset({"quiz", "riddle", "vote", "survey", "lesson"})
"""Kinds of exhibits whose use is an activity of the union; lectures and suggestions have ledgers of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Args:
        id: names it for ever, whatever is added to it later.
        day: by which lines are ordered and their year is told.
        fields: what the records say; see `config.FIELDS`.
    """

    id: str
    day: date
    fields: Mapping[str, Cell]


def activities(material: Material) -> tuple[Line, ...]:
    """One line for each item that was taken part in, and month."""
    facts = tuple(f for f in material.chosen() if f.measure == RECORDS and _activity(f))
    tally = Tally(facts, lambda f: (f.day.year, f.day.month, f.uid))
    days: dict[tuple[int, int, str], list[date]] = {}
    places: dict[tuple[int, int, str], set[str]] = {}
    for fact in facts:
        row = fact.day.year, fact.day.month, fact.uid
        days.setdefault(row, []).append(fact.day)
        places.setdefault(row, set()).add(material.kiosk(fact.device))
    kinds = {f.uid: f.kind.partition("-")[0] for f in facts}
    lines = [
        Line(
            f"{row[0]}-{row[1]:02} {row[2]}",
            min(days[row]),
            {
                "name": material.title(row[2]), "category": material.room(kinds[row[2]]), "first": min(days[row]),
                "last": max(days[row]), "place": "、".join(sorted(places[row])), "times": tally.count(row, RECORDS),
                "item": row[2],
            },
        )
        for row in tally.rows
    ]  # fmt: skip
    return in_order(lines)


def lectures(material: Material) -> tuple[Line, ...]:
    """One line for each lecture, day and kiosk."""
    facts = tuple(f for f in material.chosen() if f.kind == "lecture")
    tally = Tally(facts, lambda f: (f.day, f.uid, f.device))
    lines = [
        Line(
            f"{day} {uid} {device}",
            day,
            {
                "day": day, "name": material.title(uid), "place": material.kiosk(device), "item": uid,
                "held": tally.count(row, RECORDS), "time": tally.total(row, "lecture") or None,
                "attendance": round(tally.total(row, "attendance")) if tally.count(row, "attendance") else None,
            },
        )
        for row in tally.rows
        for day, uid, device in [row]
    ]  # fmt: skip
    return in_order(lines)


def given(rows: Iterable[tuple[str, date, Mapping[str, Any]]]) -> tuple[Line, ...]:
    """Lines from rows that a kind made: id, day, fields."""
    return in_order([Line(name, day, fields) for name, day, fields in rows])


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By day, then by id."""
    return tuple(sorted(lines, key=lambda line: (line.day, line.id)))


def _activity(fact: Fact) -> bool:
    return bool(fact.uid) and fact.kind not in HOUSE and fact.kind.partition("-")[0] in ACTIVITIES
