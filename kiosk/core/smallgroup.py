"""Counts of people in which no small group can be seen, nor be worked out from the other cells and the sums."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 5
"""Fewer people than this are never shown as a group of their own."""


def hide(numbers: Sequence[int], *, adds_up: bool) -> list[int | None]:
    """Numbers of people with small groups hidden.

    Args:
        numbers: one for each option.
        adds_up: everybody is in exactly one of them, so what is hidden could be worked out from the sum.
    """
    hidden = {i for i, n in enumerate(numbers) if 0 < n < LEAST}
    if adds_up and hidden:
        rest = sorted((n, i) for i, n in enumerate(numbers) if i not in hidden and n)
        while rest and (len(hidden) < 2 or sum(numbers[i] for i in hidden) < LEAST):
            hidden.add(rest.pop(0)[1])
    return [None if i in hidden else n for i, n in enumerate(numbers)]


def hide_grid(grid: Sequence[Sequence[int]]) -> list[list[int | None]]:
    """The same for a table whose rows and columns have sums: no line is left with a single hidden cell."""
    hidden = {(r, c) for r, row in enumerate(grid) for c, n in enumerate(row) if 0 < n < LEAST}
    lines = [[(r, c) for c in range(len(row))] for r, row in enumerate(grid)]
    lines += [[(r, c) for r in range(len(grid))] for c in range(len(grid[0]))] if grid else []
    changed = True
    while changed:
        changed = False
        for line in lines:
            lone = [p for p in line if p in hidden]
            rest = sorted((grid[r][c], r, c) for r, c in line if (r, c) not in hidden and grid[r][c])
            if lone and rest and (len(lone) < 2 or sum(grid[r][c] for r, c in lone) < LEAST):
                hidden.add(rest[0][1:])
                changed = True
    return [[None if (r, c) in hidden else n for c, n in enumerate(row)] for r, row in enumerate(grid)]
