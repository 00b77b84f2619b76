"""The poster of the suggestion box. Run to write it."""

from __future__ import annotations

from pathlib import Path

from forms import merge
from kit import BLUE, GOLD, INK, PAPER, RED, Shape, Sheet, circle, rect, save, song, stroke

BOXES = Path(__file__).parent.parent / "suggestions" / "suggestions"


def _envelope(cx: float, cy: float, w: float, h: float) -> Shape:
    return rect(cx - w / 2, cy - h / 2, w, h)


def _fold(cx: float, cy: float, w: float, h: float, line: float) -> Shape:
    return stroke([(cx - w / 2, cy - h / 2), (cx, cy + h * 0.16), (cx + w / 2, cy - h / 2)], line)


def box() -> Sheet:
    """The box with a letter in it is the character 回: an answer comes back. Its sound is on the seal."""
    sheet = Sheet("意见箱", RED, 52)
    sheet.add(INK, rect(110, 130, 780, 900))
    sheet.add(RED, rect(214, 234, 572, 692))
    sheet.add(INK, rect(300, 360, 400, 440))
    sheet.add(PAPER, rect(336, 396, 328, 368))
    sheet.add(INK, stroke([(336, 396), (500, 600), (664, 396)], 14))
    sheet.add(GOLD, circle(500, 600, 92))
    sheet.add(INK, song("音", 500, 600, 104))
    sheet.add(INK, rect(430, 1030, 140, 170))
    sheet.add(BLUE, rect(0, 1180, 1000, 220))
    places = [62 + 125 * i for i in range(8)]
    sheet.add(PAPER, merge(*(_envelope(x, 1290, 92, 62) for i, x in enumerate(places) if i != 5)))
    sheet.add(GOLD, _envelope(places[5], 1290, 92, 62))
    sheet.add(INK, *(_fold(x, 1290, 92, 62, 7) for x in places))
    sheet.add(INK, rect(846, 40, 16, 90))
    sheet.add(GOLD, rect(726, 40, 120, 56))
    sheet.chips()
    return sheet


if __name__ == "__main__":
    save(box(), BOXES / "box" / "cover.svg")
