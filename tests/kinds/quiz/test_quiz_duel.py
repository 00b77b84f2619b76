"""The duel: rules for any presses, and two real fingers at once on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.kinds.quiz import duel
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.replay import duelled
from kiosk.kinds.quiz.rules import Rules

from .stage import SIZES, TOUCH, Stage

BANK = tuple(
    Question(f"{n:02}", "single", f"五一国际劳动节起于哪座城市的罢工？{n}", ("芝加哥", "伦敦", "巴黎", "纽约"), (0,), explain="1886 年。")
    for n in range(14)
)  # fmt: skip
QUIZ = Quiz(3, 45, 2, BANK, rules=Rules(("practice", "duel")))
moves = st.lists(
    st.tuples(st.sampled_from(["ready", "press", "late", "next"]), st.integers(0, 1), st.integers(-1, 5),
              st.floats(0, 3)),
    max_size=80,
)  # fmt: skip


@given(moves, st.integers(0, 99))
def test_any_presses_keep_the_score_fair(does: list[tuple[str, int, int, float]], seed: int) -> None:
    state = duel.start(QUIZ, seed)
    assert state is not None
    now = 0.0
    for what, side, place, wait in does:
        now += wait
        before = state
        if what == "ready":
            state = duel.ready(state, side, now)
        elif what == "press":
            state = duel.press(state, side, place, now)
        elif what == "late":
            state = duel.time_out(state, now)
        else:
            state = duel.next(state, now)
        gained = state.score[0] - before.score[0], state.score[1] - before.score[1]
        assert all(0 <= g <= 1 for g in gained)
        if sum(gained):
            assert (before.phase, state.phase) == ("asking", "revealed")
        assert abs(state.lead) <= duel.KNOTS
    if state.phase == "over":
        assert abs(state.lead) >= duel.KNOTS or state.at + 1 == len(state.asked)


@given(st.floats(0, 9.9), st.floats(0, 9.9), st.booleans(), st.booleans(), st.integers(0, 99))
def test_the_sides_are_treated_alike(blue: float, red: float, good: bool, fine: bool, seed: int) -> None:
    def played(first: tuple[int, float, bool], second: tuple[int, float, bool]) -> tuple[int, int]:
        state = duel.start(QUIZ, seed)
        assert state is not None
        state = duel.ready(duel.ready(state, 1, 0), 0, 0)
        for side, at, right in sorted([first, second], key=lambda press: press[1]):
            state = duel.press(state, side, state.current.shown.index(0 if right else 1), at)
        return state.score

    one = played((0, blue, good), (1, red, fine))
    other = played((1, blue, good), (0, red, fine))
    assert one == tuple(reversed(other))
    if good and fine:
        assert (one == (1, 1)) == (abs(blue - red) < duel.TIE)


@pytest.fixture(params=sorted(SIZES))
def stage(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Stage]:
    shown = Stage(SIZES[request.param], QUIZ)
    shown.touch("quiz.mode.duel")
    shown.touch("quiz.go")
    yield shown
    shown.close()
    assert shown.warnings == []


def middle(stage: Stage, name: str) -> QPoint:
    left, top, right, bottom = stage.box(stage.item(name))
    return QPoint(round((left + right) / 2), round((top + bottom) / 2))


def both(stage: Stage, first: str, second: str) -> None:
    """Two fingers in one touch event, and up again in another."""
    one, two = middle(stage, first), middle(stage, second)
    QTest.touchEvent(stage.view, TOUCH).press(0, one, stage.view).press(1, two, stage.view).commit()
    QTest.touchEvent(stage.view, TOUCH).release(0, one, stage.view).release(1, two, stage.view).commit()
    stage.settle()


def begun(stage: Stage) -> str:
    both(stage, "quiz.duel.ready.0", "quiz.duel.ready.1")
    assert stage.vm.duel.phase == "asking"
    return str(stage.vm.duel.options.index("芝加哥"))


def test_two_fingers_at_once_are_a_tie(stage: Stage) -> None:
    right = begun(stage)
    both(stage, f"quiz.duel.0.{right}", f"quiz.duel.1.{right}")
    assert (stage.vm.duel.phase, stage.vm.duel.score, stage.vm.duel.lead) == ("revealed", [1, 1], 0)
    assert stage.text("quiz.duel.call.0") == stage.text("quiz.duel.call.1") == "同时按下，各得一分"


def test_the_first_press_is_covered_until_the_other(stage: Stage) -> None:
    right = begun(stage)
    wrong = str(stage.vm.duel.options.index("伦敦"))
    stage.touch(f"quiz.duel.0.{right}")
    assert "定" in stage.texts()
    assert stage.find("quiz.duel.0.0") is None
    stage.touch(f"quiz.duel.1.{wrong}")
    assert stage.vm.duel.score == [1, 0]
    assert stage.text("quiz.duel.call.1") == "没答对"


def test_five_knots_win_and_back_leaves(stage: Stage) -> None:
    right = begun(stage)
    for _ in range(5):
        right = str(stage.vm.duel.options.index("芝加哥"))
        stage.touch(f"quiz.duel.1.{right}")
        stage.clock.seconds += 20
        stage.vm.duel._tick()
        stage.clock.seconds += 5
        stage.vm.duel._tick()
        stage.settle()
    assert stage.text("quiz.duel.prompt") == "红方赢了。"
    record = stage.house.records[-1][2]
    assert (record["duel"], record["mode"], record["blue"], record["red"], record["questions"]) == (
        True,
        "duel",
        0,
        5,
        5,
    )
    assert duelled(record) == (0, 5)
    stage.touch("quiz.duel.again")
    assert stage.vm.duel.phase == "ready"
    assert stage.vm.step_back()
    assert (stage.vm.phase, stage.house.stakes) == ("start", [True, False])
