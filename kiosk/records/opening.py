"""Who a book belongs to, when it is opened and whenever that is written beside it again."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, insert, select

from kiosk.packs.errors import disk_failed
from kiosk.records import identity
from kiosk.records.identity import Identity
from kiosk.records.numbers import give_no_number_up_to, last_given
from kiosk.records.schema import device, new_secret


def begin(c: Connection, path: Path, *, visiting: bool) -> Identity:
    """Say who this is, count the opening, and skip the numbers that a lost tail has used.

    Args:
        visiting: only to read or to send the book: not counted as an opening.

    Raises:
        StorageError: the disk refused.
    """
    row, kept = c.execute(select(device)).one_or_none(), identity.read(path)
    last = last_given(c)
    if visiting and row is not None and kept is not None and kept.device == row.id and last >= kept.floor:
        return replace(kept, boot=row.boot)
    if row is not None and (kept is None or kept.device != row.id):
        kept = Identity(row.id, row.secret, row.boot, last)
    elif kept is None:
        kept = Identity(uuid.uuid4().hex, new_secret(), 0, 0)
    elif row is None or last < kept.floor:
        last = max(last, kept.ceiling)
        give_no_number_up_to(c, last)
    boot = max(kept.boot, row.boot if row else 0) + 1
    mine = remember(path, replace(kept, boot=boot, ceiling=max(kept.ceiling, last)))
    c.execute(device.delete())
    c.execute(insert(device).values(id=mine.device, boot=mine.boot, secret=mine.secret))
    return mine


def remember(path: Path, mine: Identity) -> Identity:
    """Write the file beside the book, inside a write transaction; another process may know of higher numbers.

    Raises:
        StorageError: the disk refused.
    """
    known = identity.read(path)
    if known is not None and known.device == mine.device:
        ceiling, floor = max(known.ceiling, mine.ceiling), max(known.floor, mine.floor)
        mine = replace(mine, ceiling=ceiling, floor=floor)
    try:
        identity.write(path, replace(mine, boot=max(mine.boot, known.boot if known else 0)))
    except OSError as error:
        raise disk_failed(str(identity.place(path)), error) from error
    return mine
