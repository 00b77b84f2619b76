"""Shares and sticks that hang or fail in the kernel: a real file system that does so on demand.

Cases 35, 36, 37 and 38 of the fault list.
"""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.fusedisk import FaultyFolder, faulty_folder, needs_fuse

from kiosk.packs.source import FolderSource
from kiosk.packs.source.helper import left_behind
from kiosk.packs.source.timely import TimelySource
from kiosk.packs.sync import sync

from .world import World

BIG = bytes(range(256)) * 20_000  # 5 MB
SOON = 1.0
GONE = [errno.ENODEV, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN]

pytestmark = needs_fuse


def publish(world: World) -> str:
    world.publish("aa-small", files={"x": b"1"})
    world.publish("may-day", files={"video.mp4": BIG})
    return f"*/{world.blob(BIG).name}"


def timely(disk: FaultyFolder) -> TimelySource:
    return TimelySource(FolderSource(disk.path), SOON)


@pytest.mark.parametrize("op", ["stat", "open", "read"])
@pytest.mark.parametrize("where", ["publishers/*.json", "video"])
def test_38_a_share_that_hangs_is_given_up_and_resumed(world: World, op: str, where: str) -> None:
    """Case 38: the worker times out in the kernel's open, stat and read, in metadata and in a film."""
    video = publish(world)
    with faulty_folder(world.repo) as disk:
        disk.hang(video if where == "video" else where, op=op)
        began = time.monotonic()
        source = timely(disk)
        report = sync(world.store, source)
        assert time.monotonic() - began < SOON + 4
        assert report.error is not None
        assert report.error.code == "MEDIUM_REMOVED"
        assert source.gone()
        assert left_behind()
        assert ("aa-small" in world.live()) == (where == "video")
        disk.heal()
        assert sync(world.store, timely(disk)).problem is None
        assert world.live() == {"aa-small": 1, "may-day": 1}


def test_38_the_message_names_the_share_and_says_what_to_do(world: World) -> None:
    world.publish()
    with faulty_folder(world.repo) as disk:
        disk.hang(op="open")
        error = sync(world.store, timely(disk)).error
    assert error is not None
    assert str(disk.path) in error.message.zh
    assert "1 秒" in error.message.zh
    assert "server" in error.hint.en


def test_38_a_share_that_hangs_in_the_middle_of_a_film_keeps_what_came(world: World) -> None:
    video = publish(world)
    with faulty_folder(world.repo) as disk:
        disk.hang(video, calls=3)
        first = sync(world.store, timely(disk))
        assert first.error is not None
        assert first.error.code == "MEDIUM_REMOVED"
        assert first.copied_bytes > 500_000
        disk.heal()
        second = sync(world.store, timely(disk))
    assert first.copied_bytes + second.copied_bytes == sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


@pytest.mark.parametrize("op", ["open", "read"])
def test_38_the_command_reports_while_the_kernel_still_waits(world: World, op: str) -> None:
    """`kiosk sync` says so in time and lets go of the store; as soon as the kernel lets go of it, it is gone.

    A thread in an uninterruptible wait, as FUSE's are, keeps a dead process in the table: that is not waited for.
    """
    world.publish()
    code = (
        "import sys; from kiosk.packs.source import timely; timely.SECONDS = 1.0; from kiosk.cli import main;"
        " sys.exit(main(sys.argv[1:]))"
    )
    with faulty_folder(world.repo) as disk:
        disk.hang(op=op)
        words = ["sync", "--data", str(world.base), "--from", str(disk.path), "--progress=jsonl"]
        with subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            said = next(report for line in child.stdout if (report := json.loads(line).get("report")))
            with world.store.exclusive():
                pass
            disk.heal()
            assert child.wait(20) == 74
    assert said["error"]["code"] == "MEDIUM_REMOVED"
    assert "has not answered for 1 second" in said["error"]["message"]["en"]


@pytest.mark.parametrize("number", GONE, ids=errno.errorcode.get)
def test_35_a_medium_that_goes_away_in_a_film(world: World, number: int) -> None:
    """Case 35: everything the kernel says when a stick or a share is gone; the rest comes next time, nothing twice."""
    video = publish(world)
    with faulty_folder(world.repo) as disk:
        disk.fail(video, number, after=2_000_000)
        first = sync(world.store, timely(disk))
        assert {r.pack: r.code for r in first.results} == {"aa-small": "live", "may-day": "incomplete"}
        assert first.error is not None
        assert first.error.code == "MEDIUM_REMOVED"
        assert "%" in first.error.message.zh
        disk.heal()
        second = sync(world.store, timely(disk))
    assert world.live() == {"aa-small": 1, "may-day": 1}
    assert first.copied_bytes >= 1_900_000
    assert first.copied_bytes + second.copied_bytes == sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


@pytest.mark.parametrize("op", ["open", "stat", "read"])
@pytest.mark.parametrize("name", ["UNION-PACKS.json", "*timestamp.json", "*.targets.json", "*may-day.json"])
def test_35_a_medium_that_goes_away_in_its_metadata(world: World, name: str, op: str) -> None:
    world.publish()
    with faulty_folder(world.repo) as disk:
        disk.fail(name, errno.ENODEV, op=op)
        report = sync(world.store, timely(disk))
        assert report.problem is not None
        assert report.problem.code == "MEDIUM_REMOVED"
        disk.heal()
        assert sync(world.store, timely(disk)).changed


def test_35_unmounted_under_the_sync(world: World) -> None:
    """Case 35: a lazy unmount leaves an empty folder; what was open goes on, what follows is gone."""
    publish(world)
    with faulty_folder(world.repo) as disk:
        source = timely(disk)
        stream = source.open(f"blobs/sha256/{world.blob(BIG).parent.name}/{world.blob(BIG).name}")
        subprocess.run(["umount", "-l", disk.path], check=True)
        assert stream.read(1000)
        stream.close()
        report = sync(world.store, source)
    assert report.error is not None
    assert report.error.code in ("NOT_A_PACK_MEDIUM", "MEDIUM_REMOVED")
    assert world.live() == {}


def test_36_a_bad_sector_blocks_its_pack_and_no_other(world: World) -> None:
    """Case 36: the file is named, read errors are tried three times, the other packs finish."""
    video = publish(world)
    world.publish("zz-after", files={"x": b"2"})
    with faulty_folder(world.repo) as disk:
        disk.fail(video, errno.EIO, after=2_000_000)
        report = sync(world.store, timely(disk))
        assert disk.count("open", video) == 3
    assert {r.pack: r.code for r in report.results} == {
        "aa-small": "live",
        "may-day": "incomplete",
        "zz-after": "live",
    }
    assert report.error is None
    assert report.problem is not None
    assert report.problem.code == "DAMAGED_MEDIUM"
    assert world.blob(BIG).name in report.problem.message.zh


@pytest.mark.parametrize("number", [errno.EIO, errno.EAGAIN, errno.ETIMEDOUT, errno.ESTALE], ids=errno.errorcode.get)
@pytest.mark.parametrize("op", ["open", "read"])
def test_what_passes_is_not_even_mentioned(world: World, number: int, op: str) -> None:
    """One failure of each file, then good again: nothing is reported and no byte is copied twice."""
    publish(world)
    with faulty_folder(world.repo) as disk:

        class Once(FolderSource):
            """Heals the disk once it has failed."""

            def gone(self) -> bool:
                disk.heal()
                return super().gone()

        disk.fail("blobs/*", number, op=op, calls=1)
        report = sync(world.store, TimelySource(Once(disk.path), 20.0))
    assert report.problem is None
    assert world.live() == {"aa-small": 1, "may-day": 1}
    assert report.copied_bytes == sum(f.stat().st_size for f in world.store.blobs.glob("*/*"))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM], ids=errno.errorcode.get)
def test_37_a_share_that_refuses_to_be_read(world: World, number: int) -> None:
    """Case 37: no permission is told apart from damage."""
    publish(world)
    with faulty_folder(world.repo) as disk:
        disk.fail("*timestamp.json", number, op="open")
        report = sync(world.store, timely(disk))
    assert report.problem is not None
    assert report.problem.code == "NO_PERMISSION"
    assert "timestamp.json" in report.problem.message.en
    assert world.live() == {}


def test_37_a_medium_that_must_not_be_written_is_not_written(world: World) -> None:
    """Case 37: read-only, and no write is even tried."""
    publish(world)
    with faulty_folder(world.repo) as disk:
        disk.fail("*", errno.EROFS, op="write")
        assert sync(world.store, timely(disk)).changed
        assert disk.count("write") == 0


@pytest.mark.parametrize("system", ["vfat", "exfat", "ntfs3"])
def test_37_file_systems_of_sticks(world: World, tmp_path: Path, system: str) -> None:
    """Case 37: a real stick's file system on a loop device, mounted read-only; dirty ones mount that way too."""
    known = Path("/proc/filesystems").read_text("ascii").split()
    maker = {"vfat": "mkfs.vfat", "exfat": "mkfs.exfat", "ntfs3": "mkfs.ntfs"}[system]
    if system not in known:
        pytest.skip(f"this kernel has no {system}, and no test may load modules into it")
    image, place = tmp_path / "stick.img", tmp_path / "stick"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    try:
        subprocess.run([maker, image], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip(f"{maker} is not installed")
    world.publish()
    for options in ("loop", "loop,ro"):
        subprocess.run(["mount", "-t", system, "-o", options, image, place], check=True, capture_output=True)
        try:
            if options == "loop":
                subprocess.run(["cp", "-r", f"{world.repo}/.", place], check=True)
            else:
                assert sync(world.store, TimelySource(FolderSource(place))).changed
        finally:
            subprocess.run(["umount", place], check=True)
