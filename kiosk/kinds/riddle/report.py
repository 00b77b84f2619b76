"""Which riddles visitors guess and which they do not: from records to a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kiosk.core.text import Text

Cell: TypeAlias = str | int | float

COLUMNS = (
    Text("谜面", "Riddle"),
    Text("分组", "Set"),
    Text("猜完次数", "Finished"),
    Text("猜中次数", "Guessed"),
    Text("猜中率", "Guessed share"),
    Text("看谜底次数", "Answer asked for"),
    Text("用提示次数", "Hints taken"),
    Text("平均用时（秒）", "Average time (s)"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; `guessed share` is a fraction from 0 to 1."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class _Tally:
    face: str
    set: str
    finished: int = 0
    lit: int = 0
    shown: int = 0
    hints: int = 0
    ms: int = 0


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
    return Table(COLUMNS, tuple(_row(t) for t in ranked))


def _row(tally: _Tally) -> tuple[Cell, ...]:
    count = max(tally.finished, 1)
    share, average = round(tally.lit / count, 4), round(tally.ms / count / 1000, 1)
    return tally.face, tally.set, tally.finished, tally.lit, share, tally.shown, tally.hints, average
