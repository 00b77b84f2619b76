"""What the page after an answer shows: the chosen and the right options only, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz.model import Question
from kiosk.kinds.quiz.play import Asked, Play, Reply, result

State: TypeAlias = Literal["hit", "right", "missed", "wrong", "moved"]
"""Right and chosen; right; right and left out of several; chosen and wrong; right, but at another place of the order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One option after the answer.

    Args:
        place: where it stood on the screen, for its letter; for an order question its right place; -1 has no letter.
        text: the option, or what was typed.
        state: what became of it.
        put: where the visitor put it in an order question; -1 nowhere.
    """

    place: int
    text: str
    state: State
    put: int = -1


def rows(asked: Asked, reply: Reply) -> tuple[Row, ...]:
    """The rows of an answered question, in the order in which the options stood."""
    question = asked.question
    if question.type == "fill":
        right = Row(-1, question.right_words[0], "hit" if reply.right else "right")
        return (right,) if reply.right or not reply.typed else (Row(-1, reply.typed, "wrong"), right)
    if question.type == "order":
        return tuple(_ordered(question, reply, place) for place in range(len(question.right)))
    return tuple(
        Row(place, question.options[index], _state(question, reply, index))
        for place, index in enumerate(asked.shown)
        if index in reply.choice or index in question.right
    )


def right_places(asked: Asked) -> tuple[int, ...]:
    """Where the right options of a question with letters stand on the screen."""
    return tuple(place for place, index in enumerate(asked.shown) if index in asked.question.right)


def said(question: Question, reply: Reply) -> tuple[str, ...]:
    """The visitor's answer in words; empty when there was none."""
    if question.type == "fill":
        return (reply.typed,) if reply.typed else ()
    return tuple(question.options[i] for i in reply.choice)


def result_record(play: Play, ms: int) -> dict[str, Any]:
    """The end of a round as JSON for the records; `ms` is the time from start to end."""
    end = result(play)
    return {
        "result": True,
        "score": end.score,
        "total": end.total,
        "passed": end.passed,
        "pass_mark": play.pass_mark,
        "timed_out": sum(reply.timed_out for reply in play.replies),
        "ms": ms,
        "seed": play.seed,
    }


def _ordered(question: Question, reply: Reply, place: int) -> Row:
    index = question.right[place]
    put = reply.choice.index(index) if index in reply.choice else -1
    state: State = "right" if put < 0 else "hit" if put == place else "moved"
    return Row(place, question.options[index], state, put)


def _state(question: Question, reply: Reply, index: int) -> State:
    if index not in question.right:
        return "wrong"
    if index in reply.choice:
        return "hit"
    return "missed" if question.type == "multiple" and reply.choice else "right"
