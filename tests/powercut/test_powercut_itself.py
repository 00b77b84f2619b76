"""The simulator: flushes of real file systems arrive as flushes, and a cut loses exactly what it may lose."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.fusedisk import why_no_fuse
from support.loopdisk import loop_disk, why_no_loop_disks
from support.powercut import SECTOR, Cut, Log
from support.powercut_log import FLUSH, MARK, WRITE, Event

from .conftest import Laboratory

BODY = os.urandom(300_000)


def write(offset: int, body: bytes) -> Event:
    return Event(WRITE, offset, body)


LOG = Log(
    [
        write(0, b"a" * SECTOR),
        Event(FLUSH),
        write(SECTOR, b"b" * 2 * SECTOR),
        Event(MARK, body=b"said"),
        write(3 * SECTOR, b"c" * SECTOR),
        Event(FLUSH),
        write(0, b"d" * SECTOR),
    ]
)


@pytest.mark.parametrize(("at", "flushed"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 5), (7, 5)])
def test_what_was_written_before_the_last_flush_is_safe(at: int, flushed: int) -> None:
    assert LOG.last_flush(at) == flushed


def test_what_was_said_before_the_cut_is_known() -> None:
    assert LOG.marks(3) == []
    assert LOG.marks(4) == ["said"]


def test_cuts_are_the_same_for_the_same_seed_and_in_order() -> None:
    cuts = LOG.cuts(40, 1)
    assert cuts == LOG.cuts(40, 1) != LOG.cuts(40, 2)
    assert len(cuts) == 40
    assert [c.at for c in cuts] == sorted(c.at for c in cuts)
    assert {c.loss for c in cuts} == {"all", "some", "torn", "nothing"}
    assert cuts[-1].at == len(LOG.events)
    assert min(c.at for c in LOG.cuts(40, 1, since="said")) == 4


def test_losses() -> None:
    pending = [write(SECTOR * 10 * i, b"%d" % i * SECTOR * 4) for i in range(8)]
    assert list(Cut(0, "all", 1).kept(pending)) == []
    assert list(Cut(0, "nothing", 1).kept(pending)) == [(e.offset, e.body) for e in pending]
    some = [list(Cut(0, "some", seed).kept(pending)) for seed in range(40)]
    assert all(kept in [(e.offset, e.body) for e in pending] for each in some for kept in each)
    assert len({len(each) for each in some}) > 4
    torn = [kept for seed in range(40) for kept in Cut(0, "torn", seed).kept(pending)]
    assert all(offset % SECTOR == 0 and len(body) == SECTOR for offset, body in torn)


@pytest.mark.parametrize("flush", [os.fsync, os.fdatasync], ids=["fsync", "fdatasync"])
def test_a_flushed_file_survives_and_the_disk_saw_the_flush(
    laboratory: Laboratory, flush: Callable[[int], None]
) -> None:
    def work(disk: Path, mark: Callable[[str], None]) -> None:
        for name in ("one", "two", "three"):
            with (disk / name).open("wb") as file:
                file.write(BODY)
                file.flush()
                flush(file.fileno())
            mark(name)

    def check(disk: Path, marks: list[str]) -> None:
        for name in marks:
            assert (disk / name).read_bytes() == BODY

    recorded = laboratory.record(laboratory.prepare(lambda _disk: None), work, calm=True)
    kinds = "".join(e.kind.decode() for e in recorded.log.events)
    for said in kinds.split("M")[:-1]:
        assert "W" in said
        assert said.rstrip("W").endswith("F")
    assert sum(len(e.body) for e in recorded.log.events if e.kind == WRITE) > 3 * len(BODY)
    laboratory.survives(recorded, check, 30)


def test_a_file_that_was_not_flushed_is_lost(laboratory: Laboratory) -> None:
    def work(disk: Path, mark: Callable[[str], None]) -> None:
        (disk / "file.new").write_bytes(BODY)
        (disk / "file.new").rename(disk / "file")
        mark("written")

    def check(disk: Path, marks: list[str]) -> None:
        assert (disk / "file").exists() == ("written" in marks)

    recorded = laboratory.record(laboratory.prepare(lambda _disk: None), work, calm=True)
    laboratory.is_found_out(recorded, check, 4, since="written")


def test_a_full_disk() -> None:
    with loop_disk("ext4", megabytes=16) as folder, pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        (folder / "film").write_bytes(bytes(20 << 20))


def test_a_killed_run_is_put_away_by_the_next(laboratory: Laboratory) -> None:
    """Killed while it records: a file system on a loop device on a FUSE file."""
    recording = (
        "import time\n"
        "from support.loopdisk import make_image\n"
        "from support.loopdisk_places import place\n"
        "from support.powercut import record\n"
        "def work(disk, mark):\n"
        "    print(disk, flush=True)\n"
        "    time.sleep(60)\n"
        "with place() as base:\n"
        "    record(base, make_image(base / 'image', 'ext4'), 'ext4', work)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", recording]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)
    assert run.stdout is not None
    with run.stdout:
        left = Path(run.stdout.readline().strip()).parent
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert left.exists()
    until = time.monotonic() + 20
    while left.exists():
        assert time.monotonic() < until
        with loop_disk():  # sweeps first
            time.sleep(0.05)
    assert str(left) not in Path("/proc/self/mounts").read_text("utf-8")
    assert str(left) not in subprocess.run(["losetup", "-l"], check=True, capture_output=True, text=True).stdout


def test_the_reason_is_said_where_it_cannot_run() -> None:
    for why in (why_no_fuse(), why_no_loop_disks()):
        assert why is None or len(why) > 10
