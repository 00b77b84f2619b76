"""How programmes were watched: records in, one table out.

A record's payload is `{"item": id, "watched_ms": time played, "finished": reached the end}`. It comes from another
computer, so a payload that is not so shaped is left out, never trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.core.measure import MOST_SECONDS, Measure
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text

TITLE = Text("收看收听", "Watching and listening")
COLUMNS = (
    Column("item", Text("节目", "Programme"), width=28),
    Column("plays", Text("播放次数", "Plays"), "integer"),
    Column("finished", Text("看完次数", "Finished"), "integer"),
    Column("share", Text("看完比例", "Finished share"), "percent"),
    Column("time", Text("共播放", "Time played"), "duration"),
)


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """`played` with its seconds, and `finished` when the end was reached."""
    if (read := _read(payload)) is not None:
        watched, finished = read
        yield Measure("played", total=watched / 1000)
        if finished:
            yield Measure("finished")


def tables(_content: object, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The one table there is."""
    return (table(records),)


def table(untrusted: Iterable[Mapping[str, object]]) -> Table:
    """Plays, finished plays and time of each programme, the most played first."""
    plays: dict[str, list[tuple[int, bool]]] = {}
    for payload in untrusted:
        item, read = payload.get("item"), _read(payload)
        if isinstance(item, str) and item and read is not None:
            plays.setdefault(item, []).append(read)
    ranked = sorted(plays.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Table(TITLE, COLUMNS, tuple(_row(item, seen) for item, seen in ranked))


def _row(item: str, seen: list[tuple[int, bool]]) -> Row:
    finished = sum(done for _, done in seen)
    seconds = round(sum(watched for watched, _ in seen) / 1000)
    return item, len(seen), finished, round(finished / len(seen), 4), seconds


def _read(payload: Mapping[str, object]) -> tuple[int, bool] | None:
    watched, finished = payload.get("watched_ms"), payload.get("finished")
    if type(watched) is int and 0 <= watched <= MOST_SECONDS * 1000 and isinstance(finished, bool):
        return watched, finished
    return None
