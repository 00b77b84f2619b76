"""Copies of blobs into a repository folder or onto a stick: each appears whole and durable, or not at all.

Copies are made durable and named in batches, so that an interrupted upload of gigabytes goes on where it was.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.packs.barrier import Barrier
from kiosk.packs.durable import replace
from kiosk.packs.errors import damaged_medium

CHUNK = 1024 * 1024
_BATCH_BYTES = 64 * 1024 * 1024
_BATCH_FILES = 400
_DRAFT_DAYS = 2

Progress = Callable[[str, int, int], None]
"""Told file name, bytes done and bytes in total."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One blob, where its bytes are, and what to call it in messages."""

    sha256: str
    size: int
    source: Path
    name: str


def blob_place(base: Path, sha256: str) -> Path:
    """Where a blob lies in a repository folder."""
    return base / "blobs" / "sha256" / sha256[:2] / sha256


def missing(wanted: Iterable[Wanted], base: Path) -> list[Wanted]:
    """Those that are not there at their full size, each once."""
    each = {w.sha256: w for w in wanted}.values()
    return [w for w in each if not _has_size(blob_place(base, w.sha256), w.size)]


def copy_blobs(
    wanted: Iterable[Wanted],
    base: Path,
    barrier: Barrier,
    progress: Progress,
    wrong: Callable[[str], KioskError] = damaged_medium,
) -> int:
    """Copy what is missing into `base`; returns the bytes copied.

    Args:
        wrong: the error for a source that does not hold the bytes its hash promises.

    Raises:
        KioskError: what `wrong` makes.
        OSError: reading or writing failed.
    """
    todo = missing(wanted, base)
    total, done = sum(w.size for w in todo), 0
    batch: dict[str, Path] = {}
    weight = 0
    try:
        for item in todo:
            draft = base / "tmp" / f"{item.sha256}.{secrets.token_hex(4)}"
            batch[item.sha256] = draft
            right, done = _copy(item, draft, done, total, progress)
            if not right:
                raise wrong(item.name)
            weight += item.size
            if weight >= _BATCH_BYTES or len(batch) >= _BATCH_FILES:
                _name(batch, base, barrier)
                weight = 0
        _name(batch, base, barrier)
    finally:
        for draft in batch.values():
            draft.unlink(missing_ok=True)
    return done


def clear_drafts(tmp: Path) -> None:
    """Remove copies that somebody left unfinished days ago."""
    limit = time.time() - _DRAFT_DAYS * 86_400
    for path in tmp.glob("[0-9a-f]*.*"):
        if path.is_file() and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


def hash_file(path: Path, read: Callable[[int], None] = lambda _n: None) -> tuple[str, int]:
    """SHA-256 and size of a file; `read` is told each step."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            read(len(chunk))
    return digest.hexdigest(), size


def _copy(item: Wanted, draft: Path, done: int, total: int, progress: Progress) -> tuple[bool, int]:
    digest = hashlib.sha256()
    with item.source.open("rb") as old, draft.open("xb") as new:
        while chunk := old.read(CHUNK):
            digest.update(chunk)
            new.write(chunk)
            done += len(chunk)
            progress(item.name, done, total)
    return digest.hexdigest() == item.sha256, done


def _name(batch: dict[str, Path], base: Path, barrier: Barrier) -> None:
    """Drafts to blobs: contents first, then names."""
    if not batch:
        return
    barrier.contents(list(batch.values()))
    for sha256, draft in batch.items():
        place = blob_place(base, sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        replace(draft, place)
    folders = {blob_place(base, s).parent for s in batch}
    barrier.names(sorted({*folders, *(f.parent for f in folders)}))
    batch.clear()


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False
