"""The number pad. The digits never reach QML: it sees how many there are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.settings.pin import is_pin
from kiosk.settings.roles import NAMES, Role, enough
from kiosk.state.pin import AdminPin

QML_IMPORT_NAME = "kiosk.screens.pin"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 12


@QmlElement
@QmlUncreatable("made by the app")
class PinViewModel(QObject):
    """What was typed, as long as it is typed.

    Args:
        pin: checks it, and knows how many tries are left.
        accepted: called when it was right, and of the role that is needed or of one above it.
        needed: that role.
        lang: of its name.
    """

    changed = Signal()
    duty = True

    def __init__(
        self,
        pin: AdminPin,
        accepted: Callable[[], None],
        needed: Role = "staff",
        lang: Callable[[], Lang] = lambda: "zh",
    ) -> None:
        super().__init__()
        self._pin = pin
        self._accepted = accepted
        self._needed = needed
        self._lang = lang
        self._too_low = False
        self._digits: list[str] = []
        self._refused = False
        pin.answered.connect(self.changed)
        pin.refused.connect(self._wrong)
        pin.accepted.connect(self._right)
        pin.refresh()

    def leave(self) -> None:
        """The page goes away, and what was typed with it."""
        self._digits.clear()
        self._pin.answered.disconnect(self.changed)
        self._pin.refused.disconnect(self._wrong)
        self._pin.accepted.disconnect(self._right)

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is to be entered."""
        if self.locked:
            return self.tr("先歇一会儿")
        return self.tr("请输入密码") if self._pin.isSet else self.tr("请输入开机码")

    @Property(str, notify=changed)
    def whose(self) -> str:
        """Whose PIN, and where a visitor who came here by chance belongs."""
        if not self._pin.isSet:
            return self.tr("这台机器还没有密码。开机码 8 位，装机的人用 kiosk pin code 看。")
        if self._needed == "staff":
            return self.tr("这里是值班员的地方。走错了，按“首页”就回去。")
        return self.tr("这一页要%1的密码。").replace("%1", NAMES[self._needed](self._lang()))

    @Property(str, constant=True)
    def confirmText(self) -> str:
        """On the red key."""
        return self.tr("进去")

    @Property(int, notify=changed)
    def count(self) -> int:
        """Digits typed."""
        return len(self._digits)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Enough digits to be tried."""
        return is_pin("".join(self._digits)) and not self._pin.busy

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """It is being checked."""
        return bool(self._pin.busy)

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Nothing is taken for a while."""
        return self._pin.lockedSeconds > 0

    @Property(str, notify=changed)
    def wait(self) -> str:
        """Until something is taken again: `04:59`."""
        minutes, seconds = divmod(int(self._pin.lockedSeconds), 60)
        return f"{minutes:02d}:{seconds:02d}"

    @Property(str, notify=changed)
    def said(self) -> str:
        """What became of the last try; empty = none yet."""
        if self.locked:
            return self.tr("试错太多次了，到时间再试")
        if self._too_low:
            return self.tr("密码对，可这一页要%1的密码").replace("%1", NAMES[self._needed](self._lang()))
        if not self._refused:
            return ""
        return self.tr("不对，还可以试 %1 次").replace("%1", str(self._pin.triesLeft))

    @Slot(str)
    def press(self, digit: str) -> None:
        """One more digit."""
        if len(digit) == 1 and digit.isdigit() and len(self._digits) < LONGEST and not self.locked and not self.busy:
            self._digits.append(digit)
            self._refused = self._too_low = False
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        if self._digits and not self.busy:
            self._digits.pop()
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take all digits back."""
        self._digits.clear()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Try it."""
        if self.ready and not self.locked:
            typed = "".join(self._digits)
            self._digits.clear()
            self._pin.enter(typed)
            self.changed.emit()

    @Slot()
    def _wrong(self) -> None:
        self._refused = True
        self.changed.emit()

    @Slot()
    def _right(self) -> None:
        if enough(self._pin.role, self._needed):
            self._accepted()
        else:
            self._too_low = True
            self.changed.emit()
