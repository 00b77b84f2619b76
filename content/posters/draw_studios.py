"""Posters and pictures of the sample studios. Run to write them; everything on them is drawn, nothing is photographed."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from forms import gear, limb, merge
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
    move,
    poly,
    rect,
    ring,
    save,
    sector,
    song,
    stroke,
    turn,
)

STUDIOS = Path(__file__).parent.parent / "studios" / "studios"
WIDE, HIGH = 1500, 1000


class Scene:
    """A picture of 3:2 in the posters' five colours."""

    def __init__(self, title: str, ground: str) -> None:
        self._title, self._body = title, [f'<rect width="{WIDE}" height="{HIGH}" fill="{ground}"/>']

    def add(self, colour: str, *shapes: Shape) -> None:
        """Paint shapes in order."""
        for shape in shapes:
            data = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in c) + "Z" for c in shape)
            self._body.append(f'<path fill="{colour}" fill-rule="evenodd" d="{data}"/>')

    def save(self, path: Path) -> None:
        """Write the picture."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}">'
        path.write_text("\n".join([f"{head}<title>{self._title}</title>", *self._body, "</svg>\n"]), "utf-8")


def _wrench(cx: float, cy: float, long: float) -> Shape:
    """An open-ended wrench, upright."""
    jaw = long * 0.16
    head = [[*arc(cx, cy - long / 2, jaw, 40, 320), (cx - jaw * 0.45, cy - long / 2), (cx + jaw * 0.45, cy - long / 2)]]
    foot = ring(cx, cy + long / 2, jaw * 0.85, jaw * 0.45)
    return merge(head, rect(cx - jaw * 0.45, cy - long / 2 + jaw * 0.8, jaw * 0.9, long - jaw * 1.5), foot)


def _hammer(cx: float, cy: float, long: float) -> Shape:
    return merge(
        rect(cx - long * 0.05, cy - long * 0.36, long * 0.1, long * 0.86),
        rect(cx - long * 0.26, cy - long / 2, long * 0.52, long * 0.14),
    )


def _driver(cx: float, cy: float, long: float) -> Shape:
    return merge(
        rect(cx - long * 0.025, cy - long / 2, long * 0.05, long * 0.55),
        rect(cx - long * 0.08, cy + long * 0.05, long * 0.16, long * 0.45),
    )


def _caliper(cx: float, cy: float, long: float) -> Shape:
    beam = rect(cx - long / 2, cy - long * 0.04, long, long * 0.08)
    jaws = poly(
        (cx - long / 2, cy + long * 0.04), (cx - long * 0.36, cy + long * 0.04), (cx - long * 0.42, cy + long * 0.3)
    )
    slide = poly(
        (cx - long * 0.12, cy + long * 0.04), (cx + long * 0.1, cy + long * 0.04), (cx - long * 0.06, cy + long * 0.3)
    )
    return merge(beam, jaws, slide)


TOOLS: tuple[Callable[[float, float, float], Shape], ...] = (_wrench, _hammer, _driver, _wrench, _driver, _hammer)


def drawer(tidy: bool) -> Scene:
    """A tool drawer: everything thrown together, or every tool in its shape."""
    scene = Scene("工具抽屉", PAPER)
    scene.add(INK, rect(90, 90, 1320, 820))
    scene.add(GOLD if tidy else BLUE, rect(130, 130, 1240, 740))
    for n, tool in enumerate(TOOLS):
        if tidy:
            x, long = 250 + 200 * n, (560, 300, 480, 440, 400, 280)[n]
            scene.add(PAPER, rect(x - 84, 180, 168, 640))
            scene.add(RED if n == 3 else INK, tool(x, 500, long))
        else:
            x, y = 330 + 175 * n, (430, 600, 380, 620, 420, 560)[n]
            scene.add(
                (INK, PAPER, RED, PAPER, INK, PAPER)[n], turn(tool(x, y, 520), (62, -48, 105, 24, -70, 78)[n], (x, y))
            )
    return scene


def station(tidy: bool) -> Scene:
    """The place where the die is changed: eight bolts, or three pins and two clamps."""
    scene = Scene("换模工位", PAPER)
    scene.add(BLUE, rect(0, 760, WIDE, 240))
    scene.add(INK, rect(150, 620, 1200, 150), rect(220, 770, 90, 230), rect(1190, 770, 90, 230))
    if tidy:
        scene.add(RED, *(rect(x - 26, 520, 52, 130) for x in (450, 750, 1050)))
        scene.add(RED, *(sector(x, 520, 26, -90, 90) for x in (450, 750, 1050)))
        scene.add(GOLD, rect(330, 200, 840, 240))
        scene.add(INK, *(rect(x - 34, 380, 68, 62) for x in (450, 750, 1050)), rect(640, 120, 220, 80))
        scene.add(INK, rect(240, 540, 120, 80), rect(1140, 540, 120, 80))
    else:
        scene.add(GOLD, turn(rect(330, 330, 840, 240), -4, (750, 450)))
        for n in range(8):
            x = 260 + 140 * n
            scene.add(INK, rect(x - 14, 560, 28, 110), rect(x - 34, 530, 68, 44))
        for n, (x, y) in enumerate(((180, 880), (420, 930), (640, 860), (1010, 920), (1330, 870))):
            scene.add(PAPER, turn(merge(rect(x - 60, y - 11, 120, 22), rect(x - 86, y - 28, 40, 56)), 37 * n, (x, y)))
        scene.add(RED, turn(_wrench(1150, 240, 360), 58, (1150, 240)))
    return scene


def cable(tidy: bool) -> Scene:
    """Welding leads over the walkway, or hung up on an arm."""
    scene = Scene("焊线", PAPER)
    scene.add(GOLD, rect(0, 720, WIDE, 280))
    scene.add(
        INK, rect(80, 420, 300, 300), rect(1120, 480, 300, 40), rect(1150, 520, 40, 200), rect(1350, 520, 40, 200)
    )
    scene.add(RED, circle(160, 500, 36), circle(300, 500, 36))
    if tidy:
        scene.add(INK, rect(330, 120, 30, 320), rect(330, 120, 860, 30))
        scene.add(RED, stroke([(230, 540), (345, 140), (1160, 140), (1200, 470)], 22))
        scene.add(BLUE, *(ring(x, 135, 40, 20) for x in (520, 720, 920)))
    else:
        wave = [(360 + 12 * i, 830 + 90 * math.sin(i / 5.5) * (1 if i % 2 else 0.96)) for i in range(68)]
        scene.add(RED, stroke([(230, 560), (300, 800), *wave, (1190, 560)], 24))
        scene.add(
            INK,
            stroke([(260, 600), *((330 + 14 * i, 900 - 60 * math.cos(i / 4.2)) for i in range(58)), (1220, 560)], 20),
        )
    return scene


def bench() -> Scene:
    """A vice on a bench."""
    scene = Scene("钳台", BLUE)
    scene.add(PAPER, rect(0, 700, WIDE, 60))
    scene.add(INK, rect(0, 760, WIDE, 240))
    scene.add(RED, rect(520, 420, 200, 280), rect(820, 420, 200, 280), rect(720, 560, 100, 90))
    scene.add(PAPER, rect(700, 440, 20, 110), rect(820, 440, 20, 110))
    scene.add(GOLD, rect(1020, 590, 260, 34), rect(1250, 480, 34, 250))
    return scene


def gauge() -> Scene:
    """A caliper that measures a sun."""
    scene = Scene("卡尺", PAPER)
    scene.add(GOLD, circle(560, 640, 230))
    scene.add(INK, _caliper(820, 330, 1200))
    scene.add(PAPER, *(rect(760 + 30 * n, 320, 6, 34 if n % 5 else 56) for n in range(18)))
    return scene


def gears() -> Scene:
    """Three generations of gears."""
    scene = Scene("三代齿轮", GOLD)
    scene.add(INK, gear(420, 560, 330, 280, 20), circle(420, 560, 284))
    scene.add(GOLD, circle(420, 560, 110))
    scene.add(BLUE, gear(890, 420, 220, 180, 14), circle(890, 420, 184))
    scene.add(GOLD, circle(890, 420, 70))
    scene.add(RED, gear(1180, 640, 160, 126, 10), circle(1180, 640, 130))
    scene.add(GOLD, circle(1180, 640, 48))
    return scene


def board() -> Scene:
    """The wall of cards."""
    scene = Scene("卡片墙", INK)
    for n in range(8):
        x, y = 130 + 320 * (n % 4), 150 + 400 * (n // 4)
        scene.add(RED if n == 5 else GOLD if n in (1, 6) else PAPER, rect(x, y, 260, 300))
        scene.add(
            INK,
            circle(x + 130, y + 46, 20),
            *(rect(x + 40, y + 120 + 44 * i, 180 - 40 * (i == 2), 14) for i in range(3)),
        )
    return scene


def drawing() -> Scene:
    """A drawing with its compasses."""
    scene = Scene("图纸", PAPER)
    scene.add(BLUE, rect(120, 130, 1260, 740))
    scene.add(PAPER, ring(620, 500, 250, 240), ring(620, 500, 150, 142), rect(340, 496, 560, 7), rect(616, 220, 7, 560))
    scene.add(PAPER, *(rect(1000, 260 + 70 * n, 300 - 60 * (n % 3), 12) for n in range(5)))
    scene.add(GOLD, limb((1150, 640), 26, (1010, 900), 4), limb((1150, 640), 26, (1290, 900), 4))
    scene.add(RED, circle(1150, 630, 40))
    return scene


def torch() -> Scene:
    """A welding torch and its star."""
    scene = Scene("焊枪", INK)
    scene.add(RED, limb((1260, 160), 60, (800, 560), 34))
    scene.add(GOLD, limb((800, 560), 34, (690, 690), 14))
    rays = [turn(poly((640, 500 - 300), (662, 720), (618, 720)), 45 * n, (640, 745)) for n in range(8)]
    scene.add(PAPER, *rays)
    scene.add(GOLD, circle(640, 745, 70))
    scene.add(BLUE, rect(0, 820, WIDE, 180))
    return scene


def seam() -> Scene:
    """A seam, bead by bead."""
    scene = Scene("鱼鳞焊缝", BLUE)
    scene.add(INK, rect(0, 0, WIDE, 420))
    for n in range(15):
        scene.add(GOLD if n < 14 else RED, sector(60 + 100 * n, 430, 96, 0, 180))
        scene.add(INK, sector(36 + 100 * n, 430, 84, 0, 180))
    return scene


def mask() -> Scene:
    """A welder's mask as a window."""
    scene = Scene("面罩", GOLD)
    scene.add(INK, poly((450, 120), (1050, 120), (1120, 620), (900, 900), (600, 900), (380, 620)))
    scene.add(BLUE, rect(520, 320, 460, 220))
    scene.add(PAPER, circle(760, 420, 50))
    scene.add(RED, rect(300, 360, 90, 140), rect(1110, 360, 90, 140))
    return scene


def assembly() -> Sheet:
    """The pin is the door's bar that closes by itself: three pins, one die, the number nine."""
    sheet = Sheet("装配", GOLD, 71)
    sheet.add(INK, rect(0, 860, 1000, 220))
    sheet.add(BLUE, rect(80, 200, 840, 300))
    sheet.add(PAPER, *(rect(x - 44, 400, 88, 100) for x in (240, 500, 760)))
    sheet.add(RED, *(rect(x - 36, 620, 72, 240) for x in (240, 500, 760)))
    sheet.add(RED, *(sector(x, 620, 36, -90, 90) for x in (240, 500, 760)))
    sheet.add(PAPER, song("九", 500, 990, 170))
    sheet.add(BLUE, rect(0, 1080, 1000, 320))
    sheet.add(PAPER, *(rect(60 + 22 * n, 1180, 14, 120) for n in range(40)))
    sheet.add(RED, *(rect(60 + 22 * n, 1180, 14, 120) for n in range(9)))
    sheet.chips()
    return sheet


def welding() -> Sheet:
    """The spark is a sun over the seam."""
    sheet = Sheet("焊接", INK, 72)
    sheet.add(GOLD, *(turn(poly((460, 760), (478, 330), (442, 330)), 30 * n, (460, 760)) for n in range(12)))
    sheet.add(PAPER, circle(460, 760, 150))
    sheet.add(RED, limb((960, 140), 90, (600, 600), 46))
    sheet.add(GOLD, limb((600, 600), 46, (510, 704), 18))
    sheet.add(RED, song("缝", 460, 760, 190))
    sheet.add(BLUE, rect(0, 1000, 1000, 400))
    sheet.add(GOLD, *(sector(40 + 84 * n, 1000, 80, 90, 270) for n in range(12)))
    sheet.add(BLUE, *(move(sector(40 + 84 * n, 1000, 66, 90, 270), 18, -4) for n in range(12)))
    sheet.chips()
    return sheet


def main() -> None:
    """Write everything."""
    save(assembly(), STUDIOS / "assembly" / "cover.svg")
    save(welding(), STUDIOS / "welding" / "cover.svg")
    for name, draw in (("station", station), ("drawer", drawer)):
        draw(False).save(STUDIOS / "assembly" / f"{name}-before.svg")
        draw(True).save(STUDIOS / "assembly" / f"{name}-after.svg")
    cable(False).save(STUDIOS / "welding" / "cable-before.svg")
    cable(True).save(STUDIOS / "welding" / "cable-after.svg")
    for name, draw_one in (
        ("bench", bench),
        ("gauge", gauge),
        ("gears", gears),
        ("board", board),
        ("drawing", drawing),
    ):
        draw_one().save(STUDIOS / "assembly" / f"{name}.svg")
    for name, draw_one in (("torch", torch), ("seam", seam), ("mask", mask)):
        draw_one().save(STUDIOS / "welding" / f"{name}.svg")


if __name__ == "__main__":
    main()
