"""The administrator's pages in the tour: every page behind the door, the glass while it is wiped, and the first set-up."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.health.blackbox import NAME, BlackBox
from kiosk.state.firstrun import STEPS
from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand
from kiosk.tour.stick import enter_pin

if TYPE_CHECKING:
    from kiosk.app import App

SET_UP = len(STEPS)
_BEFORE = (
    (8, "start", {"app": "1.0"}),
    (9, "warning", {"said": "kiosk.packs.sync: \\\\fileserver\\packs"}),
    (12, "finding", {"code": "DISK_LOW"}),
    (13, "hung", {"code": -1000, "seconds": 17_960.4}),
    (13, "start", {"crashed": True, "app": "1.0"}),
)
"""Hour, event and facts of the black box that the tour shows."""


def _touch(h: Hand, *names: str) -> None:
    """One after the other, each when the page stands still."""
    for name in names:
        h.see(name)
        h.settle()
        h.touch(name)


def status(a: App, h: Hand) -> None:
    """In by the hidden door."""
    _touch(h, "nav.home")
    h.settle()
    a.shell.knock()
    enter_pin(h)
    h.see("status")
    h.wait(lambda: a.duty.status.live, "what is live")


def volume(_a: App, h: Hand) -> None:
    """How loud."""
    _touch(h, "status.volume")
    h.see("desk.rows")


def logs(a: App, h: Hand) -> None:
    """What happened since the start."""
    box = BlackBox(a.duty.settings.data_dir / "health" / NAME)
    for hour, event, facts in _BEFORE:
        box.note(event, datetime(2026, 4, 30, hour - 8, 20, tzinfo=UTC), **facts)
    box.close()
    _touch(h, "nav.back")
    _touch(h, "status.logs")
    h.see("desk.rows")


def before(_a: App, h: Hand) -> None:
    """What happened before it."""
    _touch(h, "desk.tab.before")
    _touch(h, "desk.row.box.4")


def settings(a: App, h: Hand) -> None:
    """A number that can be stepped."""
    _touch(h, "nav.back")
    _touch(h, "status.settings")
    h.see("desk.rows")
    h.wait(lambda: a.duty.admin.glass.held, "the settings")
    _touch(h, "desk.tab.visit")
    _touch(h, "desk.row.idle_seconds")
    _touch(h, "desk.plus")


def line(_a: App, h: Hand) -> None:
    """A line being written."""
    _touch(h, "desk.tab.place")
    _touch(h, "desk.row.site")
    _touch(h, "desk.write")
    h.wait(lambda: (k := h.find("keyboard")) is not None and k.isVisible(), "the keyboard")


def trusted(a: App, h: Hand) -> None:
    """A fingerprint, and the question before a publisher goes."""
    _touch(h, "nav.back")
    _touch(h, "desk.tab.house")
    _touch(h, "desk.row.trusted")
    h.wait(lambda: a.duty.admin.trusted.known, "the publishers")
    _touch(h, f"desk.row.{a.duty.admin.trusted.known[0].publisher}")
    _touch(h, "desk.remove")


def network(a: App, h: Hand) -> None:
    """What connects the kiosk."""
    _touch(h, "desk.no")
    _touch(h, "nav.back")
    _touch(h, "desk.row.network")
    h.wait(lambda: not a.duty.admin.reach.asking, "the answers")


def who(_a: App, h: Hand) -> None:
    """Who may come in."""
    _touch(h, "nav.back")
    _touch(h, "desk.row.who")


def selftest(_a: App, h: Hand) -> None:
    """Half of the cells touched."""
    _touch(h, "nav.back")
    _touch(h, "nav.back")
    _touch(h, "status.selftest")
    _touch(h, "desk.row.touch")
    _touch(h, "desk.begin")
    for number in range(10):
        h.touch_at(h.middle(h.see(f"selftest.point.{number}")))


def tested(_a: App, h: Hand) -> None:
    """All of them."""
    for number in range(10, 20):
        h.touch_at(h.middle(h.see(f"selftest.point.{number}")))
    h.wait(lambda: h.find("selftest.touch") is None, "the end of the test")


def colours(_a: App, h: Hand) -> None:
    """One colour over the whole page."""
    _touch(h, "desk.row.colours")
    _touch(h, "desk.begin")
    h.see("selftest.colours")


def judged(_a: App, h: Hand) -> None:
    """What only a person can tell."""
    _touch(h, "nav.back")
    h.see("desk.fine")


def power(_a: App, h: Hand) -> None:
    """Asked before it is switched off."""
    _touch(h, "desk.fine")
    _touch(h, "nav.back")
    _touch(h, "status.power")
    _touch(h, "desk.row.off")
    _touch(h, "desk.off")


def wiping(_a: App, h: Hand) -> None:
    """Locked while it is wiped."""
    _touch(h, "desk.no")
    _touch(h, "desk.row.clean")
    _touch(h, "desk.clean")
    h.see("cleaning")


def wizard(a: App, h: Hand, step: int) -> None:
    """The first set-up, one question after the other."""
    if step:
        _touch(h, "desk.next")
        return
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(a.settings.cleaning_seconds + 1)
    a.life.look()
    _touch(h, "nav.back")
    _touch(h, "status.settings")
    _touch(h, "desk.row.wizard")
    h.see("wizard")
