"""A server for monitoring, on the loopback interface only.

It reads one frozen snapshot and asks the GUI thread for nothing but pictures, with a deadline: whatever a client does, the
screen does not wait.

| path | |
|---|---|
| `/healthz` | 200 while the GUI thread lives, else 503; needs no token |
| `/status` | JSON |
| `/metrics` | Prometheus text |
| `/screenshot` | PNG; 409 while somebody's entry may be on the screen |

All but the first need `Authorization: Bearer TOKEN`. The token is no part of an address: those end up in logs.
"""

from __future__ import annotations

import hmac
import json
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kiosk.status.metrics import metrics
from kiosk.status.snapshot import Snapshot

HOST = "127.0.0.1"
PATIENCE = 5.0
"""Seconds a client may take for its request."""
CLIENTS = 4
"""At the same time; further ones are turned away."""
BETWEEN_PICTURES = 5.0
"""Seconds: each picture costs the screen a frame."""

_log = logging.getLogger(__name__)


class PrivateError(Exception):
    """Somebody's entry may be on the screen."""


class TooLateError(Exception):
    """The GUI thread did not answer in time."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the server needs of the kiosk.

    Args:
        snapshot: the newest one.
        picture: PNG of the screen; called on a thread of the server. Raises `PrivateError`, `TooLateError`.
        monotonic: the clock of the snapshots.
    """

    snapshot: Callable[[], Snapshot]
    picture: Callable[[], bytes]
    monotonic: Callable[[], float] = time.monotonic


class StatusServer:
    """Listens from `start` to `stop`.

    Args:
        port: on 127.0.0.1; 0 = any free one.
        token: empty: only `/healthz` answers.
    """

    def __init__(self, port: int, token: str, doors: Doors) -> None:
        self._port, self._token, self._doors = port, token, doors
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """Where it listens; 0 while it does not."""
        return int(self._server.server_address[1]) if self._server is not None else 0

    def start(self) -> None:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        self._server = _Server((HOST, self._port), self._token, self._doors)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.25}, name="status", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Close the port; answers under way may end."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 8
    allow_reuse_port = False

    def __init__(self, address: tuple[str, int], token: str, doors: Doors) -> None:
        self.token, self.doors = token, doors
        self._room = threading.BoundedSemaphore(CLIENTS)
        self._pictures = threading.Lock()
        self._pictured = float("-inf")
        super().__init__(address, _Handler)

    def picture_due(self) -> bool:
        """Whether a picture may be made now; counts it."""
        with self._pictures:
            now = self.doors.monotonic()
            if now - self._pictured < BETWEEN_PICTURES:
                return False
            self._pictured = now
            return True

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._room.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        _log.warning("a client of the status server was not answered", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE
    server_version = "kiosk"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer one request."""
        now = self.server.doors.monotonic()
        snapshot = self.server.doors.snapshot()
        if not self._for_us():
            self._say(403, {"error": "HOST"})
        elif self.path == "/healthz":
            alive = snapshot.alive(now)
            self._say(200 if alive else 503, {"alive": alive})
        elif self.path not in ("/status", "/metrics", "/screenshot"):
            self._say(404, {"error": "NOT_FOUND"})
        elif not self.server.token:
            self._say(403, {"error": "NO_TOKEN", "message": "Set status_token."})
        elif not self._known():
            self._say(401, {"error": "TOKEN"}, ("WWW-Authenticate", "Bearer"))
        elif self.path == "/status":
            self._say(200, snapshot.as_json(now))
        elif self.path == "/metrics":
            self._send(200, "text/plain; version=0.0.4; charset=utf-8", metrics(snapshot, now).encode())
        else:
            self._picture()

    do_HEAD = do_GET

    def _picture(self) -> None:
        if not self.server.picture_due():
            self._say(429, {"error": "TOO_OFTEN"}, ("Retry-After", str(int(BETWEEN_PICTURES))))
            return
        try:
            self._send(200, "image/png", self.server.doors.picture())
        except PrivateError:
            self._say(409, {"error": "PRIVATE", "message": "Somebody's entry may be on the screen."})
        except TooLateError:
            self._say(503, {"error": "TOO_LATE", "message": "The screen did not answer in time."})

    def _known(self) -> bool:
        said = self.headers.get("Authorization", "")
        return hmac.compare_digest(said.encode("utf-8", "replace"), f"Bearer {self.server.token}".encode())

    def _for_us(self) -> bool:
        """A web page that points a name of its own at 127.0.0.1 says that name."""
        name = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        return name in (HOST, "localhost")

    def _say(self, status: int, answer: Any, *headers: tuple[str, str]) -> None:
        self._send(status, "application/json", json.dumps(answer, ensure_ascii=False).encode(), *headers)

    def _send(self, status: int, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
                            ("X-Content-Type-Options", "nosniff"), ("Connection", "close"), *headers):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class calls it so
        """Nobody needs a line a minute in the log."""
        _log.debug(format, *args)
