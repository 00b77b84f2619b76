"""Three ways to end, each an exit code for whoever started the kiosk."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall


class PowerViewModel(DeskViewModel):
    """Asks, then ends.

    Args:
        end: called with `restart`, `reboot` or `off`.
        watched: somebody started the kiosk who brings it back.
        busy: content is being brought in, which would be cut off.
    """

    room = "power"

    def __init__(self, desk: Desk, end: Callable[[str], None], *, watched: bool, busy: Callable[[], bool]) -> None:
        super().__init__(desk)
        self._end = end
        self._watched = watched
        self._busy = busy

    def heading(self) -> str:
        """The page."""
        return self.tr("关机与重启")

    def wall(self) -> Wall:
        """What will happen."""
        lines = [self.tr("屏上正在看的会停下；记录一条不丢，下次开机接着用。")]
        if not self._watched:
            lines.append(self.tr("这次不是由看护程序启动的：程序停了，要有人在电脑上再启动它。"))
        finding = ("", "", "info")
        if self._busy():
            finding = (self.tr("正在收内容"), self.tr("现在关会断在中间，下次接着收。最好等收完。"), "bad")
        return Wall(lines=tuple(lines), finding=finding)

    def listed(self) -> list[Row]:
        """The ways."""
        return [
            Row("restart", self.tr("重启程序"), self.tr("几秒钟，设置改过以后用它")),
            Row("reboot", self.tr("重启本机"), self.tr("一两分钟，机器不听话时用它")),
            Row("off", self.tr("关机"), self.tr("闭馆、搬动、断电以前")),
        ]

    def acts(self) -> list[Act]:
        """One red button, when a way was chosen."""
        words = {"restart": self.tr("重启程序"), "reboot": self.tr("重启本机"), "off": self.tr("关机")}
        return [Act(self.picked, words[self.picked], "red")] if self.picked in words else []

    def do(self, key: str) -> None:
        """Ask once more."""
        words = {
            "restart": self.tr("现在重启程序？"),
            "reboot": self.tr("现在重启本机？"),
            "off": self.tr("现在关机？再开要有人按电源键。"),
        }
        yes = {"restart": self.tr("重启"), "reboot": self.tr("重启本机"), "off": self.tr("关机")}

        def then() -> None:
            self.desk.note("power", key)
            self._end(key)

        self.ask(words[key], yes[key], then)
