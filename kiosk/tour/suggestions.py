"""The suggestion box in the tour: its list, a case, the four steps of a letter, the receipt, and an answer found by its receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

BOX = "suggestions/box"
ANSWERED = "SAMPKE228"
"""Receipt of the sample box's first case."""


def show_list(a: App, h: Hand) -> None:
    """What became of earlier ones."""
    a.shell.openItem(BOX)
    h.see("suggestion.list")


def case(a: App, h: Hand) -> None:
    """A case with its answer, rated."""
    _box(a).board.filter("canteen")
    _touch(a, h, "suggestion.case.2026-001")
    h.see("suggestion.case")
    _touch(a, h, "suggestion.rate.4")


def topics(a: App, h: Hand) -> None:
    """What it is about."""
    h.touch("nav.back")
    h.see("suggestion.list")
    _box(a).board.filter("")
    _touch(a, h, "suggestion.begin")
    h.see("suggestion.topics")


def sentences(a: App, h: Hand) -> None:
    """Two sentences chosen."""
    _touch(a, h, "suggestion.choose.canteen")
    h.see("suggestion.write")
    _touch(a, h, "suggestion.phrase.0")
    _touch(a, h, "suggestion.phrase.1")


def keyboard(a: App, h: Hand) -> None:
    """Some more, typed."""
    _touch(a, h, "suggestion.keyboard")
    h.see("key.q")


def contact(a: App, h: Hand) -> None:
    """Who writes, if they want to say."""
    h.touch("key.confirm")
    h.wait(lambda: h.find("key.confirm") is None, "the keyboard down")
    _touch(a, h, "suggestion.next")
    h.see("suggestion.contact")


def review(a: App, h: Hand) -> None:
    """All of it once more."""
    _touch(a, h, "suggestion.next")
    h.see("suggestion.review")


def receipt(a: App, h: Hand) -> None:
    """Sealed and stored."""
    _touch(a, h, "suggestion.submit")
    h.see("suggestion.receipt")


def lookup(a: App, h: Hand) -> None:
    """A receipt with a wrong character."""
    _touch(a, h, "suggestion.done")
    h.see("suggestion.list")
    _touch(a, h, "suggestion.find")
    h.see("suggestion.lookup")
    for character in ANSWERED[:-1] + "9":
        h.touch(f"suggestion.key.{character}")


def found(_a: App, h: Hand) -> None:
    """The answer it leads to."""
    h.touch("suggestion.erase")
    h.touch(f"suggestion.key.{ANSWERED[-1]}")
    h.see("suggestion.case")


def _box(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)
    h.touch(name)
    h.settle(0.05)
