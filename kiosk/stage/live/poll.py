"""A show of hands: the speaker counts. Pure.

Events: `set OPTION COUNT`, `show`, `hide`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kiosk.stage.live.log import Log

MOST_HANDS = 9999


@dataclass(frozen=True, slots=True)
class Hands:
    """Counted so far.

    Args:
        counts: of each option.
        shown: the audience sees the numbers.
    """

    counts: tuple[int, ...]
    shown: bool = False

    @property
    def total(self) -> int:
        """All hands."""
        return sum(self.counts)

    def share(self, option: int) -> float:
        """Part of all hands, 0 to 1; 0 without any."""
        return self.counts[option] / self.total if self.total else 0.0


def fold(log: Log, options: int) -> Hands:
    """The hands after these events."""
    now = Hands((0,) * options)
    for event in log:
        match event:
            case ("set", int(option), int(count)) if 0 <= option < options:
                counts = list(now.counts)
                counts[option] = max(0, min(MOST_HANDS, count))
                now = replace(now, counts=tuple(counts))
            case ("show",):
                now = replace(now, shown=True)
            case ("hide",):
                now = replace(now, shown=False)
            case _:
                pass
    return now


def record(hands: Hands, options: tuple[str, ...]) -> dict[str, Any]:
    """For the record book."""
    return {"options": list(options), "hands": list(hands.counts)}
