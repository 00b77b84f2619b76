"""Whom this kiosk believes: a publisher's first root, confirmed once by a person who compared its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, TypeAlias

from sqlalchemy import Connection, delete, insert, select

from kiosk.core.clock import Clock
from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.clock import trusted_now
from kiosk.packs.fingerprint import fingerprint, same_fingerprint
from kiosk.packs.granted import stored_circle, stored_grants
from kiosk.packs.guard import Rights, orphans
from kiosk.packs.ledger import time_floor
from kiosk.packs.recover import remembered
from kiosk.packs.rootfile import publisher_of_root
from kiosk.packs.store import Store, bump_generation, drop_publisher, utc_now

__all__ = ["Known", "Trusted", "fingerprint", "trust_add", "trust_list", "trust_remove", "trust_tree"]


State: TypeAlias = Literal["trusted", "ended", "revoked"]


@dataclass(frozen=True, slots=True)
class Known:
    """One line of the tree of trust.

    Args:
        depth: 0 for a publisher that a person confirmed.
        parent: who granted it; empty at depth 0.
        namespace: its pack ids are this or begin with it and a dash; None: any.
        valid_until: last day on which it may bring something new.
        max_bytes: of what it may have on the screen.
        state: `ended`: the day is past, what is on the screen stays; `revoked`: its parent took the grant back.
        added_at: when a person confirmed it; empty for those that were granted.
    """

    publisher: str
    fingerprint: str
    depth: int
    parent: str
    namespace: str | None
    valid_until: date | None
    max_bytes: int | None
    state: State
    added_at: str = ""


@dataclass(frozen=True, slots=True)
class Trusted:
    """A publisher this kiosk believes."""

    publisher: str
    fingerprint: str
    added_at: str


def trust_add(store: Store, root_bytes: bytes, typed_fingerprint: str) -> Trusted:
    """Believe a publisher from now on.

    Args:
        root_bytes: the publisher's `1.root.json`, from anywhere.
        typed_fingerprint: what the publisher said over another way; case, spaces and dashes do not matter.

    Raises:
        TrustError: `BAD_ROOT`, `FINGERPRINT`, or `OTHER_KEYS` when the publisher is known with another root.
        BusyError: a sync is running.
    """
    publisher = _check_root(root_bytes)
    if not same_fingerprint(root_bytes, typed_fingerprint):
        raise TrustError(
            "FINGERPRINT",
            Text(
                f"指纹不符：文件的指纹是 {fingerprint(root_bytes)}。",
                f"The fingerprint differs: the file's is {fingerprint(root_bytes)}.",
            ),
            Text("请向发布单位核对；不符就不要添加。", "Check it with the publisher; if it differs, do not add it."),
        )
    with store.exclusive(), remembered(store.db, store.root) as connection:
        known = connection.execute(select(schema.trust).where(schema.trust.c.publisher == publisher)).first()
        if known is not None:
            if known.root != root_bytes:
                raise TrustError(
                    "OTHER_KEYS",
                    Text(
                        f"“{publisher}”已用另一把密钥（{known.fingerprint}）添加过。",
                        f"“{publisher}” is already trusted with another key ({known.fingerprint}).",
                    ),
                    Text(
                        "确认无误后，先用 kiosk trust remove 移除。", "If that is right, use kiosk trust remove first."
                    ),
                )
            return Trusted(publisher, known.fingerprint, known.added_at)
        added = Trusted(publisher, fingerprint(root_bytes), utc_now())
        connection.execute(
            insert(schema.trust).values(
                publisher=publisher, fingerprint=added.fingerprint, root=root_bytes, added_at=added.added_at
            )
        )
    return added


def trust_list(store: Store) -> tuple[Trusted, ...]:
    """Everybody a person confirmed on this kiosk, by id. See `trust_tree` for whom they granted."""
    with store.db.reader() as connection:
        rows = connection.execute(
            select(schema.trust.c.publisher, schema.trust.c.fingerprint, schema.trust.c.added_at).order_by(
                schema.trust.c.publisher
            )
        )
        return tuple(Trusted(*row) for row in rows)


def trust_tree(store: Store) -> tuple[Known, ...]:
    """Everybody this kiosk listens to or has stopped listening to, each parent followed by whom it granted."""
    with store.db.reader() as connection:
        circle, grants = stored_circle(connection), stored_grants(connection)
        floor = time_floor(connection)
    added = {t.publisher: t.added_at for t in trust_list(store)}
    made: list[Known] = []

    def add(parent: str, depth: int) -> None:
        for child, grant in sorted(grants.get(parent, {}).items()):
            rights = circle.get(child)
            if rights is not None and not grant.revoked and rights.parents[-1:] == (parent,):
                made.append(_known(rights, depth, floor))
                add(child, depth + 1)
            elif grant.revoked and rights is None:
                made.append(
                    Known(child, fingerprint(grant.root), depth, parent, grant.namespace, None, None, "revoked")
                )

    for rights in sorted((r for r in circle.values() if r.by_hand), key=lambda r: r.publisher):
        made.append(replace(_known(rights, 0, floor), added_at=added[rights.publisher]))
        add(rights.publisher, 1)
    return tuple(made)


def _known(rights: Rights, depth: int, floor: datetime | None) -> Known:
    ended = rights.valid_until is not None and trusted_now(Clock().now(), floor).date() > rights.valid_until
    return Known(
        publisher=rights.publisher,
        fingerprint=fingerprint(rights.root),
        depth=depth,
        parent=rights.parents[-1] if rights.parents else "",
        namespace=rights.namespace,
        valid_until=rights.valid_until,
        max_bytes=rights.max_bytes,
        state="ended" if ended else "trusted",
    )


def trust_remove(store: Store, publisher: str) -> None:
    """Stop believing a publisher; its packs, and those of whom it granted, leave the screen at once.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        BusyError: a sync is running.
    """
    with store.exclusive():
        with remembered(store.db, store.root) as connection:
            known = connection.execute(select(schema.trust.c.publisher).where(schema.trust.c.publisher == publisher))
            if known.first() is None:
                raise ConfigError(
                    "NO_SUCH_PUBLISHER",
                    Text(f"本机没有信任“{publisher}”。", f"This kiosk does not trust “{publisher}”."),
                    Text("用 kiosk trust list 查看。", "See kiosk trust list."),
                )
            drop_publisher(connection, publisher)
            connection.execute(delete(schema.grant).where(schema.grant.c.parent == publisher))
            take_off_orphans(connection)
        store.publish_generation()


def take_off_orphans(connection: Connection) -> None:
    """Take off the screen what nobody vouches for any more."""
    live = set(connection.execute(select(schema.live.c.publisher).distinct()).scalars())
    gone = orphans(live, stored_circle(connection))
    for publisher in gone:
        connection.execute(delete(schema.live).where(schema.live.c.publisher == publisher))
    if gone:
        bump_generation(connection)


def _check_root(untrusted: bytes) -> str:
    """The publisher's id in a root that is well formed and signed by its own keys."""
    publisher = publisher_of_root(untrusted)
    if publisher is not None:
        return publisher
    raise TrustError(
        "BAD_ROOT",
        Text("这不是发布单位的密钥文件（1.root.json）。", "This is not a publisher's key file (1.root.json)."),
        Text(
            "请在发布文件夹 publishers/…/metadata 里找到 1.root.json。",
            "Find 1.root.json in publishers/…/metadata of the publisher's folder.",
        ),
    )
