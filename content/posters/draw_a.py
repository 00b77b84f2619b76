"""Covers of seven stories: foundry, spinning, fitting, planing, turning, house repair, bus conducting."""

from __future__ import annotations

from collections.abc import Callable

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
    polar,
    poly,
    rect,
    ring,
    save,
    scale,
    sector,
    song,
    stroke,
    turn,
)


def _arch(cx: float, foot: float, width: float, height: float) -> Shape:
    """A door with a half-round top."""
    r = width / 2
    return [[(cx - r, foot), *arc(cx, foot - height + r, r, -90, 90), (cx + r, foot)]]


def zhao_zhan_kui() -> Sheet:
    """The ladle of iron is the sun over the caves: its pour lights one of them."""
    sheet = Sheet("赵占魁 翻砂", PAPER, 11)
    pivot: Point = (430, 430)
    sheet.add(GOLD, [[*curve((0, 960), (300, 850), (640, 990), (1000, 890)), (1000, 1400), (0, 1400)]])
    sheet.add(RED, circle(548, 312, 276))
    outer = curve((884, 480), (896, 540), (892, 600), (890, 720), 16)
    inner = curve((832, 660), (832, 600), (824, 550), (790, 500), 16)
    sheet.add(RED, [[*outer, (884, 1012), (836, 1012), *inner]])
    # The ladle is the cave's own arch, upside down.
    bowl: Shape = [[(120, 310), *arc(430, 460, 310, 270, 90), (740, 310)]]
    lip = poly((680, 290), (850, 236), (850, 268), (738, 400))
    for part in (rect(-700, 440, 1000, 52), bowl, lip, rect(84, 270, 680, 64)):
        sheet.add(INK, turn(part, 30, pivot))
    sheet.add(PAPER, song("模", 425, 515, 270))
    sheet.add(INK, rect(0, 1270, 1000, 130))
    for i in range(5):
        lit = i == 4
        _cave(sheet, 60 + i * 200, 1270, RED if lit else INK, PAPER if lit else GOLD)
    sheet.chips()
    return sheet


def _cave(sheet: Sheet, cx: float, foot: float, body: str, lattice: str) -> None:
    top = foot - 190
    sheet.add(body, [[(cx - 84, foot), *arc(cx, top, 84, -90, 90), (cx + 84, foot)]])
    sheet.add(lattice, *(sector(cx, top, 64, a, a + 28, 20) for a in (-88, -52, -14, 24, 60)))
    sheet.add(lattice, rect(cx - 64, top + 14, 54, 74), rect(cx + 8, top + 14, 56, 176))


def hao_jian_xiu() -> Sheet:
    """The spun threads are the character 六: the sixth mill, and a sixth of the usual waste."""
    sheet = Sheet("郝建秀 细纱", GOLD, 12)
    sheet.add(INK, rect(0, 1150, 1000, 250))
    sheet.add(PAPER, circle(500, 344, 150))
    sheet.add(RED, song("六", 500, 344, 195))
    outer = curve((366, 620), (350, 850), (230, 1000), (16, 1150))
    inner = curve((470, 620), (472, 850), (460, 1000), (424, 1150))
    for i in range(6):
        strip = [_between(outer, inner, i / 6), _between(outer, inner, (i + 0.82) / 6)[::-1]]
        for side in (1, -1):
            sheet.add(RED, scale([strip[0] + strip[1]], side, 1, (500, 0)))
            sheet.add(GOLD if i == 3 else PAPER, scale(_cop(41 + i * 68, 1200), side, 1, (500, 0)))
    sheet.add(INK, poly((0, 520), (770, 520), (862, 434), (966, 520), (966, 644), (0, 644)))
    for i in range(23):
        sheet.add(GOLD, rect(22 + i * 40, 543, 12, 78))
    sheet.chips()
    return sheet


def _between(a: list[Point], b: list[Point], u: float) -> list[Point]:
    return [(x0 + (x1 - x0) * u, y0 + (y1 - y0) * u) for (x0, y0), (x1, y1) in zip(a, b, strict=True)]


def _cop(cx: float, top: float) -> Shape:
    half = [(4, top - 50), (4, top), (10, top), (25, top + 96), (18, top + 140), (4, top + 140), (4, top + 170)]
    return [[(cx + dx, y) for dx, y in half] + [(cx - dx, y) for dx, y in reversed(half)]]


def ni_zhi_fu() -> Sheet:
    """The three-pointed drill is the mountain 山, and the many small drills are its range."""
    sheet = Sheet("倪志福 群钻", BLUE, 13)
    sheet.add(RED, circle(500, 460, 310))
    left, right = 150.0, 850.0
    valley = arc(325, 545, 112, 245, 115)
    mirrored = [(1000 - x, y) for x, y in reversed(valley)]
    sheet.add(
        PAPER,
        [
            [
                (left, 1200),
                (left, 600),
                (178, 445),
                *valley,
                (500, 255),
                *mirrored,
                (822, 445),
                (right, 600),
                (right, 1200),
            ]
        ],
    )
    # The shadow side of each peak runs on as a flute.
    peak = [(178, 445), *valley[:12], *curve(valley[12], (262, 700), (210, 720), (left, 730), 24)]
    sheet.add(INK, [peak])
    middle = [
        (500, 255),
        *mirrored[:-14],
        *curve(mirrored[-14], (640, 830), (300, 880), (left, 975), 40),
        (left, 855),
        *curve((left, 855), (330, 815), (500, 730), (500, 600), 30),
    ]
    sheet.add(INK, [middle])
    last = [
        (822, 441),
        (right + 2, 600),
        (right + 2, 690),
        *curve((right, 690), (780, 920), (420, 1040), (left, 1190), 40),
        (left, 1060),
        *curve((left, 1060), (400, 960), (760, 830), (800, 600), 40),
    ]
    sheet.add(INK, [last])
    low = [
        (right, 860),
        *curve((right, 860), (780, 1000), (640, 1090), (500, 1200), 30),
        (700, 1200),
        *curve((700, 1200), (760, 1150), (820, 1110), (right, 1030), 16),
    ]
    sheet.add(INK, [low])
    sheet.add(INK, rect(0, 1150, 1000, 250))
    for side in (1, -1):
        for i in range(4):
            sheet.add(
                GOLD if (side, i) == (-1, 1) else PAPER, scale(_small_drill(64 + i * 82, 1232), side, 1, (500, 0))
            )
    sheet.add(PAPER, song("群", 500, 1300, 172))
    sheet.chips()
    return sheet


def _small_drill(x: float, top: float) -> Shape:
    return poly(
        (x, top + 26),
        (x + 14, top + 46),
        (x + 25, top),
        (x + 36, top + 46),
        (x + 50, top + 26),
        (x + 50, top + 140),
        (x, top + 140),
    )


def wang_chong_lun() -> Sheet:
    """The planer tool is a clock hand: it stands at four while the clock says one."""
    sheet = Sheet("王崇伦 刨工", INK, 14)
    cx, cy = 450.0, 536.0
    sheet.add(GOLD, sector(cx, cy, 470, 119, 360))
    sheet.add(PAPER, circle(cx, cy, 405))
    for h in range(12):
        if h not in (1, 4):
            sheet.add(INK, turn(rect(cx - 17, cy - 380, 34, 100 if h % 3 == 0 else 64), 30 * h, (cx, cy)))
    sheet.add(INK, turn(stroke([(cx, cy), (cx, cy - 375)], 150, 24), 30, (cx, cy)))
    chip = [polar(940, 905, 182 - i * 0.8, -38 + i * 4) for i in range(200)]
    sheet.add(GOLD, stroke(chip, 62, 12))
    for colour, part in (
        (RED, rect(cx - 66, cy - 300, 132, 300)),
        (RED, poly((cx - 56, cy - 280), (cx - 56, cy - 468), (cx + 52, cy - 376), (cx + 52, cy - 280))),
        (INK, rect(cx - 112, cy - 302, 224, 86)),
        (GOLD, circle(cx - 82, cy - 259, 17)),
        (GOLD, circle(cx + 82, cy - 259, 17)),
    ):
        sheet.add(colour, turn(part, 120, (cx, cy)))
    sheet.add(RED, circle(cx, cy, 146))
    sheet.add(PAPER, song("四", cx, cy, 156))
    for row in range(4):
        for col in range(12):
            sheet.add(RED if (row, col) == (0, 11) else PAPER, rect(70 + col * 73, 1138 + row * 60, 53, 40))
    sheet.chips()
    return sheet


def ma_heng_chang() -> Sheet:
    """The chuck is the team: its three jaws are three 人 who close round one job."""
    sheet = Sheet("马恒昌 车工", PAPER, 15)
    cx, cy = 500.0, 618.0
    sheet.add(BLUE, circle(cx, cy, 510))
    half: list[Point] = [(0, 100), (46, 100), (46, 205), (80, 205), (80, 260), (240, 496), (112, 535), (0, 330)]
    jaw = poly(*((cx + x, cy + y) for x, y in half), *((cx - x, cy + y) for x, y in reversed(half)))
    for angle in (0, 120, 240):
        sheet.add(INK, turn(rect(cx - 24, cy + 100, 48, 400), angle, (cx, cy)))
        sheet.add(PAPER, turn(jaw, angle, (cx, cy)))
        sheet.add(INK, turn(rect(cx - 40, cy - 430, 80, 80), angle, (cx, cy)))
    sheet.add(INK, ring(cx, cy, 545, 496))
    sheet.add(RED, circle(cx, cy, 165))
    sheet.add(PAPER, song("组", cx, cy, 190))
    sheet.add(INK, rect(0, 1150, 1000, 250))
    for i in range(17):
        sheet.add(RED if i == 8 else PAPER, _breech(28 + i * 56.25, 1215))
    sheet.chips()
    return sheet


def _breech(x: float, top: float) -> Shape:
    cx = x + 22
    return [
        [(x, top), *arc(cx, top, 12, 270, 90), (x + 44, top), (x + 44, top + 120), (x, top + 120)],
        *circle(cx, top + 66, 11),
    ]


def xu_hu() -> Sheet:
    """The slot of the repair box is the horizon; nineteen repair slips are the rays of the 19-o'clock sun."""
    sheet = Sheet("徐虎 水电修理", BLUE, 16)
    cx, cy = 500.0, 690.0
    sheet.add(RED, sector(cx, cy, 340, -90, 90))
    for i in range(19):
        a = -90 + 180 * (i + 0.5) / 19
        gold = i == 13
        sheet.add(GOLD if gold else PAPER, turn(rect(cx - 25, cy - 570, 50, 178), a, (cx, cy)))
        for y in (520, 490):
            sheet.add(INK if gold else BLUE, turn(rect(cx - 13, cy - y, 26, 7), a, (cx, cy)))
    sheet.add(PAPER, rect(110, 690, 780, 710))
    sheet.add(INK, poly((110, 690), (890, 690), (950, 790), (50, 790)))
    sheet.add(INK, song("19", 500, 1000, 290))
    sheet.add(INK, rect(110, 1256, 780, 14))
    sheet.add(RED, rect(430, 1263, 140, 110))
    sheet.add(RED, sector(500, 1266, 58, -90, 90, 34))
    sheet.add(PAPER, circle(500, 1306, 18), rect(492, 1306, 16, 42))
    sheet.chips()
    return sheet


def li_su_li() -> Sheet:
    """The stop pole of bus 21 is a white cane."""
    sheet = Sheet("李素丽 公交", RED, 17)
    sheet.add(GOLD, rect(0, 830, 1000, 372))
    sheet.add(INK, rect(0, 1200, 1000, 200))
    for x in (28, 124, 346, 442, 538, 634, 730, 826, 922):
        sheet.add(PAPER if x == 730 else INK, rect(x, 884, 72, 130))
    sheet.add(INK, rect(0, 1060, 1000, 16))
    for x in (560, 900):
        sheet.add(INK, circle(x, 1200, 90))
        sheet.add(PAPER, circle(x, 1200, 36))
    path = [(270, 1330), (270, 480), *arc(510, 480, 240, 270, 450)[1:], (750, 570)]
    sheet.add(PAPER, stroke(path, 96))
    sheet.add(RED, rect(222, 1130, 96, 110))
    sheet.add(GOLD, circle(510, 492, 160))
    sheet.add(INK, song("21", 510, 492, 170))
    sheet.chips()
    return sheet


POSTERS: dict[str, Callable[[], Sheet]] = {
    "zhao-zhan-kui": zhao_zhan_kui,
    "hao-jian-xiu": hao_jian_xiu,
    "ni-zhi-fu": ni_zhi_fu,
    "wang-chong-lun": wang_chong_lun,
    "ma-heng-chang": ma_heng_chang,
    "xu-hu": xu_hu,
    "li-su-li": li_su_li,
}

if __name__ == "__main__":
    for story, draw in POSTERS.items():
        save(draw(), STORIES / story / "cover.svg")
