"""The gate to the administrator's pages: hidden, locked, slow to be guessed, and shut when nobody stands behind it."""

from __future__ import annotations

import json
import logging
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.kiosk import LANDSCAPE, SIZES, Kiosk, running
from support.stick import HASHED, PIN, enter, knock
from support.union import Union

CORNER = QPoint(120, 120)


@pytest.fixture(autouse=True)
def fresh_tries(union: Union) -> None:
    (union.data / "pin.json").unlink(missing_ok=True)


def hold(k: Kiosk, seconds: float, point: QPoint = CORNER) -> None:
    """Rest a finger somewhere."""
    QTest.touchEvent(k.hand.window, k.hand._device).press(0, point, k.hand.window).commit()
    end = time.monotonic() + seconds
    k.hand.wait(lambda: time.monotonic() > end or k.names[-1] == "pin", "the time passed")
    QTest.touchEvent(k.hand.window, k.hand._device).release(0, point, k.hand.window).commit()
    k.hand.pump()


def to_the_pad(k: Kiosk) -> None:
    knock(k)
    k.hand.see("pin")
    k.hand.settle(0.05)


def said(k: Kiosk) -> str:
    return str(k.hand.see("pin.said").property("text"))


@SIZES
def test_a_finger_that_rests_in_the_corner_comes_to_the_number_pad(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size, pin=HASHED) as k:
        k.hand.find("hiddenDoor").setProperty("hold", 300)
        hold(k, 5)
        assert k.names == ["home", "pin"]


def test_a_short_touch_or_another_place_does_not(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        k.hand.find("hiddenDoor").setProperty("hold", 400)
        hold(k, 0.05)
        hold(k, 0.6, QPoint(900, 300))
        assert k.names == ["home"]


def test_the_corner_works_in_the_attract_loop_too(union: Union) -> None:
    with running(union.data, pin=HASHED, attract=True) as k:
        k.hand.find("hiddenDoor").setProperty("hold", 300)
        hold(k, 5)
        assert (k.names, k.app.shell.attract) == (["home", "pin"], False)


def test_what_lies_below_the_corner_is_touched_as_ever(union: Union) -> None:
    with running(union.data, LANDSCAPE, pin=HASHED, attract=True) as k:
        k.hand.touch_at(CORNER)
        k.hand.wait(lambda: not k.app.shell.attract, "the visit")


@SIZES
def test_the_right_pin_opens_and_leaving_locks_again(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size, pin=HASHED) as k:
        to_the_pad(k)
        enter(k)
        k.hand.wait(lambda: k.names == ["home", "status"], "the page")
        assert k.app.duty.pin.is_open
        k.hand.touch("status.leave")
        k.hand.wait(lambda: k.names == ["home"], "home")
        assert not k.app.duty.pin.is_open
        to_the_pad(k)


def test_wrong_pins_count_down_and_lock(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        for left in (4, 3, 2, 1):
            enter(k, "1111")
            k.hand.wait(lambda left=left: f"还可以试 {left} 次" in said(k), f"{left} tries left")
        enter(k, "1111")
        k.hand.wait(lambda: k.hand.find("pin.wait"), "the lock-out")
        assert k.hand.see("pin.wait").property("text") in ("01:00", "00:59")
        assert not k.hand.see("pin.key.1").isEnabled()
        k.hand.wait(lambda: k.hand.see("pin.wait").property("text") < "00:59", "it counts down")
        k.hand.touch("nav.home")
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        k.hand.wait(lambda: k.hand.find("pin.wait"), "a restart does not help")
        assert k.names[-1] == "pin"


def test_after_the_lock_out_one_try_is_left_and_the_right_pin_opens(union: Union) -> None:
    (union.data / "pin.json").write_text(json.dumps({"wrong": 5, "at": time.time() - 60.5}))
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        enter(k)
        k.hand.wait(lambda: k.names == ["home", "status"], "the page")


def test_digits_are_masked_counted_and_taken_back(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        vm = k.app.shell.page.vm
        assert not k.hand.see("pin.confirm").isEnabled()
        for digit in "246":
            k.hand.touch(f"pin.key.{digit}")
        assert (vm.count, vm.ready) == (3, False)
        k.hand.touch("pin.erase")
        assert vm.count == 2
        assert not any("2" in t or "4" in t for t in k.texts() if len(t) > 1), "digits stand on keys alone"


def test_keys_of_a_keyboard_do_too(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        for key in PIN:
            k.hand.key(Qt.Key(ord(key)))
        assert k.app.shell.page.vm.count == 4
        k.hand.key(Qt.Key.Key_Return)
        k.hand.wait(lambda: k.names == ["home", "status"], "the page")


def test_the_pin_is_in_no_log_and_in_no_property(union: Union, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        vm = k.app.shell.page.vm
        for digit in PIN:
            k.hand.touch(f"pin.key.{digit}")
        meta = vm.metaObject()
        shown = [vm.property(meta.property(i).name()) for i in range(meta.propertyCount())]
        assert PIN not in [str(v) for v in shown]
        k.hand.touch("pin.confirm")
        assert vm._digits == []
        k.hand.wait(lambda: k.names == ["home", "status"], "the page")
    assert PIN not in caplog.text
    assert all(PIN.encode() not in p.read_bytes() for p in union.data.glob("*.json"))


def test_idle_forgets_what_was_typed_and_locks(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        vm = k.app.shell.page.vm
        for digit in "246":
            k.hand.touch(f"pin.key.{digit}")
        k.pass_time(61)
        assert k.app.shell.asking
        k.pass_time(11)
        assert k.app.shell.attract
        assert (vm._digits, k.app.duty.pin.is_open) == ([], False)


def test_the_administrator_s_page_stays_five_minutes(union: Union) -> None:
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        enter(k)
        k.hand.see("status")
        k.hand.wait(lambda: k.shows("5 分钟后自动退出"), "how long")
        k.pass_time(200)
        assert k.names == ["home", "status"]
        k.hand.wait(lambda: k.shows("2 分钟后自动退出"), "how long")
        k.pass_time(111)
        assert k.app.shell.attract
        assert not k.app.duty.pin.is_open


def test_without_a_pin_the_page_shows_and_does_nothing(union: Union) -> None:
    with running(union.data) as k:
        knock(k)
        k.hand.see("status")
        k.hand.wait(lambda: k.shows("kiosk pin set"), "how to set one")
        assert k.hand.find("status.settings") is None
        assert k.app.shell.page.vm.allowed() is False


@SIZES
def test_keys_are_large(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size, pin=HASHED) as k:
        to_the_pad(k)
        mm = k.app.panel.pxPerMm(*size)
        for name in [*(f"pin.key.{d}" for d in "0123456789"), "pin.erase", "pin.confirm"]:
            key = k.hand.see(name)
            assert min(key.width(), key.height()) >= 40 * mm
            assert k.hand.middle(key).y() >= (768 if size[1] > size[0] else 0)


def test_a_damaged_count_of_tries_locks(union: Union) -> None:
    Path(union.data / "pin.json").write_text("{")
    with running(union.data, pin=HASHED) as k:
        to_the_pad(k)
        k.hand.wait(lambda: k.hand.find("pin.wait"), "the lock-out")
