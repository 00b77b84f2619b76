"""Sticks that fail while a kiosk with a live screen reads them: pulled out with errors, a bad sector, a hang."""

from __future__ import annotations

import errno
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot
from support.fusedisk import faulty_folder, needs_fuse
from support.hall import LONG, QUICK, Hall, Make, let_in, looked, many, see


def repository(hall: Hall, name: str) -> Path:
    return Path(shutil.copytree(hall.base / "repo", hall.base / name))


@needs_fuse
def test_case_35_the_device_is_gone_while_its_mount_is_left(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1, many())
    with faulty_folder(repository(hall, "one")) as disk:
        see(hall, disk.path, qtbot)
        missing = int(hall.status.medium["missing"])
        let_in(hall, qtbot)
        disk.fail("*", errno.ENODEV, op="*", calls=3000)
        hall.status.bring()
        hall.until(qtbot, lambda: hall.status.phase == "failed", timeout=LONG)
        assert (hall.status.code, hall.status.willResume) == ("MEDIUM_REMOVED", True)
        assert hall.live() == {}
        hall.ports.pull(disk.path)
        hall.until(qtbot, lambda: hall.status.medium is None, timeout=QUICK)
        disk.heal()
        hall.put_in(disk.path, "/dev/sdc1")
        hall.until(qtbot, lambda: hall.done[-1:] == [("bring", True)], timeout=LONG)
        assert hall.live() == {"may-day": 1}
        assert sum(hall.copied()) == missing
        assert hall.pulse.lived()


@needs_fuse
def test_case_36_one_bad_sector_names_its_pack_and_the_other_comes(make: Make, qtbot: QtBot) -> None:
    hall = make()
    film = b"film" * 100_000
    hall.publish("may-day", 1, {"film.mp4": film})
    hall.publish("heroes", 1)
    sha256 = hall.world.blob(film).name
    with faulty_folder(repository(hall, "one")) as disk:
        disk.fail(f"*{sha256}", errno.EIO, after=65536)
        see(hall, disk.path, qtbot)
        assert {p["state"] for p in hall.status.packs} == {"new"}, "a look opens no blob"
        let_in(hall, qtbot)
        hall.status.bring()
        hall.until(qtbot, lambda: hall.done == [("bring", False)], timeout=LONG)
        assert (hall.status.code, hall.live()) == ("DAMAGED_MEDIUM", {"heroes": 1})
        told = {p["pack"]: p for p in hall.status.packs}
        assert (told["heroes"]["taken"], told["may-day"]["taken"]) == (True, False)
        assert sha256 in told["may-day"]["message"]
        assert told["may-day"]["hint"]
        assert hall.status.canRemove


@needs_fuse
def test_case_38_a_hanging_stick_stops_neither_the_screen_nor_another_stick(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish()
    good = hall.stick("good")
    with faulty_folder(repository(hall, "one")) as disk:
        disk.hang("*", op="stat")
        hall.put_in(disk.path)
        hall.status.start()
        hall.until(qtbot, lambda: hall.ports.listed > 1, timeout=QUICK)
        hall.put_in(good, "/dev/sdc1")
        began = time.monotonic()
        hall.until(qtbot, lambda: hall.status.medium is not None, timeout=3000)
        assert time.monotonic() - began < 3
        hall.until(qtbot, lambda: looked(hall), timeout=QUICK)
        assert hall.status.medium["label"] == "good"
        assert hall.pulse.lived()
        hall.ports.pull(disk.path)
        hall.until(qtbot, lambda: all(mount != disk.path for mount, _ in hall.media._seen), timeout=QUICK)
        disk.heal()


@needs_fuse
@pytest.mark.expect_log("a child hangs in the system")
def test_case_35_a_stick_that_hangs_and_is_pulled_in_the_middle(make: Make, qtbot: QtBot) -> None:
    hall = make()
    hall.publish("may-day", 1, many())
    with faulty_folder(repository(hall, "one")) as disk:
        see(hall, disk.path, qtbot)
        let_in(hall, qtbot)
        disk.hang("*", op="read", calls=2000)
        hall.status.bring()
        hall.until(qtbot, lambda: hall.status.phase == "copying" and hall.status.progress > 0.05, timeout=LONG)
        hall.ports.pull(disk.path)
        began = time.monotonic()
        hall.until(qtbot, lambda: hall.status.phase in ("failed", "done"), timeout=LONG)
        assert time.monotonic() - began < 10
        assert (hall.status.code, hall.live()) == ("MEDIUM_REMOVED", {})
        assert hall.pulse.lived()
        disk.heal()
        hall.until(qtbot, lambda: hall.syncer.findChildren(QProcess) == [], timeout=QUICK)
