"""Two numbers as two rows of slats at one scale: the drawing is the count. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.kinds.studio.model import Change

MOST_SLATS = 60
"""More could not be told apart; then one slat stands for several units."""


@dataclass(frozen=True, slots=True)
class Bars:
    """How a change is drawn.

    Args:
        unit: units that one slat stands for: 1, 5, 10, 50, 100 …
        full: slats over the whole width, possibly with a part of one.
        before, after: slats of each row; the last one may be narrower.
    """

    unit: int
    full: float
    before: float
    after: float


def bars(change: Change) -> Bars:
    """Scale a change so that the longer row fills the width."""
    most = max(change.before, change.after)
    unit = slat(most)
    return Bars(unit, most / unit, change.before / unit, change.after / unit)


def slat(most: float) -> int:
    """The least of 1, 5, 10, 50, 100 … units a slat with which `most` units need at most `MOST_SLATS` slats."""
    unit = 1
    while math.ceil(most / unit) > MOST_SLATS:
        unit *= 5 if str(unit)[0] == "1" else 2
    return unit


def number(value: float) -> str:
    """A value as it is written: no trailing zeros, at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
