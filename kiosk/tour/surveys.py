"""The sample survey in the tour: every type of question, the review, the thanks, and results that wait for more answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

SURVEY = "surveys/satisfaction"


def first_page(a: App, h: Hand) -> None:
    """What it is about."""
    a.shell.openItem(SURVEY)
    h.see("survey.start")


def choose(a: App, h: Hand) -> None:
    """The first question, with an option chosen."""
    _touch(a, h, "survey.begin")
    h.see("survey.ask")
    _touch(a, h, "survey.option.1")


def scale(a: App, h: Hand) -> None:
    """Five columns; the answer brings one more question."""
    _next(a, h)
    _touch(a, h, "survey.option.0")
    _next(a, h)
    _touch(a, h, "survey.option.1")


def several(a: App, h: Hand) -> None:
    """As many options as may be chosen."""
    _next(a, h)
    for place in (0, 2, 3):
        _touch(a, h, f"survey.option.{place}")


def matrix(a: App, h: Hand) -> None:
    """Some rows of a matrix."""
    _next(a, h)
    for row, column in enumerate((3, 1, 2)):
        _touch(a, h, f"survey.cell.{row}.{column}")


def number(a: App, h: Hand) -> None:
    """A number on its own pad."""
    _touch(a, h, "survey.skip")
    for key in "45":
        _touch(a, h, f"survey.key.{key}")


def ranking(a: App, h: Hand) -> None:
    """Touched in order."""
    _next(a, h)
    _touch(a, h, "survey.skip")
    for place in (2, 0):
        _touch(a, h, f"survey.option.{place}")


def text(a: App, h: Hand) -> None:
    """A sentence on the keyboard."""
    survey = _survey(a)
    while survey.question.id != "say":
        if survey.question.skippable:
            _touch(a, h, "survey.skip")
        else:
            _touch(a, h, "survey.option.3")
            _next(a, h)
        h.settle(0.1)
    _touch(a, h, "survey.input")
    h.see("key.q")


def review(a: App, h: Hand) -> None:
    """All answers in lines."""
    h.touch("key.confirm")
    h.settle()
    _touch(a, h, "survey.skip")
    h.see("survey.review")


def thanks(a: App, h: Hand) -> None:
    """It is stored."""
    _touch(a, h, "survey.send")
    h.see("survey.end")


def results(a: App, h: Hand) -> None:
    """One answer is not enough to show any."""
    _touch(a, h, "survey.seeResults")
    h.see("survey.results")


def _survey(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _next(a: App, h: Hand) -> None:
    _touch(a, h, "survey.next")
    h.settle(0.1)


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)
    h.touch(name)
