"""A folder on somebody else's stick or share, opened without following a link, so that nothing outside it is read or written."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.packs.durable import sync_folder

_TMP = ".tmp"


class Folder:
    """An open folder.

    Args:
        path: where it is, for messages and for Windows.
        handle: of the directory; -1 on Windows.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    @classmethod
    def open(cls, path: Path) -> Folder:
        """Open a folder that the caller chose; links on the way to it are the caller's own.

        Raises:
            OSError: it is not there, or no folder.
        """
        if os.name == "nt":
            if not path.is_dir():
                raise NotADirectoryError(str(path))
            return cls(path, -1)
        return cls(path, os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))

    def inner(self, name: str, *, make: bool = False) -> Folder:
        """A folder in it.

        Args:
            name: a plain name; the caller has checked that it is one.
            make: when it is not there.

        Raises:
            OSError: it is not there, a link, or no folder.
        """
        path = self.path / name
        if os.name == "nt":
            if make:
                path.mkdir(exist_ok=True)
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode) or bool(getattr(status, "st_reparse_tag", False)):
                raise NotADirectoryError(str(path))
            return Folder(path, -1)
        if make:
            with suppress(FileExistsError):
                os.mkdir(name, 0o755, dir_fd=self._handle)
                self.sync()
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
        return Folder(path, os.open(name, flags, dir_fd=self._handle))

    def names(self) -> list[str]:
        """What is in it, sorted.

        Raises:
            OSError: it cannot be read.
        """
        return sorted(os.listdir(self._handle if self._handle >= 0 else self.path))  # noqa: PTH208 - of an open folder

    def size(self, name: str) -> int | None:
        """Bytes of a plain file; None when there is none of that name."""
        try:
            status = os.stat(self._at(name), dir_fd=self._dir(), follow_symlinks=False)
        except FileNotFoundError:
            return None
        return status.st_size if stat.S_ISREG(status.st_mode) else None

    def read(self, name: str, most: int) -> bytes | None:
        """A plain file's first `most` bytes; None when there is none of that name.

        Raises:
            OSError: it is a link, or cannot be read.
        """
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        # A pipe that somebody put there must not hold us.
        flags |= getattr(os, "O_NONBLOCK", 0)
        try:
            handle = os.open(self._at(name), flags, dir_fd=self._dir())
        except FileNotFoundError:
            return None
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            return file.read(most)

    def write(self, name: str, body: bytes) -> None:
        """Put a file in place durably: a power cut leaves the old one or the new one.

        Raises:
            OSError: the medium refused; the old file is as it was.
        """
        unfinished = f".{name}.{secrets.token_hex(4)}{_TMP}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(self._at(unfinished), flags, 0o644, dir_fd=self._dir())
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            os.replace(self._at(unfinished), self._at(name), src_dir_fd=self._dir(), dst_dir_fd=self._dir())
        except BaseException:
            self.remove(unfinished)
            raise
        self.sync()

    def remove(self, name: str) -> bool:
        """Delete a file; False when it was not there or the medium refused, which does no harm here."""
        try:
            os.unlink(self._at(name), dir_fd=self._dir())
        except OSError:
            return False
        return True

    def sweep(self) -> None:
        """Delete what an interrupted `write` left behind."""
        for name in self.names():
            if name.startswith(".") and name.endswith(_TMP):
                self.remove(name)

    def sync(self) -> None:
        """Make names durable, where the system can."""
        if self._handle < 0:
            return
        sync_folder(self.path)

    def close(self) -> None:
        """Let go of it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()

    def _at(self, name: str) -> str:
        return name if self._handle >= 0 else str(self.path / name)

    def _dir(self) -> int | None:
        return self._handle if self._handle >= 0 else None
