"""How programmes were watched: records in, one table out.

A record's payload is `{"item": id, "watched_ms": time played, "finished": reached the end}`. It comes from another
computer, so a payload that is not so shaped is counted and left out, never trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.core.text import Text

Cell: TypeAlias = str | int

_DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for people.

    Args:
        columns: one heading for each cell of a row.
        rows: most played first.
        skipped: records that could not be read.
    """

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    skipped: int = 0


COLUMNS = (
    Text("节目", "Programme"),
    Text("播放次数", "Plays"),
    Text("看完次数", "Finished"),
    Text("看完比例（%）", "Finished (%)"),
    Text("共播放（分钟）", "Minutes played"),
)


def table(untrusted: Iterable[Mapping[str, object]]) -> Table:
    """Plays, finished plays and minutes of each programme."""
    plays: dict[str, list[tuple[int, bool]]] = {}
    skipped = 0
    for payload in untrusted:
        item, watched, finished = payload.get("item"), payload.get("watched_ms"), payload.get("finished")
        if (
            isinstance(item, str)
            and item
            and type(watched) is int
            and 0 <= watched <= _DAY_MS
            and isinstance(finished, bool)
        ):
            plays.setdefault(item, []).append((watched, finished))
        else:
            skipped += 1
    rows = [_row(item, seen) for item, seen in plays.items()]
    return Table(COLUMNS, tuple(sorted(rows, key=lambda row: (-int(row[1]), str(row[0])))), skipped)


def _row(item: str, seen: list[tuple[int, bool]]) -> tuple[Cell, ...]:
    finished = sum(done for _, done in seen)
    minutes = round(sum(watched for watched, _ in seen) / 60_000)
    return item, len(seen), finished, round(100 * finished / len(seen)), minutes
