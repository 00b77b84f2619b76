"""The kiosk's own copy of every batch that the office has not acknowledged: a lost stick costs nothing.

`outbox.db` knows the batches, the files beside it are what is copied to sticks and shares, byte for byte the same each time.
A file is durable before its row is: a crash in between leaves a file that the next batch of that number replaces.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, String, Table, delete, func, insert, select, update

from kiosk.db import Database
from kiosk.fleet.batch import Made
from kiosk.fleet.errors import unreachable
from kiosk.fleet.receipts import file_name
from kiosk.packs.durable import write_durably
from kiosk.packs.lock import exclusive

metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("spool", String, nullable=False),  # 16 hex digits: numbers count within it
    Column("number", Integer, nullable=False),  # of the newest batch
    Column("last", Integer, nullable=False),  # sequence of the newest record in a batch
)
waiting = Table(
    "waiting",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("created", String, nullable=False),  # UTC, ISO 8601
    Column("file", String, nullable=False),
    Column("sha256", String, nullable=False),  # of the file
    Column("size", Integer, nullable=False),
    Column("token", String, nullable=False),  # SHA-256 of the token
    Column("office", String, nullable=False),  # the key it is sealed to
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch that is not acknowledged yet."""

    number: int
    first: int
    last: int
    records: int
    created: datetime
    file: str
    sha256: str
    size: int
    token: str
    office: str


class Spool:
    """The outbox in a kiosk's data folder.

    Args:
        folder: made when it is missing.

    Raises:
        StorageError: the database cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._db = Database(folder / "outbox.db", metadata)
        self.lock = folder / "lock"
        with self._db.transaction() as c:
            known = c.execute(select(state.c.spool)).scalar()
            self.id = str(known or secrets.token_hex(8))
            if known is None:
                c.execute(insert(state).values(id=1, spool=self.id, number=0, last=0))

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def ends(self) -> tuple[int, int]:
        """Number of the newest batch, and sequence of the newest record in one."""
        with self._db.reader() as c:
            row = c.execute(select(state.c.number, state.c.last)).one()
            return int(row.number), int(row.last)

    def waiting(self) -> tuple[Waiting, ...]:
        """Batches not acknowledged, oldest first."""
        with self._db.reader() as c:
            rows = c.execute(select(waiting).order_by(waiting.c.number)).mappings()
            return tuple(Waiting(**{**row, "created": datetime.fromisoformat(row["created"])}) for row in rows)

    def confirmed(self) -> tuple[int, int]:
        """Every batch up to this number, and every record up to this sequence, is acknowledged."""
        with self._db.reader() as c:
            row = c.execute(select(func.min(waiting.c.number), func.min(waiting.c.first))).one()
            ends = c.execute(select(state.c.number, state.c.last)).one()
            return (row[0] - 1, row[1] - 1) if row[0] is not None else (int(ends.number), int(ends.last))

    def keep(self, made: Made, id_: str, office: str, *, instead: Iterable[int] = ()) -> None:
        """Make a new batch durable.

        Args:
            id_: see `Envelope.id`.
            office: the key it is sealed to.
            instead: numbers it replaces.

        Raises:
            StorageError: the disk refused; nothing has changed.
        """
        header, name = made.header, file_name(made.header.number, id_)
        try:
            write_durably(self.folder / name, made.raw)
        except OSError as error:
            raise unreachable(str(self.folder), error) from error
        with self._db.transaction() as c:
            c.execute(delete(waiting).where(waiting.c.number.in_(list(instead))))
            c.execute(
                insert(waiting).values(
                    number=header.number,
                    first=header.first,
                    last=header.last,
                    records=header.records,
                    created=header.created.isoformat(),
                    file=name,
                    sha256=hashlib.sha256(made.raw).hexdigest(),
                    size=len(made.raw),
                    token=made.token_sha256,
                    office=office,
                )
            )
            newest = c.execute(select(state.c.last)).scalar_one()
            c.execute(update(state).values(number=header.number, last=max(int(newest), header.last)))

    def body(self, batch: Waiting) -> bytes | None:
        """The file's bytes; None when the disk lost or damaged them, and then the file is deleted."""
        path = self.folder / batch.file
        try:
            raw = path.read_bytes()
            if hashlib.sha256(raw).hexdigest() == batch.sha256:
                return raw
            path.unlink()
        except OSError:
            return None
        return None

    def forget(self, numbers: Iterable[int]) -> None:
        """The office has them, or a newer batch says the same."""
        gone = list(numbers)
        with self._db.transaction() as c:
            for number in gone:
                c.execute(delete(waiting).where(waiting.c.number == number))

    def sweep(self) -> None:
        """Delete files that no batch is waiting in. Hold the lock."""
        known = {batch.file for batch in self.waiting()}
        for path in self.folder.iterdir():
            if path.name not in known and (path.suffix == ".batch" or path.name.endswith(".tmp")):
                path.unlink(missing_ok=True)


__all__ = ["Spool", "Waiting", "exclusive"]
