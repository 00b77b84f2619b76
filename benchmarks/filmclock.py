"""Proves that each presented frame of a film is another one.

Its number is burned into it as black and white cells, and read from the pixels of the display while the film plays.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

CELL, GAP, TOP, LEFT = 32, 8, 24, 24
BITS = 10
"""1,024 frames: half a minute at 30."""
LOOK_S = 0.002
Pixel = Callable[[int, int], tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Presented:
    """What was on the display.

    Args:
        fps: different frames a second.
        gap: the longest that one stood, ms.
        frames: how many were different.
        shown: the share of the film's frames between the first and the last that was seen.
        backwards: frames that came after a later one.
    """

    fps: float
    gap: float
    frames: int
    shown: float
    backwards: int


def burned() -> str:
    """A filter for ffmpeg."""
    ground = f"drawbox=x={LEFT - GAP}:y={TOP - GAP}:w={(BITS + 1) * (CELL + GAP) + GAP}:h={CELL + 2 * GAP}:color=black:t=fill"
    bits = [
        f"drawbox=x={_left(bit)}:y={TOP}:w={CELL}:h={CELL}:color=white:t=fill:enable='gte(mod(n,{2 ** (bit + 1)}),{2**bit})'"
        for bit in range(BITS)
    ]
    always = f"drawbox=x={_left(BITS)}:y={TOP}:w={CELL}:h={CELL}:color=white:t=fill"
    return ",".join((ground, *bits, always))


def read(pixel: Pixel, x: int = 0, y: int = 0) -> int | None:
    """The number on the display; None while no such film is there.

    Args:
        x, y: where the film's own left upper corner is.
    """

    def cell(bit: int) -> int:
        return sum(pixel(x + _left(bit) + CELL // 2, y + TOP + CELL // 2)) // 3

    between = sum(pixel(x + _left(0) - GAP // 2, y + TOP + CELL // 2)) // 3
    if cell(BITS) < 200 or between > 60:
        return None
    return sum(1 << bit for bit in range(BITS) if cell(bit) > 128)


def judged(seen: Sequence[tuple[float, int]], first: int, last: int) -> Presented:
    """Changes of the number, each with its time in seconds, between two frames of the film.

    Raises:
        ValueError: the film was not seen there.
    """
    inside = [(at, number) for at, number in seen if first <= number <= last]
    if len(inside) < 2:
        raise ValueError(f"the film was not seen between its frames {first} and {last}")
    numbers = [number for _, number in inside]
    different = len(set(numbers))
    return Presented(
        fps=(different - 1) / (inside[-1][0] - inside[0][0]),
        gap=max(b[0] - a[0] for a, b in pairwise(inside)) * 1000,
        frames=different,
        shown=different / (max(numbers) - min(numbers) + 1),
        backwards=sum(b < a for a, b in pairwise(numbers)),
    )


@contextmanager
def watched(pixel: Pixel, x: int = 0, y: int = 0) -> Iterator[list[tuple[float, int]]]:
    """Look 500 times a second from a thread of its own; each change of the number goes into the list."""
    seen: list[tuple[float, int]] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK_S):
            first = read(pixel, x, y)
            if first is None or (seen and seen[-1][1] == first):
                continue
            if read(pixel, x, y) == first:  # not in the middle of being drawn
                seen.append((time.perf_counter(), first))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def _left(bit: int) -> int:
    return LEFT + bit * (CELL + GAP)
