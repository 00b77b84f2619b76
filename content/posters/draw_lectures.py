"""Covers of the lectures, and the picture that fills the screen in one of them. Run to write them."""

from __future__ import annotations

from pathlib import Path

from draw_lessons import Panel
from forms import merge
from kit import BLUE, GOLD, INK, PAPER, RED, Shape, Sheet, circle, poly, rect, ring, save, sector, song

LECTURES = Path(__file__).parent.parent / "lectures" / "lectures"


def slats(x: float, y: float, wide: float, high: float, count: int) -> Shape:
    """The corrugation of a container."""
    step = wide / (count + 1)
    return merge(*(rect(x + step * (i + 1) - 4, y + high * 0.2, 8, high * 0.6) for i in range(count)))


def hook_spring() -> Sheet:
    """A crane hook is a wave that lands in the one gap of the stack."""
    s = Sheet("一钩准", BLUE, 71)
    s.add(GOLD, circle(690, 400, 250))
    s.add(INK, rect(468, 0, 64, 300))
    s.add(INK, rect(400, 250, 200, 130))
    s.add(PAPER, circle(500, 315, 30))
    s.add(INK, sector(500, 620, 250, 20, 290, 150))
    s.add(INK, rect(450, 370, 100, 110))
    s.add(INK, poly((262, 540), (420, 590), (300, 420)))
    s.add(RED, rect(360, 800, 280, 190))
    s.add(PAPER, song("准", 500, 895, 150))
    for x, y in ((372, 812), (608, 812), (372, 958), (608, 958)):
        s.add(GOLD, rect(x, y, 20, 20))
    colours = (INK, GOLD, PAPER)
    for row in range(2):
        for col in range(5):
            left = -240 + col * 300 + (120 if row else 0)
            if row == 0 and col == 2:
                continue
            tone = colours[(col + row) % 3]
            s.add(tone, rect(left, 1030 + row * 200, 280, 185))
            s.add(INK if tone != INK else GOLD, slats(left, 1030 + row * 200, 280, 185, 6))
    s.chips()
    return s


def may_clock() -> Sheet:
    """A day in three eights is the sun over the roofs."""
    s = Sheet("五一从哪来", PAPER, 72)
    s.add(INK, circle(500, 560, 430))
    s.add(RED, sector(500, 560, 400, 0, 120))
    s.add(GOLD, sector(500, 560, 400, 120, 240))
    s.add(BLUE, sector(500, 560, 400, 240, 360))
    s.add(PAPER, *(sector(500, 560, 400, a - 0.9, a + 0.9, 60) for a in (0, 120, 240)))
    s.add(PAPER, *(sector(500, 560, 396, i * 15 - 0.8, i * 15 + 0.8, 360 if i % 2 else 336) for i in range(24)))
    s.add(PAPER, circle(500, 560, 150))
    s.add(INK, song("八", 500, 560, 170))
    for i in range(6):
        left = -40 + i * 180
        s.add(INK, poly((left, 1180), (left, 1040), (left + 150, 960), (left + 150, 1180)))
    s.add(INK, rect(0, 1170, 1000, 230))
    s.add(RED, rect(0, 1230, 1000, 36))
    s.add(GOLD, *(rect(40 + i * 120, 1310, 70, 26) for i in range(8)))
    s.chips()
    return s


def quay() -> Panel:
    """Twenty-three containers and one gap; the twenty-fourth hangs over it."""
    p = Panel("一排箱子，差一只", 1920, 1080, BLUE)
    p.add(GOLD, circle(1480, 330, 230))
    p.add(INK, rect(0, 150, 1920, 56), rect(1250, 150, 24, 250), rect(1106, 150, 24, 250))
    p.add(INK, *(poly((x, 150), (x + 40, 70), (x + 80, 150)) for x in range(0, 1920, 120)))
    p.add(INK, rect(1060, 380, 260, 40))
    p.add(RED, rect(1070, 430, 240, 170))
    p.add(PAPER, song("准", 1190, 515, 130))
    colours = (INK, GOLD, PAPER, INK, PAPER, GOLD)
    for row in range(2):
        for col in range(8):
            if row == 0 and col == 4:
                continue
            left, top = 30 + col * 260 + (row * -130), 690 + row * 195
            tone = colours[(col * 2 + row * 3) % 6]
            p.add(tone, rect(left, top, 240, 180))
            p.add(INK if tone != INK else GOLD, slats(left, top, 240, 180, 6))
    p.add(PAPER, ring(1190, 300, 44, 26))
    return p


def write() -> None:
    """All of them, each beside its lecture."""
    save(hook_spring(), LECTURES / "one-hook-true" / "cover.svg")
    save(may_clock(), LECTURES / "eight-hours" / "cover.svg")
    save(quay(), LECTURES / "one-hook-true" / "quay.svg")


if __name__ == "__main__":
    write()
