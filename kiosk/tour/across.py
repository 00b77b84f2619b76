"""What leads from one thing to the next, in the tour: today's playlist, the sheet of an item, the people, their honours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App


def playlist(_a: App, h: Hand) -> None:
    """From home into what today brings; the tour is on May Day."""
    h.touch("home.occasion")
    h.see("playlist.go")


def carry(a: App, h: Hand) -> None:
    """The first item of the playlist, with its sheet."""
    h.touch("playlist.go")
    h.wait(lambda: a.shell.pageUid, "the first item")
    h.settle()
    h.touch("nav.carry")
    h.see("handoff.code")


def onward(a: App, h: Hand) -> None:
    """The next one from the sheet, and back to the list."""
    first = a.shell.pageUid
    h.touch("handoff.forward")
    h.wait(lambda: a.shell.pageUid not in ("", first), "the second item")
    h.settle()
    h.touch("nav.back")
    h.see("playlist.again")


def law(a: App, h: Hand) -> None:
    """A law and who cites it."""
    a.shell.openItem("policies/labour-law")
    h.wait(lambda: a.shell.pageUid == "policies/labour-law", "the law")
    h.settle()
    h.touch("nav.carry")
    h.see("handoff.code")


def people(_a: App, h: Hand) -> None:
    """From their room to the wall of people."""
    h.touch("home.door")
    h.see("catalog.grid")
    h.settle()
    h.touch("catalog.people")
    h.see("people.list")


def trades(_a: App, h: Hand) -> None:
    """The same by trade."""
    h.touch("people.order.trade")


def honours(_a: App, h: Hand) -> None:
    """Year by year."""
    h.touch("people.order.honours")
    h.settle()


def later(_a: App, h: Hand) -> None:
    """The years further down."""
    h.touch("people.group.2")
