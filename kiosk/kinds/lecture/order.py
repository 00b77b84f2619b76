"""The run order as a visitor reads it: how much is told, watched and done together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.kinds.lecture.model import Lecture, Step, StepKind

Part: TypeAlias = Literal["told", "watched", "together"]
PARTS: tuple[Part, ...] = ("told", "watched", "together")
_WATCHED: tuple[StepKind, ...] = ("segment", "picture", "story")
_TOLD: tuple[StepKind, ...] = ("slide", "page")
LEAST = 0.5
"""Minutes a step without a plan counts in the bar, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Slat:
    """A step of the bar: what part it is of, and its share of the whole."""

    part: Part
    share: float


def part(step: Step) -> Part:
    """Told by the speaker, watched together, or done by everybody."""
    return "told" if step.kind in _TOLD else "watched" if step.kind in _WATCHED else "together"


def slats(lecture: Lecture) -> tuple[Slat, ...]:
    """The bar of the plan: one slat for each step, as wide as its minutes; the shares add up to 1."""
    wide = [max(LEAST, step.minutes) for step in lecture.steps]
    whole = sum(wide)
    return tuple(Slat(part(step), width / whole) for step, width in zip(lecture.steps, wide, strict=True))


def minutes(lecture: Lecture) -> dict[Part, float]:
    """Planned minutes of each part; what no step plans belongs to the telling."""
    found: dict[Part, float] = dict.fromkeys(PARTS, 0.0)
    for step in lecture.steps:
        found[part(step)] += step.minutes
    found["told"] += max(0.0, lecture.minutes - sum(found.values()))
    return found


def share(value: float) -> str:
    """Minutes for people: 3, 1.5, 0.5."""
    return f"{round(value, 1):g}"
