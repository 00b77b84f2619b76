"""Records into the table and out of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert

from kiosk.fleet.office.schema import record
from kiosk.fleet.office.times import Source, stamp
from kiosk.records.entry import Entry, payload_text

COLUMNS = tuple(column.name for column in record.columns)
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_COPY = f"COPY record ({_NAMES}) FROM STDIN"
_CHUNK = 256 * 1024
_SQLITE_AT_ONCE = 5000


def values(entry: Entry, said: datetime, source: Source) -> tuple[Any, ...]:
    """A row in the order of `COLUMNS`.

    Args:
        entry: with its time repaired.
        said: its time by the kiosk's clock.
    """
    at = stamp(entry.at)
    return (
        entry.device, entry.sequence, entry.boot, at, at if said is entry.at else stamp(said), source, entry.monotonic,
        int(entry.clock_trusted), entry.visit, entry.uid, entry.kind, entry.version, payload_text(entry.payload),
        entry.person, entry.unit, entry.once,
    )  # fmt: skip


def put(c: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows that are not there yet. On PostgreSQL by COPY, in the same transaction."""
    if not rows:
        return
    if c.dialect.name == "postgresql":
        driver: Any = c.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            for part in copied(rows):
                copy.write(part)
        return
    for at in range(0, len(rows), _SQLITE_AT_ONCE):
        some = rows[at : at + _SQLITE_AT_ONCE]
        c.execute(insert(record), [dict(zip(COLUMNS, row, strict=True)) for row in some])


def entry_of(row: Row[Any]) -> Entry:
    """The record of a row, at its repaired time."""
    return Entry(
        device=row.device,
        sequence=row.sequence,
        boot=row.boot,
        at=datetime.fromisoformat(row.at).astimezone(UTC),
        monotonic=row.monotonic,
        clock_trusted=bool(row.clock_trusted),
        visit=row.visit,
        uid=row.uid,
        kind=row.kind,
        version=row.version,
        payload=json.loads(row.payload),
        person=row.person,
        unit=row.unit,
        once=row.once,
    )


def copied(rows: Iterable[tuple[Any, ...]]) -> Iterator[bytes]:
    """PostgreSQL's text format: tabs between, backslashes doubled.

    Args:
        rows: of text, numbers and dates; none is None.

    No text of a record holds a control character (`records.entry`), and JSON escapes its own.
    """
    lines: list[str] = []
    size = 0
    for row in rows:
        told = "\t".join(map(str, row)).replace("\\", "\\\\")
        lines.append(told)
        size += len(told)
        if size > _CHUNK:
            lines.append("")
            yield "\n".join(lines).encode()
            lines, size = [], 0
    if lines:
        lines.append("")
        yield "\n".join(lines).encode()
