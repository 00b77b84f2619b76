"""kill -9 at any instant leaves the old or the new, and the next run finishes the work.

This cannot see missing barriers (`test_files_go_live_only_after_contents_and_names_are_durable` checks their order).
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable

import pytest

from kiosk.packs.publisher import publish
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync

from .world import World, build_pack

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

KILLS = 14
SEED = 20260501


def content(version: int) -> dict[str, bytes]:
    made = {f"items/{i}.json": b"%d of %d" % (i, version) for i in range(60)}
    return made | {"video.mp4": bytes([version]) * 6_000_000, "same.mp4": b"s" * 1_000_000}


def run_and_kill(work: Callable[[], None], after: float) -> bool:
    """Run in a child and kill it; True when it had finished by itself."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return not os.WIFSIGNALED(status)


def test_a_killed_sync(world: World) -> None:
    world.publish(version=1, files=content(1))
    started = time.monotonic()
    world.sync()
    length = time.monotonic() - started
    world.store.close()
    rng = random.Random(SEED)
    seen: set[str] = set()
    version = 1
    for kill in range(KILLS):
        if version == world_version(world):
            version += 1
            world.publish(version=version, files=content(version))

        def work() -> None:
            store = Store(world.base / "store")
            sync(store, FolderSource(world.repo))

        run_and_kill(work, length * 1.2 * (kill + rng.random()) / KILLS)
        shown = world_version(world)
        assert shown in (version - 1, version)
        seen.add("new" if shown == version else "old")
        partial = list((world.base / "store" / "staging").glob("[0-9a-f]*"))
        seen |= {"partial"} if partial else set()
    assert "old" in seen
    assert "partial" in seen
    missing = missing_bytes(world, version)
    report = world.sync()
    assert world.live() == {"may-day": version}
    assert report.copied_bytes == missing
    world.sync()
    assert list(world.store.staging.iterdir()) == []


def world_version(world: World) -> int:
    world.reopen()
    shown = world.live()["may-day"]
    world.store.close()
    return shown


def missing_bytes(world: World, version: int) -> int:
    """What a resume may still copy: nothing twice."""
    from hashlib import sha256

    store = world.base / "store"
    built = build_pack(world.base / "again", "may-day", version, content(version))
    total = 0
    for path in {p.read_bytes() for p in built.rglob("*") if p.is_file()}:
        name = sha256(path).hexdigest()
        if not (store / "blobs" / "sha256" / name[:2] / name).exists():
            staged = store / "staging" / name
            total += len(path) - (staged.stat().st_size if staged.exists() else 0)
    return total


def test_a_killed_publisher(world: World) -> None:
    world.publish(version=1, files=content(1))
    world.sync()
    world.store.close()
    rng = random.Random(SEED)
    for kill in range(KILLS):
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
