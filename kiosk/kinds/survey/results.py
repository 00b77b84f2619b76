"""What all have answered, as it may be shown to whoever has answered too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.smallgroup import hide
from kiosk.kinds.survey.model import Question, Survey
from kiosk.kinds.survey.report import Payload
from kiosk.kinds.survey.tally import Tallies, Tally

if TYPE_CHECKING:
    from kiosk.records import Pages


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a result.

    Args:
        label: option or row.
        value: people, points or a mean; None is hidden.
        share: length of the bar, 0 to 1: of the best mean, or beside the longest.
    """

    label: str
    value: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Result:
    """One question's result.

    Args:
        question: what was asked.
        people: answers that are counted; 0 when there are too few to show anything.
        bars: of a number a single one, without a label.
    """

    question: Question
    people: int
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """All of it.

    Args:
        finished: answers there are.
        shown: results by question; empty when there are not enough answers yet. Free texts are for the office only.
    """

    finished: int
    shown: tuple[Result, ...] = ()


def counting(survey: Survey, uid: str) -> Callable[[Pages], Results]:
    """A question to the book. The first answer takes a quarter of a second for 10,000 questionnaires, the next ones nothing."""

    def ask(pages: Pages) -> Results:
        return told(survey, pages.summed("survey", uid, survey.edition, lambda: Tallies(survey)))

    return ask


def results(survey: Survey, records: Iterable[Payload]) -> Results:
    """What may be told of these records."""
    tallies = Tallies(survey)
    for payload in records:
        tallies.add(payload)
    return told(survey, tallies)


def told(survey: Survey, tallies: Tallies) -> Results:
    """What may be told: nothing under `results_from` answers, and each question in whole fives."""
    if tallies.finished < survey.results_from:
        return Results(tallies.finished)
    shown = (_result(q, tallies.of[q.id]) for q in survey.questions if q.id in tallies.of)
    return Results(tallies.finished, tuple(shown))


def _result(question: Question, tally: Tally) -> Result:
    if not tally.people:
        return Result(question, 0)
    if question.type == "matrix":
        means = [(row.text, tally.mean(row.key)) for row in question.rows]
        return Result(question, tally.people, tuple(Bar(t, m, (m or 0) / len(question.options)) for t, m in means))
    if question.type == "number":
        return Result(question, tally.people, (Bar("", tally.mean(), 0),))
    if question.type == "ranking":
        scores = [(o.text, tally.score(o.key)) for o in question.options]
        scores.sort(key=lambda line: -(line[1] or 0))
        top = max((s or 0 for _, s in scores), default=0) or 1
        return Result(question, tally.people, tuple(Bar(t, s, (s or 0) / top) for t, s in scores))
    counted = hide([tally.numbers[o.key] for o in question.options], adds_up=question.type != "multiple")
    most = max((n or 0 for n in counted), default=0) or 1
    bars = (Bar(o.text, n, (n or 0) / most) for o, n in zip(question.options, counted, strict=True))
    return Result(question, tally.said, tuple(bars))
