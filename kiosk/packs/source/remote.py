"""Shares and buckets without a mount, through fsspec. The libraries are optional and loaded when such a source is opened."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from kiosk.packs.source.base import Stream, insist, parts_of
from kiosk.packs.source.failure import is_passing
from kiosk.packs.source.patience import Patience

LOST = errno.ECONNRESET
"""What a library's network errors are taken for: the next try may go well."""
_PATIENCE = Patience(tries=4, first=0.5, longest=4.0, through_absence=True)


class Files(Protocol):
    """A server's file system; what it raises is `OSError` with a number that says what it is."""

    def open(self, path: str) -> Any:
        """A file object, for reading."""
        ...

    def look(self, path: str) -> None:
        """Ask for a folder; fails when it is not there."""
        ...

    def reconnect(self) -> None:
        """Forget connections that may be broken."""
        ...


class Writable(Protocol):
    """A server's folder that is written to; what it raises is `OSError` with a number that says what it is."""

    def names(self, path: str) -> list[str]:
        """What is in a folder, sorted."""
        ...

    def size(self, path: str) -> int | None:
        """Bytes of a plain file; None when there is none of that name."""
        ...

    def read(self, path: str, most: int) -> bytes | None:
        """A plain file's first `most` bytes; None when there is none of that name."""
        ...

    def write(self, path: str, body: bytes) -> None:
        """Put a file in place; others see the old one or the new one."""
        ...

    def remove(self, path: str) -> None:
        """Delete a file."""
        ...

    def make(self, path: str) -> None:
        """A folder, with those above it, when it is not there."""
        ...


class RemoteSource:
    """A repository on a file server.

    Args:
        label: its address.
        files: the server.
        root: path of the repository there.
    """

    def __init__(self, label: str, files: Files, root: str, patience: Patience = _PATIENCE) -> None:
        self.label = label
        self._files = files
        self._root = root.strip("/")
        self._patience = patience

    def open(self, path: str) -> Stream:
        """See `Source.open`."""
        parts_of(path)
        file = insist(lambda: self._file(path), path, self, self._patience)
        return Stream(file, file.size, path, self, lambda: self._file(path), self._patience)

    def gone(self) -> bool:
        """True when the folder of the repository cannot be asked for."""
        try:
            self._files.look(self._root)
        except OSError:
            return True
        return False

    def _file(self, path: str) -> _File:
        with self._renewed():
            return _File(self._files.open(f"{self._root}/{path}"), self._renewed)

    @contextmanager
    def _renewed(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if is_passing(error):
                self._files.reconnect()
            raise


class _File:
    """A file object that tells its source when the connection broke."""

    def __init__(self, file: Any, watched: Callable[[], Any]) -> None:
        self._file = file
        self._watched = watched
        self.size: int = file.seek(0, os.SEEK_END)
        file.seek(0)

    def read(self, most: int) -> bytes:
        with self._watched():
            chunk: bytes = self._file.read(most)
            return chunk

    def seek(self, offset: int) -> None:
        self._file.seek(offset)

    def close(self) -> None:
        try:
            self._file.close()
        except OSError as error:
            if not is_passing(error):
                raise  # a connection that is gone has closed it


@contextmanager
def renamed(numbers: Callable[[Exception], int | None]) -> Iterator[None]:
    """A library's own exceptions as `OSError`.

    Args:
        numbers: the errno an exception stands for; None when it is not one of the library's.
    """
    try:
        yield
    except Exception as error:
        number = numbers(error)
        if number is None:
            raise
        raise OSError(number, f"{os.strerror(number)} ({type(error).__name__})") from error


class Renamed:
    """A file object of a library, with its exceptions as `OSError`."""

    def __init__(self, file: Any, numbers: Callable[[Exception], int | None]) -> None:
        self._file = file
        self._numbers = numbers

    def read(self, most: int) -> bytes:
        """At most so many bytes."""
        with renamed(self._numbers):
            chunk: bytes = self._file.read(most)
            return chunk

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """The new place."""
        with renamed(self._numbers):
            place: int = self._file.seek(offset, whence)
            return place

    def close(self) -> None:
        """Let go."""
        with renamed(self._numbers):
            self._file.close()
