"""What breaks on a machine that nobody visits: the kiosk starts all the same, plays, and says what is wrong.

The kiosk is a process of its own, and what it says is read where the administrator reads it: the black box and the log.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.alone import alone
from support.kiosk import running
from support.lived_in import lived_in
from support.loopdisk import loop_disk
from support.union import Union

from kiosk.core.clock import Clock
from kiosk.health.blackbox import NAME, read
from kiosk.health.clock import Seen
from kiosk.health.remember import save_seen
from kiosk.records import RecordBook
from kiosk.watch import marker
from kiosk.watch.codes import RESTART
from kiosk.watch.restarts import LOOP

# graphics


@contextmanager
def display() -> Iterator[str]:
    """An X server of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    out, into = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(into), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"],
        pass_fds=[into], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(into)
    with os.fdopen(out) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def test_graphics_that_fail_are_left_for_the_next_boot(kept: Path) -> None:
    """A driver that cannot be used ends the kiosk with “restart”, and the next start draws by itself."""
    with display() as name:
        broken = {
            "KIOSK_RENDER": "gl", "QT_QUICK_BACKEND": "", "QSG_RHI_BACKEND": "opengl", "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb", "LIBGL_DRIVERS_PATH": "/nowhere", "__EGL_VENDOR_LIBRARY_DIRS": "/nowhere",
        }  # fmt: skip
        with alone(kept, env=broken) as kiosk:
            code = kiosk.process.wait(60)
            assert code == RESTART, kiosk.log
            assert "the graphics cannot be used" in kiosk.log
        with alone(kept, env=broken) as kiosk:
            kiosk.ready()
            kiosk.beats(2)
            assert kiosk.close() == 0


# clocks


class SetClock(Clock):
    """A clock that somebody set."""

    moment = datetime(1970, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (datetime(1970, 1, 1, 0, 3, tzinfo=UTC), "CLOCK_BEFORE_BUILD"),
        (datetime(2040, 6, 1, tzinfo=UTC), "CLOCK_AHEAD"),
        (datetime(2026, 1, 5, tzinfo=UTC), "CLOCK_BACKWARDS"),
    ],
)
def test_a_clock_that_cannot_be_right(own_union: Union, moment: datetime, code: str) -> None:
    """The kiosk runs, tells, and does not sleep by that clock."""
    save_seen(own_union.data / "health", Seen(latest=datetime(2026, 11, 1, tzinfo=UTC)))
    clock = type("Clock", (SetClock,), {"moment": moment})()
    with running(own_union.data, attract=True, screen_hours="03:00-03:01") as k:
        k.app.clock = clock
        k.app.rounds.start()
        k.hand.wait(lambda: code in [r["code"] for r in k.app.health.findings], code)
        assert not k.app.rounds.trusted
        k.app.options = type(k.app.options)(**{f: getattr(k.app.options, f) for f in ("size", "watch", "seed")})
        assert k.app.trusted_today() is None
        k.clock.ahead += 600
        k.app.life.look()
        assert not k.app.life.dark, "hours mean nothing to a clock that is not believed"
        k.hand.touch_at(k.hand.window.contentItem().boundingRect().center().toPoint())
        k.hand.wait(lambda: not k.app.shell.attract, "a visit")
    assert {"start", "stop"} <= {e.event for e in read(own_union.data / "health" / NAME)}


# disks


@contextmanager
def on_a_disk_of_its_own(megabytes: int = 160) -> Iterator[tuple[Path, Path]]:
    """A lived-in data folder on a small disk: the disk, the data."""
    with loop_disk("ext4", megabytes) as disk:
        yield disk, lived_in().copy(disk / "union", lived=True).data


def test_a_disk_that_turns_read_only_and_back(qapp: object) -> None:
    with on_a_disk_of_its_own() as (disk, data):
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with alone(data) as kiosk:
            kiosk.ready()
            kiosk.beats(4)
            assert kiosk.close() == 0, kiosk.log
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        with alone(data) as kiosk:
            kiosk.ready()
            kiosk.beats(2)
            assert kiosk.close() == 0


def test_a_disk_that_is_full_and_is_freed_while_the_kiosk_runs(qapp: object) -> None:
    with on_a_disk_of_its_own() as (disk, data):
        hog = disk / "hog"
        with hog.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1 << 9):
                with pytest.raises(OSError, match="No space"):
                    while True:
                        file.write(bytes(size))
        with alone(data) as kiosk:
            kiosk.ready()
            kiosk.finding(
                "STORAGE_FULL", "STORAGE_NO_BALLAST"
            )  # the record of the start may have taken the reserve first
            kiosk.beats(3)
            hog.unlink()
            kiosk.beats(3)
            assert kiosk.close() == 0
        book = RecordBook(data / "records.db")
        assert [p for p in book.payloads("health") if p["event"] == "stop"], "it takes records again"
        book.close()


# faults of ours


def test_a_crash_loop_ends_in_safe_mode_and_the_administrator_hears_why(kept: Path) -> None:
    for _ in range(LOOP):
        marker.begin(kept, time.monotonic())
    with alone(kept, env={"KIOSK_SOURCES": "/nowhere"}) as kiosk:
        kiosk.ready()
        kiosk.finding("RUN_SAFE_MODE")
        kiosk.beats(2)
        assert kiosk.close() == 0
    assert json.loads((kept / marker.FOLDER / marker.NAME).read_text("utf-8"))["starts"] == []
    with alone(kept) as kiosk:
        kiosk.ready()
        kiosk.beats(2)
        codes = [e.facts.get("code") for e in kiosk.box()]
        assert codes.count("RUN_SAFE_MODE") == 1, "an orderly end is the end of safe mode"
        assert kiosk.close() == 0


def test_no_record_is_lost_when_it_is_killed(kept: Path) -> None:
    """Five times, in the middle of writing or just after; `make soak` does it fifty times."""
    kill_often(kept, int(os.environ.get("KIOSK_KILLS", "5")))


def kill_often(data: Path, times: int) -> None:
    kept = starts(data)
    for n in range(times):
        with alone(data) as kiosk:
            kiosk.ready()
            if n % 2:
                kiosk.beats(1)
            else:
                kiosk.until(lambda before=kept: starts(data) > before, "the record of this start")
            kept = starts(data)
            kiosk.kill()
        book = RecordBook(data / "records.db")
        found = [p["event"] for p in book.payloads("health")].count("start")
        book.close()
        assert found >= kept, "what was kept stays kept"


def starts(data: Path) -> int:
    """Starts that the book holds now, read beside whoever writes."""
    with closing(sqlite3.connect(f"{(data / 'records.db').as_uri()}?mode=ro", uri=True)) as book:
        (count,) = book.execute(
            "SELECT count(*) FROM record WHERE kind = 'health' AND json_extract(payload, '$.event') = 'start'"
        ).fetchone()
        return int(count)
