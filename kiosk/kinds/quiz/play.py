"""One round of a quiz as pure functions: a state and an event give the next state.

Nothing here knows the time or a screen; `now` is any clock in seconds that only goes forward. An event that makes no
sense in the present state (a tap that comes after the time ran out) gives the same state back, so a screen may send
whatever it gets. Choices are kept as indices into the author's options, never as places on the screen.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.rules import Mode

Phase: TypeAlias = Literal["asking", "explained", "done"]

MOST_TYPED = 40
"""Characters a visitor may type into a blank."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as this round shows it; `shown[place]` is the index of the option at that place."""

    question: Question
    shown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of one question.

    Args:
        choice: original indices: in ascending order, or for an order question in the visitor's sequence.
        typed: what was typed into the blank.
        right: judged.
        ms: from question shown to answer, in milliseconds.
        timed_out: the clock ended it.
    """

    choice: tuple[int, ...]
    typed: str
    right: bool
    ms: int
    timed_out: bool


@dataclass(frozen=True, slots=True)
class Play:
    """A round in progress.

    Args:
        seed: what questions and option places were drawn with.
        seconds: time for each question; 0 is no clock.
        pass_mark: right answers wanted.
        asked: the questions of this round.
        replies: one for each question that has been answered.
        at: index of the question on the screen.
        phase: `asking`, `explained` (answered, explanation on the screen) or `done`.
        choice: the unsent answer as original indices; for an order question, the present sequence.
        typed: the unsent answer of a fill question.
        since: when the question on the screen was shown.
        mode: of play; an exam explains nothing before its end, a challenge ends at the first mistake.
        ends: when the time of the whole paper is over; 0 without such a limit.
    """

    seed: int
    seconds: int
    pass_mark: int
    asked: tuple[Asked, ...]
    since: float
    replies: tuple[Reply, ...] = ()
    at: int = 0
    phase: Phase = "asking"
    choice: tuple[int, ...] = ()
    typed: str = ""
    mode: Mode = "practice"
    ends: float = 0.0

    @property
    def current(self) -> Asked:
        """The question on the screen."""
        return self.asked[self.at]

    @property
    def score(self) -> int:
        """How many were judged right so far."""
        return sum(reply.right for reply in self.replies)

    @property
    def streak(self) -> int:
        """How many in a row were right, up to the last answer."""
        run = 0
        for reply in reversed(self.replies):
            if not reply.right:
                break
            run += 1
        return run

    @property
    def answerable(self) -> bool:
        """Is there an answer to send?"""
        return self.phase == "asking" and bool(self.choice or normal(self.typed))

    def left(self, now: float) -> float | None:
        """Seconds left for the question on the screen, or for the whole paper; None without a clock."""
        if self.phase != "asking":
            return None
        if self.ends:
            return max(0.0, self.ends - now)
        if self.seconds == 0:
            return None
        return max(0.0, self.seconds - (now - self.since))


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was answered wrongly, for the page at the end."""

    question: Question
    reply: Reply


@dataclass(frozen=True, slots=True)
class Result:
    """A round in short. `wrong` has the answered ones only; a question never reached counts in `total`."""

    score: int
    total: int
    passed: bool
    wrong: tuple[Miss, ...]


def start(quiz: Quiz, seed: int, now: float) -> Play:
    """Draw `quiz.draw` questions and shuffle their options; the same seed and bank give the same round."""
    rng = random.Random(seed)
    asked = tuple(Asked(q, shown(q, rng)) for q in rng.sample(quiz.questions, quiz.draw))
    return Play(seed, quiz.seconds, quiz.pass_mark, asked, now, choice=opening(asked[0]))


def choose(play: Play, place: int) -> Play:
    """Tap the option at `place` on the screen: it becomes the answer, or for multiple is switched on or off."""
    asked = play.current
    if play.phase != "asking" or asked.question.type not in ("single", "judge", "multiple"):
        return play
    if not 0 <= place < len(asked.shown):
        return play
    index = asked.shown[place]
    if asked.question.type == "multiple":
        return replace(play, choice=tuple(sorted({index} ^ set(play.choice))))
    return replace(play, choice=(index,))


def move(play: Play, place: int, to: int) -> Play:
    """Order question: take the option at `place` of the present sequence and put it at `to`."""
    if play.phase != "asking" or play.current.question.type != "order":
        return play
    if not (0 <= place < len(play.choice) and 0 <= to < len(play.choice)):
        return play
    rest = [*play.choice[:place], *play.choice[place + 1 :]]
    return replace(play, choice=(*rest[:to], play.choice[place], *rest[to:]))


def type(play: Play, typed: str) -> Play:  # noqa: A001 - the event's name; used as play.type
    """Fill question: what the blank holds now."""
    if play.phase != "asking" or play.current.question.type != "fill":
        return play
    return replace(play, typed=typed[:MOST_TYPED])


def submit(play: Play, now: float) -> Play:
    """Send the answer; without one nothing happens."""
    return _judged(play, now, timed_out=False) if play.answerable else play


def time_out(play: Play, now: float) -> Play:
    """The clock ran out: the answer counts as it stands, none is wrong. Nothing happens in a quiz without a clock."""
    if play.phase != "asking" or not (play.seconds or play.ends):
        return play
    judged = _judged(play, now, timed_out=True)
    return replace(judged, phase="done", choice=(), typed="") if play.ends else judged


def next(play: Play, now: float) -> Play:  # noqa: A001 - the event's name; used as play.next
    """Leave the explanation: the next question, or the end."""
    if play.phase != "explained":
        return play
    failed = play.mode == "challenge" and not play.replies[-1].right
    if failed or play.at + 1 == len(play.asked):
        return replace(play, phase="done", choice=(), typed="")
    at = play.at + 1
    return replace(play, at=at, phase="asking", choice=opening(play.asked[at]), typed="", since=now)


def result(play: Play) -> Result:
    """How the round stands; final when `play.phase` is `done`."""
    wrong = tuple(Miss(a.question, r) for a, r in zip(play.asked, play.replies, strict=False) if not r.right)
    total = len(play.replies) if play.mode == "challenge" else len(play.asked)
    return Result(play.score, total, play.score >= play.pass_mark, wrong)


def answer_record(play: Play) -> dict[str, Any]:
    """The last answer as JSON for the records, with nothing about the visitor.

    Raises:
        IndexError: nothing has been answered yet.
    """
    reply = play.replies[-1]
    question = play.asked[len(play.replies) - 1].question
    return {
        "question": question.id,
        "type": question.type,
        "prompt": question.prompt,
        "choice": list(reply.choice),
        "typed": reply.typed,
        "right": reply.right,
        "ms": reply.ms,
        "timed_out": reply.timed_out,
        "seed": play.seed,
    }


def right(question: Question, choice: tuple[int, ...], typed: str) -> bool:
    """Judge an answer: a multiple question wants exactly the right set, an order question the exact sequence."""
    if question.type == "fill":
        return normal(typed) in {normal(a) for a in question.accepted}
    if question.type == "order":
        return choice == question.right
    return set(choice) == set(question.right)


def normal(typed: str) -> str:
    """A typed answer without what does not matter: full-width forms, spaces, letter case. A unit does matter."""
    return "".join(unicodedata.normalize("NFKC", typed).split()).casefold()


def _judged(play: Play, now: float, *, timed_out: bool) -> Play:
    judged = right(play.current.question, play.choice, play.typed)
    ms = max(0, round((now - play.since) * 1000))
    reply = Reply(play.choice, play.typed.strip(), judged, ms, timed_out)
    answered = replace(play, phase="explained", replies=(*play.replies, reply))
    return next(answered, now) if play.mode == "exam" and not timed_out else answered


def shown(question: Question, rng: random.Random) -> tuple[int, ...]:
    """Places for the options: shuffled, and never already in the right order of an order question."""
    places = list(range(len(question.options)))
    if question.type in ("single", "multiple"):
        rng.shuffle(places)
    elif question.type == "order":
        rng.shuffle(places)
        while tuple(places) == question.right:
            rng.shuffle(places)
    return tuple(places)


def opening(asked: Asked) -> tuple[int, ...]:
    """The unsent answer of a fresh question."""
    return asked.shown if asked.question.type == "order" else ()
