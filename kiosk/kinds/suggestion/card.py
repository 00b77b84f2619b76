"""The receipt as a QR code that a phone reads without a network."""

from __future__ import annotations

from itertools import groupby

import segno


def runs(words: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Size of the code in modules, and its dark runs as (column, row, length).

    Args:
        words: what the phone shows.
    """
    code = segno.make_qr(words, error="m", encoding="utf-8", eci=False)
    dark = []
    for y, row in enumerate(code.matrix):
        x = 0
        for on, cells in groupby(row):
            length = len(list(cells))
            if on:
                dark.append((x, y, length))
            x += length
    return len(code.matrix), dark
