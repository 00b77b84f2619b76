"""A roster on a kiosk under test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.records import Record, RecordBook
from kiosk.records.roster import Person


def bring_roster(data: Path, people: Sequence[Person]) -> None:
    """As `kiosk roster import` does beside a running kiosk."""
    book = RecordBook(data / "records.db")
    entry = Record("", "", "admin", 1, datetime.now(UTC), 0.0, True, {"act": "roster-import"})
    book.append(entry, lambda pages: (pages.roster.replace(people), None)[1])
    book.close()
