"""How the kiosk is, in words: the title is the verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.screens.admin.parts.desk import Desk, DeskViewModel, Wall
from kiosk.screens.admin.status.facts import ROOMS, Fact, from_probes, in_rows, pressing
from kiosk.settings.roles import NAMES
from kiosk.state.content import ContentStatus
from kiosk.state.health import Health
from kiosk.state.selftest import SelfTest

QML_IMPORT_NAME = "kiosk.screens.admin.status"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class StatusViewModel(DeskViewModel):
    """Facts of the probes and of the content, and the ways on.

    Args:
        health: findings of the probes.
        content: packs and sources.
        tested: what the last self-test said.
        rooms: which rooms there are.
    """

    told = Signal()
    waysChanged = Signal()
    room = "status"

    def __init__(
        self, desk: Desk, health: Health, content: ContentStatus, tested: SelfTest, rooms: Callable[[], list[str]]
    ) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._seen: list[dict[str, Any]] = []
        self._health = health
        self._content = content
        self._tested = tested
        self._rooms = rooms
        self._minute = QTimer(self, interval=20_000)
        self._minute.timeout.connect(self.changed)
        self._minute.start()
        self._signals = (
            health.findingsChanged, content.overviewChanged, content.mediumChanged, tested.changed, desk.pin.openChanged,
            desk.pin.setChanged,
        )  # fmt: skip
        for signal in self._signals:
            signal.connect(self.changed)
        self._seen = self._ways()
        self.changed.connect(self._look)
        content.refresh()
        tested.refresh()

    def leave(self) -> None:
        """The page goes away."""
        for signal in self._signals:
            signal.disconnect(self.changed)

    def heading(self) -> str:
        """The verdict."""
        wrong = sum(f.wrong for f in self._facts())
        if not wrong:
            return self.tr("一切正常")
        several = {1: self.tr("一处要看看"), 2: self.tr("两处要看看")}
        return several.get(wrong) or self.tr("%1 处要看看").replace("%1", str(wrong))

    @Property(str, notify=told)
    def who(self) -> str:
        """Who is in, or why nothing can be done."""
        role = self.desk.pin.role
        if role is not None:
            return NAMES[role](self.desk.lang())
        return (
            ""
            if self.desk.pin.isSet
            else self.tr("还没有设密码，这里只能看。装机的人用 kiosk pin set 或开机码设一个。")
        )

    @Property("QVariantList", notify=told)
    def facts(self) -> list[dict[str, str]]:
        """The rows."""
        words = {
            "ok": (self.tr("好"), "good"),
            "off": (self.tr("停用"), "off"),
            "look": (self.tr("看看"), "bad"),
            "bad": (self.tr("坏了"), "bad"),
            "none": ("", ""),
        }
        return [
            {"area": f.area, "name": f.name, "what": f.what, "status": words[f.level][0], "tone": words[f.level][1]}
            for f in self._facts()
        ]

    def wall(self) -> Wall:
        """The most pressing thing."""
        found = pressing(self._facts())
        return Wall(finding=(found.what, found.hint, "bad")) if found else Wall()

    @Property("QVariantList", notify=waysChanged)
    def ways(self) -> list[dict[str, Any]]:
        """The buttons: what is most needed first and red, the way out last and ink."""
        return self._ways()

    @Slot()
    def _look(self) -> None:
        """Buttons are made anew only when they differ: none goes away under a finger."""
        before, self._seen = self._seen, self._ways()
        if before != self._seen:
            self.waysChanged.emit()

    def _ways(self) -> list[dict[str, Any]]:
        pin, there = self.desk.pin, set(self._rooms())
        red = self._first()
        words = {
            "sync": self.tr("内容与更新"),
            "reports": self.tr("统计与台账"),
            "volume": self.tr("音量与亮度"),
            "selftest": self.tr("自检"),
            "logs": self.tr("日志"),
            "settings": self.tr("设置"),
            "power": self.tr("擦屏与关机"),
        }
        ways = [] if red is None else [{"key": red[0], "text": red[1], "tone": "red", "icon": ""}]
        for key, text in words.items():
            doubled = red is not None and key == red[0]
            if key in there and not doubled and (pin.isSet or pin.open or key == "sync"):
                ways.append(
                    {"key": key, "text": text, "tone": "sheet", "icon": "" if self._free(key) else "lock-outline"}
                )
        if not pin.isSet:
            ways.append({"key": "newpin", "text": self.tr("设密码"), "tone": "sheet", "icon": ""})
        return [*ways, {"key": "leave", "text": self.tr("退出值班"), "tone": "ink", "icon": ""}]

    @Slot(str)
    def go(self, key: str) -> None:
        """A button was touched."""
        if key == "leave":
            self.desk.home()
        else:
            self.desk.enter(key)

    def _free(self, room: str) -> bool:
        return self.desk.pin.may(room) or (not self.desk.pin.isSet and room == "sync")

    def _first(self) -> tuple[str, str] | None:
        """The red button, if there is one: a stick that waits, or what is wrong and can be seen to here."""
        if not (self.desk.pin.isSet and self.desk.pin.open):
            return None
        if self._content.medium is not None and self._content.canBring:
            return "usb", self.tr("从U盘收内容")
        found = pressing(self._facts())
        words = {
            "sync": self.tr("看看内容"), "selftest": self.tr("做一次自检"), "network": self.tr("看看网络"),
            "logs": self.tr("看看日志"), "settings": self.tr("看看设置"),
        }  # fmt: skip
        if found is None or found.area not in ROOMS or ROOMS[found.area] not in words:
            return None
        return ROOMS[found.area], words[ROOMS[found.area]]

    def _facts(self) -> tuple[Fact, ...]:
        probed = from_probes(self._health.findings)
        return in_rows((*probed, self._packs(), self._touch(), self._network()))

    def _packs(self) -> Fact:
        live, c = self._content.live, self._content
        name = self.tr("内容")
        if not c.looked:
            return Fact("content", name, self.tr("正在看"), "none")
        if not live:
            return Fact("content", name, self.tr("屏上还没有内容"), "look", self.tr("插上U盘，或在设置里写上来源。"))
        what = self.tr("%1 个包").replace("%1", str(len(live)))
        latest = max((str(p["since"] or p["signedAt"])[:10] for p in live), default="")
        if latest:
            what = self.tr("%1，最近 %2").replace("%1", what).replace("%2", latest)
        if c.phase == "failed" and c.message:
            return Fact("content", name, str(c.message), "look", str(c.hint))
        return Fact("content", name, what, "ok")

    def _touch(self) -> Fact:
        name = self.tr("触摸")
        last = self._tested.last.get("touch")
        if last is None:
            return Fact("touch", name, self.tr("还没有自检过"), "none")
        when = str(last["at"])[:10]
        hit, of = int(last.get("hit", 0)), int(last.get("of", 0))
        if hit == of:
            return Fact("touch", name, self.tr("%1 自检 %2 点全中").replace("%1", when).replace("%2", str(of)), "ok")
        what = self.tr("%1 自检，%2 点里中 %3 点").replace("%1", when).replace("%2", str(of)).replace("%3", str(hit))
        return Fact("touch", name, what, "look", self.tr("擦净屏面和边框，再自检一次；还不中就报修。"))

    def _network(self) -> Fact:
        name, sources = self.tr("网络"), self._content.sources
        if not sources:
            return Fact("network", name, self.tr("单机运行，没有设来源"), "off")
        failed = [s for s in sources if s["known"] and not s["ok"]]
        if failed:
            return Fact("network", name, str(failed[0]["message"]), "look", str(failed[0]["hint"]))
        count = str(len(sources))
        if not any(s["ok"] for s in sources):
            return Fact("network", name, self.tr("%1 处来源，还没问过").replace("%1", count), "none")
        return Fact("network", name, self.tr("%1 处来源，都能用").replace("%1", count), "ok")
