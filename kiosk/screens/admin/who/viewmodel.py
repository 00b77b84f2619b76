"""A row a role: whether it has a PIN; choosing and removing one."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.sdk.page import alive
from kiosk.settings.roles import KEY, NAMES, ROLES, Role
from kiosk.state.glass import GlassSettings


class RolesViewModel(DeskViewModel):
    """Reads and removes through `GlassSettings`; a new PIN is typed on the pad.

    Args:
        choose: opens the pad for a role.
    """

    room = "who"

    def __init__(self, desk: Desk, glass: GlassSettings, choose: Callable[[Role], None]) -> None:
        super().__init__(desk)
        self._glass = glass
        self._choose = choose
        glass.changed.connect(self.changed)
        glass.refresh()

    def leave(self) -> None:
        """The page goes away."""
        self._glass.changed.disconnect(self.changed)

    def heading(self) -> str:
        """The page."""
        return self.tr("谁能进")

    def wall(self) -> Wall:
        """What the chosen role may do."""
        may = {
            "staff": self.tr("看状态，从U盘收内容，调音量，自检，关机。"),
            "officer": self.tr("值班员能做的，加上内容与更新、统计与台账、日志。"),
            "it": self.tr("什么都能做：设置、信任的单位、网络、密码。"),
        }
        role = self._role
        if role is None:
            return Wall(lines=(self.tr("每种人一个密码，谁做了什么都记着。忘了密码，在终端运行 kiosk pin set。"),))
        return Wall(NAMES[role](self.desk.lang()), lines=(may[role],))

    def listed(self) -> list[Row]:
        """The roles."""
        rows = []
        for role in reversed(ROLES):
            has = self._has(role)
            words = self.tr("有密码") if has else self.tr("没有密码")
            rows.append(Row(role, NAMES[role](self.desk.lang()), "", words, "good" if has else "off"))
        return rows

    def acts(self) -> list[Act]:
        """A new PIN; none any more."""
        role = self._role
        if role is None:
            return []
        held = self._glass.held.get(KEY[role])
        if held is None or not held.free:
            return []
        made = [Act("choose", self.tr("换密码") if self._has(role) else self.tr("设密码"), "red")]
        if self._has(role) and role != "it":
            made.append(Act("remove", self.tr("去掉密码")))
        return made

    def said(self) -> str:
        """Why it cannot be changed here."""
        role = self._role
        held = self._glass.held.get(KEY[role]) if role else None
        return self.tr("这个密码由启动命令或环境变量定，屏上改不了") if held is not None and not held.free else ""

    def do(self, key: str) -> None:
        """An act."""
        role = self._role
        if role is None:
            return
        if key == "choose":
            self._choose(role)
        elif key == "remove":
            words = self.tr("去掉%1的密码？以后这种人进不来。").replace("%1", NAMES[role](self.desk.lang()))
            self.ask(words, self.tr("去掉"), lambda: self._glass.put({KEY[role]: ""}, alive(self, self._removed)))

    def _removed(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self.desk.failed(result.error)

    @property
    def _role(self) -> Role | None:
        return next((r for r in ROLES if r == self.picked), None)

    def _has(self, role: Role) -> bool:
        held = self._glass.held.get(KEY[role])
        return bool(held and held.value)
