"""How large words can be set in a box, and where they must end when there are too many. Pure arithmetic, no font.

A Chinese character is one em wide and a Latin one about half, near enough to choose among a few sizes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LINE = 1.55
"""Line distance, em."""
GAP = 0.55
"""Between paragraphs, em."""
_LATIN = 0.56


@dataclass(frozen=True, slots=True)
class Fitted:
    """Size in pixels and the paragraphs that stay; `cut` when words were left out."""

    size: int
    texts: tuple[str, ...]
    cut: bool = False


def ems(text: str) -> float:
    """Width of a line of text in ems."""
    return sum(1.0 if ch > "\u2e7f" or ch in "“”‘’—…" else _LATIN for ch in text)


def lines(text: str, per_line: float) -> int:
    """Lines that a paragraph takes."""
    return sum(max(1, math.ceil(ems(part) / per_line)) for part in text.split("\n"))


def fit(texts: tuple[str, ...], width: float, height: float, sizes: tuple[int, ...]) -> Fitted:
    """The largest of `sizes` at which all paragraphs stay inside; else the smallest, cut.

    Args:
        sizes: pixels, largest first.
    """
    fitting = [size for size in sizes if _height(texts, size, width) <= height]
    for size in fitting[:3]:  # a little smaller rather than one character alone on a line
        if not any(_widowed(text, width / size) for text in texts):
            return Fitted(size, texts)
    if fitting:
        return Fitted(fitting[0], texts)
    return Fitted(sizes[-1], _cut(texts, sizes[-1], width, height), cut=True)


def _widowed(text: str, per_line: float) -> bool:
    """Whether its last line would hold a character or two."""
    last = text.rsplit("\n", maxsplit=1)[-1]
    return per_line >= 3 and ems(last) > per_line and 0 < ems(last) % math.floor(per_line) <= 2.0


def _height(texts: tuple[str, ...], size: int, width: float) -> float:
    count = sum(lines(text, width / size) for text in texts)
    return size * (count * LINE + max(0, len(texts) - 1) * GAP)


def _cut(texts: tuple[str, ...], size: int, width: float, height: float) -> tuple[str, ...]:
    kept: list[str] = []
    for text in texts:
        if _height((*kept, text), size, width) <= height:
            kept.append(text)
            continue
        low, high = 0, len(text)
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            if _height((*kept, f"{text[:middle]}……"), size, width) <= height:
                low = middle
            else:
                high = middle - 1
        if low > 0:
            kept.append(f"{text[:low].rstrip()}……")
        elif kept:
            kept[-1] = f"{kept[-1]}……"
        break
    return tuple(kept)
