"""Kiosks and an office for the tests: books without a disk, one key, and everything an office database says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey
from nacl.signing import SigningKey
from sqlalchemy import select

from kiosk.core.measure import Measure
from kiosk.fleet.batch import Cover, Made, Slip, build, line
from kiosk.fleet.office import Office
from kiosk.fleet.office.schema import anchor, batch, daily, kiosk, record
from kiosk.records.entry import Entry
from kiosk.sealing import OfficeKey

NOW = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
OFFICE = PrivateKey(hashlib.sha256(b"office of the tests").digest())
PRIVATE, PUBLIC = bytes(OFFICE), OfficeKey(bytes(OFFICE.public_key))


def quiz_facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    if isinstance(payload.get("right"), bool):
        yield Measure("answered", str(payload.get("question", "")), total=float(payload["right"]))


BY_KIND = {"quiz": quiz_facts}


def signer(device: str) -> SigningKey:
    return SigningKey(hashlib.sha256(device.encode()).digest())


def entry(device: str, sequence: int, **changes: Any) -> Entry:
    told: dict[str, Any] = {
        "boot": 1 + sequence // 40,
        "at": datetime(2026, 5, 1, 8, tzinfo=UTC) + timedelta(minutes=7 * sequence),
        "monotonic": 10.0 + 420 * (sequence % 40),
        "clock_trusted": True,
        "visit": f"v{sequence // 3}",
        "uid": f"may-day/quiz-{sequence % 4}",
        "kind": "quiz",
        "version": 1,
        "payload": {
            "question": f"q{sequence % 9}",
            "right": sequence % 3 == 0,
            "prompt": "安全帽“怎么戴”？\t\\N\n\u0000",
        },
        "unit": "一车间" if sequence % 2 else "",
    }
    return Entry(device, sequence, **{**told, **changes})


@dataclass(slots=True)
class ListBook:
    """A record book in memory."""

    device: str
    kept: list[Entry] = field(default_factory=list)

    def grow(self, count: int, **changes: Any) -> None:
        at = len(self.kept)
        self.kept += [entry(self.device, n, **changes) for n in range(at + 1, at + count + 1)]

    def entries(self, after: int, limit: int) -> Iterator[Entry]:
        return iter([e for e in self.kept if e.sequence > after][:limit])

    def leaving(self) -> int:
        return self.kept[-1].sequence if self.kept else 0


def make(device: str, number: int, entries: list[Entry], *, first: int = 0, last: int = 0, **slip: Any) -> Made:
    """A batch, sealed and signed."""
    told = Slip(**{"token": f"{number:064x}", "spool": "0" * 16, "confirmed": 0, "health": {}, **slip})
    ends = (first, last) if first else (entries[0].sequence, entries[-1].sequence)
    cover = Cover(device, number, *ends, NOW)
    return build(cover, map(line, entries), told, PUBLIC, signer(device))


def share(place: Path) -> Path:
    """A share or stick that the office prepared; returns its `outbox/records`."""
    folder = place / "outbox" / "records"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def contents(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    """All that an office database says, without when it was collected."""
    told = {}
    with office.reader() as c:
        for table in (kiosk, batch, record, anchor, daily):
            columns = [column for column in table.columns if column.name != "collected"]
            rows = c.execute(select(*columns)).all()
            told[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return told
