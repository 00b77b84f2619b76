"""64 MB on the kiosk's disk that hold nothing: given up when a full disk would stop the databases, made again later.

A kiosk whose disk was filled by somebody else can then still say so, log it, take records, and delete.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kiosk.core.errors import StorageError
from kiosk.packs.errors import disk_full

BYTES = 64 * 1024 * 1024
NAME = "ballast"

_ROOM = 4 * BYTES
"""Free bytes from which on there is a ballast: it takes no room from content."""
_FULL = 4 * 1024 * 1024
"""SQLite says “I/O error” for some calls that a full disk refuses; below so many free bytes that is what it means."""

_log = logging.getLogger(__name__)
T = TypeVar("T")


def keep_ballast(store: Path, size: int = BYTES) -> bool:
    """Make the ballast when there is none and the disk has room; True when it is there.

    Args:
        store: the store folder; hold its lock.
        size: in bytes.
    """
    place = store / NAME
    if place.exists():
        return True
    if shutil.disk_usage(store).free < _ROOM:
        return False
    unfinished = store / f"{NAME}.new"
    try:
        with unfinished.open("wb") as file:
            _allocate(file.fileno(), size)
        unfinished.replace(place)
    except OSError as error:
        _log.info("no ballast: %s", error)
        unfinished.unlink(missing_ok=True)
        return False
    return True


def give_up_ballast(store: Path) -> bool:
    """Make room for the databases; False when there was none to give."""
    try:
        (store / NAME).unlink()
    except OSError:
        return False
    _log.warning("the disk is full: the ballast of %s was given up", store)
    return True


def with_ballast(store: Path, work: Callable[[], T]) -> T:
    """Do `work`, which writes to a database; when the disk is full, give up the ballast and do it once more.

    Args:
        store: the store folder.
        work: leaves nothing behind when it fails.

    Raises:
        StorageError: `DISK_FULL` with numbers; or what `work` raised.
    """
    try:
        return work()
    except StorageError as error:
        if not _is_full(error, store):
            raise
        if not give_up_ballast(store):
            raise disk_full(BYTES, _free(store)) from error
    try:
        return work()
    except StorageError as error:
        if not _is_full(error, store):
            raise
        raise disk_full(BYTES, _free(store)) from error


def _is_full(error: StorageError, store: Path) -> bool:
    if error.code == "DISK_FULL":
        return True
    return error.code == "DATABASE_UNREACHABLE" and _free(store) < _FULL


def _free(store: Path) -> int:
    return shutil.disk_usage(store if store.exists() else store.parent).free


def _allocate(handle: int, size: int) -> None:
    """Real blocks: a sparse file would give nothing back."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
        return
    block = bytes(1024 * 1024)
    for _ in range(size // len(block)):
        os.write(handle, block)
