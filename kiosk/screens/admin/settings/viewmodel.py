"""The settings page: a row a setting, the wall explains the chosen one, the tray changes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.screens.admin.settings.words import raw, shown, stepped
from kiosk.sdk.page import alive
from kiosk.settings.describe import GROUPS, Chosen, Described, Elsewhere, Stepped, Typed, describe
from kiosk.settings.model import KEYS
from kiosk.settings.roles import KEY, NAMES, ROLES
from kiosk.state.glass import GlassSettings, Held

QML_IMPORT_NAME = "kiosk.screens.admin.settings"
QML_IMPORT_MAJOR_VERSION = 1

HOUSE = "house"
_SECRET = frozenset(k.name for k in KEYS if k.secret)
_ALLOWED = {k.name: k.allowed for k in KEYS}


@QmlElement
@QmlUncreatable("made by the app")
class SettingsViewModel(DeskViewModel):
    """Reads and changes through `GlassSettings`.

    Args:
        glass: the settings.
        restart: ends this run so that it is started again.
    """

    told = Signal()
    room = "settings"

    def __init__(self, desk: Desk, glass: GlassSettings, restart: Callable[[], None]) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._glass = glass
        self._restart = restart
        self._group = HOUSE
        self._draft: str | None = None
        self._outcome = ""
        glass.changed.connect(self.changed)
        glass.refresh()

    def leave(self) -> None:
        """The page goes away; what was not saved is forgotten."""
        self._glass.changed.disconnect(self.changed)

    def heading(self) -> str:
        """The page, or that it is not the whole truth yet."""
        return self.tr("重启后生效") if self._glass.pending else self.tr("设置")

    def tabbed(self) -> list[tuple[str, str, bool]]:
        """Groups."""
        lang = self.desk.lang()
        words = [(HOUSE, self.tr("本机")), *((key, name(lang)) for key, name in GROUPS.items())]
        return [(key, text, key == self._group) for key, text in words]

    def listed(self) -> list[Row]:
        """The group's rows."""
        if self._group == HOUSE:
            return self._house()
        lang = self.desk.lang()
        rows = []
        for held in self._glass.held.values():
            d = describe(held.key)
            if d.group == self._group:
                rows.append(Row(held.key, d.title(lang), self._origin(held), self._value(d, held), "off"))
        return rows

    def wall(self) -> Wall:
        """The chosen setting: its value, what it means, its limits, who says so."""
        held = self._held
        if held is None:
            return Wall(lines=(self.tr("碰一行，这里说它管什么、能填什么、是谁定的。"),))
        d, lang = describe(held.key), self.desk.lang()
        value = self._value(d, held) if self._draft is None or self.writing else shown(d, self._draft, lang)
        lines = [d.meaning(lang)]
        if not isinstance(d.form, Chosen | Elsewhere):
            lines.append(self.tr("可以填：%1").replace("%1", _ALLOWED[held.key](lang)))
        lines.append(self._origin(held) + (self.tr("，重启后生效") if held.pending else ""))
        return Wall(d.title(lang), "" if self.writing else value, tuple(line for line in lines if line))

    def said(self) -> str:
        """How it went, or why it cannot be changed here."""
        held = self._held
        if self._outcome:
            return self._outcome
        if held is None:
            return ""
        form = describe(held.key).form
        if isinstance(form, Elsewhere):
            return form.where(self.desk.lang())
        if not held.free:
            return self.tr("这一项由%1定，屏上改不了").replace("%1", held.origin or self.tr("启动命令"))
        return ""

    def acts(self) -> list[Act]:
        """Save, take back, start again."""
        if self.writing:
            return [Act("stop", self.tr("不改了")), Act("finish", self.tr("存下"), "red")]
        made: list[Act] = []
        held, form = self._held, self._form
        if held is not None and held.free:
            if isinstance(form, Typed):
                made.append(Act("write", self.tr("加一处") if form.several else self.tr("改写"), "red"))
                if form.several and held.value:
                    made.append(Act("drop", self.tr("去掉最后一处")))
            elif isinstance(form, Stepped | Chosen) and self._draft is not None:
                made.append(Act("save", self.tr("存下"), "red"))
            if held.where == "glass":
                made.append(Act("unset", self.tr("用回原来的")))
        if self._glass.can_undo and len(made) < 2 and self.picked == "":
            made.append(Act("undo", self.tr("撤回上一次")))
        if self._glass.pending and len(made) < 3:
            made.append(Act("restart", self.tr("现在重启"), "ink" if made and made[0].tone == "red" else "red"))
        return made

    def turn(self, key: str) -> None:
        """Another group."""
        self._group, self.picked, self._draft, self._outcome = key, "", None, ""

    @Slot(str)
    def pick(self, key: str) -> None:
        """Another row; rooms of the house open."""
        self._draft, self._outcome = None, ""
        if self._group == HOUSE:
            self.desk.enter(key)
            return
        super().pick(key)

    def do(self, key: str) -> None:
        """An act."""
        held = self._held
        self._outcome = ""
        match key:
            case "undo":
                self._glass.undo(alive(self, self._saved))
            case "restart":
                self.ask(self.tr("现在重启程序？来访者正在看的会停下。"), self.tr("重启"), self._restart)
            case "stop":
                self.writing = False
            case "finish":
                self.finish()
            case _ if held is None:
                return
            case "write":
                form = self._form
                self.write("" if isinstance(form, Typed) and form.several else raw(held.value))
            case "drop":
                rest = list(held.value)[:-1]
                self._put(held.key, rest or None)
            case "save":
                self._put(held.key, self._draft)
            case "unset":
                self._put(held.key, None)

    def finish(self) -> None:
        """The line is written."""
        held, form = self._held, self._form
        if held is None or not isinstance(form, Typed):
            return
        said = self.written.strip()
        if form.several:
            self._put(held.key, [*held.value, said])
        else:
            self._put(held.key, said)

    def latin(self) -> bool:
        """Addresses and keys."""
        return isinstance(self._form, Typed) and self._form.latin

    # the control in the tray

    @Property(str, notify=told)
    def control(self) -> str:
        """`step`, `choice`, or empty."""
        held = self._held
        if held is None or not held.free:
            return ""
        return "step" if isinstance(self._form, Stepped) else "choice" if isinstance(self._form, Chosen) else ""

    @Property(str, notify=told)
    def draft(self) -> str:
        """The value that would be saved."""
        held = self._held
        return "" if held is None else self._draft if self._draft is not None else raw(held.value)

    @Property(str, notify=told)
    def draftText(self) -> str:
        """The same for people."""
        held = self._held
        return "" if held is None else shown(describe(held.key), self.draft, self.desk.lang())

    @Property("QVariantList", notify=told)
    def options(self) -> list[dict[str, Any]]:
        """What can be chosen."""
        form, lang = self._form, self.desk.lang()
        return [{"key": k, "text": w(lang)} for k, w in form.options] if isinstance(form, Chosen) else []

    @Property(bool, notify=told)
    def atLeast(self) -> bool:
        """It cannot be less."""
        return isinstance(self._form, Stepped) and float(self.draft) <= self._form.least

    @Property(bool, notify=told)
    def atMost(self) -> bool:
        """It cannot be more."""
        return isinstance(self._form, Stepped) and float(self.draft) >= self._form.most

    @Slot(int)
    def step(self, by: int) -> None:
        """One step down or up."""
        form = self._form
        if isinstance(form, Stepped) and self.control == "step":
            found = stepped(form, float(self.draft), by)
            self._set_draft(str(int(found)) if form.whole else f"{found:g}")

    @Slot(str)
    def choose(self, key: str) -> None:
        """One of the values."""
        if self.control == "choice" and any(o["key"] == key for o in self.options):
            self._set_draft(key)

    # inner

    @property
    def _held(self) -> Held | None:
        return self._glass.held.get(self.picked)

    @property
    def _form(self) -> object:
        return describe(self.picked).form if self.picked else None

    def _set_draft(self, value: str) -> None:
        held = self._held
        self._draft = None if held is not None and value == raw(held.value) else value
        self._outcome = ""
        self.changed.emit()

    def _put(self, key: str, value: Any) -> None:
        if self.allowed():
            self._glass.put({key: value}, alive(self, self._saved))

    def _saved(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            lang = self.desk.lang()
            self._outcome = f"{result.error.message(lang)} {result.error.hint(lang)}"
        else:
            self._draft, self.writing = None, False
            self._outcome = self.tr("存好了，重启后生效") if self._glass.pending else self.tr("存好了")
        self.changed.emit()

    def _value(self, d: Described, held: Held) -> str:
        if held.key in _SECRET:
            return self.tr("设了") if held.value else self.tr("没设")
        return shown(d, held.value, self.desk.lang()) or self.tr("空着")

    def _origin(self, held: Held) -> str:
        words = {
            "default": self.tr("出厂就这样"),
            "glass": self.tr("屏上改的"),
            "file": self.tr("文件里写的"),
            "environment": self.tr("环境变量"),
            "line": self.tr("启动命令定的"),
        }
        if held.where in ("file", "environment"):
            return f"{words[held.where]} {held.origin.rsplit('/', 1)[-1]}"
        return words[held.where]

    def _house(self) -> list[Row]:
        lang, running = self.desk.lang(), self._glass.held
        have = [NAMES[role](lang) for role in ROLES if running.get(KEY[role]) and running[KEY[role]].value]
        return [
            Row("who", self.tr("谁能进"), self.tr("值班员、工会干部、管理员各有密码"), self.tr("、").join(have), "off"),
            Row("trusted", self.tr("信任的单位"), self.tr("屏上只放这些单位签过名的内容")),
            Row("network", self.tr("网络"), self.tr("网口、地址、来源通不通")),
            Row("wizard", self.tr("从头设一遍"), self.tr("名字、屏幕、来源、钥匙、密码，一步一步来")),
        ]
