"""The bytes that a web server sends, measured as they come; where an answer breaks off, the next one goes on."""

from __future__ import annotations

import errno
import http.client
import re
from typing import Protocol

from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium
from kiosk.packs.source.httpfailure import as_os_error
from kiosk.packs.source.wire import Connection, Response

DRAIN = 64 * 1024
"""Rest of an answer that is read rather than losing the connection."""
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


class Giver(Protocol):
    """The server, as its answers see it."""

    def at(self, path: str, offset: int) -> Body:
        """The body from `offset` on.

        Raises:
            OSError: it may be worth another try.
        """

    def resume(self, path: str, offset: int, most: int, failed: OSError) -> tuple[Body, bytes]:
        """The body from `offset` on, and its first bytes, after `failed`."""

    def put_back(self, connection: Connection, response: Response) -> None:
        """An answer is not needed any more."""


class Body:
    """The bytes of one answer."""

    def __init__(self, source: Giver, connection: Connection, response: Response, offset: int, path: str) -> None:
        self._source = source
        self._connection = connection
        self._response = response
        self._left = -1
        try:
            self.size, self._left = _measure(response, offset, path)
            if offset and response.status == 200:
                self._skip(offset)
        except BaseException:
            self.close()
            raise

    def read(self, most: int) -> bytes:
        """At most so many bytes, never beyond the size the server said."""
        if self._left <= 0 or not most:
            return b""
        try:
            chunk = self._response.read1(min(most, self._left))
        except (OSError, http.client.HTTPException) as error:
            raise as_os_error(error) from error
        if not chunk:
            raise OSError(errno.EIO, f"{self._left} bytes less than announced")
        self._left -= len(chunk)
        return chunk

    def close(self) -> None:
        """Give the connection back."""
        if self._left == 0 and not self._response.isclosed():
            self._response.read()  # no byte: tells the library that this was the end
        self._source.put_back(self._connection, self._response)

    def _skip(self, offset: int) -> None:
        while offset:
            offset -= len(self.read(min(DRAIN, offset)))


class Resumed:
    """A file of the server; goes on by itself where an answer broke off."""

    def __init__(self, source: Giver, body: Body, path: str) -> None:
        self._source = source
        self._body: Body | None = body
        self._size = body.size
        self._path = path
        self._offset = 0

    def read(self, most: int) -> bytes:
        """At most so many bytes; nothing at the end."""
        if self._offset >= self._size:
            return b""
        try:
            if self._body is None:
                self._body = self._source.at(self._path, self._offset)
            chunk = self._body.read(most)
        except OSError as error:
            self.close()
            self._body, chunk = self._source.resume(self._path, self._offset, most, error)
        self._offset += len(chunk)
        return chunk

    def seek(self, offset: int) -> None:
        """Go on from there."""
        if offset != self._offset:
            self.close()
            self._offset = offset

    def close(self) -> None:
        """Give the connection back."""
        body, self._body = self._body, None
        if body is not None:
            body.close()


def _measure(response: Response, offset: int, path: str) -> tuple[int, int]:
    """Size of the file, and bytes that are still to come."""
    length = response.length
    encoded = response.getheader("Content-Encoding", "identity").lower() != "identity"
    if length is None or encoded:
        raise damaged_medium(path, Text("服务器没有说明大小", "the server does not say its size"))
    if response.status == 200:
        return length, length
    ranged = _RANGE.fullmatch(response.getheader("Content-Range", ""))
    if not ranged or int(ranged[1]) != offset or int(ranged[2]) - offset + 1 != length:
        raise OSError(errno.EIO, "another range than asked for")
    return offset + length if ranged[3] == "*" else int(ranged[3]), length
