"""A relay of workshops as pure functions: runners take turns at the one screen, each right answer moves the baton on.

Like `play`: an event that makes no sense in the present state gives the same state back.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.quiz import play
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.play import Asked

Phase: TypeAlias = Literal["ready", "running", "over"]

LEGS = 4
PER_LEG = 15
"""Questions of a leg at most; a runner who has answered them all hands the baton over."""
LEAST_TEAMS, MOST_TEAMS = 2, 4
MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Leg:
    """What one runner did: their team, the milliseconds they ran, each question's id with whether it was right."""

    team: int
    ms: int
    answers: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Relay:
    """A relay in progress.

    Args:
        teams: names.
        seconds: time of one runner.
        asked: questions of the runner on the screen.
        bank: questions that fit.
        rng_seed: draws the questions of each turn.
        turn: counts runners; leg and team follow from it.
        at: questions this runner has answered.
        score: right answers of each team.
        spent: seconds each team has run; the shorter wins a tie.
        since: when the runner began.
        phase: `ready` (waiting for the runner), `running` or `over`.
        last: whether the last answer was right; None before one.
        answers: of the runner on the screen: id of the question, right.
        run: legs that are over.
    """

    teams: tuple[str, ...]
    seconds: int
    bank: tuple[Question, ...]
    rng_seed: int
    asked: tuple[Asked, ...]
    score: tuple[int, ...]
    spent: tuple[float, ...]
    turn: int = 0
    at: int = 0
    since: float = 0.0
    phase: Phase = "ready"
    last: bool | None = None
    answers: tuple[tuple[str, bool], ...] = ()
    run: tuple[Leg, ...] = ()

    @property
    def team(self) -> int:
        """Whose turn it is."""
        return self.turn % len(self.teams)

    @property
    def leg(self) -> int:
        """0 to `LEGS` - 1."""
        return min(self.turn // len(self.teams), LEGS - 1)

    @property
    def current(self) -> Asked:
        """The question on the screen."""
        return self.asked[min(self.at, len(self.asked) - 1)]

    def left(self, now: float) -> float:
        """Seconds left for the runner."""
        return max(0.0, self.seconds - (now - self.since)) if self.phase == "running" else 0.0

    def ranks(self) -> tuple[int, ...]:
        """Teams from the first to the last: more right answers, then less time."""
        return ranked(self.score, [round(spent * 1000) for spent in self.spent])


def ranked(score: Sequence[int], ms: Sequence[int]) -> tuple[int, ...]:
    """Teams from the first to the last: more right answers, then less time, then the order of the lanes."""
    return tuple(sorted(range(len(score)), key=lambda team: (-score[team], ms[team], team)))


def fitting(quiz: Quiz) -> tuple[Question, ...]:
    """Questions that one press answers."""
    return tuple(q for q in quiz.questions if q.type in ("single", "judge") and len(q.options) <= MOST_OPTIONS)


def start(quiz: Quiz, seed: int) -> Relay | None:
    """The first runner gets ready; None without teams or questions."""
    teams = tuple(shop.name for shop in quiz.rules.workshops[:MOST_TEAMS])
    bank = fitting(quiz)
    if len(teams) < LEAST_TEAMS or not bank:
        return None
    none = (0,) * len(teams)
    first = _drawn(bank, seed, 0)
    return Relay(teams, quiz.rules.relay_seconds, bank, seed, first, none, tuple(map(float, none)))


def go(relay: Relay, now: float) -> Relay:
    """The runner is there."""
    return replace(relay, phase="running", since=now, last=None) if relay.phase == "ready" else relay


def press(relay: Relay, place: int, now: float) -> Relay:
    """The runner answers with the option at `place`; the next question follows at once."""
    if relay.phase != "running" or not 0 <= place < len(relay.current.shown):
        return relay
    if relay.left(now) == 0:
        return time_out(relay, now)
    right = relay.current.shown[place] in relay.current.question.right
    score = tuple(s + (right and t == relay.team) for t, s in enumerate(relay.score))
    answers = (*relay.answers, (relay.current.question.id, right))
    answered = replace(relay, score=score, at=relay.at + 1, last=right, answers=answers)
    return _handed(answered, now) if answered.at == len(relay.asked) else answered


def time_out(relay: Relay, now: float) -> Relay:
    """The runner's time is over."""
    return _handed(relay, now) if relay.phase == "running" and relay.left(now) == 0 else relay


def record(relay: Relay) -> dict[str, Any]:
    """The end as JSON for the records, with every answer."""
    places = {team: place for place, team in enumerate(relay.ranks(), 1)}
    scores = [{"team": name, "score": relay.score[n], "place": places[n]} for n, name in enumerate(relay.teams)]
    legs = [
        {"team": leg.team, "ms": leg.ms, "answers": [{"question": q, "right": right} for q, right in leg.answers]}
        for leg in relay.run
    ]
    return {"relay": True, "mode": "relay", "teams": scores, "legs": legs}


def _handed(relay: Relay, now: float) -> Relay:
    ran = round(min(float(relay.seconds), now - relay.since), 3)
    spent = tuple(s + (ran if t == relay.team else 0.0) for t, s in enumerate(relay.spent))
    turn = relay.turn + 1
    over = turn == LEGS * len(relay.teams)
    return replace(
        relay, turn=turn, at=0, spent=spent, phase="over" if over else "ready", last=None,
        asked=_drawn(relay.bank, relay.rng_seed, turn), answers=(),
        run=(*relay.run, Leg(relay.team, round(ran * 1000), relay.answers)),
    )  # fmt: skip


def _drawn(bank: tuple[Question, ...], seed: int, turn: int) -> tuple[Asked, ...]:
    """One order of the whole bank per relay; each runner gets the next questions of it."""
    order = list(bank)
    random.Random(seed).shuffle(order)
    rng = random.Random(f"{seed} {turn}")
    count = min(PER_LEG, len(order))
    chosen = [order[(turn * count + n) % len(order)] for n in range(count)]
    return tuple(Asked(q, play.shown(q, rng)) for q in chosen)
