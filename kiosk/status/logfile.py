"""A log in files of bounded size: `kiosk.log`, `kiosk.log.1` … `kiosk.log.4`.

Standard library's `logging.handlers` costs 10 ms of every boot and raises into the program when the disk is full.
"""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path
from typing import IO

SIZE = 2_000_000
FILES = 5
"""So the log takes at most 10 MB."""
_LINE = 32_000


class Lines(logging.Formatter):
    """`2026-11-22T08:30:00.123+08:00 INFO kiosk.state.syncer: …`, long ones cut."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """Local time with its offset: clocks of kiosks are wrong now and then, and moved."""
        return datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")

    def format(self, record: logging.LogRecord) -> str:
        """One record, at most 32 kB."""
        text = super().format(record)
        return text if len(text) <= _LINE else f"{text[:_LINE]} …"


class LogFile(logging.Handler):
    """Writes to files in a folder; a disk that refuses costs lines, never the kiosk.

    Args:
        folder: made when missing.
        name: of the newest file.
        size: bytes after which the next file begins.
        files: how many are kept.
    """

    def __init__(self, folder: Path, name: str = "kiosk.log", *, size: int = SIZE, files: int = FILES) -> None:
        super().__init__()
        self._path = folder / name
        self._size, self._files = size, files
        self._file: IO[bytes] | None = None
        self._lost = 0
        self.setFormatter(Lines())

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; what could not be written is counted and said as soon as it can be."""
        line = f"{self.format(record)}\n".encode("utf-8", "backslashreplace")
        try:
            file = self._open(len(line))
            if self._lost:
                file.write(f"(the disk refused {self._lost} lines before this one)\n".encode())
                self._lost = 0
            file.write(line)
            file.flush()
        except OSError:
            self._lost += 1
            self._shut()

    def close(self) -> None:
        """Let go of the file."""
        self.acquire()
        try:
            self._shut()
        finally:
            self.release()
        super().close()

    def _open(self, coming: int) -> IO[bytes]:
        if self._file is not None and self._file.tell() + coming > self._size:
            self._shut()
            self._turn()
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o640)
            self._file = os.fdopen(handle, "ab")
            if self._file.tell() + coming > self._size and self._file.tell():
                self._shut()
                self._turn()
                return self._open(0)
        return self._file

    def _turn(self) -> None:
        for number in range(self._files - 1, 0, -1):
            older = self._path.with_name(f"{self._path.name}.{number}")
            newer = self._path.with_name(f"{self._path.name}.{number - 1}") if number > 1 else self._path
            if newer.exists():
                newer.replace(older)

    def _shut(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError:
                self._lost += 1  # what was buffered


def log_files(folder: Path, name: str = "kiosk.log") -> tuple[Path, ...]:
    """The files that are there, newest first."""
    places = [folder / name, *(folder / f"{name}.{number}" for number in range(1, FILES))]
    return tuple(place for place in places if place.is_file())
