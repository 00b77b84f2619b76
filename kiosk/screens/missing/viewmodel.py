"""Why an item cannot be shown, in a visitor's words."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "kiosk.screens.missing"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class MissingViewModel(QObject):
    """`condition` is `newer`, `broken`, `gone` or `error`."""

    backRequested = Signal()

    def __init__(self, title: str, condition: str) -> None:
        super().__init__()
        self._title = title
        self._condition = condition

    @Property(str, constant=True)
    def itemTitle(self) -> str:
        """What the visitor asked for; may be empty."""
        return self._title

    @Property(str, constant=True)
    def condition(self) -> str:
        """Which page."""
        return self._condition

    @Slot()
    def back(self) -> None:
        """Leave."""
        self.backRequested.emit()
