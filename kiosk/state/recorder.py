"""Hands what visitors do to the record book, on the `db` lane, in order."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import Clock
from kiosk.jobs import Err, Lanes, Result
from kiosk.state.visit import Visit

if TYPE_CHECKING:
    from kiosk.records import RecordBook

_log = logging.getLogger(__name__)
BUILD_YEAR = 2026


class Records(QObject):
    """The recorder of the running kiosk. The book is opened at the first record."""

    kept = Signal(int)
    failed = Signal(object)

    def __init__(self, path: Path, lanes: Lanes, visit: Visit, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._lanes = lanes
        self._visit = visit
        self._clock = clock
        self._book: RecordBook | None = None

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        """Queue one record with the facts of this moment."""
        visit, now, monotonic = self._visit.id, self._clock.now(), self._clock.monotonic()
        frozen = dict(payload)
        self._lanes.run("db", lambda: self._write(visit, kind, uid, frozen, now, monotonic), self._done, must=True)

    def _write(self, visit: str, kind: str, uid: str, payload: dict[str, Any], now: datetime, monotonic: float) -> int:
        from kiosk.records import Record, RecordBook

        if self._book is None:
            self._book = RecordBook(self._path)
        trusted = BUILD_YEAR <= now.year < BUILD_YEAR + 25
        return self._book.append(Record(visit, uid, kind, 1, now, monotonic, trusted, payload))

    def _done(self, result: Result[int]) -> None:
        if isinstance(result, Err):
            _log.error("a record was not kept: %s", result.error)
            self.failed.emit(result.error)
        else:
            self.kept.emit(result.value)
