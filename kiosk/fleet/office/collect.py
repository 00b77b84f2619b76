"""Collecting: every batch below some folders into the database, in any order, any number of times.

A batch that cannot be used is named with its reason, and the rest goes on. Batches are opened outside the transaction, some at
a time; two collectors take turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from kiosk.core.errors import ContentError, KioskError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.fleet import receipts
from kiosk.fleet.batch import MAX_FILE, Batch, opened, read
from kiosk.fleet.errors import truncated, unreachable
from kiosk.fleet.folder import Folder
from kiosk.fleet.office.acknowledge import write_all
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.recount import recount, stale
from kiosk.fleet.office.take import check_key, is_known, take
from kiosk.packs.receipt import is_device
from kiosk.records.facts import ByKind

Progress: TypeAlias = Callable[[int, int, str], None]
"""Files done, files in all, the file at hand."""

AT_ONCE = 10_000
"""Records in one transaction, about."""
_DAMAGED = ("BATCH_TRUNCATED", "BATCH_TAMPERED")


@dataclass(frozen=True, slots=True)
class Refused:
    """A batch that was not used."""

    file: Path
    error: KioskError


@dataclass(slots=True)
class Collected:
    """What one collection did.

    Args:
        new: batches that came for the first time.
        known: batches that were there already.
        records: new records.
        devices: kiosks whose folders were there.
        refused: batches that were not used, and why.
        unwritten: folders that took no acknowledgement: the kiosks bring the same batches again.
    """

    new: int = 0
    known: int = 0
    records: int = 0
    devices: set[str] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    unwritten: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    folder: Path
    device: str
    name: str

    @property
    def path(self) -> Path:
        return self.folder / self.device / self.name


def records_folder(place: Path) -> Path | None:
    """`outbox/records` below a stick's or share's top folder, or the folder itself when it is one; None: neither."""
    inner = place.joinpath(*receipts.FOLDER)
    if inner.is_dir():
        return inner
    return place if place.name == receipts.FOLDER[-1] and place.is_dir() else None


def collect(
    office: Office,
    places: Sequence[Path],
    private: bytes,
    by_kind: ByKind,
    now: datetime,
    progress: Progress | None = None,
) -> Collected:
    """Collect from sticks and shares, and leave acknowledgements there.

    Args:
        places: top folders.
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
    with ThreadPoolExecutor(1, "collect") as beside:
        busy: Future[None] | None = None
        for held in _opened(office, found, private, done, progress):
            if busy is not None:
                busy.result()
            busy = beside.submit(_take, office, held, by_kind, now, done)
        if busy is not None:
            busy.result()
    again: dict[tuple[Path, str], list[str]] = {}
    for refused in done.refused:
        if refused.error.code in _DAMAGED:
            again.setdefault((refused.file.parent.parent, refused.file.parent.name), []).append(refused.file.name)
    for folder in folders:
        done.unwritten += write_all(office, folder, again)
    return done


def _folder(place: Path) -> Path:
    folder = records_folder(place)
    if folder is None:
        raise StorageError(
            "NO_OUTBOX",
            Text(f"{place} 里没有 outbox/records。", f"There is no outbox/records in {place}."),
            Text("请选择U盘或共享文件夹的最上层。", "Choose the top folder of the stick or share."),
        )
    return folder


def _batches(folder: Path, done: Collected) -> Iterator[_Found]:
    try:
        with Folder.open(folder) as records:
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
    office: Office, found: Sequence[_Found], private: bytes, done: Collected, progress: Progress | None
) -> Iterator[Sequence[tuple[_Found, Batch]]]:
    """Batches that are new, as many at a time as go into one transaction."""
    held: list[tuple[_Found, Batch]] = []
    for place, one in enumerate(found):
        if progress is not None:
            progress(place, len(found), one.name)
        batch = _open(office, one, private, done)
        if batch is not None:
            held.append((one, batch))
        if sum(len(b.entries) for _, b in held) >= AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _open(office: Office, one: _Found, private: bytes, done: Collected) -> Batch | None:
    try:
        with Folder.open(one.folder) as records, records.inner(one.device) as own:
            raw = own.read(one.name, MAX_FILE + 1)
        if raw is None:
            return None  # the kiosk took it away just now
        envelope = read(raw, one.name)
        with office.reader() as c:
            if is_known(c, envelope.header, envelope.id):
                done.known += 1
                return None
            check_key(c, envelope.header, one.name)
        return opened(envelope, private)
    except (ContentError, TrustError) as error:
        done.refused.append(Refused(one.path, error))
    except StorageError as error:
        if error.code != truncated("").code:
            raise
        done.refused.append(Refused(one.path, error))
    except OSError as error:  # a bad sector, a link: the others can be read
        done.refused.append(Refused(one.path, unreachable(str(one.path), error)))
    return None


def _take(
    office: Office, held: Sequence[tuple[_Found, Batch]], by_kind: ByKind, now: datetime, done: Collected
) -> None:
    outcomes, refused = [], []
    with office.transaction() as c:
        for one, batch in held:
            try:
                outcomes.append(take(c, batch, one.name, by_kind, now))
            except (ContentError, TrustError) as error:  # before anything of it was written
                refused.append(Refused(one.path, error))
    done.refused += refused
    done.new += sum(o.what == "new" for o in outcomes)
    done.known += sum(o.what == "known" for o in outcomes)
    done.records += sum(o.records for o in outcomes)
