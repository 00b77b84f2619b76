"""Qt's own start: application, engine, window. Everything here is called once by the app."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

ROOT = Path(__file__).resolve().parent.parent


def application() -> QGuiApplication:
    """The one QGuiApplication."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    QCoreApplication.setApplicationName("pioneer-kiosk")
    app = QGuiApplication(sys.argv[:1])
    app.setFont(QFont("Noto Sans SC"))
    return app


def engine() -> QQmlApplicationEngine:
    """An engine that finds `kiosk.*` modules beside their Python packages."""
    made = QQmlApplicationEngine()
    made.addImportPath(str(ROOT))
    made.addImportPath(str(ROOT / "kiosk" / "shell" / "keyboard"))  # the keyboard's style
    return made


def load(made: QQmlApplicationEngine, file: Path, properties: dict[str, Any]) -> QQuickWindow:
    """Load the root window.

    Raises:
        RuntimeError: the QML has an error; Qt has printed it.
    """
    made.setInitialProperties(properties)
    made.load(QUrl.fromLocalFile(str(file)))
    if not made.rootObjects():
        raise RuntimeError(f"{file.name} cannot be loaded")
    return cast("QQuickWindow", made.rootObjects()[0])


def place(window: QQuickWindow, *, windowed: bool, size: tuple[int, int] | None) -> None:
    """Put the window on the screen; geometry is set beside FullScreen, which alone leaves 160x160 without a window manager."""
    # Not `window.screen()`: PySide makes the window the screen's parent and deletes the screen with the window (6.11).
    screen = QGuiApplication.primaryScreen().geometry()
    if windowed:
        width, height = size or (min(540, screen.width()), min(960, screen.height()))
        window.resize(width, height)
        window.show()
        return
    window.setProperty("locked", True)  # no frame, and no key closes the kiosk
    width, height = size or (screen.width(), screen.height())
    window.setGeometry(screen.x(), screen.y(), width, height)
    if size is None:
        window.showFullScreen()
        window.setGeometry(screen.x(), screen.y(), width, height)
    else:
        window.show()


def hide_cursor() -> None:
    """No arrow on a touchscreen. After the first frame: the first use of `Qt` makes all its enums, 13 ms."""
    from PySide6.QtCore import Qt

    QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)


class FirstFrame(QObject):
    """Calls `then` after the first frame that shows every picture of the page: what is done earlier holds them up."""

    def __init__(self, window: QQuickWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], None] | None = then
        window.frameSwapped.connect(self._look)  # from the render thread with a GPU: a slot of ours makes it queued

    @Slot()
    def _look(self) -> None:
        if self._then is None:
            return  # frames queued before the disconnect was heard
        if pictures_loading(self._window):
            self._window.update()
            return
        then, self._then = self._then, None
        self._window.frameSwapped.disconnect(self._look)
        then()


def pictures_loading(window: QQuickWindow) -> bool:
    """Whether a picture on the screen is still being decoded."""
    stack = [window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible():
            if item.property("loading") is True:
                return True
            stack.extend(item.childItems())
    return False


def forget_typed_words(config: Path) -> None:
    """Delete what the on-screen keyboard learned from a visitor."""
    shutil.rmtree(config / "qtvirtualkeyboard", ignore_errors=True)


def drop_deferred() -> None:
    """Delete what is waiting to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
