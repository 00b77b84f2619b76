"""Most rounds find nothing new. They are cheap, and never cheaper than the truth."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs import schema
from kiosk.packs.publisher import publish
from kiosk.packs.quiet import nothing_new
from kiosk.packs.session import TrustSession
from kiosk.packs.source import FolderSource, Stream

from .world import PUBLISHER, World


class Counting(FolderSource):
    """Remembers what was opened, and whether it was there."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.asked: list[str] = []
        self.there: list[str] = []

    def open(self, path: str) -> Stream:
        self.asked.append(path.rpartition("/")[2])
        stream = super().open(path)
        self.there.append(path.rpartition("/")[2])
        return stream


@pytest.fixture
def settled(world: World) -> World:
    """A kiosk that has everything, and has found so once."""
    world.publish()
    world.publish("films", 3)
    world.sync()
    world.sync()
    return world


def quiet(world: World) -> bool:
    return nothing_new(world.store, FolderSource(world.repo)) is not None


def test_case_47_a_quiet_round_opens_one_file_and_verifies_nothing(
    settled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrustSession, "verify", lambda _self: pytest.fail("verified again"))
    source = Counting(settled.repo)
    from kiosk.packs.sync import sync

    report = sync(settled.store, source)
    assert (source.there, source.asked) == (["timestamp.json"], ["timestamp.json", "2.root.json"])
    assert [(r.pack, r.version, r.code) for r in report.results] == [
        ("films", 3, "unchanged"),
        ("may-day", 1, "unchanged"),
    ]
    assert (report.problem, report.changed, report.copied_bytes) == (None, False, 0)


def test_it_says_what_the_whole_way_says(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    short = settled.sync()
    monkeypatch.setattr("kiosk.packs.sync.nothing_new", lambda _store, _source: None)
    assert settled.sync() == short


def test_quiet_rounds_are_counted_on_one_line(settled: World) -> None:
    before = log(settled)
    for _ in range(5):
        settled.sync()
    assert log(settled) == [*before[:-1], before[-1] + 5]


def log(world: World) -> list[int]:
    """How many rounds each line of the sync log stands for."""
    with world.store.db.reader() as connection:
        return [row.times for row in connection.execute(schema.sync_run.select().order_by(schema.sync_run.c.id))]


def new_version(world: World) -> None:
    world.publish("films", 4)


def withdrawn(world: World) -> None:
    publish.remove(world.repo, PUBLISHER, "films", world.keys)


def new_root(world: World) -> None:
    publish.rotate(world.repo, PUBLISHER, "targets", world.keys)


def another_publisher(world: World) -> None:
    world.second_publisher("county-a")


def no_timestamp(world: World) -> None:
    (world.metadata / "timestamp.json").unlink()


def one_byte(world: World) -> None:
    body = bytearray((world.metadata / "timestamp.json").read_bytes())
    body[-9] ^= 1
    (world.metadata / "timestamp.json").write_bytes(body)


def longer(world: World) -> None:
    with (world.metadata / "timestamp.json").open("ab") as file:
        file.write(b" ")


def rotten_blob(world: World) -> None:
    sha256 = next(iter(world.store.live()[0].files.values())).sha256
    with world.store.db.transaction() as connection:
        connection.execute(schema.scrub.insert().values(sha256=sha256, checked_at="2026-01-01", sound=False))


def last_round_failed(world: World) -> None:
    with world.store.db.transaction() as connection:
        connection.execute(schema.sync_run.update().values(code="DISK_FULL"))


def a_grant(world: World) -> None:
    with world.store.db.transaction() as connection:
        connection.execute(schema.grant.insert().values(publisher="x", parent=PUBLISHER, sha256="", body=b"{}"))


def not_on_the_screen(world: World) -> None:
    with world.store.db.transaction() as connection:
        connection.execute(schema.live.delete().where(schema.live.c.pack == "films"))


def revoked_elsewhere(world: World) -> None:
    """Another medium brought a new root and nothing else that was whole; this one is still the old."""
    old = world.snapshot("old")
    new_root(world)
    stick = world.snapshot("stick")
    (stick / "publishers" / PUBLISHER / "metadata" / "timestamp.json").write_bytes(b"{}")
    world.sync(stick)
    shutil.rmtree(world.repo)
    old.rename(world.repo)


@pytest.mark.parametrize(
    "disturb",
    [
        new_version, withdrawn, new_root, another_publisher, no_timestamp, one_byte, longer, rotten_blob, last_round_failed,
        a_grant, not_on_the_screen, revoked_elsewhere,
    ],
)  # fmt: skip
def test_whatever_else_happened_goes_the_whole_way(settled: World, disturb: Callable[[World], None]) -> None:
    assert quiet(settled)
    disturb(settled)
    assert not quiet(settled)


def test_revoked_keys_are_told_although_nothing_changed_on_this_medium(settled: World) -> None:
    revoked_elsewhere(settled)
    report = settled.sync()
    assert [r.error.code for r in report.results if r.error] == ["UNTRUSTED"]
    assert settled.live() == {"films": 3, "may-day": 1}


def test_a_version_put_back_by_hand_is_quiet_too(settled: World) -> None:
    settled.publish("films", 4)
    settled.sync()
    settled.store.revert("films")
    settled.sync()
    settled.sync()
    assert settled.live() == {"films": 3, "may-day": 1}


def test_a_medium_that_carries_less_than_is_published_is_asked_again(settled: World) -> None:
    """The missing pack may be on it tomorrow under the very same timestamp."""
    settled.publish("films", 4, {"film.mp4": b"new" * 1000})
    stick = settled.snapshot("stick")
    blob = settled.blob(b"new" * 1000)
    (stick / blob.relative_to(settled.repo)).unlink()
    for _ in range(3):
        report = settled.sync(stick)
        assert [r.code for r in report.results if r.pack == "films"] == ["incomplete"]
    shutil.copy(blob, stick / blob.relative_to(settled.repo))
    settled.sync(stick)
    assert settled.live()["films"] == 4
