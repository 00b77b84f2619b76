"""The glass: how big it is, and who touches it."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Panel(QObject):
    """Physical facts from the settings; EDID sizes lie, so the diagonal is configured.

    Args:
        diagonal: inches.
        gloves: visitors wear gloves: targets of at least 25 mm instead of 20.
        calm: reduced motion.
        orientation: `auto` follows the window; `portrait` and `landscape` turn the canvas where the window differs.
    """

    orientationChanged = Signal()

    def __init__(
        self, diagonal: float, gloves: bool, calm: bool, orientation: str = "auto", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._diagonal = diagonal
        self._gloves = gloves
        self._calm = calm
        self._orientation = orientation

    @Property(str, notify=orientationChanged)
    def orientation(self) -> str:
        """`auto`, `portrait` or `landscape`."""
        return self._orientation

    def turn(self, orientation: str) -> None:
        """Turn the picture now, so that whoever sets the kiosk up sees it."""
        if orientation != self._orientation:
            self._orientation = orientation
            self.orientationChanged.emit()

    @Property(bool, constant=True)
    def gloves(self) -> bool:
        """Glove mode."""
        return self._gloves

    @Property(bool, constant=True)
    def calm(self) -> bool:
        """Reduced motion."""
        return self._calm

    @Slot(float, float, result=float)
    def pxPerMm(self, width: float, height: float) -> float:
        """Logical pixels per millimetre when the canvas is `width` x `height`."""
        return math.hypot(width, height) / (self._diagonal * 25.4)
