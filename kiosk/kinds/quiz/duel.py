"""A duel as pure functions: two people, one question, two presses; the rope goes to who was right first.

Like `play`: an event that makes no sense in the present state gives the same state back.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz import play
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.play import Asked

Phase: TypeAlias = Literal["ready", "asking", "revealed", "over"]
Side: TypeAlias = int
"""0 is blue and stands at the left, 1 is red."""

TIE = 0.05
"""Seconds; two right presses closer than this are a tie."""
KNOTS = 5
"""Points of difference that win."""
MOST_OPTIONS = 4
MOST_ASKED = 30


@dataclass(frozen=True, slots=True)
class Press:
    """What one side chose (an index into the author's options), and how many seconds after the question came."""

    choice: int
    at: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that is over: its id, what both pressed, who was right, and the points."""

    question: str
    presses: tuple[Press | None, Press | None]
    right: tuple[bool, bool]
    points: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Duel:
    """A duel in progress.

    Args:
        asked: questions, the same option places for both sides.
        seconds: time for each question.
        since: when the question, or its solution, came on the screen.
        phase: `ready` (both must say so), `asking`, `revealed` or `over`.
        at: index of the question.
        here: which sides are ready.
        presses: of the question on the screen.
        score: of both sides.
        turns: questions that are over.
    """

    asked: tuple[Asked, ...]
    seconds: int
    since: float = 0.0
    phase: Phase = "ready"
    at: int = 0
    here: tuple[bool, bool] = (False, False)
    presses: tuple[Press | None, Press | None] = (None, None)
    score: tuple[int, int] = (0, 0)
    turns: tuple[Turn, ...] = ()

    @property
    def current(self) -> Asked:
        """The question on the screen."""
        return self.asked[self.at]

    @property
    def lead(self) -> int:
        """Points blue is ahead; negative when red is."""
        return self.score[0] - self.score[1]

    def left(self, now: float) -> float:
        """Seconds left for the question."""
        return max(0.0, self.seconds - (now - self.since))

    def right(self, side: Side) -> bool:
        """Did this side press the right option?"""
        press = self.presses[side]
        return press is not None and press.choice in self.current.question.right


def fit(quiz: Quiz) -> int:
    """Questions that both can answer with one press."""
    return len(_fitting(quiz))


def start(quiz: Quiz, seed: int) -> Duel | None:
    """Draw the questions; None when the bank has none that fit."""
    rng = random.Random(seed)
    fitting = _fitting(quiz)
    chosen = rng.sample(fitting, min(MOST_ASKED, len(fitting)))
    asked = tuple(Asked(q, play.shown(q, rng)) for q in chosen)
    return Duel(asked, quiz.rules.duel_seconds) if asked else None


def ready(duel: Duel, side: Side, now: float) -> Duel:
    """One side is there; when both are, the first question comes."""
    if duel.phase != "ready":
        return duel
    here = (duel.here[0] or side == 0, duel.here[1] or side == 1)
    return replace(duel, here=here, phase="asking", since=now) if all(here) else replace(duel, here=here)


def press(duel: Duel, side: Side, place: int, now: float) -> Duel:
    """One side presses the option at `place`; the first press counts. When both have, the solution comes."""
    if duel.phase != "asking" or duel.presses[side] is not None or not 0 <= place < len(duel.current.shown):
        return duel
    if duel.left(now) == 0:
        return time_out(duel, now)
    made = Press(duel.current.shown[place], round(now - duel.since, 3))
    presses = (made, duel.presses[1]) if side == 0 else (duel.presses[0], made)
    pressed = replace(duel, presses=presses)
    return _revealed(pressed, now) if all(presses) else pressed


def time_out(duel: Duel, now: float) -> Duel:
    """The time for the question is over; who has not pressed has not answered."""
    return _revealed(duel, now) if duel.phase == "asking" and duel.left(now) == 0 else duel


def next(duel: Duel, now: float) -> Duel:  # noqa: A001 - the event's name; used as duel.next
    """Leave the solution: the next question, or the end."""
    if duel.phase != "revealed":
        return duel
    if abs(duel.lead) >= KNOTS or duel.at + 1 == len(duel.asked):
        return replace(duel, phase="over")
    return replace(duel, at=duel.at + 1, phase="asking", presses=(None, None), since=now)


def points(duel: Duel) -> tuple[int, int]:
    """What the presses of this question are worth."""
    blue, red = duel.presses
    return worth(blue.at if blue and duel.right(0) else None, red.at if red and duel.right(1) else None)


def worth(blue: float | None, red: float | None) -> tuple[int, int]:
    """Points of two presses, each the seconds of a right one or None: the right one, or the faster; a tie gives both."""
    if blue is not None and red is not None:
        return (1, 1) if abs(blue - red) < TIE else (1, 0) if blue < red else (0, 1)
    return int(blue is not None), int(red is not None)


def record(duel: Duel) -> dict[str, Any]:
    """The end as JSON for the records, with every press and nothing about the two people."""
    turns = [
        {
            "question": turn.question,
            "presses": [
                {"choice": p.choice, "ms": round(p.at * 1000), "right": right} if p else None
                for p, right in zip(turn.presses, turn.right, strict=True)
            ],
            "points": list(turn.points),
        }
        for turn in duel.turns
    ]
    return {
        "duel": True, "mode": "duel", "blue": duel.score[0], "red": duel.score[1], "questions": duel.at + 1,
        "turns": turns,
    }  # fmt: skip


def _revealed(duel: Duel, now: float) -> Duel:
    made = points(duel)
    score = (duel.score[0] + made[0], duel.score[1] + made[1])
    turn = Turn(duel.current.question.id, duel.presses, (duel.right(0), duel.right(1)), made)
    return replace(duel, phase="revealed", score=score, since=now, turns=(*duel.turns, turn))


def _fitting(quiz: Quiz) -> list[Any]:
    return [q for q in quiz.questions if q.type in ("single", "judge") and len(q.options) <= MOST_OPTIONS]
