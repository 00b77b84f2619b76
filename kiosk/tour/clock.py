"""A clock that the tour puts forward, so that nobody waits for a visitor to be gone."""

from __future__ import annotations

import time

from kiosk.core.clock import Clock


class MovableClock(Clock):
    """The machine's clock, which the tour can put forward."""

    __slots__ = ("_ahead",)
    _ahead: float

    def __init__(self) -> None:
        object.__setattr__(self, "_ahead", 0.0)

    def monotonic(self) -> float:
        """Seconds, with what was put forward."""
        return time.monotonic() + self._ahead

    def jump(self, seconds: float) -> None:
        """Put it forward."""
        object.__setattr__(self, "_ahead", self._ahead + seconds)
