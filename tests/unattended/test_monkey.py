"""A monkey before the real window: it never leaves the app, no QML warning comes, no exception, no Qt message.

`make test` plays a part of it, `make soak` ten thousand acts.
"""

from __future__ import annotations

import os
import time

import pytest
from support.kiosk import LANDSCAPE, PORTRAIT, running
from support.ports import Ports
from support.union import Union

from kiosk.health.vitals import vitals
from kiosk.state.media import Media
from kiosk.tour.monkey import Monkey

ACTS = int(os.environ.get("KIOSK_MONKEY", "1500"))
LONGEST = 22.0 if ACTS <= 1500 else 3600.0
"""Seconds; a slow machine plays less of it rather than failing."""


@pytest.mark.qt_log_ignore("of the object PopupList")  # Qt Virtual Keyboard's own
@pytest.mark.qt_log_ignore("DelegateModel::cancel: index out range")  # Qt: a list refilled while it makes an item
@pytest.mark.timeout(LONGEST * 3)
@pytest.mark.parametrize(("size", "seed"), [(PORTRAIT, 1), (LANDSCAPE, 2)], ids=["portrait", "landscape"])
def test_it_never_gets_out(own_union: Union, size: tuple[int, int], seed: int) -> None:
    began = time.monotonic()
    with running(own_union.data, size) as k:
        monkey = Monkey(k.app, k.hand, seed)
        while monkey.acts < ACTS // 2 and time.monotonic() - began < LONGEST / 2:
            monkey.act()
            assert k.app.window.isVisible() and k.app.shell.page is not None, f"act {monkey.acts} of seed {seed}"
            assert k.warnings == [], f"act {monkey.acts} of seed {seed}"
        monkey.leave()
        k.hand.wait(lambda: k.app.lanes.waiting == 0, "the lanes")
        k.hand.wait(lambda: k.app.shell.attract, f"nobody there; stage {k.app.shell.stage}, {k.names}")
        assert k.names == ["home"]
        k.hand.touch_at(k.hand.window.contentItem().boundingRect().center().toPoint())
        k.hand.wait(lambda: not k.app.shell.attract, "the next visitor is welcome")
    assert monkey.acts > 150 and len(monkey.pages) >= 4, monkey.pages


def test_a_storm_of_sticks(own_union: Union) -> None:
    """A hundred sticks put in and pulled out as fast as the kiosk looks."""
    ports = Ports()
    stick = own_union.samples.share
    with running(own_union.data, media=lambda: Media(ports.list, ports.carries)) as k:
        k.hand.wait(lambda: "duty" in vars(k.app), "the house")
        k.app.duty.media.start()
        before = None
        for n in range(100):
            ports.plug(stick, f"/dev/sd{n}1")
            k.app.duty.media.look()
            k.hand.pump()
            ports.pull(stick)
            k.app.duty.media.look()
            k.hand.pump()
            if n == 20:
                before = vitals()
        k.hand.wait(lambda: k.app.lanes.waiting == 0 and k.app.syncer.task is None, "quiet")
        after = vitals()
        assert before is not None and after is not None
        assert after.handles <= before.handles + 8 and after.threads <= before.threads + 4
        k.app.shell.endVisit()
        assert k.names == ["home"]
