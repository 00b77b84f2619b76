"""Leaving a receipt on a stick that the office prepared for it. The only thing a kiosk ever writes to a stick.

Without the folder `outbox/receipts` nothing is written. The folder is a stranger's: no link in it is followed, so that
nothing outside the stick can be written.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from sqlalchemy import select

from kiosk.packs import schema
from kiosk.packs.device import device_id
from kiosk.packs.paths import is_visible
from kiosk.packs.receipt import FOLDER, Fetched, build
from kiosk.packs.store import Store

Left: TypeAlias = Literal["left", "not_asked", "not_writable"]


def leave_receipt(store: Store, medium: Path, data: Path, site: str, now: datetime) -> Left:
    """Tell the office, by way of its stick, what is on this kiosk's screen.

    Args:
        medium: top folder of the stick.
        data: the kiosk's data folder.
        site: where the kiosk stands, in words.

    Raises:
        StorageError: the kiosk's own disk or database failed.
    """
    if not (medium / FOLDER).is_dir():
        return "not_asked"
    live, m = schema.live.c, schema.manifest.c
    with store.db.reader() as connection:
        rows = connection.execute(
            select(live.publisher, live.pack, m.version).join(
                schema.manifest, (m.publisher == live.publisher) & (m.sha256 == live.sha256)
            )
        )
        packs = [Fetched(*row) for row in rows]
    device = device_id(data)
    return leave(medium, device, build(device, site if is_visible(site) else "", now, packs))


def leave(medium: Path, device: str, body: bytes) -> Left:
    """Put a receipt where the office looks for it, durably.

    Args:
        medium: top folder of the stick.
        device: id of this kiosk.
        body: from `kiosk.packs.receipt.build`.

    Returns:
        `not_asked` when the stick has no such folder; `not_writable` when it, or the stick, refuses.
    """
    try:
        if os.name == "nt":
            return _leave_windows(medium, device, body)
        with _opened(medium) as folder:
            _write(folder, device, body)
    except (FileNotFoundError, NotADirectoryError):
        return "not_asked"
    except OSError:  # read-only, full, a link in the way, just pulled out: the import is done all the same
        return "not_writable"
    return "left"


@contextmanager
def _opened(medium: Path) -> Iterator[int]:
    folder = os.open(medium, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in FOLDER.split("/"):
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            os.close(folder)
            folder = inner
        yield folder
    finally:
        os.close(folder)


def _write(folder: int, device: str, body: bytes) -> None:
    unfinished = f".{device}.tmp"
    _forget(unfinished, folder)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, f"{device}.json", src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        _forget(unfinished, folder)
        raise
    os.fsync(folder)


def _forget(name: str, folder: int) -> None:
    try:
        os.unlink(name, dir_fd=folder)
    except FileNotFoundError:
        return


def _leave_windows(medium: Path, device: str, body: bytes) -> Left:
    from kiosk.packs.durable import write_durably

    place = medium
    for part in FOLDER.split("/"):
        place = place / part
        status = place.lstat()
        if not stat.S_ISDIR(status.st_mode) or bool(getattr(status, "st_reparse_tag", False)):
            return "not_asked"
    write_durably(place / f"{device}.json", body)
    return "left"
