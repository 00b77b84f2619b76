"""How long the administrator's pages stay open. Pure.

Maintenance is lent, not given: it ends by itself a while after the last touch, and after a longer while whatever is touched,
so that a kiosk which somebody forgot, or on which children play, closes its door.
"""

from __future__ import annotations

from dataclasses import dataclass

QUIET = 300.0
"""Seconds without a touch."""
LONGEST = 1800.0
"""Seconds from the PIN, whatever is touched."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One stay.

    Args:
        began: when the PIN was entered, seconds of a monotonic clock.
    """

    began: float

    def ends(self, touched: float) -> float:
        """When the door closes if nothing is touched after `touched`."""
        return min(max(touched, self.began) + QUIET, self.began + LONGEST)

    def spent(self, now: float) -> bool:
        """Whether it is over although somebody goes on touching."""
        return now >= self.began + LONGEST
