"""A publisher, a medium and a kiosk in a temporary folder, driven by plain edits of files."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.packs.publisher import publish
from kiosk.packs.publisher.keys import KeyRing, open_keys
from kiosk.packs.report import SyncReport
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add

PUBLISHER = "wuxi"


@dataclass
class World:
    """One kiosk that trusts one publisher; `repo` is both its folder and the stick."""

    base: Path
    store: Store
    root: bytes
    fingerprint: str

    @property
    def repo(self) -> Path:
        return self.base / "repo"

    @property
    def metadata(self) -> Path:
        return self.repo / "publishers" / PUBLISHER / "metadata"

    @property
    def keys(self) -> KeyRing:
        return open_keys(self.base / "keys", PUBLISHER)

    def publish(
        self, pack: str = "may-day", version: int = 1, files: dict[str, bytes] | None = None, **head: Any
    ) -> None:
        built = build_pack(self.base / "built", pack, version, files, **head)
        publish.add(self.repo, PUBLISHER, built, self.keys)

    def sync(self, medium: Path | None = None, **how: Any) -> SyncReport:
        return sync(self.store, FolderSource(medium or self.repo), **how)

    def live(self) -> dict[str, int]:
        """Version of each pack on the screen, after checking that every byte of it is there and right."""
        check_store(self.store)
        return {p.pack: p.version for p in self.store.live()}

    def second_publisher(self, name: str = "county-a", version: int = 7, pack: str = "night-school") -> None:
        """Another trusted publisher in the same folder, with a pack of its own."""
        made = publish.init(self.repo, name, self.base / f"keys-{name}")
        keys = open_keys(self.base / f"keys-{name}", name)
        publish.add(self.repo, name, build_pack(self.base / "built", pack, version), keys)
        trust_add(self.store, made.root, made.fingerprint)

    def snapshot(self, name: str) -> Path:
        """A copy of the repository as it is now."""
        return Path(shutil.copytree(self.repo, self.base / name))

    def blob(self, body: bytes) -> Path:
        """Where these bytes lie in the repository."""
        import hashlib

        sha256 = hashlib.sha256(body).hexdigest()
        return self.repo / "blobs" / "sha256" / sha256[:2] / sha256

    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.base / "store")


def make_world(base: Path) -> World:
    made = publish.init(base / "repo", PUBLISHER, base / "keys")
    store = Store(base / "store")
    trust_add(store, made.root, made.fingerprint)
    return World(base, store, made.root, made.fingerprint)


def build_pack(folder: Path, pack: str, version: int, files: dict[str, bytes] | None = None, **head: Any) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    bodies = files if files is not None else {"items/a/item.zh.json": f'{{"v":{version}}}'.encode()}
    bodies = {
        "pack.json": json.dumps(
            {"id": pack, "version": version, "title": {"zh": "五一", "en": "May Day"}, **head}
        ).encode(),
        **bodies,
    }
    for name, body in bodies.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def check_store(store: Store) -> None:
    """Fail when a live pack lacks a byte, a blob is not what its name says, or the database is unsound."""
    import hashlib

    assert store.db.quick_check() == ()
    for pack in store.live():
        assert "pack.json" in pack.files
        for path, ref in pack.files.items():
            body = store.blob_path(ref.sha256).read_bytes()
            assert len(body) == ref.size, path
    for blob in store.blobs.glob("*/*"):
        assert hashlib.sha256(blob.read_bytes()).hexdigest() == blob.name
