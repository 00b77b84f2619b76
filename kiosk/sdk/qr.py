"""Words in a square that a telephone reads without any network. Drawn by `QrSquare` of the design."""

from __future__ import annotations

from itertools import groupby
from typing import TypedDict


class Square(TypedDict):
    """What `QrSquare` draws: modules on a side, and the dark runs as [column, row, length]."""

    size: int
    runs: list[list[int]]


def square(words: str) -> Square:
    """The square that holds `words`.

    Raises:
        ValueError: they are too long for one square: more than 2,331 bytes in UTF-8.
    """
    import segno  # only when somebody has something to take along

    matrix = segno.make_qr(words, error="m", encoding="utf-8", eci=False).matrix
    dark: list[list[int]] = []
    for y, row in enumerate(matrix):
        x = 0
        for on, cells in groupby(row):
            length = len(list(cells))
            if on:
                dark.append([x, y, length])
            x += length
    return {"size": len(matrix), "runs": dark}
