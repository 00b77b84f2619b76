"""A kiosk's book filled with made-up records, at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kiosk.records import open_book
from kiosk.records.entry import Entry

COLUMNS = "sequence, device, boot, at, monotonic, clock_trusted, visit, uid, kind, version, payload, person, unit"


def fill_book(path: Path, made: Iterable[Entry]) -> Path:
    """Write records into `records.db`, which is made when it is missing."""
    with closing(open_book(path)):
        pass
    rows = (
        (e.sequence, e.device, e.boot, e.at.isoformat(timespec="milliseconds"), e.monotonic, int(e.clock_trusted), e.visit, e.uid,
         e.kind, e.version, json.dumps(e.payload, ensure_ascii=False), e.person, e.unit)
        for e in made
    )  # fmt: skip
    with closing(sqlite3.connect(path)) as opened:
        opened.executemany(f"INSERT INTO record ({COLUMNS}) VALUES ({', '.join('?' * 13)})", rows)
        opened.commit()
    return path
