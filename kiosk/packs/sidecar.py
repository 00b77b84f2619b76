"""What must outlive `packs.db`: whom the kiosk trusts, every root it ever verified, and all that stops a rollback.

Floors alone do not: they end with the root they were set under, while the key of the timestamp may live on. So the last
timestamp and snapshot of each publisher are kept too, and TUF's own rules go on as if nothing had happened.

`store/trust.json` is one small file, replaced durably *before* the transaction that changes any of this commits. So at
any power cut it is as new as the database or one uncommitted step ahead; what is ahead was verified too, or asked for by
a person, so a store that is opened follows it.

    first line: SHA-256 of the rest, in hex
    the rest:   one line of JSON; bytes in base64
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from kiosk.packs import schema
from kiosk.packs.durable import write_durably
from kiosk.packs.strictjson import load
from kiosk.packs.tufstate import start_over, store_metadata, stored_metadata

NAME = "trust.json"
_CURRENT = ("timestamp.json", "snapshot.json")
_MOST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """The content of the file, as rows of the tables they come from."""

    trust: tuple[tuple[str, str, bytes, str], ...]
    metadata: tuple[tuple[str, str, bytes], ...]
    floors: tuple[tuple[str, str, int, int], ...]
    grants: tuple[tuple[str, str, str, bytes], ...]
    time_floor: str | None
    generation: int


def write(store: Path, connection: Connection) -> None:
    """Replace the file by what the connection sees; call it last in the transaction, before the commit.

    Raises:
        OSError: the kiosk's disk refused; the transaction must not commit.
    """
    body = _encode(_gather(connection))
    try:
        if (store / NAME).read_bytes() == body:
            return
    except FileNotFoundError:
        pass
    write_durably(store / NAME, body)


def agrees(store: Path, connection: Connection) -> bool:
    """True when file and database say the same about trust; the generation may differ."""
    kept = read(store)
    return kept is not None and replace(kept, generation=0) == replace(_gather(connection), generation=0)


def read(store: Path) -> Kept | None:
    """The content; None when the file is missing or damaged."""
    try:
        line, _, rest = (store / NAME).read_bytes().partition(b"\n")
        if line.decode("ascii") == hashlib.sha256(rest).hexdigest():
            return _decode(load(rest, _MOST, _MOST))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        pass  # said by None
    return None


def merge(connection: Connection, kept: Kept) -> None:
    """Bring a restored or empty database up to the file: nothing in it may be lower or more trusting afterwards."""
    connection.execute(delete(schema.trust))
    for publisher, mark, root, added_at in kept.trust:
        connection.execute(
            insert(schema.trust).values(publisher=publisher, fingerprint=mark, root=root, added_at=added_at)
        )
    _merge_metadata(connection, kept)
    _merge_floors(connection, kept)
    connection.execute(delete(schema.grant))
    for parent, child, sha256, body in kept.grants:
        connection.execute(insert(schema.grant).values(publisher=child, parent=parent, sha256=sha256, body=body))
    known = connection.execute(select(schema.time_floor.c.at)).scalar()
    latest = max((t for t in (known, kept.time_floor) if t is not None), default=None)
    if latest is not None:
        connection.execute(delete(schema.time_floor))
        connection.execute(insert(schema.time_floor).values(id=1, at=latest))


def _merge_metadata(connection: Connection, kept: Kept) -> None:
    for publisher in sorted({p for p, _name, _body in kept.metadata}):
        mine = {name: body for p, name, body in kept.metadata if p == publisher}
        held = stored_metadata(connection, publisher)
        if any(mine.get(name, body) != body for name, body in held.items() if name.endswith(".root.json")):
            start_over(connection, publisher)  # the file knows another chain, and it is the newer one
        store_metadata(connection, publisher, mine)


def _merge_floors(connection: Connection, kept: Kept) -> None:
    floor = schema.floor.c
    for publisher, role, root_version, version in kept.floors:
        where = (floor.publisher == publisher) & (floor.role == role)
        known = connection.execute(select(floor.root_version, floor.version).where(where)).first()
        if known is None or (known.root_version, known.version) < (root_version, version):
            connection.execute(delete(schema.floor).where(where))
            connection.execute(
                insert(schema.floor).values(publisher=publisher, role=role, root_version=root_version, version=version)
            )


def _gather(connection: Connection) -> Kept:
    trust, md, floor, grant = schema.trust.c, schema.tuf_md.c, schema.floor.c, schema.grant.c

    def rows(*columns: Any, where: Any = None) -> tuple[Any, ...]:
        query = select(*columns).order_by(*columns[:2])
        return tuple(tuple(r) for r in connection.execute(query if where is None else query.where(where)))

    return Kept(
        trust=rows(trust.publisher, trust.fingerprint, trust.root, trust.added_at),
        metadata=rows(md.publisher, md.name, md.body, where=md.name.like("%.root.json") | md.name.in_(_CURRENT)),
        floors=rows(floor.publisher, floor.role, floor.root_version, floor.version),
        grants=rows(grant.parent, grant.publisher, grant.sha256, grant.body),
        time_floor=connection.execute(select(schema.time_floor.c.at)).scalar(),
        generation=connection.execute(select(schema.generation.c.value)).scalar() or 0,
    )


def _encode(kept: Kept) -> bytes:
    rest = json.dumps(
        {
            "format": 1,
            "trust": [[p, mark, _text(root), at] for p, mark, root, at in kept.trust],
            "metadata": [[p, name, _text(body)] for p, name, body in kept.metadata],
            "floors": kept.floors,
            "grants": [[parent, child, sha256, _text(body)] for parent, child, sha256, body in kept.grants],
            "time_floor": kept.time_floor,
            "generation": kept.generation,
        },
        separators=(",", ":"),
    ).encode("ascii")
    return hashlib.sha256(rest).hexdigest().encode("ascii") + b"\n" + rest


def _decode(raw: dict[str, Any]) -> Kept:
    return Kept(
        trust=tuple((p, mark, _bytes(root), at) for p, mark, root, at in raw["trust"]),
        metadata=tuple((p, name, _bytes(body)) for p, name, body in raw["metadata"]),
        floors=tuple((p, role, root_version, version) for p, role, root_version, version in raw["floors"]),
        grants=tuple((parent, child, sha256, _bytes(body)) for parent, child, sha256, body in raw["grants"]),
        time_floor=raw["time_floor"],
        generation=raw["generation"],
    )


def _text(body: bytes) -> str:
    return base64.b64encode(body).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
