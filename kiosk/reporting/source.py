"""Where reports take their numbers from: the office's database, or the record book of one kiosk, which is only read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from kiosk.core.errors import ContentError, StorageError
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.fleet.office.read import Field
    from kiosk.records.entry import Entry
    from kiosk.records.facts import Fact
    from kiosk.reports.catalogue import Needs
    from kiosk.reports.material import Asked

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""Whole months, so that the office answers from its monthly sums when no day is asked for."""
_MARGIN = timedelta(days=2)
"""A day of any zone, written in UTC."""


class Source(Protocol):
    """Records, added up and one by one."""

    def facts(self, needs: Needs, asked: Asked) -> Iterable[Fact]:
        """What a report needs, added up."""

    def entries(self, kind: str, asked: Asked) -> Iterable[Entry]:
        """Records of one kind, by kiosk, oldest first. Workshops are not filtered."""

    def took_part(self, asked: Asked) -> Iterable[tuple[str, str]]:
        """Workshop and pseudonym of everybody who said who they are."""

    def people(self) -> Mapping[str, int]:
        """Size of each workshop by the roster."""

    def devices(self) -> tuple[str, ...]:
        """All kiosks."""

    def names(self) -> Mapping[str, str]:
        """What kiosks call themselves: where they stand."""

    def close(self) -> None:
        """Let go of it."""


class OfficeSource:
    """The office's database.

    Raises:
        StorageError: `NO_RECORDS`: a file was named that is not there.
    """

    def __init__(self, url: str) -> None:
        from kiosk.fleet.office.database import Office

        if "://" not in url and not Path(url).is_file():
            raise _no_records(Path(url))

        self._office = Office(url)

    def facts(self, needs: Needs, asked: Asked) -> Iterable[Fact]:
        """From the prepared sums."""
        from kiosk.fleet.office.read import Wanted, facts

        fields: set[Any] = set(needs.keep)
        fields |= {"unit"} if asked.unit else set()
        fields |= {"device"} if asked.device else set()
        keep: frozenset[Field] = frozenset(fields)
        wanted = Wanted(
            asked.first or FIRST, asked.last or LAST, devices=(asked.device,) if asked.device else (),
            units=(asked.unit,) if asked.unit else (), kinds=needs.kinds, measures=needs.measures, keep=keep,
        )  # fmt: skip
        return facts(self._office, wanted)

    def entries(self, kind: str, asked: Asked) -> Iterable[Entry]:
        """At their repaired times."""
        from kiosk.fleet.office.read import entries

        devices = (asked.device,) if asked.device else ()
        return entries(self._office, kind, since=asked.first, until=asked.last, devices=devices)

    def took_part(self, asked: Asked) -> Iterable[tuple[str, str]]:
        """Each person once for every kiosk: the pseudonym is the kiosk's own."""
        from kiosk.fleet.office.read import took_part

        devices = (asked.device,) if asked.device else ()
        for unit, device, person in took_part(self._office, since=asked.first, until=asked.last, devices=devices):
            yield unit, f"{device} {person}"

    def people(self) -> Mapping[str, int]:
        """The roster stays on the kiosks."""
        return {}

    def devices(self) -> tuple[str, ...]:
        """Those that sent something."""
        from sqlalchemy import select

        from kiosk.fleet.office.schema import kiosk

        with self._office.reader() as c:
            return tuple(c.execute(select(kiosk.c.device).order_by(kiosk.c.device)).scalars())

    def names(self) -> Mapping[str, str]:
        """By their newest health reports."""
        from sqlalchemy import select

        from kiosk.fleet.health import from_json
        from kiosk.fleet.office.schema import kiosk

        with self._office.reader() as c:
            told = {
                row.device: from_json(json.loads(row.health))
                for row in c.execute(select(kiosk.c.device, kiosk.c.health))
            }
        return {device: health.site or health.name for device, health in told.items()}

    def close(self) -> None:
        """Let go of it."""
        self._office.close()


class BookSource:
    """`records.db` of one kiosk, opened for reading only; the kiosk may be running.

    Args:
        path: of the book.
        by_kind: what the kinds' records mean.

    Raises:
        StorageError: `NO_RECORDS`: there is no book.
        ContentError: `BAD_RECORDS`: it is no record book.
    """

    def __init__(self, path: Path, by_kind: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Measure]]]) -> None:
        if not path.is_file():
            raise _no_records(path)
        self._path, self._by_kind = path, by_kind
        self._columns = {row["name"] for row in self._rows("PRAGMA table_info(record)")}

    def facts(self, needs: Needs, asked: Asked) -> Iterable[Fact]:
        """Added up now."""
        from kiosk.records.facts import Sums

        sums = Sums(self._by_kind)
        for entry in self._read(asked, needs.kinds):
            sums.add(entry)
        return [f for f in sums if asked.covers(f) and (not needs.measures or f.measure in needs.measures)]

    def entries(self, kind: str, asked: Asked) -> Iterable[Entry]:
        """Oldest first."""
        return (e for e in self._read(asked, (kind,)) if _within(e, asked))

    def took_part(self, asked: Asked) -> Iterable[tuple[str, str]]:
        """Everybody once or more."""
        if "person" not in self._columns:
            return ()  # a book from before anybody was asked
        return ((e.unit, e.person) for e in self._read(asked, named=True) if _within(e, asked))

    def people(self) -> Mapping[str, int]:
        """By the roster on the kiosk."""
        try:
            rows = self._rows("SELECT unit, COUNT(*) FROM roster GROUP BY unit")
        except ContentError:
            return {}  # a book from before there were rosters
        return {row[0]: row[1] for row in rows if row[0]}

    def devices(self) -> tuple[str, ...]:
        """This kiosk."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT device FROM record"))

    def names(self) -> Mapping[str, str]:
        """A single kiosk needs none."""
        return {}

    def close(self) -> None:
        """Nothing is held open."""

    def _read(self, asked: Asked, kinds: Sequence[str] = (), *, named: bool = False) -> Iterator[Entry]:
        """Records in their order at their mended times, as they are read: a book may hold millions. May be too many."""
        where, values = ["1"], list[object](kinds)
        if kinds:
            where.append(f"kind IN ({', '.join('?' * len(kinds))})")
        if named:
            where.append("person <> ''")
        first = (asked.first - _MARGIN).isoformat() if asked.first else ""
        last = (asked.last + _MARGIN).isoformat() if asked.last else "9"
        where.append("(clock_trusted = 0 OR (at >= ? AND at <= ?))")
        question = f"SELECT * FROM record WHERE {' AND '.join(where)} ORDER BY sequence"  # noqa: S608 - our own words
        for row in self._stream(question, (*values, first, last)):
            entry = entry_of(row)
            mended = self._times.get(entry.sequence)
            yield replace(entry, at=mended) if mended else entry

    @cached_property
    def _times(self) -> Mapping[int, datetime]:
        """Times of the records whose clock was wrong, from their boots and the ends of all others."""
        from kiosk.records.repair import repair

        ends = "SELECT MIN(sequence) FROM record GROUP BY boot UNION SELECT MAX(sequence) FROM record GROUP BY boot"
        wrong = "SELECT boot FROM record WHERE clock_trusted = 0"
        if not self._rows(f"{wrong} LIMIT 1"):
            return {}
        question = f"SELECT * FROM record WHERE boot IN ({wrong}) OR sequence IN ({ends})"  # noqa: S608 - our own words
        said = [replace(entry_of(row), payload={}) for row in self._stream(question)]
        untrusted = {e.sequence for e in said if not e.clock_trusted}
        return {r.sequence: r.at for r in repair(said) if r.sequence in untrusted}

    def _rows(self, question: str) -> list[sqlite3.Row]:
        return list(self._stream(question))

    def _stream(self, question: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        address = f"file:{quote(str(self._path.resolve()))}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True, timeout=5)) as opened:
                opened.row_factory = sqlite3.Row
                yield from opened.execute(question, tuple(values))
        except sqlite3.Error as error:
            raise ContentError(
                "BAD_RECORDS",
                Text(f"{self._path.name} 读不了。", f"{self._path.name} cannot be read."),
                Text("用屏上的 records.db，或它的拷贝。", "Use records.db of the kiosk, or a copy."),
            ) from error


def _no_records(path: Path) -> StorageError:
    return StorageError(
        "NO_RECORDS",
        Text(f"{path} 不在，没有记录可看。", f"There is no {path}: nothing has been recorded."),
        Text(
            "用 --data 指明屏的数据文件夹，或用 --db 指明办公室的数据库。",
            "Name a kiosk's data folder with --data, or the office's database with --db.",
        ),
    )


def entry_of(row: sqlite3.Row) -> Entry:
    """A record of a book of any edition."""
    from kiosk.records.entry import Entry

    names = set(row.keys())
    at = datetime.fromisoformat(row["at"])
    return Entry(
        row["device"], row["sequence"], row["boot"], at if at.tzinfo else at.replace(tzinfo=UTC), row["monotonic"],
        bool(row["clock_trusted"]), row["visit"], row["uid"], row["kind"], row["version"], json.loads(row["payload"]),
        row["person"] if "person" in names else "", row["unit"] if "unit" in names else "",
    )  # fmt: skip


def _within(entry: Entry, asked: Asked) -> bool:
    day = entry.at.astimezone().date()
    return (
        (asked.first is None or day >= asked.first)
        and (asked.last is None or day <= asked.last)
        and asked.device in ("", entry.device)
    )
