"""A field of small marks that fills up: how much six hundred is, seen at once."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image

from film.palette import FPS, HEIGHT, INKS, WIDTH
from film.script import Count, Shot
from film.sheet import Sheet, load

_SEED = 1925


class Tally:
    """Draws the frames of a count; frames must be asked for in order."""

    def __init__(self, shot: Shot, count: Count, folder: Path) -> None:
        self._count = count
        self._picture = Image.new("RGB", (WIDTH, HEIGHT), INKS[shot.ground])
        self._drawn = 0
        self._marks = {ink: _mark(load(folder / count.mark), ink, count.cell) for ink in INKS}
        dice = random.Random(_SEED)
        inks = [count.inks] * count.first + [count.later or count.inks] * (count.of - count.first)
        self._inks = [count.odd.get(at) or dice.choice(choice) for at, choice in enumerate(inks)]

    def state(self, frame: int) -> int:
        """How many marks are there."""
        count = self._count
        t = min(1.0, max(0.0, (frame / FPS - count.at) / count.takes))
        return count.first + round((count.of - count.first) * t)

    def draw(self, frame: int) -> Image.Image:
        """The picture of this frame."""
        count = self._count
        rows = -(-(count.room or count.of) // count.columns)
        left, top = (WIDTH - count.columns * count.cell[0]) // 2, (HEIGHT - rows * count.cell[1]) // 2
        for at in range(self._drawn, self.state(frame)):
            row, column = divmod(at, count.columns)
            mark = self._marks[self._inks[at]]
            self._picture.paste(mark, (left + column * count.cell[0], top + row * count.cell[1]), mark)
        self._drawn = max(self._drawn, self.state(frame))
        return self._picture.copy()


def _mark(sheet: Sheet, ink: str, cell: tuple[int, int]) -> Image.Image:
    """The mark in one colour, as large as its cell allows; where it is drawn in black it takes the colour."""
    scale = min(cell[0] / sheet.width, cell[1] / sheet.height)
    coloured = Sheet(sheet.width, sheet.height, tuple(part.replace("#000000", INKS[ink]) for part in sheet.parts))
    return coloured.draw(
        range(len(sheet.parts)), scale, (0, 0, round(sheet.width * scale), round(sheet.height * scale))
    )
