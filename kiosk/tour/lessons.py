"""A lesson in the tour: its start, the number pad, a step, questions of each type, and the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

LESSON = "lessons/overtime-four-sums"
NUMBER = "20417"


def first_page(a: App, h: Hand) -> None:
    """What it is about."""
    a.shell.openItem(LESSON)
    h.see("lesson.start")


def number(a: App, h: Hand) -> None:
    """A worker number on the pad."""
    _touch(a, h, "lesson.who")
    for figure in NUMBER:
        h.touch(f"lesson.key.{figure}")


def learn(a: App, h: Hand) -> None:
    """The first step that this number has not done."""
    _touch(a, h, "lesson.resume")
    h.see("lesson.learn")


def ask(a: App, h: Hand) -> None:
    """Its question, with an answer chosen."""
    _touch(a, h, "lesson.forward")
    _choose(a, h, right=False)


def wrong(a: App, h: Hand) -> None:
    """The wrong answer."""
    _touch(a, h, "lesson.submit")


def right(a: App, h: Hand) -> None:
    """The right one, and why."""
    _choose(a, h, right=True)
    _touch(a, h, "lesson.submit")


def order(a: App, h: Hand) -> None:
    """Pictures to be put in order, in the third step."""
    for _ in range(4):
        if _lesson(a).question.type == "order":
            break
        _touch(a, h, "lesson.onward")
        _touch(a, h, "lesson.forward")
        if _lesson(a).question.type != "order":
            right(a, h)
    _choose(a, h, right=False)


def ordered(a: App, h: Hand) -> None:
    """In order, after they were not."""
    _touch(a, h, "lesson.submit")
    right(a, h)


def finish(a: App, h: Hand) -> None:
    """All steps are done."""
    for _ in range(4):
        _touch(a, h, "lesson.onward")
        if _lesson(a).phase == "finish":
            break
        _touch(a, h, "lesson.forward")
        right(a, h)
    h.see("lesson.finish")


def certificate(a: App, h: Hand) -> None:
    """The card."""
    _touch(a, h, "lesson.certify")
    h.see("lesson.card")


def _lesson(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _choose(a: App, h: Hand, *, right: bool) -> None:
    lesson = _lesson(a)
    places = lesson.question.right_answer()
    if not right:
        places = (
            places[::-1] if len(places) > 1 else [p for p in range(len(lesson.question.options)) if p not in places][:1]
        )
    for place in places:
        _touch(a, h, f"lesson.option.{place}")


def _touch(a: App, h: Hand, name: str) -> None:
    """Touch late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)
    h.touch(name)
