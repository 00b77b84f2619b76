"""Calling somebody at random: nobody twice until everybody was called. Pure.

Events: `call PERSON SHOWN`. Who comes next follows from the seed, the list and who was called, so that it can be done over.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kiosk.stage.live.log import Log
from kiosk.stage.live.room import Guest, Room


@dataclass(frozen=True, slots=True)
class Calls:
    """Who was called, in order; `last` is None before the first."""

    called: tuple[Guest, ...] = ()

    @property
    def last(self) -> Guest | None:
        """Who was called just now."""
        return self.called[-1] if self.called else None


def fold(log: Log) -> Calls:
    """The calls after these events."""
    return Calls(
        tuple(Guest(e[1], e[2]) for e in log if e[0] == "call" and len(e) == 3 and all(isinstance(v, str) for v in e))
    )


def candidates(room: Room) -> tuple[Guest, ...]:
    """Those who may be called: who signed in; without any, the seats that were counted."""
    return room.guests or tuple(Guest(f"seat {n}", str(n)) for n in range(1, room.counted + 1))


def pick(seed: int, people: tuple[Guest, ...], calls: Calls) -> Guest | None:
    """Who is called next; None when nobody is here."""
    if not people:
        return None
    times = {guest.person: 0 for guest in people}
    for called in calls.called:
        if called.person in times:
            times[called.person] += 1
    fewest = min(times.values())
    waiting = [guest for guest in people if times[guest.person] == fewest]
    if len(people) > 1 and calls.last is not None and len(waiting) > 1:
        waiting = [guest for guest in waiting if guest.person != calls.last.person]
    digest = hashlib.sha256(f"{seed} {len(calls.called)}".encode()).digest()
    return waiting[int.from_bytes(digest) % len(waiting)]
