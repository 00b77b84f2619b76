"""Collecting: every batch below some folders into the database, in any order, any number of times.

A batch that cannot be used is named with its reason, and the rest goes on. Batches are opened outside the transaction, some at
a time; two collectors take turns.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from kiosk.core.errors import ContentError, KioskError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.fleet import receipts
from kiosk.fleet.batch import MAX_FILE, opened, read
from kiosk.fleet.errors import truncated, unreachable
from kiosk.fleet.office import report
from kiosk.fleet.office.acknowledge import write_all
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.recount import recount, stale
from kiosk.fleet.office.take import Prepared, check_key, is_known, prepare, take
from kiosk.fleet.outbox import REPORT
from kiosk.fleet.place import Place, Server, is_far, is_there, place_of, shelf
from kiosk.packs.receipt import is_device
from kiosk.records.facts import ByKind

Progress: TypeAlias = Callable[[int, int, str], None]
"""Files done, files in all, the file at hand."""

AT_ONCE = 10_000
"""Records in one transaction, about."""
SWITCH = 0.0005
"""Seconds after which a thread gives the interpreter to another."""
_DAMAGED = ("BATCH_TRUNCATED", "BATCH_TAMPERED")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not used.

    Args:
        folder: `outbox/records` where it lies.
        device: whose folder there.
    """

    folder: str
    device: str
    name: str
    error: KioskError

    @property
    def file(self) -> str:
        """Where it lies."""
        return f"{self.folder}/{self.device}/{self.name}"


@dataclass(slots=True)
class Collected:
    """What one collection did.

    Args:
        new: batches that came for the first time.
        known: batches that were there already.
        records: new records.
        devices: kiosks whose folders were there.
        refused: batches that were not used, and why.
        reports: health reports and logs that are newer than what was known.
        unwritten: folders that took no acknowledgement: the kiosks bring the same batches again.
    """

    new: int = 0
    known: int = 0
    records: int = 0
    devices: set[str] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)
    reports: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    folder: Place
    device: str
    name: str

    def refused(self, error: KioskError) -> Refused:
        return Refused(str(self.folder), self.device, self.name, error)


def records_folder(place: Path | str) -> Place | None:
    """`outbox/records` below a stick's or share's top folder, or the folder itself when it is one; None: neither."""
    if is_far(str(place)):
        far = place_of(place)
        return far if is_there(far) else None
    place = Path(place)
    inner = place.joinpath(*receipts.FOLDER)
    if inner.is_dir():
        return inner
    return place if place.name == receipts.FOLDER[-1] and place.is_dir() else None


def collect(
    office: Office,
    places: Sequence[Path | str],
    private: bytes,
    by_kind: ByKind,
    now: datetime,
    progress: Progress | None = None,
) -> Collected:
    """Collect from sticks and shares, and leave acknowledgements there.

    Args:
        places: top folders, or addresses of servers.
        private: the office's private key, 32 bytes.
        by_kind: the kinds' functions by key, for the daily sums.
        now: by the office's clock.

    Raises:
        StorageError: `NO_OUTBOX`: a place has no such folder; the database failed: what was committed stays.
    """
    done = Collected()
    folders = [_folder(place) for place in places]
    if stale(office):
        recount(office, by_kind)
    found = [one for folder in folders for one in _batches(folder, done)]
    # While the database works on some, the next are opened: two of the office PC's cores instead of one.
    with _in_step(), ThreadPoolExecutor(1, "collect") as beside:
        busy: Future[None] | None = None
        for held in _opened(office, found, private, by_kind, done, progress):
            if busy is not None:
                busy.result()
            busy = beside.submit(_take, office, held, by_kind, now, done)
        if busy is not None:
            busy.result()
    again: dict[tuple[str, str], list[str]] = {}
    for refused in done.refused:
        if refused.error.code in _DAMAGED:
            again.setdefault((refused.folder, refused.device), []).append(refused.name)
    for folder in folders:
        for device in sorted(done.devices):
            _take_report(office, _Found(folder, device, REPORT), private, now, done)
    for folder in folders:
        done.unwritten += write_all(office, folder, again, tour=bool(done.new or done.reports))
        if isinstance(folder, Server):
            folder.close()
    return done


@contextmanager
def _in_step() -> Iterator[None]:
    """The interpreter as this work wants it.

    Records come and go by the ten thousand and hold no cycles: looking for some among them takes a tenth of the time. And
    the thread that only waits for the database gets the interpreter at once, not after the five milliseconds of the other.
    """
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(200_000, *threshold[1:])
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        gc.set_threshold(*threshold)


def _folder(place: Path | str) -> Place:
    folder = records_folder(place)
    if folder is None:
        raise StorageError(
            "NO_OUTBOX",
            Text(f"{place} 里没有 outbox/records。", f"There is no outbox/records in {place}."),
            Text("请选择U盘或共享文件夹的最上层。", "Choose the top folder of the stick or share."),
        )
    return folder


def _batches(folder: Place, done: Collected) -> Iterator[_Found]:
    try:
        with shelf(folder) as records:
            for device in records.names():
                if not is_device(device):
                    continue
                try:
                    with records.inner(device) as own:
                        names = own.names()
                except OSError:  # a file, or a link that leads away
                    continue
                done.devices.add(device)
                yield from (_Found(folder, device, name) for name in names if receipts.is_batch_name(name))
    except OSError as error:
        raise unreachable(str(folder), error) from error


def _opened(
    office: Office,
    found: Sequence[_Found],
    private: bytes,
    by_kind: ByKind,
    done: Collected,
    progress: Progress | None,
) -> Iterator[Sequence[tuple[_Found, Prepared]]]:
    """Batches that are new, as many at a time as go into one transaction."""
    held: list[tuple[_Found, Prepared]] = []
    for place, one in enumerate(found):
        if progress is not None:
            progress(place, len(found), one.name)
        prepared = _open(office, one, private, by_kind, done)
        if prepared is not None:
            held.append((one, prepared))
        if sum(len(p.entries) for _, p in held) >= AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _open(office: Office, one: _Found, private: bytes, by_kind: ByKind, done: Collected) -> Prepared | None:
    try:
        with shelf(one.folder) as records, records.inner(one.device) as own:
            raw = own.read(one.name, MAX_FILE + 1)
        if raw is None:
            return None  # the kiosk took it away just now
        envelope = read(raw, one.name)
        with office.reader() as c:
            if is_known(c, envelope.header, envelope.id):
                done.known += 1
                return None
            check_key(c, envelope.header, one.name)
        return prepare(opened(envelope, private), by_kind)
    except (ContentError, TrustError) as error:
        done.refused.append(one.refused(error))
    except StorageError as error:
        if error.code != truncated("").code:
            raise
        done.refused.append(one.refused(error))
    except OSError as error:  # a bad sector, a link: the others can be read
        done.refused.append(one.refused(unreachable(f"{one.device}/{one.name}", error)))
    return None


def _take_report(office: Office, one: _Found, private: bytes, now: datetime, done: Collected) -> None:
    """Health and logs: the newest of each kiosk that is known."""
    try:
        with shelf(one.folder) as records, records.inner(one.device) as own:
            raw = own.read(one.name, MAX_FILE + 1)
    except OSError:  # not in this folder, or a link: the batches say what there is to say
        return
    if raw is None:
        return
    try:
        envelope = read(raw, one.name)
        with office.reader() as c:
            check_key(c, envelope.header, one.name)
            if not report.is_newer(c, envelope):
                return
        batch = opened(envelope, private)
        if envelope.header.device != one.device or batch.entries:
            return
        with office.transaction() as c:
            done.reports += report.keep(c, batch, now)
    except KioskError as error:
        if isinstance(error, StorageError) and error.code != truncated("").code:
            raise
        done.refused.append(one.refused(error))


def _take(
    office: Office, held: Sequence[tuple[_Found, Prepared]], by_kind: ByKind, now: datetime, done: Collected
) -> None:
    outcomes, refused = [], []
    with office.transaction() as c:
        for one, prepared in held:
            try:
                outcomes.append(take(c, prepared, one.name, by_kind, now))
            except (ContentError, TrustError) as error:  # before anything of it was written
                refused.append(one.refused(error))
    done.refused += refused
    done.new += sum(o.what == "new" for o in outcomes)
    done.known += sum(o.what == "known" for o in outcomes)
    done.records += sum(o.records for o in outcomes)
