"""What is done by hand of an evening: wipe the glass, put the screen to sleep; and three ways to end, each an exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be done to the screen.

    Args:
        clean: takes no touch for a while.
        sleep: puts it to sleep until the next touch.
        seconds: of the while.
    """

    clean: Callable[[], None]
    sleep: Callable[[], None]
    seconds: int


class PowerViewModel(DeskViewModel):
    """The screen obeys at once; an end is asked about first.

    Args:
        screen: what can be done to it.
        end: called with `restart`, `reboot` or `off`.
        watched: somebody started the kiosk who brings it back.
        busy: content is being brought in, which would be cut off.
    """

    room = "power"

    def __init__(
        self, desk: Desk, screen: Screen, end: Callable[[str], None], *, watched: bool, busy: Callable[[], bool]
    ) -> None:
        super().__init__(desk)
        self._screen = screen
        self._end = end
        self._watched = watched
        self._busy = busy

    def heading(self) -> str:
        """The page."""
        return self.tr("擦屏与关机")

    def wall(self) -> Wall:
        """What will happen."""
        if self.picked == "clean":
            return Wall(lines=(self.tr("先按“开始擦屏”，再擦。布要拧干，不往屏上直接喷水。数到零，屏自己解锁。"),))
        if self.picked == "sleep":
            return Wall(lines=(self.tr("屏黑着，程序还在跑；碰一下就亮。每天几点亮、几点黑，在“设置”里定。"),))
        lines = [self.tr("屏上正在看的会停下；记录一条不丢，下次开机接着用。")]
        if not self._watched:
            lines.append(self.tr("这次不是由看护程序启动的：程序停了，要有人在电脑上再启动它。"))
        finding = ("", "", "info")
        if self._busy():
            finding = (self.tr("正在收内容"), self.tr("现在关会断在中间，下次接着收。最好等收完。"), "bad")
        return Wall(lines=tuple(lines), finding=finding)

    def listed(self) -> list[Row]:
        """The ways."""
        seconds = self.tr("%1 秒里碰哪儿都没有反应").replace("%1", str(self._screen.seconds))
        return [
            Row("clean", self.tr("擦屏"), seconds),
            Row("sleep", self.tr("熄屏"), self.tr("现在就黑，碰一下再亮")),
            Row("restart", self.tr("重启程序"), self.tr("几秒钟，设置改过以后用它")),
            Row("reboot", self.tr("重启本机"), self.tr("一两分钟，机器不听话时用它")),
            Row("off", self.tr("关机"), self.tr("闭馆、搬动、断电以前")),
        ]

    def acts(self) -> list[Act]:
        """One red button, when a way was chosen."""
        words = {
            "clean": self.tr("开始擦屏"), "sleep": self.tr("现在熄屏"),
            "restart": self.tr("重启程序"), "reboot": self.tr("重启本机"), "off": self.tr("关机"),
        }  # fmt: skip
        return [Act(self.picked, words[self.picked], "red")] if self.picked in words else []

    def do(self, key: str) -> None:
        """Do it; ask once more before an end."""
        if key in ("clean", "sleep"):
            self.desk.note("screen", key)
            (self._screen.clean if key == "clean" else self._screen.sleep)()
            return
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
