"""All pictures of a tour on one sheet."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

GAP = 24
WORDS = 36


def contact_sheet(pictures: list[Path], target: Path, columns: int = 0) -> None:
    """Lay the pictures out in rows with their names."""
    images = [QImage(str(p)) for p in pictures]
    if not images:
        return
    tall = images[0].height() > images[0].width()
    columns = columns or (8 if tall else 5)
    width = 270 if tall else 480
    height = round(width * images[0].height() / images[0].width())
    rows = math.ceil(len(images) / columns)
    sheet = QImage(columns * (width + GAP) + GAP, rows * (height + WORDS + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#E6D8BF"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = QFont("Noto Sans SC")
    font.setPixelSize(18)
    painter.setFont(font)
    painter.setPen(QColor("#1C1917"))
    for n, (path, image) in enumerate(zip(pictures, images, strict=True)):
        x = GAP + n % columns * (width + GAP)
        y = GAP + n // columns * (height + WORDS + GAP)
        small = image.scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(x, y, small)
        painter.drawText(QRect(x, y + height, width, WORDS), Qt.AlignmentFlag.AlignVCenter, path.stem)
    painter.end()
    sheet.save(str(target))
