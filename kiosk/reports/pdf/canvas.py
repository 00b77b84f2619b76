"""Pages to draw on: points from the upper left corner, as people measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.reports.pdf.file import PdfFile, text_string
from kiosk.reports.pdf.fonts import Face, Family

A4 = (841.89, 595.28)
"""Landscape, in points."""
Colour = tuple[float, float, float]


class Canvas:
    """A document while it is drawn.

    Args:
        title: of the document.
        lang: of its text, `zh-CN`.
        size: of each page, in points.
    """

    def __init__(self, title: str, lang: str, size: tuple[float, float] = A4) -> None:
        self.width, self.height = size
        self._title, self._lang = title, lang
        self._faces: dict[Path, Face] = {}
        self._pages: list[list[str]] = []

    def family(self, paths: Sequence[Path]) -> Family:
        """Faces of this document."""
        return Family(paths, self._faces)

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages)

    def page(self) -> None:
        """Begin a new page."""
        self._pages.append([])

    def text(
        self, x: float, y: float, text: str, family: Family, size: float, colour: Colour = (0, 0, 0), *, page: int = -1
    ) -> None:
        """Write one line; `y` is its base line."""
        drawn = self._pages[page]
        drawn.append("BT {:.3f} {:.3f} {:.3f} rg {:.2f} {:.2f} Td".format(*colour, x, self.height - y))
        for face, run in family.runs(text):
            drawn.append(f"/F{self._number(face)} {size:.2f} Tf")
            drawn.append(_shown(face, run))
        drawn.append("ET")

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box; `y` is its upper edge."""
        self._pages[-1].append(
            "{:.3f} {:.3f} {:.3f} rg {:.2f} {:.2f} {:.2f} {:.2f} re f".format(
                *colour, x, self.height - y - height, width, height
            )
        )

    def line(
        self, x: float, y: float, to_x: float, to_y: float, width: float = 0.5, colour: Colour = (0, 0, 0)
    ) -> None:
        """Draw a straight line."""
        self._pages[-1].append(
            "{:.3f} {:.3f} {:.3f} RG {:.2f} w {:.2f} {:.2f} m {:.2f} {:.2f} l S".format(
                *colour, width, x, self.height - y, to_x, self.height - to_y
            )
        )

    def done(self) -> bytes:
        """The file."""
        file = PdfFile()
        tree = file.reserve()
        fonts = " ".join(
            f"/F{number} {file.font(face)} 0 R" for number, face in enumerate(self._faces.values(), 1) if face.used
        )
        resources = file.put(f"<< /Font << {fonts} >> >>")
        kids = [self._kid(file, drawn, tree, resources) for drawn in self._pages]
        file.put(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>", tree)
        root = file.put(
            f"<< /Type /Catalog /Pages {tree} 0 R /Lang ({self._lang}) /ViewerPreferences << /DisplayDocTitle true >> >>"
        )
        info = file.put(f"<< /Title {text_string(self._title)} /Producer {text_string('Pioneer Kiosk')} >>")
        return file.done(root, info)

    def _kid(self, file: PdfFile, drawn: Iterable[str], tree: int, resources: int) -> int:
        content = file.stream("\n".join(drawn).encode("ascii"))
        return file.put(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {self.width:.2f} {self.height:.2f}] "
            f"/Resources {resources} 0 R /Contents {content} 0 R >>"
        )

    def _number(self, face: Face) -> int:
        return list(self._faces).index(face.path) + 1


def _shown(face: Face, run: str) -> str:
    """Characters that no face has are drawn as an empty box, and still say what they are when they are copied."""
    codes = "".join(f"{face.cid(char):04X}" for char in run)
    if all(map(face.has, run)):
        return f"<{codes}> Tj"
    return f"/Span << /ActualText {text_string(run)} >> BDC <{codes}> Tj EMC"
