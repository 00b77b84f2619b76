"""Moving through a survey as pure functions: a sitting and an event give the next sitting.

An event that makes no sense in the present state gives the same sitting back, so a screen may send whatever it gets. Going
back keeps every answer; what was answered to a question that is not asked any more is kept aside in case it is asked again,
and never leaves the sitting.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.kinds.survey.answering import answered
from kiosk.kinds.survey.handed import cells
from kiosk.kinds.survey.model import Survey
from kiosk.kinds.survey.sitting import Sitting


def begin(sitting: Sitting) -> Sitting:
    """From the first page to the first question."""
    if sitting.phase != "start":
        return sitting
    return (
        replace(sitting, phase="full") if "*" in sitting.full else replace(sitting, phase="asking", at=sitting.path[0])
    )


def forward(sitting: Sitting) -> Sitting:
    """On, once the question is answered or was skipped before."""
    if sitting.phase != "asking" or not (sitting.ready or sitting.at in sitting.skipped):
        return sitting
    if any(cell in sitting.full for cell in cells(sitting, (sitting.at,))):
        return replace(sitting, phase="full")
    return _on(sitting)


def skip(sitting: Sitting) -> Sitting:
    """Would rather not answer: what was chosen is dropped, and on."""
    if sitting.phase != "asking" or sitting.question.required:
        return sitting
    dropped = answered(sitting, ())
    return _on(replace(dropped, skipped=dropped.skipped | {sitting.at}))


def _on(sitting: Sitting) -> Sitting:
    path = sitting.path
    after = path[path.index(sitting.at) + 1 :]
    if sitting.returning:
        after = tuple(i for i in path if not sitting.settled(i))
    return replace(sitting, at=after[0]) if after else replace(sitting, phase="review", returning=False)


def back(sitting: Sitting) -> Sitting:
    """To the question before; from the first one to the first page, from the review to the last question."""
    path = sitting.path
    if sitting.phase == "review":
        return replace(sitting, phase="asking", at=path[-1])
    if sitting.phase != "asking":
        return sitting
    before = path[: path.index(sitting.at)]
    return (
        replace(sitting, at=before[-1], returning=False) if before else replace(sitting, phase="start", returning=False)
    )


def edit(sitting: Sitting, place: int) -> Sitting:
    """From the review to one of its lines; after it the review comes again."""
    path = sitting.path
    if sitting.phase != "review" or not 0 <= place < len(path):
        return sitting
    return replace(sitting, phase="asking", at=path[place], returning=True)


def send(sitting: Sitting) -> Sitting:
    """Hand it in, once everything that is asked is answered or skipped."""
    whole = sitting.phase == "review" and all(map(sitting.settled, sitting.path))
    return replace(sitting, phase="sending") if whole else sitting


def stored(sitting: Sitting) -> Sitting:
    """It is on the disk."""
    return replace(sitting, phase="done") if sitting.phase == "sending" else sitting


def refused(sitting: Sitting, *, full: bool) -> Sitting:
    """It is not on the disk: because there are enough answers, or because of a fault, and then it can be sent again."""
    if sitting.phase != "sending":
        return sitting
    return replace(sitting, phase="full" if full else "review")


def know_full(sitting: Sitting, full: frozenset[str]) -> Sitting:
    """Which cells of quotas are full is known now."""
    return replace(sitting, full=full)


def translated(sitting: Sitting, survey: Survey) -> Sitting | None:
    """The same sitting at the survey in another language; None when the two do not ask the same."""
    return replace(sitting, survey=survey) if _keys(survey) == _keys(sitting.survey) else None


def _keys(survey: Survey) -> list[tuple[str, str, list[str], list[str]]]:
    return [(q.id, q.type, [o.key for o in q.options], [r.key for r in q.rows]) for q in survey.questions]
