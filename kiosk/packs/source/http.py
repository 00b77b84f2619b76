"""A repository on a web server that serves plain files. Nothing it says is believed but what signatures and hashes prove.

The standard library's client is enough: one kind of request, no cookies, no decompression, no redirects to elsewhere, and
deadlines that a general client does not offer.
"""

from __future__ import annotations

import errno
import http.client
import ssl
import weakref
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote, urljoin, urlsplit

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.packs.errors import damaged_medium, no_server_permission, not_on_this_medium, server_unreachable
from kiosk.packs.source.base import Stream, parts_of
from kiosk.packs.source.failure import is_passing
from kiosk.packs.source.httpbody import DRAIN, Body, Resumed
from kiosk.packs.source.httpfailure import LaterError, as_os_error, reason
from kiosk.packs.source.patience import ON_A_SERVER, Patience
from kiosk.packs.source.wire import STALL, Connection, Response

_REDIRECTS = 3
_WAIT_MOST = 30.0  # seconds a server may ask for with Retry-After
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


_T = TypeVar("_T")


class HttpSource:
    """A static web server.

    Connections are kept and used again. A download that breaks off goes on with a range request, or is read past what is
    there already when the server knows no ranges.

    Args:
        base: `http://` or `https://` address of the folder that holds `publishers` and `blobs`.
        patience: for servers that fail, with pauses in which they may come back.
        stall: seconds without a byte.
    """

    lanes = 4
    """Files open at a time: each costs a round trip."""

    def __init__(self, base: str, patience: Patience = ON_A_SERVER, stall: float = STALL) -> None:
        self._base = urlsplit(base)
        self._folder = quote(self._base.path.rstrip("/"), safe="/%:@!$&'()*+,;=")
        self._patience = patience
        self._stall = stall
        self._idle: list[Connection] = []
        weakref.finalize(self, _close_all, self._idle)

    @property
    def label(self) -> str:
        """The address."""
        return self._base.geturl()

    def open(self, path: str) -> Stream:
        """See `Source.open`."""
        parts_of(path)
        body = self._insist(lambda: self._get(path, 0), path)
        return Stream(Resumed(self, body, path), body.size, path, self)

    def gone(self) -> bool:
        """True when the server does not answer, or only that it cannot just now."""
        try:
            connection, response = self._answer(f"{self._folder}/UNION-PACKS.json", 0)
        except OSError:
            return True
        self._keep(connection, response)
        return False

    def at(self, path: str, offset: int) -> Body:
        """The body from `offset` on.

        Raises:
            OSError: it may be worth another try.
        """
        return self._get(path, offset)

    def resume(self, path: str, offset: int, most: int, failed: OSError) -> tuple[Body, bytes]:
        """The body from `offset` on, and its first bytes."""

        def once_more() -> tuple[Body, bytes]:
            body = self._get(path, offset)
            try:
                return body, body.read(most)
            except OSError:
                body.close()
                raise

        return self._insist(once_more, path, failed)

    def _insist(self, act: Callable[[], _T], path: str, failed: OSError | None = None) -> _T:
        pauses = self._patience.pauses()
        while True:
            try:
                if failed is not None:
                    raise failed
                return act()
            except OSError as error:
                pause = next(pauses, None) if is_passing(error) else None
                if pause is None:
                    raise self._known(error, path) from error
                self._patience.sleep(max(pause, getattr(error, "wait", 0.0)))
                failed = None

    def _known(self, error: OSError, path: str) -> StorageError:
        if isinstance(error, ssl.SSLCertVerificationError):
            why = f"{error.verify_message}"
            return server_unreachable(
                self.label,
                Text(
                    f"证书不可信或本机时钟不对（{why}）",
                    f"its certificate is not trusted, or the clock is wrong ({why})",
                ),
            )
        if error.errno == errno.EIO and not self.gone():
            return damaged_medium(path, Text(f"服务器给不全：{error.strerror}", f"not served whole: {error.strerror}"))
        return server_unreachable(self.label, reason(error))

    def _get(self, path: str, offset: int) -> Body:
        """The file from `offset` on.

        Raises:
            StorageError: final: not there, refused, not a plain file.
            OSError: perhaps another time.
        """
        target = f"{self._folder}/{quote(path)}"
        for _hop in range(_REDIRECTS + 1):
            connection, response = self._answer(target, offset)
            status = response.status
            if status in (200, 206):
                return Body(self, connection, response, offset, path)
            self._keep(connection, response)
            if status in (301, 302, 303, 307, 308):
                target = self._near(target, response.getheader("Location", ""))
                continue
            raise self._final(status, path)
        raise server_unreachable(self.label, Text("转来转去没有尽头", "it redirects without end"))

    def _answer(self, target: str, offset: int) -> tuple[Connection, Response]:
        headers = {"Accept-Encoding": "identity", "User-Agent": "pioneer-kiosk"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
        while True:
            try:
                connection = self._idle.pop()
            except IndexError:
                connection = Connection(self._base, self._stall)
            try:
                response = connection.ask(target, headers)
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                if not connection.fresh and not isinstance(error, TimeoutError):
                    continue  # the server had closed a kept connection, as it may: not a failure
                raise as_os_error(error) from error
            connection.fresh = False
            if response.status in _LATER:
                self._keep(connection, response)
                raise LaterError(response.status, _wait(response))
            return connection, response

    def _near(self, target: str, location: str) -> str:
        """A redirect to the same server; a hotel's login page is not the server."""
        there = urlsplit(urljoin(f"{self._base.scheme}://{self._base.netloc}{target}", location))
        if (there.scheme, there.netloc) != (self._base.scheme, self._base.netloc):
            place = f"{there.scheme}://{there.netloc}"
            raise server_unreachable(
                self.label, Text(f"它转到了别处 {place}，没有跟去", f"it redirects to {place}, which was not followed")
            )
        return there.path + (f"?{there.query}" if there.query else "")

    def _final(self, status: int, path: str) -> StorageError:
        if status in (404, 410):
            return not_on_this_medium(path)
        if status in (401, 403, 407):
            return no_server_permission(self.label)
        return damaged_medium(path, Text(f"服务器回答 {status}", f"the server answers {status}"))

    def _keep(self, connection: Connection, response: Response) -> None:
        """Use the connection again when little of the answer is left."""
        try:
            if not response.isclosed() and response.length is not None and response.length <= DRAIN:
                response.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            return
        self.put_back(connection, response)

    def put_back(self, connection: Connection, response: Response) -> None:
        """Keep it when its answer has been read to the end, else close it."""
        if response.isclosed() and connection.sock is not None:
            self._idle.append(connection)
        else:
            response.close()
            connection.close()


def _close_all(idle: list[Connection]) -> None:
    for connection in idle:
        connection.close()


def _wait(response: Response) -> float:
    said = response.getheader("Retry-After", "")
    return min(float(said), _WAIT_MOST) if said.isascii() and said.isdigit() else 0.0
