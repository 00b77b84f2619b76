"""The administrator's PIN on the glass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.house import owned_lanes

from kiosk.jobs import Lanes
from kiosk.settings.pin import LOCK_OUTS, TRIES, hash_pin
from kiosk.state.pin import AdminPin

HASHED = hash_pin("2468")


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    with owned_lanes() as made:
        yield made


def test_open_until_closed(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    pin = AdminPin(HASHED, tmp_path, lanes, lanes)
    with qtbot.waitSignal(pin.accepted):
        pin.enter("2468")
        assert pin.busy
        pin.enter("0000")  # while one is being checked
    assert (pin.is_open, pin.busy, pin.triesLeft) == (True, False, TRIES)
    with qtbot.waitSignal(pin.openChanged):
        pin.close()
    assert not pin.is_open


def test_lock_out_counts_down_and_the_right_pin_waits_too(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    pin = AdminPin(HASHED, tmp_path, lanes, lanes)
    for left in range(TRIES - 1, -1, -1):
        with qtbot.waitSignal(pin.refused):
            pin.enter("0000")
        assert pin.triesLeft == left
    assert LOCK_OUTS[0] - 2 <= pin.lockedSeconds <= LOCK_OUTS[0]
    before = pin.lockedSeconds
    qtbot.waitUntil(lambda: pin.lockedSeconds < before, timeout=3000)
    with qtbot.waitSignal(pin.refused):
        pin.enter("2468")
    assert not pin.is_open
    again = AdminPin(HASHED, tmp_path, lanes, lanes)  # after a restart
    with qtbot.waitSignal(again.answered):
        again.refresh()
    assert again.lockedSeconds > 0


def test_without_a_pin(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    pin = AdminPin("", tmp_path, lanes, lanes)
    assert not pin.is_set
    with qtbot.waitSignal(pin.refused):
        pin.enter("")
    assert not pin.is_open


@pytest.mark.expect_log("PIN tries cannot be counted")
def test_a_disk_that_cannot_count(lanes: Lanes, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").write_bytes(b"")
    pin = AdminPin(HASHED, tmp_path / "data", lanes, lanes)
    with qtbot.waitSignal(pin.refused):
        pin.enter("2468")
    assert not pin.is_open
