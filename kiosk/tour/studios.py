"""A studio in the tour: its wall, its rooms, and a help card from the first word to the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

STUDIO = "studios/assembly"


def front(a: App, h: Hand) -> None:
    """The wall of slats and the first card."""
    a.shell.openItem(STUDIO)
    h.see("studio.front")


def results(a: App, h: Hand) -> None:
    """All results."""
    _touch(a, h, "studio.tile.0")
    h.see("studio.results")


def tree(a: App, h: Hand) -> None:
    """Masters and apprentices."""
    _touch(a, h, "studio.home")
    _touch(a, h, "studio.tile.2")
    h.see("studio.tree")


def people(a: App, h: Hand) -> None:
    """Who is here."""
    _touch(a, h, "studio.home")
    _touch(a, h, "studio.room.people")
    h.see("studio.people")


def numbers(a: App, h: Hand) -> None:
    """A change of more than sixty units."""
    _touch(a, h, "studio.home")
    _touch(a, h, "studio.room.changes")
    h.see("studio.changes")
    for _ in range(2):
        _touch(a, h, "studio.following")


def pictures(a: App, h: Hand) -> None:
    """Two pictures and the line between them, moved by its button."""
    for _ in range(2):
        _touch(a, h, "studio.following")
    _touch(a, h, "studio.cutRight")


def gallery(a: App, h: Hand) -> None:
    """The gallery."""
    _touch(a, h, "studio.home")
    _touch(a, h, "studio.room.gallery")
    _touch(a, h, "studio.thumb.2")


def near(a: App, h: Hand) -> None:
    """One picture from near."""
    _touch(a, h, "studio.enlarge")
    _touch(a, h, "studio.look.in")
    h.see("studio.look")


def describe(a: App, h: Hand) -> None:
    """A card with a field and a phrase."""
    _touch(a, h, "studio.look.close")
    _touch(a, h, "studio.home")
    _touch(a, h, "studio.hang")
    _touch(a, h, "studio.field.0")
    _touch(a, h, "studio.phrase.1")


def typing(a: App, h: Hand) -> None:
    """The keyboard."""
    _touch(a, h, "studio.tab.wish")
    h.see("key.q")


def contact(a: App, h: Hand) -> None:
    """How to get in touch."""
    _touch(a, h, "key.confirm")
    h.wait(lambda: h.find("key.q") is None, "the keyboard gone")
    _touch(a, h, "studio.forward")
    h.see("studio.contact")
    vm: Any = a.shell.page.vm  # type: ignore[union-attr]
    vm.order.write("team", "三车间二班" if vm.han else "Shop 3, team 2")
    vm.order.write("phone", "6032")


def review(a: App, h: Hand) -> None:
    """Everything once more."""
    _touch(a, h, "studio.forward")
    h.see("studio.review")


def receipt(a: App, h: Hand) -> None:
    """It is stored."""
    _touch(a, h, "studio.forward")
    h.see("studio.receipt")


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch after the moment in which a page takes a touch for the second tap of the one that opened it."""
    h.settle()
    clock = a.clock
    assert isinstance(clock, MovableClock)
    clock.jump(1)
    h.touch(name)
