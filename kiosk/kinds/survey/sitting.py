"""One visitor's way through a survey: a frozen state. Nothing here knows the time or a screen."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.kinds.survey.model import TEN_TO, Question, Survey, seconds_for
from kiosk.kinds.survey.when import Answer, number, visible

Phase: TypeAlias = Literal["start", "asking", "review", "sending", "done", "full"]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One visitor's way through a survey.

    Args:
        survey: its questions.
        seed: what the order was drawn with.
        order: indices of questions in the order in which they are asked.
        shown: for each question the keys of its options (of a matrix: rows) as they stand on the screen.
        phase: what is on the screen.
        at: index of the question on the screen.
        answers: for each question what is chosen or written so far, finished or not.
        skipped: indices of questions that the visitor would rather not answer.
        returning: a single answer is being changed; after it comes the review again.
        full: cells of quotas that are known to be full.
    """

    survey: Survey
    seed: int
    order: tuple[int, ...]
    shown: tuple[tuple[str, ...], ...]
    phase: Phase = "start"
    at: int = 0
    answers: tuple[Answer, ...] = ()
    skipped: frozenset[int] = frozenset()
    returning: bool = False
    full: frozenset[str] = frozenset()

    @property
    def question(self) -> Question:
        """The question on the screen."""
        return self.survey.questions[self.at]

    @property
    def answer(self) -> Answer:
        """What is chosen or written for it so far."""
        return self.answers[self.at]

    @property
    def path(self) -> tuple[int, ...]:
        """Indices of the questions that are asked as the answers stand now, in their order."""
        asked = [self.survey.questions[i] for i in self.order]
        said = {q.id: self.answers[i] for i, q in enumerate(self.survey.questions) if self.settled(i) or i == self.at}
        return tuple(i for i, seen in zip(self.order, visible(asked, said), strict=True) if seen)

    @property
    def ready(self) -> bool:
        """Is the question on the screen answered?"""
        return self.phase == "asking" and complete(self.question, self.answer)

    @property
    def begun(self) -> bool:
        """Whether there is something to lose."""
        return self.phase not in ("done", "full") and (any(map(any, self.answers)) or bool(self.skipped))

    def settled(self, index: int) -> bool:
        """Whether a question is answered or skipped."""
        return index in self.skipped or complete(self.survey.questions[index], self.answers[index])

    @property
    def seconds_left(self) -> int:
        """Time for the question on the screen and those after it."""
        path = self.path
        here = path.index(self.at) if self.at in path else 0
        return sum(seconds_for(self.survey.questions[i]) for i in path[here:])


def start(survey: Survey, seed: int) -> Sitting:
    """Lay the survey out; the same seed and survey give the same order."""
    places = [i for i, q in enumerate(survey.questions) if q.id in survey.shuffle]
    mixed = places[:]
    random.Random(f"{seed}/questions").shuffle(mixed)
    order = list(range(len(survey.questions)))
    for place, index in zip(places, mixed, strict=True):
        order[place] = index
    shown = tuple(_shown(q, seed) for q in survey.questions)
    return Sitting(survey, seed, tuple(order), shown, at=order[0], answers=((),) * len(order))


def _shown(question: Question, seed: int) -> tuple[str, ...]:
    keys = [o.key for o in (question.rows if question.type == "matrix" else question.options)]
    if not question.shuffle or question.type == "scale":
        return tuple(keys)
    behind = [k for k in keys if k in question.alone or k in question.last] if question.type != "matrix" else []
    mixed = [k for k in keys if k not in behind]
    random.Random(f"{seed}/{question.id}").shuffle(mixed)
    return (*mixed, *behind)


def complete(question: Question, answer: Answer) -> bool:
    """Whether an answer is whole and within the question's limits."""
    count, keys = len(answer), {o.key for o in question.options}
    match question.type:
        case "single" | "scale":
            return count == 1 and answer[0] in keys
        case "multiple":
            if not set(answer) <= keys or len(set(answer)) != count:
                return False
            return question.least <= count <= question.most or (count == 1 and answer[0] in question.alone)
        case "ranking":
            return question.least <= count <= question.most and set(answer) <= keys and len(set(answer)) == count
        case "matrix":
            return count == len(question.rows) and all(key in keys for key in answer)
        case "text":
            return count == 1 and answer[0].strip() != "" and len(answer[0]) <= question.most
        case "number":
            said = number(answer[0]) if count == 1 else None
            if said is None or not question.least <= said <= question.most:
                return False
            return bool(said * TEN_TO[question.decimals] % 1 == 0)
