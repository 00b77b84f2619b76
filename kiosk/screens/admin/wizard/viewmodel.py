"""The first set-up. Each answer is on the disk before the next question comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.sdk.page import alive
from kiosk.settings.roles import Role
from kiosk.settings.sources import SEPARATOR, split
from kiosk.state.firstrun import STEPS, FirstRun
from kiosk.state.glass import GlassSettings
from kiosk.state.reach import Reach
from kiosk.state.strangers import Strangers
from kiosk.state.trusted import Stranger, Trusted

QML_IMPORT_NAME = "kiosk.screens.admin.wizard"
QML_IMPORT_MAJOR_VERSION = 1

INCHES = ("21.5", "27", "32", "43", "49", "55", "65", "75", "86")
HOURS = ("", "mon-fri 07:30-18:30", "07:00-22:00")
KINDS = {"share": "\\\\", "http": "http://", "folder": "/"}


@dataclass(frozen=True, slots=True)
class Tools:
    """What the set-up works with.

    Args:
        keep: puts the step on the disk.
        turn: turns the picture at once, to be looked at.
        speak: switches the language of the glass.
        choose_pin: opens the pad.
        finish: the last step was left.
    """

    glass: GlassSettings
    reach: Reach
    strangers: Strangers
    trusted: Trusted
    keep: Callable[[FirstRun], None]
    turn: Callable[[str], None]
    speak: Callable[[str], None]
    choose_pin: Callable[[Role], None]
    finish: Callable[[], None]


@QmlElement
@QmlUncreatable("made by the app")
class WizardViewModel(DeskViewModel):
    """Ten steps.

    Args:
        state: where to begin.
    """

    told = Signal()
    room = "wizard"

    def __init__(self, desk: Desk, tools: Tools, state: FirstRun) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._tools = tools
        self._state = state
        self._outcome = ""
        self._tried: tuple[str, ...] = ()
        self._signals = (tools.glass.changed, tools.reach.changed, tools.strangers.found, tools.trusted.changed)
        for signal in self._signals:
            signal.connect(self.changed)
        tools.glass.refresh()
        tools.trusted.refresh()
        self._enter()

    def leave(self) -> None:
        """The page goes away; the step is kept."""
        for signal in self._signals:
            signal.disconnect(self.changed)

    @Property(int, notify=told)
    def number(self) -> int:
        """Of the step, from 0."""
        return self._state.number

    @Property(int, constant=True)
    def count(self) -> int:
        """Of the steps."""
        return len(STEPS)

    def heading(self) -> str:
        """The question."""
        return {
            "language": self.tr("说哪种话"), "site": self.tr("这块屏叫什么"), "diagonal": self.tr("屏有多大"),
            "orientation": self.tr("横放还是竖放"), "source": self.tr("内容从哪来"), "trust": self.tr("信任谁"),
            "office": self.tr("记录交给谁"), "pin": self.tr("谁能进值班页"), "hours": self.tr("几点亮屏"),
            "done": self.tr("都设好了"),
        }[self._state.step]  # fmt: skip

    def wall(self) -> Wall:
        """Where we are, and what it is about."""
        step = self._state.step
        head = self.tr("第 %1 步，共 %2 步").replace("%1", str(self._state.number + 1)).replace("%2", str(len(STEPS)))
        words = {
            "language": self.tr("来访者先看到的语言，右下角随时能换。"),
            "site": self.tr("单位、厅、第几块屏，例如“一号食堂 1 号屏”。写在首页上。"),
            "diagonal": self.tr("量屏的对角线。选对了，字和按钮在多大的屏上都一样大。"),
            "orientation": self.tr("画面歪着，就选它实际挂的样子。系统转不了，程序自己转。"),
            "source": self.tr("共享文件夹或网址会自己更新。没有网，就用U盘。"),
            "trust": self.tr("打电话问发布单位它的指纹。和这里一字不差，才按“一样”。"),
            "office": self.tr("工会办公室的公钥，一行 office1-…。没有它，记录留在本机。以后也能填。"),
            "pin": self.tr("管理员的密码。不设，值班页只能看，什么也改不了。"),
            "hours": self.tr("不亮的时候屏是黑的，碰一下也会醒。"),
            "done": self.tr("按“完成”重启一次，就能用了。以后在值班页的“设置”里改。"),
        }
        big = ""
        if step == "trust" and (stranger := self._stranger) is not None:
            return Wall(stranger.publisher, stranger.fingerprint.replace("-", " "), (words[step],))
        if step == "site" and not self.writing:
            big = self._value("site")
        lines = [words[step]]
        if step == "source" and self._tried:
            lines.append(self._answer())
        return Wall(head, big, tuple(line for line in lines if line))

    def listed(self) -> list[Row]:
        """What can be chosen."""
        match self._state.step:
            case "language":
                return self._choices("language", (("zh", "中文", ""), ("en", "English", "")))
            case "diagonal":
                inch = self.tr("英寸")
                return self._choices("diagonal_inches", [(i, f"{i} {inch}", "") for i in INCHES])
            case "orientation":
                return self._choices(
                    "orientation",
                    (
                        ("auto", self.tr("就是现在这样"), self.tr("跟系统")),
                        ("portrait", self.tr("竖着挂"), ""),
                        ("landscape", self.tr("横着挂"), ""),
                    ),
                )
            case "source":
                return self._sources()
            case "trust":
                return self._publishers()
            case "done":
                return self._summary()
            case "hours":
                words = (self.tr("一直亮"), self.tr("工作日 7:30 到 18:30"), self.tr("每天 7:00 到 22:00"))
                return self._choices(
                    "screen_hours", [(h or "always", w, "") for h, w in zip(HOURS, words, strict=True)]
                )
        return []

    def said(self) -> str:
        """How the last answer went."""
        return self._outcome

    def acts(self) -> list[Act]:
        """Back and on; in between what this step does."""
        step = self._state.step
        back = [Act("before", self.tr("上一步"))] if self._state.number else []
        if self.writing:
            return [*back, Act("skip", self.tr("先不填")), Act("finish", self.tr("存下"), "red")]
        if step == "done":
            return [*back, Act("next", self.tr("完成"), "red")]
        if step == "trust" and self._stranger is not None:
            return [*back, Act("same", self.tr("一样，信任它"), "red")]
        if step == "site":
            return [*back, Act("write", self.tr("改写")), Act("next", self.tr("下一步"), "red")]
        if step == "office":
            return [*back, Act("write", self.tr("填公钥")), Act("next", self.tr("下一步"), "red")]
        if step == "pin":
            text = self.tr("换密码") if self._value("pin") else self.tr("设密码")
            return [*back, Act("pin", text), Act("next", self.tr("下一步"), "red")]
        return [*back, Act("next", self.tr("下一步"), "red")]

    def do(self, key: str) -> None:
        """An act."""
        self._outcome = ""
        match key:
            case "before":
                self._go(self._state.before())
            case "next" | "skip":
                if self._state.step == "done":
                    self._state = self._state.following()
                    self._tools.keep(self._state)
                    self._tools.finish()
                else:
                    self._go(self._state.following())
            case "write":
                self.write(self._value("site" if self._state.step == "site" else "office_key"))
            case "finish":
                self.finish()
            case "pin":
                self._tools.choose_pin("it")
            case "same" if (stranger := self._stranger) is not None:
                self._tools.trusted.add(stranger, alive(self, self._added))

    def pick(self, key: str) -> None:
        """An answer."""
        self._outcome = ""
        match self._state.step:
            case "language":
                self._put({"language": key})
                self._tools.speak(key)
            case "diagonal":
                self._put({"diagonal_inches": key})
            case "orientation":
                self._put({"orientation": key})
                self._tools.turn(key)
            case "hours":
                self._put({"screen_hours": None if key == "always" else key})
            case "source":
                self._choose_source(key)
            case "trust":
                self.picked = key
            case "done":
                self._go(FirstRun(key))
                return
        self.changed.emit()

    def finish(self) -> None:
        """A line was written."""
        said = self.written.strip()
        match self._state.step:
            case "site":
                self._put({"site": said or None}, on=True)
            case "office":
                self._put({"office_key": said or None}, on=True)
            case "source":
                self._tried = tuple(split(said))
                self._put({"sources": list(self._tried) or None})

    def latin(self) -> bool:
        """Names are Chinese, addresses and keys are not."""
        return self._state.step != "site"

    def step_back(self) -> bool:
        """The back cell goes one question back."""
        if super().step_back():
            return True
        if self._state.number:
            self._go(self._state.before())
            return True
        return False

    # inner

    def _go(self, state: FirstRun) -> None:
        self._state, self.picked, self.writing, self._outcome = state, "", False, ""
        self._tools.keep(state)
        self._enter()
        self.changed.emit()

    def _enter(self) -> None:
        if self._state.step == "trust":
            sources = self._value("sources")
            if sources:
                self._tools.strangers.ask(sources.split(SEPARATOR))
        elif self._state.step == "source":
            self._tried = ()

    def _value(self, key: str) -> str:
        held = self._tools.glass.held.get(key)
        value: Any = held.value if held is not None else ""
        if isinstance(value, tuple):
            return SEPARATOR.join(value)
        return f"{value:g}" if isinstance(value, float) else str(value)

    def _choices(self, key: str, options: Any) -> list[Row]:
        now = self._value(key) or ("always" if key == "screen_hours" else "")
        return [
            Row(k, text, note, self.tr("就是它") if k == now else "", "good" if k == now else "off")
            for k, text, note in options
        ]

    def _put(self, changes: dict[str, Any], *, on: bool = False) -> None:
        def done(result: Result[None]) -> None:
            if isinstance(result, Err):
                lang = self.desk.lang()
                self._outcome = f"{result.error.message(lang)} {result.error.hint(lang)}"
            else:
                self.writing = False
                if on:
                    self._go(self._state.following())
                if self._state.step == "source" and self._tried:
                    self._tried = tuple(self._value("sources").split(SEPARATOR))  # as they are kept
                    self._tools.reach.ask(self._tried)
            self.changed.emit()

        self._tools.glass.put(changes, alive(self, done))

    def _sources(self) -> list[Row]:
        now = self._value("sources")
        words = {
            "share": (self.tr("共享文件夹"), r"\\服务器\共享"),
            "http": (self.tr("网址"), "http://…"),
            "folder": (self.tr("本机文件夹"), "/…"),
        }
        first = now.split(SEPARATOR)[0]
        kind = "" if not now else "http" if "://" in first else "share" if first.startswith("\\") else "folder"
        rows = [
            Row(
                k,
                title,
                now if k == kind else note,
                self.tr("就是它") if k == kind else "",
                "good" if k == kind else "off",
            )
            for k, (title, note) in words.items()
        ]
        tick = "" if now else self.tr("就是它")
        return [*rows, Row("stick", self.tr("只用U盘"), self.tr("不联网也能用"), tick, "off" if now else "good")]

    def _summary(self) -> list[Row]:
        """What was answered; a touch goes back to the question."""
        trusted = "  ".join(k.publisher for k in self._tools.trusted.known if k.state == "trusted")
        turned = {"portrait": self.tr("竖着挂"), "landscape": self.tr("横着挂")}
        none, hours = self.tr("没填"), self._value("screen_hours")
        usual = dict(
            zip(HOURS, (self.tr("一直亮"), self.tr("工作日 7:30 到 18:30"), self.tr("每天 7:00 到 22:00")), strict=True)
        )
        answers = (
            ("site", self.tr("屏的名字"), self._value("site")),
            ("diagonal", self.tr("屏的大小"), f"{self._value('diagonal_inches')} {self.tr('英寸')}"),
            ("orientation", self.tr("怎么挂"), turned.get(self._value("orientation"), self.tr("就是现在这样"))),
            ("source", self.tr("内容来源"), self._value("sources") or self.tr("只用U盘")),
            ("trust", self.tr("信任的单位"), trusted or self.tr("还没有")),
            ("office", self.tr("办公室公钥"), self.tr("填了") if self._value("office_key") else none),
            ("pin", self.tr("管理员密码"), self.tr("设了") if self._value("pin") else self.tr("没设")),
            ("hours", self.tr("亮屏时间"), usual.get(hours, hours)),
        )
        return [
            Row(step, title, "", answer, "bad" if (step, answer) == ("pin", self.tr("没设")) else "off")
            for step, title, answer in answers
        ]

    def _choose_source(self, key: str) -> None:
        self.picked = key
        if key == "stick":
            self._tried = ()
            self._put({"sources": None})
        else:
            now = self._value("sources")
            self.write(now if now.startswith(KINDS[key]) else KINDS[key])

    def _answer(self) -> str:
        answers = [r.answer for s in self._tried if (r := self._tools.reach.found.get(s)) is not None]
        words = {
            "well": self.tr("通了，可以往下走。"),
            "empty": self.tr("能打开，但里面没有发布的内容。"),
            "missing": self.tr("找不到它：看看网线，再看看名字有没有写错。"),
            "refused": self.tr("对方在，但不让进：找网管开权限。"),
            "silent": self.tr("没有回音：对方关机，或网线松了。"),
            "asking": self.tr("正在试……"),
        }
        return next((words[a] for a in ("asking", "missing", "refused", "silent", "empty", "well") if a in answers), "")

    @property
    def _stranger(self) -> Stranger | None:
        return self._offered().get(self.picked)

    def _offered(self) -> dict[str, Stranger]:
        """Who is not known yet. Two of one name are two rows: only a person can tell which of them it is."""
        known = {k.publisher for k in self._tools.trusted.known}
        found: dict[str, Stranger] = {}
        for one in self._tools.strangers.listed:
            if one.publisher not in known:
                found[f"{one.publisher} {one.fingerprint}" if one.publisher in found else one.publisher] = one
        return found

    def _publishers(self) -> list[Row]:
        rows = [Row(k.publisher, k.publisher, "", self.tr("信任"), "good") for k in self._tools.trusted.known]
        rows += [
            Row(key, one.publisher, one.fingerprint, self.tr("要核对"), "off") for key, one in self._offered().items()
        ]
        if not rows and not self._value("sources"):
            rows.append(Row("none", self.tr("插上U盘以后再核对"), self.tr("或在终端用 kiosk trust add")))
        elif not rows:
            title = self.tr("正在问来源") if self._tools.strangers.asking else self.tr("来源里没有发布单位")
            rows.append(Row("none", title, self.tr("先往下走，以后在设置里再来")))
        return rows

    def _added(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self.desk.failed(result.error)
        else:
            self.picked = ""
        self.changed.emit()
