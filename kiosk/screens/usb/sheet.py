"""The sheet that rises when a stick is put in, or may be pulled out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "kiosk.screens.usb"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class SheetViewModel(QObject):
    """One of a few things to say.

    Args:
        occasion: `pin` (the administrator may come in), `no-pin` (there is no PIN yet), `done` or `failed` (bringing is over).
        act: the red button.
        close: the other one.
    """

    def __init__(self, occasion: str, act: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__()
        self.occasion = occasion
        self._act = act
        self._close = close

    @Property(str, constant=True)
    def title(self) -> str:
        """In one line."""
        return {
            "done": self.tr("U盘可以拔了"),
            "failed": self.tr("U盘上的没收完"),
        }.get(self.occasion, self.tr("U盘已插入"))

    @Property(str, constant=True)
    def note(self) -> str:
        """For whom this is."""
        return {
            "pin": self.tr("输入密码就能收内容。\n不是值班员？接着看就好。"),
            "no-pin": self.tr("还没有设密码，不能收内容。\n请在终端运行 kiosk pin set。"),
            "done": self.tr("新内容收好了，已经上屏。"),
            "failed": self.tr("屏上原来的内容照常。请值班员看看。"),
        }[self.occasion]

    @Property(str, constant=True)
    def tone(self) -> str:
        """`good` or empty."""
        return "good" if self.occasion == "done" else ""

    @Property(str, constant=True)
    def action(self) -> str:
        """What the red button does; empty = there is none."""
        return {"pin": self.tr("我是值班员"), "failed": self.tr("看看")}.get(self.occasion, "")

    @Slot()
    def act(self) -> None:
        """The red button."""
        self._act()

    @Slot()
    def close(self) -> None:
        """Put it away."""
        self._close()
