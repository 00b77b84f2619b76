"""A new PIN, typed twice on the same pad."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.screens.pin.viewmodel import PinViewModel
from kiosk.settings.pin import is_pin
from kiosk.settings.roles import NAMES, Role
from kiosk.state.pin import AdminPin

QML_IMPORT_NAME = "kiosk.screens.pin"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class NewPinViewModel(PinViewModel):
    """Nothing is tried here: the pad is only read.

    Args:
        pin: the door as it is.
        role: whose PIN is chosen.
        chosen: called with the new PIN.
        lang: of the role's name.
    """

    told = Signal()
    patient = True

    def __init__(self, pin: AdminPin, role: Role, chosen: Callable[[str], None], lang: Callable[[], Lang]) -> None:
        super().__init__(pin, lambda: None, role, lang)
        self.changed.connect(self.told)
        self._chosen = chosen
        self._first = ""
        self._differ = False

    def leave(self) -> None:
        """What was typed goes with the page."""
        self._first = ""
        super().leave()

    @Property(str, notify=told)
    def title(self) -> str:
        """Which of the two."""
        return self.tr("再输一遍") if self._first else self.tr("新密码")

    @Property(str, notify=told)
    def whose(self) -> str:
        """Whose it will be."""
        return self.tr("%1的密码，4 到 12 位数字。别用 1234，也别写在机器上。").replace(
            "%1", NAMES[self._needed](self._lang())
        )

    @Property(str, constant=True)
    def confirmText(self) -> str:
        """On the red key."""
        return self.tr("就用它")

    @Property(bool, notify=told)
    def locked(self) -> bool:
        """Never: wrong tries at the door are another matter."""
        return False

    @Property(str, notify=told)
    def said(self) -> str:
        """What became of it."""
        return self.tr("两次不一样，从头再来") if self._differ else ""

    def press(self, digit: str) -> None:
        """One more digit."""
        self._differ = False
        super().press(digit)

    def confirm(self) -> None:
        """The first time, or the second."""
        typed = "".join(self._digits)
        if not is_pin(typed):
            return
        self._digits.clear()
        if not self._first:
            self._first = typed
        elif typed == self._first:
            self._first = ""
            self._chosen(typed)
        else:
            self._first, self._differ = "", True
        self.changed.emit()
