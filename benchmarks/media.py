"""Media full of packs, and kiosks that trust their publisher: what a sync is measured with."""

from __future__ import annotations

import json
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.publisher import publish
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.store import Store
from kiosk.packs.trust import trust_add

PUBLISHER = "bench"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pack: so many large files of so many MB, so many small ones of about so many bytes."""

    large: int = 0
    megabytes: int = 0
    small: int = 0
    bytes: int = 20_000


@dataclass(frozen=True, slots=True)
class Medium:
    """A repository and what it was made from.

    Args:
        tree: the built pack folder; what `cp` and `rsync` copy.
        repo: the repository folder.
        keys: the publisher's.
        trusted: a store that trusts the publisher and holds nothing.
    """

    tree: Path
    repo: Path
    keys: Path
    trusted: Path

    def fresh(self, place: Path) -> Path:
        """A data folder with an empty kiosk."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.trusted, place / "store")
        return place

    def publish(self, *folders: Path) -> None:
        """Sign these packs, in one go."""
        publish.add_all(self.repo, PUBLISHER, list(folders), open_keys(self.keys, PUBLISHER))


def make_medium(base: Path, shape: Shape) -> Medium:
    """One pack of that shape, not published yet."""
    base.mkdir(parents=True)
    made = publish.init(base / "repo", PUBLISHER, base / "keys")
    store = Store(base / "trusted")
    trust_add(store, made.root, made.fingerprint)
    store.close()
    write_pack(base / "pack", "big", shape)
    return Medium(base / "pack", base / "repo", base / "keys", base / "trusted")


def write_pack(folder: Path, pack: str, shape: Shape, version: int = 1) -> None:
    """A built pack of bytes that nothing can compress."""
    rng = random.Random(pack)
    folder.mkdir(parents=True)
    for n in range(shape.large):
        with (folder / f"film-{n}.mp4").open("wb") as file:
            for _ in range(shape.megabytes):
                file.write(os.urandom(1_000_000))
    for n in range(shape.small):
        place = folder / "items" / f"i{n % 200}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"f{n}.bin").write_bytes(os.urandom(rng.randint(shape.bytes // 10, shape.bytes * 2)))
    write_head(folder, pack, version)


def write_head(folder: Path, pack: str, version: int) -> None:
    """`pack.json`."""
    head = {
        "format": 1,
        "id": pack,
        "version": version,
        "title": {"zh": "五一", "en": "May Day"},
        "languages": ["zh"],
        "items": [],
    }
    (folder / "pack.json").write_text(json.dumps(head), "utf-8")


def change(folder: Path, pack: str, version: int, part: int = 100) -> int:
    """Write every `part`-th small file anew; returns the bytes that are new, the head's included."""
    changed = sorted(folder.glob("items/*/*"))[::part]
    for path in changed:
        path.write_bytes(os.urandom(path.stat().st_size))
    write_head(folder, pack, version)
    return sum(p.stat().st_size for p in changed) + (folder / "pack.json").stat().st_size


def link_tree(source: Path, target: Path) -> Path:
    """A copy that shares the bytes of what is never written in place; databases are copied."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(
        source, target, copy_function=lambda a, b: shutil.copy2(a, b) if ".db" in Path(a).name else os.link(a, b)
    )
    return target
