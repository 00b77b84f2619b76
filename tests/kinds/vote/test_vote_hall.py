"""The wall of results over the screen of a hall: it hangs for days, and only the PIN takes it down."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.brought import brought, forget_records
from support.kiosk import SIZES, Kiosk, running
from test_vote_screen import PHOTOS, fill, touch

from kiosk.settings.pin import hash_pin

PIN = "2468"


@pytest.fixture(scope="module")
def contests() -> Path:
    return brought("contests")


def hang(k: Kiosk) -> None:
    k.app.hall_wall.hang(PHOTOS)
    k.hand.see("vote.hall")
    k.hand.wait(lambda: stage(k).wall.votes >= 0, "the count")
    k.hand.settle(0.1)


def stage(k: Kiosk) -> object:
    assert k.app.shell.stage is not None
    return k.app.shell.stage.vm


def type_pin(k: Kiosk, digits: str) -> None:
    k.hand.see("pin")
    for digit in digits:
        k.hand.key(getattr(Qt.Key, f"Key_{digit}"))
    k.hand.key(Qt.Key.Key_Return)


@SIZES
def test_it_hangs_by_itself_over_everything_and_stays(qapp: object, contests: Path, size: tuple[int, int]) -> None:
    forget_records(contests)
    with running(contests, size, pin=hash_pin(PIN)) as k:
        fill(k, PHOTOS, {1: 8, 2: 5, 3: 10})
        hang(k)
        wall, skirting = k.hand.see("vote.wall"), k.hand.see("vote.hall.total")
        assert wall.height() == k.hand.see("vote.hall").height() - 124
        assert "23" in skirting.property("text") and k.hand.find("vote.hang") is None
        assert k.hand.find("nav.home") is None or wall.window().height() == size[1]
        k.pass_time(3600)
        k.hand.see("vote.hall")
        assert not k.app.shell.attract and k.app.shell.asking == 0
        fill(k, PHOTOS, {4: 2})
        stage(k).wall.recount()
        k.hand.wait(lambda: stage(k).wall.votes == 25, "the new count")


def test_a_touch_asks_for_the_pin_and_without_it_the_wall_comes_back(qapp: object, contests: Path) -> None:
    with running(contests, pin=hash_pin(PIN)) as k:
        hang(k)
        k.hand.touch("vote.hall.door")
        k.hand.see("pin")
        assert k.app.shell.stage is None
        k.app.shell.back()
        k.hand.see("vote.hall")
        k.hand.touch("vote.hall.door")
        k.hand.see("pin")
        k.pass_time(600)
        k.pass_time(600)
        k.hand.see("vote.hall")


def test_the_pin_takes_it_down(qapp: object, contests: Path) -> None:
    with running(contests, pin=hash_pin(PIN)) as k:
        hang(k)
        k.hand.touch("vote.hall.door")
        type_pin(k, PIN)
        k.hand.wait(lambda: not k.app.hall_wall.uid, "the door")
        k.hand.see("home")
        assert k.app.shell.stage is None


def test_without_a_pin_only_a_held_touch_takes_it_down(qapp: object, contests: Path) -> None:
    with running(contests) as k:
        hang(k)
        k.hand.touch("vote.hall.door")
        k.hand.settle(0.1)
        assert k.app.shell.stage is not None
        stage(k).door(True)
        k.hand.wait(lambda: k.app.shell.stage is None, "the wall to go")
        assert not k.app.hall_wall.uid


def test_it_is_reached_from_the_contest_past_the_pin(qapp: object, contests: Path) -> None:
    with running(contests, pin=hash_pin(PIN)) as k:
        k.open(PHOTOS, "vote.gallery")
        touch(k, "vote.live")
        k.hand.wait(lambda: k.vm.wall.votes >= 0, "the count")
        k.hand.touch("vote.hang")
        type_pin(k, PIN)
        k.hand.see("vote.hall")
        assert k.app.shell.depth == 1


def test_what_cannot_hang_says_so(qapp: object, contests: Path) -> None:
    with running(contests) as k:
        k.app.hall_wall.hang("contests/nothing")
        k.hand.wait(lambda: k.app.shell.noticeTitle != "", "the notice")
        assert k.app.shell.stage is None and not k.app.hall_wall.uid


def test_whatever_is_done_the_wall_hangs_or_somebody_had_the_pin(qapp: object, contests: Path) -> None:
    rnd = random.Random(11)
    with running(contests, pin=hash_pin(PIN)) as k:
        hang(k)
        for _ in range(12):
            rnd.choice((k.app.shell.back, k.app.shell.home, k.app.shell.knock, k.app.shell.endVisit))()
            if k.app.shell.stage is not None and rnd.random() < 0.5:
                stage(k).door(rnd.random() < 0.5)
            k.hand.pump()
        k.app.shell.endVisit()
        k.hand.see("vote.hall")
        assert k.app.hall_wall.uid == PHOTOS
