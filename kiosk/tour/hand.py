"""A hand on the glass: finds what is on the screen and touches it with real touch events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE = 45.0
"""Seconds after which something does not come any more, however busy the machine is."""
RESTLESS = 15.0
"""Seconds after which something will go on moving."""


class NotThereError(RuntimeError):
    """What should be on the screen is not."""


class Hand:
    """Touches a window as a visitor would.

    Args:
        app: the application, whose events are pumped while waiting.
        window: the kiosk's window.
    """

    def __init__(self, app: QGuiApplication, window: QQuickWindow) -> None:
        self._app = app
        self.window = window
        self._device = QTest.createTouchDevice()

    def wait(self, ready: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Pump events until `ready()`.

        Raises:
            NotThereError: naming `what`, after `patience` seconds.
        """
        end = time.monotonic() + patience
        while not ready():
            if time.monotonic() > end:
                raise NotThereError(what)
            self.pump()

    def pump(self) -> None:
        """Let the kiosk work for a moment."""
        self._app.processEvents()
        time.sleep(0.004)

    def items(self) -> Iterator[QQuickItem]:
        """All items that are shown, parents first."""
        stack = [self.window.contentItem()]
        while stack:
            item = stack.pop()
            if item.isVisible() and item.opacity() > 0:
                yield item
                stack.extend(reversed(item.childItems()))

    def find(self, name: str) -> QQuickItem | None:
        """The last shown item of that object name (on top of others of that name)."""
        found = None
        for item in self.items():
            if item.objectName() == name:
                found = item
        return found

    def see(self, name: str, patience: float = PATIENCE) -> QQuickItem:
        """Wait for an item and return it."""
        self.wait(lambda: self.find(name), name, patience)
        item = self.find(name)
        if item is None:
            raise NotThereError(name)
        return item

    def texts(self) -> list[str]:
        """All texts on the screen."""
        return [str(item.property("text")) for item in self.items() if item.property("text")]

    def touch(self, name: str) -> None:
        """Touch the middle of an item; it must be inside the window and not covered."""
        self.see(name)
        self.wait(lambda: self._steady(name), f"{name} stands still")
        self.touch_at(self.middle(self.see(name)))

    def touch_at(self, point: QPoint) -> None:
        """One short touch."""
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()
        self.pump()
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()
        self.pump()

    def middle(self, item: QQuickItem) -> QPoint:
        """The middle of an item in window pixels.

        Raises:
            NotThereError: it is outside the window.
        """
        point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        if not (0 <= point.x() < self.window.width() and 0 <= point.y() < self.window.height()):
            raise NotThereError(f"{item.objectName()} is outside the window at {point.x()},{point.y()}")
        return point

    def swipe(self, start: QPoint, end: QPoint, steps: int = 12) -> None:
        """Draw a finger across the glass."""
        QTest.touchEvent(self.window, self._device).press(0, start, self.window).commit()
        for i in range(1, steps + 1):
            now = start + (end - start) * (i / steps)
            self.pump()
            QTest.touchEvent(self.window, self._device).move(0, now, self.window).commit()
        self.pump()
        QTest.touchEvent(self.window, self._device).release(0, end, self.window).commit()
        self.pump()

    def pinch(self, centre: QPoint, reach: int, steps: int = 12) -> None:
        """Two fingers moving apart."""
        gap = QPoint(40, 0)
        QTest.touchEvent(self.window, self._device).press(0, centre - gap, self.window).press(
            1, centre + gap, self.window
        ).commit()
        for i in range(1, steps + 1):
            step = QPoint(40 + reach * i // steps, 0)
            self.pump()
            QTest.touchEvent(self.window, self._device).move(0, centre - step, self.window).move(
                1, centre + step, self.window
            ).commit()
        step = QPoint(40 + reach, 0)
        self.pump()
        QTest.touchEvent(self.window, self._device).release(0, centre - step, self.window).release(
            1, centre + step, self.window
        ).commit()
        self.pump()

    def key(self, key: Qt.Key) -> None:
        """Press a key of a keyboard."""
        QTest.keyClick(self.window, key)
        self.pump()

    def settle(self, quiet: float = 0.35) -> None:
        """Wait until pictures have come and nothing has moved for a moment."""
        self.wait(lambda: not self._loading(), "pictures")
        last, since = None, time.monotonic()
        end = time.monotonic() + RESTLESS
        while time.monotonic() < end:
            self.pump()
            now = self._places()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since >= quiet:
                return

    def _loading(self) -> bool:
        return any(i.property("loading") is True for i in self.items())

    def _places(self) -> list[tuple[str, int, int]]:
        return [
            (i.objectName(), round(i.mapToScene(QPointF(0, 0)).x()), round(i.mapToScene(QPointF(0, 0)).y()))
            for i in self.items()
            if i.objectName()
        ]

    def _steady(self, name: str) -> bool:
        """Found anew each time: a list that is filled again makes new items and deletes the old."""
        before = self._place(name)
        self.pump()
        self.pump()
        return before is not None and self._place(name) == before

    def _place(self, name: str) -> QPointF | None:
        item = self.find(name)
        return item.mapToScene(QPointF(0, 0)) if item is not None else None
