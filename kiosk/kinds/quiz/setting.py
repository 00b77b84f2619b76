"""Breaking questions and verdicts into lines for the wall, which QML cannot do by meaning."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.kinds.quiz import lines
from kiosk.sdk.ui import ItemViewModel


class SettingViewModel(ItemViewModel):
    """An item whose words are broken by `lines`."""

    @Slot(str, QFont, float, result=str)
    def broken(self, words: str, font: QFont, width: float) -> str:
        """`words` with line breaks that fit `width` in `font`."""
        return "\n".join(lines.broken(words, width * 0.99, QFontMetricsF(font).horizontalAdvance))

    @Slot(str, QFont, result=float)
    def widest(self, words: str, font: QFont) -> float:
        """Width of the widest line as it is broken."""
        return max((QFontMetricsF(font).horizontalAdvance(line) for line in words.split("\n")), default=0.0)
