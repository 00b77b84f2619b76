"""Bytes that rot on the kiosk's own disk: found, set aside, fetched again; and what is shown meanwhile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import update

from kiosk.catalog.snapshot import SnapshotFile
from kiosk.core.codec import encode
from kiosk.core.errors import ConfigError
from kiosk.core.item import Header, ItemDocument
from kiosk.library import refresh_catalog
from kiosk.packs import schema
from kiosk.packs.repair import damage
from kiosk.packs.scrub import Damage, scrub

from .world import PUBLISHER, World

FILM = bytes(range(256)) * 8_000  # 2 MB
FILES = {"items/a/film.mp4": FILM, "items/b/other.png": b"other"}


def held(world: World, body: bytes) -> Path:
    return world.store.blob_path(world.blob(body).name)


def rot(path: Path, body: bytes | None) -> None:
    """Change a blob behind the kiosk's back, as a dying disk would: None removes it."""
    path.chmod(0o644)
    path.unlink() if body is None else path.write_bytes(body)


def damaged_files(world: World) -> int:
    with world.store.db.reader() as connection:
        return sum(damage(connection).values())


ROT = pytest.mark.parametrize(
    ("body", "fault"),
    [
        (FILM[:-1] + b"!", "content"),
        (b"\0" * len(FILM), "content"),
        (FILM[:99], "size"),
        (b"", "size"),
        (None, "missing"),
    ],
    ids=["one-byte", "zeros", "shorter", "empty", "gone"],
)
SAID = pytest.mark.expect_log("blob .* is damaged")


@SAID
@ROT
def test_case_40_a_rotten_blob_is_found_and_the_next_sync_brings_it_again(
    world: World, body: bytes | None, fault: str
) -> None:
    world.publish(files=FILES)
    world.sync()
    rot(held(world, FILM), body)
    found = scrub(world.store)
    assert found.damaged == (Damage(world.blob(FILM).name, fault),)  # type: ignore[arg-type]
    assert not held(world, FILM).exists()
    assert damaged_files(world) == 1
    assert scrub(world.store, everything=True).damaged == ()  # said once
    report = world.sync()
    assert [(r.pack, r.code) for r in report.results] == [("may-day", "live")]
    assert report.copied_bytes == len(FILM)  # that blob and nothing else
    assert world.live() == {"may-day": 1}
    assert held(world, FILM).read_bytes() == FILM
    assert damaged_files(world) == 0
    assert world.sync().copied_bytes == 0


@SAID
def test_case_40_each_change_is_a_new_generation_so_that_screens_look_again(world: World) -> None:
    world.publish(files=FILES)
    world.sync()
    before = world.store.generation()
    rot(held(world, FILM), b"x")
    scrub(world.store)
    assert world.store.generation() == before + 1
    world.sync()
    assert world.store.generation() == before + 2


@SAID
@pytest.mark.expect_log("kiosk.catalog.build")
def test_case_40_the_item_is_hidden_meanwhile_and_the_others_are_shown(world: World, tmp_path: Path) -> None:
    header = Header(title="王进喜", display="王进喜")
    bodies = {
        f"items/{i}/item.zh.json": json.dumps(encode(ItemDocument(1, "story", 1, i, "zh", header, {}))).encode()
        for i in ("a", "b")
    }
    world.publish(files=bodies)
    world.sync()
    shown = [r.count for r in refresh_catalog(world.store, tmp_path / "catalog").rooms]
    rot(held(world, bodies["items/a/item.zh.json"]), b"{}")
    scrub(world.store)
    now = [r.count for r in refresh_catalog(world.store, tmp_path / "catalog").rooms]
    assert (sum(shown), sum(now)) == (2, 1)
    world.sync()
    refresh_catalog(world.store, tmp_path / "catalog")
    assert [r.count for r in SnapshotFile(tmp_path / "catalog").read().rooms] == shown


@SAID
def test_case_40_what_this_source_cannot_mend_shows_the_version_before_until_another_can(world: World) -> None:
    world.publish(version=1, files={"a": b"old"})
    world.sync()
    world.publish(version=2, files={"a": FILM})
    world.sync()
    good = world.snapshot("good")
    world.blob(FILM).write_bytes(b"?" * len(FILM))
    rot(held(world, FILM), None)
    scrub(world.store)
    report = world.sync()
    assert [(r.code, r.error and r.error.code) for r in report.results] == [("incomplete", "DAMAGED_MEDIUM")]
    assert world.live() == {"may-day": 1}
    assert world.sync(good).copied_bytes == len(FILM)
    assert world.live() == {"may-day": 2}
    assert damaged_files(world) == 0


@SAID
def test_case_40_a_source_that_is_not_there_proves_nothing(world: World, tmp_path: Path) -> None:
    world.publish(version=1, files={"a": b"old"})
    world.sync()
    world.publish(version=2, files={"a": FILM})
    world.sync()
    rot(held(world, FILM), None)
    scrub(world.store)
    (tmp_path / "empty").mkdir()
    assert world.sync(tmp_path / "empty").error is not None
    assert {p.pack: p.version for p in world.store.live()} == {"may-day": 2}


@SAID
def test_case_40_a_new_version_needs_no_mending_of_the_old_one(world: World) -> None:
    world.publish(files=FILES)
    world.sync()
    rot(held(world, FILM), b"x")
    scrub(world.store)
    world.publish(version=2, files={"items/b/other.png": b"other"})
    assert [(r.version, r.code) for r in world.sync().results] == [(2, "live")]
    with pytest.raises(ConfigError, match="PREVIOUS_DAMAGED"):
        world.store.revert("may-day")
    world.publish(version=3)
    world.sync()
    world.sync()
    assert list((world.store.root / "quarantine").iterdir()) == []  # nobody needs those bytes any more


@SAID
def test_case_40_the_first_sync_after_a_start_looks_at_names_and_sizes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.publish(files=FILES)
    world.sync()
    rot(held(world, FILM), b"")
    assert world.sync().copied_bytes == 0  # not again in the same run of the machine
    monkeypatch.setattr("kiosk.packs.scrub._boot", lambda: "another start")
    assert world.sync().copied_bytes == len(FILM)
    assert world.live() == {"may-day": 1}


def test_case_40_sound_blobs_are_read_again_after_a_week_oldest_first(world: World) -> None:
    world.publish(files={f"{i}.bin": bytes([i]) * 1000 for i in range(10)})
    world.sync()
    first = scrub(world.store, most_bytes=3500)
    assert (first.blobs, first.left) == (first.blobs, 11 - first.blobs)
    assert 0 < first.blobs < 11
    assert scrub(world.store).blobs == 11 - first.blobs
    assert scrub(world.store).blobs == 0
    with world.store.db.transaction() as connection:
        connection.execute(update(schema.scrub).values(checked_at="2999-01-01T00:00:00+00:00"))
    assert scrub(world.store).blobs == 11  # times that lie ahead come from a wrong clock


def test_case_40_a_slice_reads_at_least_one_blob(world: World) -> None:
    world.publish(files=FILES)
    world.sync()
    assert scrub(world.store, most_bytes=1, seconds=0).blobs == 1


@SAID
def test_case_40_an_older_medium_can_still_mend(world: World) -> None:
    world.publish(files=FILES)
    world.sync()
    older = world.snapshot("older")
    world.publish("safety")
    world.sync()
    rot(held(world, FILM), None)
    scrub(world.store)
    report = world.sync(older)
    assert report.copied_bytes == len(FILM)
    assert [r.error.code for r in report.results if r.error] == ["OLDER_THAN_KIOSK"]
    assert {p.publisher for p in world.store.live()} == {PUBLISHER}
    assert world.live() == {"may-day": 1, "safety": 1}


def test_case_41_a_staged_file_of_the_right_size_without_its_bytes_is_copied_anew(world: World) -> None:
    world.publish(files=FILES)
    (world.store.staging / world.blob(FILM).name).write_bytes(b"\0" * len(FILM))
    report = world.sync()
    assert world.live() == {"may-day": 1}
    assert report.copied_bytes == sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


def test_case_41_a_staged_file_that_was_finished_and_sealed_is_used(world: World) -> None:
    """A sync died between its last copy and the renames; without root the file cannot be opened for writing."""
    world.publish(files=FILES)
    staged = world.store.staging / world.blob(FILM).name
    staged.write_bytes(FILM)
    staged.chmod(0o444)
    report = world.sync()
    assert world.live() == {"may-day": 1}
    assert report.copied_bytes < len(FILM)
