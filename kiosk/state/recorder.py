"""Hands what visitors do to the record book, on the `db` lane, in order; sees to it that the book is sound."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import Clock, plausible
from kiosk.core.errors import BusyError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Result, tell
from kiosk.state.visit import Visit

if TYPE_CHECKING:
    from kiosk.records import OpenBook, Pages, Rule

T = TypeVar("T")
_log = logging.getLogger(__name__)

MOST_WAITING = 1000
"""Records on their way to the disk; a visitor's next one is refused, and hears so."""
MOST_HOUSE = 200
"""From here on what the house itself notes is left out: a disk that stands still must not fill the memory."""


class Records(QObject):
    """The recorder of the running kiosk. The book is opened at the first record."""

    kept = Signal(int)
    failed = Signal(object)
    mended = Signal(object)
    """The book was damaged and came back; the event says what of it."""

    def __init__(self, path: Path, lanes: Lanes, visit: Visit, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._store = path.parent / "store"  # its ballast is for this book too
        self._lanes = lanes
        self._visit = visit
        self._clock = clock
        self._book: OpenBook | None = None
        self._waiting = 0
        self._left_out = 0

    @property
    def path(self) -> Path:
        """The book's file."""
        return self._path

    @property
    def waiting(self) -> int:
        """Records that are not on the disk yet."""
        return self._waiting

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        """Queue one record with the facts of this moment."""
        self.submit(kind, uid, payload, self._lost)

    def house(self, kind: str, payload: Mapping[str, Any], uid: str = "") -> None:
        """Queue a record of the house's own: nobody waits for it, and it is the first to be left out."""
        if self._waiting >= MOST_HOUSE:
            if not self._left_out:
                _log.warning("the disk is too slow: what the house notes is left out")
            self._left_out += 1
            return
        if self._left_out:
            payload, self._left_out = {**payload, "left_out": self._left_out}, 0
        self.submit(kind, uid, payload, self._quietly_lost)

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
        if self._waiting >= MOST_WAITING:
            done(Err(_too_many()))
            return
        visit, now, monotonic = self._visit.id, self._clock.now(), self._clock.monotonic()
        if apart:
            visit, now, monotonic = "", now.replace(minute=0, second=0, microsecond=0), 0.0
        trusted = plausible(now)
        frozen = dict(payload)
        self._waiting += 1

        def write() -> int:
            from kiosk.packs.ballast import with_ballast
            from kiosk.records import Record

            entry = Record(visit, uid, kind, 1, now, monotonic, trusted, frozen, person, once)
            return self._soundly(lambda book: with_ballast(self._store, lambda: book.append(entry, rule)))

        def told(result: Result[int]) -> None:
            self._waiting -= 1
            if not isinstance(result, Err):
                self.kept.emit(result.value)
            tell(done, result)

        self._lanes.run("db", write, told, must=True)

    def ask(self, question: Callable[[Pages], T], done: Callable[[Result[T]], None]) -> None:
        """See `kiosk.sdk.ui.Recorder.ask`."""
        self._lanes.run("db", lambda: self._soundly(lambda book: book.ask(question)), done)

    def work(self, task: Callable[[OpenBook], T], done: Callable[[Result[T]], None]) -> None:
        """Do something with the whole book, on the `db` lane."""
        self._lanes.run("db", lambda: self._soundly(task), done)

    def check(self) -> None:
        """Read every page of the book on the `io` lane while records go on; mend it when something is wrong."""
        path = self._path

        def look() -> tuple[str, ...]:
            from kiosk.records.backup import check

            return check(path) if path.exists() else ()

        self._lanes.run("io", look, self._checked)

    def close(self) -> None:
        """Put the book away; the lanes are closed already."""
        if self._book is not None:
            self._book.close()
            self._book = None

    # on the `db` lane

    def _soundly(self, task: Callable[[OpenBook], T]) -> T:
        """Do it; when the book turns out to be damaged, mend it and do it once more."""
        try:
            return task(self._open())
        except StorageError as error:
            if error.code != "DATABASE_DAMAGED":
                raise
            _log.info("%s", error)
        self._mend()
        return task(self._open())

    def _open(self) -> OpenBook:
        from kiosk.records import open_book

        if self._book is None:
            self._book = open_book(self._path)
            if self._book.recovery is not None:
                self._tell(self._book.recovery.event)
        return self._book

    def _mend(self) -> None:
        from kiosk.records.recover import BROKEN, recover

        self.close()
        recovery = recover(self._path, BROKEN)
        if recovery is not None:
            self._tell(recovery.event)

    def _tell(self, event: KioskError) -> None:
        from kiosk.records.telling import tell

        self.mended.emit(event)
        try:
            tell(self._path.parent, event)
        except KioskError as error:  # the record of it is in the book all the same
            _log.warning("the log of syncs does not tell it: %s", error)

    # on the GUI thread

    def _checked(self, result: Result[tuple[str, ...]]) -> None:
        if isinstance(result, Err):
            _log.error("the record book cannot be checked: %s", result.error)
        elif result.value:
            _log.info("the record book is damaged: %s", "; ".join(result.value[:3]))
            self._lanes.run("db", self._mend, self._mending_done, must=True)

    def _mending_done(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            _log.error("the record book could not be mended: %s", result.error)
            self.failed.emit(result.error)

    def _lost(self, result: Result[int]) -> None:
        """Nobody waits for the answer: the house says it."""
        if isinstance(result, Err):
            _log.error("a record was not kept: %s", result.error)
            self.failed.emit(result.error)

    def _quietly_lost(self, result: Result[int]) -> None:
        """The visitor did nothing and has nothing to fear."""
        if isinstance(result, Err):
            _log.error("a record of the house was not kept: %s", result.error)


def _too_many() -> BusyError:
    return BusyError(
        "TOO_MANY_RECORDS",
        Text("磁盘太慢，前面的记录还没写完。", "The disk is too slow: earlier records are still being written."),
        Text("请稍等一分钟再试。", "Please try again in a minute."),
    )
