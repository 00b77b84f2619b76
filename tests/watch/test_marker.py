"""The mark on the disk tells the next start how the last run ended."""

from __future__ import annotations

from pathlib import Path

from kiosk.watch import marker
from kiosk.watch.restarts import LOOP


def test_an_orderly_end_leaves_nothing_behind(tmp_path: Path) -> None:
    assert not marker.begin(tmp_path, 10.0).crashed
    marker.end(tmp_path)
    assert marker.begin(tmp_path, 20.0) == marker.Past()


def test_a_crash_is_noticed_and_a_loop_of_them_too(tmp_path: Path) -> None:
    pasts = [marker.begin(tmp_path, 100.0 + 5 * n) for n in range(LOOP + 1)]
    assert [p.crashed for p in pasts] == [False] + [True] * LOOP
    assert [p.loop(200.0) for p in pasts] == [False] * LOOP + [True]


def test_after_the_machine_was_switched_off_it_is_no_loop(tmp_path: Path) -> None:
    for n in range(LOOP + 2):
        marker.begin(tmp_path, 10_000.0 + n)
    after = marker.begin(tmp_path, 12.0)
    assert after.crashed and not after.loop(12.0)


def test_graphics_that_failed_are_left_alone_until_the_next_boot(tmp_path: Path) -> None:
    marker.begin(tmp_path, 50.0)
    marker.graphics_failed(tmp_path, 51.0)
    marker.end(tmp_path)
    assert marker.begin(tmp_path, 60.0).software
    assert not marker.begin(tmp_path, 5.0).software


def test_a_damaged_mark_keeps_nobody_from_starting(tmp_path: Path) -> None:
    marker.begin(tmp_path, 1.0)
    for junk in (b"", b"\0" * 40, b"[1]", b'{"running": 1, "starts": "x", "graphics": "y"}'):
        (tmp_path / marker.FOLDER / marker.NAME).write_bytes(junk)
        assert not marker.begin(tmp_path, 2.0).software


def test_a_folder_that_cannot_be_written_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / marker.FOLDER).write_text("a file is in the way", "utf-8")
    assert marker.begin(tmp_path, 1.0) == marker.Past()
    marker.end(tmp_path)
