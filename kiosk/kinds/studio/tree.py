"""Where the people of a master-apprentice tree stand: one column a generation, one row for everybody who has no apprentice. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.kinds.studio.model import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands.

    Args:
        column: generation, from 0.
        row: in steps from the top.
    """

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole tree: `places` in the order of the people, `columns` and `rows` that it takes."""

    places: tuple[Place, ...]
    columns: int
    rows: int


def layout(people: Sequence[Person]) -> Layout:
    """Place everybody; a master stands beside the first apprentice, so that the head is on the first screen."""
    if not people:
        return Layout((), 0, 0)
    depth: list[int] = []
    for person in people:
        depth.append(depth[person.parent] + 1 if person.parent >= 0 else 0)
    below: list[list[int]] = [[] for _ in people]
    for n, person in enumerate(people):
        if person.parent >= 0:
            below[person.parent].append(n)
    rows = [0] * len(people)
    free = 0
    stack = [(n, False) for n in reversed(range(len(people))) if people[n].parent < 0]
    while stack:
        at, seen = stack.pop()
        if not below[at]:
            rows[at], free = free, free + 1
        elif seen:
            rows[at] = rows[below[at][0]]
        else:
            stack.append((at, True))
            stack += [(n, False) for n in reversed(below[at])]
    return Layout(tuple(map(Place, depth, rows)), max(depth) + 1, free)
