"""How lessons are taken: from records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any, TypeAlias

from kiosk.core.text import Text

Cell: TypeAlias = str | int | float

COLUMNS = (
    Text("课", "Lesson"),
    Text("版次", "Edition"),
    Text("开始", "Started"),
    Text("学完", "Finished"),
    Text("领证书", "Certificates"),
    Text("用时中位数（秒）", "Median time (s)"),
    Text("最难的一题", "Hardest question"),
    Text("那题一次答对率", "Right at once"),
)
LEAST = 5
"""A question answered by fewer is not called the hardest."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; `right at once` is a fraction from 0 to 1, empty when too few have answered."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class _Tally:
    title: str
    started: int = 0
    finished: int = 0
    certificates: int = 0
    times: list[int] = field(default_factory=list)
    answered: dict[str, list[bool]] = field(default_factory=dict)


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """One row for each lesson and edition, the most begun first.

    Args:
        records: payloads with their `item`; those of another shape are left out.
    """
    tallies: dict[tuple[str, int], _Tally] = {}
    for told in records:
        edition = told.get("edition")
        if not isinstance(edition, int):
            continue
        item = str(told.get("item") or "")
        tally = tallies.setdefault((item, edition), _Tally(str(told.get("title") or item)))
        match told.get("event"):
            case "start":
                tally.started += 1
            case "finish":
                tally.finished += 1
                if _whole(told.get("ms")):  # absent when part of it was learnt on another visit
                    tally.times.append(told["ms"])
            case "certificate":
                tally.certificates += 1
            case "answer" if told.get("first") is True:
                tally.answered.setdefault(str(told.get("prompt") or ""), []).append(told.get("right") is True)
    ranked = sorted(tallies.items(), key=lambda entry: (-entry[1].started, entry[0]))
    return Table(COLUMNS, tuple(_row(edition, tally) for (_, edition), tally in ranked))


def _row(edition: int, tally: _Tally) -> tuple[Cell, ...]:
    shares = {prompt: sum(all_) / len(all_) for prompt, all_ in tally.answered.items() if len(all_) >= LEAST}
    hardest = min(shares, key=lambda prompt: (shares[prompt], prompt), default="")
    time = round(median(tally.times) / 1000, 1) if tally.times else ""
    share: Cell = round(shares[hardest], 4) if hardest else ""
    return tally.title, edition, tally.started, tally.finished, tally.certificates, time, hardest, share


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
