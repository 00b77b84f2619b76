"""Many files, many packs: counted in files opened and bytes read, not in seconds (those are in `benchmarks`)."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.text import Text
from kiosk.packs.manifest import BlobRef, Manifest, ManifestFile, build, parse
from kiosk.packs.publisher import publish
from kiosk.packs.source import FolderSource, Stream
from kiosk.packs.sync import sync

from .world import PUBLISHER, World, build_pack

FILES, PACKS = 20_000, 2_000
CONTENTS = 500  # distinct ones: 20,000 files of a pack are as many rows, however few bytes


class Watched(FolderSource):
    """Remembers what was opened, and what there was to open."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.there: list[str] = []

    def open(self, path: str) -> Stream:
        stream = super().open(path)
        self.there.append(path)
        return stream

    def of(self, part: str) -> list[str]:
        return [p for p in self.there if part in p]


def files(changed: int = 0) -> dict[str, bytes]:
    """Twenty thousand names for five hundred contents, of which `changed` are new."""
    bodies = [b"new %d" % n if n < changed else b"body %d" % n for n in range(CONTENTS)]
    return {f"items/i{n % 200}/f{n}.json": bodies[n % CONTENTS] for n in range(FILES)}


def look(world: World) -> tuple[Watched, Any]:
    source = Watched(world.repo)
    return source, sync(world.store, source)


def test_case_47_20_000_files_unchanged_need_one_file_of_the_medium(world: World) -> None:
    world.publish(files=files())
    world.sync()
    source, report = look(world)
    assert [r.code for r in report.results] == ["unchanged"]
    assert source.there == [f"publishers/{PUBLISHER}/metadata/timestamp.json"]


def test_case_47_one_percent_changed_copies_exactly_that(world: World) -> None:
    world.publish(files=files())
    world.sync()
    world.publish(version=2, files=files(changed=5))
    source, report = look(world)
    new = {b"new %d" % n for n in range(5)} | {(world.base / "built" / "pack.json").read_bytes()}
    assert report.copied_bytes == sum(len(b) for b in new)
    assert len(source.of("blobs/")) == len(new)
    assert len(source.of("targets/packs/")) == 1
    assert world.live() == {"may-day": 2}


def test_case_47_of_2_000_packs_only_the_changed_one_is_read(world: World) -> None:
    folders = [build_pack(world.base / "many" / f"p{n}", f"pack-{n}", 1, {"a": b"%d" % (n % 50)}) for n in range(PACKS)]
    publish.add_all(world.repo, PUBLISHER, folders, world.keys)
    world.sync()
    assert len(world.store.live()) == PACKS
    source, report = look(world)
    assert {r.code for r in report.results} == {"unchanged"}
    assert source.of("targets/") == source.of("blobs/") == []
    publish.add(world.repo, PUBLISHER, build_pack(world.base / "p", "pack-7", 2, {"a": b"new"}), world.keys)
    source, report = look(world)
    assert [r.pack for r in report.results if r.code == "live"] == ["pack-7"]
    assert len(source.of("targets/packs/")) == 1
    assert len(source.of("blobs/")) == 2


def test_case_47_the_largest_manifest_fits_in_memory() -> None:
    entries = tuple(
        ManifestFile(f"items/i{n % 500}/f{n}.bin", BlobRef(f"{n:064x}", n, "application/octet-stream"))
        for n in range(40_000)
    )
    body = build(Manifest("big", 1, datetime(2026, 5, 1, tzinfo=UTC), "0.1.0", Text("大", "Big"), entries))
    assert len(body) < 8 * 1024 * 1024
    tracemalloc.start()
    try:
        assert len(parse(body).files) == 40_000
        assert tracemalloc.get_traced_memory()[1] < 80 * 1024 * 1024
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**20, 4 * 2**20, 9 * 2**20 + 1])
def test_blobs_of_any_length_are_copied_whole(world: World, size: int) -> None:
    """Short ones are hashed in passing, long ones beside the copying, very long ones written back on the way."""
    body = (json.dumps(size).encode() * (size // 1 + 1))[:size]
    world.publish(files={"a.bin": body, "b.bin": body[::-1] + b"."})
    assert world.sync().problem is None
    assert world.live() == {"may-day": 1}
