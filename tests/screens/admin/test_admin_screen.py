"""Wiping the glass, sleep and volume: by touch on the administrator's pages, seen on the screen itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from screens.admin.duty_hand import PINS, STAFF, acts, come_in
from support.kiosk import SIZES, Kiosk, running
from support.union import Union

from kiosk.screens.admin.volume import viewmodel as volume
from kiosk.settings import load
from kiosk.state.levels import Levels, Machine, Now

ANYWHERE = QPoint(700, 900)


def to_the_page(k: Kiosk, name: str) -> None:
    come_in(k, STAFF)
    k.hand.touch(f"status.{name}")
    k.hand.see("desk.rows")
    k.hand.settle(0.05)


@SIZES
def test_the_glass_is_wiped_and_unlocks_itself(own_union: Union, size: tuple[int, int]) -> None:
    with running(own_union.data, size, cleaning_seconds=40, **PINS) as k:
        to_the_page(k, "power")
        k.hand.touch("desk.row.clean")
        k.hand.touch("desk.clean")
        k.hand.see("cleaning")
        assert k.shows("40") or k.shows("39")
        k.hand.touch("nav.home")
        k.hand.touch_at(ANYWHERE)
        assert k.names[-1] == "power", "a wet cloth touches nothing"
        k.clock.ahead += 41
        k.app.life.look()
        k.hand.wait(lambda: k.hand.find("cleaning") is None, "the end")
        k.hand.touch("nav.home")
        assert k.names == ["home"]
        assert ("screen", "clean") in acts(k)


def test_the_screen_sleeps_until_it_is_touched(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        to_the_page(k, "power")
        k.hand.touch("desk.row.sleep")
        k.hand.touch("desk.sleep")
        k.app.life.look()
        k.hand.pump()
        assert k.app.life.property("dark"), "and stays so although the clock looks"
        assert k.names == ["home"]
        assert not k.app.duty.pin.is_open
        k.hand.touch_at(ANYWHERE)
        k.hand.wait(lambda: not k.app.life.property("dark"), "it wakes")
        assert k.app.shell.attract
        assert ("screen", "sleep") in acts(k)


@SIZES
def test_the_volume_is_heard_at_once_and_kept(
    own_union: Union, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volume, "KEEP_MS", 30)
    with running(own_union.data, size, volume=50, **PINS) as k:
        to_the_page(k, "volume")
        for _ in range(3):
            k.hand.touch("desk.plus")
        assert (k.app.life.property("volume"), k.vm.level) == (65, 65)
        k.hand.wait(lambda: ("settings", "volume = 65") in acts(k), "it is kept")
        k.hand.touch("desk.less")
        k.hand.touch("nav.back")  # before it was kept: leaving keeps it
        k.hand.wait(lambda: ("settings", "volume = 60") in acts(k), "it is kept")
        assert load(overrides={"data_dir": str(own_union.data)}).settings.volume == 60
        k.app.duty.admin.glass.refresh()
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the settings")
        assert not k.app.duty.admin.glass.held["volume"].pending, "it holds already"


def test_the_page_says_why_it_sounds_otherwise(own_union: Union) -> None:
    with running(own_union.data, volume=90, volume_cap=70, volume_hours="12:00-13:00=30", **PINS) as k:
        to_the_page(k, "volume")
        k.app.life._local = lambda: datetime(2026, 5, 4, 15, 0, tzinfo=UTC)
        k.app.life.look()
        k.hand.wait(lambda: k.shows("最响只到 70 %"), "the cap")
        k.app.life._local = lambda: datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
        k.app.life.look()
        k.hand.wait(lambda: k.shows("这个钟点是 30 %"), "the hour")


class Mixer(Machine):
    """A machine that lets itself be set."""

    now = Now(40, 80)

    def read(self) -> Now:
        return self.now

    def set_volume(self, per_cent: int) -> None:
        self.now = Now(per_cent, self.now.brightness)

    def set_brightness(self, per_cent: int) -> None:
        self.now = Now(self.now.volume, per_cent)


def test_mixer_and_backlight_are_set_where_there_are_any(own_union: Union) -> None:
    with running(own_union.data, **PINS) as k:
        k.app.duty.admin.levels = Levels(k.app.lanes, Mixer(), k.app.duty)
        to_the_page(k, "volume")
        for row, level in (("mixer", 45), ("brightness", 85)):
            k.hand.touch(f"desk.row.{row}")
            k.hand.wait(lambda: k.vm.canSet, "the machine's answer")
            k.hand.touch("desk.plus")
            k.hand.wait(lambda level=level: k.vm.level == level, row)
        k.hand.touch("desk.row.mixer")
        k.hand.touch("desk.play")
        k.hand.wait(lambda: not k.vm.property("playing").toString(), "the tone has ended")
        assert ("mixer", "45 %") in acts(k)
