"""Contests in the tour: the gallery, a number that cannot be, the confirmation, a vote, the wall, a poem, a nomination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand
from kiosk.tour.stick import enter_pin

if TYPE_CHECKING:
    from kiosk.app import App

PHOTOS, POEMS, NOMINATIONS = "contests/my-work", "contests/shift-poems", "contests/model-nominations"
NUMBER = "123455"
"""Passes the sample's check."""
FORM = {"name": "样例", "unit": "一号车间", "why": "设备坏了总是第一个到，带出来三个徒弟。"}


def show_gallery(a: App, h: Hand) -> None:
    """The photos, one of them open."""
    a.shell.openItem(PHOTOS)
    h.see("vote.gallery")
    h.settle()
    _touch(a, h, "vote.card.3")


def ask_number(a: App, h: Hand) -> None:
    """A number with a slip in it."""
    _touch(a, h, "vote.main")
    h.see("vote.identify")
    _type(a, h, NUMBER[:-1] + "9")


def confirm(a: App, h: Hand) -> None:
    """The right number."""
    for _ in NUMBER:
        h.touch("vote.key.erase")
    _type(a, h, NUMBER)
    h.see("vote.confirm")


def vote(a: App, h: Hand) -> None:
    """The vote is kept."""
    _touch(a, h, "vote.main")
    h.wait(lambda: _vm(a).just == 3, "the vote")


def show_wall(a: App, h: Hand) -> None:
    """The wall of results."""
    _vm(a).forget()
    _touch(a, h, "vote.live")
    h.wait(lambda: _vm(a).wall.votes > 0, "the count")


def show_hall(a: App, h: Hand) -> None:
    """The same wall over the screen of a hall."""
    a.hall_wall.hang(PHOTOS)
    h.see("vote.hall")
    assert a.shell.stage is not None
    vm: Any = a.shell.stage.vm
    h.wait(lambda: vm.wall.votes > 0, "the count")


def take_down(a: App, h: Hand) -> None:
    """A touch, and the PIN."""
    if a.shell.stage is not None:
        h.touch("vote.hall.door")
        enter_pin(h)
        h.wait(lambda: not a.hall_wall.uid, "the wall is down")
        a.shell.endVisit()
        a.shell.wake()


def show_poem(a: App, h: Hand) -> None:
    """A poem whole."""
    a.shell.openItem(POEMS)
    h.see("vote.gallery")
    h.settle()
    _touch(a, h, "vote.card.4")
    _touch(a, h, "vote.card.4")
    h.see("vote.entry")


def show_form(a: App, h: Hand) -> None:
    """The nomination, one field being written."""
    a.shell.openItem(NOMINATIONS)
    h.see("vote.gallery")
    h.settle()
    _touch(a, h, "vote.nominate")
    h.see("vote.form")
    _touch(a, h, "vote.field.name")
    h.see("key.q")


def nominate(a: App, h: Hand) -> None:
    """It is handed in."""
    a.shell.back()
    _touch(a, h, "vote.nominate")
    h.see("vote.form")
    for field, words in FORM.items():
        _vm(a).nomination.write(field, words)
    _touch(a, h, "vote.send")
    h.see("vote.nominated")


def _type(a: App, h: Hand, digits: str) -> None:
    for digit in digits:
        h.touch(f"vote.key.{digit}")
    _touch(a, h, "vote.key.done")
    h.wait(lambda: not _vm(a).busy, "the number looked up")


def _vm(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)
    h.touch(name)
