"""The last things that the program said about itself, kept in memory for the administrator's page; and their way to a stick."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.packs.durable import write_durably
from kiosk.packs.volumes import Volume, mounted, sticks

MOST = 400


@dataclass(frozen=True, slots=True)
class Event:
    """One thing said.

    Args:
        at: when, in the kiosk's own zone.
        level: `info`, `look` (a warning) or `bad` (an error).
        part: which part of the program.
    """

    at: datetime
    level: str
    part: str
    words: str


class EventLog(logging.Handler):
    """Keeps the last events; the oldest one goes first."""

    def __init__(self, most: int = MOST) -> None:
        super().__init__(logging.INFO)
        self._kept: deque[Event] = deque(maxlen=most)

    @property
    def events(self) -> tuple[Event, ...]:
        """The newest first."""
        return tuple(reversed(tuple(self._kept)))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        level = "bad" if record.levelno >= logging.ERROR else "look" if record.levelno >= logging.WARNING else "info"
        at = datetime.fromtimestamp(record.created).astimezone()
        self._kept.append(Event(at, level, record.name.removeprefix("kiosk."), record.getMessage()[:500]))


class StickWriter(QObject):
    """Writes one file onto the stick that is in. A thread of its own: a dying stick holds nobody up.

    Args:
        volumes: what is mounted.
    """

    written = Signal(str, str)
    """Name of the file, and what went wrong: empty, `none` (no stick), `failed`."""

    def __init__(self, volumes: Callable[[], tuple[Volume, ...]] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volumes = volumes or mounted
        self._busy = False
        self.written.connect(self._done, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """A file is being written."""
        return self._busy

    def write(self, name: str, body: bytes) -> None:
        """Write it and read it back; `written` follows."""
        if not self._busy:
            self._busy = True
            threading.Thread(target=self._aside, args=(name, body), daemon=True, name="stick-writer").start()

    def _aside(self, name: str, body: bytes) -> None:
        try:
            found = sticks(self._volumes())
            problem = "none"
            if found:
                file: Path = found[0].mount / name
                write_durably(file, body)
                problem = "" if file.read_bytes() == body else "failed"
        except OSError:
            problem = "failed"
        with suppress(RuntimeError):  # the kiosk was closed meanwhile
            self.written.emit(name, problem)

    @Slot(str, str)
    def _done(self, _name: str, _problem: str) -> None:
        self._busy = False


def as_text(events: Iterable[Event]) -> str:
    """For a file: one event a line."""
    return "".join(f"{e.at:%Y-%m-%d %H:%M:%S}\t{e.level}\t{e.part}\t{e.words}\n" for e in events)
