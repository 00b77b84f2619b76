"""The machine's screens as Qt reports them, heard once for each change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.stage.windows import Screen

SETTLE_MS = 150
"""A cable that is put in is reported in several steps."""
LOOK_MS = 1_000
"""Some systems tell a screen's new place to nobody."""


class Screens(QObject):
    """What there is, and when it changes. Tests and tours bring their own by overriding `read`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[Screen, ...] = ()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self.look)

    def start(self) -> None:
        """Listen from now on."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._stirred)
        app.screenRemoved.connect(self._stirred)
        app.primaryScreenChanged.connect(self._stirred)
        self._known = self.read()
        self._watch.start()

    def stop(self) -> None:
        """Listen no more."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and self._watch.isActive():
            app.screenAdded.disconnect(self._stirred)
            app.screenRemoved.disconnect(self._stirred)
            app.primaryScreenChanged.disconnect(self._stirred)
        self._settle.stop()
        self._watch.stop()

    def read(self) -> tuple[Screen, ...]:
        """All screens now."""
        first = QGuiApplication.primaryScreen()
        found = []
        for screen in QGuiApplication.screens():
            area = screen.geometry()
            found.append(
                Screen(screen.name(), area.x(), area.y(), area.width(), area.height(), primary=screen == first)
            )
        return tuple(found)

    @Slot()
    def look(self) -> None:
        """Say so if anything is not as it was."""
        now = self.read()
        if now != self._known:
            self._known = now
            self.changed.emit()

    @Slot()
    def _stirred(self) -> None:
        self._settle.start()
