"""What a source of packs is: something that opens files by repository path. Nothing in it is believed."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol, Self

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, medium_removed, no_permission, not_on_this_medium

# Not every system knows every name.
_GONE = frozenset(
    getattr(errno, name)
    for name in ("ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "ENOMEDIUM")
    if hasattr(errno, name)
)
_GONE_WINDOWS = frozenset({21, 55, 59, 64, 67, 1167})  # not ready, network resource gone, device not connected
_MISSING = frozenset({errno.ENOENT, errno.ENAMETOOLONG})
NOT_PLAIN = Text("不是普通文件", "not a plain file")
_UNREADABLE = Text("读不出来", "it cannot be read")


class Source(Protocol):
    """A medium or server that may carry packs."""

    @property
    def label(self) -> str:
        """Its name for people and the log."""
        ...

    def open(self, path: str) -> Stream:
        """Open a plain file below the source.

        Raises:
            StorageError: `NOT_ON_THIS_MEDIUM`, `DAMAGED_MEDIUM` (a link, a device, unreadable), `MEDIUM_REMOVED`,
                `NO_PERMISSION`.
        """
        ...

    def gone(self) -> bool:
        """True when the source as a whole is not there any more."""
        ...


class Stream:
    """An open file of a source.

    Args:
        file: unbuffered.
        size: its size when it was opened, in bytes.
        path: for messages.
        source: asked whether it is still there when reading fails.
    """

    def __init__(self, file: BinaryIO, size: int, path: str, source: Source) -> None:
        self._file = file
        self.size = size
        self.path = path
        self._source = source

    def read(self, most: int) -> bytes:
        """The next bytes, empty at the end.

        Raises:
            StorageError: `MEDIUM_REMOVED`, or `DAMAGED_MEDIUM`.
        """
        with translated(self.path, self._source):
            return self._file.read(most) or b""

    def seek(self, offset: int) -> None:
        """Go on reading at `offset`."""
        with translated(self.path, self._source):
            self._file.seek(offset)

    def close(self) -> None:
        """Let go of the file."""
        with translated(self.path, self._source):
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


@contextmanager
def translated(path: str, source: Source) -> Iterator[None]:
    """The operating system's errors as ours."""
    try:
        yield
    except OSError as error:
        raise _known(error, path, source) from error


def _known(error: OSError, path: str, source: Source) -> StorageError:
    if error.errno in _GONE or getattr(error, "winerror", 0) in _GONE_WINDOWS:
        return medium_removed()
    if error.errno in _MISSING:
        return medium_removed() if source.gone() else not_on_this_medium(path)
    if error.errno in (errno.EACCES, errno.EPERM):
        return no_permission(path)
    if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EISDIR):
        return damaged_medium(path, NOT_PLAIN)
    # EIO is a bad sector, or a stick that has just been pulled out.
    return medium_removed() if source.gone() else damaged_medium(path, _UNREADABLE)
