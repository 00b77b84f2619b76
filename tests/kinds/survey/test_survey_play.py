"""A sitting: conditions, limits, going back, and what leaves it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from survey_sources import Act, acts, answered, options, surveys, walked

from kiosk.kinds.survey import answering, handed, play, when
from kiosk.kinds.survey.model import Question, Quota, Rule, Survey, Test
from kiosk.kinds.survey.sitting import Sitting, start


def survey(*questions: Question, **more: object) -> Survey:
    return Survey("e" * 12, questions, **more)  # type: ignore[arg-type]


CANTEEN = Question("canteen", "single", "去食堂吗？", options=options(3))
WHY = Question(
    "why",
    "multiple",
    "为什么不去？",
    options=options(4),
    least=1,
    most=2,
    alone=("D",),
    when=(Rule((Test("canteen", "is", ("C",)),)),),
)
HOW = Question("how", "scale", "怎么样？", options=options(5, True), when=(Rule((Test("canteen", "not", ("C",)),)),))
MORE = Question(
    "more", "text", "还有吗？", most=5, when=(Rule((Test("how", "most", ("2",)),)), Rule((Test("why", "answered"),)))
)
TIED = survey(CANTEEN, WHY, HOW, MORE)


def ids(sitting: Sitting) -> list[str]:
    return [sitting.survey.questions[i].id for i in sitting.path]


def test_questions_come_and_go_with_the_answers_before_them() -> None:
    s = play.begin(start(TIED, 1))
    assert ids(s) == ["canteen"]
    assert ids(answering.tap(s, 2)) == ["canteen", "why"]
    assert ids(answering.tap(s, 0)) == ["canteen", "how"]
    s = answering.tap(play.forward(answering.tap(s, 0)), 1)
    assert ids(s) == ["canteen", "how", "more"]
    assert ids(answering.tap(s, 4)) == ["canteen", "how"]


def test_going_back_keeps_answers_and_hidden_ones_are_dropped() -> None:
    s = play.begin(start(TIED, 1))
    s = play.forward(answering.tap(s, 2))
    s = play.forward(answering.tap(answering.tap(s, 0), 1))
    s = answering.write(s, "谢谢")
    while s.phase != "start":
        s = play.back(s)
    s = play.begin(s)
    assert s.answer == ("C",)
    s = play.forward(answering.tap(s, 0))
    assert s.question.id == "how"
    s = play.forward(answering.tap(s, 4))
    assert s.phase == "review" and ids(s) == ["canteen", "how"]
    told = handed.record(s, "zh", 1)
    assert told["answers"] == {"canteen": "A", "how": "5"}, "what is not asked any more never leaves the sitting"
    s = play.forward(answering.tap(play.edit(s, 0), 2))
    assert s.phase == "review" and ids(s) == ["canteen", "why", "more"], "kept aside in case it is asked again"
    assert handed.record(s, "zh", 1)["answers"] == {"canteen": "C", "why": ["A", "B"], "more": "谢谢"}
    s = play.forward(answering.tap(answering.tap(answering.tap(play.edit(s, 1), 0), 1), 3))
    assert s.phase == "review" and s.answers[1] == ("D",), "one answer was changed, then the review comes again"


def test_several_may_be_chosen_up_to_the_limit_and_one_alone() -> None:
    s = play.forward(answering.tap(play.begin(start(TIED, 1)), 2))
    assert not s.ready
    s = answering.tap(answering.tap(s, 1), 0)
    assert s.answer == ("A", "B") and s.ready
    assert answering.tap(s, 2) is s, "no more than two"
    alone = answering.tap(s, 3)
    assert alone.answer == ("D",)
    assert answering.tap(alone, 2).answer == ("C",)
    assert answering.tap(s, 0).answer == ("B",)


def test_a_ranking_is_tapped_in_order_and_taken_back() -> None:
    rank = survey(Question("r", "ranking", "先后？", options=options(4), least=2, most=3, shuffle=True))
    s = play.begin(start(rank, 5))
    shown = s.shown[0]
    s = answering.tap(answering.tap(s, 2), 0)
    assert s.answer == (shown[2], shown[0]) and s.ready
    full = answering.tap(s, 3)
    assert answering.tap(full, 1) is full
    assert answering.tap(full, 2).answer == (shown[0], shown[3]), "the others move up"
    assert answering.undo(full).answer == s.answer
    assert answering.undo(answering.undo(answering.undo(answering.undo(full)))).answer == ()


@pytest.mark.parametrize(
    ("keys", "shown", "ready"),
    [
        ("45", "45", True),
        ("007", "7", True),
        ("2400", "240", True),
        ("999", "999", False),
        ("1.5", "15", True),
        ("-3", "3", True),
        ("4<", "", False),
    ],
)
def test_figures_become_a_number_within_limits(keys: str, shown: str, ready: bool) -> None:
    s = play.begin(start(survey(Question("n", "number", "多少？", least=0, most=240)), 1))
    for key in keys:
        s = answering.press(s, "back" if key == "<" else key)
    assert ("".join(s.answer), s.ready) == (shown, ready)


def test_a_number_with_a_point_and_below_zero() -> None:
    s = play.begin(start(survey(Question("n", "number", "几度？", least=-40, most=40, decimals=1)), 1))
    for key in "-12.55":
        s = answering.press(s, key)
    assert s.answer == ("-12.5",) and s.ready
    assert answering.press(s, "-").answer == ("12.5",)
    assert handed.record(play.forward(s), "zh", 0)["answers"] == {"n": -12.5}


def test_skipping_drops_the_answer_and_is_remembered() -> None:
    s = play.skip(answering.tap(play.begin(start(TIED, 1)), 2))
    assert s.phase == "review" and ids(s) == ["canteen"], "what depends on a skipped question is not asked"
    assert handed.record(s, "zh", 0)["skipped"] == ["canteen"] and handed.record(s, "zh", 0)["answers"] == {}
    again = answering.tap(play.back(s), 1)
    assert again.skipped == frozenset()
    must = survey(replace(CANTEEN, required=True))
    begun = play.begin(start(must, 1))
    assert play.skip(begun) is begun and play.forward(begun) is begun


def test_nothing_is_sent_twice_and_a_fault_loses_nothing() -> None:
    s = walked(start(TIED, 1))
    sending = play.send(s)
    assert sending.phase == "sending" and play.send(sending) is sending
    assert answering.tap(sending, 1) is sending and play.back(sending) is sending
    failed = play.refused(sending, full=False)
    assert failed.phase == "review" and failed.answers == s.answers
    assert play.stored(play.send(failed)).phase == "done"
    assert play.refused(sending, full=True).phase == "full"
    assert play.stored(s) is s, "nobody is thanked for what was not sent"


def test_a_full_quota_ends_it_as_soon_as_it_is_known() -> None:
    limited = survey(CANTEEN, HOW, quotas=(Quota(2, "canteen", "B"), Quota(9)))
    s = play.know_full(play.begin(start(limited, 1)), frozenset({"canteen=B"}))
    assert play.forward(answering.tap(s, 0)).phase == "asking"
    assert play.forward(answering.tap(s, 1)).phase == "full"
    assert handed.cells(walked(s)) == ("*",)
    assert play.begin(play.know_full(start(limited, 1), frozenset({"*"}))).phase == "full"


@given(made=surveys(), seed=st.integers(0, 2**31))
def test_a_seed_gives_one_order_in_which_nothing_is_lost(made: Survey, seed: int) -> None:
    one, two = start(made, seed), start(made, seed)
    assert one == two
    assert sorted(one.order) == list(range(len(made.questions)))
    moved = {i for place, i in enumerate(one.order) if place != i}
    assert {made.questions[i].id for i in moved} <= set(made.shuffle)
    for question, shown in zip(made.questions, one.shown, strict=True):
        keys = [o.key for o in (question.rows if question.type == "matrix" else question.options)]
        assert sorted(shown) == sorted(keys)
        assert set(question.alone) <= set(shown[len(shown) - len(question.alone) :]), "who stands alone stands last"


@given(made=surveys(), seed=st.integers(0, 99), done=st.lists(acts(), max_size=60))
def test_whatever_is_touched_the_sitting_stays_sound(made: Survey, seed: int, done: list[Act]) -> None:
    s = play.begin(start(made, seed))
    for act in done:
        before = s
        s = act(s)
        path = s.path
        if s.phase == "asking":
            assert s.at in path
        if s.phase in ("review", "sending"):
            assert all(s.settled(i) for i in path), "the review shows nothing half answered"
        if s is not before and s.phase == before.phase == "asking" and s.at != before.at:
            kept = [i for i in range(len(made.questions)) if i != before.at]
            assert all(s.answers[i] == before.answers[i] for i in kept), "moving changes no other answer"
        for question, answer in zip(made.questions, s.answers, strict=True):
            if question.type in ("multiple", "ranking"):
                assert len(answer) <= question.most and len(set(answer)) == len(answer)
                assert not (set(answer) & set(question.alone)) or len(answer) == 1
            if question.type == "text":
                assert len("".join(answer)) <= question.most
    told = handed.record(s, "zh", 0) if s.phase in ("review", "sending") else None
    if told is not None:
        asked = [made.questions[i] for i in s.path]
        assert set(told["answers"]) | set(told["skipped"]) == {q.id for q in asked}
        assert not any(q.required for q in asked if q.id in told["skipped"])
        assert json.loads(json.dumps(told)) == told
    left = handed.left_record(s)
    assert set(left) == {"event", "edition", "settled", "of"} and 0 <= left["settled"] <= left["of"]


@given(made=surveys(), seed=st.integers(0, 99))
def test_everybody_comes_to_the_end(made: Survey, seed: int) -> None:
    s = play.stored(play.send(walked(start(made, seed))))
    assert s.phase == "done"


@given(made=surveys(), data=st.data())
def test_a_hidden_answer_changes_nothing_that_is_asked(made: Survey, data: st.DataObject) -> None:
    answers = {q.id: data.draw(st.sampled_from([(), ("A",), ("B",), ("1",), ("5",)])) for q in made.questions}
    shown = when.visible(made.questions, answers)
    without = {q.id: answers[q.id] for q, seen in zip(made.questions, shown, strict=True) if seen}
    assert when.visible(made.questions, without) == shown


@pytest.mark.parametrize(
    ("line", "tests"),
    [
        ("canteen = A, B", [("canteen", "is", ("A", "B"))]),
        ("canteen＝几乎天天、偶尔", [("canteen", "is", ("几乎天天", "偶尔"))]),
        ("age >= 3; canteen != C", [("age", "least", ("3",)), ("canteen", "not", ("C",))]),
        ("age≤3", [("age", "most", ("3",))]),
        ("canteen", [("canteen", "answered", ())]),
        ("canteen =", None),
        ("3 = A", None),
        ("", None),
        ("canteen > 3", None),
    ],
)
def test_a_condition_is_read_as_it_is_written(line: str, tests: list[tuple[str, str, tuple[str, ...]]] | None) -> None:
    found = when.read(line)
    assert (found and [(t.question, t.compare, t.values) for t in found]) == tests


@given(st.text(max_size=40))
def test_any_line_is_a_condition_or_none(line: str) -> None:
    found = when.read(line)
    assert found is None or found


def test_the_answer_helper_answers_every_type() -> None:
    for kind in ("single", "scale", "matrix", "ranking", "multiple", "text", "number"):
        more = {"rows": options(2)} if kind == "matrix" else {}
        limits = {"least": 1, "most": 3} if kind in ("multiple", "ranking", "number") else {"most": 9}
        chosen = options(3, kind == "scale") if kind not in ("text", "number") else ()
        q = Question("q", kind, "问？", options=chosen, **more, **limits)  # type: ignore[arg-type]
        assert answered(play.begin(start(survey(q), 1))).phase == "review", kind
