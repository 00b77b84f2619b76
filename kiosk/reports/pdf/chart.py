"""Bars on one line, the marked one red, the average across; and the hardest questions beside them."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.text import Lang, Text
from kiosk.reports.cells import said
from kiosk.reports.model import Bars, Hard
from kiosk.reports.pdf.canvas import Colour
from kiosk.reports.pdf.lines import wrapped
from kiosk.reports.pdf.sheet import GOLD, GREY, INK, PAPER, RED, SMALL, WHITE, Sheet

HEIGHT = 150.0
"""Of the highest bar."""
MOST_WIDTH, GAP = 54.0, 0.22
LABEL = 8.0
LABEL_LINES = 3
_AVERAGE = Text("平均", "average")


def draw_bars(sheet: Sheet, bars: Bars, width: float) -> float:
    """Draw bars in `width` points where the sheet stands; returns how high they are with all words."""
    sheet.canvas.text(sheet.left, sheet.y + SMALL, bars.title(sheet.lang), sheet.text, SMALL, GREY)
    floor = sheet.y + SMALL + 24 + HEIGHT
    top = max([b.value or 0.0 for b in bars.bars] + [bars.average or 0.0]) or 1.0
    step = min(width / max(len(bars.bars), 1), MOST_WIDTH / (1 - GAP))
    wide = step * (1 - GAP)
    if bars.average is not None:
        _average(sheet, bars, floor, top, width)
    lines = 1
    for place, bar in enumerate(bars.bars):
        x = sheet.left + place * step
        colour = RED if bar.marked else INK
        if bar.value is not None:
            high = HEIGHT * bar.value / top
            sheet.canvas.box(x, floor - high, wide, high, colour)
            _value(sheet, _said(bar.value, bars, sheet.lang), x, floor - high, wide, step, colour, marked=bar.marked)
            if bars.average is not None and bar.value > bars.average:
                y = floor - HEIGHT * bars.average / top
                sheet.canvas.line(x, y, x + wide, y, 1.5, GOLD)
        family = sheet.bold if bar.marked else sheet.text
        label = wrapped(bar.label(sheet.lang), family, LABEL, max(step - 2, LABEL), LABEL_LINES)
        lines = max(lines, len(label))
        for number, line in enumerate(label):
            indent = (wide - family.width(line, LABEL)) / 2
            sheet.canvas.text(x + indent, floor + 12 + number * (LABEL + 2), line, family, LABEL, INK)
    sheet.canvas.line(sheet.left, floor, sheet.left + width, floor, 1.5, INK)
    return floor + 12 + lines * (LABEL + 2) - sheet.y


def _value(
    sheet: Sheet, value: str, x: float, y: float, wide: float, step: float, colour: Colour, *, marked: bool
) -> None:
    """The number on a bar, with the average's line cut away behind it; left out where there is no room for it."""
    size = 12.0 if marked else 9.0
    length = sheet.bold.width(value, size)
    if length > step and not marked:
        return
    at = x + (wide - length) / 2
    sheet.canvas.box(at - 2, y - size - 1, length + 4, size, WHITE)
    sheet.canvas.text(at, y - 3, value, sheet.bold, size, colour)


def draw_hardest(sheet: Sheet, hardest: Sequence[Hard], x: float, width: float) -> float:
    """Draw the hardest questions in a column at `x`; returns how high it is."""
    y = sheet.y
    sheet.canvas.text(x, y + 12, Text("最难的题", "The hardest questions")(sheet.lang), sheet.bold, 12, INK)
    y += 22
    for place, hard in enumerate(hardest):
        for line in wrapped(hard.label, sheet.text, SMALL, width, 2):
            sheet.canvas.text(x, y + SMALL, line, sheet.text, SMALL, INK)
            y += SMALL * 1.3
        sheet.canvas.box(x, y + 2, width, 12, PAPER)
        sheet.canvas.box(x, y + 2, width * hard.wrong, 12, INK if place else RED)
        wrong = Text(f"{round(hard.wrong * 100)}% 错", f"{round(hard.wrong * 100)}% wrong")(sheet.lang)
        inside = width * hard.wrong > sheet.bold.width(wrong, 8) + 8
        at = x + width * hard.wrong + (-sheet.bold.width(wrong, 8) - 4 if inside else 4)
        sheet.canvas.text(at, y + 11, wrong, sheet.bold, 8, (1, 1, 1) if inside else INK)
        y += 21
    return y - sheet.y


def _average(sheet: Sheet, bars: Bars, floor: float, top: float, width: float) -> None:
    average = bars.average or 0.0
    y = floor - HEIGHT * average / top
    sheet.canvas.line(sheet.left, y, sheet.left + width, y, 1.5, GREY)
    words = f"{_AVERAGE(sheet.lang)} {_said(average, bars, sheet.lang)}"
    sheet.canvas.text(sheet.left + width - sheet.text.width(words, LABEL), y - 3, words, sheet.text, LABEL, GREY)


def _said(value: float, bars: Bars, lang: Lang) -> str:
    """A value of a bar: shares in whole per cent, a count without a point where it is a whole one."""
    if bars.unit == "percent":
        return f"{round(value * 100)}%"
    return said(int(value) if bars.unit == "integer" and value == int(value) else value, bars.unit, lang)
