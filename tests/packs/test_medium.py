"""Sticks and shares that lie, break or disappear."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from kiosk.core.errors import StorageError
from kiosk.packs import ledger
from kiosk.packs.source import FolderSource, Stream
from kiosk.packs.source.base import RawFile
from kiosk.packs.sync import sync

from .world import World

BIG = bytes(range(256)) * 20_000  # 5 MB
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX file types")


def replace_with(make: Callable[[Path], None]) -> Callable[[World], None]:
    def damage(world: World) -> None:
        path = world.blob(BIG)
        path.unlink()
        make(path)

    return damage


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


def unix_socket(path: Path) -> None:
    # Socket paths are short: bind next door and move it.
    short = Path("/tmp") / f"s{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(short))
    short.rename(path)


def symlinked_folder(world: World) -> None:
    folder = world.blob(BIG).parent
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


@posix
@pytest.mark.parametrize(
    "damage",
    [
        replace_with(lambda p: p.write_bytes(BIG[:-1])),
        replace_with(lambda p: p.write_bytes(BIG + b"x")),
        replace_with(lambda p: p.write_bytes(b"")),
        replace_with(lambda p: p.write_bytes(BIG[:-1] + b"!")),
        replace_with(sparse),
        replace_with(lambda p: p.symlink_to("/etc/hostname")),
        replace_with(lambda p: p.symlink_to("/dev/zero")),
        replace_with(getattr(os, "mkfifo", Path.touch)),
        replace_with(lambda p: p.mkdir()),
        replace_with(unix_socket),
        replace_with(lambda p: os.link("/etc/passwd", p) if _same_disk(p) else p.write_bytes(b"root:x")),
        replace_with(lambda _p: None),
        symlinked_folder,
    ],
    ids=[
        "truncated", "longer", "empty", "last-byte", "sparse-1TB", "symlink", "symlink-to-device", "fifo", "directory",
        "socket", "hard-link", "missing", "symlinked-folder",
    ],
)  # fmt: skip
def test_a_bad_blob_blocks_its_pack_and_no_other(world: World, damage: Callable[[World], None]) -> None:
    world.publish("aa-before", files={"x": b"1"})
    world.publish("may-day", files={"video.mp4": BIG})
    world.publish("zz-after", files={"x": b"2"})
    damage(world)
    started = time.monotonic()
    report = world.sync()
    assert time.monotonic() - started < 3
    assert {r.pack: r.code for r in report.results} == {
        "aa-before": "live",
        "may-day": "incomplete",
        "zz-after": "live",
    }
    assert report.problem is not None
    assert report.problem.code in ("DAMAGED_MEDIUM", "NOT_ON_THIS_MEDIUM")
    assert world.live() == {"aa-before": 1, "zz-after": 1}


def _same_disk(path: Path) -> bool:
    return Path("/etc/passwd").stat().st_dev == path.parent.stat().st_dev


@posix
@pytest.mark.parametrize("name", ["timestamp.json", "1.root.json", "UNION-PACKS.json"])
def test_a_fifo_instead_of_metadata_blocks_nobody(world: World, name: str) -> None:
    world.publish()
    path = world.repo / name if name.startswith("UNION") else world.metadata / name
    path.unlink()
    os.mkfifo(path)
    started = time.monotonic()
    world.sync()
    assert time.monotonic() - started < 3


class Pulled(FolderSource):
    """A stick that is pulled out after so many bytes of the files in `touched`."""

    touched = "blobs"

    def __init__(self, base: Path, after: int, error: int) -> None:
        super().__init__(base)
        self.left = after
        self.error = error

    def gone(self) -> bool:
        return self.left <= 0

    def _plain(self, parts: list[str]) -> tuple[RawFile, int]:
        file, size = super()._plain(parts)
        return (Failing(file, self) if self.touched in "/".join(parts) else file), size


class Failing:
    def __init__(self, file: RawFile, source: Pulled) -> None:
        self.file, self.source = file, source
        self.seek, self.close = file.seek, file.close

    def read(self, most: int) -> bytes:
        if self.source.left <= 0:
            raise OSError(self.source.error, os.strerror(self.source.error))
        body = self.file.read(most) or b""
        self.source.left -= len(body)
        return body


@pytest.mark.parametrize("error", [errno.EIO, errno.ENODEV, errno.ESTALE, errno.ENOTCONN])
def test_a_stick_pulled_out_half_way_resumes_without_copying_twice(world: World, error: int) -> None:
    world.publish("aa-small", files={"x": b"1"})
    world.publish("may-day", files={"video.mp4": BIG})
    report = sync(world.store, Pulled(world.repo, 2_000_000, error))
    assert {r.pack: r.code for r in report.results} == {"aa-small": "live", "may-day": "incomplete"}
    assert report.error is not None
    assert report.error.code == "MEDIUM_REMOVED"
    assert "%" in report.error.message.zh
    assert world.live() == {"aa-small": 1}
    again = world.sync()
    assert world.live() == {"aa-small": 1, "may-day": 1}
    total = sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))
    assert report.copied_bytes + again.copied_bytes == total


def test_a_stick_pulled_out_while_its_signatures_are_read(world: World) -> None:
    world.publish()

    class Early(Pulled):
        touched = ".snapshot.json"

    report = sync(world.store, Early(world.repo, 1, errno.EIO))
    assert report.error is not None
    assert report.error.code == "MEDIUM_REMOVED"
    assert report.results == ()
    assert world.sync().changed


def test_what_was_wanted_when_everything_stopped_is_reported(world: World) -> None:
    world.publish("zz-last")
    world.second_publisher("zz-union")

    class Late(Pulled):
        touched = "zz-union/metadata"

    report = sync(world.store, Late(world.repo, 1, errno.EIO))
    assert [(r.pack, r.code, r.error and r.error.code) for r in report.results] == [
        ("zz-last", "incomplete", "MEDIUM_REMOVED")
    ]
    assert world.live() == {}


def test_a_timestamp_that_is_away_for_a_moment(world: World) -> None:
    """Some shares replace a file by removing it first."""
    world.publish()
    path = world.metadata / "timestamp.json"
    aside = path.rename(path.with_name("aside"))

    class Replacing(FolderSource):
        looks = 0

        def open(self, name: str) -> Stream:
            if name.endswith("timestamp.json"):
                self.looks += 1
                if self.looks == 3:
                    aside.rename(path)
            return super().open(name)

    assert sync(world.store, Replacing(world.repo)).problem is None
    assert world.live() == {"may-day": 1}
    path.unlink()
    report = world.sync()
    assert report.problem is not None
    assert "timestamp.json" in report.problem.message.en


def test_a_bad_sector_blocks_one_pack(world: World) -> None:
    world.publish("may-day", files={"video.mp4": BIG})
    world.publish("zz-after", files={"x": b"2"})

    class Sector(Pulled):
        touched = world.blob(BIG).name

        def gone(self) -> bool:
            return False

    report = sync(world.store, Sector(world.repo, 2_000_000, errno.EIO))
    assert {r.pack: r.code for r in report.results} == {"may-day": "incomplete", "zz-after": "live"}
    assert report.problem is not None
    assert report.problem.code == "DAMAGED_MEDIUM"
    assert world.blob(BIG).name in report.problem.message.en


@pytest.mark.parametrize(
    "junk", [b"\0" * 1_500_000, BIG[:999], b"\0" * len(BIG), BIG + b"more"], ids=["zeros", "good", "full-zeros", "long"]
)
def test_what_lies_in_staging_is_never_believed(world: World, junk: bytes) -> None:
    """After a power cut a staged file may have its size and none of its bytes."""
    world.publish(files={"video.mp4": BIG})
    (world.store.staging / world.blob(BIG).name).write_bytes(junk)
    world.sync()
    assert world.live() == {"may-day": 1}


def test_a_blob_that_changes_while_it_is_read_is_read_again(world: World) -> None:
    world.publish(files={"video.mp4": BIG})
    path = world.blob(BIG)
    path.write_bytes(b"?" * len(BIG))

    class Mended(FolderSource):
        opened = 0

        def open(self, name: str) -> Stream:
            if name.endswith(path.name):
                self.opened += 1
                if self.opened == 2:
                    path.write_bytes(BIG)
            return super().open(name)

    sync(world.store, Mended(world.repo))
    assert world.live() == {"may-day": 1}


def test_the_medium_is_never_written(world: World) -> None:
    world.publish(files={"video.mp4": BIG})
    before = {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in world.repo.rglob("*")}
    world.sync()
    assert {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in world.repo.rglob("*")} == before


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "C:/x", "", "a\0b"])
def test_a_source_opens_nothing_outside(tmp_path: Path, path: str) -> None:
    (tmp_path / "x").write_bytes(b"outside")
    (tmp_path / "in").mkdir()
    with pytest.raises(StorageError, match="DAMAGED_MEDIUM"):
        FolderSource(tmp_path / "in").open(path)


def test_disk_too_small_says_numbers_and_keeps_what_is_there(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish(files={"a": b"1"})
    world.sync()
    world.publish(version=2, files={"video.mp4": BIG})
    monkeypatch.setattr(type(world.store), "free_bytes", lambda _self: 33 * 1024 * 1024)
    report = world.sync()
    assert report.problem is not None
    assert report.problem.code == "DISK_FULL"
    assert "5.1 MB" in report.problem.message.en
    assert world.live() == {"may-day": 1}
    monkeypatch.undo()
    world.sync()
    assert world.live() == {"may-day": 2}


def test_disk_full_while_copying_resumes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish(files={"a": b"1"})
    world.sync()
    world.publish(version=2, files={"video.mp4": BIG})

    write, written = os.write, 0

    def full(handle: int, body: memoryview) -> int:
        nonlocal written
        if written > 2_000_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        written += len(body)
        return write(handle, body)

    monkeypatch.setattr(os, "write", full)
    report = world.sync()
    monkeypatch.undo()
    assert report.problem is not None
    assert report.problem.code == "DISK_FULL"
    assert world.live() == {"may-day": 1}
    assert sum(p.stat().st_size for p in world.store.staging.iterdir()) > 2_000_000
    assert world.sync().copied_bytes < len(BIG) - 2_000_000 + 200
    assert world.live() == {"may-day": 2}


def test_database_full_at_the_flip_keeps_the_old(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish(files={"a": b"1"})
    world.sync()
    world.publish(version=2, files={"video.mp4": BIG})
    log_run = ledger.log_run

    def full(connection: Connection, run: ledger.Run) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").close()
        connection.exec_driver_sql(
            "INSERT INTO sync_run(source, started_at) VALUES (?, '')", ("x" * (1 + pages) * 4096,)
        )
        log_run(connection, run)

    monkeypatch.setattr(ledger, "log_run", full)
    report = world.sync()
    assert report.problem is not None
    assert report.problem.code == "DISK_FULL"
    assert world.live() == {"may-day": 1}
    monkeypatch.undo()
    world.reopen()
    assert world.sync().copied_bytes == 0
    assert world.live() == {"may-day": 2}


def test_a_read_only_medium(world: World) -> None:
    world.publish()
    for path in sorted(world.repo.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert world.sync().changed
    finally:
        for path in world.repo.rglob("*"):
            path.chmod(0o755)


def test_two_media_in_turn_complete_one_pack(world: World) -> None:
    """Half of the bytes are on each stick."""
    world.publish(files={"a.mp4": BIG, "b.mp4": BIG[::-1]})
    first, second = world.snapshot("first"), world.snapshot("second")
    for medium, body in ((first, BIG), (second, BIG[::-1])):
        name = world.blob(body).relative_to(world.repo)
        (medium / name).unlink()
    assert [r.code for r in world.sync(first).results] == ["incomplete"]
    assert [r.code for r in world.sync(second).results] == ["live"]
    assert world.live() == {"may-day": 1}
    shutil.rmtree(first)
