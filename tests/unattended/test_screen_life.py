"""The screen outside its hours, dimmed, cleaned; how loud it is; keys that would leave. Through the real window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, Kiosk, running
from support.reach import pressables
from support.union import Union

from kiosk.settings import Settings
from kiosk.shell.keyguard import stays
from kiosk.state.hours import plan
from kiosk.state.screenlife import AWAKE

MIDDLE = QPoint(540, 1200)
MONDAY_NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 5, 4, 23, 0, tzinfo=UTC)


def at(k: Kiosk, moment: datetime) -> None:
    """Let it be that hour, and the screen look at the clock."""
    k.app.life._local = lambda: moment
    k.app.life.look()
    k.hand.pump()


def asleep(k: Kiosk) -> bool:
    curtain = k.hand.find("curtain")
    return curtain is not None and curtain.opacity() == 1


def test_the_first_touch_after_sleep_only_wakes(union: Union) -> None:
    with running(union.data, screen_hours="mon-fri 07:30-22:00", attract=True) as k:
        at(k, MONDAY_NOON)
        k.hand.see("attract")
        assert not asleep(k)
        k.clock.ahead += AWAKE + 1
        at(k, MONDAY_NIGHT)
        assert asleep(k) and k.app.shell.attract
        assert k.hand.find("attract") is None, "nothing moves behind the dark"
        k.hand.touch_at(MIDDLE)
        assert not asleep(k) and k.app.shell.attract, "it wakes, and does nothing else"
        k.hand.touch_at(MIDDLE)
        k.hand.wait(lambda: not k.app.shell.attract, "the second touch begins a visit")
        k.clock.ahead += AWAKE + 1
        at(k, MONDAY_NIGHT)
        assert not asleep(k), "somebody is there"
        k.app.shell.endVisit()
        at(k, MONDAY_NIGHT)
        assert asleep(k)
        at(k, MONDAY_NOON + timedelta(days=1))
        assert not asleep(k)


def test_a_key_wakes_too_and_does_nothing_else(union: Union) -> None:
    with running(union.data, screen_hours="07:30-22:00", attract=True) as k:
        k.clock.ahead += AWAKE + 1
        at(k, MONDAY_NIGHT)
        k.hand.key(Qt.Key.Key_F10)
        assert not asleep(k) and k.names == ["home"]


def test_a_clock_that_is_not_believed_keeps_the_screen_on(union: Union) -> None:
    with running(union.data, screen_hours="07:30-22:00", attract=True) as k:
        k.clock.ahead += AWAKE + 1
        k.app.life._trusted = lambda: False
        at(k, MONDAY_NIGHT)
        assert not asleep(k)


def test_it_dims_when_nobody_came_and_brightens_at_a_touch(union: Union) -> None:
    with running(union.data, dim_after=300, dim_to=40, attract=True) as k:
        k.clock.ahead += 301
        at(k, MONDAY_NOON)
        assert k.hand.see("curtain").opacity() == pytest.approx(0.6)
        k.hand.touch_at(MIDDLE)
        k.hand.wait(lambda: k.hand.find("curtain") is None and not k.app.shell.attract, "bright, and awake at once")


@SIZES
def test_a_glass_that_is_wiped_takes_no_touch(union: Union, size: tuple[int, int]) -> None:
    with running(union.data, size, cleaning_seconds=30) as k:
        door = k.hand.middle(k.hand.see("home.door"))
        k.app.life.clean()
        k.hand.see("cleaning")
        assert k.shows("30")
        k.hand.touch_at(door)
        k.hand.swipe(QPoint(300, 900), QPoint(700, 900))
        k.hand.key(Qt.Key.Key_Escape)
        assert k.names == ["home"]
        k.clock.ahead += 30
        at(k, MONDAY_NOON)
        assert k.hand.find("cleaning") is None
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")


def test_a_finger_that_was_on_the_glass_when_it_was_unlocked_presses_nothing(union: Union) -> None:
    with running(union.data, cleaning_seconds=30) as k:
        door = k.hand.middle(k.hand.see("home.door"))
        k.app.life.clean()
        device = k.hand._device
        QTest.touchEvent(k.hand.window, device).press(0, door, k.hand.window).commit()
        k.clock.ahead += 31
        at(k, MONDAY_NOON)
        QTest.touchEvent(k.hand.window, device).release(0, door, k.hand.window).commit()
        k.hand.settle(0.1)
        assert k.names == ["home"]
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")


def test_volume_follows_hour_night_and_cap() -> None:
    day = plan(Settings(_nowhere(), volume=80, volume_cap=60, volume_hours="12:00-13:30=20", night_hours="22:00-06:00"))
    assert [day.at(MONDAY_NOON.replace(hour=h)).volume for h in (9, 12, 14, 23, 3)] == [60, 20, 60, 25, 25]
    assert day.at(MONDAY_NIGHT).night and not day.at(MONDAY_NOON).night
    assert day.at(None).volume == 60 and day.at(None).screen


def test_captions_are_forced_while_machines_run_and_when_the_hour_is_unknown() -> None:
    noisy = plan(Settings(_nowhere(), noisy_hours="mon-fri 08:00-12:30"))
    assert noisy.at(MONDAY_NOON).captions and not noisy.at(MONDAY_NIGHT).captions
    assert noisy.at(None).captions, "rather a caption too many"


def test_players_and_captions_hear_of_it(union: Union) -> None:
    with running(union.data, volume_hours="12:00-13:00=50", noisy_hours="12:00-13:00", night_hours="22:00-06:00") as k:
        at(k, MONDAY_NOON)
        assert k.app.life.property("loudness") == pytest.approx(0.25) and k.app.life.property("captions")
        k.app.life.setVolume(20)
        assert k.app.life.property("volume") == 50, "the hour counts"
        at(k, MONDAY_NOON.replace(hour=15))
        assert k.app.life.property("volume") == 20


def test_a_visit_at_night_begins_in_the_night_theme(union: Union) -> None:
    with running(union.data, night_hours="22:00-06:00", attract=True) as k:
        at(k, MONDAY_NIGHT)
        assert k.app.visit.night
        k.app.visit.setNight(False)  # the visitor's own wish
        at(k, MONDAY_NIGHT)
        assert not k.app.visit.night
        k.app.shell.wake()
        k.app.shell.endVisit()
        assert k.app.visit.night


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Meta, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Super_L, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_VolumeUp, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_MediaPlay, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PowerOff, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Sleep, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_that_leave(key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    assert not stays(key, modifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_F10, Qt.Key.Key_Space])
def test_keys_that_stay(key: Qt.Key) -> None:
    assert stays(key, Qt.KeyboardModifier.NoModifier)
    assert stays(key, Qt.KeyboardModifier.ShiftModifier)


def test_they_do_not_reach_the_window(union: Union) -> None:
    with running(union.data) as k:
        seen: list[QEvent] = []
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        for key, modifier in (
            (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
            (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        ):
            QTest.keyClick(k.hand.window, key, modifier)
        k.hand.pump()
        assert k.app.window.isVisible() and k.names == ["home", "catalog"] and not seen
        k.hand.key(Qt.Key.Key_Escape)
        k.hand.wait(lambda: k.names == ["home"], "a key that stays")


def test_in_reach_mode_everything_is_in_the_lower_half(union: Union) -> None:
    with running(union.data, PORTRAIT, reach=True) as k:
        for page in ("home", "catalog"):
            if page == "catalog":
                k.hand.touch("home.door")
                k.hand.see("catalog.grid")
                k.hand.settle(0.1)
            tops = {i.objectName(): i.mapToScene(QPoint(0, 0)).y() for i in pressables(k)}
            assert len(tops) >= 4
            assert {n: y for n, y in tops.items() if y < PORTRAIT[1] / 2 - 1} == {}, page


def test_who_sits_lowers_the_page_for_one_visit(union: Union) -> None:
    with running(union.data, PORTRAIT) as k:
        k.hand.touch("home.door")
        k.hand.see("catalog.grid")
        before = {i.objectName(): i.mapToScene(QPoint(0, 0)).y() for i in pressables(k)}
        k.hand.touch("nav.size")
        k.hand.touch("low")
        k.hand.touch("size.done")
        k.hand.settle(0.1)
        after = {i.objectName(): i.mapToScene(QPoint(0, 0)).y() for i in pressables(k)}
        assert all(y >= PORTRAIT[1] / 2 - 1 for y in after.values()), after
        assert min(before.values()) < min(after.values())
        k.app.shell.endVisit()
        assert not k.app.visit.low


def test_what_a_lowered_home_has_below_is_said_and_reached(union: Union) -> None:
    with running(union.data, PORTRAIT, reach=True) as k:
        k.hand.see("home.more")
        for _ in range(5):
            if k.hand.find("home.more"):
                k.hand.touch("home.more")
                k.hand.settle(0.1)
        assert not k.hand.find("home.more")
        search = k.hand.see("home.search")
        assert (
            search.mapToScene(QPointF(0, search.height())).y() <= k.hand.see("nav.home").mapToScene(QPointF(0, 0)).y()
        )
    with running(union.data, PORTRAIT) as k:
        k.hand.see("home.search")
        assert not k.hand.find("home.more")


def test_reach_mode_leaves_a_wide_screen_alone(union: Union) -> None:
    with running(union.data, LANDSCAPE, reach=True) as k:
        before = k.hand.middle(k.hand.see("home.door"))
        k.app.visit.setLow(False)
        k.hand.settle(0.1)
        assert k.hand.middle(k.hand.see("home.door")) == before


def _nowhere():
    from pathlib import Path

    return Path("/nowhere")
