"""Files that ship with the product: fonts, marks, translations."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.design"
QML_IMPORT_MAJOR_VERSION = 1


def assets_folder() -> Path:
    """The `assets` folder: beside the package in a checkout, inside it when installed or frozen."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "assets"
    package = Path(__file__).resolve().parent.parent
    inside = package / "_assets"
    return inside if inside.is_dir() else package.parent / "assets"


def load_fonts() -> tuple[str, ...]:
    """Register the shipped fonts with Qt; returns the families."""
    families: list[str] = []
    for path in sorted((assets_folder() / "fonts").glob("*.otf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    # English is set in faces whose quotes take their own width; Chinese words in it come from the fonts beside them.
    QFont.insertSubstitution("Noto Sans Latin", "Noto Sans SC")
    QFont.insertSubstitution("Noto Serif Latin", "Noto Serif SC")
    return tuple(families)


@QmlElement
class AssetFiles(QObject):
    """Shipped pictures by name. QML uses the singleton `Assets`, which is one of these."""

    @Slot(str, bool, result=QUrl)
    def mark(self, name: str, night: bool) -> QUrl:
        """A room's mark in the colours of the theme."""
        folder = assets_folder() / "marks"
        return QUrl.fromLocalFile(str((folder / "night" if night else folder) / f"{name}.svg"))
