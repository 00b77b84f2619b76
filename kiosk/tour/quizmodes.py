"""The ways to play a quiz in the tour: the start page with modes, sign-in, the daily gate, board, duel and draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App

QUIZ = "quizzes/hundred-fifty"
NUMBER = "041217"


def show_start(a: App, h: Hand) -> None:
    """The ways to play, the daily gate chosen."""
    a.shell.openItem(QUIZ)
    h.see("quiz.go")
    _touch(a, h, "quiz.mode.daily")


def sign_in(a: App, h: Hand) -> None:
    """A worker number on the pad."""
    _touch(a, h, "quiz.go")
    h.see("quiz.sign.go")
    _touch(a, h, "quiz.workshop.0")
    for digit in NUMBER:
        _touch(a, h, f"quiz.key.{digit}")


def begin_gate(a: App, h: Hand) -> None:
    """The first question of today."""
    _touch(a, h, "quiz.sign.go")
    h.see("quiz.question")


def end_gate(a: App, h: Hand) -> None:
    """All five answered, right or wrong, and the points recorded."""
    quiz: Any = _vm(a)
    while quiz.phase != "done":
        if quiz.phase == "asking":
            if quiz.question.type == "fill":
                quiz.question.write("8")
            elif quiz.question.type == "order":
                for place in range(len(quiz.question.options)):
                    quiz.question.tap(place)
            else:
                quiz.question.tap(0)
            quiz.question.confirm()
        else:
            _wait_out(a)
            quiz.next()
        h.settle()
    h.see("quiz.result")
    h.wait(lambda: quiz.desk.gained >= 0, "the points")


def show_board(a: App, h: Hand) -> None:
    """The board by workshop."""
    _touch(a, h, "quiz.board.open")
    h.see("quiz.board")
    _touch(a, h, "quiz.board.by.1")


def stand_ready(a: App, h: Hand) -> None:
    """Both sides of the duel."""
    _touch(a, h, "quiz.board.back")
    h.see("quiz.go")
    _touch(a, h, "quiz.mode.duel")
    _touch(a, h, "quiz.go")
    h.see("quiz.duel")


def cover(a: App, h: Hand) -> None:
    """The blue side has pressed."""
    duel: Any = _vm(a).duel
    _touch(a, h, "quiz.duel.ready.0")
    _touch(a, h, "quiz.duel.ready.1")
    h.wait(lambda: duel.phase == "asking", "the first question")
    h.touch("quiz.duel.0.0")


def reveal(a: App, h: Hand) -> None:
    """Both have pressed."""
    duel: Any = _vm(a).duel
    h.touch("quiz.duel.1.1")
    h.wait(lambda: duel.phase == "revealed", "the solution")


def show_draw(a: App, h: Hand) -> None:
    """Before the list is sealed."""
    h.touch("nav.back")
    h.see("quiz.go")
    _touch(a, h, "quiz.mode.daily")
    _touch(a, h, "quiz.draw.open")
    h.see("quiz.draw")


def two_people(a: App, h: Hand) -> None:
    """Operator and witness are asked before the list is sealed; here nobody has a ticket yet, so the page is called up."""
    draw: Any = _vm(a).draw
    draw.confirm.open("seal", None, None)
    h.see("quiz.confirm")
    for digit in "24":
        _touch(a, h, f"quiz.key.{digit}")


def ask_code(a: App, h: Hand) -> None:
    """The short code of a prize."""
    draw: Any = _vm(a).draw
    draw.confirm.open("claim", None, None)
    for character in "K7P":
        _touch(a, h, f"quiz.key.{character}")


def run_relay(a: App, h: Hand) -> None:
    """The first runner has answered a question."""
    relay: Any = _vm(a).relay
    h.touch("nav.back")
    h.see("quiz.draw")
    h.touch("nav.back")
    h.see("quiz.go")
    _touch(a, h, "quiz.mode.relay")
    _touch(a, h, "quiz.go")
    h.see("quiz.relay.go")
    _touch(a, h, "quiz.relay.go")
    h.wait(lambda: relay.phase == "running", "the runner")
    h.touch("quiz.relay.0")


def _vm(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm


def _wait_out(a: App) -> None:
    """Late enough not to be taken for the second tap of a double tap."""
    assert isinstance(a.clock, MovableClock)
    a.clock.jump(1)


def _touch(a: App, h: Hand, name: str) -> None:
    h.settle()
    _wait_out(a)
    h.touch(name)
