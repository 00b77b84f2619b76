"""Making many files durable before the database may point at them.

Without this a power cut leaves live packs with empty files in them, and no `kill -9` test ever shows it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import re
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from kiosk.packs.durable import sync_folder

_THREADS = 8
_SYNCFS_SINCE = (5, 8)  # older kernels do not report write errors from syncfs


class Barrier(Protocol):
    """Two points in time: file contents are on the disk, names are on the disk."""

    def contents(self, files: Iterable[Path], /) -> None:
        """Return when the bytes of these files are durable."""
        ...

    def names(self, folders: Iterable[Path], /) -> None:
        """Return when renames into these folders are durable."""
        ...


class SyncFs:
    """One `syncfs` of the store's file system: 1.5 times the cost of no sync; fsync of each file costs 12 times."""

    def __init__(self, folder: Path, syncfs: Callable[[int], int]) -> None:
        self._folder = folder
        self._syncfs = syncfs

    def contents(self, _files: Iterable[Path]) -> None:
        """See `Barrier.contents`."""
        self._sync()

    def names(self, _folders: Iterable[Path]) -> None:
        """See `Barrier.names`."""
        self._sync()

    def _sync(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            if self._syncfs(handle) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(self._folder))
        finally:
            os.close(handle)


class FsyncAll:
    """An `fsync` of each file, several at a time, for old kernels and Windows."""

    def contents(self, files: Iterable[Path]) -> None:
        """See `Barrier.contents`."""
        with ThreadPoolExecutor(_THREADS) as pool:
            for _ in pool.map(_fsync_file, files):
                pass

    def names(self, folders: Iterable[Path]) -> None:
        """See `Barrier.names`. Windows keeps names durable by itself."""
        if os.name != "nt":
            for folder in folders:
                sync_folder(folder)


def best_barrier(folder: Path) -> Barrier:
    """The cheapest barrier that holds for the file system of `folder`."""
    if sys.platform == "linux" and _kernel() >= _SYNCFS_SINCE:
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is not None:
            return SyncFs(folder, syncfs)
    return FsyncAll()


def _kernel() -> tuple[int, ...]:
    match = re.match(r"(\d+)\.(\d+)", platform.release())
    return tuple(int(n) for n in match.groups()) if match else (0, 0)


def _fsync_file(path: Path) -> None:
    # Windows flushes only through a handle that may write.
    _fsync(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)


def _fsync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
