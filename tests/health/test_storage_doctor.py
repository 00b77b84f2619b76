"""The storage doctor on real disks: read-only, full, worn; and what it says."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from pathlib import Path

import pytest
from support.loopdisk import loop_disk

from kiosk.health import storage
from kiosk.health.storage import Disk, judge, look, probe

GB = 1 << 30
GOOD = Disk("ok", 100 * GB, 50 * GB, errors=0, worn=10, ballast=True)


def codes(disk: Disk) -> list[str]:
    found = judge(disk)
    assert all(f.message.zh and f.message.en and (f.level == "ok" or f.hint.en) for f in found)
    return [f.code for f in found]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "STORAGE_RIGHT"),
        ({"tried": "read-only"}, "STORAGE_READ_ONLY"),
        ({"tried": "broken"}, "STORAGE_BROKEN"),
        ({"tried": "lies"}, "STORAGE_LIES"),
        ({"tried": "full", "free": 0}, "STORAGE_FULL"),
        ({"free": 10 << 20}, "STORAGE_FULL"),
        ({"free": GB}, "STORAGE_LOW"),
        ({"total": 8 * GB, "free": GB}, "STORAGE_RIGHT"),
        ({"total": 2 * GB, "free": 200 << 20, "ballast": False}, "STORAGE_NO_BALLAST"),
        ({"errors": 3}, "STORAGE_ERRORS"),
        ({"worn": 80}, "STORAGE_WORN"),
        ({"worn": None, "urgent": True}, "STORAGE_WORN"),
    ],
)
def test_judgement(change: dict[str, object], code: str) -> None:
    assert codes(dataclasses.replace(GOOD, **change)) == [code]


def test_two_things_may_be_wrong_at_once() -> None:
    assert codes(dataclasses.replace(GOOD, free=GB, worn=110)) == ["STORAGE_LOW", "STORAGE_WORN"]


def test_a_disk_that_works(tmp_path: Path) -> None:
    assert look(tmp_path).tried == "ok"
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert look(tmp_path / "gone") == Disk("broken", 0, 0)


def test_a_disk_that_gives_back_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.os, "read", lambda _handle, count: bytes(count))
    assert probe(tmp_path) == "lies"


def test_a_disk_that_became_read_only_and_came_back() -> None:
    with loop_disk() as folder:
        assert look(folder).tried == "ok"
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        assert look(folder).tried == "read-only"
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
        assert look(folder).tried == "ok"


def test_a_full_disk_and_one_that_was_freed() -> None:
    with loop_disk() as folder:
        hog = folder / "hog"
        with hog.open("wb", buffering=0) as file:
            for size in (1 << 16, 1 << 12, 1 << 9):
                with pytest.raises(OSError, match="No space"):
                    while True:
                        file.write(bytes(size))
        assert look(folder).tried == "full"
        hog.unlink()
        found = look(folder)
        assert found.tried == "ok" and found.errors == 0


def test_what_a_flash_says_of_itself(tmp_path: Path) -> None:
    number = tmp_path.stat().st_dev
    device = tmp_path / "sys/devices/mmc0/block/mmcblk0"
    part = device / "mmcblk0p2"
    part.mkdir(parents=True)
    (device / "device").mkdir()
    (device / "device/life_time").write_text("0x01 0x09\n", "ascii")
    (device / "device/pre_eol_info").write_text("0x02\n", "ascii")
    (tmp_path / "sys/fs/ext4/mmcblk0p2").mkdir(parents=True)
    (tmp_path / "sys/fs/ext4/mmcblk0p2/errors_count").write_text("4\n", "ascii")
    link = tmp_path / "sys/dev/block" / f"{os.major(number)}:{os.minor(number)}"
    link.parent.mkdir(parents=True)
    link.symlink_to(part)
    found = look(tmp_path, tmp_path / "sys")
    assert (found.worn, found.urgent, found.errors) == (90, True, 4)
    (device / "device/life_time").write_text("junk\n", "ascii")
    assert look(tmp_path, tmp_path / "sys").worn is None
