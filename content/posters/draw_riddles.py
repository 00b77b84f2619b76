"""The poster of the riddle wall. Run to write it."""

from __future__ import annotations

from pathlib import Path

from forms import merge
from kit import BLUE, GOLD, INK, PAPER, RED, Shape, Sheet, circle, poly, rect, save, song, stroke

RIDDLES = Path(__file__).parent.parent / "riddles" / "riddles"


def _body(cx: float, cy: float, half: float, high: float) -> Shape:
    """A lantern's six corners; its waist is `half` wide."""
    side = half * 0.62
    return poly(
        (cx - side, cy - high / 2),
        (cx + side, cy - high / 2),
        (cx + half, cy),
        (cx + side, cy + high / 2),
        (cx - side, cy + high / 2),
        (cx - half, cy),
    )


def lantern_fair() -> Sheet:
    """The lantern is the moon's face: what is written on it is hidden until somebody lights it."""
    sheet = Sheet("灯谜墙", BLUE, 51)
    sheet.add(GOLD, circle(600, 560, 470))
    sheet.add(INK, rect(494, 0, 12, 300))
    sheet.add(RED, _body(500, 640, 430, 600))
    for reach in (0.46, 0.8):
        for side in (-1, 1):
            top = 500 + side * 430 * 0.62 * reach
            sheet.add(INK, stroke([(top, 340), (500 + side * 430 * reach, 640), (top, 940)], 9))
    sheet.add(INK, rect(300, 296, 400, 56), rect(300, 928, 400, 56))
    sheet.add(PAPER, rect(352, 352, 296, 576))
    sheet.add(RED, song("谜", 500, 640, 250))
    sheet.add(PAPER, *(rect(440 + 34 * i, 984, 20, 110 if i in (0, 3) else 142) for i in range(4)))
    sheet.add(INK, rect(0, 1180, 1000, 220))
    small = [_body(62 + 125 * i, 1300, 48, 84) for i in range(8)]
    sheet.add(PAPER, merge(*small[:5], *small[6:]))
    sheet.add(GOLD, small[5])
    sheet.add(RED, *(rect(45 + 125 * i, 1250, 34, 8) for i in range(8)))
    sheet.chips()
    return sheet


if __name__ == "__main__":
    save(lantern_fair(), RIDDLES / "lantern-fair" / "cover.svg")
