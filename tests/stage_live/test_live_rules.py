"""The audience's part of a lecture as rules: whatever comes in whatever order, the state stays sound and can be undone."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.lecture.model import Poll, Step
from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.riddle.model import Riddle, Riddles, RiddleSet
from kiosk.stage.live import caller, log, poll, prizes, result, riddles, room, teams, views, voices
from kiosk.stage.live.room import Guest, Room
from kiosk.stage.run import Card, Go, Hold, Live, Run, begin, happen, resumed

QUIZ = Quiz(
    draw=3, seconds=20, pass_mark=2,
    questions=(
        Question("a" * 12, "single", "几个锁孔？", ("两个", "三个", "四个"), (2,)),
        Question("b" * 12, "judge", "要快？", ("对", "错"), (1,)),
        Question("c" * 12, "multiple", "哪两句？", ("一", "二", "三"), (0, 2)),
        Question("d" * 12, "fill", "一钩____", accepted=("准",)),
        Question("e" * 12, "order", "先后？", ("起", "落", "锁"), (1, 2, 0)),
    ),
)  # fmt: skip
WALL = Riddles(
    3, (RiddleSet(),), tuple(Riddle(str(n) * 12, f"谜面{n}", "打一物", f"底{n}", hints=("一", "二")) for n in range(4))
)

_small = st.integers(-2, 8)
_word = st.sampled_from(
    ["begin", "arm", "buzz", "choose", "judge", "show", "hide", "next", "set", "hint", "solve", "in", "count", "call", "seal",
     "draw", "tell", "else"]
)  # fmt: skip
events = st.lists(
    st.tuples(_word, st.lists(_small | st.text(max_size=3), max_size=3)).map(lambda e: (e[0], *e[1])), max_size=40
)


@given(events)
def test_any_events_leave_every_state_sound(given: list[Any]) -> None:
    kept = log.read(json.loads(json.dumps(log.write(tuple(given)))))
    hands = poll.fold(kept, 3)
    assert len(hands.counts) == 3
    assert all(0 <= c <= poll.MOST_HANDS for c in hands.counts)
    match = teams.fold(kept, QUIZ, 2)
    assert sum(match.scores) == teams.POINTS * sum(match.solved)
    assert sum(match.solved) <= 2
    guess = riddles.fold(kept, WALL, 2)
    assert 0 <= guess.solved <= 2
    assert voices.fold(kept) >= 0
    here = room.fold(kept)
    assert len({g.person for g in here.guests}) == len(here.guests) <= here.attendance
    assert prizes.fold(kept).slip is None  # a seal is more than these
    for kind, content in (("quiz", QUIZ), ("riddle", WALL), ("suggestion", None)):
        step = Step("x", kind, "t", item="i", count=2)  # type: ignore[arg-type]
        json.dumps(views.step_view(step, content, kept))


@given(events)
def test_undo_is_the_state_before(given: list[Any]) -> None:
    kept: log.Log = ()
    for event in given:
        assert log.undo(log.add(kept, *event), prizes.FIXED) in (kept, log.add(kept, *event))
        kept = log.add(kept, *event)


@pytest.mark.parametrize("damaged", [None, {}, {"log": 3}, {"log": [[], "x", 7]}, {"log": [["set", "a", "b"]]}])
def test_damaged_state_is_none(damaged: Any) -> None:
    assert poll.fold(log.read(damaged), 2).total == 0


def _play(*happened: tuple[Any, ...], count: int = 2) -> teams.Match:
    return teams.fold(tuple(happened), QUIZ, count)


def test_a_wrong_team_leaves_the_question_to_the_others() -> None:
    seed = next(s for s in range(99) if _play(("begin", s, 3)).round.current.question.type == "single")  # type: ignore[union-attr]
    asked = _play(("begin", seed, 3)).round.current  # type: ignore[union-attr]
    right = asked.shown.index(2)
    wrong = (right + 1) % 3
    base = (("begin", seed, 3), ("arm",), ("buzz", 1), ("choose", wrong))
    after = _play(*base)
    assert (after.phase, after.out, after.wrong) == ("armed", (1,), (wrong,))
    assert _play(*base, ("buzz", 1)) == after  # it has had its turn
    won = _play(*base, ("buzz", 2), ("choose", right))
    assert (won.phase, won.scores, won.leaders) == ("solved", (0, 0, 10), (2,))
    assert won.round is not None
    assert won.round.replies[-1].right
    over = _play(*base, ("buzz", 2), ("choose", right), ("next",), ("show",), ("next",))
    assert over.phase == "done"
    assert teams.record(over) == {"teams": 3, "scores": [0, 0, 10], "solved": [0, 0, 1], "questions": 2}


def test_when_nobody_knows_the_answer_is_shown() -> None:
    seed = next(s for s in range(99) if _play(("begin", s, 2)).round.current.question.type == "fill")  # type: ignore[union-attr]
    now = _play(("begin", seed, 2), ("arm",), ("buzz", 0), ("judge", 0), ("buzz", 1), ("judge", 0))
    assert (now.phase, now.scores) == ("solved", (0, 0))
    assert views.quiz_view(now)["answer"] == "准"


@given(st.integers(1, 30), st.integers(0, 1000), st.integers(1, 70))
def test_nobody_is_called_twice_before_everybody_was(people: int, seed: int, calls: int) -> None:
    guests = tuple(Guest(f"p{n}", f"人{n}") for n in range(people))
    kept: log.Log = ()
    for _ in range(calls):
        found = caller.pick(seed, guests, caller.fold(kept))
        assert found is not None
        kept = log.add(kept, "call", found.person, found.shown)
    called = [g.person for g in caller.fold(kept).called]
    for start in range(0, calls, people):
        one_round = called[start : start + people]
        assert len(set(one_round)) == len(one_round)
    again: log.Log = ()
    for person in called:
        found = caller.pick(seed, guests, caller.fold(again))
        assert found is not None
        assert found.person == person  # the same seed and list call the same people
        again = log.add(again, "call", found.person, found.shown)


def test_nobody_here_is_nobody_called() -> None:
    assert caller.pick(1, (), caller.Calls()) is None
    assert [g.shown for g in caller.candidates(Room(counted=3))] == ["1", "2", "3"]


@given(st.integers(1, 40), st.integers(1, 9), st.integers(0, 10**9))
def test_a_draw_can_be_done_over_by_anybody(people: int, count: int, number: int) -> None:
    seed = hashlib.sha256(str(number).encode()).hexdigest()
    guests = tuple(Guest(f"{n:032x}"[::-1], f"人{n}") for n in range(people))
    kept = log.add((), *prizes.sealing("一讲", "幸运奖", guests, count, seed))
    sealed = prizes.fold(kept)
    assert sealed.slip is not None
    assert sealed.slip.seed == ""  # the mark is shown, the seed is not
    assert views.draw_view(sealed, 0)["mark"].replace(" ", "").lower() == sealed.slip.commitment
    while prizes.fold(kept).phase == "sealed":
        kept = log.add(kept, "draw")
    kept = log.read(json.loads(json.dumps(log.write(log.add(kept, "tell")))))
    told = prizes.fold(kept)
    assert told.phase == "told"
    assert told.slip is not None
    assert told.slip.numbers == lottery.drawn(told.slip.seed, told.slip)
    assert lottery.commitment(told.slip.seed, told.slip) == told.slip.commitment
    assert len(told.winners) == len(set(told.winners)) == min(people, count)
    assert log.undo(kept, prizes.FIXED) == kept  # nothing of it is taken back


def test_a_draw_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="people"):
        prizes.sealing("t", "p", (), 1, "00")


def test_what_belongs_to_the_lecture_outlives_its_steps() -> None:
    run: Run = begin("a/b", ("one", "two"))
    run = happen(run, Live("@sign", {"log": [["count", 46]]}))
    run = happen(run, Live("one", {"log": [["set", 0, 3]]}))
    assert happen(run, Live("nowhere", {})) is run
    newer = resumed(run, ("two",), 0)
    assert set(newer.live) == {"@sign"}
    shown = happen(run, Card("caller"))
    assert shown.card == "caller"
    assert happen(shown, Card("caller")).card == ""
    assert happen(shown, Go(1)).card == ""
    assert happen(happen(shown, Hold()), Card("draw")).card == "draw"


def test_the_record_names_nobody() -> None:
    steps = (Step("p", "poll", "举手", poll=Poll("?", ("是", "否"))), Step("q", "quiz", "题", item="i"))
    kept = {
        "@sign": {"log": [["in", "f" * 32, "张*明", "一车间"], ["in", "e" * 32, "李*", "一车间"], ["count", 46]]},
        "@end": {"log": [["photos", 4]]},
        "@caller": {"log": [["seed", 3], ["call", "f" * 32, "张*明"]]},
        "p": {"log": [["set", 0, 30], ["set", 1, 16]]},
    }
    made = result.record(steps, {"q": QUIZ}, kept)
    assert made == {
        "attendance": 46, "signin": {"signed": 2, "counted": 46, "units": {"一车间": 2}}, "photos": 4, "called": 1,
        "results": [{"step": "p", "kind": "poll", "options": ["是", "否"], "hands": [30, 16]}],
    }  # fmt: skip
    assert "张" not in json.dumps(made, ensure_ascii=False)
