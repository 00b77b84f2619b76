"""Answers counted one by one, as they were given: what is kept is numbers, however many answered.

Each question is counted in whole fives, so that looking again after the next visitor tells nobody what that visitor said.
"""

from __future__ import annotations

import statistics
from collections import Counter
from typing import Any

from kiosk.kinds.survey import report
from kiosk.kinds.survey.model import SMALL_GROUP, Question, Survey
from kiosk.kinds.survey.report import Payload


class Tally:
    """What was answered to one question.

    Attributes:
        people: who answered it and are counted.
        said: how many of them in the shape that is asked for.
        numbers: options chosen, points of the options of a ranking, or numbers typed.
        steps: of each row of a matrix how often each step was chosen.
    """

    def __init__(self, question: Question) -> None:
        self.people = 0
        self.said = 0
        self.numbers: Counter[Any] = Counter()
        self.steps: dict[str, Counter[int]] = {row.key: Counter() for row in question.rows}
        self._question = question
        self._waiting: list[Payload] = []
        self._places = {o.key: n for n, o in enumerate(question.options, 1)}

    def add(self, payload: Payload) -> None:
        """One more finished questionnaire."""
        if self._question.id not in payload["answers"]:
            return
        self._waiting.append({"answers": {self._question.id: payload["answers"][self._question.id]}})
        if len(self._waiting) == SMALL_GROUP:
            for answer in report.said_to(self._question, self._waiting):
                self.said += 1
                self._count(answer)
            self.people += SMALL_GROUP
            self._waiting.clear()

    def mean(self, row: str = "") -> float | None:
        """Mean of the numbers, or of the steps of one row; None when too few said one."""
        numbers = self.steps[row] if row else self.numbers
        if numbers.total() < SMALL_GROUP:
            return None
        return round(statistics.fmean(numbers.elements()), 2)

    def score(self, key: str) -> float | None:
        """Mean points of an option in a ranking; None when too few ranked."""
        return round(self.numbers[key] / self.said, 2) if self.said >= SMALL_GROUP else None

    def _count(self, answer: Any) -> None:
        match self._question.type:
            case "matrix":
                for row, steps in self.steps.items():
                    if isinstance(step := answer.get(row), str) and step in self._places:
                        steps[self._places[step]] += 1
            case "number":
                self.numbers[float(answer)] += 1
            case "ranking":
                for key in self._places:
                    if key in answer:
                        self.numbers[key] += self._question.most - answer.index(key)
            case "multiple":
                self.numbers.update(key for key in self._places if key in answer)
            case _:
                self.numbers[answer] += 1


class Tallies:
    """What was answered to all questions of a survey's edition; free texts are for the office only.

    Attributes:
        finished: answers there are.
        of: tallies by question.
    """

    def __init__(self, survey: Survey) -> None:
        self.finished = 0
        self.of = {q.id: Tally(q) for q in survey.questions if q.type != "text"}
        self._edition = survey.edition

    def add(self, payload: Payload) -> None:
        """One more record; what is no finished answer of this edition is left out."""
        if report.answers((payload,), self._edition):
            self.finished += 1
            for tally in self.of.values():
                tally.add(payload)
