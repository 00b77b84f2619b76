"""Interfaces and sources as rows. Sources are asked aside; the page shows each answer as it comes."""

from __future__ import annotations

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.state.reach import Reach, Reached


def doors() -> list[tuple[str, str, list[str], bool]]:
    """Name, hardware address, addresses and whether it is up, of every interface but the machine's own loop."""
    found = []
    for one in QNetworkInterface.allInterfaces():
        flags = one.flags()
        if flags & QNetworkInterface.InterfaceFlag.IsLoopBack:
            continue
        addresses = [
            f"{e.ip().toString()}/{e.prefixLength()}"
            for e in one.addressEntries()
            if e.ip().protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol or not e.ip().isLinkLocal()
        ]
        up = bool(flags & QNetworkInterface.InterfaceFlag.IsRunning)
        found.append((one.humanReadableName() or one.name(), one.hardwareAddress(), addresses, up))
    return found


class NetworkViewModel(DeskViewModel):
    """What connects this kiosk.

    Args:
        sources: as configured.
        reach: asks them.
    """

    room = "network"

    def __init__(self, desk: Desk, sources: tuple[str, ...], reach: Reach) -> None:
        super().__init__(desk)
        self._sources = sources
        self._reach = reach
        self._doors = doors()
        reach.changed.connect(self.changed)
        reach.ask(sources)

    def leave(self) -> None:
        """The page goes away; whoever still asks is not waited for."""
        self._reach.changed.disconnect(self.changed)

    def heading(self) -> str:
        """Whether all answer."""
        if not self._sources:
            return self.tr("单机运行")
        if self._reach.asking:
            return self.tr("正在问来源")
        silent = sum(r.answer != "well" for r in self._reach.found.values())
        return self.tr("%n 处来源不通", "", silent) if silent else self.tr("来源都通")

    def wall(self) -> Wall:
        """The chosen line in full; else what connects."""
        for name, hardware, addresses, up in self._doors:
            if self.picked == f"door.{name}":
                state = self.tr("接通了") if up else self.tr("没接通")
                return Wall(name, addresses[0] if addresses else "", (*addresses[1:], hardware, state))
        if self.picked.startswith("source."):
            source = self.picked.removeprefix("source.")
            return Wall(self.tr("来源"), lines=(source, self._words(self._reach.found.get(source))[1]))
        if not self._sources:
            return Wall(lines=(self.tr("没有设来源：内容用U盘收，不联网也照常放。"),))
        return Wall(lines=(self.tr("碰一行看全地址。问来源只是敲门，不会收内容；收内容在“内容与更新”里。"),))

    def listed(self) -> list[Row]:
        """Sources first: they are what may be wrong."""
        rows = []
        for source in self._sources:
            status, hint, tone = self._words(self._reach.found.get(source))
            rows.append(Row(f"source.{source}", source, hint, status, tone))
        for name, hardware, addresses, up in self._doors:
            note = "  ".join(addresses) or hardware
            rows.append(
                Row(f"door.{name}", name, note, self.tr("通") if up else self.tr("断"), "good" if up else "off")
            )
        return rows

    def acts(self) -> list[Act]:
        """Ask again."""
        asking = self._reach.asking
        text = self.tr("正在问") if asking else self.tr("再问一次")
        return [Act("ask", text, "red", enabled=not asking)] if self._sources else []

    def do(self, _key: str) -> None:
        """Ask again."""
        self.desk.note("network", "asked")
        self._doors = doors()
        self._reach.ask(self._sources)

    def _words(self, reached: Reached | None) -> tuple[str, str, str]:
        answer = reached.answer if reached is not None else "asking"
        if answer == "well" and reached is not None:
            return self.tr("通"), self.tr("%1 毫秒").replace("%1", str(reached.ms)), "good"
        words = {
            "asking": (self.tr("在问"), "", "off"),
            "empty": (self.tr("空的"), self.tr("能打开，但里面没有发布的内容"), "bad"),
            "missing": (self.tr("找不到"), self.tr("没有这个文件夹或地址，看看网线和名字"), "bad"),
            "refused": (self.tr("不让进"), self.tr("对方在，但不让进，找网管开权限"), "bad"),
            "silent": (self.tr("没回音"), self.tr("6 秒没有回音，对方关机或网线松了"), "bad"),
        }
        return words.get(answer, words["asking"])
