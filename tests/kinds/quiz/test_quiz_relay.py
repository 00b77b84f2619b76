"""The relay: fair turns for any presses, and a whole race on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.kinds.quiz import relay
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.rules import Rules, Workshop

from .stage import SIZES, Stage

BANK = tuple(Question(f"{n:02}", "single", f"第{n}题？", ("好", "坏", "差", "次"), (0,)) for n in range(70))
TEAMS = tuple(Workshop(name, 9) for name in ("总装", "机修", "后勤", "缝制"))
QUIZ = Quiz(3, 45, 2, BANK, rules=Rules(("practice", "relay"), workshops=TEAMS))
moves = st.lists(
    st.tuples(st.sampled_from(["go", "press", "late"]), st.integers(-1, 5), st.floats(0, 40)), max_size=150
)


@given(moves, st.integers(0, 99), st.integers(2, 4))
def test_every_team_gets_the_same_turns_and_scores_only_in_its_own(
    does: list[tuple[str, int, float]], seed: int, teams: int
) -> None:
    quiz = Quiz(3, 45, 2, BANK, rules=Rules(("relay",), workshops=TEAMS[:teams]))
    state = relay.start(quiz, seed)
    assert state is not None
    now = 0.0
    for what, place, wait in does:
        now += wait
        before = state
        if what == "go":
            state = relay.go(state, now)
        elif what == "press":
            state = relay.press(state, place, now)
        else:
            state = relay.time_out(state, now)
        gained = [after - was for after, was in zip(state.score, before.score, strict=True)]
        assert sum(gained) in (0, 1)
        if sum(gained):
            assert gained[before.team] == 1
            assert before.phase == "running"
        assert state.turn - before.turn in (0, 1)
        assert max(state.score) <= relay.LEGS * relay.PER_LEG
        assert all(spent <= relay.LEGS * state.seconds for spent in state.spent)
    assert sorted(state.ranks()) == list(range(teams))


def test_ties_go_to_the_faster_team() -> None:
    state = relay.start(QUIZ, 1)
    assert state is not None
    now = 0.0
    for pause in (3.0, 2.0, 5.0, 4.0):
        state = relay.go(state, now)
        for _ in range(relay.PER_LEG):
            now += pause / relay.PER_LEG
            state = relay.press(state, state.current.shown.index(0), now)
    assert state.score == (15, 15, 15, 15)
    assert state.ranks() == (1, 0, 3, 2)


@pytest.fixture(params=sorted(SIZES))
def stage(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Stage]:
    shown = Stage(SIZES[request.param], QUIZ)
    shown.touch("quiz.mode.relay")
    shown.touch("quiz.go")
    yield shown
    shown.close()
    assert shown.warnings == []


def test_a_race_on_the_screen(stage: Stage) -> None:
    assert stage.text("quiz.relay.prompt") == "下一个：总装，第 1 棒。"
    for turn in range(16):
        stage.touch("quiz.relay.go")
        assert stage.vm.relay.phase == "running"
        for _ in range(2 if turn % 4 == 1 else 1):
            stage.touch(f"quiz.relay.{stage.vm.relay.options.index('好')}")
        stage.touch(f"quiz.relay.{stage.vm.relay.options.index('坏')}")
        stage.clock.seconds += 61
        stage.vm.relay._tick()
        stage.settle()
    assert stage.vm.relay.score == [4, 8, 4, 4]
    assert stage.text("quiz.relay.title") == "机修赢了"
    assert stage.house.records[-1][2]["relay"] is True
    stage.touch("quiz.relay.go")
    assert (stage.vm.relay.phase, stage.vm.relay.score) == ("ready", [0, 0, 0, 0])
    stage.touch("quiz.relay.list")
    assert (stage.vm.phase, stage.house.stakes) == ("start", [True, False])
