"""Who is here: signed in one by one by worker number, card or from the list, or counted by the speaker. Pure.

Events: `in PERSON SHOWN UNIT` (a keyed hash, a masked name, a workshop), `count N`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kiosk.stage.live.log import Log

MOST_PEOPLE = 2000


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who signed in."""

    person: str
    shown: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Who is here.

    Args:
        guests: in the order in which they came, each once.
        counted: people the speaker counted beside them.
    """

    guests: tuple[Guest, ...] = ()
    counted: int = 0

    @property
    def attendance(self) -> int:
        """All who are here: a count is of the whole room, so that it holds when it is larger than the list."""
        return max(len(self.guests), self.counted)

    @property
    def units(self) -> dict[str, int]:
        """Signed in by workshop, most first."""
        return dict(Counter(g.unit for g in self.guests if g.unit).most_common())

    def __contains__(self, person: str) -> bool:
        return any(g.person == person for g in self.guests)


def fold(log: Log) -> Room:
    """The room after these events."""
    guests: dict[str, Guest] = {}
    counted = 0
    for event in log:
        match event:
            case ("in", str(person), str(shown), str(unit)) if person and len(guests) < MOST_PEOPLE:
                guests.setdefault(person, Guest(person, shown, unit))
            case ("count", int(number)):
                counted = max(0, min(9999, number))
            case _:
                pass
    return Room(tuple(guests.values()), counted)


def record(room: Room) -> dict[str, Any]:
    """For the record book: numbers only, nobody is named."""
    return {"signed": len(room.guests), "counted": room.counted, "units": room.units}
