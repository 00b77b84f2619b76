"""Whom this kiosk believes: a publisher's first root, confirmed once by a person who compared its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text
from kiosk.packs import schema
from kiosk.packs.fingerprint import PUBLISHER_FIELD, fingerprint, same_fingerprint
from kiosk.packs.ids import is_id
from kiosk.packs.store import Store, drop_publisher, utc_now

__all__ = ["Trusted", "fingerprint", "trust_add", "trust_list", "trust_remove"]

MAX_ROOT_BYTES = 64 * 1024


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
    with store.exclusive(), store.db.transaction() as connection:
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
    """Everybody this kiosk believes, by id."""
    with store.db.reader() as connection:
        rows = connection.execute(
            select(schema.trust.c.publisher, schema.trust.c.fingerprint, schema.trust.c.added_at).order_by(
                schema.trust.c.publisher
            )
        )
        return tuple(Trusted(*row) for row in rows)


def trust_remove(store: Store, publisher: str) -> None:
    """Stop believing a publisher; its packs leave the screen at once.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        BusyError: a sync is running.
    """
    with store.exclusive():
        with store.db.transaction() as connection:
            known = connection.execute(select(schema.trust.c.publisher).where(schema.trust.c.publisher == publisher))
            if known.first() is None:
                raise ConfigError(
                    "NO_SUCH_PUBLISHER",
                    Text(f"本机没有信任“{publisher}”。", f"This kiosk does not trust “{publisher}”."),
                    Text("用 kiosk trust list 查看。", "See kiosk trust list."),
                )
            drop_publisher(connection, publisher)
        store.publish_generation()


def _check_root(untrusted: bytes) -> str:
    """The publisher's id in a root that is well formed and signed by its own keys."""
    try:
        if len(untrusted) <= MAX_ROOT_BYTES:
            metadata = Metadata[Root].from_bytes(untrusted)
            if isinstance(metadata.signed, Root):
                metadata.signed.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
                publisher = metadata.signed.unrecognized_fields.get(PUBLISHER_FIELD)
                if isinstance(publisher, str) and is_id(publisher):
                    return publisher
    except (DeserializationError, RepositoryError):
        pass  # said below
    raise TrustError(
        "BAD_ROOT",
        Text("这不是发布单位的密钥文件（1.root.json）。", "This is not a publisher's key file (1.root.json)."),
        Text(
            "请在发布文件夹 publishers/…/metadata 里找到 1.root.json。",
            "Find 1.root.json in publishers/…/metadata of the publisher's folder.",
        ),
    )
