"""Background lanes that own what uses them, so that a test leaves no timer and no object behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.jobs import Lanes
from kiosk.records import Record, RecordBook
from kiosk.records.roster import Person


@contextmanager
def owned_lanes() -> Iterator[Lanes]:
    """Lanes to be used as the parent of every QObject of a test."""
    lanes = Lanes()
    yield lanes
    lanes.close()
    lanes.deleteLater()
    drop_deferred()


def drop_deferred() -> None:
    """Delete what waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def bring_roster(data: Path, people: Sequence[Person]) -> None:
    """As `kiosk roster import` does beside a running kiosk."""
    book = RecordBook(data / "records.db")
    entry = Record("", "", "admin", 1, datetime.now(UTC), 0.0, True, {"act": "roster-import"})
    book.append(entry, lambda pages: (pages.roster.replace(people), None)[1])
    book.close()
