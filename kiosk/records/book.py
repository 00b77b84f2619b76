"""`records.db`: one row for each answer, vote or suggestion, committed before the visitor sees it accepted.

A row is never changed or deleted. `device` and `sequence` together name it for ever, so collecting twice is harmless; the
monotonic clock and the trust flag let the office order rows of a machine whose wall clock was wrong.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, func, insert, select

from kiosk.db import Database
from kiosk.records.pages import Pages
from kiosk.records.schema import VERSION, device, metadata, new_secret, record, upgrade

T = TypeVar("T")
Rule: TypeAlias = Callable[[Pages], None]
"""Looks at the book inside the transaction that is about to add to it; raises a `KioskError` to refuse."""


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
        payload: JSON of the kind; nothing in it names a person.
        person: who said who they are (worker number, card); only a keyed hash of it is kept.
        once: what may be recorded a single time; a second record of that name is not written.
        unit: workshop of the person by the roster.
    """

    visit: str
    uid: str
    kind: str
    version: int
    at: datetime
    monotonic: float
    clock_trusted: bool
    payload: Mapping[str, Any]
    person: str = ""
    once: str = ""
    unit: str = ""


class RecordBook:
    """The book of one machine."""

    def __init__(self, path: Path) -> None:
        self._db = Database(path, metadata, version=VERSION, synchronous="FULL", upgrade=upgrade)
        with self._db.transaction() as c:
            row = c.execute(select(device)).one_or_none()
            self.device = row.id if row else uuid.uuid4().hex
            self._boot = (row.boot if row else 0) + 1
            self._secret: bytes = row.secret if row else new_secret()
            if row:
                c.execute(device.update().values(boot=self._boot))
            else:
                c.execute(insert(device).values(id=self.device, boot=self._boot, secret=self._secret))

    def append(self, entry: Record, rule: Rule | None = None) -> int:
        """Commit one record; returns its sequence number, or that of the record already there under the same `once`.

        Args:
            rule: may refuse, seeing the book as it is in the very transaction that writes.

        Raises:
            StorageError: the disk is full or the book is damaged; nothing was written.
            KioskError: what `rule` raised; nothing was written.
        """
        with self._db.transaction() as c:
            if entry.once:
                known = c.execute(select(record.c.sequence).where(record.c.once == entry.once)).scalar()
                if known is not None:
                    return int(known)
            pages = Pages(c, self._secret)
            if rule is not None:
                rule(pages)
            return self._insert(c, entry, pages.person(entry.person))

    def ask(self, question: Callable[[Pages], T]) -> T:
        """Answer a question about the book."""
        with self._db.reader() as c:
            return question(Pages(c, self._secret))

    def _insert(self, c: Connection, entry: Record, person: str) -> int:
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
                person=person,
                once=entry.once or None,
                unit=entry.unit,
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
