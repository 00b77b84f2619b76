"""What a source of packs is: something that opens files by repository path. Nothing in it is believed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from kiosk.packs.errors import damaged_medium
from kiosk.packs.source.failure import NOT_PLAIN, is_passing, known
from kiosk.packs.source.patience import ON_A_FOLDER, Patience

_T = TypeVar("_T")


class Source(Protocol):
    """A medium or server that may carry packs."""

    @property
    def label(self) -> str:
        """Its name for people and the log; never a password."""
        ...

    def open(self, path: str) -> Stream:
        """Open a plain file below the source.

        Raises:
            StorageError: `NOT_ON_THIS_MEDIUM`, `DAMAGED_MEDIUM` (a link, a device, unreadable), `MEDIUM_REMOVED`,
                `NO_PERMISSION`, `BUSY`.
        """
        ...

    def gone(self) -> bool:
        """True when the source as a whole is not there any more."""
        ...


class RawFile(Protocol):
    """What a stream reads from: a file object whose failures are `OSError`."""

    def read(self, most: int, /) -> bytes | None:
        """At most so many bytes; empty at the end."""
        ...

    def seek(self, offset: int, /) -> object:
        """Go on reading at `offset`."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class Stream:
    """An open file of a source.

    What passes (`failure.is_passing`) is tried again, with pauses, at the byte where it happened.

    Args:
        file: unbuffered.
        size: its size when it was opened, in bytes.
        path: for messages.
        source: asked whether it is still there when reading fails.
        again: opens the same file once more; without it a failed read is final.
        patience: for one failure; every byte that arrives renews it.
    """

    def __init__(
        self,
        file: RawFile,
        size: int,
        path: str,
        source: Source,
        again: Callable[[], RawFile] | None = None,
        patience: Patience = ON_A_FOLDER,
    ) -> None:
        self._file = file
        self.size = size
        self.path = path
        self._source = source
        self._again = again
        self._patience = patience
        self._offset = 0

    def read(self, most: int) -> bytes:
        """The next bytes, perhaps fewer than `most`; empty at the end.

        Raises:
            StorageError: `MEDIUM_REMOVED`, `DAMAGED_MEDIUM`, or `BUSY`.
        """
        try:
            chunk = self._file.read(most) or b""
        except OSError as error:
            chunk = self._insist(error, most)
        self._offset += len(chunk)
        return chunk

    def seek(self, offset: int) -> None:
        """Go on reading at `offset`."""
        try:
            self._file.seek(offset)
        except OSError as error:
            raise known(error, self.path, self._source) from error
        self._offset = offset

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._file.close()
        except OSError as error:
            raise known(error, self.path, self._source) from error

    def _insist(self, error: OSError, most: int) -> bytes:
        again = self._again
        if again is None or not is_passing(error) or _left(self._source, self._patience):
            raise known(error, self.path, self._source) from error

        def once_more() -> bytes:
            file = again()
            self._file.close()
            self._file = file
            file.seek(self._offset)
            return file.read(most) or b""

        return insist(once_more, self.path, self._source, self._patience, error)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def insist(act: Callable[[], _T], path: str, source: Source, patience: Patience, failed: OSError | None = None) -> _T:
    """Do `act`, again when it fails with something that passes.

    Args:
        failed: how the first try went, when it has been made already.

    Raises:
        StorageError: what the last failure means.
    """
    pauses = patience.pauses()
    while True:
        try:
            if failed is None:
                return act()
            raise failed
        except OSError as error:
            pause = next(pauses, None)
            if pause is None or not is_passing(error) or _left(source, patience):
                raise known(error, path, source) from error
            patience.sleep(max(pause, getattr(error, "wait", 0.0)))
            failed = None


def _left(source: Source, patience: Patience) -> bool:
    return not patience.through_absence and source.gone()


def parts_of(path: str) -> list[str]:
    """The components of a repository path.

    Raises:
        StorageError: `DAMAGED_MEDIUM`; it would lead out of the repository or means something to a system.
    """
    parts = path.split("/")
    if any(p in ("", ".", "..") or "\\" in p or ":" in p or "\0" in p for p in parts):
        raise damaged_medium(path, NOT_PLAIN)
    return parts
