"""What all have answered, as it may be shown to whoever has answered too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.kinds.survey import report
from kiosk.kinds.survey.model import Question, Survey
from kiosk.kinds.survey.report import Payload


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


def results(survey: Survey, records: Iterable[Payload]) -> Results:
    """Count what may be counted: nothing under `results_from` answers, and each question in whole fives."""
    given = report.answers(records, survey.edition)
    if len(given) < survey.results_from:
        return Results(len(given))
    return Results(len(given), tuple(_result(q, given) for q in survey.questions if q.type != "text"))


def _result(question: Question, given: Sequence[Payload]) -> Result:
    kept = report.blocked([g for g in given if question.id in g["answers"]])
    if not kept:
        return Result(question, 0)
    if question.type == "matrix":
        means = [(row.text, report.mean_of(question, kept, row.key)[1]) for row in question.rows]
        return Result(question, len(kept), tuple(Bar(t, m, (m or 0) / len(question.options)) for t, m in means))
    if question.type == "number":
        mean = report.mean_of(question, kept)[1]
        return Result(question, len(kept), (Bar("", mean, 0),))
    if question.type == "ranking":
        said = report.said_to(question, kept)
        scores = [(o.text, report.score(question, o.key, said)) for o in question.options]
        scores.sort(key=lambda line: -(line[1] or 0))
        top = max((s or 0 for _, s in scores), default=0) or 1
        return Result(question, len(kept), tuple(Bar(t, s, (s or 0) / top) for t, s in scores))
    people, counted = report.tally(question, kept)
    most = max((n or 0 for n in counted), default=0) or 1
    bars = (
        Bar(o.text, n, (n or 0) / most) for o, n in zip(question.options, counted, strict=True)
    )  # fmt: skip
    return Result(question, people, tuple(bars))
