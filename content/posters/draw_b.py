"""Seven posters: port inventions, listening, blood, flight, the overhead line, copper, the sea. Run to write them."""

from __future__ import annotations

import math
from itertools import pairwise

from draw_quizzes import write_all as write_quizzes
from forms import disc, gear, limb, merge, petal
from kit import (
    BLUE,
    GOLD,
    INK,
    PAPER,
    RED,
    STORIES,
    Point,
    Shape,
    Sheet,
    arc,
    circle,
    curve,
    move,
    polar,
    poly,
    rect,
    ring,
    save,
    scale,
    song,
    stroke,
    turn,
)


def bao_qi_fan() -> Sheet:
    """The log grab is a hand: it goes down into the hold so that no worker's hand has to."""
    s = Sheet("包起帆 港口", PAPER, 13)
    s.add(RED, circle(500, 765, 345))
    s.add(PAPER, *(ring(500, 765, r, r - 10) for r in (292, 226, 160)))
    for x in (400, 500, 600):
        s.add(INK, rect(x - 9, 0, 18, 120))
    s.add(
        INK,
        rect(340, 110, 320, 70),
        poly((380, 180), (620, 180), (724, 320), (740, 460), (600, 530), (330, 530), (270, 400), (276, 320)),
    )
    fingers: list[list[Point]] = [
        [(320, 360), (160, 520), (150, 730), (232, 850)],
        [(360, 500), (318, 720), (352, 940)],
        [(482, 515), (470, 770), (488, 1030)],
        [(602, 505), (628, 760), (612, 985)],
        [(690, 440), (778, 660), (745, 860)],
    ]
    for bones in fingers:
        girth = [50, 50, 46, 22] if len(bones) == 4 else [50, 48, 20]
        for (a, ra), (b, rb) in pairwise(zip(bones, girth)):
            s.add(INK, limb(a, ra, b, rb))
        s.add(GOLD, merge(*(disc(*joint, 19, 20) for joint in bones[:-1])))
    s.add(PAPER, song("抓", 500, 335, 200))
    s.add(INK, rect(0, 1180, 1000, 220))
    ends = [(50.0 + 100 * i, 1240.0) for i in range(10)] + [(100.0 * i, 1345.0) for i in range(11)]
    for colour, chosen in ((GOLD, False), (RED, True)):
        cut = [disc(x, y, r, r // 3 + 8) for i, (x, y) in enumerate(ends) if (i == 7) is chosen for r in (44, 30, 16)]
        s.add(colour, merge(*cut))
    s.chips()
    return s


def kong_xiang_rui() -> Sheet:
    """The portal crane is an ear: he hears what is wrong with it and writes it down."""
    s = Sheet("孔祥瑞 港口", GOLD, 15)
    helix = (
        curve((545, 640), (470, 680), (366, 655), (341, 538))
        + arc(612, 480, 277, -102, 92)[1:]
        + curve((889, 490), (884, 680), (740, 720), (690, 860))[1:]
        + curve((690, 860), (650, 965), (500, 965), (490, 850))[1:]
    )
    s.add(INK, poly((330, 590), (70, 92), (112, 68), (440, 340)))
    chord_a = [(132 + 37 * i, 116 + 33.5 * i) for i in range(8)]
    chord_b = [(116 + 34 * i, 128 + 59 * i) for i in range(8)]
    s.add(GOLD, merge(*(poly(chord_b[i], chord_a[i + 1], chord_b[i + 1]) for i in range(1, 6))))
    s.add(INK, circle(92, 92, 40), rect(86, 92, 12, 560))
    s.add(PAPER, circle(92, 92, 15))
    s.add(INK, move(stroke(helix, 92), 0, 50))
    inner = (
        curve((490, 430), (520, 300), (740, 300), (756, 470))
        + curve((756, 470), (750, 600), (640, 610), (590, 740))[1:]
    )
    s.add(INK, move(stroke(inner, 62, 70), 0, 50))
    s.add(RED, gear(584, 556, 80, 30, 12))
    s.add(
        INK,
        rect(420, 1000, 350, 56),
        poly((460, 1052), (730, 1052), (810, 1180), (736, 1180), (684, 1104), (506, 1104), (454, 1180), (380, 1180)),
    )
    s.add(PAPER, rect(-20, 650, 270, 340))
    s.add(INK, *(rect(18 + 42 * i, 632, 12, 44) for i in range(6)))
    s.add(BLUE, *(rect(0, y, 226, 5) for y in (720, 780, 840, 900, 960)))
    s.add(INK, rect(0, 1180, 1000, 220))
    heights = [30, 44, 70, 52, 36, 60, 88, 60, 40, 30, 50, 72, 48, 34, 150, 40, 54, 76, 56, 36, 48, 84, 62, 42, 30]
    for i, h in enumerate(heights):
        s.add(RED if h == 150 else PAPER, rect(12 + 40 * i, 1290 - h / 2, 16, h))
    s.add(RED, song("听", 118, 830, 170))
    s.chips()
    return s


def drop_edge(cx: float, cy: float, r: float, rise: float, angle: float) -> Point:
    """The point of a falling drop's edge seen from the middle of its round part; its tip is `rise` above the middle."""
    lean = math.degrees(math.acos(r / rise))
    turned = abs((angle + 180) % 360 - 180)
    reach = r / math.cos(math.radians(lean - turned)) if turned < lean else r
    return polar(cx, cy, reach, angle)


def guo_ming_yi() -> Sheet:
    """The open-pit mine is a drop of blood: its benches and its road wind down to the heart."""
    s = Sheet("郭明义 矿山", PAPER, 16)
    cx, cy, r, rise = 500.0, 715.0, 395.0, 745.0
    s.add(RED, limb((cx, cy), r, (cx, cy - rise), 0.01))

    def winding(inset: float) -> list[Point]:
        depth = [(a, 0.9 - 0.0006 * a - inset) for a in range(0, 1000, 5)]
        return [drop_edge(cx, cy, r * k, rise * k, a) for a, k in depth]

    bench, road = winding(0.115)[:-14], [(cx, -60.0), *winding(0)]
    s.add(INK, stroke(bench[:13], 6, 42), stroke(bench[12:], 42, 30))
    s.add(PAPER, stroke(road, 38, 26))
    (x0, y0), (x1, y1) = road[40], road[41]
    lorry = merge(
        poly((-46, -22), (14, -22), (22, -58), (-62, -58)),
        poly((20, -22), (48, -22), (48, -44), (26, -44)),
        circle(-28, -14, 14),
        circle(28, -14, 14),
    )
    s.add(
        GOLD,
        move(
            turn(scale(lorry, 1.2), math.degrees(math.atan2(y1 - y0, x1 - x0)) + 180), (x0 + x1) / 2, (y0 + y1) / 2 - 16
        ),
    )
    s.add(RED, circle(cx, cy, 140))
    s.add(GOLD, circle(cx, cy, 124))
    s.add(INK, song("55", cx, cy, 116))
    s.add(INK, rect(0, 1160, 1000, 240))
    bead = [[(0, -16.0), *arc(0, 6, 10, 65, 295)]]
    drops = [move(bead, 50 + 90 * (i % 11), 1192 + 44 * (i // 11)) for i in range(55)]
    s.add(PAPER, merge(*drops[:27], *drops[28:]))
    s.add(RED, drops[27])
    s.chips()
    return s


def hu_shuang_qian() -> Sheet:
    """The drill is an airliner: the thirty-six holes it made by hand are the rivets of its wings."""
    s = Sheet("胡双钱 航空", BLUE, 18)
    s.add(RED, circle(500, 520, 320))
    for side in (1, -1):

        def flip(shape: Shape, side: int = side) -> Shape:
            return [[(500 + side * (x - 500), y) for x, y in c] for c in shape]

        s.add(PAPER, flip(poly((560, 500), (1020, 830), (1020, 935), (560, 770))))
        s.add(PAPER, flip(poly((560, 930), (740, 1050), (740, 1105), (560, 1050))))
        for i in range(9):
            x = 620 + 42 * i
            top, low = 500 + (x - 560) * 330 / 460, 770 + (x - 560) * 165 / 460
            for part in (0.33, 0.67):
                gold = side == 1 and i == 3 and part < 0.5
                s.add(GOLD if gold else INK, flip(circle(x, top + (low - top) * part, 15)))
    s.add(PAPER, poly((500, 180), (590, 300), (590, 1180), (410, 1180), (410, 300)))
    for i in range(6):
        y = 432 + 108 * i
        upper = curve((410, y), (450, y - 10), (550, y - 70), (590, y - 110), 12)
        lower = curve((590, y - 52), (550, y - 14), (450, y + 46), (410, y + 56), 12)
        s.add(INK, [upper + lower])
    s.add(INK, poly((500, 180), (590, 300), (500, 272)))
    s.add(INK, rect(0, 1160, 1000, 240))
    s.add(PAPER, song("36", 500, 1280, 150))
    s.chips()
    return s


def ju_xiao_lin() -> Sheet:
    """The pen nib is a pantograph: the wire it touches is one more line in his notebook."""
    s = Sheet("巨晓林 铁路", PAPER, 19)
    s.add(BLUE, *(rect(0, y, 1000, 5) for y in range(440, 1400, 92)))
    s.add(RED, rect(80, 0, 8, 1400))
    s.add(INK, *(circle(42 + 83.3 * i, 60, 20) for i in range(12)))
    wire = [(x, 150 + 110 * (1 - ((x - 500) / 500) ** 2)) for x in range(0, 1001, 25)]
    s.add(INK, stroke(wire, 10), rect(0, 322, 1000, 14))
    for x in range(50, 1000, 75):
        y = 150 + 110 * (1 - ((x - 500) / 500) ** 2)
        s.add(INK, rect(x - 3, y, 6, 330 - y))
    left = (
        curve((500, 330), (480, 560), (300, 690), (245, 880))
        + curve((245, 880), (225, 960), (330, 1000), (370, 1110))[1:]
    )
    s.add(GOLD, [left + [(1000 - x, y) for x, y in reversed(left)]])
    s.add(INK, rect(496, 330, 8, 500))
    s.add(RED, circle(500, 860, 140))
    s.add(PAPER, song("线", 500, 860, 170))
    s.add(INK, poly((330, 1100), (670, 1100), (720, 1400), (280, 1400)))
    s.add(GOLD, rect(312, 1180, 376, 26))
    s.chips()
    return s


def ai_ai_guo() -> Sheet:
    """The welding flame is a flower: its petals open under the copper tuyere as under a sun."""
    s = Sheet("艾爱国 焊接", INK, 20)
    s.add(GOLD, circle(500, 460, 280))
    s.add(INK, ring(500, 460, 246, 235), circle(500, 460, 158))
    for i in range(36):
        s.add(INK, stroke([polar(500, 460, 180, 10 * i), polar(500, 460, 224, 10 * i)], 8, 16))
    s.add(PAPER, song("铜", 500, 460, 186))
    for a, length in ((74, 560), (-74, 560), (46, 560), (-46, 560), (20, 520), (-20, 520)):
        s.add(INK, petal(500, 1060, a, length + 14, 190))
        s.add(RED, petal(500, 1060, a, length, 166))
    for a in (33, -33, 0):
        s.add(GOLD, petal(500, 1060, a, 330, 96))
    s.add(PAPER, petal(500, 1060, 0, 210, 56))
    s.add(PAPER, poly((470, 1040), (530, 1040), (560, 1130), (560, 1400), (440, 1400), (440, 1130)))
    s.add(INK, *(rect(440, y, 120, 8) for y in (1150, 1176, 1202)))
    row = [ring(x, 1300, 38, 18) for x in (0, 100, 200, 300, 700, 800, 900, 1000)]
    s.add(GOLD, merge(*row[:5], *row[6:]))
    s.add(RED, row[5])
    s.chips()
    return s


def guan_yan_an() -> Sheet:
    """The nut is the moon over the sea: its light on the water is the bolt."""
    s = Sheet("管延安 海工", BLUE, 21)
    hexagon = [polar(500, 470, 310, 60 * i + 30) for i in range(6)]
    s.add(GOLD, [hexagon])
    s.add(BLUE, ring(500, 470, 248, 236))
    s.add(INK, circle(500, 470, 170))
    s.add(RED, circle(500, 470, 150))
    s.add(PAPER, song("检", 500, 470, 184))
    s.add(INK, rect(0, 790, 1000, 610))
    for i in range(9):
        y = 815 + 40 * i
        s.add(GOLD, poly((330, y + 24), (670, y), (700, y + 8), (670, y + 26), (330, y + 50), (300, y + 42)))
    for x, y, w in (
        (60, 870, 150),
        (790, 850, 130),
        (-20, 980, 210),
        (850, 960, 190),
        (90, 1090, 120),
        (760, 1070, 150),
    ):
        s.add(
            BLUE, poly((x, y + 6), (x + 26, y), (x + w - 26, y), (x + w, y + 6), (x + w - 26, y + 12), (x + 26, y + 12))
        )
    for i in range(33):
        x0, x1 = 1000 * i / 33 + 2, 1000 * (i + 1) / 33 - 2

        def sag(x: float) -> float:
            return 1210 + 60 * (1 - ((x - 500) / 500) ** 2)

        s.add(RED if i == 16 else PAPER, poly((x0, sag(x0)), (x1, sag(x1)), (x1, sag(x1) + 80), (x0, sag(x0) + 80)))
    s.chips()
    return s


DRAWINGS = {
    "bao-qi-fan": bao_qi_fan,
    "kong-xiang-rui": kong_xiang_rui,
    "guo-ming-yi": guo_ming_yi,
    "hu-shuang-qian": hu_shuang_qian,
    "ju-xiao-lin": ju_xiao_lin,
    "ai-ai-guo": ai_ai_guo,
    "guan-yan-an": guan_yan_an,
}

if __name__ == "__main__":
    for story, draw in DRAWINGS.items():
        save(draw(), STORIES / story / "cover.svg")
    write_quizzes()
