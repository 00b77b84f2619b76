"""One sitting at a survey as pure functions: a state and an event give the next state.

Nothing here knows the time or a screen. An event that makes no sense in the present state gives the same state back, so a
screen may send whatever it gets. Going back keeps every answer; what was answered to a question that is not asked any more
is kept aside in case it is asked again, and never leaves the sitting.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

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


# --- answering ----------------------------------------------------------------------------------------------------


def tap(sitting: Sitting, place: int) -> Sitting:
    """Touch an option by its place on the screen: choose it, or take it back. In a ranking it gets the next number."""
    question, answer = sitting.question, sitting.answer
    shown = sitting.shown[sitting.at]
    if sitting.phase != "asking" or question.type in ("matrix", "text", "number") or not 0 <= place < len(shown):
        return sitting
    key = shown[place]
    if question.type in ("single", "scale"):
        return _answered(sitting, (key,))
    if key in answer:
        return _answered(sitting, tuple(k for k in answer if k != key))
    if question.type == "ranking":
        return _answered(sitting, (*answer, key)) if len(answer) < question.most else sitting
    if key in question.alone:
        return _answered(sitting, (key,))
    kept = tuple(k for k in answer if k not in question.alone)
    if len(kept) >= question.most:
        return sitting
    return _answered(sitting, tuple(o.key for o in question.options if o.key in (*kept, key)))


def undo(sitting: Sitting) -> Sitting:
    """Ranking: take the last number back."""
    if sitting.phase != "asking" or sitting.question.type != "ranking" or not sitting.answer:
        return sitting
    return _answered(sitting, sitting.answer[:-1])


def mark(sitting: Sitting, row: int, column: int) -> Sitting:
    """Matrix: touch a column in a row, by its place on the screen; once more takes it back."""
    question, shown = sitting.question, sitting.shown[sitting.at]
    if sitting.phase != "asking" or question.type != "matrix":
        return sitting
    if not (0 <= row < len(shown) and 0 <= column < len(question.options)):
        return sitting
    line = next(i for i, r in enumerate(question.rows) if r.key == shown[row])
    said = list(sitting.answer or ("",) * len(question.rows))
    key = question.options[column].key
    said[line] = "" if said[line] == key else key
    return _answered(sitting, tuple(said) if any(said) else ())


def write(sitting: Sitting, words: str) -> Sitting:
    """Text: what the field holds now."""
    if sitting.phase != "asking" or sitting.question.type != "text":
        return sitting
    return _answered(sitting, (words[: sitting.question.most],) if words else ())


def press(sitting: Sitting, key: str) -> Sitting:
    """Number: a key of the pad: a digit, `.`, `-` or `back`. What could not become a number is not taken."""
    if sitting.phase != "asking" or sitting.question.type != "number":
        return sitting
    question, now = sitting.question, sitting.answer[0] if sitting.answer else ""
    then = now[:-1] if key == "back" else _with(question, now, key)
    return sitting if then == now else _answered(sitting, (then,) if then else ())


def _with(question: Question, now: str, key: str) -> str:
    if key == "-":
        return now if question.least >= 0 else now[1:] if now.startswith("-") else f"-{now}"
    if key == ".":
        return f"{now}." if question.decimals and now.strip("-") and "." not in now else now
    if len(key) != 1 or key not in "0123456789":
        return now
    whole, point, rest = now.lstrip("-").partition(".")
    if point:
        return now + key if len(rest) < question.decimals else now
    if whole == "0":
        return now[:-1] + key
    return now + key if len(whole) < len(str(max(abs(question.least), abs(question.most)))) else now


def _answered(sitting: Sitting, answer: Answer) -> Sitting:
    answers = list(sitting.answers)
    answers[sitting.at] = answer
    return replace(sitting, answers=tuple(answers), skipped=sitting.skipped - {sitting.at})


# --- moving -------------------------------------------------------------------------------------------------------


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
    dropped = _answered(sitting, ())
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


# --- what is stored -----------------------------------------------------------------------------------------------


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
