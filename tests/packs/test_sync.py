"""The way of a pack from the publisher's folder to the screen, when nothing is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.clock import Clock
from kiosk.core.errors import BusyError, ConfigError
from kiosk.packs.barrier import FsyncAll
from kiosk.packs.generation import read_generation
from kiosk.packs.publisher import publish
from kiosk.packs.report import Progress
from kiosk.packs.trust import trust_list, trust_remove

from .world import PUBLISHER, World, make_world

BIG = bytes(range(256)) * 12_000  # 3 MB: several chunks


def codes(world: World, **how: object) -> dict[str, str]:
    return {r.pack: r.code for r in world.sync(**how).results}


def test_a_published_pack_goes_live_with_its_own_bytes(world: World) -> None:
    world.publish(files={"items/a/video.mp4": BIG, "items/a/封面.png": b"png", "items/b/same.png": b"png"})
    seen: list[Progress] = []
    report = world.sync(progress=seen.append)
    assert [(r.pack, r.version, r.code) for r in report.results] == [("may-day", 1, "live")]
    assert report.problem is None
    assert report.generation == 1
    (pack,) = world.store.live()
    assert (pack.publisher, pack.title.zh, pack.title.en) == (PUBLISHER, "五一", "May Day")
    assert world.store.blob_path(pack.files["items/a/video.mp4"].sha256).read_bytes() == BIG
    assert pack.files["items/a/封面.png"] == pack.files["items/b/same.png"]
    assert [p.phase for p in seen][:1] == ["verify"]
    assert seen[-1].phase == "done"
    assert (
        seen[-1].done_bytes
        == seen[-1].total_bytes
        == report.copied_bytes
        == len(BIG) + 3 + pack.files["pack.json"].size
    )
    json.dumps([report.as_json(), *[p.as_json() for p in seen]])


def test_nothing_new_changes_nothing(world: World) -> None:
    world.publish()
    world.sync()
    report = world.sync()
    assert [r.code for r in report.results] == ["unchanged"]
    assert not report.changed
    assert (report.copied_bytes, report.generation) == (0, 1)


def test_only_changed_bytes_are_copied(world: World) -> None:
    world.publish(files={"v.mp4": BIG, "a.txt": b"old"})
    world.sync()
    world.publish(version=2, files={"v.mp4": BIG, "a.txt": b"newer"})
    report = world.sync()
    assert report.copied_bytes < 1000
    assert world.live() == {"may-day": 2}


def test_the_version_before_stays_until_the_next_but_one(world: World) -> None:
    for version in (1, 2, 3):
        world.publish(version=version, files={"a.txt": b"body %d" % version})
        world.sync()
    held = {p.read_bytes() for p in world.store.blobs.glob("*/*")}
    assert {b"body 2", b"body 3"} <= held
    world.sync()  # a collection runs before the next change, not while the screen may still show the old one
    held = {p.read_bytes() for p in world.store.blobs.glob("*/*")}
    assert b"body 1" not in held
    assert {b"body 2", b"body 3"} <= held


def test_case_17_30_a_withdrawn_pack_leaves_and_its_shared_blobs_stay(world: World) -> None:
    world.publish("may-day", files={"shared.png": b"shared", "own.png": b"own"})
    world.publish("safety", files={"shared.png": b"shared"})
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    report = world.sync()
    assert {r.pack: r.code for r in report.results} == {"safety": "unchanged", "may-day": "withdrawn"}
    assert report.generation == 2
    assert world.live() == {"safety": 1}
    world.sync()
    held = {p.read_bytes() for p in world.store.blobs.glob("*/*")}
    assert b"shared" in held
    assert b"own" not in held


def test_case_17_a_pack_that_is_only_not_on_this_stick_stays(world: World) -> None:
    world.publish("may-day")
    world.publish("safety")
    world.sync()
    world.publish("may-day", version=2)
    world.publish("safety", version=2)
    for manifest in (world.repo / "publishers" / PUBLISHER / "targets" / "packs").glob("*.safety.json"):
        manifest.unlink()
    report = world.sync()
    assert {r.pack: r.code for r in report.results} == {"may-day": "live", "safety": "absent"}
    assert report.problem is None
    assert world.live() == {"may-day": 2, "safety": 1}


def test_revert_holds_until_a_third_version(world: World) -> None:
    for version in (1, 2):
        world.publish(version=version)
        world.sync()
    assert world.store.revert("may-day").version == 1
    assert world.store.generation() == 3
    assert codes(world) == {"may-day": "unchanged"}
    assert world.live() == {"may-day": 1}
    world.publish(version=3)
    assert codes(world) == {"may-day": "live"}
    assert world.live() == {"may-day": 3}


def test_revert_needs_something_to_go_back_to(world: World) -> None:
    world.publish()
    world.sync()
    with pytest.raises(ConfigError, match="NOTHING_TO_REVERT"):
        world.store.revert("may-day")
    with pytest.raises(ConfigError, match="NO_SUCH_PACK"):
        world.store.revert("other")


def test_key_rotation_is_followed(world: World) -> None:
    world.publish()
    world.sync()
    for number, role in enumerate(("timestamp", "targets", "root"), start=2):
        publish.rotate(world.repo, PUBLISHER, role, world.keys)  # type: ignore[arg-type]
        world.publish(version=number)
    assert codes(world) == {"may-day": "live"}  # from root 1 to root 4 in one sync
    assert world.live() == {"may-day": 4}


def test_a_second_publisher_lives_beside_the_first(world: World) -> None:
    world.publish()
    world.second_publisher()
    world.sync()
    assert {(p.publisher, p.version) for p in world.store.live()} == {(PUBLISHER, 1), ("county-a", 7)}
    trust_remove(world.store, "county-a")
    assert world.live() == {"may-day": 1}
    assert [t.publisher for t in trust_list(world.store)] == [PUBLISHER]
    assert world.sync().unknown == ()  # a quiet round asks for nothing but the timestamp
    world.publish(version=2)
    assert world.sync().unknown == ("county-a",)


def test_unfinished_copies_of_a_removed_publisher_are_collected(world: World) -> None:
    world.publish(files={"a.mp4": BIG, "b.txt": b"lost"})
    world.blob(b"lost").unlink()
    world.second_publisher()
    world.sync()
    assert [p.stat().st_size for p in world.store.staging.iterdir() if p.stat().st_size > 1000] == [len(BIG)]
    trust_remove(world.store, PUBLISHER)
    world.sync()
    assert list(world.store.staging.iterdir()) == []
    assert {p.publisher for p in world.store.live()} == {"county-a"}


def test_two_syncs_at_once(world: World) -> None:
    world.publish()
    with world.store.exclusive(), pytest.raises(BusyError, match="BUSY"):
        world.sync()
    assert codes(world) == {"may-day": "live"}


def test_generation_file_is_mended_after_a_crash_before_it_was_written(world: World) -> None:
    world.publish()
    world.sync()
    for damage in (b"", b"0\n", b"\xff"):
        (world.store.root / "generation").write_bytes(damage)
        world.reopen()
        assert read_generation(world.store.root) == 1


@pytest.mark.parametrize(
    ("year", "warned"),
    [(1970, True), (2025, True), (2027, False), (2040, True)],
    ids=["reset", "old", "right", "ahead"],
)
def test_case_19_a_wrong_clock_warns_and_content_is_updated_all_the_same(world: World, year: int, warned: bool) -> None:
    class Wrong(Clock):
        def now(self) -> datetime:
            return datetime(year, 5, 1, tzinfo=UTC)

    world.publish()
    report = world.sync(clock=Wrong())
    assert [r.code for r in report.results] == ["live"]
    assert (report.warning is not None and report.warning.code == "CLOCK") is warned


def test_the_barrier_for_old_kernels_and_windows(world: World) -> None:
    world.publish(files={f"{i}.txt": b"%d" % i for i in range(20)})
    assert codes(world, barrier=FsyncAll()) == {"may-day": "live"}
    assert world.live() == {"may-day": 1}


def test_files_go_live_only_after_contents_and_names_are_durable(world: World) -> None:
    """What a power cut would need is the order; kill -9 cannot see it."""
    world.publish(files={"a.txt": b"a", "b.txt": b"b"})
    order: list[str] = []

    class Watching(FsyncAll):
        def contents(self, files, /) -> None:  # type: ignore[no-untyped-def]
            staged = list(files)
            assert len(staged) == 3
            assert all(p.parent == world.store.staging for p in staged)
            assert not list(world.store.blobs.glob("*/*"))
            order.append("contents")

        def names(self, folders, /) -> None:  # type: ignore[no-untyped-def]
            assert {p.parent for p in world.store.blobs.glob("*/*")} <= set(folders)
            assert world.store.live() == ()
            order.append("names")

    world.sync(barrier=Watching())
    assert order == ["contents", "names"]
    assert world.live() == {"may-day": 1}


def test_case_48_a_pack_for_a_newer_program_waits(world: World) -> None:
    world.publish()
    world.sync()
    world.publish(version=2, min_app="2.0")
    report = world.sync()
    assert report.problem is not None
    assert report.problem.code == "NEEDS_NEWER_APP"
    assert world.live() == {"may-day": 1}
    assert codes(world, app="2.0.1") == {"may-day": "live"}


def test_store_made_twice_is_the_same_store(tmp_path: Path) -> None:
    made = make_world(tmp_path)
    made.publish()
    made.sync()
    made.reopen()
    assert made.live() == {"may-day": 1}
    made.store.close()
