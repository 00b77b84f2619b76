"""When a visit ends: times in, moment out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.shell.idle import Active, Asking, Gone, Idle, Moment

IDLE = Idle(idle=60, countdown=10)


@pytest.mark.parametrize(
    ("now", "at_start", "awake", "moment"),
    [
        pytest.param(0, False, False, Active(), id="just touched"),
        pytest.param(59.9, False, False, Active(), id="almost idle"),
        pytest.param(60, False, False, Asking(10), id="the question"),
        pytest.param(60.1, False, False, Asking(10), id="a moment later"),
        pytest.param(65.5, False, False, Asking(5), id="half way"),
        pytest.param(69.9, False, False, Asking(1), id="the last second"),
        pytest.param(70, False, False, Gone(), id="nobody answered"),
        pytest.param(9999, False, False, Gone(), id="long after"),
        pytest.param(59.9, True, False, Active(), id="at the start, almost idle"),
        pytest.param(60, True, False, Gone(), id="at the start nothing is asked"),
        pytest.param(9999, False, True, Active(), id="a film is playing"),
        pytest.param(9999, True, True, Active(), id="a narration is heard at home"),
        pytest.param(-5, False, False, Active(), id="a clock that went back"),
    ],
)
def test_the_moment(now: float, at_start: bool, awake: bool, moment: Moment) -> None:
    assert IDLE.look(now, at_start=at_start, awake=awake)[1] == moment


def test_the_end_of_a_film_starts_the_wait_anew() -> None:
    idle, _ = IDLE.look(500, at_start=False, awake=True)
    assert idle.look(559, at_start=False, awake=False)[1] == Active()
    assert idle.look(560, at_start=False, awake=False)[1] == Asking(10)


def test_a_touch_answers_the_question() -> None:
    idle, moment = IDLE.look(65, at_start=False, awake=False)
    assert moment == Asking(5)
    assert idle.touch(65).look(124, at_start=False, awake=False)[1] == Active()


def test_gone_is_gone_until_somebody_comes() -> None:
    for gone in (IDLE.look(70, at_start=False, awake=False)[0], IDLE.leave()):
        assert gone.look(71, at_start=False, awake=True)[1] == Gone()
        assert gone.touch(72).look(73, at_start=False, awake=False)[1] == Active()


steps = st.lists(st.tuples(st.floats(0, 30), st.sampled_from(["look", "touch", "awake", "start"])), max_size=40)


@given(steps, st.floats(1, 600), st.floats(1, 60))
def test_nobody_is_sent_away_early_and_nobody_stays_for_ever(
    story: list[tuple[float, str]], idle: float, countdown: float
) -> None:
    state, now, alive, gone = Idle(idle, countdown), 0.0, 0.0, False
    for wait, what in story:
        now += wait
        if what == "touch":
            state, alive, gone = state.touch(now), now, False
            continue
        state, moment = state.look(now, at_start=what == "start", awake=what == "awake")
        if what == "awake" and not gone:
            alive = now
        quiet = now - alive
        if isinstance(moment, Asking):
            assert 1 <= moment.left <= math.ceil(countdown)
            assert quiet >= idle and what == "look"
        elif isinstance(moment, Gone):
            assert gone or quiet >= (idle if what == "start" else idle + countdown)
            gone = True
        else:
            assert not gone and quiet < idle
