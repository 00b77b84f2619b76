"""The watch against the plan. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Pace: TypeAlias = Literal["early", "good", "late", "over"]

SLACK = 60.0
"""Seconds that nobody needs to be told about."""
LATE = 180.0
"""Seconds behind the plan from which on the speaker must leave something out."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Planned seconds for each step and for the whole."""

    steps: tuple[float, ...]
    whole: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How the lecture stands.

    Args:
        left: seconds until the planned end; negative when it is over.
        behind: seconds that this moment is later than planned; negative when earlier.
        pace: in a word.
    """

    left: float
    behind: float
    pace: Pace


def planned(minutes: tuple[float, ...], whole: float) -> Plan:
    """The plan: steps that were given no time share evenly what the others leave.

    Args:
        minutes: of each step; 0 where the author planned none.
        whole: minutes of the lecture.
    """
    given = sum(minutes)
    open_ = sum(1 for m in minutes if m <= 0)
    share = max(0.0, whole - given) / open_ if open_ else 0.0
    return Plan(tuple((m if m > 0 else share) * 60 for m in minutes), whole * 60)


def standing(plan: Plan, spent: tuple[float, ...], index: int) -> Standing:
    """Where the speaker stands: early only when a step was reached sooner than the plan has it."""
    elapsed = sum(spent)
    due, until = sum(plan.steps[:index]), sum(plan.steps[: index + 1])
    behind = elapsed - until if elapsed > until else min(0.0, elapsed - due)
    left = plan.whole - elapsed
    return Standing(left, behind, _pace(left, behind))


def _pace(left: float, behind: float) -> Pace:
    if left < 0 or behind > LATE:
        return "over"
    if behind > SLACK:
        return "late"
    return "early" if behind < -SLACK else "good"
