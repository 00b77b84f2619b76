"""When to give a film up. Pure: looked at a few times a second, decides from what is seen.

Qt gives no error for AV1 (sound without a picture), for a file cut in the middle (the position jumps to the end) nor for a
decoder that hangs. Only time that was really watched counts, so a busy moment of the screen is not held against a film.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

BLIND_S = 2.0
STALLED_S = 3.0
LOOK_S = 0.25
JUMP_MS = 1_500


class Fault(enum.Enum):
    """Why a programme cannot be played (any further)."""

    MISSING = "missing"
    DAMAGED = "damaged"
    NO_PICTURE = "no-picture"
    STALLED = "stalled"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is seen of a player.

    Args:
        wanted: it was told to play and has not ended.
        has_video: the file has a video track.
        pictured: a valid frame has come.
    """

    wanted: bool
    has_video: bool
    pictured: bool
    position_ms: int


@dataclass(frozen=True, slots=True)
class Watch:
    """What was seen so far. Times in seconds."""

    at: float
    position_ms: int = 0
    still_for: float = 0.0
    blind_for: float = 0.0

    def look(self, facts: Facts, now: float) -> tuple[Watch, Fault | None]:
        """Look once; the fault, if this was too much."""
        if not facts.wanted:
            return Watch(now, facts.position_ms), None
        passed = min(max(now - self.at, 0.0), LOOK_S * 2)
        moved = facts.position_ms != self.position_ms
        blind = facts.has_video and not facts.pictured
        seen = replace(
            self,
            at=now,
            position_ms=facts.position_ms,
            still_for=0.0 if moved else self.still_for + passed,
            blind_for=self.blind_for + passed if blind else 0.0,
        )
        if seen.blind_for >= BLIND_S:
            return seen, Fault.NO_PICTURE
        return seen, Fault.STALLED if seen.still_for >= STALLED_S else None


def jumped(before_ms: int, ms: int, passed_s: float) -> bool:
    """Whether the position went further than time did: the file ends before its length does."""
    return ms - before_ms - passed_s * 1000 > JUMP_MS
