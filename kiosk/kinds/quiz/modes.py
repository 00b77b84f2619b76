"""A round of each mode: which questions, in which order, against which clock."""

from __future__ import annotations

import hashlib
import random

from kiosk.kinds.quiz import play
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.play import Asked, Play
from kiosk.kinds.quiz.rules import Mode

MOST_CHALLENGED = 200


def total(quiz: Quiz, mode: Mode) -> int:
    """Questions of a round; of a challenge, the most there can be."""
    wanted = {"daily": quiz.rules.daily_draw, "exam": quiz.rules.exam_draw, "challenge": MOST_CHALLENGED}
    return min(wanted.get(mode, quiz.draw), len(quiz.questions))


def seconds(quiz: Quiz, mode: Mode) -> int:
    """Time for each question; 0 when there is none of its own."""
    rules = quiz.rules
    own = {"challenge": rules.challenge_seconds, "exam": 0, "duel": rules.duel_seconds, "relay": rules.relay_seconds}
    return own.get(mode, quiz.seconds)


def pass_mark(quiz: Quiz, mode: Mode) -> int:
    """Right answers wanted; 0 when the mode has no such line."""
    if mode == "practice":
        return quiz.pass_mark
    return min(quiz.rules.exam_pass, total(quiz, mode)) if mode == "exam" else 0


def begin(quiz: Quiz, mode: Mode, seed: int, now: float, *, uid: str = "", day: str = "") -> Play:
    """The first question of a round.

    The daily gate asks everybody the same questions on one day, the exam the same ones always; only the places of the
    options differ from person to person. Practice and challenge draw with `seed`.

    Args:
        quiz: bank and rules.
        mode: a mode one person plays.
        seed: draws what differs from round to round.
        now: any clock in seconds that only goes forward.
        uid: of the item.
        day: of the daily gate.
    """
    if mode == "practice":
        return play.start(quiz, seed, now)
    common = {"daily": f"{uid} {day}", "exam": f"{uid} exam"}.get(mode)
    chooser = random.Random(seed if common is None else _number(common))
    questions: list[Question] = chooser.sample(quiz.questions, total(quiz, mode))
    rng = random.Random(seed)
    asked = tuple(Asked(q, play.shown(q, rng)) for q in questions)
    ends = now + quiz.rules.exam_minutes * 60 if mode == "exam" else 0.0
    return Play(
        seed,
        seconds(quiz, mode),
        pass_mark(quiz, mode),
        asked,
        now,
        choice=play.opening(asked[0]),
        mode=mode,
        ends=ends,
    )


def _number(words: str) -> int:
    return int.from_bytes(hashlib.sha256(words.encode()).digest())
