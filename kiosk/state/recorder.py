"""Hands what visitors do to the record book, on the `db` lane, in order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import Clock, plausible
from kiosk.jobs import Err, Lanes, Result
from kiosk.state.visit import Visit

if TYPE_CHECKING:
    from kiosk.records import Pages, RecordBook, Rule

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Records(QObject):
    """The recorder of the running kiosk. The book is opened at the first record."""

    kept = Signal(int)
    failed = Signal(object)

    def __init__(self, path: Path, lanes: Lanes, visit: Visit, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._store = path.parent / "store"  # its ballast is for this book too
        self._lanes = lanes
        self._visit = visit
        self._clock = clock
        self._book: RecordBook | None = None

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        """Queue one record with the facts of this moment."""
        self.submit(kind, uid, payload, self._lost)

    def submit(
        self,
        kind: str,
        uid: str,
        payload: Mapping[str, Any],
        done: Callable[[Result[int]], None],
        *,
        person: str = "",
        once: str = "",
        rule: Rule | None = None,
        apart: bool = False,
    ) -> None:
        """See `kiosk.sdk.ui.Recorder.submit`."""
        visit, now, monotonic = self._visit.id, self._clock.now(), self._clock.monotonic()
        if apart:
            visit, now, monotonic = "", now.replace(minute=0, second=0, microsecond=0), 0.0
        trusted = plausible(now)
        frozen = dict(payload)

        def write() -> int:
            from kiosk.packs.ballast import with_ballast
            from kiosk.records import Record

            entry = Record(visit, uid, kind, 1, now, monotonic, trusted, frozen, person, once)
            return with_ballast(self._store, lambda: self._open().append(entry, rule))

        def told(result: Result[int]) -> None:
            if not isinstance(result, Err):
                self.kept.emit(result.value)
            done(result)

        self._lanes.run("db", write, told, must=True)

    def ask(self, question: Callable[[Pages], T], done: Callable[[Result[T]], None]) -> None:
        """See `kiosk.sdk.ui.Recorder.ask`."""
        self._lanes.run("db", lambda: self._open().ask(question), done)

    def _open(self) -> RecordBook:
        from kiosk.records import RecordBook

        if self._book is None:
            self._book = RecordBook(self._path)
        return self._book

    def _lost(self, result: Result[int]) -> None:
        """Nobody waits for the answer: the house says it."""
        if isinstance(result, Err):
            _log.error("a record was not kept: %s", result.error)
            self.failed.emit(result.error)
