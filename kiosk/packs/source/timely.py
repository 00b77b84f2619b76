"""A source that answers in time or is given up: a share whose server is gone blocks its readers in the kernel, for minutes."""

from __future__ import annotations

import io
import time
import weakref
from collections.abc import Callable
from typing import TypeVar

from kiosk.core.errors import StorageError
from kiosk.packs.errors import medium_stalled
from kiosk.packs.source.base import Source, Stream
from kiosk.packs.source.helper import Helper, TookTooLongError

SECONDS = 20.0
"""Without a byte."""
_WHOLE = 256 * 1024
"""Files up to this size are read at once when they are opened: one change of threads instead of five."""
_LEAST, _MOST = 64 * 1024, 1024 * 1024
_QUICK, _SLOW = 0.5, 4.0  # seconds for one read: ask for more next time, for less

_T = TypeVar("_T")


class TimelySource:
    """Another source, with a deadline for every call; one that did not answer is not asked again.

    Args:
        source: called from helper threads, by one at a time for each open file.
        seconds: that one call may take; default `SECONDS`.
    """

    def __init__(self, source: Source, seconds: float | None = None) -> None:
        self._source = source
        self._seconds = SECONDS if seconds is None else seconds
        self._stalled = False
        self._idle: list[Helper] = []
        weakref.finalize(self, _dismiss, self._idle)
        self.lanes = getattr(source, "lanes", 2)
        """Files open at a time."""
        self.piece = _LEAST * 4
        """Bytes of one read: what a slow share manages well before the deadline."""

    @property
    def label(self) -> str:
        """The other's."""
        return self._source.label

    @property
    def gone_quiet(self) -> bool:
        """True once it has not answered in time."""
        return self._stalled

    def gone(self) -> bool:
        """True when it is gone, and when it does not answer."""
        try:
            return self._stalled or self.brief(self._source.gone)
        except StorageError:
            return True

    def open(self, path: str) -> Stream:
        """See `Source.open`."""
        file, size = self.brief(lambda: _opened(self._source, path))
        return Stream(_TimelyFile(self, file) if isinstance(file, Stream) else file, size, path, self)

    def brief(self, act: Callable[[], _T]) -> _T:
        """The answer of `act` by any helper; see `ask`."""
        helper = self.borrow()
        try:
            return self.ask(helper, act)
        finally:
            self.give_back(helper)

    def ask(self, helper: Helper, act: Callable[[], _T]) -> _T:
        """The answer of `act` by this helper.

        Raises:
            StorageError: `MEDIUM_REMOVED` when it takes too long; what `act` raises.
        """
        if self._stalled:
            raise medium_stalled(self.label, self._seconds)
        try:
            return helper.ask(act, self._seconds)
        except TookTooLongError as error:
            self._stalled = True
            raise medium_stalled(self.label, self._seconds) from error

    def borrow(self) -> Helper:
        """A helper for one file."""
        try:
            return self._idle.pop()
        except IndexError:
            return Helper()

    def give_back(self, helper: Helper) -> None:
        """It may serve another file."""
        if not self._stalled:
            self._idle.append(helper)
        else:
            helper.dismiss()


def _dismiss(idle: list[Helper]) -> None:
    for helper in idle:
        helper.dismiss()


def _opened(source: Source, path: str) -> tuple[Stream | io.BytesIO, int]:
    """The open file, or the whole of a small one; and its size."""
    stream = source.open(path)
    if stream.size > _WHOLE:
        return stream, stream.size
    body = bytearray()
    with stream:
        while len(body) <= _WHOLE and (chunk := stream.read(_WHOLE + 1 - len(body))):
            body += chunk
    return io.BytesIO(body), stream.size


class _TimelyFile:
    """A large file, read by a helper of its own."""

    def __init__(self, source: TimelySource, stream: Stream) -> None:
        self._source = source
        self._stream = stream
        self._helper = source.borrow()

    def read(self, most: int) -> bytes:
        asked = min(most, self._source.piece)
        began = time.monotonic()
        chunk = self._source.ask(self._helper, lambda: self._stream.read(asked))
        took = time.monotonic() - began
        if took < _QUICK:
            self._source.piece = min(_MOST, self._source.piece * 2)
        elif took > _SLOW:
            self._source.piece = max(_LEAST, self._source.piece // 4)
        return chunk

    def seek(self, offset: int) -> None:
        self._source.ask(self._helper, lambda: self._stream.seek(offset))

    def close(self) -> None:
        if self._source.gone_quiet:  # closing would block too
            self._helper.dismiss(self._stream.close)
            return
        try:
            self._source.ask(self._helper, self._stream.close)
        finally:
            self._source.give_back(self._helper)
