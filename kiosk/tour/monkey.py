"""A monkey before the kiosk: touches, drags, pinches and hits keys at random, always the same for the same seed.

It knows no screen. Half of its touches go to what can be touched, or it would never come far; the others go anywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from PySide6.QtCore import QMetaObject, QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import App
from kiosk.tour.hand import Hand

_K = Qt.Key
KEYS = (
    *(Qt.Key(c) for c in range(_K.Key_A, _K.Key_Z + 1)),
    *(Qt.Key(c) for c in range(_K.Key_0, _K.Key_9 + 1)),
    *(Qt.Key(c) for c in range(_K.Key_F1, _K.Key_F12 + 1)),
    *(_K.Key_Escape, _K.Key_Tab, _K.Key_Backtab, _K.Key_Backspace, _K.Key_Return, _K.Key_Enter, _K.Key_Delete),
    *(_K.Key_Home, _K.Key_End, _K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown),
    *(_K.Key_Space, _K.Key_Meta, _K.Key_Super_L, _K.Key_Menu, _K.Key_Print, _K.Key_Pause, _K.Key_Back, _K.Key_Q),
    *(_K.Key_MediaPlay, _K.Key_VolumeUp, _K.Key_HomePage, _K.Key_Search),
)
_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
VISIT = 60
"""Acts of one visit; then everybody leaves."""


class Monkey:
    """Plays with a kiosk.

    Args:
        app: the kiosk.
        hand: on its window.
        seed: of everything it does.
    """

    def __init__(self, app: App, hand: Hand, seed: int) -> None:
        self._app = app
        self._hand = hand
        self._random = random.Random(seed)
        self._device = QTest.createTouchDevice()
        self.acts = 0
        self.visits = 0
        self.pages: set[str] = set()
        """Names of the pages it came to."""

    def act(self) -> None:
        """Do one thing."""
        draw = self._random.random()
        if draw < 0.45:
            self._touch(self._target())
        elif draw < 0.70:
            self._touch(self._anywhere())
        elif draw < 0.80:
            self._drag()
        elif draw < 0.84:
            self._pinch()
        else:
            QTest.keyClick(self._hand.window, self._random.choice(KEYS), self._random.choice(_MODIFIERS))
        self._app.qt.processEvents()
        self.acts += 1
        page = self._app.shell.page
        if page is not None:
            self.pages.add(page.name)
        if self.acts % VISIT == 0:
            self.leave()

    def leave(self) -> None:
        """Everybody goes: the visit ends, and so does a lecture and a wall that hangs in the hall."""
        if "hall_wall" in vars(self._app):
            self._app.hall_wall.take_down()
        if "stagehand" in vars(self._app):
            self._hand.wait(self._free_stage, "the stage is free")
        self._app.life.look()
        self._app.shell.endVisit()
        self._app.qt.processEvents()
        self.visits += 1

    def _free_stage(self) -> bool:
        """One step towards it: a practised lecture ends in its rehearsal, and either may just be opening."""
        stagehand = self._app.stagehand
        if stagehand.rehearsal is not None:
            stagehand.rehearsal.leave()
        elif stagehand.vm is not None:
            stagehand.end()
        return not stagehand.busy

    def _target(self) -> QPoint:
        chosen = [i for n, i in enumerate(self._pressables()) if n < 200]
        if not chosen:
            return self._anywhere()
        item = self._random.choice(chosen)
        point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        window = self._hand.window
        return point if 0 <= point.x() < window.width() and 0 <= point.y() < window.height() else self._anywhere()

    def _pressables(self) -> Iterator[QQuickItem]:
        for item in self._hand.items():
            if item.objectName() and item.isEnabled() and "Pressable" in _ancestry(item):
                yield item

    def _anywhere(self) -> QPoint:
        window = self._hand.window
        return QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))

    def _touch(self, point: QPoint) -> None:
        window = self._hand.window
        QTest.touchEvent(window, self._device).press(0, point, window).commit()
        self._app.qt.processEvents()
        QTest.touchEvent(window, self._device).release(0, point, window).commit()

    def _drag(self) -> None:
        window, start, end = self._hand.window, self._anywhere(), self._anywhere()
        QTest.touchEvent(window, self._device).press(0, start, window).commit()
        for step in range(1, 6):
            QTest.touchEvent(window, self._device).move(0, start + (end - start) * (step / 5), window).commit()
            self._app.qt.processEvents()
        QTest.touchEvent(window, self._device).release(0, end, window).commit()

    def _pinch(self) -> None:
        window, a, b = self._hand.window, self._anywhere(), self._anywhere()
        QTest.touchEvent(window, self._device).press(0, a, window).press(1, b, window).commit()
        self._app.qt.processEvents()
        middle = (a + b) / 2
        QTest.touchEvent(window, self._device).move(0, middle, window).move(1, middle, window).commit()
        self._app.qt.processEvents()
        QTest.touchEvent(window, self._device).release(0, middle, window).release(1, middle, window).commit()


def _ancestry(item: QQuickItem) -> str:
    names: list[str] = []
    meta: QMetaObject | None = item.metaObject()
    while meta is not None:
        names.append(meta.className())
        meta = meta.superClass()
    return " ".join(names)
