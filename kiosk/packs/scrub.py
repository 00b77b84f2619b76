"""Are the bytes still what they were when they came? A glance at names and sizes, and a slow reading of everything.

A blob that is not what its name says is moved out of `blobs` into `quarantine`, so that no screen opens it and no bad
sector is used again; see `kiosk.packs.repair` for what follows.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeAlias

from sqlalchemy import Connection, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.packs import schema
from kiosk.packs.errors import disk_failed
from kiosk.packs.store import Store, bump_generation, utc_now

SLICE_BYTES = 200 * 1000 * 1000
SLICE_SECONDS = 5.0
AGAIN_AFTER = timedelta(days=7)
QUARANTINE = "quarantine"

Fault: TypeAlias = Literal["missing", "size", "content", "unreadable"]

_CHUNK = 1024 * 1024
_GLANCED = "glanced"
_KEPT = (
    select(schema.file.c.sha256, schema.file.c.size, schema.scrub.c.checked_at)
    .distinct()
    .join_from(
        schema.file,
        schema.manifest,
        (schema.manifest.c.publisher == schema.file.c.publisher) & (schema.manifest.c.sha256 == schema.file.c.manifest),
    )
    .join(schema.scrub, schema.scrub.c.sha256 == schema.file.c.sha256, isouter=True)
    .where(schema.manifest.c.state == "ready", or_(schema.scrub.c.sound, schema.scrub.c.sound.is_(None)))
)
"""Blobs of all versions that are live or were before, without those known to be damaged."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Damage:
    """A blob of a live pack, or of the version before, that is not what its name says."""

    sha256: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What one slice found.

    Args:
        blobs: read and hashed.
        bytes: of those.
        damaged: moved out of the way, or gone.
        left: blobs that are due and were not reached.
    """

    blobs: int
    bytes: int
    damaged: tuple[Damage, ...]
    left: int


def scrub(
    store: Store,
    *,
    most_bytes: int | None = SLICE_BYTES,
    seconds: float | None = SLICE_SECONDS,
    everything: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Scrubbed:
    """Look at all blobs, then read those that were not read for longest.

    Reading needs no lock; a damaged blob is looked at once more under it. At least one blob is read, however long.

    Args:
        most_bytes: to read; None: no limit.
        seconds: to spend; None: no limit.
        everything: also what was read in the last seven days.
        progress: bytes read, bytes to read.

    Raises:
        BusyError: damage was found while a sync is at work; the next slice finds it again.
        StorageError: the disk or the database failed.
    """
    suspects = dict(_glance(store))
    due = [(name, size) for name, size in _due(store, everything=everything) if name not in suspects]
    sound: list[str] = []
    total, done = sum(size for _, size in due), 0
    until = None if seconds is None else time.monotonic() + seconds
    for name, size in due:
        spent = most_bytes is not None and done + size > most_bytes
        if (done or sound) and (spent or (until is not None and time.monotonic() > until)):
            break
        fault = _read(store.blob_path(name), name)
        if fault is None:
            sound.append(name)
        else:
            suspects[name] = fault
        done += size
        progress(done, total)
    if sound:
        store.write(lambda connection: _note(connection, sound, sound=True))
    read = len(sound) + sum(fault in ("content", "unreadable") for fault in suspects.values())
    return Scrubbed(read, done, _set_aside(store, suspects), len(due) - read)


def glance(store: Store) -> tuple[Damage, ...]:
    """Compare names and sizes of all blobs, once after each start of the machine. Hold the store's lock.

    What a power cut does to a disk without barriers shows here; a look at 20,000 files is cheap, but not free.
    """
    place, boot = store.root / _GLANCED, _boot()
    try:
        if place.read_text("ascii") == boot:
            return ()
    except (OSError, UnicodeDecodeError):
        pass  # never, or torn
    damaged = _quarantine(store, dict(_glance(store)))
    try:
        place.write_text(boot, "ascii")
    except OSError as error:
        _log.info("the next sync looks again: %s", error)
    return damaged


def _boot() -> str:
    """What differs between two starts of the machine."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return str(int(time.time() - time.monotonic()) // 600)


def _glance(store: Store) -> Iterator[tuple[str, Fault]]:
    for name, size in _needed(store):
        try:
            found = os.stat(store.blob_path(name)).st_size  # noqa: PTH116 - of 50,000 files
        except FileNotFoundError:
            yield name, "missing"
            continue
        except OSError:
            yield name, "unreadable"
            continue
        if found != size:
            yield name, "size"


def _needed(store: Store) -> list[tuple[str, int]]:
    with store.db.reader() as connection:
        return [(row.sha256, row.size) for row in connection.execute(_KEPT)]


def _due(store: Store, *, everything: bool) -> list[tuple[str, int]]:
    """What to read, longest unread first."""
    with store.db.reader() as connection:
        rows = connection.execute(_KEPT.order_by(schema.scrub.c.checked_at.nulls_first())).all()
    now = datetime.now(UTC).replace(microsecond=0)
    late = (now - AGAIN_AFTER).isoformat()
    return [
        (r.sha256, r.size)
        for r in rows
        # A time that lies ahead was written by a clock that was wrong.
        if everything or r.checked_at is None or not late < r.checked_at <= now.isoformat()
    ]


def _read(path: Path, sha256: str) -> Fault | None:
    digest = hashlib.sha256()
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            while chunk := os.read(handle, _CHUNK):
                digest.update(chunk)
            if hasattr(os, "posix_fadvise"):  # nobody else asked for these pages
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)
    except FileNotFoundError:
        return "missing"
    except PermissionError as error:  # says nothing about the bytes
        raise disk_failed(str(path), error) from error
    except OSError as error:
        _log.error("%s cannot be read: %s", path, error)
        return "unreadable"
    return None if digest.hexdigest() == sha256 else "content"


def _set_aside(store: Store, suspects: Mapping[str, Fault]) -> tuple[Damage, ...]:
    if not suspects:
        return ()
    with store.exclusive():
        # Collected since, or mended: only what is wanted and wrong now counts.
        wanted = dict(_needed(store))
        now = {name: _check(store, name, wanted[name]) for name in suspects if name in wanted}
        return _quarantine(store, {name: fault for name, fault in now.items() if fault})


def _check(store: Store, name: str, size: int) -> Fault | None:
    path = store.blob_path(name)
    try:
        if path.stat().st_size != size:
            return "size"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    return _read(path, name)


def _quarantine(store: Store, faults: Mapping[str, Fault]) -> tuple[Damage, ...]:
    """Row first: whatever happens next, the blob counts as damaged."""
    if not faults:
        return ()

    def note(connection: Connection) -> None:
        _note(connection, faults, sound=False)
        bump_generation(connection)

    store.write(note)
    place = store.root / QUARANTINE
    for name, fault in faults.items():
        _log.error("blob %s is damaged (%s)", name, fault)
        try:
            place.mkdir(exist_ok=True)
            store.blob_path(name).replace(place / name)
        except FileNotFoundError:
            continue
        except OSError as error:  # Windows: it is playing; the next sync replaces it
            _log.warning("%s stays where it is: %s", name, error)
    store.publish_generation()
    return tuple(Damage(name, fault) for name, fault in faults.items())


def _note(connection: Connection, blobs: Iterable[str], *, sound: bool) -> None:
    now = utc_now()
    said = upsert(schema.scrub)
    connection.execute(
        said.on_conflict_do_update(
            index_elements=["sha256"], set_={"checked_at": said.excluded.checked_at, "sound": said.excluded.sound}
        ),
        [{"sha256": name, "checked_at": now, "sound": sound} for name in blobs],
    )
