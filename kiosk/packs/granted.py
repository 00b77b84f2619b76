"""Grants between the medium and `packs.db`: read what a verified parent says, keep what was accepted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, func, insert, select
from tuf.api.metadata import TargetFile

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.errors import bad_grant, bad_pack, damaged_medium
from kiosk.packs.grant import MAX_GRANT_BYTES, Grant, parse
from kiosk.packs.guard import Rights
from kiosk.packs.ids import SHA256, child_of_target
from kiosk.packs.report import Code, PackResult
from kiosk.packs.walk import Walk

Read = Callable[[str, int], bytes]
"""Bytes by repository path and length."""

MAX_GRANTS = 1000
"""Of one publisher."""
MAX_TOTAL_BYTES = 4 * 1024 * 1024
"""Of the grants of one publisher; a usual one has 2 KB."""

_MEDIUM_FAULTS = frozenset({"DAMAGED_MEDIUM", "NO_PERMISSION", "NOT_ON_THIS_MEDIUM"})


@dataclass(slots=True)
class Said:
    """The grants of one parent as they stand now.

    Args:
        bodies: what to keep, by child; the hash of each is the key of its content.
        results: what could not be followed. The grant before stays in `grants` then.
    """

    grants: dict[str, Grant] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    results: list[PackResult] = field(default_factory=list)


def read_grants(parent: str, targets: Mapping[str, TargetFile], held: Mapping[str, bytes], read: Read) -> Said:
    """The grants in verified targets.

    Args:
        parent: publisher id.
        targets: verified; the names in it are not checked yet.
        held: bodies in the database, by child.
        read: asked only for what is new.

    Raises:
        StorageError: `MEDIUM_REMOVED`, from `read`.
    """
    said = Said()
    total = 0
    for name, target in sorted(targets.items()):
        if not name.startswith("grants/"):
            continue
        child = child_of_target(name)
        if child is None:
            rule = Text(f"目标名不合格：{name[:80]!a}", f"a malformed target name: {name[:80]!a}")
            said.results.append(PackResult(parent, "", 0, "refused", bad_pack(rule)))
            continue
        before = held.get(child)
        total += target.length
        try:
            if len(said.grants) >= MAX_GRANTS or total > MAX_TOTAL_BYTES:
                raise bad_grant(child, Text("授权太多", "there are too many grants"))
            body = _body(parent, child, target, before, read)
            said.grants[child], said.bodies[child] = parse(body, child), body
        except KioskError as error:
            if error.code == "MEDIUM_REMOVED":
                raise
            if before is not None:
                said.grants[child], said.bodies[child] = parse(before, child), before
            code: Code = "incomplete" if error.code in _MEDIUM_FAULTS else "refused"
            said.results.append(PackResult(parent, "", 0, code, error))
    return said


def _body(parent: str, child: str, target: TargetFile, held: bytes | None, read: Read) -> bytes:
    sha256 = target.hashes.get("sha256", "")
    if not SHA256.fullmatch(sha256) or target.length > MAX_GRANT_BYTES:
        raise bad_grant(child, Text("没有 sha256 或太大", "it has no sha256 or is too large"))
    if held is not None and hashlib.sha256(held).hexdigest() == sha256:
        return held
    path = f"publishers/{parent}/targets/grants/{sha256}.{child}.json"
    body = read(path, target.length)
    if len(body) != target.length or hashlib.sha256(body).hexdigest() != sha256:
        raise damaged_medium(path)
    return body


def stored_bodies(connection: Connection) -> dict[str, dict[str, bytes]]:
    """Accepted grants: parent to child to body."""
    found: dict[str, dict[str, bytes]] = {}
    rows = connection.execute(select(schema.grant.c.parent, schema.grant.c.publisher, schema.grant.c.body))
    for parent, child, body in rows:
        found.setdefault(parent, {})[child] = body
    return found


def stored_grants(connection: Connection) -> dict[str, dict[str, Grant]]:
    """Accepted grants, parsed: parent to child to grant."""
    return {
        parent: {child: parse(body, child) for child, body in bodies.items()}
        for parent, bodies in stored_bodies(connection).items()
    }


def by_hand(connection: Connection) -> list[Rights]:
    """The publishers that a person confirmed, by id."""
    rows = connection.execute(select(schema.trust.c.publisher, schema.trust.c.root).order_by(schema.trust.c.publisher))
    return [Rights(publisher, root) for publisher, root in rows]


def live_packs(connection: Connection) -> list[tuple[str, str]]:
    """Publisher and pack of everything on the screen."""
    rows = connection.execute(select(schema.live.c.publisher, schema.live.c.pack).order_by(schema.live.c.publisher))
    return [(publisher, pack) for publisher, pack in rows]


def live_sizes(connection: Connection) -> dict[tuple[str, str], int]:
    """Bytes of everything on the screen, by publisher and pack; one content counts once in a pack."""
    live, file = schema.live.c, schema.file.c
    blobs = (
        select(live.publisher, live.pack, file.sha256, file.size)
        .join(schema.file, (file.publisher == live.publisher) & (file.manifest == live.sha256), isouter=True)
        .distinct()
        .subquery()
    )
    rows = connection.execute(
        select(blobs.c.publisher, blobs.c.pack, func.coalesce(func.sum(blobs.c.size), 0)).group_by(
            blobs.c.publisher, blobs.c.pack
        )
    )
    return {(publisher, pack): count for publisher, pack, count in rows}


def store_grants(connection: Connection, parent: str, bodies: Mapping[str, bytes]) -> None:
    """Keep a parent's grants in place of what it said before."""
    connection.execute(delete(schema.grant).where(schema.grant.c.parent == parent))
    for child, body in bodies.items():
        sha256 = hashlib.sha256(body).hexdigest()
        connection.execute(insert(schema.grant).values(publisher=child, parent=parent, sha256=sha256, body=body))


def stored_circle(connection: Connection) -> dict[str, Rights]:
    """Everybody this kiosk listens to, by its own memory: trusted by hand, or granted and not revoked."""
    walk = Walk(by_hand(connection), stored_grants(connection))
    for rights in walk:
        walk.heard(rights, None)
    return walk.circle
