"""One thing somebody did: as it comes into the book, as it lies there, and as it is read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kiosk.records.entry import Entry
from kiosk.records.identity import Identity


@dataclass(frozen=True, slots=True)
class Record:
    """One thing somebody did.

    Args:
        visit: the visit it belongs to; no person.
        uid: `pack/item`.
        kind: key of the kind.
        version: of the payload's shape.
        at: wall clock, UTC.
        monotonic: seconds of the machine's monotonic clock.
        clock_trusted: whether `at` is plausible.
        payload: JSON of the kind; nothing in it names a person.
        person: who said who they are (worker number, card); only a keyed hash of it is kept.
        once: what may be recorded a single time; a second record of that name is not written.
        unit: workshop of the person by the roster.
    """

    visit: str
    uid: str
    kind: str
    version: int
    at: datetime
    monotonic: float
    clock_trusted: bool
    payload: Mapping[str, Any]
    person: str = ""
    once: str = ""
    unit: str = ""


def row_of(entry: Record, mine: Identity, person: str, unit: str) -> dict[str, Any]:
    """The columns of a record.

    Args:
        mine: whose book it is.
        person: keyed hash of who it was; may be empty.
        unit: the workshop, when the record does not say one.
    """
    return {
        "device": mine.device,
        "boot": mine.boot,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "monotonic": entry.monotonic,
        "clock_trusted": int(entry.clock_trusted),
        "visit": entry.visit,
        "uid": entry.uid,
        "kind": entry.kind,
        "version": entry.version,
        "payload": json.dumps(entry.payload, ensure_ascii=False, sort_keys=True),
        "person": person,
        "once": entry.once or None,
        "unit": entry.unit or unit,
    }


def entry_of(row: Any) -> Entry:
    """A row of the book as it leaves the kiosk."""
    at = datetime.fromisoformat(row.at)
    return Entry(
        device=row.device,
        sequence=row.sequence,
        boot=row.boot,
        at=at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC),
        monotonic=row.monotonic,
        clock_trusted=bool(row.clock_trusted),
        visit=row.visit,
        uid=row.uid,
        kind=row.kind,
        version=row.version,
        payload=json.loads(row.payload),
        person=row.person,
        unit=row.unit,
        once=row.once or "",
    )
