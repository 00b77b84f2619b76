"""The judgement whether the screen lives, and what becomes of a kiosk that ended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.watch.codes import BAD_SETTING, CLOSED, POWER_OFF, REBOOT, RESTART
from kiosk.watch.notify import BEAT, Notifier
from kiosk.watch.pulse import ASK_AFTER, FRAME_LIMIT, Pulse
from kiosk.watch.restarts import LONGEST, LOOP, LOOP_SECONDS, Machine, Restarts, Start, Stop


def test_a_still_page_is_asked_for_one_frame_and_may_then_rest() -> None:
    pulse, ask = Pulse(0.0).look(ASK_AFTER - 0.1)
    assert not ask
    pulse, ask = pulse.look(ASK_AFTER)
    assert ask
    pulse, again = pulse.look(ASK_AFTER + 1)
    assert not again, "asked once, not every second"
    assert pulse.frame(ASK_AFTER + 1).look(ASK_AFTER + 2) == (Pulse(ASK_AFTER + 1), False)


def test_a_frame_that_does_not_come_is_a_fault() -> None:
    pulse, _ = Pulse(0.0).look(ASK_AFTER)
    assert pulse.fresh(ASK_AFTER + FRAME_LIMIT)
    assert not pulse.fresh(ASK_AFTER + FRAME_LIMIT + 0.1)
    assert pulse.frame(99.0).fresh(99.0)


def test_without_a_screen_no_frame_is_owed() -> None:
    pulse, _ = Pulse(0.0).look(ASK_AFTER)
    assert pulse.dark(100.0).fresh(100.0)


@given(st.lists(st.tuples(st.sampled_from(["beat", "frame"]), st.floats(0.1, 4.0)), max_size=60))
def test_a_screen_that_answers_is_never_called_dead(steps: list[tuple[str, float]]) -> None:
    pulse, now = Pulse(0.0), 0.0
    for what, passed in steps:
        now += passed
        if what == "frame":
            pulse = pulse.frame(now)
        else:
            pulse, ask = pulse.look(now)
            if ask:
                now += 0.3
                pulse = pulse.frame(now)
        assert pulse.fresh(now)


@pytest.mark.parametrize(
    ("limit", "beat"), [("", BEAT), ("60000000", BEAT), ("1200000", 0.4), ("1", 0.05), ("0", BEAT), ("soon", BEAT)]
)
def test_whoever_listens_says_how_often(limit: str, beat: float) -> None:
    notifier = Notifier({"WATCHDOG_USEC": limit})
    assert notifier.beat == pytest.approx(beat)
    assert not notifier.heard


def test_the_first_fault_is_back_at_once() -> None:
    assert Restarts().ended(-9, 10.0)[1] == Start(0.0, safe=False)


def test_five_faults_in_five_minutes_lead_to_safe_mode() -> None:
    state, decisions = Restarts(), []
    for n in range(LOOP):
        state, decision = state.ended(-11, n * 10.0)
        decisions.append(decision)
    assert [d.safe for d in decisions if isinstance(d, Start)] == [False] * (LOOP - 1) + [True]


def test_faults_that_lie_far_apart_are_no_loop() -> None:
    state = Restarts()
    for n in range(50):
        state, decision = state.ended(-11, n * LOOP_SECONDS / (LOOP - 1))
        assert isinstance(decision, Start) and not decision.safe


def test_orders() -> None:
    looping = Restarts((1.0, 2.0), safe=True)
    assert looping.ended(RESTART, 3.0) == (Restarts(), Start(0.0, safe=False)), "a wish ends safe mode"
    assert looping.ended(REBOOT, 3.0)[1] == Machine("reboot", REBOOT)
    assert looping.ended(POWER_OFF, 3.0)[1] == Machine("power off", POWER_OFF)
    assert looping.ended(BAD_SETTING, 3.0)[1] == Stop(BAD_SETTING)
    assert looping.ended(CLOSED, 3.0)[1] == Stop(CLOSED)


@given(st.lists(st.tuples(st.sampled_from([-9, 1, 70, 134, RESTART]), st.floats(0, 400)), max_size=80))
def test_it_is_always_started_again_within_a_minute(ends: list[tuple[int, float]]) -> None:
    state, now = Restarts(), 0.0
    for code, passed in ends:
        now += passed
        state, decision = state.ended(code, now)
        assert isinstance(decision, Start) and 0 <= decision.after <= LONGEST
        assert not (code == RESTART and decision.safe)
