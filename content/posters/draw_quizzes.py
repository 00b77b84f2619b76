"""Four posters for the quizzes: history, labour law, union law, safety. Run to write them."""

from __future__ import annotations

import math
from pathlib import Path

from forms import crescent, gear, merge, soften
from kit import (
    BLUE,
    GOLD,
    INK,
    PAPER,
    RED,
    Point,
    Shape,
    Sheet,
    bounds,
    circle,
    move,
    poly,
    rect,
    save,
    scale,
    sector,
    song,
    stroke,
)

QUIZZES = Path(__file__).parent.parent / "quizzes" / "quizzes"


def labour_history() -> Sheet:
    """The leaf of May is a flag: thirty-one days fly from the pole, and the first of them is marked."""
    s = Sheet("劳模史", GOLD, 31)

    def fly(x: float, y: float) -> Point:
        return x, y + 0.075 * (x - 190) * math.sin((x - 190) / 132)

    def leaf(x: float, y: float, w: float, h: float) -> Shape:
        steps = max(1, round(w / 26))
        xs = [x + w * i / steps for i in range(steps + 1)]
        return [[fly(x, y) for x in xs] + [fly(x, y + h) for x in reversed(xs)]]

    s.add(RED, leaf(190, 220, 840, 800))
    s.add(INK, leaf(190, 220, 840, 96))
    s.add(GOLD, *(circle(*fly(x, 268), 20) for x in (300, 540, 780)))
    days = [leaf(250 + 108 * (i % 7), 364 + 126 * (i // 7), 76, 88) for i in range(31)]
    s.add(PAPER, merge(*days[1:]))
    s.add(GOLD, circle(*fly(288, 408), 46))
    s.add(INK, rect(150, 110, 40, 1070), circle(170, 110, 56))
    s.add(INK, rect(0, 1170, 1000, 230))
    s.add(PAPER, song("史", 500, 1290, 160))
    s.chips()
    return s


def labour_law() -> Sheet:
    """The working day is the beam of the balance: eight hours hold work and rest level."""
    s = Sheet("劳动法", RED, 32)
    s.add(INK, rect(476, 440, 48, 740), poly((380, 1181), (476, 1090), (524, 1090), (620, 1181)))
    s.add(INK, rect(40, 470, 920, 112))
    s.add(PAPER, merge(*(rect(54 + 113 * i, 484, 101, 84) for i in range(8))))
    s.add(INK, circle(500, 330, 146))
    s.add(PAPER, circle(500, 330, 124))
    s.add(INK, stroke([(500, 346), (500, 232)], 14), stroke([(514, 322), (430, 370)], 20), circle(500, 330, 20))
    for x in (185, 815):
        s.add(INK, stroke([(x, 582), (x - 150, 950)], 8), stroke([(x, 582), (x + 150, 950)], 8))
        s.add(INK, sector(x, 946, 166, 90, 270))
    s.add(GOLD, gear(185, 840, 106, 36, 12))
    s.add(GOLD, crescent(808, 838, 112, -60, 52, 92))
    s.add(INK, rect(0, 1180, 1000, 220))
    s.add(PAPER, song("法", 500, 1292, 160))
    s.chips()
    return s


def union_law() -> Sheet:
    """One great 工 is many small squares: each is little alone and a wall together."""
    s = Sheet("工会法", RED, 33)
    many: list[Shape] = []
    one: list[Shape] = []
    for j in range(28):
        for i in range(20):
            x, y = 25 + 50 * i, 25 + 50 * j
            bar = (6 <= j <= 8 and 3 <= i <= 16) or (19 <= j <= 22 and 1 <= i <= 18)
            if i in (9, 10) and j in (13, 14):
                continue
            if bar or (8 < j < 19 and 8 <= i <= 11):
                one.append(rect(x - 23, y - 23, 46, 46))
            else:
                half = 5 + 9 * j / 27
                many.append(rect(x - half, y - half, 2 * half, 2 * half))
    s.add(INK, merge(*many))
    s.add(PAPER, merge(*one))
    s.add(GOLD, circle(500, 700, 47))
    s.chips()
    return s


def safety() -> Sheet:
    """The helmet is the roof of 安: under it a person is safe."""
    s = Sheet("安全", BLUE, 34)
    outline, _roof, counter = song("安", 500, 690, 960)
    x0, y0, x1, y1 = bounds([outline])
    woman = move(soften([outline, counter]), 500 - (x0 + x1) / 2, 850 - (y0 + y1) / 2)
    s.add(PAPER, scale(woman, 770 / (x1 - x0), 590 / (y1 - y0), about=(500, 850)))
    s.add(GOLD, sector(500, 540, 344, -90, 90))
    s.add(BLUE, *(sector(500, 540, 300, a, b, 288) for a, b in ((-80, -20), (20, 80))))
    s.add(GOLD, poly((444, 178), (556, 178), (572, 540), (428, 540)))
    s.add(RED, circle(500, 410, 64))
    s.add(GOLD, poly((90, 540), (910, 540), (940, 715), (888, 715), (860, 612), (140, 612), (112, 715), (60, 715)))
    s.add(INK, rect(0, 1180, 1000, 220))
    small = sector(0, 0, 34, -90, 90) + rect(-44, 2, 88, 10)
    row = [move(small, 50 + 100 * i, 1308) for i in range(10)]
    s.add(PAPER, merge(*row[:7], *row[8:]))
    s.add(RED, row[7])
    s.chips()
    return s


DRAWINGS = {"labour-history": labour_history, "labour-law": labour_law, "union-law": union_law, "safety": safety}


def write_all() -> None:
    """Write every quiz poster next to its quiz."""
    for quiz, draw in DRAWINGS.items():
        save(draw(), QUIZZES / quiz / "cover.svg")


if __name__ == "__main__":
    write_all()
