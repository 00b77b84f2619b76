"""A quiz between teams: who is quickest answers; a wrong answer leaves the question to the others. Pure.

Questions, the places of their options and what is right are the quiz's own (`kiosk.kinds.quiz.play`); here are teams, buzzers
and points. Events: `begin SEED TEAMS`, `arm`, `buzz TEAM`, `choose PLACE`, `judge RIGHT`, `show`, `next`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz import play
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.play import Play
from kiosk.stage.live.log import Log

Phase: TypeAlias = Literal["waiting", "asked", "armed", "buzzed", "solved", "done"]
"""Not begun; the question stands and buzzers sleep; buzzers are awake; a team answers; the answer is shown; the end."""

LEAST_TEAMS, MOST_TEAMS = 2, 6
POINTS = 10
CHOSEN = ("single", "judge")
"""Answered by touching one option; other questions are answered aloud and judged by the speaker."""


@dataclass(frozen=True, slots=True)
class Match:
    """A quiz between teams as it stands.

    Args:
        round: the questions and where they are; None before the beginning.
        scores: of each team.
        phase: what is waited for.
        team: who answers or has answered, from 0; -1 nobody.
        out: teams that have answered this question wrongly.
        wrong: places of options that were answered wrongly.
        solved: by team, how many questions.
    """

    round: Play | None = None
    scores: tuple[int, ...] = ()
    phase: Phase = "waiting"
    team: int = -1
    out: tuple[int, ...] = ()
    wrong: tuple[int, ...] = ()
    solved: tuple[int, ...] = ()

    @property
    def at(self) -> int:
        """The question, from 0."""
        return self.round.at if self.round else 0

    @property
    def leaders(self) -> tuple[int, ...]:
        """Teams with the most points; nobody before a point was won."""
        best = max(self.scores, default=0)
        return tuple(t for t, score in enumerate(self.scores) if score == best and best > 0)


def fold(log: Log, quiz: Quiz, count: int = 0) -> Match:
    """The match after these events.

    Args:
        count: how many questions are asked; 0 = as many as a round of the quiz has.
    """
    now = Match()
    for event in log:
        now = _next(now, event, quiz, count)
    return now


def _next(now: Match, event: tuple[Any, ...], quiz: Quiz, count: int) -> Match:
    match event:
        case ("begin", int(seed), int(teams)) if now.round is None and LEAST_TEAMS <= teams <= MOST_TEAMS:
            asked = min(count, len(quiz.questions)) or quiz.draw
            started = play.start(replace(quiz, draw=asked, seconds=0), seed, 0.0)
            return Match(started, (0,) * teams, "asked", solved=(0,) * teams)
        case ("arm",) if now.phase == "asked":
            return replace(now, phase="armed")
        case ("buzz", int(team)) if now.phase == "armed" and 0 <= team < len(now.scores) and team not in now.out:
            return replace(now, phase="buzzed", team=team)
        case ("choose", int(place)) if now.phase == "buzzed":
            return _choose(now, place)
        case ("judge", int(right)) if now.phase == "buzzed":
            return _judge(now, right=bool(right))
        case ("show",) if now.phase in ("asked", "armed", "buzzed"):
            return _close(replace(now, team=-1))
        case ("next",) if now.phase == "solved" and now.round is not None:
            after = play.next(now.round, 0.0)
            fresh = replace(now, round=after, team=-1, out=(), wrong=())
            return replace(fresh, phase="done" if after.phase == "done" else "asked")
        case _:
            return now


def _choose(now: Match, place: int) -> Match:
    round_ = now.round
    if round_ is None or round_.current.question.type not in CHOSEN or not 0 <= place < len(round_.current.shown):
        return now
    if place in now.wrong:
        return now
    tried = play.choose(round_, place)
    right = play.right(tried.current.question, tried.choice, "")
    return _judge(replace(now, round=tried, wrong=now.wrong if right else (*now.wrong, place)), right=right)


def _judge(now: Match, *, right: bool) -> Match:
    if right:
        return _close(replace(now, scores=_plus(now.scores, now.team, POINTS), solved=_plus(now.solved, now.team, 1)))
    out = (*now.out, now.team)
    if len(out) == len(now.scores):
        return _close(replace(now, out=out, team=-1))
    return replace(now, phase="armed", team=-1, out=out)


def _close(now: Match) -> Match:
    """The answer is shown; the quiz's own round notes the question as answered."""
    round_ = now.round
    assert round_ is not None
    question = round_.current.question
    sent = replace(round_, choice=round_.choice or question.right or (0,))
    return replace(now, round=play.submit(sent, 0.0), phase="solved")


def _plus(values: tuple[int, ...], at: int, by: int) -> tuple[int, ...]:
    return tuple(value + by if n == at else value for n, value in enumerate(values))


def record(now: Match) -> dict[str, Any]:
    """For the record book."""
    answered = len(now.round.replies) if now.round else 0
    return {"teams": len(now.scores), "scores": list(now.scores), "solved": list(now.solved), "questions": answered}
