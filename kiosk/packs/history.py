"""What the sync screen tells of the past: what is live and since when, the last syncs, whether the clock can be right.

Reads `packs.db`; decides nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs import ledger, schema
from kiosk.packs.clock import clock_warning
from kiosk.packs.store import Store

ROWS = 50


@dataclass(frozen=True, slots=True)
class LiveLine:
    """A pack on the screen.

    Args:
        since: by the kiosk's clock; None for what went live before the kiosk kept this.
        previous: version that `revert` puts back, 0 = none.
        size: bytes of its distinct blobs.
    """

    publisher: str
    pack: str
    title: Text
    version: int
    signed_at: datetime
    since: datetime | None
    previous: int
    pinned: bool
    size: int


@dataclass(frozen=True, slots=True)
class Change:
    """A pack that a sync put on the screen (`live`) or took off it (`withdrawn`)."""

    publisher: str
    pack: str
    version: int
    what: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something a sync could not do. `publisher` is empty when it concerns the source as a whole."""

    publisher: str
    pack: str
    code: str
    message: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class RunLine:
    """A sync, or several in a row that ended alike and brought nothing.

    Args:
        at: when the last of them ended.
        code: `ok`, or of what stopped the sync as a whole.
        copied: bytes read from the source as content.
        times: how many rounds the line stands for.
    """

    at: datetime
    source: str
    code: str
    changed: tuple[Change, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    copied: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it; `latest` is the last sync of each source."""

    live: tuple[LiveLine, ...] = ()
    runs: tuple[RunLine, ...] = ()
    latest: Mapping[str, RunLine] = field(default_factory=dict)
    clock: KioskError | None = None


def read_overview(store: Path, clock: Clock | None = None) -> Overview:
    """Read everything the screen shows.

    Args:
        store: the folder; made when it is missing.
        clock: judged against the newest signed time.

    Raises:
        StorageError: the database cannot be read.
    """
    with closing(Store(store)) as opened, opened.db.reader() as connection:
        runs = _runs(connection)
        latest: dict[str, RunLine] = {}
        for run in runs:
            latest.setdefault(run.source, run)
        warning = clock_warning((clock or Clock()).now(), ledger.time_floor(connection))
        return Overview(_live(connection), runs[:ROWS], latest, warning)


def revert(store: Path, publisher: str, pack: str) -> None:
    """Put the version before back on the screen, until the publisher brings a third one.

    Raises:
        ConfigError: there is none.
        BusyError: a sync is running.
    """
    with closing(Store(store)) as opened:
        opened.revert(pack, publisher)


def _live(connection: Connection) -> tuple[LiveLine, ...]:
    live, now, before, file = schema.live, schema.manifest.alias(), schema.manifest.alias(), schema.file.c
    blobs = select(file.publisher, file.manifest, file.sha256, file.size).distinct().subquery()
    sizes = select(blobs.c.publisher, blobs.c.manifest, func.sum(blobs.c.size)).group_by(
        blobs.c.publisher, blobs.c.manifest
    )
    size = {(publisher, sha256): int(total) for publisher, sha256, total in connection.execute(sizes)}
    rows = connection.execute(
        select(
            live,
            now.c.title_zh,
            now.c.title_en,
            now.c.version,
            now.c.signed_at,
            before.c.version.label("previous"),
        )
        .join(now, (now.c.publisher == live.c.publisher) & (now.c.sha256 == live.c.sha256))
        .outerjoin(before, (before.c.publisher == live.c.publisher) & (before.c.sha256 == live.c.prev))
        .order_by(live.c.publisher, live.c.pack)
    )
    return tuple(
        LiveLine(
            publisher=row.publisher,
            pack=row.pack,
            title=Text(row.title_zh, row.title_en),
            version=row.version,
            signed_at=datetime.fromisoformat(row.signed_at),
            since=datetime.fromisoformat(row.since) if row.since else None,
            previous=row.previous or 0,
            pinned=row.pinned,
            size=size.get((row.publisher, row.sha256), 0),
        )
        for row in rows
    )


def _runs(connection: Connection) -> tuple[RunLine, ...]:
    troubles: dict[int, list[Trouble]] = {}
    for row in connection.execute(select(schema.sync_error).order_by(schema.sync_error.c.id)):
        hint = Text(row.hint_zh or "", row.hint_en or "")
        said = Trouble(row.publisher, row.pack, row.code, Text(row.message_zh, row.message_en), hint)
        # What stopped the sync as a whole comes first.
        troubles.setdefault(row.run, []).insert(0 if not row.publisher else len(troubles[row.run]), said)
    run = schema.sync_run.c
    rows = connection.execute(
        select(schema.sync_run).where(run.finished_at.is_not(None)).order_by(run.finished_at.desc(), run.id.desc())
    )
    return tuple(
        RunLine(
            at=datetime.fromisoformat(row.finished_at),
            source=row.source,
            code=row.code or "",
            changed=tuple(Change(*change) for change in json.loads(row.changed or "[]")),
            troubles=tuple(troubles.get(row.id, ())),
            copied=row.copied_bytes or 0,
            times=row.times or 1,
        )
        for row in rows
    )
