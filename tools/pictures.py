"""The sheets in docs/pictures, from two tours: `tools/pictures.py UPRIGHT ACROSS`.

UPRIGHT and ACROSS are the folders of `kiosk tour --out UPRIGHT` and `kiosk tour --size 1920x1080 --out ACROSS`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDTH, GAP = 1680, 10
UPRIGHT = {
    "portrait-1.png": ("01-attract", "02-home", "03-catalog", "09-story-listening"),
    "portrait-2.png": ("27-quiz-answered", "29b-riddle-wall", "29v-vote-1-gallery", "29l-law-article"),
}
ACROSS = {
    "landscape.png": ("02-home", "56-console-bleed-audience", "56-console-bleed", "41r-reports-2-workshops"),
}


def sheet(pictures: list[Path], columns: int) -> QImage:
    """Pictures of one size in rows, on kraft.

    Raises:
        SystemExit: a picture is missing.
    """
    images = [QImage(str(picture)) for picture in pictures]
    missing = [str(picture) for picture, image in zip(pictures, images, strict=True) if image.isNull()]
    if missing:
        sys.exit(f"not in the tour: {', '.join(missing)}")
    width = (WIDTH - GAP * (columns + 1)) // columns
    height = round(width * images[0].height() / images[0].width())
    made = QImage(WIDTH, -(-len(images) // columns) * (height + GAP) + GAP, QImage.Format.Format_RGB32)
    made.fill(QColor("#E6D8BF"))
    painter = QPainter(made)
    for number, image in enumerate(images):
        x, y = GAP + number % columns * (width + GAP), GAP + number // columns * (height + GAP)
        keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        painter.drawImage(x, y, image.scaled(width, height, keep, smooth))
    painter.end()
    return made


def main() -> None:
    """Write all three."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    upright, across = map(Path, sys.argv[1:])
    for sheets, folder, columns in ((UPRIGHT, upright, 4), (ACROSS, across, 2)):
        for name, scenes in sheets.items():
            sheet([folder / f"{scene}.png" for scene in scenes], columns).save(str(TARGET / name))


if __name__ == "__main__":
    main()
