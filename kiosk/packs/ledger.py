"""What a sync reads from and writes to `packs.db`. Each function is one step inside a transaction of the caller."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.packs import schema
from kiosk.packs.ids import target_of_pack
from kiosk.packs.plan import Held, LiveRow, Wanted
from kiosk.packs.report import PackResult
from kiosk.packs.store import utc_now

KEPT_RUNS = 200
_NEWS = ("live", "withdrawn")
_AT_ONCE = 2_000
_FILE_ROW = str(insert(schema.file).compile(dialect=sqlite.dialect()))
_TOLD = ("publisher", "pack", "code", "message_zh", "message_en", "hint_zh", "hint_en")


@dataclass(frozen=True, slots=True)
class Run:
    """One line of the sync log."""

    source: str
    started_at: str
    code: str
    results: tuple[PackResult, ...]
    copied_bytes: int = 0


def held(connection: Connection, publisher: str) -> Held:
    """What the kiosk has of a publisher."""
    live, manifest, floor = schema.live.c, schema.manifest.c, schema.floor.c
    rows = connection.execute(
        select(live.pack, live.sha256, live.prev, manifest.version, live.pinned)
        .join(schema.manifest, (manifest.publisher == live.publisher) & (manifest.sha256 == live.sha256))
        .where(live.publisher == publisher)
    )
    floors = connection.execute(
        select(floor.role, floor.root_version, floor.version).where(floor.publisher == publisher)
    )
    return Held(
        {pack: LiveRow(*rest) for pack, *rest in rows},
        {role: (root, version) for role, root, version in floors},
    )


def stored_manifest(connection: Connection, publisher: str, sha256: str) -> bytes | None:
    """A manifest's body, when a sync before this one saw it."""
    stored = schema.manifest_body.c
    body: bytes | None = connection.execute(
        select(stored.body).where(stored.publisher == publisher, stored.sha256 == sha256)
    ).scalar()
    return body


def note_wanted(connection: Connection, wanted: Iterable[Wanted]) -> None:
    """Remember manifests whose bytes are about to be copied, so that their blobs are not collected."""
    for w in wanted:
        if _is_stored(connection, w):
            continue
        m = w.manifest
        connection.execute(
            insert(schema.manifest).values(
                publisher=w.publisher,
                sha256=w.sha256,
                pack=m.pack,
                version=m.version,
                state="wanted",
                title_zh=m.title.zh,
                title_en=m.title.en,
                signed_at=m.signed_at.isoformat(),
            )
        )
        _store_body(connection, w)
        rows = ((w.publisher, w.sha256, f.path, f.blob.sha256, f.blob.size, f.blob.type) for f in m.files)
        while some := list(islice(rows, _AT_ONCE)):  # 50,000 rows as one list are 20 MB
            connection.exec_driver_sql(_FILE_ROW, some)


def _is_stored(connection: Connection, w: Wanted) -> bool:
    m = schema.manifest.c
    return (
        connection.execute(select(m.pack).where(m.publisher == w.publisher, m.sha256 == w.sha256)).first() is not None
    )


def _store_body(connection: Connection, w: Wanted) -> None:
    """Written in place: as a parameter, SQLite would hold two more copies of its 8 MB."""
    ask = "INSERT INTO manifest_body (publisher, sha256, body) VALUES (?, ?, zeroblob(?))"
    row = connection.exec_driver_sql(ask, (w.publisher, w.sha256, len(w.body))).lastrowid
    driver: Any = connection.connection.driver_connection
    with driver.blobopen("manifest_body", "body", row) as blob:
        blob.write(w.body)


def flip(connection: Connection, wanted: Wanted, root_version: int) -> None:
    """Put a complete pack version on the screen."""
    live, m = schema.live.c, wanted.manifest
    where = (live.publisher == wanted.publisher) & (live.pack == m.pack)
    before = connection.execute(select(live.sha256).where(where)).scalar()
    connection.execute(delete(schema.live).where(where))
    connection.execute(
        insert(schema.live).values(
            publisher=wanted.publisher, pack=m.pack, sha256=wanted.sha256, prev=before, pinned=False, since=utc_now()
        )
    )
    connection.execute(
        update(schema.manifest)
        .where(schema.manifest.c.publisher == wanted.publisher, schema.manifest.c.sha256 == wanted.sha256)
        .values(state="ready")
    )
    raise_floor(connection, wanted.publisher, target_of_pack(m.pack), root_version, m.version)


def withdraw(connection: Connection, publisher: str, packs: Iterable[str]) -> None:
    """Take packs off the screen."""
    for pack in packs:
        connection.execute(delete(schema.live).where(schema.live.c.publisher == publisher, schema.live.c.pack == pack))


def raise_floor(connection: Connection, publisher: str, role: str, root_version: int, version: int) -> None:
    """Nothing below `version` is accepted again under this root."""
    values = {"root_version": root_version, "version": version}
    connection.execute(
        upsert(schema.floor)
        .values(publisher=publisher, role=role, **values)
        .on_conflict_do_update(index_elements=["publisher", "role"], set_=values)
    )


def time_floor(connection: Connection) -> datetime | None:
    """Newest signed time that was accepted."""
    said = connection.execute(select(schema.time_floor.c.at)).scalar()
    return datetime.fromisoformat(said) if said else None


def set_time_floor(connection: Connection, at: datetime) -> None:
    """Move the time floor."""
    connection.execute(delete(schema.time_floor))
    connection.execute(insert(schema.time_floor).values(id=1, at=at.isoformat()))


def log_run(connection: Connection, run: Run) -> None:
    """Add a line to the sync log and drop very old ones.

    A round that ended like the one before it of the same source, without news, is counted on that one's line: else a
    weekend of quiet rounds would push what matters out of the log.
    """
    changed = json.dumps([[r.publisher, r.pack, r.version, r.code] for r in run.results if r.code in _NEWS])
    errors = [
        {
            "publisher": r.publisher,
            "pack": r.pack,
            "code": r.error.code,
            "message_zh": r.error.message.zh,
            "message_en": r.error.message.en,
            "hint_zh": r.error.hint.zh,
            "hint_en": r.error.hint.en,
        }
        for r in run.results
        if r.error is not None
    ]
    if changed == "[]" and not run.copied_bytes and _counted(connection, run, errors):
        return
    key = connection.execute(
        insert(schema.sync_run).values(
            source=run.source,
            started_at=run.started_at,
            finished_at=utc_now(),
            code=run.code,
            copied_bytes=run.copied_bytes,
            changed=changed,
            times=1,
        )
    ).inserted_primary_key
    number = int(key[0]) if key else 0
    if errors:
        connection.execute(insert(schema.sync_error), [{"run": number, **e} for e in errors])
    connection.execute(delete(schema.sync_run).where(schema.sync_run.c.id <= number - KEPT_RUNS))


def _counted(connection: Connection, run: Run, errors: list[dict[str, str]]) -> bool:
    """True when the last line of the source says the same, and now stands for one round more."""
    c, e = schema.sync_run.c, schema.sync_error.c
    last = connection.execute(select(schema.sync_run).where(c.source == run.source).order_by(c.id.desc())).first()
    if last is None or (last.code, last.changed, last.copied_bytes) != (run.code, "[]", 0):
        return False
    rows = connection.execute(select(*(e[n] for n in _TOLD)).where(e.run == last.id).order_by(e.id)).mappings()
    if [dict(row) for row in rows] != errors:
        return False
    connection.execute(
        update(schema.sync_run).where(c.id == last.id).values(times=(last.times or 1) + 1, finished_at=utc_now())
    )
    return True
