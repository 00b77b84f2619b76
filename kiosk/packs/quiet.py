"""A round that finds nothing new, recognised before anything is verified again.

The bytes of each publisher's `timestamp.json` were verified when they were stored; as long as the medium gives the very
same bytes and no further root, everything below them is what it was. So most rounds of a kiosk's life cost one small file
of each publisher and a few plain statements. Whatever is not exactly as the round before left it goes the whole way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from kiosk.core.errors import KioskError
from kiosk.packs.report import PackResult
from kiosk.packs.source import Source, Stream
from kiosk.packs.store import Store, utc_now

_TARGET = re.compile(rb'"packs/([^"]*)\.json"')
_ROOT = re.compile(r"([0-9]{1,10})\.root\.json")

# Plain SQL: SQLAlchemy compiles a statement in half a millisecond, and a worker asks each of these once.
_TRUSTED = (
    "SELECT t.publisher, f.root_version, m.name,"
    " CASE WHEN m.name IN ('timestamp.json', 'targets.json') THEN m.body ELSE x'' END FROM trust t"
    " LEFT JOIN floor f ON f.publisher = t.publisher AND f.role = 'timestamp'"
    " LEFT JOIN tuf_md m ON m.publisher = t.publisher"
)
_LIVE = (
    "SELECT l.publisher, l.pack, m.version FROM live l"
    " JOIN manifest m ON m.publisher = l.publisher AND m.sha256 = l.sha256"
)
_LAST = "SELECT id, code, changed, copied_bytes FROM sync_run WHERE source = ? ORDER BY id DESC LIMIT 1"
_OPEN_ENDS = (
    'SELECT 1 FROM "grant" LIMIT 1',  # what children say is judged by time and size too
    "SELECT 1 FROM scrub WHERE NOT sound LIMIT 1",
    (  # to be copied, or to be collected
        "SELECT 1 FROM manifest WHERE (publisher, sha256) NOT IN (SELECT publisher, sha256 FROM live"
        " UNION ALL SELECT publisher, prev FROM live WHERE prev IS NOT NULL) LIMIT 1"
    ),
)


@dataclass(frozen=True, slots=True)
class NothingNew:
    """A round that may end here.

    Args:
        run: the line of the sync log it is counted on.
        results: every live pack, unchanged.
        floor: the kiosk's time floor.
    """

    run: int
    results: tuple[PackResult, ...]
    floor: datetime | None


@dataclass(slots=True)
class _Said:
    """What one publisher said last, as it was verified and stored."""

    timestamp: bytes = b""
    targets: bytes = b""
    root: int = 0
    accepted_under: int | None = None
    """Root version that the timestamp was verified with; a later root may have revoked its key."""


def nothing_new(store: Store, source: Source) -> NothingNew | None:
    """Compare medium and store; None when the whole way has to be gone, for whatever reason."""
    with store.db.reader() as connection:
        if any(connection.exec_driver_sql(ask).first() for ask in _OPEN_ENDS):
            return None
        last = connection.exec_driver_sql(_LAST, (source.label,)).first()
        if last is None or tuple(last)[1:] != ("ok", "[]", 0) or _told_of_faults(connection, last.id):
            return None
        said = _said(connection)
        live = [tuple(row) for row in connection.exec_driver_sql(_LIVE)]
        at = connection.exec_driver_sql("SELECT at FROM time_floor").scalar()
    if not said or not _all_live(said, live) or not all(_same(source, p, s) for p, s in said.items()):
        return None
    results = tuple(PackResult(publisher, pack, version, "unchanged") for publisher, pack, version in sorted(live))
    return NothingNew(last.id, results, datetime.fromisoformat(at) if at else None)


def count_round(store: Store, run: int) -> None:
    """One more quiet round on its line of the log."""

    def count(connection: Connection) -> None:
        connection.exec_driver_sql(
            "UPDATE sync_run SET times = coalesce(times, 1) + 1, finished_at = ? WHERE id = ?", (utc_now(), run)
        )

    store.write(count)


def _said(connection: Connection) -> dict[str, _Said]:
    found: dict[str, _Said] = defaultdict(_Said)
    for publisher, root_version, name, body in connection.exec_driver_sql(_TRUSTED):
        said = found[publisher]
        said.accepted_under = root_version
        if name == "timestamp.json":
            said.timestamp = body
        elif name == "targets.json":
            said.targets = body
        elif name and (root := _ROOT.fullmatch(name)):
            said.root = max(said.root, int(root[1]))
    return found


def _all_live(said: dict[str, _Said], live: list[tuple[str, str, int]]) -> bool:
    """True when exactly what was published is on the screen: nothing refused, missing or withdrawn."""
    shown: dict[str, set[bytes]] = defaultdict(set)
    for publisher, pack, _version in live:
        shown[publisher].add(pack.encode())
    if not set(shown) <= set(said):
        return False
    if not all(s.timestamp and s.root == s.accepted_under for s in said.values()):
        return False
    return all(set(_TARGET.findall(s.targets)) == shown[p] for p, s in said.items())


def _same(source: Source, publisher: str, said: _Said) -> bool:
    """True when the medium's timestamp is the stored one and no root follows the last one known."""
    folder = f"publishers/{publisher}/metadata"
    try:
        with source.open(f"{folder}/timestamp.json") as stream:
            if stream.size != len(said.timestamp) or _whole(stream) != said.timestamp:
                return False
    except KioskError:
        return False  # the whole way says why
    try:
        source.open(f"{folder}/{said.root + 1}.root.json").close()
    except KioskError as error:
        return error.code == "NOT_ON_THIS_MEDIUM"
    return False


def _whole(stream: Stream) -> bytes:
    body = bytearray()
    while len(body) <= stream.size and (chunk := stream.read(stream.size + 1 - len(body))):
        body += chunk
    return bytes(body)


def _told_of_faults(connection: Connection, run: int) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sync_error WHERE run = ? LIMIT 1", (run,)).first() is not None
