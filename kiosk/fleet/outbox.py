"""The kiosk's side: seal new records, copy what the office has not acknowledged, read what it has.

Killed at any instant, the next run goes on: a batch is in the spool or it is not, a file on the stick is whole or not there.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from nacl.signing import SigningKey

from kiosk.core.errors import KioskError
from kiosk.fleet import receipts, visited
from kiosk.fleet.batch import FULL_PLAIN, Cover, Slip, build, line, new_token, read
from kiosk.fleet.errors import read_only, unreachable
from kiosk.fleet.header import MAX_RECORDS
from kiosk.fleet.health import Health
from kiosk.fleet.place import Place, shelf
from kiosk.fleet.spool import Spool, exclusive
from kiosk.packs.durable import write_durably

if TYPE_CHECKING:
    from kiosk.fleet.place import Shelf
    from kiosk.fleet.spool import Waiting
    from kiosk.fleet.visited import Visited
    from kiosk.records.entry import Entry
    from kiosk.sealing import OfficeKey

Progress: TypeAlias = Callable[[int], None]
"""Called with the number of records sealed so far."""

SPOOL = "outbox"
"""In the data folder."""
EVERY = timedelta(hours=1)
"""A running kiosk on a share makes no smaller batches than this, unless one is full."""
REPORT_EVERY = timedelta(hours=6)
REPORT = "report.sealed"
"""A batch without records and without a number of its own: how the kiosk is, and its logs. A newer one replaces it."""


class Book(Protocol):
    """What is asked of the record book."""

    @property
    def device(self) -> str:
        """Id of the kiosk."""
        ...

    def entries(self, after: int, limit: int) -> Iterator[Entry]:
        """Records by sequence."""
        ...

    def leaving(self) -> int:
        """The last sequence that may leave; the book gives no number up to it a second time."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """What one export did.

    Args:
        sealed: records put into new batches.
        batches: new batches.
        copied: files written to the folder.
        waiting: batches the office has not acknowledged.
        upto: every record up to this sequence is in the office's database and may be forgotten.
        logs: health report and logs were written.
        visited: where else the stick has been; None when it is no stick.
    """

    sealed: int
    batches: int
    copied: int
    waiting: int
    upto: int
    logs: bool = False
    visited: Visited | None = None


def export(
    book: Book,
    office: OfficeKey,
    signer: SigningKey,
    folder: Place,
    now: datetime,
    *,
    data: Path,
    health: Health | None = None,
    logs: Callable[[], Mapping[str, str]] | None = None,
    force: bool = True,
    stick: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Bring the kiosk's folder on a stick or share up to date.

    Args:
        office: who alone may read it.
        signer: from `device_key`.
        folder: `outbox/records` of the stick or share; the kiosk's own folder is made in it.
        now: by the kiosk's clock, aware.
        data: the kiosk's data folder; the spool is in it.
        health: goes along with the newest batch, and with the logs.
        logs: asked when a report is due; without it there is none.
        force: seal what there is; otherwise only a full batch, or what is older than an hour, and a report after six.
        stick: it goes from kiosk to kiosk; this one leaves word that it was here.

    Raises:
        BusyError: another export is running.
        StorageError: `OUTBOX_UNREACHABLE` and what the databases raise; what was done before stays done.
    """
    (data / SPOOL).mkdir(parents=True, exist_ok=True)
    with closing(Spool(data / SPOOL)) as spool, exclusive(spool.lock):
        again = _read_acknowledged(spool, folder, book.device)
        sealer = _Sealer(spool, book, office, signer, now, health, progress)
        sealer.mend()
        sealer.seal(force=force)
        try:
            copied = _copy(spool, folder, book.device, again)
            if any(not _there(spool, batch) for batch in spool.waiting()):  # the disk had damaged some
                sealer.mend()
                copied += _copy(spool, folder, book.device, frozenset())
            with shelf(folder) as records, records.inner(book.device, make=True) as own:
                told = logs is not None and sealer.report(own, logs, force=force)
                been = _leave_word(records, own, health, now) if stick else None
        except OSError as error:
            raise (read_only if is_refusal(error) else unreachable)(str(folder), error) from error
        spool.sweep()
        waits, upto = len(spool.waiting()), spool.confirmed()[1]
        return Report(sealer.records, sealer.batches, copied, waits, upto, told, been)


def acknowledge(data: Path, folder: Place, device: str) -> int:
    """Read what the office acknowledged, and nothing else.

    Args:
        data: the kiosk's data folder.
        folder: `outbox/records` of a stick or share.
        device: of the book.

    Returns:
        Every record up to this sequence is in the office's database and may be forgotten.

    Raises:
        BusyError: an export is running.
        StorageError: the spool cannot be opened.
    """
    (data / SPOOL).mkdir(parents=True, exist_ok=True)
    with closing(Spool(data / SPOOL)) as spool, exclusive(spool.lock):
        _read_acknowledged(spool, folder, device)
        spool.sweep()
        return spool.confirmed()[1]


class _Sealer:
    """New batches of one export."""

    def __init__(
        self,
        spool: Spool,
        book: Book,
        office: OfficeKey,
        signer: SigningKey,
        now: datetime,
        health: Health | None,
        progress: Progress | None,
    ) -> None:
        self._spool, self._book, self._office, self._signer = spool, book, office, signer
        self._now, self._health, self._progress = now, health, progress
        self.records = self.batches = 0

    def mend(self) -> None:
        """Seal again what the disk damaged, or what was sealed to another key."""
        for old in self._spool.waiting():
            if old.office != str(self._office) or not _there(self._spool, old):
                if not old.records:
                    self._spool.forget([old.number])
                    continue
                lines, _ = self._take(old.first - 1, old.last)  # as many as it had, or fewer
                self._make(old.first, old.last, lines, instead=[old.number])

    def seal(self, *, force: bool) -> None:
        """Seal what is new."""
        _, last = self._spool.ends()
        most = self._book.leaving()
        held = self._spool.waiting()
        newest = held[-1].created if held else None
        while True:
            lines, upto = self._take(last, most)
            full = len(lines) == MAX_RECORDS or sum(map(len, lines)) >= FULL_PLAIN
            if not lines or not (force or full or self._due(newest, EVERY)):
                break
            self._make(last + 1, upto, lines)
            last = upto
        if self._health is not None and not self.batches and self._due(newest, REPORT_EVERY):
            self._make(last + 1, last, [])
        if self.batches:  # a newer batch says how the kiosk is; an older one that says nothing else is not needed
            self._spool.forget(batch.number for batch in held if not batch.records)

    def report(self, own: Shelf, logs: Callable[[], Mapping[str, str]], *, force: bool) -> bool:
        """Bring health and logs along, newest only; returns whether they are there."""
        kept = self._spool.folder / REPORT
        made = _made_at(kept)
        new = force or self._due(made, REPORT_EVERY)
        if new:
            number, last = self._spool.ends()
            health = self._health.as_json() if self._health else {}
            slip = Slip(new_token(), self._spool.id, self._spool.confirmed()[0], health, logs())
            cover = Cover(self._book.device, max(1, number), last + 1, last, self._now)
            try:
                write_durably(kept, build(cover, [], slip, self._office, self._signer).raw)
            except OSError as error:
                raise unreachable(str(kept), error) from error
        if new or own.size(REPORT) != kept.stat().st_size:
            own.write(REPORT, kept.read_bytes())
        return True

    def _due(self, newest: datetime | None, every: timedelta) -> bool:
        """Whether so much time has passed; a clock that ran backwards is no reason to wait."""
        return newest is None or not timedelta() <= self._now - newest < every

    def _take(self, after: int, most: int) -> tuple[list[bytes], int]:
        lines: list[bytes] = []
        last, size = after, 0
        for entry in self._book.entries(after, MAX_RECORDS):
            told = line(entry)
            if entry.sequence > most or (lines and size + len(told) > FULL_PLAIN):
                break
            lines.append(told)
            size += len(told)
            last = entry.sequence
        return lines, last

    def _make(self, first: int, last: int, lines: list[bytes], instead: list[int] | None = None) -> None:
        number, _ = self._spool.ends()
        slip = Slip(
            new_token(), self._spool.id, self._spool.confirmed()[0], self._health.as_json() if self._health else {}
        )
        cover = Cover(self._book.device, number + 1, first, last, self._now)
        made = build(cover, lines, slip, self._office, self._signer)
        self._spool.keep(made, read(made.raw, "").id, str(self._office), instead=instead or ())
        self.batches += 1
        self.records += len(lines)
        if self._progress is not None:
            self._progress(self.records)


def is_refusal(error: OSError) -> bool:
    """The place can be read and does not let us write."""
    return error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)


def _made_at(report: Path) -> datetime | None:
    try:
        return read(report.read_bytes(), report.name).header.created
    except (OSError, KioskError):  # there is none, or the disk damaged it: a new one is made
        return None


def _leave_word(records: Shelf, own: Shelf, health: Health | None, now: datetime) -> Visited:
    own.write(visited.OWN, visited.dump_visit(visited.read_list(records).id, health.site if health else "", now))
    return visited.look(records)


def _there(spool: Spool, batch: Waiting) -> bool:
    try:
        return (spool.folder / batch.file).stat().st_size == batch.size
    except OSError:
        return False


def _read_acknowledged(spool: Spool, folder: Place, device: str) -> frozenset[str]:
    """Forget what the office has; returns the files that it wants again."""
    try:
        with shelf(folder) as records, records.inner(device) as own:
            told = receipts.parse(own.read(receipts.NAME, receipts.MAX_BYTES + 1), device)
    except OSError:  # no such folder yet, or the medium is gone: nothing is acknowledged
        return frozenset()
    known = {hashlib.sha256(bytes.fromhex(token)).hexdigest() for token in told.tokens}
    spool.forget(batch.number for batch in spool.waiting() if batch.token in known)
    return frozenset(told.again)


def _copy(spool: Spool, folder: Place, device: str, again: frozenset[str]) -> int:
    """Write what is missing; take away from the kiosk's own folder what the office has."""
    copied, waiting = 0, spool.waiting()
    wanted = {batch.file for batch in waiting}
    with shelf(folder) as records, records.inner(device, make=True) as own:
        own.sweep()
        for batch in waiting:
            if own.size(batch.file) == batch.size and batch.file not in again:
                continue
            body = spool.body(batch)
            if body is not None:
                own.write(batch.file, body)
                copied += 1
        for name in own.names():
            if receipts.is_batch_name(name) and name not in wanted:
                own.remove(name)
    return copied
