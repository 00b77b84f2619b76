"""What is stored of a sitting: the finished answer, or only that somebody left, and how far they had come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.kinds.survey.model import Question
from kiosk.kinds.survey.sitting import Sitting
from kiosk.kinds.survey.when import Answer, number


def cells(sitting: Sitting, path: Sequence[int] | None = None) -> tuple[str, ...]:
    """Cells of quotas that this answer, or its part at `path`, takes a place in."""
    asked = {sitting.survey.questions[i].id: sitting.answers[i] for i in (sitting.path if path is None else path)}
    counted = (q for q in sitting.survey.quotas if not q.question or q.option in asked.get(q.question, ()))
    return tuple(dict.fromkeys(q.cell for q in counted))


def record(sitting: Sitting, lang: str, ms: int) -> dict[str, Any]:
    """The finished answer as JSON for the records: only what was asked, and nothing about the visitor."""
    path = sitting.path
    questions = sitting.survey.questions
    shuffled = {questions[i].id: list(sitting.shown[i]) for i in path if questions[i].shuffle}
    return {
        "event": "answer",
        "edition": sitting.survey.edition,
        "lang": lang,
        "seed": sitting.seed,
        "order": [questions[i].id for i in path],
        "shown": shuffled,
        "answers": {
            questions[i].id: _value(questions[i], sitting.answers[i]) for i in path if i not in sitting.skipped
        },
        "skipped": [questions[i].id for i in path if i in sitting.skipped],
        "quota": list(cells(sitting)),
        "ms": ms,
    }


def left_record(sitting: Sitting) -> dict[str, Any]:
    """Somebody went away in the middle, as JSON for the records: how many questions were behind them, and no answer."""
    path = sitting.path
    done = sum(map(sitting.settled, path))
    return {"event": "left", "edition": sitting.survey.edition, "settled": done, "of": len(path)}


def _value(question: Question, answer: Answer) -> Any:
    match question.type:
        case "single" | "scale" | "text":
            return answer[0].strip()
        case "matrix":
            return {row.key: key for row, key in zip(question.rows, answer, strict=True)}
        case "number":
            said = number(answer[0])
            return float(said) if said is not None and question.decimals else int(said or 0)
        case _:
            return list(answer)
