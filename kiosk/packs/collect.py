"""Give back the space of what is neither live, nor the version before, nor about to come. Hold the store's lock.

Rows first, then files: a crash in between leaves files nobody names, and the next collection finds them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from sqlalchemy import Connection, delete, or_, select, tuple_, union

from kiosk.packs import schema
from kiosk.packs.repair import unsound
from kiosk.packs.scrub import QUARANTINE
from kiosk.packs.store import Store

_log = logging.getLogger(__name__)

_AT_ONCE = 500

Key = tuple[str, str]
"""Publisher and manifest hash."""


def garbage(connection: Connection, keep: Iterable[Key], superseded: Iterable[str]) -> list[Key]:
    """Manifests nobody needs.

    Args:
        keep: about to be copied.
        superseded: publishers whose other unfinished manifests have been replaced by newer ones.
    """
    m, live = schema.manifest.c, schema.live.c
    needed = {tuple(r) for r in connection.execute(select(live.publisher, live.sha256))}
    needed |= {tuple(r) for r in connection.execute(select(live.publisher, live.prev).where(live.prev.is_not(None)))}
    needed |= set(keep)
    rows = connection.execute(
        select(m.publisher, m.sha256).where(
            or_(
                m.state == "ready",
                m.publisher.in_(list(superseded)),
                m.publisher.not_in(union(select(schema.trust.c.publisher), select(schema.grant.c.publisher))),
            )
        )
    )
    return [(p, s) for p, s in rows if (p, s) not in needed]


def collect(store: Store, keep: Iterable[Key] = (), superseded: Iterable[str] = ()) -> int:
    """Delete what nobody needs; returns the bytes given back.

    Raises:
        StorageError: the database failed.
    """

    def forget(connection: Connection) -> None:
        gone = garbage(connection, keep, superseded)
        key = tuple_(schema.manifest.c.publisher, schema.manifest.c.sha256)
        for i in range(0, len(gone), 200):
            connection.execute(delete(schema.manifest).where(key.in_(gone[i : i + 200])))
        if gone:
            connection.execute(delete(schema.scrub).where(schema.scrub.c.sha256.not_in(select(schema.file.c.sha256))))

    store.write(forget)
    staged = ((p.name, str(p)) for p in store.staging.iterdir() if p.is_file())
    with store.db.reader() as connection:
        spare = list(_unnamed(connection, chain(staged, store.blob_files())))
        bad = unsound(connection)
    # Damaged bytes keep their place, and perhaps their bad sector, until sound ones are here.
    spare += [(p.name, str(p)) for p in (store.root / QUARANTINE).glob("*") if p.name not in bad]
    return sum(_delete(name, path) for name, path in spare)


def _unnamed(connection: Connection, files: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Name and path of those that no manifest names; asked some at a time, for there may be 50,000."""
    file = schema.file.c
    while some := list(islice(files, _AT_ONCE)):
        named = set(connection.execute(select(file.sha256).where(file.sha256.in_([n for n, _path in some]))).scalars())
        yield from (f for f in some if f[0] not in named)


def _delete(name: str, path: str) -> int:
    try:
        size = os.stat(path).st_size  # noqa: PTH116 - as many as a pack has files
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        return 0
    except PermissionError:  # Windows: still playing; the next collection gets it
        _log.info("%s is still in use", name)
        return 0
    return size
