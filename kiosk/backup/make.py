"""Making a backup, while the kiosk runs."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__
from kiosk.backup.container import Head, Secret, Writer
from kiosk.backup.errors import backup_exists, backup_unwritable
from kiosk.backup.parts import BOOK, Places, found
from kiosk.core.clock import Clock
from kiosk.db.backup import copy_pages
from kiosk.packs.durable import sync_folder
from kiosk.records import identity
from kiosk.records.errors import records_damaged

_PIECE = 1 << 20


def make(file: Path, places: Places, secret: Secret, *, site: str = "", clock: Clock | None = None) -> dict[str, int]:
    """Write a backup, which appears whole or not at all.

    Args:
        file: must not exist.
        places: of this machine.
        secret: passphrase, or the office's public key.
        site: name of the hall.

    Returns:
        Size of each part.

    Raises:
        StorageError: `BACKUP_EXISTS`, `BACKUP_UNWRITABLE`, or the book is damaged.
    """
    if file.exists():
        raise backup_exists(file)
    draft = file.with_name(f"{file.name}.new")
    try:
        with tempfile.TemporaryDirectory(prefix="kiosk-backup-", dir=_room(places)) as scratch:
            parts = found(places)
            if f"data/{BOOK}" in parts:
                parts[f"data/{BOOK}"] = _copy(places.data / BOOK, Path(scratch) / BOOK)
            known = identity.read(places.data / BOOK)
            now = (clock or Clock()).now().astimezone(UTC)
            head = Head(_iso(now), __version__, known.device if known else "", site, "")
            draft.parent.mkdir(parents=True, exist_ok=True)
            sizes = _write(draft, head, secret, parts)
        draft.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise backup_unwritable(file, error) from error
    finally:
        with contextlib.suppress(OSError):  # a place that took no file has none to be removed
            draft.unlink(missing_ok=True)
    return sizes


def _write(draft: Path, head: Head, secret: Secret, parts: dict[str, Path]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        writer = Writer(out, head, secret)
        for name, path in parts.items():
            with path.open("rb") as source:
                size = os.fstat(source.fileno()).st_size
                writer.write(json.dumps({"name": name, "size": size}).encode() + b"\n")
                left = size
                while left and (piece := source.read(min(left, _PIECE))):
                    writer.write(piece)
                    left -= len(piece)
                if left:
                    raise OSError(f"{path} became shorter while it was read")
            sizes[name] = size
        writer.write(json.dumps({"end": len(sizes)}).encode() + b"\n")
        writer.close()
        out.flush()
        os.fsync(out.fileno())
    return sizes


def _copy(book: Path, copy: Path) -> Path:
    """The committed state of the book, while others write."""
    try:
        copy_pages(book, copy)
    except sqlite3.Error as error:
        raise records_damaged(book.name, (str(error),)) from error
    return copy


def _room(places: Places) -> Path | None:
    """The data folder has room for a copy of the book, which a memory disk may not have."""
    return places.data if os.access(places.data, os.W_OK) else None


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
