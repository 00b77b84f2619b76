"""Which riddles visitors guess and which they do not: from records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.measure import Measure, seconds, word
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text

TITLE = Text("猜灯谜", "Riddles")

COLUMNS = (
    Column("riddle", Text("谜面", "Riddle"), width=40),
    Column("set", Text("分组", "Set")),
    Column("finished", Text("猜完次数", "Finished"), "integer"),
    Column("guessed", Text("猜中次数", "Guessed"), "integer"),
    Column("share", Text("猜中率", "Guessed share"), "percent"),
    Column("shown", Text("看谜底次数", "Answer asked for"), "integer"),
    Column("hints", Text("用提示次数", "Hints taken"), "integer"),
    Column("time", Text("平均用时", "Average time"), "duration"),
)


@dataclass(slots=True)
class _Tally:
    face: str
    set: str
    finished: int = 0
    lit: int = 0
    shown: int = 0
    hints: int = 0
    ms: int = 0


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """By riddle: `answered` (1 when guessed) and `time` of a finished one, `shown`, `hint`; `walked` of a whole round."""
    riddle, look = word(payload.get("riddle")), payload.get("look")
    if payload.get("event") == "round":
        yield Measure("walked", total=seconds(payload.get("ms")))
    elif not riddle or look not in ("dark", "lit", "missed", "shown"):
        return
    elif payload.get("event") == "hint":
        yield Measure("hint", riddle)
    elif look != "dark":
        yield Measure("answered", riddle, total=float(look == "lit"))
        yield Measure("time", riddle, total=seconds(payload.get("ms")))
        if look == "shown":
            yield Measure("shown", riddle)


def tables(_content: object, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The one table there is."""
    return (table(records),)


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """One row for each riddle that came to its end at least once, or whose hint was taken; the hardest first.

    Args:
        records: payloads made by `play.record`; ends of rounds and payloads of another shape are left out.
    """
    tallies: dict[str, _Tally] = {}
    for record in records:
        riddle, look = record.get("riddle"), record.get("look")
        if not isinstance(riddle, str) or look not in ("dark", "lit", "missed", "shown"):
            continue
        tally = tallies.setdefault(riddle, _Tally(str(record.get("face") or riddle), str(record.get("set") or "")))
        if record.get("event") == "hint":
            tally.hints += 1
        elif look != "dark":
            ms = record.get("ms")
            tally.finished += 1
            tally.lit += look == "lit"
            tally.shown += look == "shown"
            tally.ms += ms if isinstance(ms, int) and ms >= 0 else 0
    ranked = sorted(
        (t for t in tallies.values() if t.finished or t.hints),
        key=lambda t: (t.lit / max(t.finished, 1), -t.finished, t.face),
    )
    return Table(TITLE, COLUMNS, tuple(_row(t) for t in ranked))


def _row(tally: _Tally) -> Row:
    count = max(tally.finished, 1)
    share, average = round(tally.lit / count, 4), round(tally.ms / count / 1000, 1)
    return tally.face, tally.set, tally.finished, tally.lit, share, tally.shown, tally.hints, average
