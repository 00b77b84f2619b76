"""What Qt and the libraries under it write to stderr, as log records.

A message handler in Python (`qInstallMessageHandler`) takes the interpreter's lock on whatever thread Qt speaks from. The GUI
thread often holds that lock while it waits for the same thread: `QMediaPlayer.stop()` waits for the decoders, making an object
of QML waits for the loader. Then neither ever goes on. So nothing of Python hears Qt: its messages go to a file, written
by C alone, and a thread of ours reads that file.

What stands in the file at the start was written last by a run that ended badly.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

PATTERN = "qt.%{type} %{if-category}%{category}: %{endif}%{message}"
"""For `qSetMessagePattern`; what `record_of` reads."""
LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "critical": logging.ERROR,
    "fatal": logging.CRITICAL,
}
QUIET = (
    "propertyCache.append",  # Qt Virtual Keyboard, PopupList
    "PopupList_QMLTYPE",  # the same, where the category is not in the message
    "This plugin does not support",
    "QStandardPaths: XDG_RUNTIME_DIR",
    "PulseAudioService",
    "No audio device detected",
    "pipewire",  # optional to QtMultimedia
    "No RHI backend",  # a film on the software profile: expected
)
"""Known noise of Qt itself, none of it ours to mend."""
EVERY_S = 0.5
LARGEST = 256 << 10
"""Bytes in the file before it is emptied; what was read is in the log."""
LAST_LINES = 20
"""Of the run before that are told."""


def record_of(line: str) -> tuple[str, int, str] | None:
    """Logger, level and message of a line; None for noise.

    A line that is not a message of Qt's (`PATTERN`) comes from another library, or goes on with the message before.
    """
    if not line.strip() or any(quiet in line for quiet in QUIET):
        return None
    if line.startswith("qt."):
        kind, _, message = line[3:].partition(" ")
        if kind in LEVELS:
            return "qt", LEVELS[kind], message.removeprefix("default: ")
    return "stderr", logging.INFO, line


class Native:
    """File descriptor 2 goes into a file until `close`; Python's own stderr stays where it was.

    Args:
        file: kept beside the log; None for one without a name.

    Raises:
        OSError: there is no stderr (Windows without a console); Qt then speaks to the debugger.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._rest = ""
        self._was = os.dup(2)
        try:
            self._file, self._reader = _opened(file)
        except OSError:
            os.close(self._was)
            raise
        self._last_words()
        os.dup2(self._file, 2)
        self._python = _as_stderr(self._was)
        self._thread = threading.Thread(target=self._watch, name="stderr", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def look(self) -> None:
        """Log what has come since the last look."""
        with self._lock:
            for line in self._lines():
                if found := record_of(line):
                    name, level, message = found
                    logging.getLogger(name).log(level, "%s", message)

    def close(self) -> None:
        """Log the rest, and let go."""
        if self._stop.is_set():
            return
        atexit.unregister(self.close)
        self._stop.set()
        self._thread.join()
        os.dup2(self._was, 2)
        self.look()
        self._empty()
        self._python.undo()
        for descriptor in (self._file, self._reader, self._was):
            os.close(descriptor)

    def _watch(self) -> None:
        while not self._stop.wait(EVERY_S):
            self.look()

    def _lines(self) -> Iterator[str]:
        """Whole ones; the beginning of one waits for its end."""
        more = b""
        while part := os.read(self._reader, 64 << 10):
            more += part
        if LARGEST < os.fstat(self._reader).st_size <= os.lseek(self._reader, 0, os.SEEK_CUR):
            self._empty()
        *lines, self._rest = (self._rest + more.decode(errors="replace")).split("\n")
        if self._stop.is_set():
            lines, self._rest = [*lines, self._rest], ""
        yield from lines

    def _last_words(self) -> None:
        lines = [line for line in self._lines() if record_of(line)][-LAST_LINES:]
        for line in lines:
            logging.getLogger("stderr").warning("before the last end: %s", line)
        self._empty()

    def _empty(self) -> None:
        with contextlib.suppress(OSError):  # a disk that turned read-only: it is read on from where it stood
            os.ftruncate(self._file, 0)
            os.lseek(self._reader, 0, os.SEEK_SET)


class _as_stderr:  # noqa: N801  used like a function, undone once
    """`sys.stderr` and the handlers that write to it go to a copy of where it led."""

    def __init__(self, descriptor: int) -> None:
        self._old = sys.stderr
        self._new: TextIO | None = None
        if self._old is not None:
            self._new = os.fdopen(os.dup(descriptor), "w", encoding="utf-8", errors="backslashreplace", buffering=1)
            self._turn(self._old, self._new)

    def undo(self) -> None:
        """Everything writes to the old one again."""
        if self._new is not None:
            self._turn(self._new, self._old)
            self._new.close()

    @staticmethod
    def _turn(before: Any, after: Any) -> None:
        for handler in logging.getLogger().handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is before:
                handler.setStream(after)
        if sys.stderr is before:
            sys.stderr = after


def _opened(file: Path | None) -> tuple[int, int]:
    """To write to, and to read from: two places in one file."""
    if file is not None:
        with contextlib.suppress(OSError):  # a full or read-only disk: without a name, then
            file.parent.mkdir(parents=True, exist_ok=True)
            return _twice(file)
    if memory := getattr(os, "memfd_create", None):
        import fcntl

        writer = int(memory("stderr"))
        fcntl.fcntl(writer, fcntl.F_SETFL, os.O_APPEND)
        return writer, os.open(f"/proc/self/fd/{writer}", os.O_RDONLY)
    handle, name = tempfile.mkstemp(prefix="pioneer-stderr-")
    os.close(handle)
    return _twice(Path(name))


def _twice(file: Path) -> tuple[int, int]:
    binary = getattr(os, "O_BINARY", 0)
    writer = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | binary, 0o600)
    return writer, os.open(file, os.O_RDONLY | binary)
