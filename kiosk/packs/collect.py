"""Give back the space of what is neither live, nor the version before, nor about to come. Hold the store's lock.

Rows first, then files: a crash in between leaves files nobody names, and the next collection finds them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, or_, select, tuple_, union

from kiosk.packs import schema
from kiosk.packs.store import Store

_log = logging.getLogger(__name__)

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
    with store.db.transaction() as connection:
        gone = garbage(connection, keep, superseded)
        if gone:
            key = tuple_(schema.manifest.c.publisher, schema.manifest.c.sha256)
            for i in range(0, len(gone), 200):
                connection.execute(delete(schema.manifest).where(key.in_(gone[i : i + 200])))
    with store.db.reader() as connection:
        used = set(connection.execute(select(schema.file.c.sha256).distinct()).scalars())
    return _delete(store.staging.iterdir(), used) + _delete(store.blobs.glob("*/*"), used)


def _delete(files: Iterable[Path], used: set[str]) -> int:
    freed = 0
    for path in files:
        if path.name in used or not path.is_file():
            continue
        try:
            size = path.stat().st_size
            path.unlink()
            freed += size
        except PermissionError:  # Windows: still playing; the next collection gets it
            _log.info("%s is still in use", path.name)
    return freed
