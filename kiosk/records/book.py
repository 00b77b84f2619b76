"""`records.db`: one row for each answer, vote or suggestion, committed before the visitor sees it accepted.

A row is never changed or deleted. `device` and `sequence` together name it for ever, so collecting twice is harmless; the
monotonic clock and the trust flag let the office order rows of a machine whose wall clock was wrong.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Float, Index, Integer, MetaData, String, Table, func, insert, select

from kiosk.db import Database

SCHEMA = 1
metadata = MetaData()
device = Table("device", metadata, Column("id", String, primary_key=True), Column("boot", Integer, nullable=False))
record = Table(
    "record",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("device", String, nullable=False),
    Column("boot", Integer, nullable=False),  # counts openings of this book: `monotonic` is comparable within one
    Column("at", String, nullable=False),  # UTC, ISO 8601
    Column("monotonic", Float, nullable=False),  # seconds
    Column("clock_trusted", Integer, nullable=False),
    Column("visit", String, nullable=False),
    Column("uid", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("payload", String, nullable=False),
    sqlite_autoincrement=True,
)
Index("record_item", record.c.kind, record.c.uid)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing somebody did.

    Args:
        visit: the visit it belongs to; no person.
        uid: `pack/item`.
        kind: key of the kind.
        version: of the payload's shape.
        at: wall clock, UTC.
        monotonic: seconds of the machine's monotonic clock.
        clock_trusted: whether `at` is plausible.
        payload: JSON of the kind.
    """

    visit: str
    uid: str
    kind: str
    version: int
    at: datetime
    monotonic: float
    clock_trusted: bool
    payload: Mapping[str, Any]


class RecordBook:
    """The book of one machine."""

    def __init__(self, path: Path) -> None:
        self._db = Database(path, metadata, version=SCHEMA, synchronous="FULL")
        with self._db.transaction() as c:
            row = c.execute(select(device)).one_or_none()
            self.device = row.id if row else uuid.uuid4().hex
            self._boot = (row.boot if row else 0) + 1
            if row:
                c.execute(device.update().values(boot=self._boot))
            else:
                c.execute(insert(device).values(id=self.device, boot=self._boot))

    def append(self, entry: Record) -> int:
        """Commit one record; returns its sequence number.

        Raises:
            StorageError: the disk is full or the book is damaged; nothing was written.
        """
        with self._db.transaction() as c:
            done = c.execute(
                insert(record).values(
                    device=self.device,
                    boot=self._boot,
                    at=entry.at.isoformat(timespec="milliseconds"),
                    monotonic=entry.monotonic,
                    clock_trusted=int(entry.clock_trusted),
                    visit=entry.visit,
                    uid=entry.uid,
                    kind=entry.kind,
                    version=entry.version,
                    payload=json.dumps(entry.payload, ensure_ascii=False, sort_keys=True),
                )
            )
            key = done.inserted_primary_key
            assert key is not None
            return int(key[0])

    def count(self) -> int:
        """How many records there are."""
        with self._db.reader() as c:
            return int(c.execute(select(func.count()).select_from(record)).scalar_one())

    def payloads(self, kind: str) -> tuple[dict[str, Any], ...]:
        """Payloads of a kind with their item, oldest first."""
        with self._db.reader() as c:
            rows = c.execute(
                select(record.c.uid, record.c.payload).where(record.c.kind == kind).order_by(record.c.sequence)
            )
            return tuple({"item": row.uid, **json.loads(row.payload)} for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
