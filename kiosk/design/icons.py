"""Icons from the font and charmap files of qtawesome, without importing it.

`import qtawesome` pulls in QtWidgets and costs about a quarter of a second; its files cost a few milliseconds.
"""

from __future__ import annotations

import importlib.util
import json
import logging
from functools import cache
from pathlib import Path

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.design"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
_FONT = "materialdesignicons6-webfont-*.ttf"
_CHARMAP = "materialdesignicons6-webfont-charmap-*.json"


@cache
def font_folder() -> Path:
    """Where the installed qtawesome keeps its fonts."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def charmap() -> dict[str, str]:
    """Icon name to character."""
    path = next(font_folder().glob(_CHARMAP))
    return {name: chr(int(code, 16)) for name, code in json.loads(path.read_text()).items()}


@QmlElement
class IconFont(QObject):
    """Glyphs by name. QML uses the singleton `Icons`, which is one of these.

    Registering a Python singleton before QtQuick is loaded makes QML refuse every item ("Cannot assign QQuickLoader to data",
    PySide 6.11), so the singleton is a QML file.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = next(p for p in font_folder().glob(_FONT))
        font = QFontDatabase.addApplicationFont(str(path))
        self._family = QFontDatabase.applicationFontFamilies(font)[0]

    @Property(str, constant=True)
    def family(self) -> str:
        """Family name of the icon font."""
        return self._family

    @Slot(str, result=str)
    def glyph(self, name: str) -> str:
        """The character of an icon; logs and shows nothing for an unknown name."""
        found = charmap().get(name)
        if found is None:
            _log.error("unknown icon %s", name)
            return ""
        return found
