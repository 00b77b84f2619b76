"""One page on the navigation stack."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class Page(QObject):
    """A QML file and the view model it requires as `vm`.

    Args:
        name: for tours, tests and logs (`home`, `story`).
        qml: the screen's file.
        vm: its view model; becomes a child of the page and dies with it.
        uid: the item on it, if any.
    """

    def __init__(self, name: str, qml: Path, vm: QObject, uid: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.uid = uid
        self._url = QUrl.fromLocalFile(str(qml))
        self._vm = vm
        vm.setParent(self)

    @Property(QUrl, constant=True)
    def url(self) -> QUrl:
        """The screen's file."""
        return self._url

    @Property(QObject, constant=True)
    def vm(self) -> QObject:
        """The view model."""
        return self._vm

    @Slot()
    def release(self) -> None:
        """QML has let go of the screen: the page may die."""
        leave = getattr(self._vm, "leave", None)
        if leave is not None:
            leave()
        self.deleteLater()
