"""`ledger.db` in the office's folder: the lines as they were filled, what the officer added, and the numbers given out.

Nothing in it is overwritten or deleted: an addition is a row, the newest one of a cell counts. A line stays when its
records are gone from the database, for the ledger is what the inspection sees years later. Every command is one
transaction with `synchronous=FULL`; a photo is durable in `photos/` before its row is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Index, Integer, MetaData, String, Table, func, insert, select

from kiosk.core.errors import ContentError, StorageError
from kiosk.core.table import Cell
from kiosk.core.text import Text
from kiosk.db import Database
from kiosk.packs.durable import write_durably
from kiosk.reports.form import document_number
from kiosk.reports.ledger.config import Ledger
from kiosk.reports.ledger.lines import Line

FILE, PHOTOS = "ledger.db", "photos"
MOST_PHOTO = 50_000_000
"""Bytes."""
_PICTURES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}

_metadata = MetaData()
_line = Table(
    "line",
    _metadata,
    Column("ledger", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),  # within ledger and year; never given twice
    Column("day", String, nullable=False),  # ISO
    Column("fields", String, nullable=False),  # JSON, as filled last
)
Index("line_number", _line.c.ledger, _line.c.year, _line.c.number, unique=True)
_addition = Table(
    "addition",
    _metadata,
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("ledger", String, nullable=False),
    Column("id", String, nullable=False),
    Column("column", String, nullable=False),
    Column("value", String, nullable=False),  # as JSON; of photos: the list of all of them
    Column("at", String, nullable=False),
    sqlite_autoincrement=True,
)
Index("addition_cell", _addition.c.ledger, _addition.c.id, _addition.c.column)
_document = Table(
    "document",
    _metadata,
    Column("year", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("title", String, nullable=False),
    Column("at", String, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A line with everything that is known of it.

    Args:
        id: of the line.
        year, number: what it is called on paper.
        day: its first one.
        record: what the records say, as JSON holds it.
        added: what the officer says, by column.
        photos: names of files in `photos/`, by column.
    """

    id: str
    year: int
    number: int
    day: date
    record: Mapping[str, Any]
    added: Mapping[str, Any]
    photos: Mapping[str, tuple[str, ...]]


class LedgerBook:
    """The book of an office.

    Args:
        folder: of the office; made when missing.

    Raises:
        StorageError: the folder cannot be written, or the book is damaged or newer than this program.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._db = Database(folder / FILE, _metadata, synchronous="FULL", busy_timeout=30)

    def fill(self, ledger: Ledger, lines: Iterable[Line]) -> tuple[int, int]:
        """Put lines in; those already there get the new values of their records. Returns how many are new, and changed."""
        added = changed = 0
        with self._db.transaction() as c:
            known = {row.id: row.fields for row in c.execute(select(_line).where(_line.c.ledger == ledger.name))}
            for line in lines:
                fields = _dumped(line.fields)
                if line.id not in known:
                    number = self._next(c, ledger.name, line.day.year)
                    c.execute(
                        insert(_line).values(
                            ledger=ledger.name, id=line.id, year=line.day.year, number=number,
                            day=line.day.isoformat(), fields=fields,
                        )
                    )  # fmt: skip
                    added += 1
                elif known[line.id] != fields:
                    c.execute(
                        _line.update().where(_line.c.ledger == ledger.name, _line.c.id == line.id).values(fields=fields)
                    )
                    changed += 1
        return added, changed

    def add(self, ledger: Ledger, line: str, cells: Mapping[str, str], photos: Iterable[Path], at: datetime) -> Filled:
        """Add what the officer says to a line.

        Args:
            ledger: which.
            line: its id, or its number as `2026-3` or, in the newest year, `3`.
            cells: by key of the column; an empty text takes a value back.
            photos: picture files (JPEG, PNG); copied.
            at: now.

        Raises:
            ContentError: `NO_LINE`, `NO_COLUMN`, `BAD_VALUE`, `BAD_PHOTO`; nothing was changed.
            StorageError: `CANNOT_KEEP`; nothing was changed.
        """
        from kiosk.reports.ledger.values import photo_column, read

        found = self._found(ledger, line)
        values = {key: read(ledger, key, said) for key, said in cells.items()}
        kept = [self._keep(photo) for photo in photos]
        if kept:
            column = photo_column(ledger)
            values[column] = [*dict.fromkeys((*found.photos.get(column, ()), *kept))]
        with self._db.transaction() as c:
            for key, value in values.items():
                c.execute(
                    insert(_addition).values(
                        ledger=ledger.name,
                        id=found.id,
                        column=key,
                        value=_dump(value),
                        at=at.isoformat(timespec="seconds"),
                    )
                )
        return self._found(ledger, found.id)

    def lines(self, ledger: Ledger, first: date | None = None, last: date | None = None) -> tuple[Filled, ...]:
        """The lines, by year and number; those of days outside are left out."""
        photos = {column.key for column in ledger.columns if column.kind == "photos"}
        with self._db.reader() as c:
            newest = (
                select(func.max(_addition.c.place))
                .where(_addition.c.ledger == ledger.name)
                .group_by(_addition.c.id, _addition.c.column)
            )
            said: dict[str, dict[str, Any]] = {}
            for row in c.execute(select(_addition).where(_addition.c.place.in_(newest))):
                said.setdefault(row.id, {})[row.column] = json.loads(row.value)
            rows = c.execute(
                select(_line).where(_line.c.ledger == ledger.name).order_by(_line.c.year, _line.c.number)
            ).all()
        found = (_filled(row, said.get(row.id, {}), photos) for row in rows)
        return tuple(f for f in found if (first is None or f.day >= first) and (last is None or f.day <= last))

    def document(self, year: int, title: str, at: datetime) -> str:
        """Give out the next number of a year: 〔2026〕第001号."""
        with self._db.transaction() as c:
            last = c.execute(select(func.max(_document.c.number)).where(_document.c.year == year)).scalar() or 0
            c.execute(
                insert(_document).values(year=year, number=last + 1, title=title, at=at.isoformat(timespec="seconds"))
            )
        return document_number(year, last + 1)

    def photo(self, name: str) -> Path:
        """Where a photo lies."""
        return self.folder / PHOTOS / name

    def sound(self, name: str) -> bool:
        """Whether a photo is there and is the one that was added."""
        try:
            return hashlib.sha256(self.photo(name).read_bytes()).hexdigest()[:32] == Path(name).stem
        except OSError:
            return False

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _found(self, ledger: Ledger, line: str) -> Filled:
        lines = self.lines(ledger)
        years = [found.year for found in lines]
        for found in lines:
            names = {found.id, f"{found.year}-{found.number}"}
            if line in names or (found.year == max(years) and line == str(found.number)):
                return found
        raise ContentError(
            "NO_LINE",
            Text(f"{ledger.title.zh}里没有“{line}”这一行。", f"{ledger.title.en} has no line “{line}”."),
            Text("先运行 kiosk ledger fill，行号见 kiosk ledger show。", "Run kiosk ledger fill; kiosk ledger show has the numbers."),
        )  # fmt: skip

    def _next(self, c: Connection, ledger: str, year: int) -> int:
        asked = select(func.max(_line.c.number)).where(_line.c.ledger == ledger, _line.c.year == year)
        return int(c.execute(asked).scalar() or 0) + 1

    def _keep(self, photo: Path) -> str:
        """Copy a photo under the name of its content, durably; the same photo twice is one."""
        try:
            if photo.stat().st_size > MOST_PHOTO:
                raise _bad_photo(photo)
            data = photo.read_bytes()
            ending = next((e for head, e in _PICTURES.items() if data.startswith(head)), None)
            if ending is None:
                raise _bad_photo(photo)
            name = hashlib.sha256(data).hexdigest()[:32] + ending
            if not self.sound(name):
                self.photo(name).parent.mkdir(parents=True, exist_ok=True)
                write_durably(self.photo(name), data)
        except OSError as error:
            raise StorageError(
                "CANNOT_KEEP",
                Text(
                    f"照片 {photo} 存不进去（{error.strerror}）。",
                    f"The photo {photo} cannot be kept ({error.strerror}).",
                ),
                Text("检查照片、权限和空间。", "Check the photo, permissions and space."),
            ) from error
        return name


def _filled(row: Any, said: Mapping[str, Any], photos: set[str]) -> Filled:
    cells = {**json.loads(row.fields), "number": row.number}
    added = {key: value for key, value in said.items() if key not in photos}
    shown = {key: tuple(value) for key, value in said.items() if key in photos and isinstance(value, list)}
    return Filled(row.id, row.year, row.number, date.fromisoformat(row.day), cells, added, shown)


def _dumped(fields: Mapping[str, Cell]) -> str:
    return _dump({key: value for key, value in sorted(fields.items()) if value is not None})


def _dump(value: Any) -> str:
    def other(cell: object) -> object:
        match cell:
            case Text():
                return {"zh": cell.zh, "en": cell.en}
            case date():
                return cell.isoformat()
        raise TypeError(f"a ledger keeps no {type(cell).__name__}")

    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=other)


def _bad_photo(photo: Path) -> ContentError:
    return ContentError(
        "BAD_PHOTO",
        Text(f"{photo.name} 不是 50 MB 以内的 JPEG 或 PNG 照片。", f"{photo.name} is no JPEG or PNG of up to 50 MB."),
        Text("换一张照片。", "Choose another photo."),
    )
