"""When does a visit end? Pure: times in, moment out.

A touch within `idle` seconds keeps the visit. Then, if the visitor has left the start or has something to lose, the kiosk
asks "still there?" for `countdown` seconds; after that, or at once when there is nothing to take away, the visit ends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Active:
    """Somebody is here."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody may have left: "Still there?".

    Args:
        left: whole seconds until the reset.
    """

    left: int


@dataclass(frozen=True, slots=True)
class Gone:
    """The visit is over: reset, and show the attract loop."""


Moment: TypeAlias = Active | Asking | Gone


@dataclass(frozen=True, slots=True)
class Idle:
    """Limits and the last sign of life, in seconds of a monotonic clock."""

    idle: float
    countdown: float
    touched: float = 0.0
    gone: bool = False

    def touch(self, now: float) -> Idle:
        """Somebody touched the screen."""
        return replace(self, touched=now, gone=False)

    def leave(self) -> Idle:
        """End the visit now."""
        return replace(self, gone=True)

    def look(self, now: float, *, at_start: bool, awake: bool, at_least: float = 0.0) -> tuple[Idle, Moment]:
        """What is the moment?

        Args:
            now: monotonic seconds.
            at_start: on the home screen with nothing chosen and nothing to lose.
            awake: something plays; watching is not idling.
            at_least: seconds that this page stays without a touch, when they are more than `idle`.
        """
        if self.gone:
            return self, Gone()
        if awake:
            # The end of the film starts the wait anew.
            return replace(self, touched=now), Active()
        waited = now - self.touched
        idle = max(self.idle, at_least)
        if waited < idle:
            return self, Active()
        if at_start or waited >= idle + self.countdown:
            return replace(self, gone=True), Gone()
        return self, Asking(math.ceil(idle + self.countdown - waited))
