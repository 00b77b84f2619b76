"""The journal of systemd in its own protocol, so that fields can be asked for: `journalctl -t kiosk LOGGER=kiosk.faults`.

https://systemd.io/JOURNAL_NATIVE_PROTOCOL/
"""

from __future__ import annotations

import logging
import socket
import struct
from pathlib import Path

SOCKET = Path("/run/systemd/journal/socket")
_MOST = 32_000
"""Bytes of one field: a datagram has to fit into the socket's buffer (200 kB)."""
_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6), (0, 7))


class Journal(logging.Handler):
    """Sends records to journald; when it cannot be reached the line goes to stderr, which systemd reads as well.

    Args:
        path: its socket.
        identifier: `journalctl -t …`.
    """

    def __init__(self, path: Path = SOCKET, identifier: str = "kiosk") -> None:
        super().__init__()
        self._identifier = identifier
        self._otherwise = logging.StreamHandler()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)  # a journal that is busy must not hold up the screen
        self._path = str(path)

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record."""
        try:
            self._socket.sendto(datagram(record, self._identifier), self._path)
        except OSError:
            self._otherwise.emit(record)

    def close(self) -> None:
        """Let go of the socket."""
        self._socket.close()
        super().close()


def datagram(record: logging.LogRecord, identifier: str) -> bytes:
    """A record as the journal takes it."""
    fields = {
        "MESSAGE": record.getMessage(),
        "PRIORITY": str(next(number for level, number in _PRIORITIES if record.levelno >= level)),
        "SYSLOG_IDENTIFIER": identifier,
        "LOGGER": record.name,
        "CODE_FILE": record.pathname,
        "CODE_LINE": str(record.lineno),
        "CODE_FUNC": record.funcName or "",
        "THREAD_NAME": record.threadName or "",
    }
    if record.exc_info:
        trace = logging.Formatter().formatException(record.exc_info)
        fields["MESSAGE"] += f"\n{trace}"
        fields["EXCEPTION"] = record.exc_info[0].__name__ if record.exc_info[0] else ""
    return b"".join(_field(name, value) for name, value in fields.items())


def _field(name: str, value: str) -> bytes:
    body = value.encode("utf-8", "backslashreplace")[:_MOST]
    if b"\n" not in body:
        return name.encode() + b"=" + body + b"\n"
    return name.encode() + b"\n" + struct.pack("<Q", len(body)) + body + b"\n"
