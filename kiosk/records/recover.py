"""Opening the book, and putting it right by itself when it is damaged, empty or gone.

The last good copy comes back, then every record that was added after it and can still be read from the damaged file, page
by page. Numbers go on above all that were ever given. The new book is built beside the damaged one and takes its name when
it is whole: a power cut at any instant leaves the one or the other.
"""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.db.backup import remove_database, sync_path
from kiosk.packs.errors import disk_failed
from kiosk.records import identity, inuse
from kiosk.records.backup import Copy, back_up, copies, damaged, look
from kiosk.records.book import RecordBook
from kiosk.records.rebuild import Recovery, build, ready
from kiosk.records.schema import VERSION

_log = logging.getLogger(__name__)
GONE = Text("不见了", "was gone")
EMPTY = Text("是空的", "was empty")
BROKEN = Text("已损坏", "was damaged")


class OpenBook(RecordBook):
    """A book whose file nobody replaces while it is open.

    Args:
        recovery: what happened, when it was mended on the way.
    """

    def __init__(self, path: Path, recovery: Recovery | None = None, *, visiting: bool = False) -> None:
        self._held = inuse.hold(path)
        self.recovery = recovery
        try:
            super().__init__(path, visiting=visiting)
        except BaseException:
            os.close(self._held)
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._held >= 0:
            super().close()
            os.close(self._held)
            self._held = -1


def open_book(path: Path, *, visiting: bool = False) -> OpenBook:
    """The book of this kiosk; mended first when it cannot be opened, copied first when it is of an older program.

    Whether every page of it is sound is a longer question: see `kiosk.records.backup.check`.

    Args:
        visiting: only to read it, or to send it: not counted as an opening.

    Raises:
        StorageError: it cannot be opened and mending does not help: no disk, no permission, `DATABASE_NEWER`.
        BusyError: it has to be mended while another program has it open.
    """
    recovery = None
    if (fault := wrong(path)) is not None:
        recovery = recover(path, fault)
    _copy_before_upgrade(path)
    try:
        return OpenBook(path, recovery, visiting=visiting)
    except StorageError as error:
        if error.code != "DATABASE_DAMAGED" or recovery is not None:
            raise
        return OpenBook(path, recover(path, BROKEN), visiting=visiting)


def wrong(path: Path) -> Text | None:
    """What can be seen to be wrong without reading everything; None when the book is sound or was never there."""
    if ready(path).exists():
        return BROKEN
    if not path.exists() or path.stat().st_size == 0:
        log = path.with_name(path.name + "-wal")
        known = identity.read(path) is not None or copies(path) or (log.exists() and log.stat().st_size)
        return (EMPTY if path.exists() else GONE) if known else None
    return None


def recover(path: Path, fault: Text) -> Recovery | None:
    """Build the book anew from what is left.

    Returns:
        What came back; None when an earlier attempt only had to be finished.

    Raises:
        BusyError: another program has the book open.
        StorageError: the disk refused; everything is as it was.
    """
    with inuse.alone(path):
        try:
            if ready(path).exists():
                _put_in_place(path)
                return None
            recovery = build(path, fault)
            _put_in_place(path)
        except OSError as error:
            raise disk_failed(str(path), error) from error
    _log.warning("%s", recovery.event)
    with contextlib.suppress(StorageError):  # the copies there were are still there
        back_up(path)
    return recovery


def restore(path: Path, copy: Copy) -> Recovery:
    """Go back to a copy by hand; what was recorded after it is read from the present file.

    Raises:
        BusyError: another program has the book open.
        StorageError: the disk refused, or the copy is damaged.
    """
    with inuse.alone(path):
        try:
            recovery = build(path, Text("按要求恢复", "was restored on request"), copy)
            _put_in_place(path)
        except OSError as error:
            raise disk_failed(str(path), error) from error
    return recovery


def _copy_before_upgrade(path: Path) -> None:
    there = look(path) if path.exists() and path.stat().st_size else None
    if there is not None and there.version < VERSION:
        back_up(path)


def _put_in_place(path: Path) -> None:
    """Put the damaged file and its log aside and give the new book the name; may be done again after a power cut."""
    aside = damaged(path)
    if path.exists():
        remove_database(aside)
        path.replace(aside)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        log.replace(aside.with_name(aside.name + "-wal"))
    remove_database(path)
    ready(path).replace(path)
    sync_path(path.parent)
