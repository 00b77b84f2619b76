"""Setting a riddle downwards on its slip of paper: right column first, breaks where the verse breaks, no punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[\s，。、；：？！,.;:?!…—“”‘’「」《》（）()·]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_CAPS = (0, 172, 132, 116, 100)
"""Largest type for one, two, three, and four or more columns."""
_ALONE = 220
"""A single character."""
_LONGEST = 7
"""Characters that stay in one column; a clause of more is parted in the middle."""
_MOST_COLUMNS = 10
_LEAST = 44
_LEADING, _BESIDE = 1.28, 1.22
EDGE = 76
"""What the slip's own margins take of its width."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A set riddle.

    Args:
        size: of the type, px; 0 when it has to be set in lines instead.
        step: from one character to the next, px.
        across: from one column to the next, px.
        width: of the paper, px.
        columns: right one first; a blank stands for half a character between two clauses.
    """

    size: int
    step: int
    across: int
    width: int
    columns: tuple[str, ...] = ()


def setting(face: str, width: float, height: float, largest: int = _CAPS[1]) -> Slip:
    """The largest setting of `face` on paper of at most `width` x `height`; of two equal ones that with fewer columns.

    Words that cannot stand downwards (letters, figures, very long text) give size 0.
    """
    clauses = _clauses(face)
    if not clauses or not all(_HAN.fullmatch(c) for c in clauses):
        return Slip(0, 0, 0, round(width))
    best: Slip | None = None
    for count in range(1, min(_MOST_COLUMNS, len(clauses)) + 1):
        columns = _parted(clauses, count)
        made = _fitted(columns, width, height, largest)
        if best is None or made.size > best.size:
            best = made
    assert best is not None
    return best if best.size >= _LEAST else Slip(0, 0, 0, round(width))


def _fitted(columns: tuple[str, ...], width: float, height: float, largest: int) -> Slip:
    count, longest = len(columns), max(map(length, columns))
    cap = _ALONE if longest == 1 and count == 1 else _CAPS[min(count, len(_CAPS) - 1)]
    room = height / longest
    size = min(cap, round(cap * largest / _CAPS[1]), int(room / 1.012), int((width - EDGE) / count / _BESIDE))
    across = round(size * _BESIDE)
    step = int(min(room, size * _LEADING)) if longest > 4 or count > 1 else int(min(room, size * 1.012))
    return Slip(size, step, across, EDGE + across * (count - 1) + size, columns)


def length(column: str) -> float:
    """Length of a column in characters; a blank is half of one."""
    return len(column) - column.count(" ") / 2


def _clauses(face: str) -> list[str]:
    found: list[str] = []
    for part in filter(None, _MARKS.split(face)):
        middle = (len(part) + 1) // 2
        found += [part] if len(part) <= _LONGEST else [part[:middle], part[middle:]]
    return found


def _parted(clauses: Sequence[str], count: int) -> tuple[str, ...]:
    """The clauses on `count` columns, in order, so that the longest column is as short as it can be."""
    options = (tuple(" ".join(group) for group in groups) for groups in _groups(clauses, count))
    return min(options, key=lambda columns: (max(map(length, columns)), [-length(c) for c in columns]))


def _groups(clauses: Sequence[str], count: int) -> Iterator[tuple[Sequence[str], ...]]:
    if count == 1:
        yield (clauses,)
        return
    for first in range(1, len(clauses) - count + 2):
        for rest in _groups(clauses[first:], count - 1):
            yield (clauses[:first], *rest)
