"""The rules of taking a lesson."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.lesson import code, play, report
from kiosk.kinds.lesson.model import Lesson, Picture, Question, Step


def lesson(steps: int = 3) -> Lesson:
    """A choice, a judge question, an order, and so on."""
    pictures = tuple(Picture(f"p{n}", f"图{n}", 1, 1) for n in range(3))
    questions = (
        Question("single", "问", ("甲", "乙", "丙"), 1),
        Question("judge", "断", ("对", "错"), 0),
        Question("order", "排", ("一", "二", "三"), pictures=pictures),
        None,
    )
    return Lesson(1, 4, tuple(Step(str(n), "要记的", question=questions[n % 4]) for n in range(steps)))


def right(course: play.Course) -> tuple[int, ...]:
    question = course.question
    assert question is not None
    wanted = range(len(question.options)) if question.type == "order" else (question.right,)
    return tuple(course.shown[course.at].index(i) for i in wanted)


def solve(course: play.Course) -> play.Course:
    course = play.forward(course)
    if course.view != "ask":
        return course
    for place in right(course):
        course = play.tap(course, place)
    return play.onward(play.submit(course))


def test_the_right_answer_unlocks_the_next_step() -> None:
    course = play.start(lesson(4), 1)
    assert play.go(course, 1) is course
    for passed in range(1, 5):
        course = solve(course)
        assert course.passed == passed
    assert course.view == "finish" and course.done and course.minutes_left == 0


def test_a_wrong_answer_leads_back_to_the_text() -> None:
    course = play.forward(play.start(lesson(), 1))
    wrong = next(p for p in range(3) if p not in right(course))
    course = play.submit(play.tap(course, wrong))
    assert course.view == "wrong" and course.passed == 0 and course.misses == (1, 0, 0)
    assert not course.ready and play.submit(course) is course, "the same answer is not judged twice"
    assert play.tap(course, wrong) is course, "the wrong one is not chosen again at once"
    assert play.again(course).view == "learn"
    course = play.submit(play.tap(course, right(course)[0]))
    assert course.view == "right" and course.passed == 1


def test_a_touched_picture_is_let_go_when_touched_again() -> None:
    course = play.forward(play.start(lesson(), 1, passed=2))
    course = play.tap(play.tap(course, 0), 1)
    assert len(course.choice) == 2 and len(play.tap(course, 0).choice) == 1
    assert not course.ready


def test_a_done_step_can_be_visited_and_shows_its_answer() -> None:
    course = solve(solve(play.start(lesson(), 1)))
    back = play.go(course, 0)
    assert back.view == "learn" and back.passed == 2
    assert play.forward(back).view == "right"
    assert play.onward(play.forward(back)).at == 1


ACTS = st.one_of(
    st.tuples(st.just("tap"), st.integers(-1, 5)),
    st.tuples(st.just("go"), st.integers(-1, 5)),
    st.tuples(st.sampled_from(["forward", "again", "submit", "onward"]), st.just(0)),
)


@given(st.integers(1, 4), st.integers(), st.integers(0, 4), st.lists(ACTS, max_size=60))
def test_steps_are_never_skipped(steps: int, seed: int, passed: int, acts: list[tuple[str, int]]) -> None:
    course = play.start(lesson(steps), seed, passed)
    for act, place in acts:
        before = course
        course = getattr(play, act)(course, place) if act in ("tap", "go") else getattr(play, act)(course)
        assert before.passed <= course.passed <= before.passed + 1
        if course.passed > before.passed:
            assert course.at == before.at == before.passed or course.at == before.at + 1
            assert before.question is None or before.choice == tuple(
                before.shown[before.at][p] for p in right(before)
            ), "only the right answer unlocks"
        assert course.at <= course.passed and 0 <= course.at < steps
        assert course.view != "finish" or course.done


@given(st.integers(), st.integers(2, 4))
def test_an_order_never_stands_there_solved(seed: int, count: int) -> None:
    pictures = tuple(Picture(str(n), str(n), 1, 1) for n in range(count))
    question = Question("order", "排", tuple(map(str, range(count))), pictures=pictures)
    course = play.start(Lesson(1, 3, (Step("一", "记", question=question),)), seed)
    assert sorted(course.shown[0]) == list(range(count)) and course.shown[0] != tuple(range(count))


def step(passed: int, edition: int = 1) -> dict[str, Any]:
    return {"event": "step", "passed": passed, "edition": edition}


def test_somebody_goes_on_where_they_stopped() -> None:
    assert play.resume([], 1, 4) == 0
    assert play.resume([step(1), step(2), {"event": "answer", "edition": 1}], 1, 4) == 2
    assert play.resume([step(3, edition=1)], 2, 4) == 0, "a new edition begins anew"
    assert play.resume([step(4), {"event": "certificate", "edition": 1}], 1, 4) == 0, "so does a certificate"
    assert play.resume([step(4), {"event": "certificate", "edition": 1}, step(1)], 1, 4) == 1
    assert play.resume([step(9)], 1, 4) == 0


@given(st.lists(st.dictionaries(st.sampled_from(["event", "passed", "edition"]), st.sampled_from(
    ["step", "certificate", 1, 2, 5, -1, None, "x"]), max_size=3), max_size=20))  # fmt: skip
def test_any_record_leads_somewhere_on_the_lesson(payloads: list[dict[str, Any]]) -> None:
    assert 0 <= play.resume(payloads, 1, 4) <= 4


@given(st.text())
def test_a_number_tells_when_it_was_copied_wrong(drawn: str) -> None:
    made = code.code_from(drawn)
    assert code.sound(made) and code.normal(code.spaced(made).lower()) == made
    for place in range(len(made)):
        assert not code.sound(made[:place] + ("2" if made[place] != "2" else "3") + made[place + 1 :])


def test_the_report_counts_and_names_the_hardest_question() -> None:
    records: list[dict[str, Any]] = []
    for n in range(6):
        common = {"item": "p/l", "edition": 1, "title": "课"}
        records += [
            {**common, "event": "start"},
            {**common, "event": "answer", "prompt": "难", "first": True, "right": n < 2},
            {**common, "event": "answer", "prompt": "难", "first": False, "right": True},
            {**common, "event": "answer", "prompt": "易", "first": True, "right": True},
        ]
        if n < 3:
            records.append({**common, "event": "finish", "ms": 60_000 * (n + 1)})
    records += [
        {"item": "p/l", "edition": 1, "event": "finish"},
        {"item": "p/l", "edition": 1, "event": "certificate"},
        {},
    ]
    (row,) = report.table(records).rows
    assert row == ("课", 1, 6, 4, 1, 120.0, "难", round(2 / 6, 4))
    assert len(row) == len(report.COLUMNS)


def test_a_question_few_have_answered_is_not_called_the_hardest() -> None:
    told = [{"item": "p/l", "edition": 1, "event": "answer", "prompt": "问", "first": True, "right": False}] * 4
    assert report.table(told).rows[0][-2:] == (None, None)
