"""How long the administrator's pages stay open. Pure.

Maintenance is lent, not given: it ends by itself a while after the last touch, and after a longer while whatever is touched,
so that a kiosk which somebody forgot, or on which children play, closes its door.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

QUIET = 300.0
"""Seconds without a touch."""
LONGEST = 1800.0
"""Seconds from the PIN, whatever is touched."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One stay, in seconds of a monotonic clock.

    Args:
        began: when the PIN was entered.
        touched: the last touch.
    """

    began: float
    touched: float

    @classmethod
    def begin(cls, now: float) -> Lease:
        """The PIN was right."""
        return cls(now, now)

    def touch(self, now: float) -> Lease:
        """Somebody is at work; an earlier touch changes nothing."""
        return replace(self, touched=max(self.touched, now))

    @property
    def ends(self) -> float:
        """When the door closes if nothing is touched any more."""
        return min(self.touched + QUIET, self.began + LONGEST)

    def over(self, now: float) -> bool:
        """Whether the door is to be closed."""
        return now >= self.ends
