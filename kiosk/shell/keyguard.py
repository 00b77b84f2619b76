"""Keys of a keyboard that somebody plugged in: those that would leave the kiosk are swallowed, and focus comes back.

What the system itself takes before any window sees it (Ctrl+Alt+Delete, the Windows key, Alt+Tab of a desktop) is switched
off by the session: see `packaging/`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickWindow

_K = Qt.Key
_PRINTABLE = 0x01000000
"""Codes below are characters."""
_STAY = frozenset(
    (
        _K.Key_Escape, _K.Key_Tab, _K.Key_Backtab, _K.Key_Backspace, _K.Key_Return, _K.Key_Enter, _K.Key_Insert,
        _K.Key_Delete, _K.Key_Home, _K.Key_End, _K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_PageUp,
        _K.Key_PageDown, _K.Key_Shift, _K.Key_CapsLock, _K.Key_NumLock, _K.Key_Back, _K.Key_F5, _K.Key_F10,
    )
)  # fmt: skip
"""Movement, typing, a lecturer's clicker (F5) and the knock at the administrator's door (F10)."""
_LEAVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_KEY_EVENTS = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride))
REGAIN_MS = 400


def stays(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key is for the kiosk; every other one is swallowed: Alt+F4, Super, Print, F11, media and power keys."""
    if modifiers & _LEAVING:
        return False
    return 0 < key < _PRINTABLE or key in _STAY


class KeyGuard(QObject):
    """Watches one window.

    Args:
        window: full-screen on a machine of its own.
        hold: also take the focus back when something else got it.
    """

    def __init__(self, window: QQuickWindow, parent: QObject | None = None, *, hold: bool) -> None:
        super().__init__(parent)
        self._window = window
        self._regain = QTimer(self, interval=REGAIN_MS, singleShot=True)
        self._regain.timeout.connect(self.regain)
        window.installEventFilter(self)
        if hold:
            window.activeChanged.connect(self._active)

    def stop(self) -> None:
        """Watch no more."""
        self._regain.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would leave."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if stays(event.key(), event.modifiers()):
            return False
        event.accept()
        return True

    @Slot()
    def regain(self) -> None:
        """Come back to the front, unless a window of our own (a lecture's) is there."""
        if QGuiApplication.focusWindow() is None:
            self._window.raise_()
            self._window.requestActivate()

    @Slot()
    def _active(self) -> None:
        if self._window.isActive():
            self._regain.stop()
        else:
            self._regain.start()
