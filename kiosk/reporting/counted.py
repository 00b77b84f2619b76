"""A kiosk's own book, counted once: what its records add up to by day is kept in a file of its own beside it.

The file is derived and disposable: when it is missing, damaged or of another edition it is made again, and what it says is
what counting the book anew would say. It is filled in blocks of records, so that counting can be interrupted anywhere and
goes on later; a block is counted again when records of it were deleted. No person is in it, nor a pseudonym.

Records that were made while the clock was wrong are not in it: their times may still be mended by later ones, so they are
counted anew each time. There are few, on a machine whose clock is kept.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text
from kiosk.records.facts import RECORDS, Fact, Sums
from kiosk.reporting.source import FIRST, LAST, BookSource, entry_of

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.records.entry import Entry
    from kiosk.reports.catalogue import Needs
    from kiosk.reports.material import Asked

FILE = "reports.db"
EDITION = 1
"""Raise it when records come to mean something else: the file is made again."""
BLOCK = 8_000
"""Sequences counted at a time: some tenths of a second on a slow machine."""
_GRAIN = 1000
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE block (number INTEGER PRIMARY KEY, upto INTEGER NOT NULL, records INTEGER NOT NULL, untimed INTEGER NOT NULL);
CREATE TABLE fact (block INTEGER NOT NULL, day TEXT NOT NULL, device TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
  uid TEXT NOT NULL, measure TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL, total INTEGER NOT NULL);
CREATE INDEX fact_day ON fact (day);
CREATE INDEX fact_block ON fact (block);
"""
_FIELDS = ("device", "unit", "kind", "uid", "measure", "key")
_UPTO = "SELECT COALESCE(MAX(upto), 0) FROM block"


class CountedSource(BookSource):
    """`records.db` of one kiosk, and `reports.db` beside it with what it adds up to.

    Args:
        path: of the book.
        by_kind: what the kinds' records mean.

    Raises:
        StorageError: `NO_RECORDS`: there is no book.
        ContentError: `BAD_RECORDS`: it is no record book.
    """

    def __init__(self, path: Path, by_kind: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Measure]]]) -> None:
        super().__init__(path, by_kind)
        self._cache = path.with_name(FILE)
        self._compared = False

    def count_on(self) -> float:
        """Count the next block of records.

        Returns:
            The share that is counted; 1: all of it.

        Raises:
            StorageError: `CANNOT_COUNT`: the disk refuses the file.
            ContentError: the book cannot be read.
        """
        try:
            with closing(self._open()) as cache:
                if not self._compared:
                    self._drop_tidied(cache)
                    self._compared = True
                last = self._one("SELECT COALESCE(MAX(sequence), 0) FROM record")
                number = _next(cache, last)
                if number is None:
                    return self._complete(cache)
                self._count(cache, number, last)
                blocks = last // BLOCK + 1
                done = cache.execute("SELECT COUNT(*) FROM block").fetchone()[0]
                return min(0.99, float(done) / blocks)
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                "CANNOT_COUNT",
                Text(f"{FILE} 写不了，数不出来。", f"{FILE} cannot be written: nothing can be counted."),
                Text(
                    "看看磁盘是不是满了，再打开一次报表。", "See whether the disk is full, then open the reports again."
                ),
            ) from error

    def facts(self, needs: Needs, asked: Asked) -> Iterable[Fact]:
        """From what was counted; call `count_on` to its end before. Fields nobody needs come back empty."""
        sums = Sums(self._by_kind)
        with closing(self._open()) as cache:
            sums.merge(_stored(cache, needs, asked))
        if self.untimed:
            wrong = Sums(self._by_kind)
            for entry in self._wrong():
                if not needs.kinds or entry.kind in needs.kinds:
                    wrong.add(entry)
            sums.merge(f for f in wrong if asked.covers(f) and (not needs.measures or f.measure in needs.measures))
        return tuple(sums)

    def took_part(self, asked: Asked) -> Iterable[tuple[str, str]]:
        """Everybody once, from the book itself: pseudonyms stay in it."""
        if not {"person", "unit"} <= self._columns or self.untimed:
            return super().took_part(asked)
        first = _midnight(asked.first) if asked.first else ""
        last = _midnight(asked.last + timedelta(days=1)) if asked.last else "9"
        question = "SELECT DISTINCT unit, person FROM record WHERE person <> '' AND at >= ? AND at < ?"
        return [(row[0], row[1]) for row in self._stream(question, (first, last))]

    def units(self) -> tuple[str, ...]:
        """Workshops of the records and of the roster."""
        with closing(self._open()) as cache:
            found = {row[0] for row in cache.execute("SELECT DISTINCT unit FROM fact WHERE measure = ?", (RECORDS,))}
        return tuple(sorted((found | set(self.people())) - {""}))

    def days(self) -> tuple[date, date] | None:
        """First and last day with a record at a trusted time; None: there is none."""
        with closing(self._open()) as cache:
            first, last = cache.execute("SELECT MIN(day), MAX(day) FROM fact").fetchone()
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    @property
    def records(self) -> int:
        """How many are counted."""
        return self._sum("records")

    @property
    def untimed(self) -> int:
        """How many of them were made while the clock was wrong."""
        return self._sum("untimed")

    # counting

    def _count(self, cache: sqlite3.Connection, number: int, last: int) -> None:
        """Count a block, again when it was counted in part."""
        first, end = number * BLOCK, min(number * BLOCK + BLOCK - 1, last)
        sums, records, untimed = Sums(self._by_kind), 0, 0
        for row in self._stream("SELECT * FROM record WHERE sequence BETWEEN ? AND ?", (first, end)):
            records += 1
            entry = entry_of(row)
            if entry.clock_trusted:
                sums.add(entry)
            else:
                untimed += 1
        with _writing(cache):
            cache.execute("DELETE FROM fact WHERE block = ?", (number,))
            cache.execute("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?)", (number, end, records, untimed))
            cache.executemany(
                "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((number, place[0].isoformat(), *place[1:], *amount) for place, amount in sums.amounts()),
            )

    def _complete(self, cache: sqlite3.Connection) -> float:
        """All blocks are there; the book must hold as many records, else it was changed behind our back."""
        upto = cache.execute(_UPTO).fetchone()[0]
        held = self._one("SELECT COUNT(*) FROM record") - self._one(
            "SELECT COUNT(*) FROM record WHERE sequence > ?", upto
        )
        if held == cache.execute("SELECT COALESCE(SUM(records), 0) FROM block").fetchone()[0]:
            return 1.0
        with _writing(cache):
            cache.execute("DELETE FROM fact")
            cache.execute("DELETE FROM block")
        return 0.0

    def _drop_tidied(self, cache: sqlite3.Connection) -> None:
        """Forget the blocks from which old records were deleted since."""
        now = self._tidied()
        told = cache.execute("SELECT value FROM about WHERE name = 'tidied'").fetchone()
        before: dict[str, int] = json.loads(told[0]) if told else now
        with _writing(cache):
            for name, upto in now.items():
                if (was := before.get(name, 0)) < upto:
                    numbers = was // BLOCK, upto // BLOCK
                    cache.execute("DELETE FROM fact WHERE block BETWEEN ? AND ?", numbers)
                    cache.execute("DELETE FROM block WHERE number BETWEEN ? AND ?", numbers)
            cache.execute("INSERT OR REPLACE INTO about VALUES ('tidied', ?)", (json.dumps(now),))

    def _tidied(self) -> dict[str, int]:
        """Up to which sequence old records were deleted, by their age."""
        try:
            return {r[0]: int(r[1]) for r in self._rows("SELECT name, value FROM note WHERE name LIKE 'deleted %'")}
        except ContentError:
            return {}  # a book from before anything was deleted

    def _wrong(self) -> Iterator[Entry]:
        for row in self._stream("SELECT * FROM record WHERE clock_trusted = 0"):
            entry = entry_of(row)
            mended = self._times.get(entry.sequence)
            yield replace(entry, at=mended) if mended else entry

    # the file

    def _open(self) -> sqlite3.Connection:
        about = self._about()
        with suppress(sqlite3.DatabaseError):
            cache = self._connect()
            try:
                if dict(cache.execute("SELECT name, value FROM about WHERE name <> 'tidied'")) == about:
                    return cache
            except sqlite3.OperationalError as error:
                if "no such table" not in str(error):
                    cache.close()
                    raise
            cache.close()
        self._forget()
        cache = self._connect()
        cache.executescript(_SCHEMA)
        cache.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        cache.commit()
        return cache

    def _connect(self) -> sqlite3.Connection:
        cache = sqlite3.connect(self._cache, timeout=5)
        cache.execute("PRAGMA synchronous = OFF")  # disposable: what a power cut breaks is made again
        return cache

    def _about(self) -> dict[str, str]:
        """What the numbers depend on beside the records: whose they are, the edition, and this machine's midnight."""
        device = ",".join(str(row[0]) for row in self._rows("SELECT id FROM device"))
        zone = [str(datetime(2026, month, 1, tzinfo=UTC).astimezone().utcoffset()) for month in (1, 7)]
        return {
            "device": device,
            "edition": str(EDITION),
            "zone": " ".join(zone),
            "kinds": " ".join(sorted(self._by_kind)),
        }

    def _forget(self) -> None:
        self._compared = False
        for ending in ("", "-journal"):
            self._cache.with_name(self._cache.name + ending).unlink(missing_ok=True)

    def _sum(self, column: str) -> int:
        with closing(self._open()) as cache:
            question = f"SELECT COALESCE(SUM({column}), 0) FROM block"  # noqa: S608 - our own words
            return int(cache.execute(question).fetchone()[0])

    def _one(self, question: str, *values: object) -> int:
        return int(next(iter(self._stream(question, values)))[0])


def _writing(cache: sqlite3.Connection) -> sqlite3.Connection:
    """One transaction: as a context it commits, or rolls back."""
    cache.execute("BEGIN")
    return cache


def _next(cache: sqlite3.Connection, last: int) -> int | None:
    """The first block that is missing or has grown since; None: none."""
    upto = dict(cache.execute("SELECT number, upto FROM block"))
    for number in range(last // BLOCK + 1):
        if upto.get(number, -1) < min(number * BLOCK + BLOCK - 1, last):
            return number
    return None


def _stored(cache: sqlite3.Connection, needs: Needs, asked: Asked) -> Iterator[Fact]:
    keep = set(needs.keep) | ({"unit"} if asked.unit else set()) | ({"device"} if asked.device else set())
    first, last = asked.first or FIRST, asked.last or LAST
    shown = ["day" if "day" in keep else "''", *(name if name in keep else "''" for name in _FIELDS)]
    groups = [name for name in ("day", *_FIELDS) if name in keep]
    where, values = ["day BETWEEN ? AND ?"], [first.isoformat(), last.isoformat()]
    chosen = (("kind", needs.kinds), ("measure", needs.measures), ("unit", [asked.unit]), ("device", [asked.device]))
    for name, wanted in chosen:
        if any(wanted):
            where.append(f"{name} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)
    question = f"SELECT {', '.join(shown)}, SUM(count), SUM(total) FROM fact WHERE {' AND '.join(where)}"  # noqa: S608
    if groups:
        question += f" GROUP BY {', '.join(groups)}"
    for day, device, unit, kind, uid, measure, key, count, total in cache.execute(question, values):
        if count is not None:
            at = date.fromisoformat(day) if day else first
            yield Fact(at, device, unit, kind, uid, measure, key, count, total / _GRAIN)


def _midnight(day: date) -> str:
    """When a day begins here, as the beginning of a time in the book: it orders before the same second with a fraction."""
    return datetime.combine(day, datetime.min.time()).astimezone().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
