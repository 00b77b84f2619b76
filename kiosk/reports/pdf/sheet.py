"""A sheet of paper: margins, the signatures and the number on every page, and where the next thing goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.text import Lang, Text
from kiosk.reports.form import Form
from kiosk.reports.pdf.canvas import Canvas, Colour
from kiosk.reports.pdf.fonts import Family

MARGIN = 36.0
"""Points; 12.7 mm."""
FOOT = 54.0
WHITE: Colour = (1.0, 1.0, 1.0)
INK: Colour = (0.114, 0.102, 0.090)
GREY: Colour = (0.353, 0.318, 0.278)
RULE: Colour = (0.72, 0.67, 0.58)
KRAFT: Colour = (0.902, 0.847, 0.749)
PAPER: Colour = (0.957, 0.925, 0.863)
RED: Colour = (0.690, 0.149, 0.106)
GOLD: Colour = (0.722, 0.525, 0.176)
SMALL = 9.0


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files, each list in the order in which they are tried.

    Args:
        text: of cells and notes.
        bold: of headings of columns.
        title: of headlines.
    """

    text: tuple[Path, ...]
    bold: tuple[Path, ...]
    title: tuple[Path, ...]


def shipped(folder: Path) -> Fonts:
    """The fonts that ship with the product."""
    text, bold, title = (folder / f"Noto{name}.otf" for name in ("SansSC-Regular", "SansSC-Bold", "SerifSC-Bold"))
    return Fonts((text,), (bold, text), (title, text))


class Sheet:
    """Pages that fill from top to bottom.

    Args:
        title: of the document.
        form: what is signed.
        fonts: to write with.
        lang: of what it says itself.
    """

    def __init__(self, title: str, form: Form, fonts: Fonts, lang: Lang) -> None:
        self.canvas = Canvas(title, "zh-CN" if lang == "zh" else "en")
        self.text, self.bold, self.title = map(self.canvas.family, (fonts.text, fonts.bold, fonts.title))
        self.form, self.lang = form, lang
        self.left, self.right = MARGIN, self.canvas.width - MARGIN
        self.bottom = self.canvas.height - FOOT
        self.y = 0.0
        self.turn()

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """Points left on this page."""
        return self.bottom - self.y

    def turn(self) -> None:
        """Begin the next page."""
        self.canvas.page()
        self.y = MARGIN
        if self.form.number:
            number = self.form.number
            self.canvas.text(self.right - self.text.width(number, SMALL), MARGIN - 8, number, self.text, SMALL, GREY)

    def write(
        self, lines: Sequence[str], family: Family, size: float, colour: Colour = INK, *, leading: float = 1.4
    ) -> None:
        """Lines below what is there, each on a page that has room."""
        for line in lines:
            if self.room < size * leading:
                self.turn()
            self.canvas.text(self.left, self.y + size, line, family, size, colour)
            self.y += size * leading

    def done(self) -> bytes:
        """The file, with signatures and page numbers on every page."""
        signatures = self.form.signatures()
        each = (self.width - 80) / len(signatures)
        for page in range(self.canvas.pages):
            y = self.canvas.height - 26
            for place, line in enumerate(signatures):
                self.canvas.text(self.left + place * each, y, line(self.lang), self.text, SMALL, INK, page=page)
            count = Text(f"第 {page + 1} 页，共 {self.canvas.pages} 页", f"{page + 1} / {self.canvas.pages}")(self.lang)
            self.canvas.text(self.right - self.text.width(count, SMALL), y, count, self.text, SMALL, GREY, page=page)
        return self.canvas.done()
