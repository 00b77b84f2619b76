"""kill -9 at any instant leaves the old or the new, and the next run finishes the work.

This cannot see missing barriers (`test_files_go_live_only_after_contents_and_names_are_durable` checks their order).
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from support.killed import length_of, run_and_kill

from kiosk.packs.collect import collect
from kiosk.packs.manifest import parse
from kiosk.packs.publisher import publish
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add

from .world import World, build_pack, check_store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

KILLS = int(os.environ.get("KIOSK_KILLS", "32"))
"""Of a sync; a third as many of a collection, a first start and a publisher each."""
FEW = max(10, KILLS // 3)
SEED = 20260501


def content(version: int) -> dict[str, bytes]:
    made = {f"items/{i}.json": b"%d of %d" % (i, version) for i in range(60)}
    return made | {"video.mp4": bytes([version]) * 5_000_000, "same.mp4": b"s" * 1_000_000}


def test_case_31_a_killed_sync_and_activation(world: World) -> None:
    """Old or new, nothing wrong, nothing copied twice: what a run copies is what the one before it had not."""
    world.publish(version=1, files=content(1))
    world.sync()
    world.store.close()
    rng = random.Random(SEED)
    seen: set[str] = set()
    version, length = 1, 0.0
    for kill in range(KILLS):
        if version == world_version(world):
            version += 1
            world.publish(version=version, files=content(version))
            length = length or _length_of(world)
        before = missing_bytes(world, version)

        def work() -> None:
            store = Store(world.base / "store")
            report = sync(store, FolderSource(world.repo))
            (world.base / "copied").write_text(str(report.copied_bytes))

        (world.base / "copied").unlink(missing_ok=True)
        finished = run_and_kill(work, length * 1.1 * ((kill * 7) % KILLS + rng.random()) / KILLS)
        if finished:
            assert int((world.base / "copied").read_text()) == before
        shown = world_version(world)
        assert shown in (version - 1, version)
        seen.add("new" if shown == version else "old")
        partial = list((world.base / "store" / "staging").glob("[0-9a-f]*"))
        seen |= {"partial"} if partial else set()
        assert missing_bytes(world, version) <= before
    assert {"old", "partial"} <= seen
    missing = missing_bytes(world, version)
    report = world.sync()
    assert world.live() == {"may-day": version}
    assert report.copied_bytes == missing
    world.sync()
    assert list(world.store.staging.iterdir()) == []


def _length_of(world: World) -> float:
    """Seconds of one sync in a child, on a copy of the store."""
    shutil.copytree(world.base / "store", world.base / "trial")

    def work() -> None:
        sync(Store(world.base / "trial"), FolderSource(world.repo))

    return length_of(work)


def test_case_31_a_killed_collection(world: World) -> None:
    world.publish("keep", files={"same.mp4": b"s" * 1000, "own.txt": b"own"})
    world.publish("goes", files=content(1))
    world.sync()
    publish.remove(world.repo, "wuxi", "goes", world.keys)
    world.sync()
    world.store.close()
    shutil.copytree(world.base / "store", world.base / "full")
    rng = random.Random(SEED)
    left: set[int] = set()
    for _ in range(FEW):
        shutil.rmtree(world.base / "store")
        shutil.copytree(world.base / "full", world.base / "store")

        def work() -> None:
            store = Store(world.base / "store")
            with store.exclusive():
                collect(store)

        run_and_kill(work, rng.random() * 0.06)
        world.reopen()
        assert world.live() == {"keep": 1}
        left.add(len(list(world.store.blobs.glob("*/*"))))
        with world.store.exclusive():
            collect(world.store)
        assert len(list(world.store.blobs.glob("*/*"))) == 3
        assert world.live() == {"keep": 1}
        world.store.close()
    assert left


def test_case_31_a_killed_first_start(world: World) -> None:
    """The store does not exist yet: folders, database, trust and the first content, cut anywhere."""
    world.publish(files=content(1))
    world.store.close()
    rng = random.Random(SEED)
    for kill in range(FEW):
        place = world.base / f"first-{kill}"

        def work(place: Path = place) -> None:
            store = Store(place)
            trust_add(store, world.root, world.fingerprint)
            sync(store, FolderSource(world.repo))

        run_and_kill(work, rng.random() * 0.3)
        store = Store(place)
        check_store(store)
        assert [p.version for p in store.live()] in ([], [1])
        trust_add(store, world.root, world.fingerprint)
        present = sum(p.stat().st_size for p in [*store.blobs.glob("*/*"), *store.staging.glob("[0-9a-f]*")])
        report = sync(store, FolderSource(world.repo))
        check_store(store)
        assert [p.version for p in store.live()] == [1]
        assert report.copied_bytes + present == sum(p.stat().st_size for p in store.blobs.glob("*/*"))
        store.close()
        shutil.rmtree(place)


def world_version(world: World) -> int:
    world.reopen()
    shown = world.live()["may-day"]
    world.store.close()
    return shown


def missing_bytes(world: World, version: int) -> int:
    """What a resume may still copy: nothing twice."""
    manifests = (parse(p.read_bytes()) for p in world.metadata.parent.glob("targets/packs/*.may-day.json"))
    (wanted,) = [m for m in manifests if m.version == version]
    store, total = world.base / "store", 0
    for name, size in {f.blob.sha256: f.blob.size for f in wanted.files}.items():
        if not (store / "blobs" / "sha256" / name[:2] / name).exists():
            staged = store / "staging" / name
            total += size - (staged.stat().st_size if staged.exists() else 0)
    return total


def test_case_31_a_killed_publisher(world: World) -> None:
    world.publish(version=1, files=content(1))
    world.sync()
    world.store.close()
    rng = random.Random(SEED)
    for kill in range(FEW):
        built = build_pack(world.base / "built", "may-day", kill + 2, content(kill + 2))

        def work(built: object = built) -> None:
            publish.add(world.repo, "wuxi", built, world.keys)  # type: ignore[arg-type]

        run_and_kill(work, rng.random() * 0.12)
        before = world_version(world)
        world.reopen()
        report = world.sync()
        assert report.problem is None
        assert world.live()["may-day"] in (before, kill + 2)
        world.store.close()
    world.reopen()
    world.publish(version=99)
    world.sync()
    assert world.live() == {"may-day": 99}
    assert list((world.repo / "tmp").glob("*.lock")) == []
