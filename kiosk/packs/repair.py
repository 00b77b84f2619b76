"""What is live and lacks bytes: what to fetch again, and what to show when it cannot be had.

A damaged blob is a row of `scrub` that is not sound. Its item stays hidden (the catalog skips what it cannot read) until
a sync has brought the bytes again from any source, or the version before is shown instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select, update

from kiosk.packs import schema
from kiosk.packs.manifest import parse
from kiosk.packs.plan import Wanted
from kiosk.packs.store import Store, utc_now

BEYOND_THIS_SOURCE = frozenset({"DAMAGED_MEDIUM", "NOT_ON_THIS_MEDIUM"})
"""Errors after which the source cannot help: the version before is better than a hole."""


def unsound(connection: Connection) -> frozenset[str]:
    """Blobs that are known to be damaged or gone."""
    return frozenset(connection.execute(select(schema.scrub.c.sha256).where(~schema.scrub.c.sound)).scalars())


def degraded(connection: Connection, coming: Collection[tuple[str, str]] = ()) -> list[Wanted]:
    """Live pack versions that need a blob which is not sound.

    Args:
        coming: publisher and pack of those that a newer version is about to replace.
    """
    live, file, manifest = schema.live.c, schema.file.c, schema.manifest_body.c
    rows = connection.execute(
        select(live.publisher, live.pack, live.sha256, manifest.body)
        .distinct()
        .join_from(schema.scrub, schema.file, file.sha256 == schema.scrub.c.sha256)
        .join(schema.live, (live.publisher == file.publisher) & (live.sha256 == file.manifest))
        .join(schema.manifest_body, (manifest.publisher == live.publisher) & (manifest.sha256 == live.sha256))
        .where(~schema.scrub.c.sound)
    )
    return [
        Wanted(row.publisher, row.sha256, parse(row.body), row.body)
        for row in rows
        if (row.publisher, row.pack) not in coming
    ]


def damage(connection: Connection) -> dict[tuple[str, str], int]:
    """How many files of a live pack cannot be shown, by publisher and pack."""
    live, file = schema.live.c, schema.file.c
    rows = connection.execute(
        select(live.publisher, live.pack, func.count())
        .join_from(schema.scrub, schema.file, file.sha256 == schema.scrub.c.sha256)
        .join(schema.live, (live.publisher == file.publisher) & (live.sha256 == file.manifest))
        .where(~schema.scrub.c.sound)
        .group_by(live.publisher, live.pack)
    )
    return {(publisher, pack): int(count) for publisher, pack, count in rows}


def healed(connection: Connection, blobs: Iterable[str]) -> None:
    """These blobs have just been copied, hashed and made durable."""
    for sha256 in blobs:
        connection.execute(
            update(schema.scrub).where(schema.scrub.c.sha256 == sha256).values(sound=True, checked_at=utc_now())
        )


def fall_back(store: Store, connection: Connection, damaged: Wanted) -> int:
    """Show the version before, when it is whole; the damaged one comes back as soon as its bytes do.

    A version that an administrator has put back stays, with a hole: that was a decision.

    Returns:
        The version that is shown now, 0 when nothing changed.
    """
    live, manifest = schema.live.c, schema.manifest.c
    where = (live.publisher == damaged.publisher) & (live.sha256 == damaged.sha256)
    prev = connection.execute(select(live.prev).where(where, ~live.pinned, live.prev.is_not(None))).scalar()
    if prev is None or not store.is_whole(connection, damaged.publisher, prev):
        return 0
    connection.execute(update(schema.live).where(where).values(sha256=prev, prev=damaged.sha256, since=utc_now()))
    version = connection.execute(
        select(manifest.version).where(manifest.publisher == damaged.publisher, manifest.sha256 == prev)
    ).scalar_one()
    return int(version)
