"""The wall of lanterns in the tour: dark, one open, a hint, written, answered, and the wall when all has been guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

WALL = "riddles/lantern-fair"
TWELVE = 12
"""Lanterns of the set that the tour shows, whatever the season."""


def show_wall(a: App, h: Hand) -> None:
    """The wall with all lanterns dark."""
    a.shell.openItem(WALL)
    h.see("riddle.wall")
    wall = _wall(a)
    if wall.fair.total != TWELVE:
        h.settle()
        _touch(a, h, "riddle.set")
        h.wait(lambda: wall.fair.total == TWELVE, "the first set")


def open_lantern(a: App, h: Hand) -> None:
    """A riddle of the old novel, with its hint, and a wrong guess behind it."""
    _touch(a, h, "riddle.lantern.7")
    h.see("riddle.open")
    h.settle()
    _guess(a, h, right=False)
    _touch(a, h, "riddle.hint")


def write_answer(a: App, h: Hand) -> None:
    """The keyboard."""
    _touch(a, h, "riddle.write")
    h.see("key.q")


def show_answer(a: App, h: Hand) -> None:
    """Back to the choices, and the right one."""
    _touch(a, h, "riddle.write")
    h.settle()
    _guess(a, h, right=True)
    h.see("riddle.answered")


def long_riddle(a: App, h: Hand) -> None:
    """The longest riddle of the wall, given up."""
    h.touch("riddle.back")
    h.see("riddle.wall")
    _touch(a, h, "riddle.lantern.4")
    h.see("riddle.open")
    _touch(a, h, "riddle.giveUp")
    h.see("riddle.answered")


def finish(a: App, h: Hand) -> None:
    """All lanterns guessed but the one that was given up."""
    for _ in range(30):
        h.settle(0.1)
        if h.find("riddle.wall"):
            return
        if h.find("riddle.answered"):
            _touch(a, h, "riddle.next")
        else:
            _guess(a, h, right=True)
    h.see("riddle.wall")


def _wall(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _guess(a: App, h: Hand, *, right: bool) -> None:
    wall = _wall(a)
    answer = wall.lantern.right_answer()
    place = next(n for n, option in enumerate(wall.lantern.options) if (option["text"] == answer) == right)
    _touch(a, h, f"riddle.option.{place}")
    _touch(a, h, "riddle.guess")


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)
    h.touch(name)
