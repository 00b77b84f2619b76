"""The rules of a round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.codec import encode
from kiosk.kinds.quiz import play as rules
from kiosk.kinds.quiz.model import Question, Quiz

from .sources import ALL, FILL, JUDGE, MULTIPLE, ORDER, SINGLE, one, question

JUDGED = [
    ("single right", SINGLE, (1,), "", True),
    ("single wrong", SINGLE, (0,), "", False),
    ("single none", SINGLE, (), "", False),
    ("judge right", JUDGE, (1,), "", True),
    ("judge wrong", JUDGE, (0,), "", False),
    ("multiple exact", MULTIPLE, (0, 2), "", True),
    ("multiple too few", MULTIPLE, (0,), "", False),
    ("multiple too many", MULTIPLE, (0, 1, 2), "", False),
    ("order exact", ORDER, (0, 1, 2, 3), "", True),
    ("order same set, other sequence", ORDER, (1, 0, 2, 3), "", False),
    ("fill plain", FILL, (), "8", True),
    ("fill full width, spaces", FILL, (), " ８ ", True),
    ("fill other spelling listed", FILL, (), "八", True),
    ("fill unit not listed", FILL, (), "8小时", False),
    ("fill unit listed", replace(FILL, accepted=("8 小时",)), (), "8小时", True),
    ("fill letter case", replace(FILL, accepted=("RFID",)), (), "rfid", True),
    ("fill other number", FILL, (), "88", False),
    ("fill nothing", FILL, (), "", False),
]


@pytest.mark.parametrize(("asked", "choice", "typed", "verdict"), [c[1:] for c in JUDGED], ids=[c[0] for c in JUDGED])
def test_judging(asked: Question, choice: tuple[int, ...], typed: str, verdict: bool) -> None:
    assert rules.right(asked, choice, typed) is verdict


def place_of(play: rules.Play, index: int) -> int:
    return play.current.shown.index(index)


def test_a_tap_replaces_the_answer_of_a_single_question() -> None:
    play = rules.start(one(SINGLE), seed=1, now=0.0)
    play = rules.choose(rules.choose(play, place_of(play, 3)), place_of(play, 1))
    assert play.choice == (1,)
    assert rules.submit(play, 2.5).replies[0] == rules.Reply((1,), "", right=True, ms=2500, timed_out=False)


def test_a_tap_switches_an_option_of_a_multiple_question() -> None:
    play = rules.start(one(MULTIPLE), seed=1, now=0.0)
    for index in (2, 1, 0, 1):
        play = rules.choose(play, place_of(play, index))
    assert play.choice == (0, 2)
    assert rules.submit(play, 1.0).score == 1


def test_moving_an_option_keeps_the_sequence_of_the_others() -> None:
    play = replace(rules.start(one(ORDER), seed=1, now=0.0), choice=(3, 0, 1, 2))
    assert rules.move(play, 0, 3).choice == (0, 1, 2, 3)
    assert rules.move(play, 3, 0).choice == (2, 3, 0, 1)
    assert rules.move(play, 0, 4) is play


def test_nothing_is_sent_without_an_answer() -> None:
    play = rules.start(one(FILL), seed=1, now=0.0)
    assert rules.submit(rules.type(play, "  "), 1.0).phase == "asking"


def test_time_out_judges_the_answer_as_it_stands() -> None:
    play = rules.start(one(SINGLE), seed=1, now=0.0)
    none = rules.time_out(play, 45.0)
    chosen = rules.time_out(rules.choose(play, place_of(play, 1)), 45.0)
    assert [(p.score, p.replies[0].timed_out, p.phase) for p in (none, chosen)] == [
        (0, True, "explained"),
        (1, True, "explained"),
    ]


def test_time_never_runs_out_without_a_clock() -> None:
    play = rules.start(one(SINGLE, seconds=0), seed=1, now=0.0)
    assert rules.time_out(play, 1e6) is play
    assert play.left(1e6) is None


def test_time_left_counts_down_from_each_question() -> None:
    play = rules.start(Quiz(2, 45, 1, (SINGLE, JUDGE)), seed=1, now=100.0)
    assert play.left(110.0) == 35.0
    play = rules.next(rules.time_out(play, 145.0), 160.0)
    assert play.left(161.0) == 44.0
    assert play.left(900.0) == 0.0


def test_streak_counts_from_the_last_wrong_answer() -> None:
    quiz = Quiz(4, 45, 3, tuple(question(id=str(n)) for n in range(4)))
    play = rules.start(quiz, seed=1, now=0.0)
    streaks = []
    for index in (1, 0, 1, 1):
        play = rules.submit(rules.choose(play, place_of(play, index)), 1.0)
        streaks.append(play.streak)
        play = rules.next(play, 2.0)
    assert streaks == [1, 0, 1, 2]
    result = rules.result(play)
    assert (result.score, result.total, result.passed) == (3, 4, True)
    assert [miss.reply.choice for miss in result.wrong] == [(0,)]


def test_record_of_an_answer_names_options_as_the_author_wrote_them() -> None:
    play = rules.start(one(SINGLE), seed=7, now=0.0)
    play = rules.submit(rules.choose(play, place_of(play, 3)), 1.2346)
    assert rules.answer_record(play) == {
        "question": "single",
        "type": "single",
        "prompt": "题 single ____",
        "choice": [3],
        "typed": "",
        "right": False,
        "ms": 1235,
        "timed_out": False,
        "seed": 7,
    }
    assert rules.answer_record(rules.next(play, 3.0)) == rules.answer_record(play)


@given(st.integers(), st.integers(1, 5))
def test_the_same_seed_draws_the_same_round(seed: int, draw: int) -> None:
    quiz = Quiz(draw, 45, 1, ALL)
    first = rules.start(quiz, seed, 0.0)
    assert first == rules.start(quiz, seed, 0.0)
    assert len({a.question.id for a in first.asked}) == draw


def test_another_seed_draws_another_round() -> None:
    quiz = Quiz(5, 45, 1, ALL)
    assert len({rules.start(quiz, seed, 0.0).asked for seed in range(20)}) > 10


@given(st.integers(), st.integers(2, 8))
def test_an_order_question_never_opens_solved(seed: int, count: int) -> None:
    options = tuple(map(str, range(count)))
    play = rules.start(one(question("order", options, tuple(range(count)))), seed, 0.0)
    assert play.choice != tuple(range(count))
    assert not rules.right(play.current.question, play.choice, "")


@given(st.integers())
def test_a_judge_question_keeps_right_before_wrong(seed: int) -> None:
    assert rules.start(one(JUDGE), seed, 0.0).current.shown == (0, 1)


EVENTS = st.one_of(
    st.tuples(st.just("choose"), st.integers(-1, 8)),
    st.tuples(st.just("move"), st.integers(-1, 8), st.integers(-1, 8)),
    st.tuples(st.just("type"), st.one_of(st.just("8"), st.text(max_size=50))),
    st.tuples(st.sampled_from(["submit", "time_out", "next"])),
)


@given(st.integers(), st.integers(1, 5), st.sampled_from([0, 45]), st.lists(EVENTS, max_size=60))
def test_any_sequence_of_events_keeps_the_round_sound(
    seed: int, draw: int, seconds: int, events: list[tuple[object, ...]]
) -> None:
    play = rules.start(Quiz(draw, seconds, 3, ALL), seed, 0.0)
    for now, (name, *rest) in enumerate(events):
        before = play
        arguments = rest if name in ("choose", "move", "type") else [float(now)]
        play = getattr(rules, str(name))(play, *arguments)
        assert_sound(before, play)
    result = rules.result(play)
    assert result.total == draw
    assert result.score + len(result.wrong) == len(play.replies)
    assert result.passed is (play.score >= 3)


def assert_sound(before: rules.Play, after: rules.Play) -> None:
    assert after.asked == before.asked
    assert after.replies[: len(before.replies)] == before.replies
    assert len(after.replies) - len(before.replies) in (0, 1)
    assert before.at <= after.at < len(after.asked)
    assert len(after.replies) == after.at + (after.phase != "asking")
    assert (after.phase == "done") <= (len(after.replies) == len(after.asked))
    assert after.score == sum(
        rules.right(a.question, r.choice, r.typed) for a, r in zip(after.asked, after.replies, strict=False)
    )
    assert all(r.ms >= 0 for r in after.replies)
    for asked, reply in zip(after.asked, after.replies, strict=False):
        assert set(reply.choice) <= set(range(len(asked.question.options)))
    if after.phase == "asking" and after.current.question.type == "order":
        assert sorted(after.choice) == sorted(after.current.shown)
    assert encode(rules.answer_record(after)) if after.replies else True
