"""Answering the question on the screen: a sitting and a touch give the next sitting.

A touch that makes no sense in the present state gives the same sitting back, so a screen may send whatever it gets.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.kinds.survey.model import Question
from kiosk.kinds.survey.sitting import Sitting
from kiosk.kinds.survey.when import Answer


def tap(sitting: Sitting, place: int) -> Sitting:
    """Touch an option by its place on the screen: choose it, or take it back. In a ranking it gets the next number."""
    question, answer = sitting.question, sitting.answer
    shown = sitting.shown[sitting.at]
    if sitting.phase != "asking" or question.type in ("matrix", "text", "number") or not 0 <= place < len(shown):
        return sitting
    key = shown[place]
    if question.type in ("single", "scale"):
        return answered(sitting, (key,))
    if key in answer:
        return answered(sitting, tuple(k for k in answer if k != key))
    if question.type == "ranking":
        return answered(sitting, (*answer, key)) if len(answer) < question.most else sitting
    if key in question.alone:
        return answered(sitting, (key,))
    kept = tuple(k for k in answer if k not in question.alone)
    if len(kept) >= question.most:
        return sitting
    return answered(sitting, tuple(o.key for o in question.options if o.key in (*kept, key)))


def undo(sitting: Sitting) -> Sitting:
    """Ranking: take the last number back."""
    if sitting.phase != "asking" or sitting.question.type != "ranking" or not sitting.answer:
        return sitting
    return answered(sitting, sitting.answer[:-1])


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
    return answered(sitting, tuple(said) if any(said) else ())


def write(sitting: Sitting, words: str) -> Sitting:
    """Text: what the field holds now."""
    if sitting.phase != "asking" or sitting.question.type != "text":
        return sitting
    return answered(sitting, (words[: sitting.question.most],) if words else ())


def press(sitting: Sitting, key: str) -> Sitting:
    """Number: a key of the pad: a digit, `.`, `-` or `back`. What could not become a number is not taken."""
    if sitting.phase != "asking" or sitting.question.type != "number":
        return sitting
    question, now = sitting.question, sitting.answer[0] if sitting.answer else ""
    then = now[:-1] if key == "back" else _with(question, now, key)
    return sitting if then == now else answered(sitting, (then,) if then else ())


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


def answered(sitting: Sitting, answer: Answer) -> Sitting:
    """The question on the screen with this answer; a skipped one is not skipped any more."""
    answers = list(sitting.answers)
    answers[sitting.at] = answer
    return replace(sitting, answers=tuple(answers), skipped=sitting.skipped - {sitting.at})
