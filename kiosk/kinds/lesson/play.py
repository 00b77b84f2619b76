"""Taking a lesson: which step, what was answered, how far it is unlocked. Pure; every function returns a new course."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.lesson.model import Lesson, Question, Step

View: TypeAlias = Literal["learn", "ask", "right", "wrong", "finish"]


@dataclass(frozen=True, slots=True)
class Course:
    """A lesson being taken.

    Args:
        lesson: the lesson.
        shown: for each step, indices of the options as they stand on the screen.
        passed: steps done; the step of this index is unlocked, the ones after it are not.
        at: step on the screen.
        view: its text, its question, what became of the answer, or the end of the lesson.
        choice: indices of options that are touched but not sent; for an order in the sequence of the touches.
        wrong: the answer that was wrong, while the view is `wrong`.
        misses: wrong answers to each step so far.
    """

    lesson: Lesson
    shown: tuple[tuple[int, ...], ...]
    passed: int = 0
    at: int = 0
    view: View = "learn"
    choice: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    misses: tuple[int, ...] = ()

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self.lesson.steps[self.at]

    @property
    def question(self) -> Question | None:
        """Its question."""
        return self.step.question

    @property
    def total(self) -> int:
        """Steps of the lesson."""
        return len(self.lesson.steps)

    @property
    def done(self) -> bool:
        """All steps are done."""
        return self.passed == self.total

    @property
    def ready(self) -> bool:
        """Is there a whole answer to send?"""
        if self.view not in ("ask", "wrong") or self.question is None:
            return False
        return len(self.choice) == (len(self.question.options) if self.question.type == "order" else 1)

    @property
    def minutes_left(self) -> int:
        """Whole minutes, in proportion to the steps to come; at least one before the end."""
        return max(1, round(self.lesson.minutes * (self.total - self.passed) / self.total)) if not self.done else 0


def start(lesson: Lesson, seed: int, passed: int = 0) -> Course:
    """From the first step, or from where somebody stopped."""
    drawn = random.Random(seed)
    shown = tuple(_shown(s.question, drawn) for s in lesson.steps)
    passed = max(0, min(passed, len(lesson.steps)))
    at = min(passed, len(lesson.steps) - 1)
    view: View = "finish" if passed == len(lesson.steps) else "learn"
    return Course(lesson, shown, passed, at, view, misses=(0,) * len(lesson.steps))


def go(course: Course, step: int) -> Course:
    """To a step that is done or unlocked; any other touch changes nothing."""
    if not 0 <= step < course.total or step > course.passed or (step == course.at and course.view == "learn"):
        return course
    return replace(course, at=step, view="learn", choice=(), wrong=())


def forward(course: Course) -> Course:
    """What the red button of the text does: to the question, or past a step that has none."""
    if course.view != "learn":
        return course
    if course.question is None:
        return _after(_pass(course))
    if course.at < course.passed:
        return replace(course, view="right", choice=(), wrong=())
    return replace(course, view="ask", choice=(), wrong=())


def again(course: Course) -> Course:
    """Back to the text of this step."""
    if course.view not in ("ask", "wrong", "right"):
        return course
    return replace(course, view="learn", choice=(), wrong=())


def tap(course: Course, place: int) -> Course:
    """Touch an option, by its place on the screen. After a wrong answer it begins another try."""
    question = course.question
    if course.view not in ("ask", "wrong") or question is None or not 0 <= place < len(question.options):
        return course
    index = course.shown[course.at][place]
    if question.type != "order":
        if course.view == "wrong" and (index,) == course.wrong:
            return course
        return replace(course, view="ask", choice=(index,), wrong=())
    chosen = () if course.view == "wrong" else course.choice
    chosen = tuple(i for i in chosen if i != index) if index in chosen else (*chosen, index)
    return replace(course, view="ask", choice=chosen, wrong=())


def submit(course: Course) -> Course:
    """Send the answer. The right one unlocks the next step."""
    question = course.question
    if not course.ready or question is None:
        return course
    wanted = tuple(range(len(question.options))) if question.type == "order" else (question.right,)
    if course.choice == wanted:
        return replace(_pass(course), view="right")
    misses = tuple(n + (i == course.at) for i, n in enumerate(course.misses))
    return replace(course, view="wrong", wrong=course.choice, choice=(), misses=misses)


def onward(course: Course) -> Course:
    """From an answered step to the next one, or to the end."""
    return _after(course) if course.view == "right" else course


def resume(payloads: Iterable[Mapping[str, Any]], edition: int, steps: int) -> int:
    """Steps somebody has done, from that person's records of this lesson, oldest first.

    A certificate, or a new edition, begins the lesson anew.
    """
    passed = 0
    for told in payloads:
        if told.get("edition") != edition:
            continue
        if told.get("event") == "certificate":
            passed = 0
        elif told.get("event") == "step" and isinstance(told.get("passed"), int):
            passed = max(passed, told["passed"])
    return passed if 0 <= passed <= steps else 0


def _shown(question: Question | None, drawn: random.Random) -> tuple[int, ...]:
    if question is None:
        return ()
    order = list(range(len(question.options)))
    if question.type == "judge":
        return tuple(order)
    drawn.shuffle(order)
    if question.type == "order" and order == sorted(order):
        order.append(order.pop(0))  # it must not stand there solved
    return tuple(order)


def _pass(course: Course) -> Course:
    return replace(course, passed=max(course.passed, course.at + 1))


def _after(course: Course) -> Course:
    if course.at + 1 < course.total:
        return replace(course, at=course.at + 1, view="learn", choice=(), wrong=())
    return replace(course, view="finish", choice=(), wrong=())
