"""Where batches are exchanged: `outbox/records` of a stick, a share or a bucket. What goes wrong there is an `OSError`."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypeVar

from kiosk.fleet import receipts
from kiosk.fleet.folder import Folder
from kiosk.packs.source.helper import Helper, TookTooLongError
from kiosk.settings.sources import is_unc, scheme

if TYPE_CHECKING:
    from kiosk.packs.source.remote import Writable

_T = TypeVar("_T")

SECONDS = 60.0
"""For one answer of a server, which may be the taking of a whole batch."""


class Shelf(Protocol):
    """An open folder, wherever it is. See `Folder`, which is one."""

    def inner(self, name: str, *, make: bool = False) -> Shelf:
        """A folder in it."""
        ...

    def names(self) -> list[str]:
        """What is in it, sorted."""
        ...

    def size(self, name: str) -> int | None:
        """Bytes of a plain file, or None."""
        ...

    def read(self, name: str, most: int) -> bytes | None:
        """A plain file's first bytes, or None."""
        ...

    def write(self, name: str, body: bytes) -> None:
        """Put a file in place, whole."""
        ...

    def remove(self, name: str) -> bool:
        """Delete a file; False when that failed."""
        ...

    def sweep(self) -> None:
        """Delete what an interrupted `write` left behind."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None, /
    ) -> None: ...


class Server:
    """A folder on a file server without a mount, with a deadline for every answer.

    Args:
        label: its address, for people.
        files: the server.
        path: of the folder there.
    """

    def __init__(self, label: str, files: Writable, path: str) -> None:
        self.label = label
        self._files, self.path = files, path
        self._helper: Helper | None = None
        self._stalled = False

    def __str__(self) -> str:
        return self.label

    def ask(self, act: Callable[[Writable], _T]) -> _T:
        """The server's answer.

        Raises:
            OSError: what it said, or that it said nothing in time; then it is not asked again.
        """
        if self._stalled:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        if self._helper is None:
            self._helper = Helper()
        try:
            return self._helper.ask(lambda: act(self._files), SECONDS)
        except TookTooLongError as error:
            self._stalled = True
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from error

    def open(self) -> Shelf:
        """Its folder."""
        return _Far(self, self.path)

    def close(self) -> None:
        """Let go of it."""
        if self._helper is not None:
            self._helper.dismiss()
            self._helper = None


Place: TypeAlias = Path | Server


class _Far:
    """A folder of a `Server`. Servers resolve links themselves, and only within the share."""

    def __init__(self, server: Server, path: str) -> None:
        self._server, self._path = server, path

    def inner(self, name: str, *, make: bool = False) -> Shelf:
        path = f"{self._path}/{name}"
        if make:
            self._server.ask(lambda files: files.make(path))
        return _Far(self._server, path)

    def names(self) -> list[str]:
        return self._server.ask(lambda files: files.names(self._path))

    def size(self, name: str) -> int | None:
        return self._server.ask(lambda files: files.size(f"{self._path}/{name}"))

    def read(self, name: str, most: int) -> bytes | None:
        return self._server.ask(lambda files: files.read(f"{self._path}/{name}", most))

    def write(self, name: str, body: bytes) -> None:
        self._server.ask(lambda files: files.write(f"{self._path}/{name}", body))

    def remove(self, name: str) -> bool:
        try:
            self._server.ask(lambda files: files.remove(f"{self._path}/{name}"))
        except OSError:
            return False
        return True

    def sweep(self) -> None:
        try:
            names = self.names()
        except FileNotFoundError:  # a bucket knows no empty folders
            return
        for name in names:
            if name.startswith(".") and name.endswith(".tmp"):
                self.remove(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        return


def is_far(spec: str) -> bool:
    """Whether an address is that of a server which is asked without a mount."""
    return scheme(spec) in ("smb", "s3") or (is_unc(spec) and os.name != "nt")


def place_of(spec: str | Path) -> Place:
    """`outbox/records` below what a person wrote: the top folder of a stick or share, or an address.

    Raises:
        ConfigError: `BAD_SOURCE`, or `MISSING_EXTRA` when what it needs is not installed.
    """
    if isinstance(spec, Path) or not is_far(spec):
        return Path(spec).joinpath(*receipts.FOLDER)
    from kiosk.packs.source.opening import open_files
    from kiosk.settings.sources import hidden

    files, path = open_files(spec)
    return Server(f"{hidden(spec).rstrip('/')}/{'/'.join(receipts.FOLDER)}", files, "/".join((path, *receipts.FOLDER)))


def shelf(place: Place) -> Shelf:
    """Open it.

    Raises:
        OSError: it is not there.
    """
    return place.open() if isinstance(place, Server) else Folder.open(place)


def is_there(place: Place) -> bool:
    """Whether the office made it; False when it cannot be asked.

    A bucket has no empty folders: there the office's list of kiosks is in it.
    """
    if isinstance(place, Path):
        return place.is_dir()
    try:
        with place.open() as records:
            records.names()
    except OSError:
        return False
    return True


def make(place: Place) -> None:
    """Make it, with the folders above.

    Raises:
        OSError: the medium or the server refused.
    """
    if isinstance(place, Path):
        place.mkdir(parents=True, exist_ok=True)
    else:
        place.ask(lambda files: files.make(place.path))
