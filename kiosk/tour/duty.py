"""The administrator's pages in the tour: status, settings, trust, self-test, power, and the first set-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.tour.hand import Hand
from kiosk.tour.stick import PIN

if TYPE_CHECKING:
    from kiosk.app import App


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
    h.see("pin")
    h.settle()
    for digit in PIN:
        h.touch(f"pin.key.{digit}")
    h.touch("pin.confirm")
    h.see("status")
    h.wait(lambda: a.duty.status.live, "what is live")


def settings(a: App, h: Hand) -> None:
    """A number that can be stepped."""
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


def selftest(_a: App, h: Hand) -> None:
    """Half of the cells touched."""
    _touch(h, "desk.no")
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


def power(_a: App, h: Hand) -> None:
    """Asked before it is switched off."""
    _touch(h, "nav.back")
    _touch(h, "status.power")
    _touch(h, "desk.row.off")
    _touch(h, "desk.off")


def wizard(_a: App, h: Hand) -> None:
    """The first set-up: how large the screen is."""
    _touch(h, "desk.no")
    _touch(h, "nav.back")
    _touch(h, "status.settings")
    _touch(h, "desk.row.wizard")
    h.see("wizard")
    _touch(h, "desk.next")
    _touch(h, "desk.next")
    h.settle()
