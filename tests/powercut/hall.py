"""A kiosk whose store lies on a disk that loses its power, and an office whose repository does not."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from packs.world import PUBLISHER, World, check_store, make_world
from sqlalchemy import event, select

from kiosk.packs import schema
from kiosk.packs.barrier import Barrier
from kiosk.packs.report import SyncReport
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add
from kiosk.packs.tufstate import newest_root_version, stored_metadata

Shown = Mapping[str, int]


def bodies(pack: str, version: int) -> dict[str, bytes]:
    """Many small files, a film that changes, and one of 1 MB that both packs share and that never does."""
    chance = random.Random(f"{pack} {version}")
    small = {f"items/{i}/text.json": b"%s %d %d" % (pack.encode(), i, version if i % 3 else 0) for i in range(20)}
    return small | {
        "film.mp4": chance.randbytes(1_500_000),
        "poster.jpg": chance.randbytes(70_000),
        "shared.mp4": random.Random(7).randbytes(1_000_000),
    }


@dataclass
class Office:
    """What is published, and how a kiosk takes it."""

    world: World
    needed: dict[str, bytes] = field(default_factory=dict)
    """Bodies of the newest packs, by hash."""

    def publish(self, version: int) -> Shown:
        """Two packs; gives what kiosks show then."""
        self.needed.clear()
        for pack in ("may-day", "safety"):
            self.world.publish(pack, version, bodies(pack, version))
            for path in (self.world.base / "built").rglob("*.*"):
                body = path.read_bytes()
                self.needed[hashlib.sha256(body).hexdigest()] = body
        return {"may-day": version, "safety": version}

    def sync(self, store: Store, barrier: Barrier | None = None, medium: Path | None = None) -> SyncReport:
        """One sync of the kiosk."""
        return sync(store, FolderSource(medium or self.world.repo), barrier=barrier)

    def trust(self, store: Store) -> None:
        """What the installer does once."""
        trust_add(store, self.world.root, self.world.fingerprint)


class Nothing:
    """A barrier that trusts in luck."""

    def contents(self, files: Iterable[Path]) -> None:
        pass

    def names(self, folders: Iterable[Path]) -> None:
        pass


def make_office(base: Path) -> Office:
    """An office; the kiosk of its `World` stays unused."""
    world = make_world(base)
    world.store.close()
    return Office(world)


@contextmanager
def kiosk_on(disk: Path, *, lazy: bool = False) -> Iterator[Store]:
    """The store of the disk, opened as after a start.

    Args:
        lazy: commits of the database are not made durable, as a mistake in its settings would have it.
    """
    store = Store(disk / "store")
    if lazy:
        store.db.close()
        event.listen(store.db._engine, "connect", lambda c, _record: c.execute("PRAGMA synchronous=OFF").close())
    try:
        yield store
    finally:
        store.close()


def shown(store: Store) -> Shown:
    """What is on the screen, every byte of it checked; so are the versions that `revert` would put back."""
    check_store(store)
    with store.db.reader() as connection:
        ready = select(schema.file.c.sha256, schema.file.c.size).join(
            schema.manifest,
            (schema.manifest.c.publisher == schema.file.c.publisher)
            & (schema.manifest.c.sha256 == schema.file.c.manifest),
        )
        for sha256, size in connection.execute(ready.where(schema.manifest.c.state == "ready")):
            assert store.blob_path(sha256).stat().st_size == size
    return {p.pack: p.version for p in store.live()}


def missing(store: Store, wanted: Mapping[str, bytes]) -> int:
    """Bytes of `wanted` that are neither blobs nor the beginning of a copy."""
    total = 0
    for sha256, body in wanted.items():
        if not store.has_blob(sha256):
            staged = store.staging / sha256
            begun = staged.read_bytes() if staged.exists() else b""
            total += len(body) - (len(begun) if body.startswith(begun) else 0)
    return total


def root_version(store: Store) -> int:
    """The newest root of the publisher that the kiosk has accepted."""
    with store.db.reader() as connection:
        return newest_root_version(stored_metadata(connection, PUBLISHER))
