"""What the author decides about a quiz beside its questions: ways to play, who plays, points, workshops, prizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["practice", "daily", "challenge", "exam", "duel", "relay"]
Identity: TypeAlias = Literal["none", "nickname", "number", "card"]
CheckDigit: TypeAlias = Literal["none", "luhn"]

MODES: tuple[Mode, ...] = ("practice", "daily", "challenge", "exam", "duel", "relay")
IDENTITIES: tuple[Identity, ...] = ("none", "nickname", "number", "card")
SCORED: tuple[Mode, ...] = ("daily", "challenge", "exam")
"""Ways to play that count for the leader boards when the quiz knows who plays."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Part of the house that stands on the board; `people` work there."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Prize:
    """`count` pieces of `what` are drawn as `name` (一等奖)."""

    name: str
    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Rules:
    """How a quiz is played beyond practice.

    Args:
        modes: ways to play that the start page offers, in the order of `MODES`; at least one.
        identity: how a visitor says who they are before a round that counts.
        least_digits: of a worker number.
        most_digits: of a worker number.
        check_digit: what the last digit of a worker number must fulfil.
        points: for each right answer.
        daily_points: most points a person gets on one day; 0 is no limit.
        daily_draw: questions of the day.
        daily_tries: tries a day; the best counts.
        challenge_seconds: time for each question of a challenge.
        exam_draw: questions of the paper.
        exam_minutes: time for the whole paper.
        exam_pass: right answers wanted.
        exam_tries: times a person may sit the exam; 0 is no limit.
        duel_seconds: time for each question of a duel.
        relay_seconds: time of one runner of a relay.
        workshops: empty: the board has no workshops.
        ticket_points: points that make a person eligible for the prize draw.
        draw_opens: `YYYY-MM-DD HH:MM`, local time; before it the list of tickets cannot be frozen.
        prizes: from the first prize down; empty: no draw.
    """

    modes: tuple[Mode, ...] = ("practice",)
    identity: Identity = "none"
    least_digits: int = 4
    most_digits: int = 12
    check_digit: CheckDigit = "none"
    points: int = 1
    daily_points: int = 0
    daily_draw: int = 5
    daily_tries: int = 3
    challenge_seconds: int = 45
    exam_draw: int = 20
    exam_minutes: int = 15
    exam_pass: int = 12
    exam_tries: int = 1
    duel_seconds: int = 10
    relay_seconds: int = 60
    workshops: tuple[Workshop, ...] = ()
    ticket_points: int = 0
    draw_opens: str = ""
    prizes: tuple[Prize, ...] = ()

    def counts(self, mode: Mode) -> bool:
        """Does a round of this mode belong to a person and to the boards?"""
        return self.identity != "none" and mode in SCORED

    @property
    def from_house(self) -> bool:
        """Do visitors say who they are by what the house gave them, so that a roster can know them?"""
        return self.identity in ("number", "card")

    @property
    def boards(self) -> bool:
        """Is there a leader board?"""
        return any(self.counts(mode) for mode in self.modes)
