"""How lessons are taken: from records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from kiosk.core.measure import Measure, seconds, word
from kiosk.core.table import Cell, Column, Row, Table
from kiosk.core.text import Text

TITLE = Text("微课学习", "Lessons")

COLUMNS = (
    Column("lesson", Text("课", "Lesson"), width=28),
    Column("edition", Text("版次", "Edition"), "integer"),
    Column("started", Text("开始", "Started"), "integer"),
    Column("finished", Text("学完", "Finished"), "integer"),
    Column("certificates", Text("领证书", "Certificates"), "integer"),
    Column("time", Text("用时中位数", "Median time"), "duration"),
    Column("hardest", Text("最难的一题", "Hardest question"), width=36),
    Column("right", Text("那题一次答对率", "Right at once"), "percent"),
)
LEAST = 5
"""A question answered by fewer is not called the hardest."""


@dataclass(slots=True)
class _Tally:
    title: str
    started: int = 0
    finished: int = 0
    certificates: int = 0
    times: list[int] = field(default_factory=list)
    answered: dict[str, list[bool]] = field(default_factory=dict)


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """`started`, `finished` with its seconds, `step`, `certificate`; `answered` by question, 1 when right at once."""
    match payload.get("event"):
        case "start":
            yield Measure("started")
        case "step":
            yield Measure("step")
        case "finish":
            yield Measure("finished")
            if _whole(payload.get("ms")):
                yield Measure("time", total=seconds(payload["ms"]))
        case "certificate":
            yield Measure("certificate")
        case "answer" if payload.get("first") is True and (prompt := word(payload.get("prompt"))):
            yield Measure("answered", prompt, total=float(payload.get("right") is True))


def tables(_content: object, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The one table there is."""
    return (table(records),)


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """One row for each lesson and edition, the most begun first.

    Args:
        records: payloads with their `item`; those of another shape are left out.
    """
    tallies: dict[tuple[str, int], _Tally] = {}
    for told in records:
        edition = told.get("edition")
        if not isinstance(edition, int) or not _whole(edition):
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
    return Table(TITLE, COLUMNS, tuple(_row(edition, tally) for (_, edition), tally in ranked))


def _row(edition: int, tally: _Tally) -> Row:
    shares = {prompt: sum(all_) / len(all_) for prompt, all_ in tally.answered.items() if len(all_) >= LEAST}
    hardest = min(shares, key=lambda prompt: (shares[prompt], prompt), default=None)
    time = round(median(tally.times) / 1000, 1) if tally.times else None
    share: Cell = None if hardest is None else round(shares[hardest], 4)
    return tally.title, edition, tally.started, tally.finished, tally.certificates, time, hardest, share


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
