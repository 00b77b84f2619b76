"""A new book from the last good copy and every later record that can still be read, built beside the damaged one."""

from __future__ import annotations

import json
import logging
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from kiosk.core.clock import plausible
from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.db import Database
from kiosk.db.backup import copy_pages, remove_database, sync_path
from kiosk.records import identity
from kiosk.records.backup import Copy, check, copies
from kiosk.records.errors import records_recovered
from kiosk.records.identity import Identity
from kiosk.records.numbers import give_no_number_up_to, last_given
from kiosk.records.salvage import save_tables, save_tail
from kiosk.records.schema import VERSION, device, metadata, record, upgrade

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What came back.

    Args:
        fault: what was wrong.
        restored: records that the copy held.
        saved: records read from the damaged file.
        lost: numbers up to the last record saved that are missing.
        last: highest number there is again.
        event: the same as a sentence.
    """

    fault: Text
    restored: int
    saved: int
    lost: int
    last: int
    event: KioskError


def ready(path: Path) -> Path:
    """Where a whole new book waits for its name."""
    return path.with_suffix(".ready.db")


def build(path: Path, fault: Text, chosen: Copy | None = None) -> Recovery:
    """Build it; it is whole and durable at `ready(path)` when this returns. Nobody else may have the book open.

    Args:
        path: the damaged book.
        fault: what is wrong with it.
        chosen: the copy to begin from; None: the best one.

    Raises:
        OSError: the disk refused.
        StorageError: the new database cannot be written.
    """
    draft = path.with_suffix(".new.db")
    remove_database(draft)
    copy = _restore(draft, (chosen,) if chosen else copies(path))
    known = identity.read(path)
    database = Database(draft, metadata, version=VERSION, synchronous="FULL", upgrade=upgrade)
    try:
        with database.transaction() as c:
            before = last_given(c)
            known = _who(c, known)
            saved, lost = save_tail(c, path, before, known)
            save_tables(c, path)
            last = last_given(c)
            recovery = _told(fault, copy, saved, lost, last)
            give_no_number_up_to(c, max(last, known.ceiling if known else 0))
            _note(c, recovery, known)
    finally:
        database.close()
    sync_path(draft)
    remove_database(ready(path))
    draft.replace(ready(path))
    sync_path(path.parent)
    return recovery


def _restore(draft: Path, candidates: tuple[Copy, ...]) -> Copy | None:
    for copy in candidates:
        try:
            if check(copy.path, still=True):
                continue
            copy_pages(copy.path, draft)
        except sqlite3.Error as error:
            _log.info("%s cannot be used either: %s", copy.path.name, error)
            remove_database(draft)
        else:
            return copy
    return None


def _who(c: Connection, known: Identity | None) -> Identity | None:
    """The identity of the file beside the book, or that of the copy."""
    row = c.execute(select(device)).one_or_none()
    if known is None:
        return Identity(row.id, row.secret, row.boot, last_given(c)) if row else None
    c.execute(device.delete())
    boot = max(known.boot, row.boot if row else 0)
    c.execute(insert(device).values(id=known.device, boot=boot, secret=known.secret))
    return known


def _told(fault: Text, copy: Copy | None, saved: int, lost: int, last: int) -> Recovery:
    restored = copy.count if copy else 0
    zh = f"用备份恢复 {restored} 条" if copy else "重新建立"
    en = f"restored from its copy ({restored} records)" if copy else "begun anew"
    zh += f"，从损坏的文件中救回 {saved} 条" if saved else ""
    en += f", {saved} more were read from the damaged file" if saved else ""
    zh += f"，缺 {lost} 条" if lost else ""
    en += f", {lost} are missing" if lost else ""
    return Recovery(fault, restored, saved, lost, last, records_recovered(fault, Text(zh, en)))


def _note(c: Connection, recovery: Recovery, known: Identity | None) -> None:
    """The recovery is a record too: the office learns why numbers are missing."""
    now = datetime.now(UTC)
    c.execute(
        insert(record).values(
            device=known.device if known else "",
            boot=known.boot if known else 0,
            at=now.isoformat(timespec="milliseconds"),
            monotonic=0.0,
            clock_trusted=int(plausible(now)),
            visit="",
            uid="",
            kind="health",
            version=1,
            payload=json.dumps(
                {
                    "event": "recovered",
                    "fault": recovery.fault.en,
                    "restored": recovery.restored,
                    "saved": recovery.saved,
                    "lost": recovery.lost,
                    "skipped": [recovery.last + 1, max(recovery.last, known.ceiling if known else 0)],
                },
                sort_keys=True,
            ),
        )
    )
