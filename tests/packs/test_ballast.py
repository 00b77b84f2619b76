"""A disk that is really full: a small ext4 of its own, filled to the last block."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.loopdisk import loop_disk

from kiosk.core.errors import StorageError
from kiosk.core.text import Text
from kiosk.packs import ballast
from kiosk.packs.ballast import give_up_ballast, keep_ballast, with_ballast
from kiosk.packs.errors import disk_failed
from kiosk.packs.manifest import parse
from kiosk.packs.report import Progress, SyncReport
from kiosk.packs.source import FolderSource, Stream
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add
from kiosk.records import Record, RecordBook

from .world import PUBLISHER, World, make_world

FILM = bytes(range(256)) * 40_000  # 10 MB
MB = 1024 * 1024


@pytest.fixture
def small(tmp_path: Path) -> Iterator[World]:
    """A kiosk whose store lies on a disk of 128 MB; version 1 is live, version 2 with a film is published."""
    with loop_disk("ext4", megabytes=128) as disk:
        world = make_world(tmp_path)
        world.store.close()
        (disk / "kiosk").mkdir()
        world.store = Store(disk / "kiosk" / "store")
        trust_add(world.store, world.root, world.fingerprint)
        world.publish(files={"a": b"1"})
        world.sync()
        world.publish(version=2, files={"film.mp4": FILM, **{f"{i}/{'x' * 99}": b"%d." % i for i in range(300)}})
        yield world
        world.store.close()


def fill(world: World, leave: int = 0) -> Path:
    """Take every block of the disk, also those kept for root; or all but `leave` bytes."""
    path = world.store.root / "somebody-elses.log"
    with path.open("ab", buffering=0) as file:
        for piece in (MB, 4096, 1):
            with suppress(OSError):
                while not leave or world.store.free_bytes() - leave >= piece:
                    file.write(b"x" * piece)
    return path


def free(world: World) -> None:
    (world.store.root / "somebody-elses.log").unlink()


def shrink_log(world: World) -> None:
    """Pages that the log of the database already has could still take the commit."""
    with closing(sqlite3.connect(world.store.root / "packs.db")) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def total(world: World) -> int:
    """Bytes of the version that is not live yet."""
    targets = world.repo / "publishers" / PUBLISHER / "targets" / "packs"
    return max((parse(p.read_bytes()) for p in targets.iterdir()), key=lambda m: m.version).size


def still_old(world: World, report: SyncReport) -> None:
    assert report.problem is not None
    assert report.problem.code == "DISK_FULL"
    assert re.search(r"[\d.]+ .?B needed, [\d.]+ .?B free", report.problem.message.en)
    assert {p.pack: p.version for p in world.store.live()} == {"may-day": 1}


def test_case_34_no_room_before_the_start(small: World) -> None:
    fill(small, leave=38 * MB)  # 32 MB of it are the databases'
    report = small.sync()
    still_old(small, report)
    assert report.copied_bytes == 0
    free(small)
    assert small.sync().copied_bytes == total(small)
    assert small.live() == {"may-day": 2}


class FillingSource(FolderSource):
    """Somebody else fills the disk when a file is read."""

    def __init__(self, base: Path, wanted: str, act: Callable[[], object]) -> None:
        super().__init__(base)
        self.wanted, self.act = wanted, act

    def open(self, path: str) -> Stream:
        stream = super().open(path)
        if self.wanted in path:
            read = stream.read

            def after_some(most: int) -> bytes:
                chunk = read(most)
                if stream._offset > 3 * MB or "/packs/" in path:
                    self.act()
                return chunk

            stream.read = after_some  # type: ignore[method-assign]
        return stream


def test_case_34_in_the_middle_of_a_film_the_rest_is_copied_later(small: World) -> None:
    source = FillingSource(small.repo, small.blob(FILM).name, lambda: fill(small))
    report = sync(small.store, source)
    still_old(small, report)
    assert 0 < report.copied_bytes < total(small)
    free(small)
    again = small.sync()
    assert small.live() == {"may-day": 2}
    assert report.copied_bytes + again.copied_bytes == total(small)


def test_case_34_in_the_commit_nothing_is_copied_again(small: World) -> None:
    def full(progress: Progress) -> None:
        if progress.phase == "activate":
            shrink_log(small)
            fill(small)

    still_old(small, sync(small.store, FolderSource(small.repo), progress=full))
    small.store.close()
    free(small)
    small.store = Store(small.store.root)
    assert small.sync().copied_bytes == 0
    assert small.live() == {"may-day": 2}


def test_case_34_in_the_log_of_the_database_while_the_manifest_is_noted(small: World) -> None:
    source = FillingSource(small.repo, "targets/packs/", lambda: fill(small))
    still_old(small, sync(small.store, source))
    free(small)
    assert small.sync().problem is None
    assert small.live() == {"may-day": 2}


@pytest.mark.expect_log("ballast .* was given up")
def test_case_34_the_ballast_lets_the_commit_through(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "_ROOM", 0)
    assert keep_ballast(small.store.root, 16 * MB)
    place = small.store.root / "ballast"
    assert place.stat().st_blocks * 512 >= 16 * MB  # real blocks

    def full(progress: Progress) -> None:
        if progress.phase == "activate":
            shrink_log(small)
            fill(small)

    report = sync(small.store, FolderSource(small.repo), progress=full)
    assert report.problem is None
    assert small.live() == {"may-day": 2}
    assert not place.exists()
    free(small)
    assert keep_ballast(small.store.root, 16 * MB)


@pytest.mark.expect_log("ballast .* was given up")
def test_case_34_a_kiosk_starts_and_takes_records_on_a_full_disk(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "_ROOM", 0)
    keep_ballast(small.store.root, 16 * MB)
    small.store.close()
    fill(small)
    store = Store(small.store.root)
    assert {p.pack: p.version for p in store.live()} == {"may-day": 1}
    store.close()
    book = with_ballast(store.root, lambda: RecordBook(store.root.parent / "records.db"))
    entry = Record("v", "may-day/a", "quiz", 1, datetime(2026, 5, 1, tzinfo=UTC), 0.0, True, {"answer": "A"})
    assert with_ballast(store.root, lambda: book.append(entry)) == 1
    book.close()
    small.store = store


def test_the_ballast_is_made_only_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "_ROOM", 2**62)
    assert not keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(ballast, "_ROOM", 0)
    assert keep_ballast(tmp_path, MB)
    assert (tmp_path / "ballast").stat().st_size == MB
    assert keep_ballast(tmp_path, MB)


@pytest.mark.expect_log("ballast .* was given up")
def test_the_ballast_is_given_up_once_and_only_for_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "ballast").write_bytes(b"x" * 1000)

    def broken() -> None:
        raise StorageError("DATABASE_DAMAGED", Text("坏了", "broken"), Text("", ""))

    with pytest.raises(StorageError, match="DATABASE_DAMAGED"):
        with_ballast(tmp_path, broken)
    assert (tmp_path / "ballast").exists()
    tries: list[int] = []

    def full() -> None:
        tries.append(1)
        raise disk_failed("packs.db", OSError(errno.ENOSPC, "No space left on device"))

    with pytest.raises(StorageError, match="DISK_FULL"):
        with_ballast(tmp_path, full)
    assert len(tries) == 2
    assert not give_up_ballast(tmp_path)
