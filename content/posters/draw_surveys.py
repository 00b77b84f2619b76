"""The poster of the sample survey. Run to write it."""

from __future__ import annotations

from pathlib import Path

from forms import merge
from kit import BLUE, GOLD, INK, PAPER, RED, Sheet, circle, poly, rect, save, song

SURVEYS = Path(__file__).parent.parent / "surveys" / "surveys"
LIT = (1, 3, 2, 4, 0, 3)
"""The window that is lit on each floor, top first."""


def satisfaction() -> Sheet:
    """The answer sheet is a factory at night: five windows on each floor, and the one that was ticked is lit."""
    sheet = Sheet("满意度问卷", BLUE, 57)
    sheet.add(RED, circle(760, 250, 170))
    sheet.add(INK, poly((120, 420), (500, 250), (880, 420), (880, 1190), (120, 1190)))
    sheet.add(INK, rect(180, 190, 90, 240))
    windows = {(f, n): rect(174 + 138 * n, 452 + 118 * f, 100, 82) for f in range(6) for n in range(5)}
    sheet.add(PAPER, merge(*(w for (f, n), w in windows.items() if LIT[f] != n)))
    sheet.add(GOLD, merge(*(windows[f, n] for f, n in enumerate(LIT))))
    sheet.add(INK, rect(0, 1180, 1000, 220))
    sheet.add(PAPER, song("问", 500, 1292, 160))
    sheet.chips()
    return sheet


if __name__ == "__main__":
    save(satisfaction(), SURVEYS / "satisfaction" / "cover.svg")
