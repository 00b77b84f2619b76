"""The disk that fails on demand fails as it was told, and only so."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.fusedisk import faulty_folder, needs_fuse

pytestmark = needs_fuse

BODY = bytes(range(256)) * 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "repo"
    (made / "blobs").mkdir(parents=True)
    (made / "blobs" / "a").write_bytes(BODY)
    (made / "hint.json").write_bytes(b"{}")
    return made


def test_a_good_disk_is_the_folder(folder: Path) -> None:
    with faulty_folder(folder) as disk:
        assert (disk.path / "blobs" / "a").read_bytes() == BODY
        assert disk.count("read", "blobs/*") >= 1
        (disk.path / "new").mkdir()
        (disk.path / "new" / "b").write_bytes(b"written")
        (disk.path / "new" / "b").replace(disk.path / "c")
        assert (folder / "c").read_bytes() == b"written"
        assert sorted(p.name for p in disk.path.iterdir()) == ["blobs", "c", "hint.json", "new"]
        path = disk.path
    assert not path.exists()


def test_a_bad_sector(folder: Path) -> None:
    with faulty_folder(folder) as disk:
        disk.fail("blobs/*", errno.EIO, after=4096)
        with (disk.path / "blobs" / "a").open("rb", buffering=0) as file:
            assert file.read(100_000) == BODY[:4096]
            with pytest.raises(OSError, match=os.strerror(errno.EIO)):
                file.read(100_000)
        assert (disk.path / "hint.json").read_bytes() == b"{}"
        disk.heal()
        assert (disk.path / "blobs" / "a").read_bytes() == BODY


@pytest.mark.parametrize("number", [errno.ENODEV, errno.ESTALE, errno.ENOTCONN])
def test_pulled_out(folder: Path, number: int) -> None:
    with faulty_folder(folder) as disk:
        disk.fail("*", number, op="*", calls=6)
        with pytest.raises(OSError, match=os.strerror(number)):
            for _ in range(6):
                (disk.path / "blobs" / "a").read_bytes()
        with pytest.raises(OSError, match=os.strerror(number)):
            list(disk.path.iterdir())


def test_full(folder: Path) -> None:
    with faulty_folder(folder) as disk:
        disk.fail("*", errno.ENOSPC, op="write")
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            (disk.path / "b").write_bytes(b"x")
        assert (disk.path / "blobs" / "a").read_bytes() == BODY


def test_hanging_and_healing(folder: Path) -> None:
    with faulty_folder(folder) as disk:
        disk.hang("blobs/*")
        reader = subprocess.Popen(["cat", str(disk.path / "blobs" / "a")], stdout=subprocess.PIPE)
        while not disk.count("read", "blobs/*"):
            time.sleep(0.01)
        assert (disk.path / "hint.json").read_bytes() == b"{}"
        assert reader.poll() is None
        disk.heal()
        assert reader.communicate()[0] == BODY


def test_whoever_hangs_at_the_end_is_let_go(folder: Path) -> None:
    with faulty_folder(folder) as disk:
        disk.hang("blobs/*")
        reader = subprocess.Popen(
            ["cat", str(disk.path / "blobs" / "a")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        while not disk.count("read", "blobs/*"):
            time.sleep(0.01)
    assert reader.communicate()[0] == b""
    assert reader.returncode != 0


def test_a_killed_test_run_leaves_no_mount(folder: Path) -> None:
    work = (
        "import sys, time; from pathlib import Path; from support.fusedisk import faulty_folder\n"
        "with faulty_folder(Path(sys.argv[1])) as disk: print(disk.path, flush=True); time.sleep(60)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    run = subprocess.Popen(
        [sys.executable, "-c", work, str(folder)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert run.stdout is not None
    with run.stdout:
        mounted = run.stdout.readline().strip()
    assert os.path.ismount(mounted)
    run.kill()
    run.wait()
    until = time.monotonic() + 10
    while os.path.ismount(mounted):
        assert time.monotonic() < until
        time.sleep(0.01)
    with faulty_folder(folder):  # sweeps
        assert not Path(mounted).parent.exists()


def test_a_disk_that_hangs_in_every_call_can_still_be_healed(folder: Path) -> None:
    """The kernel locks a folder while a name is looked up in it."""
    with faulty_folder(folder) as disk:
        disk.hang(op="*")
        reader = subprocess.Popen(["cat", str(disk.path / "hint.json")], stdout=subprocess.PIPE)
        while not disk.count("stat", "hint.json"):
            time.sleep(0.01)
        disk.heal()
        assert reader.communicate()[0] == b"{}"
