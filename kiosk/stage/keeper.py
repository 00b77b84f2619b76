"""Keeps a lecture's state on the disk at each change, off the GUI thread, and finds it again after a power cut.

The newest state wins: while one is written, those that come meanwhile wait as one. A file is replaced whole or not at all.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import Clock, plausible
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Result
from kiosk.packs.durable import sync_folder, write_durably
from kiosk.stage.run import Run
from kiosk.stage.windows import Roles

T = TypeVar("T")
_log = logging.getLogger(__name__)
FORGOTTEN_S = 3 * 3600.0
"""An interrupted lecture this old is over: nobody sits there any more."""
MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A run as it lies on the disk.

    Args:
        at: seconds since 1970 by the kiosk's clock when it was written.
        began: the same, when the lecture began.
    """

    run: Run
    at: float
    began: float

    def away(self, now: float) -> float:
        """Seconds since it was kept; 0 when the clock cannot say."""
        passed = now - self.at
        return passed if 0 <= passed <= FORGOTTEN_S else 0.0

    def stale(self, now: float) -> bool:
        """Whether the lecture it belongs to is over. A clock that went back cannot say."""
        return now - self.at > FORGOTTEN_S


def run_file(data: Path) -> Path:
    """Where an unfinished lecture lies."""
    return data / "stage" / "run.json"


def interrupted(data: Path, clock: Clock) -> Kept | None:
    """The lecture that was cut off, if one was; a damaged file is none."""
    kept = _read(run_file(data), Kept)
    if kept is None or (plausible(clock.now()) and kept.stale(clock.now().timestamp())):
        return None
    whole = bool(kept.run.steps) and 0 <= kept.run.index < len(kept.run.steps)
    return kept if whole and len(kept.run.spent) == len(kept.run.steps) else None


def remembered_roles(data: Path) -> Roles:
    """Which screen was whose the last time."""
    return _read(data / "stage" / "screens.json", Roles) or Roles()


class Keeper(QObject):
    """Writes what changed.

    Args:
        data: the kiosk's data folder.
        lanes: writing is done on the `db` lane: short work only, so that it never waits for pages being drawn.
    """

    failed = Signal(object)

    def __init__(self, data: Path, lanes: Lanes, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = data / "stage"
        self._lanes = lanes
        self._clock = clock
        self._waiting: Kept | None = None
        self._busy = False
        self._said = False

    def keep(self, run: Run, began: float) -> None:
        """Write this state soon."""
        self._waiting = Kept(run, self._clock.now().timestamp(), began)
        if not self._busy:
            self._write()

    def finish(self) -> None:
        """The lecture is over: nothing is left to be found."""
        self._waiting = None
        file = run_file(self._folder.parent)
        self._lanes.run("db", lambda: _remove(file), self._removed, must=True)

    def keep_roles(self, roles: Roles) -> None:
        """Remember which screen is whose."""
        file = self._folder / "screens.json"
        self._lanes.run("db", lambda: _save(file, roles), self._removed, must=True)

    def _write(self) -> None:
        kept, self._waiting = self._waiting, None
        if kept is not None:
            self._busy = True
            file = self._folder / "run.json"
            self._lanes.run("db", lambda: _save(file, kept), self._written, must=True)

    def _written(self, result: Result[None]) -> None:
        self._busy = False
        self._removed(result)
        self._write()

    def _removed(self, result: Result[None]) -> None:
        if not isinstance(result, Err):
            self._said = False
        elif not self._said:  # once: a full disk stays full
            self._said = True
            _log.error("the lecture's state is not kept: %s", result.error)
            self.failed.emit(result.error)


def _save(file: Path, value: Any) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(file, json.dumps(encode(value), ensure_ascii=False, separators=(",", ":")).encode())
    except OSError as error:
        raise _cannot(error) from error


def _remove(file: Path) -> None:
    try:
        if file.exists():
            file.unlink()
            sync_folder(file.parent)
    except OSError as error:
        raise _cannot(error) from error


def _cannot(error: OSError) -> StorageError:
    return StorageError(
        "STAGE_NOT_KEPT",
        Text(f"讲课的进度写不进磁盘（{error}）。", f"The lecture's state cannot be written ({error})."),
        Text("讲课照常进行；请检查磁盘是否已满。", "The lecture goes on; check whether the disk is full."),
    )


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        if not file.is_file() or file.stat().st_size > MOST_BYTES:
            return None
        return decode(kind, json.loads(file.read_bytes()))
    except (OSError, ValueError, RecursionError, ContentError) as error:
        _log.info("%s cannot be read and is not used: %s", file.name, error)
        return None
