"""What happened at a step in which the audience takes part: a list of short events, from which its state is made each time.

So nothing is lost, undoing is leaving the last one out, and what an older or a newer program wrote is passed over. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Event: TypeAlias = tuple[Any, ...]
"""A word and what belongs to it: strings, whole numbers and lists of them."""
Log: TypeAlias = tuple[Event, ...]

MOST = 4000
"""Events of one step; a lecture hall has fewer seats."""


def read(state: Mapping[str, Any] | None) -> Log:
    """The events of a step as it is kept."""
    kept = (state or {}).get("log")
    if not isinstance(kept, list):
        return ()
    return tuple(tuple(event) for event in kept if isinstance(event, list | tuple) and event)


def write(log: Log) -> dict[str, Any]:
    """A step as it is kept."""
    return {"log": [list(event) for event in log]}


def add(log: Log, *event: Any) -> Log:
    """One more; nothing more when it is full."""
    return log if len(log) >= MOST else (*log, tuple(event))


def undo(log: Log, fixed: tuple[str, ...] = ()) -> Log:
    """Without the last one.

    Args:
        fixed: events that cannot be taken back, and nothing before them either.
    """
    return log[:-1] if log and log[-1][0] not in fixed else log
