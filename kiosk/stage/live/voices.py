"""A round of suggestions: the room is invited, the speaker counts who spoke. Pure.

Events: `set COUNT`.
"""

from __future__ import annotations

from kiosk.stage.live.log import Log

MOST_VOICES = 999


def fold(log: Log) -> int:
    """How many spoke."""
    counts = [event[1] for event in log if event[0] == "set" and len(event) == 2 and isinstance(event[1], int)]
    return max(0, min(MOST_VOICES, counts[-1])) if counts else 0
