"""Telling whoever started the kiosk that it lives: systemd's notify protocol, and the same words to `kiosk supervise`.

systemd names a Unix datagram socket (https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html). The
supervisor listens on a datagram port of the loopback interface, which Windows has too; a token keeps others off it.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass

SUPERVISOR = "KIOSK_SUPERVISOR"
"""Environment: `port:token` of the supervisor that started this process."""
BEAT = 1.0
"""Seconds between two signs of life, unless whoever listens wants them sooner."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Place:
    family: int
    address: str | tuple[str, int]
    token: str = ""


class Notifier:
    """Says how the kiosk is; silent when nobody asked to be told.

    Args:
        env: `NOTIFY_SOCKET` and `WATCHDOG_USEC` of systemd, `KIOSK_SUPERVISOR` of the supervisor.
    """

    def __init__(self, env: Mapping[str, str] = os.environ) -> None:
        self._place = _place(env)
        self._socket: socket.socket | None = None
        self._failed = False
        limit = env.get("WATCHDOG_USEC", "")
        self._beat = min(BEAT, max(0.05, int(limit) / 3e6)) if limit.isdigit() and int(limit) else BEAT
        if self._place is not None:
            self._socket = socket.socket(self._place.family, socket.SOCK_DGRAM)
            self._socket.setblocking(False)

    @property
    def beat(self) -> float:
        """Seconds between two signs of life: a third of what systemd waits for one, at most `BEAT`."""
        return self._beat

    @property
    def heard(self) -> bool:
        """Whether somebody wants to be told."""
        return self._place is not None

    def say(self, *lines: str) -> None:
        """Send assignments: `READY=1`, `WATCHDOG=1`, `STATUS=…`, `STOPPING=1`. Never blocks."""
        if self._socket is None or self._place is None:
            return
        text = "\n".join((self._place.token, *lines) if self._place.token else lines)
        try:
            self._socket.sendto(text.encode(), self._place.address)
        except OSError as error:
            if not self._failed:
                _log.warning("the service manager cannot be told: %s", error)
            self._failed = True
        else:
            self._failed = False

    def close(self) -> None:
        """Say nothing any more."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _place(env: Mapping[str, str]) -> _Place | None:
    if said := env.get(SUPERVISOR, ""):
        port, _, token = said.partition(":")
        if port.isdigit() and token:
            return _Place(socket.AF_INET, ("127.0.0.1", int(port)), token)
    if (path := env.get("NOTIFY_SOCKET", "")) and hasattr(socket, "AF_UNIX"):
        return _Place(socket.AF_UNIX, f"\0{path[1:]}" if path.startswith("@") else path)
    return None
