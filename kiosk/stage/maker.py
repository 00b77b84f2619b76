"""Makes the audience's window from QML, never from Python.

`QQmlComponent.create()` called from Python keeps the interpreter's lock while Qt's loader thread compiles what the new
objects load. Whatever on that thread asks for the same lock (a message handler or an image provider of Python's) stops both
for ever. A signal gives the lock up first, so here a changed property makes the window.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable, QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1
MAKING = Path(__file__).resolve().parent / "AudienceMaking.qml"


@QmlElement
@QmlUncreatable("made by the stage")
class WindowMaker(QObject):
    """Holds at most one window.

    Args:
        vm: the lecture, which the window shows.
        making: QML file of an `Instantiator` that makes it.
    """

    wantedChanged = Signal()

    def __init__(self, engine: QQmlEngine, vm: QObject, parent: QObject | None = None, making: Path = MAKING) -> None:
        super().__init__(parent)
        self._vm = vm
        self._wanted = False
        self.window: QQuickWindow | None = None
        # Made while nothing is wanted: this creates one object and loads nothing more.
        self._component = QQmlComponent(engine, QUrl.fromLocalFile(str(making)), self)
        self._making = self._component.createWithInitialProperties({"maker": self})
        if self._making is None:
            raise RuntimeError(f"{making.name} cannot be loaded: {self._component.errorString()}")
        QQmlEngine.setObjectOwnership(self._making, QQmlEngine.ObjectOwnership.CppOwnership)
        self._making.setParent(self)

    @Property(QObject, constant=True)
    def vm(self) -> QObject:
        """The lecture."""
        return self._vm

    @Property(bool, notify=wantedChanged)
    def wanted(self) -> bool:
        """Whether there is to be a window."""
        return self._wanted

    def make(self) -> QQuickWindow:
        """The window; made when there is none.

        Raises:
            RuntimeError: its QML cannot be loaded; Qt has said why.
        """
        if not self._wanted:
            self._wanted = True
            self.wantedChanged.emit()
        if self.window is None:
            raise RuntimeError("the audience's window cannot be made")
        return self.window

    def drop(self) -> None:
        """Close it and let it go."""
        window, self.window = self.window, None
        if window is not None:
            window.setProperty("locked", False)
            window.close()
        if self._wanted:
            self._wanted = False
            self.wantedChanged.emit()

    def close(self) -> None:
        """Nothing more will be made: its QML goes before what it looks at."""
        self.drop()
        self._making.deleteLater()

    @Slot(QObject)
    def came(self, window: QObject) -> None:
        """QML has made it."""
        self.window = cast("QQuickWindow", window)
