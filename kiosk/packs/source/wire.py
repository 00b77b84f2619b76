"""One HTTP connection that cannot be held up: connecting, headers and body each have their time."""

from __future__ import annotations

import base64
import http.client
import io
import socket
import ssl
import time
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

CONNECT = 10.0
"""Seconds for a connection, and for the handshake of TLS."""
STALL = 20.0
"""Seconds without a byte; seconds for all headers together."""
_CRAWL_SECONDS, _CRAWL_BYTES = 30.0, 30 * 256  # curl's rule: slower than this for so long is as good as nothing


class Connection(http.client.HTTPConnection):
    """To a server, or to the proxy of the environment; plain or TLS, with the system's certificates.

    Args:
        base: scheme, host and port count.
        stall: see `STALL`.
    """

    def __init__(self, base: SplitResult, stall: float = STALL) -> None:
        self.stall = stall
        self.secure = base.scheme == "https"
        self.fresh = True
        self._server = base.hostname or ""
        self.prefix = ""
        proxy = None if proxy_bypass(base.netloc) else getproxies().get(base.scheme)
        middle = urlsplit(proxy if proxy and "://" in proxy else f"http://{proxy}") if proxy else None
        port = base.port or (443 if self.secure else 80)
        super().__init__(
            middle.hostname or "" if middle else self._server,
            (middle.port or 8080) if middle else port,
            timeout=CONNECT,
        )
        self.proxy_headers = _login(middle) if middle else {}
        if middle and self.secure:
            self.set_tunnel(self._server, port, self.proxy_headers)
            self.proxy_headers = {}
        elif middle:
            self.prefix = f"http://{base.netloc}"

    def connect(self) -> None:
        """Connect, through the proxy's tunnel if need be, and shake hands."""
        super().connect()
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self._server)

    def ask(self, target: str, headers: dict[str, str]) -> Response:
        """GET, up to the end of the headers.

        Raises:
            OSError: the connection fails; `TimeoutError` when headers take too long.
            http.client.HTTPException: that is not HTTP.
        """
        self.request("GET", self.prefix + target, headers=headers | self.proxy_headers)
        response = self.getresponse()
        assert isinstance(response, Response)
        return response

    def response_class(self, sock: socket.socket, *args: Any, **words: Any) -> Response:  # type: ignore[override]
        """Makes the answers; named by `http.client`."""
        return Response(self.stall, sock, *args, **words)


class Response(http.client.HTTPResponse):
    """An answer whose headers come in time, and whose body does not crawl."""

    def __init__(self, stall: float, sock: socket.socket, *args: Any, **words: Any) -> None:
        super().__init__(sock, *args, **words)
        self._timed = _Timed(self.fp.detach(), sock, stall)
        self.fp = io.BufferedReader(self._timed, 64 * 1024)

    def begin(self) -> None:
        """Read status and headers; named by `http.client`."""
        self._timed.begin()
        super().begin()
        self._timed.watch()


class _Timed(io.RawIOBase):
    """The bytes of a socket, with a deadline for the headers and a least speed for the body."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, stall: float) -> None:
        self._raw = raw
        self._sock = sock
        self._stall = stall
        self._deadline: float | None = None
        self._since = 0.0
        self._bytes = 0

    def begin(self) -> None:
        self._deadline = time.monotonic() + self._stall

    def watch(self) -> None:
        self._deadline, self._since, self._bytes = None, time.monotonic(), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        now = time.monotonic()
        if self._deadline is None and now - self._since > _CRAWL_SECONDS:
            if self._bytes < _CRAWL_BYTES:
                raise TimeoutError("the server crawls")
            self._since, self._bytes = now, 0
        left = self._stall if self._deadline is None else self._deadline - now
        if left <= 0:
            raise TimeoutError("headers take too long")
        self._sock.settimeout(left)
        count = self._raw.readinto(buffer)
        self._bytes += count or 0
        return count

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


def _login(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
