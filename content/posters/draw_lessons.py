"""Covers and step pictures of the lessons. Run to write them.

A step picture is 740 x 768 on the gold of the lesson's wall, so that it grows out of it. The step's one character is the
label on the tool; the part to be moved or watched is paper white.
"""

from __future__ import annotations

from pathlib import Path

from kit import (
    BLUE,
    GOLD,
    INK,
    PAPER,
    RED,
    Shape,
    Sheet,
    arc,
    circle,
    clip,
    curve,
    poly,
    rect,
    ring,
    save,
    sector,
    song,
    stroke,
)  # fmt: skip
from kit import _path as path_data

LESSONS = Path(__file__).parent.parent / "lessons" / "lessons"


class Panel(Sheet):
    """A step picture; shapes are cut to its edge."""

    def __init__(self, title: str, wide: int = 740, high: int = 768, ground: str = GOLD) -> None:
        super().__init__(title, ground, 1)
        self._size = (wide, high)

    def add(self, colour: str, *shapes: Shape) -> None:
        """Paint shapes, cut to the panel's edge."""
        for shape in shapes:
            data = "".join(path_data(c) for c in clip(shape, rect(0, 0, *self._size)))
            if data:
                self._body.append(f'<path fill="{colour}" fill-rule="evenodd" d="{data}"/>')

    def label(self, word: str, cx: float, cy: float, wide: float = 300, high: float = 220) -> None:
        """The step's character on a paper label."""
        self.add(PAPER, rect(cx - wide / 2, cy - high / 2, wide, high))
        self.add(RED, song(word, cx, cy, min(high - 50, 170)))

    def svg(self) -> str:
        """The finished file."""
        w, h = self._size
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        ground = f'<rect width="{w}" height="{h}" fill="{self._ground}"/>'
        return "\n".join([f"{head}<title>{self._title}</title>", ground, *self._body, "</svg>\n"])


def half(cx: float, cy: float, r: float, ry: float | None = None) -> Shape:
    """The upper half of a disc or ellipse, standing on cy."""
    ry = r if ry is None else ry
    return [[(x, cy + (y - cy) * ry / r) for x, y in arc(cx, cy, r, -90, 90)]]


# --- safety ---------------------------------------------------------------------------------------------------------


def wear() -> Panel:
    """A helmet; its strap is what must be done."""
    p = Panel("戴")
    p.add(PAPER, stroke(curve((190, 500), (190, 720), (300, 800), (400, 800)), 30))
    p.add(PAPER, stroke(curve((610, 500), (610, 720), (500, 800), (400, 800)), 30))
    p.add(RED, half(400, 500, 300, 350))
    p.add(INK, rect(366, 120, 68, 130))
    p.add(INK, rect(60, 490, 700, 56))
    p.label("戴", 400, 372, 330, 210)
    return p


def licence() -> Panel:
    """A permit on its cord; the clip is what holds it."""
    p = Panel("证")
    p.add(INK, stroke([(430, -10), (430, 130)], 26))
    p.add(PAPER, rect(370, 90, 120, 96))
    p.add(RED, rect(150, 170, 560, 620))
    p.add(INK, rect(150, 170, 560, 70))
    p.add(PAPER, rect(370, 90, 120, 120))
    p.add(INK, circle(430, 138, 20))
    p.label("证", 430, 400, 400, 230)
    p.add(INK, rect(230, 570, 400, 24), rect(230, 630, 400, 24), rect(230, 690, 250, 24))
    return p


def report() -> Panel:
    """A loudspeaker; what is said goes out in white."""
    p = Panel("报")
    p.add(INK, rect(420, 470, 90, 330))
    p.add(RED, poly((240, 250), (600, 120), (600, 600), (240, 470)))
    p.add(INK, rect(600, 96, 60, 528))
    p.add(INK, poly((150, 270), (240, 250), (240, 470), (150, 450)))
    p.label("报", 420, 360, 270, 200)
    for i, reach in enumerate((0, 1, 2)):
        p.add(PAPER, rect(690 + 0 * reach, 150 + i * 190, 80, 34))
    p.add(PAPER, poly((690, 60), (760, 20), (760, 60), (690, 100)))
    p.add(PAPER, poly((690, 640), (760, 690), (760, 730), (690, 680)))
    return p


def leave() -> Panel:
    """An open door; the arrow is the way to take."""
    p = Panel("撤")
    p.add(INK, rect(330, 60, 380, 720))
    p.add(BLUE, rect(372, 102, 296, 680))
    p.add(RED, poly((372, 102), (100, 30), (100, 800), (372, 800)))
    p.add(INK, circle(328, 470, 22))
    p.label("撤", 230, 300, 220, 200)
    p.add(PAPER, rect(390, 560, 190, 70), poly((570, 500), (690, 595), (570, 690)))
    return p


# --- overtime -------------------------------------------------------------------------------------------------------


def hours() -> Panel:
    """A clock: eight hours of twenty-four are red."""
    p = Panel("时")
    p.add(INK, circle(420, 390, 340))
    p.add(PAPER, circle(420, 390, 292))
    p.add(RED, sector(420, 390, 292, 0, 120))
    for i in range(24):
        p.add(INK, sector(420, 390, 286, i * 15 - 1.2, i * 15 + 1.2, 250 if i % 6 else 224))
    p.add(PAPER, circle(420, 390, 150))
    p.add(RED, song("时", 420, 390, 170))
    return p


def talk() -> Panel:
    """Two who talk: the words overlap in white."""
    p = Panel("商")
    p.add(INK, rect(60, 90, 480, 340), poly((130, 420), (260, 420), (130, 560)))
    p.add(RED, rect(250, 290, 480, 340), poly((530, 620), (660, 620), (660, 760)))
    p.add(PAPER, rect(250, 290, 290, 140))
    p.add(RED, song("商", 395, 360, 118))
    p.add(PAPER, rect(110, 150, 250, 26), rect(110, 206, 170, 26))
    p.add(PAPER, rect(430, 500, 250, 26), rect(430, 556, 170, 26))
    return p


def pile(p: Panel, x: float, foot: float, wide: float, count: int, high: float, top: str = PAPER) -> None:
    """Coins seen from the side; the uppermost is white."""
    for i in range(count):
        y = foot - (i + 1) * high
        p.add(top if i == count - 1 else RED, rect(x + (8 if i % 2 else 0), y + 4, wide, high - 8))


def pay() -> Panel:
    """Three piles: three, four and six coins, as 150 to 200 to 300."""
    p = Panel("钱")
    p.add(INK, rect(0, 700, 740, 68))
    for i, count in enumerate((3, 4, 6)):
        pile(p, 60 + i * 230, 700, 190, count, 62)
    p.add(INK, circle(200, 240, 180))
    p.add(PAPER, rect(110, 150, 180, 180))
    p.add(RED, song("钱", 200, 240, 130))
    return p


def rest() -> Panel:
    """A tree that somebody may lean on: the character itself."""
    p = Panel("休")
    p.add(RED, circle(600, 170, 110))
    p.add(INK, rect(392, 330, 56, 400))
    p.add(INK, poly((130, 420), (420, 40), (710, 420)), poly((180, 560), (420, 240), (660, 560)))
    p.label("休", 420, 400, 250, 190)
    p.add(INK, rect(0, 716, 740, 60))
    p.add(PAPER, rect(130, 600, 130, 120))
    p.add(PAPER, ring(268, 660, 46, 26))
    p.add(PAPER, rect(130, 600, 130, 120))
    p.add(RED, rect(130, 640, 130, 18))
    return p


def evening() -> Panel:
    """A tile of the order question: a lit window under the moon."""
    p = Panel("平日晚上", 400, 400, BLUE)
    p.add(PAPER, circle(290, 110, 66))
    p.add(BLUE, circle(320, 92, 60))
    p.add(INK, rect(60, 170, 200, 240))
    p.add(GOLD, rect(92, 210, 60, 60), rect(168, 210, 60, 60), rect(92, 300, 60, 60))
    return p


def off_day() -> Panel:
    """A mug in the sun."""
    p = Panel("休息日", 400, 400)
    p.add(RED, circle(300, 104, 60))
    p.add(INK, rect(0, 340, 400, 60))
    p.add(PAPER, rect(90, 190, 150, 150), ring(250, 262, 56, 32))
    p.add(RED, rect(90, 240, 150, 22))
    return p


def holiday() -> Panel:
    """A lantern."""
    p = Panel("法定休假日", 400, 400, PAPER)
    p.add(INK, rect(194, 0, 12, 90), rect(140, 84, 120, 24), rect(140, 292, 120, 24))
    p.add(RED, poly((150, 108), (250, 108), (330, 200), (250, 292), (150, 292), (70, 200)))
    p.add(GOLD, rect(160, 316, 14, 56), rect(193, 316, 14, 70), rect(226, 316, 14, 56))
    p.add(PAPER, song("节", 200, 200, 110))
    return p


# --- contract -------------------------------------------------------------------------------------------------------


def sign() -> Panel:
    """A pen over a sheet; the place to sign is white."""
    p = Panel("签")
    p.add(PAPER, poly((110, 200), (620, 120), (700, 768), (190, 800)))
    p.add(
        INK, poly((190, 290), (540, 236), (544, 262), (194, 316)), poly((200, 360), (550, 306), (554, 332), (204, 386))
    )
    p.add(RED, rect(330, 440, 240, 240))
    p.add(PAPER, song("签", 450, 560, 176))
    p.add(INK, poly((690, -20), (760, 40), (330, 470), (260, 410)))
    p.add(RED, poly((300, 372), (370, 432), (330, 470), (260, 410)))
    p.add(INK, poly((260, 410), (330, 470), (236, 520)))
    return p


def trial() -> Panel:
    """An hourglass; time is the white that falls."""
    p = Panel("试")
    p.add(INK, rect(150, 30, 540, 70), rect(150, 690, 540, 78))
    p.add(INK, rect(176, 90, 30, 610), rect(634, 90, 30, 610))
    p.add(RED, poly((230, 100), (610, 100), (440, 395), (610, 690), (230, 690), (400, 395)))
    p.add(PAPER, poly((345, 262), (495, 262), (438, 396), (402, 396)))
    p.add(PAPER, rect(413, 380, 14, 260), poly((420, 560), (560, 690), (280, 690)))
    p.label("试", 420, 166, 190, 128)
    return p


def insure() -> Panel:
    """Five panels of an umbrella are the five insurances; the handle is what you hold."""
    p = Panel("保")
    edges = [40, 184, 328, 472, 616, 760]
    p.add(PAPER, rect(386, 380, 28, 300), stroke(curve((400, 670), (400, 790), (280, 790), (280, 690)), 28))
    for i in range(5):
        a, b = edges[i], edges[i + 1]
        rim = [(x, y + 0) for x, y in curve((a, 420), (a + 40, 360), (b - 40, 360), (b, 420))]
        top = (400, 60)
        p.add(RED if i % 2 == 0 else INK, [[top, *rim]])
    p.add(INK, rect(390, 10, 20, 60))
    p.label("保", 400, 280, 200, 150)
    return p


def go() -> Panel:
    """A suitcase; its handle is the part to take."""
    p = Panel("走")
    p.add(PAPER, stroke([(300, 300), (300, 180), (540, 180), (540, 300)], 40))
    p.add(INK, rect(90, 280, 660, 420))
    p.add(RED, rect(180, 280, 50, 420), rect(610, 280, 50, 420))
    p.label("走", 420, 490, 300, 230)
    p.add(INK, rect(140, 700, 80, 40), rect(620, 700, 80, 40))
    return p


# --- covers ---------------------------------------------------------------------------------------------------------


def helmet_sun() -> Sheet:
    """A helmet is the sun that comes up."""
    s = Sheet("安全四个字", GOLD, 61)
    for i in range(9):
        s.add(PAPER, sector(500, 830, 900, -84 + i * 20, -76 + i * 20, 470))
    s.add(RED, half(500, 830, 400, 440))
    s.add(INK, rect(456, 360, 88, 170))
    s.add(PAPER, rect(320, 560, 360, 220))
    s.add(RED, song("安", 500, 670, 180))
    s.add(INK, rect(0, 820, 1000, 72), rect(0, 1080, 1000, 320))
    s.add(INK, rect(0, 892, 1000, 190))
    s.add(PAPER, *(rect(80 + i * 220, 1010, 180, 150) for i in range(4)))
    for i, word in enumerate("戴证报撤"):
        s.add(RED, song(word, 170 + i * 220, 1085, 100))
    s.chips()
    return s


def coin_clock() -> Sheet:
    """Coins are a clock tower: time is money, and it is counted."""
    s = Sheet("加班四笔账", PAPER, 62)
    for i in range(9):
        s.add(GOLD if i % 2 else INK, rect(250 + (12 if i % 2 else 0), 1130 - i * 62, 500, 56))
    s.add(RED, circle(500, 420, 300))
    s.add(PAPER, circle(500, 420, 226))
    s.add(GOLD, sector(500, 420, 226, 0, 120))
    for i in range(12):
        s.add(INK, sector(500, 420, 214, i * 30 - 2, i * 30 + 2, 180))
    s.add(INK, song("时", 500, 420, 170))
    s.add(INK, rect(0, 1192, 1000, 208))
    s.add(GOLD, *(rect(60 + i * 115, 1270, 74, 30) for i in range(8)))
    s.chips()
    return s


def pen_umbrella() -> Sheet:
    """A pen is the stick of an umbrella."""
    s = Sheet("合同四件事", BLUE, 63)
    for i in range(14):
        s.add(PAPER, rect(60 + i * 68, 60 + (i * 137) % 170, 8, 90))
    edges = [40, 224, 408, 592, 776, 960]
    for i in range(5):
        a, b = edges[i], edges[i + 1]
        s.add(RED if i % 2 == 0 else GOLD, [[(500, 250), *curve((a, 700), (a + 52, 620), (b - 52, 620), (b, 700))]])
    s.add(INK, rect(468, 250, 64, 660), poly((468, 900), (532, 900), (500, 1040)))
    s.add(PAPER, rect(390, 400, 220, 200))
    s.add(RED, song("合", 500, 500, 160))
    s.add(PAPER, poly((150, 1060), (850, 1060), (930, 1400), (70, 1400)))
    s.add(INK, rect(240, 1130, 520, 20), rect(220, 1190, 400, 20))
    s.add(RED, rect(660, 1210, 150, 150))
    s.add(PAPER, song("签", 735, 1285, 110))
    s.chips()
    return s


def write() -> None:
    """All of them, each beside its lesson."""
    for name, cover, panels in (
        ("safety-four-words", helmet_sun(), (("wear", wear()), ("licence", licence()), ("report", report()), ("leave", leave()))),
        (
            "overtime-four-sums", coin_clock(),
            (
                ("hours", hours()), ("talk", talk()), ("pay", pay()), ("rest", rest()),
                ("day150", evening()), ("day200", off_day()), ("day300", holiday()),
            ),
        ),
        ("contract-four-things", pen_umbrella(), (("sign", sign()), ("trial", trial()), ("insure", insure()), ("go", go()))),
    ):  # fmt: skip
        save(cover, LESSONS / name / "cover.svg")
        for file, panel in panels:
            save(panel, LESSONS / name / f"{file}.svg")


if __name__ == "__main__":
    write()
