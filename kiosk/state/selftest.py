"""The self-test: what it found is kept in a small file, so that the status page can say when it was and how it went."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import Clock
from kiosk.jobs import Err, Lanes, Result
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import disk_failed

NAME = "selftest.json"
PROBE_BYTES = 32 * 2**20
"""Written and read back to know the disk's speed."""
SLOW = 5.0
"""Megabytes a second: a disk that writes more slowly will drop frames while content is brought in."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Of the disk, megabytes a second."""

    write: float
    read: float
    same: bool
    """What was read is what was written."""


class SelfTest(QObject):
    """Remembers each test's last outcome.

    Args:
        data: the data folder.
    """

    changed = Signal()

    def __init__(self, data: Path, lanes: Lanes, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._lanes = lanes
        self._clock = clock
        self._last: dict[str, dict[str, Any]] = {}

    @property
    def last(self) -> Mapping[str, Mapping[str, Any]]:
        """By test: `at` (text for people), `ok`, and the test's own numbers."""
        return self._last

    def refresh(self) -> None:
        """Read what was kept."""
        self._lanes.run("io", lambda: _read(self._data / NAME), self._known)

    def keep(self, test: str, *, ok: bool, **numbers: Any) -> None:
        """Keep an outcome; the page has it at once, the disk a moment later."""
        at = self._clock.now().astimezone().strftime("%Y-%m-%d %H:%M")
        self._last = {**self._last, test: {"at": at, "ok": ok, **numbers}}
        self.changed.emit()
        kept = dict(self._last)
        self._lanes.run("io", lambda: _write(self._data / NAME, kept), self._kept)

    def measure_disk(self, done: Callable[[Result[Speed]], None], size: int = PROBE_BYTES) -> None:
        """Write and read back on the `io` lane.

        Raises:
            StorageError: to `done`: `DISK_FAILED`.
        """
        self._lanes.run("io", lambda: disk_speed(self._data, size), done)

    def _known(self, result: Result[dict[str, dict[str, Any]]]) -> None:
        if not isinstance(result, Err):
            self._last = {**result.value, **self._last}
            self.changed.emit()

    def _kept(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            raise result.error


def disk_speed(folder: Path, size: int) -> Speed:
    """Speed of the disk on which a folder lies; the probe is removed.

    Raises:
        StorageError: `DISK_FAILED`.
    """
    probe, block = folder / ".speed.probe", os.urandom(2**20)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        with probe.open("wb", buffering=0) as file:
            for _ in range(size // len(block)):
                file.write(block)
            os.fsync(file.fileno())
        wrote = time.monotonic() - began
        handle = os.open(probe, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)  # else the memory answers for the disk
            began = time.monotonic()
            same = all(os.read(handle, len(block)) == block for _ in range(size // len(block)))
            read = time.monotonic() - began
        finally:
            os.close(handle)
    except OSError as error:
        raise disk_failed(str(probe), error) from error
    finally:
        with suppress(OSError):  # the folder itself is gone
            probe.unlink(missing_ok=True)
    megabytes = size / 1e6
    return Speed(megabytes / max(wrote, 1e-6), megabytes / max(read, 1e-6), same)


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # nothing was kept, or the file is damaged: the test is done again
    if not isinstance(said, dict):
        return {}
    return {k: v for k, v in said.items() if isinstance(v, dict) and isinstance(v.get("at"), str)}


def _write(file: Path, kept: Mapping[str, Any]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, json.dumps(kept).encode())
    except OSError as error:
        raise disk_failed(str(file), error) from error
