"""The sample entries of the contests: six “photographs” and six poem pictures, all drawn. Run to write them."""

from __future__ import annotations

from pathlib import Path

from forms import merge, petal
from kit import (  # fmt: skip
    BLUE,
    GOLD,
    INK,
    PAPER,
    RED,
    Shape,
    Sheet,
    circle,
    curve,
    polar,
    poly,
    rect,
    ring,
    save,
    sector,
    song,
    stroke,
    turn,
)

CONTESTS = Path(__file__).parent.parent / "contests" / "contests"
PHOTOS, POEMS = CONTESTS / "my-work" / "entries", CONTESTS / "shift-poems" / "entries"


def steamer() -> Sheet:
    """Steam is the morning's road: five white ways rise from the baskets."""
    sheet = Sheet("四点的蒸笼", RED, 61)
    for i in range(5):
        x = 130 + i * 185
        way = curve((x, 720), (x + 110, 560), (x - 110, 380), (x, 220)) + curve((x, 220), (x + 70, 110), (x, 40), (x, -60))[1:]  # fmt: skip
        sheet.add(PAPER, stroke(way, 62))
    for row in range(3):
        y = 700 + row * 240
        sheet.add(GOLD, rect(110, y, 780, 190))
        sheet.add(INK, rect(90, y, 820, 26), rect(110, y + 164, 780, 26))
        sheet.add(INK, merge(*(rect(160 + 76 * i, y + 60, 18, 74) for i in range(10))))
        sheet.add(RED, rect(90, y + 190, 820, 14))
    sheet.add(INK, rect(0, 1400, 1000, 10))
    sheet.chips()
    return sheet


def first_bus() -> Sheet:
    """The rising sun is the bus's halo: it brings the day."""
    sheet = Sheet("第一班车", GOLD, 62)
    sheet.add(RED, circle(500, 620, 440))
    sheet.add(INK, rect(240, 400, 520, 720), rect(170, 560, 60, 150), rect(770, 560, 60, 150))
    sheet.add(RED, rect(350, 440, 300, 90))
    sheet.add(PAPER, rect(290, 560, 200, 260), rect(510, 560, 200, 260))
    sheet.add(PAPER, circle(340, 950, 58), circle(660, 950, 58))
    sheet.add(GOLD, rect(440, 920, 120, 56))
    sheet.add(INK, rect(280, 1120, 120, 80), rect(600, 1120, 120, 80), rect(0, 1180, 1000, 220))
    sheet.add(PAPER, *(rect(480, 1230 + 66 * i, 40, 40) for i in range(3)))
    sheet.chips()
    return sheet


def sparks() -> Sheet:
    """The weld is a sun that somebody holds by a rod."""
    sheet = Sheet("焊花", INK, 63)
    for i in range(28):
        a = 360 * i / 28
        sheet.add(GOLD, petal(*polar(460, 720, 90, a), a, 420 + 260 * ((i * 7) % 5) / 5, 52))
    for i in range(28):
        a = 360 * (i + 0.5) / 28
        sheet.add(RED, petal(*polar(460, 720, 90, a), a, 240 + 130 * ((i * 5) % 4) / 4, 60))
    sheet.add(PAPER, circle(460, 720, 118))
    sheet.add(BLUE, stroke([(470, 716), (1080, 190)], 150))
    sheet.add(INK, stroke([(436, 746), (566, 634)], 64))
    sheet.add(GOLD, rect(0, 1210, 1000, 44))
    sheet.add(INK, *(poly((x, 1254), (x + 30, 1210), (x + 52, 1210), (x + 22, 1254)) for x in range(-20, 1000, 66)))
    sheet.add(BLUE, rect(0, 1254, 1000, 146))
    sheet.chips()
    return sheet


def stitches() -> Sheet:
    """The seam is a shoreline: the needle's eye looks at the red sun."""
    sheet = Sheet("针脚", PAPER, 64)
    shore = curve((-20, 860), (240, 660), (430, 760), (560, 850)) + curve((560, 850), (700, 950), (850, 900), (1020, 760))[1:]  # fmt: skip
    sheet.add(BLUE, [[*shore, (1020, 1420), (-20, 1420)]])
    for i in range(0, len(shore) - 2, 4):
        sheet.add(RED, stroke(shore[i : i + 3], 40))
    sheet.add(RED, circle(240, 330, 150))
    sheet.add(INK, stroke([(800, -40), (420, 1260)], 64, 8))
    sheet.add(PAPER, stroke([(762, 90), (730, 200)], 20))
    sheet.add(RED, stroke(curve((745, 150), (930, 120), (1000, 280), (930, 440)), 16))
    sheet.chips()
    return sheet


def broom() -> Sheet:
    """The broom opens like a fan, and what it sweeps free is light."""
    sheet = Sheet("扫出一条街", BLUE, 65)
    sheet.add(RED, circle(760, 330, 190))
    sheet.add(PAPER, poly((500, 760), (1040, 1420), (-40, 1420)))
    sheet.add(GOLD, stroke([(330, -40), (482, 620)], 70))
    sheet.add(INK, poly((400, 600), (560, 600), (620, 740), (350, 740)))
    for i in range(11):
        a = 206 - i * 5.2
        sheet.add(GOLD, stroke([(372 + i * 22.5, 740), polar(486, 640, 620, a)], 34, 44))
    sheet.add(INK, rect(120, 1290, 90, 34), rect(760, 1270, 120, 34))
    sheet.chips()
    return sheet


def one_window() -> Sheet:
    """All windows sleep; one is a lamp."""
    sheet = Sheet("还亮着一盏", BLUE, 66)
    sheet.add(INK, rect(140, 170, 720, 1230), rect(600, 60, 120, 120))
    for row in range(8):
        for column in range(5):
            lit = (row, column) == (4, 3)
            sheet.add(GOLD if lit else BLUE, rect(196 + column * 128, 240 + row * 138, 96, 96))
    sheet.add(GOLD, ring(628, 840, 92, 78))
    sheet.add(PAPER, circle(90, 150, 60))
    sheet.chips()
    return sheet


def bell() -> Sheet:
    """The shift bell is a setting sun on the wall."""
    sheet = Sheet("交班", GOLD, 71)
    sheet.add(RED, sector(500, 780, 400, -90, 90))
    sheet.add(INK, rect(60, 780, 880, 46), rect(470, 300, 60, 120), circle(500, 900, 70))
    sheet.add(BLUE, rect(0, 1040, 1000, 360))
    sheet.add(PAPER, *(rect(90 + 120 * i, 1120, 60, 60) for i in range(7)))
    sheet.chips()
    return sheet


def gloves() -> Sheet:
    """Two gloves hang to dry like birds on a wire."""
    sheet = Sheet("一副手套", PAPER, 72)
    sheet.add(INK, rect(0, 420, 1000, 12))
    for x, colour in ((250, RED), (600, BLUE)):
        sheet.add(colour, rect(x, 470, 200, 330))
        sheet.add(colour, *(rect(x + 51 * i, 790, 47, 190 - 30 * abs(i - 1)) for i in range(4)))
        sheet.add(colour, turn(rect(x + 172, 610, 66, 220), -26, about=(x + 200, 640)))
        sheet.add(INK, rect(x + 70, 392, 60, 90))
        sheet.add(GOLD, rect(x, 540, 200, 40))
    sheet.add(RED, circle(830, 190, 90))
    sheet.chips()
    return sheet


def lathe() -> Sheet:
    """The shaving that leaves the lathe is a wave."""
    sheet = Sheet("铁屑", BLUE, 73)
    for i in range(4):
        sheet.add((GOLD, PAPER, GOLD, RED)[i], sector(430, 700, 430 - 95 * i, -40, 265, 380 - 95 * i))
    sheet.add(INK, rect(0, 1060, 1000, 340), poly((640, 560), (1020, 470), (1020, 640), (660, 640)))
    sheet.add(RED, circle(430, 700, 44))
    sheet.chips()
    return sheet


def lunchbox() -> Sheet:
    """The lunch box is a lit house."""
    sheet = Sheet("饭盒", RED, 74)
    sheet.add(PAPER, rect(170, 560, 660, 460))
    sheet.add(INK, poly((120, 560), (880, 560), (780, 420), (220, 420)), rect(400, 370, 200, 50))
    sheet.add(GOLD, rect(240, 660, 220, 220))
    sheet.add(INK, rect(340, 660, 20, 220), rect(240, 760, 220, 20), rect(560, 700, 180, 320))
    sheet.add(INK, rect(0, 1020, 1000, 380))
    sheet.add(GOLD, circle(800, 200, 84))
    sheet.chips()
    return sheet


def scaffold() -> Sheet:
    """The scaffold is a sheet of music; the workers are its notes."""
    sheet = Sheet("脚手架", GOLD, 75)
    sheet.add(INK, *(rect(0, 380 + 140 * i, 1000, 14) for i in range(5)), *(rect(120 + 250 * i, 200, 14, 1200) for i in range(4)))  # fmt: skip
    for x, y in ((220, 870), (420, 730), (640, 590), (840, 450)):
        sheet.add(RED, circle(x, y, 58))
        sheet.add(RED, rect(x + 40, y - 190, 18, 190))
    sheet.add(BLUE, rect(0, 1150, 1000, 250))
    sheet.chips()
    return sheet


def thermos() -> Sheet:
    """Steam from the mug writes a question; the night answers with a moon."""
    sheet = Sheet("夜班的茶", INK, 76)
    sheet.add(GOLD, circle(720, 380, 210))
    sheet.add(INK, circle(640, 340, 190))
    sheet.add(PAPER, rect(260, 760, 400, 440))
    sheet.add(PAPER, ring(680, 960, 150, 90))
    sheet.add(RED, rect(260, 860, 400, 60))
    sheet.add(BLUE, rect(0, 1200, 1000, 200))
    for i in range(3):
        x = 340 + 120 * i
        sheet.add(PAPER, stroke(curve((x, 720), (x + 70, 620), (x - 70, 540), (x + 10, 430)), 22, 6))
    sheet.chips()
    return sheet


def ballot_cover() -> Sheet:
    """The ballot box is a camera: what is put in becomes a picture."""
    sheet = Sheet("我身边的劳动", BLUE, 81)
    sheet.add(PAPER, rect(300, 170, 400, 470))
    sheet.add(RED, rect(350, 230, 300, 230))
    sheet.add(GOLD, circle(500, 345, 80))
    sheet.add(INK, rect(110, 560, 780, 640), rect(640, 500, 150, 60))
    sheet.add(BLUE, rect(280, 590, 440, 34))
    sheet.add(PAPER, circle(500, 900, 220))
    sheet.add(INK, circle(500, 900, 176))
    sheet.add(RED, circle(500, 900, 110))
    sheet.add(GOLD, rect(770, 640, 70, 50), rect(0, 1260, 1000, 140))
    sheet.chips()
    return sheet


def poem_cover() -> Sheet:
    """The pen is a smoking chimney: lines come out of it."""
    sheet = Sheet("班前班后的诗", GOLD, 82)
    sheet.add(INK, poly((380, 1400), (620, 1400), (620, 640), (500, 330), (380, 640)))
    sheet.add(PAPER, poly((470, 520), (500, 330), (530, 520), (500, 560)))
    sheet.add(RED, rect(380, 900, 240, 90))
    for i, width in enumerate((700, 560, 640)):
        sheet.add(RED if i == 1 else BLUE, rect(150, 90 + i * 76, width, 34))
    sheet.add(BLUE, rect(0, 1250, 330, 150), rect(670, 1250, 330, 150))
    sheet.chips()
    return sheet


def nomination_cover() -> Sheet:
    """The sign of the hall is a cog that is still turning."""
    sheet = Sheet("身边的榜样", RED, 83)
    rim: list[Shape] = [turn(rect(452, 330, 96, 90), 360 * i / 12, about=(500, 700)) for i in range(12)]
    sheet.add(GOLD, *rim, circle(500, 700, 310))
    sheet.add(PAPER, circle(500, 700, 220))
    sheet.add(RED, song("荐", 500, 700, 270))
    sheet.add(INK, rect(440, 1080, 120, 140), rect(0, 1220, 1000, 180))
    sheet.add(BLUE, *(rect(60 + 100 * i, 1340, 60, 60) for i in range(9)))
    sheet.chips()
    return sheet


if __name__ == "__main__":
    for place, draw in enumerate((steamer, first_bus, sparks, stitches, broom, one_window), 1):
        save(draw(), PHOTOS / f"{place:02}.svg")
    for place, draw in enumerate((bell, gloves, lathe, lunchbox, scaffold, thermos), 1):
        save(draw(), POEMS / f"{place:02}.svg")
    save(ballot_cover(), CONTESTS / "my-work" / "cover.svg")
    save(poem_cover(), CONTESTS / "shift-poems" / "cover.svg")
    save(nomination_cover(), CONTESTS / "model-nominations" / "cover.svg")
