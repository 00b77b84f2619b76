"""Two copies of the book, made in turns, each whole on the disk or not there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.db.backup import copy_pages, remove_database, sync_path
from kiosk.packs.errors import disk_failed
from kiosk.records.errors import records_damaged
from kiosk.records.schema import VERSION


@dataclass(frozen=True, slots=True)
class Copy:
    """A sound copy.

    Args:
        path: the file.
        version: of its schema.
        last: highest sequence number in it.
        count: records in it.
        bytes: its size.
    """

    path: Path
    version: int
    last: int
    count: int
    bytes: int


def places(book: Path) -> tuple[Path, Path]:
    """Where the two copies are."""
    return book.with_suffix(".backup-1.db"), book.with_suffix(".backup-2.db")


def back_up(book: Path) -> Copy:
    """Copy the committed state of the book over the older of the two copies, while others write.

    Raises:
        StorageError: the book is damaged, or the disk refused; both copies are as they were.
    """
    known = {c.path: c.last for c in map(look, places(book)) if c is not None}
    target = min(places(book), key=lambda place: known.get(place, -1))
    draft = target.with_suffix(".new")
    remove_database(draft)
    try:
        copy_pages(book, draft)
        if faults := check(draft, still=True):
            raise records_damaged(book.name, faults)
        draft.replace(target)
        sync_path(target.parent)
    except OSError as error:
        raise disk_failed(str(target), error) from error
    except sqlite3.Error as error:
        raise records_damaged(book.name, (str(error),)) from error
    finally:
        remove_database(draft)
    copy = look(target)
    assert copy is not None
    return copy


def remake(book: Path) -> None:
    """Both copies anew: what was erased from the book is in neither, nor in a damaged file put aside.

    Raises:
        StorageError: as `back_up`.
    """
    back_up(book)
    back_up(book)
    remove_database(damaged(book))


def damaged(book: Path) -> Path:
    """Where a damaged book is put aside."""
    return book.with_suffix(".damaged.db")


def copies(book: Path) -> tuple[Copy, ...]:
    """The sound copies, best first."""
    found = (c for c in map(look, places(book)) if c is not None and c.version <= VERSION)
    return tuple(sorted(found, key=lambda c: -c.last))


def look(path: Path) -> Copy | None:
    """What a copy holds; None when it is missing or unreadable. Its pages are not all read: see `check`."""
    if not path.exists():
        return None
    try:
        with closing(_open(path, still=True)) as db:
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if not version:
                return None
            last, count = db.execute("SELECT coalesce(max(sequence), 0), count(*) FROM record").fetchone()
            given = db.execute("SELECT seq FROM sqlite_sequence WHERE name='record'").fetchone()
    except sqlite3.Error:
        return None
    return Copy(path, version, max(int(last), int(given[0]) if given else 0), int(count), path.stat().st_size)


def check(path: Path, *, still: bool = False) -> tuple[str, ...]:
    """Faults that SQLite finds in a file; empty when it is sound. Reads every page; nothing waits for it.

    Args:
        still: nobody writes to it, and it has no log.

    Raises:
        StorageError: it cannot be opened at all for another reason than damage.
    """
    try:
        with closing(_open(path, still=still)) as db:
            found = [str(row[0]) for row in db.execute("PRAGMA quick_check(20)")]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return (str(error),)
        raise StorageError(*_unreadable(path, error)) from error
    return () if found == ["ok"] else tuple(found)


def _unreadable(path: Path, error: sqlite3.Error) -> tuple[str, Text, Text]:
    return (
        "DATABASE_UNREACHABLE",
        Text(f"无法读取数据库 {path}：{error}。", f"The database {path} cannot be read: {error}."),
        Text("请检查磁盘和文件夹权限。", "Check the disk and the permissions of its folder."),
    )


def _open(path: Path, *, still: bool) -> sqlite3.Connection:
    how = "mode=ro&immutable=1" if still else "mode=ro"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=5.0)
