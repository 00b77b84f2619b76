"""`records.db`: one row for each answer, vote or suggestion, committed before the visitor sees it accepted.

A row is never changed, but to erase what is one person's, and deleted only when the office has it and nothing on the kiosk
reads it any more (`kiosk.records.keeping`). `device` and `sequence` together name it for ever, so collecting twice is
harmless; the monotonic clock and the trust flag let the office order rows of a machine whose wall clock was wrong.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, func, insert, select

from kiosk.db import Database
from kiosk.records.entry import Entry
from kiosk.records.identity import BLOCK
from kiosk.records.numbers import acknowledge, acknowledged, last_given
from kiosk.records.opening import begin, remember
from kiosk.records.pages import Pages
from kiosk.records.row import Record, entry_of, row_of
from kiosk.records.schema import VERSION, metadata, record, upgrade
from kiosk.records.sums import Sums

T = TypeVar("T")
Rule: TypeAlias = Callable[[Pages], None]
"""Looks at the book inside the transaction that is about to add to it; raises a `KioskError` to refuse."""


_READ_AT_ONCE = 2000


class RecordBook:
    """The book of one machine. `kiosk.records.open_book` opens it and mends it when it is damaged.

    Args:
        path: the file.
        visiting: only to read it, or to send it: not counted as an opening.

    Raises:
        StorageError: it cannot be opened, is damaged, or was written by a newer program.
    """

    def __init__(self, path: Path, *, visiting: bool = False) -> None:
        self.path = path
        self._sums = Sums()
        self._db = Database(path, metadata, version=VERSION, synchronous="FULL", upgrade=upgrade)
        try:
            with self._db.transaction() as c:
                self._identity = begin(c, path, visiting=visiting)
        except BaseException:
            self._db.close()
            raise

    @property
    def device(self) -> str:
        """Name of this kiosk."""
        return self._identity.device

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
            pages = Pages(c, self._identity.secret, self._sums)
            if rule is not None:
                rule(pages)
            return self._insert(c, entry, pages)

    def ask(self, question: Callable[[Pages], T]) -> T:
        """Answer a question about the book."""
        with self._db.reader() as c:
            return question(Pages(c, self._identity.secret, self._sums))

    def _insert(self, c: Connection, entry: Record, pages: Pages) -> int:
        person = pages.person(entry.person)
        row = row_of(entry, self._identity, person, pages.roster.unit(person))
        done = c.execute(insert(record).values(row))
        key = done.inserted_primary_key
        assert key is not None
        sequence = int(key[0])
        if sequence > self._identity.ceiling:  # before the commit: what is given is known to be given
            self._identity = remember(self.path, replace(self._identity, ceiling=sequence + BLOCK))
        return sequence

    def entries(self, after: int = 0, limit: int = 2**62) -> Iterator[Entry]:
        """Records as they leave the kiosk, by sequence; each chunk is a view of its own, so nothing is held up.

        Args:
            after: sequence to begin above.
            limit: at most so many.
        """
        while limit > 0:
            with self._db.reader() as c:
                asked = select(record).where(record.c.sequence > after).order_by(record.c.sequence)
                rows = c.execute(asked.limit(min(limit, _READ_AT_ONCE))).all()
            for row in rows:
                yield entry_of(row)
            if len(rows) < min(limit, _READ_AT_ONCE):
                return
            limit, after = limit - len(rows), rows[-1].sequence

    def last(self) -> int:
        """The highest sequence number there ever was; 0 before the first record."""
        with self._db.reader() as c:
            return last_given(c)

    def acknowledged(self) -> int:
        """Up to which sequence number the office has everything."""
        with self._db.reader() as c:
            return acknowledged(c)

    def leaving(self) -> int:
        """Call before records leave the kiosk: whatever becomes of the book, their numbers are not given again.

        Returns:
            The last sequence number that may leave.

        Raises:
            StorageError: the disk refused; nothing may leave.
        """
        with self._db.transaction() as c:
            last = last_given(c)
            if last > self._identity.floor:
                self._identity = remember(self.path, replace(self._identity, floor=last))
        return last

    def forget(self, upto: int) -> None:
        """The office has everything up to `upto`. It may go when its time comes: see `kiosk.records.keeping`.

        Raises:
            StorageError: the book refused.
        """
        with self._db.transaction() as c:
            acknowledge(c, upto)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction, for the other modules of this package, which may change records."""
        try:
            with self._db.transaction() as c:
                yield c
        finally:
            self._sums.forget()

    def pages(self, connection: Connection) -> Pages:
        """The book as a transaction of `transaction` sees it."""
        return Pages(connection, self._identity.secret)

    def settle(self) -> None:
        """Bring the log into the file and empty it: what was erased is not in the log any more either."""
        with closing(sqlite3.connect(self.path, timeout=5.0)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # a reader may put it off until it is done

    def count(self) -> int:
        """How many records there are."""
        with self._db.reader() as c:
            return int(c.execute(select(func.count()).select_from(record)).scalar_one())

    def kinds(self) -> dict[str, int]:
        """How many records there are of each kind."""
        with self._db.reader() as c:
            rows = c.execute(select(record.c.kind, func.count()).group_by(record.c.kind).order_by(record.c.kind))
            return {str(kind): int(number) for kind, number in rows}

    def newest(self, number: int, kind: str = "") -> tuple[Entry, ...]:
        """The newest records, oldest of them first.

        Args:
            number: at most so many.
            kind: only of this kind.
        """
        asked = select(record).order_by(record.c.sequence.desc()).limit(number)
        with self._db.reader() as c:
            rows = c.execute(asked.where(record.c.kind == kind) if kind else asked).all()
        return tuple(entry_of(row) for row in reversed(rows))

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
