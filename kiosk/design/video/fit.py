"""Where a film stands in its frame, and which of its frames are worth painting. Pure."""

from __future__ import annotations

from dataclasses import dataclass

SHARE = 0.6
"""Most of the GUI thread's time that painting may take."""


def letterbox(width: float, height: float, ratio: float) -> tuple[float, float, float, float]:
    """The largest rectangle of a ratio (width / height) in the middle of another one: x, y, width, height."""
    if width <= 0 or height <= 0 or ratio <= 0:
        return 0.0, 0.0, max(width, 0.0), max(height, 0.0)
    wide = min(width, height * ratio)
    high = wide / ratio
    return (width - wide) / 2, (height - high) / 2, wide, high


@dataclass(frozen=True, slots=True)
class Pace:
    """When the next frame may be painted. All in seconds.

    Args:
        free_at: not before; touch must be answered between two frames.
    """

    free_at: float = 0.0

    def wait(self, now: float) -> float:
        """How long a frame that came `now` has to wait; 0 = paint it."""
        return max(0.0, self.free_at - now)

    def painted(self, began: float, ended: float) -> Pace:
        """After one frame was painted."""
        return Pace(ended + (ended - began) * (1 / SHARE - 1))
