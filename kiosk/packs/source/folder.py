"""A repository in a folder: a stick, a mounted share, a disk."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from kiosk.packs.source.base import RawFile, Stream, insist, parts_of
from kiosk.packs.source.patience import ON_A_FOLDER


class FolderSource:
    """A repository in a folder: a stick, a mounted share, a disk.

    No symbolic link is followed, anywhere below the folder; only plain files are opened, so nothing blocks and nothing
    outside is read.

    Args:
        base: the folder that holds `publishers` and `blobs`.
    """

    def __init__(self, base: Path) -> None:
        self.base = base

    @property
    def label(self) -> str:
        """The folder."""
        return str(self.base)

    def gone(self) -> bool:
        """True when the folder cannot be listed any more."""
        try:
            with os.scandir(self.base) as entries:
                next(entries, None)
        except OSError:
            return True
        return False

    def open(self, path: str) -> Stream:
        """See `Source.open`."""
        parts = parts_of(path)

        def again() -> RawFile:
            return self._plain(parts)[0]

        file, size = insist(lambda: self._plain(parts), path, self, ON_A_FOLDER)
        return Stream(file, size, path, self, again)

    def _plain(self, parts: list[str]) -> tuple[RawFile, int]:
        """A plain file and its size."""
        handle = _open_beneath(self.base, parts)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.ELOOP, "not a regular file")
            return os.fdopen(handle, "rb", buffering=0), status.st_size
        except BaseException:
            os.close(handle)
            raise


def _open_beneath(base: Path, parts: list[str]) -> int:
    if os.name == "nt":
        return _open_beneath_windows(base, parts)
    folder = os.open(base, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts[:-1]:
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            os.close(folder)
            folder = inner
        # Looked at before it is opened: opening a device can already do something.
        if not stat.S_ISREG(os.stat(parts[-1], dir_fd=folder, follow_symlinks=False).st_mode):
            raise OSError(errno.ELOOP, "not a regular file")
        return os.open(parts[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    finally:
        os.close(folder)


def _open_beneath_windows(base: Path, parts: list[str]) -> int:
    place = base
    for part in parts:
        place = place / part
        status = place.lstat()
        if stat.S_ISLNK(status.st_mode) or bool(getattr(status, "st_reparse_tag", False)):
            raise OSError(errno.ELOOP, "not a regular file")
    return os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
