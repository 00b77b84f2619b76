"""Opening `packs.db`, and putting it right by itself when it is damaged, empty or gone.

Restored from the copy made after the last change of what is live, or begun anew; then brought up to the sidecar file,
so that no rollback and no revoked key is accepted afterwards. Bytes of packs are kept when they hash right.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from kiosk.core.errors import BusyError, KioskError, StorageError
from kiosk.core.text import Text
from kiosk.db import Database
from kiosk.db.backup import back_up, copy_pages, remove_database, sync_path
from kiosk.packs import schema, sidecar
from kiosk.packs.errors import database_recovered, disk_failed
from kiosk.packs.generation import read_generation
from kiosk.packs.lock import exclusive

_log = logging.getLogger(__name__)

NAME = "packs.db"
BACKUP = "packs.backup.db"
DAMAGED = "packs.damaged.db"
_DRAFT = "packs.new.db"
_CHUNK = 1024 * 1024
_PATIENCE = 60.0
"""Seconds to wait for another process that is mending the store: it hashes every blob."""

_GONE = Text("不见了", "was gone")
_EMPTY = Text("是空的", "was empty")
_BROKEN = Text("已损坏", "was damaged")


def open_database(root: Path) -> Database:
    """The store's database, sound.

    Args:
        root: the store's folder.

    Raises:
        StorageError: it cannot be opened and recovery does not help: no disk, no permission, `DATABASE_NEWER`.
        BusyError: it has to be recovered while another process changes the store.
    """
    until = time.monotonic() + _PATIENCE
    while (database := _try(root)[0]) is None:
        try:
            with exclusive(root / "lock"):
                database, fault = _try(root)
                if database is not None:  # somebody was quicker
                    break
                _recover(root, fault or _BROKEN)
        except BusyError:  # most likely somebody who is mending it right now
            if time.monotonic() > until:
                raise
    _agree(database, root)
    return database


@contextmanager
def remembered(database: Database, root: Path) -> Iterator[Connection]:
    """A write transaction that changes trust, roots, grants or floors: the sidecar file learns of it first.

    Raises:
        StorageError: the database or the disk refused; nothing has changed.
    """
    with database.transaction() as connection:
        yield connection
        try:
            sidecar.write(root, connection)
        except OSError as error:
            raise disk_failed(str(root / sidecar.NAME), error) from error


def keep_copy(root: Path) -> None:
    """Copy the database after a change of what is live. A failure is logged: the copy before is still there."""
    try:
        back_up(root / NAME, root / BACKUP)
    except (OSError, sqlite3.Error) as error:
        _log.warning("no copy of %s could be made: %s", NAME, error)


def _open(path: Path) -> Database:
    return Database(path, schema.metadata, version=schema.VERSION, synchronous="FULL", upgrade=schema.upgrade)


def _try(root: Path) -> tuple[Database | None, Text | None]:
    """The database if it is sound or the store is new, else what is wrong with it."""
    path = root / NAME
    if not path.exists() or path.stat().st_size == 0:
        known = [n for n in (sidecar.NAME, BACKUP) if (root / n).exists()]
        return (None, _EMPTY if path.exists() else _GONE) if known else (_open(path), None)
    database = _sound(path)
    return database, None if database else _BROKEN


def _sound(path: Path) -> Database | None:
    """Opened, or None when SQLite finds it damaged."""
    database: Database | None = None
    try:
        database = _open(path)
        faults = database.quick_check()
    except StorageError as error:
        if database is not None:
            database.close()
        if error.code != "DATABASE_DAMAGED":
            raise
        faults = (str(error),)
    if not faults:
        return database
    _log.info("%s: %s", path.name, "; ".join(faults[:3]))
    if database is not None:
        database.close()
    return None


def _agree(database: Database, root: Path) -> None:
    """Bring a sound database up to the sidecar file: a disk that lies may have lost the last commits of its log."""
    if _same(database, root):
        return
    try:
        with exclusive(root / "lock"):
            kept = sidecar.read(root)
            if not _same(database, root):
                with remembered(database, root) as connection:
                    if kept is not None:
                        _log.info("%s is ahead of %s", sidecar.NAME, NAME)
                        _follow(connection, kept)
    except BusyError:
        return  # whoever holds the lock is about to commit


def _same(database: Database, root: Path) -> bool:
    with database.reader() as connection:
        return sidecar.agrees(root, connection)


def _follow(connection: Connection, kept: sidecar.Kept) -> None:
    from kiosk.packs.trust import take_off_orphans

    sidecar.merge(connection, kept)
    take_off_orphans(connection)


def _recover(root: Path, fault: Text) -> None:
    """Build the new database beside the damaged one, then give it its name. Hold the lock."""
    draft = root / _DRAFT
    try:
        remove_database(draft)
        restored = _restore(root, draft)
        kept = sidecar.read(root)
        database = _open(draft)
        try:
            event = database_recovered(fault, _outcome(restored=restored, kept=kept is not None))
            with database.transaction() as connection:
                _bring_up(connection, root, kept)
                _mend_live(connection, root)
                _note(connection, event)
        finally:
            database.close()
        sync_path(draft)
        _put_aside(root)
        draft.replace(root / NAME)
        sync_path(root)
    except OSError as error:
        raise disk_failed(str(root / NAME), error) from error
    _log.warning("%s", event)
    keep_copy(root)


def _restore(root: Path, draft: Path) -> bool:
    """True when the copy was sound and is the draft now."""
    if not (root / BACKUP).exists():
        return False
    try:
        copy_pages(root / BACKUP, draft)
    except sqlite3.Error as error:
        _log.info("%s cannot be used either: %s", BACKUP, error)
    else:
        database = _sound(draft)
        if database is not None:
            database.close()
            return True
    remove_database(draft)
    return False


def _bring_up(connection: Connection, root: Path, kept: sidecar.Kept | None) -> None:
    from kiosk.packs.store import bump_generation

    if kept is not None:
        _follow(connection, kept)
    known = connection.execute(select(schema.generation.c.value)).scalar() or 0
    bump_generation(connection)
    # Above any number a screen may have seen: catalogs are named by it.
    above = max(known, kept.generation if kept else 0, read_generation(root)) + 1
    connection.execute(update(schema.generation).values(value=above))


def _mend_live(connection: Connection, root: Path) -> None:
    """Keep only bytes that hash right, and show only packs whose bytes are all there.

    What no manifest of the restored database names goes to staging, where everything is hashed before it is used.
    """
    used = set(connection.execute(select(schema.file.c.sha256).distinct()).scalars())
    here: set[str] = set()
    for blob in sorted((root / "blobs" / "sha256").glob("*/*")):
        if blob.name not in used:
            blob.chmod(0o644)
            blob.replace(root / "staging" / blob.name)
        elif _hash(blob) == blob.name:
            here.add(blob.name)
        else:
            blob.unlink()
    for row in connection.execute(select(schema.live)).all():
        whole = [s for s in (row.sha256, row.prev) if s and _files(connection, row.publisher, s) <= here]
        where = (schema.live.c.publisher == row.publisher) & (schema.live.c.pack == row.pack)
        if not whole:
            connection.execute(delete(schema.live).where(where))
        else:
            before = row.prev if whole[0] == row.sha256 and row.prev in whole else None
            connection.execute(update(schema.live).where(where).values(sha256=whole[0], prev=before))
    connection.execute(delete(schema.scrub))


def _files(connection: Connection, publisher: str, manifest: str) -> set[str]:
    file = schema.file.c
    return set(
        connection.execute(select(file.sha256).where(file.publisher == publisher, file.manifest == manifest)).scalars()
    )


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _note(connection: Connection, event: KioskError) -> None:
    from kiosk.packs.ledger import Run, log_run
    from kiosk.packs.report import PackResult
    from kiosk.packs.store import utc_now

    log_run(connection, Run(NAME, utc_now(), event.code, (PackResult("", "", 0, "refused", event),)))


def _put_aside(root: Path) -> None:
    """Keep the damaged file for whoever looks into it, and remove its log, durably, before the name is used again."""
    remove_database(root / DAMAGED)
    if (root / NAME).exists():
        (root / NAME).replace(root / DAMAGED)
    remove_database(root / NAME)
    sync_path(root)


def _outcome(*, restored: bool, kept: bool) -> Text:
    match restored, kept:
        case True, True:
            return Text(
                "用备份恢复，信任和版本底线完整", "restored from its copy; trust and version floors are complete"
            )
        case True, False:
            return Text("用备份恢复", "restored from its copy")
        case False, True:
            return Text(
                "重新建立，信任和版本底线完整，内容要重新同步",
                "begun anew; trust and version floors are complete, packs have to be synced again",
            )
        case _:
            return Text("重新建立，要重新添加信任", "begun anew; publishers have to be trusted again")
