"""Loads the screens of all kinds while nobody touches the glass, so that the first visitor of the day waits no longer than the second.

A screen's first opening imports its view model and compiles its QML: 60 to 120 ms on an old machine. Here the import runs on
the `io` lane, the compiler on Qt's own loader thread, one kind after another; what is compiled is held for as long as the
kiosk runs, some megabytes in all, which the first tour through the kinds would hold as well.
"""

from __future__ import annotations

import importlib
import logging
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.jobs import Err, Lanes, Result

_log = logging.getLogger(__name__)
PAUSE = 150
"""Milliseconds between two kinds, and between two looks whether anybody touches."""


class Warm(QObject):
    """Goes through the screens once.

    Args:
        engine: that will show them.
        lanes: for the imports.
        screens: module of the view model, and QML file, in the order in which they are wanted.
        quiet: whether nobody is in front of the screen just now.
    """

    finished = Signal()

    def __init__(
        self,
        engine: QQmlEngine,
        lanes: Lanes,
        screens: Iterable[tuple[str, Path]],
        quiet: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._lanes = lanes
        self._left = deque(screens)
        self._quiet = quiet
        self._held: list[QQmlComponent] = []
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._next)

    def start(self) -> None:
        """Begin with the first."""
        self._pause.start()

    def stop(self) -> None:
        """Let go of everything; call before the engine goes."""
        self._pause.stop()
        self._left.clear()
        for component in self._held:
            component.deleteLater()
        self._held.clear()

    @Slot()
    def _next(self) -> None:
        if not self._left:
            self.finished.emit()
        elif not self._quiet():
            self._pause.start()
        else:
            module, file = self._left.popleft()
            self._lanes.run("io", lambda: importlib.import_module(module), lambda result: self._imported(result, file))

    def _imported(self, result: Result[ModuleType], file: Path) -> None:
        if isinstance(result, Err):  # the lane has said so; whoever opens it will hear it too
            self._pause.start()
            return
        component = QQmlComponent(
            self._engine, QUrl.fromLocalFile(str(file)), QQmlComponent.CompilationMode.Asynchronous, self
        )
        self._held.append(component)
        if component.isLoading():
            component.statusChanged.connect(lambda _status: self._compiled(component))
        else:
            self._compiled(component)

    def _compiled(self, component: QQmlComponent) -> None:
        if component.isError():
            _log.error("%s", component.errorString().strip())
        self._pause.start()
