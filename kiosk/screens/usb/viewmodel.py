"""The page about a stick, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.screens.usb.glance import Group, shown_size
from kiosk.screens.usb.rows import RowModel
from kiosk.screens.usb.watch import StickWatch
from kiosk.screens.usb.words import StickWords

QML_IMPORT_NAME = "kiosk.screens.usb"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class UsbViewModel(QObject):
    """What the page says; everything changes together.

    Args:
        watch: of the stick.
        home: leads back to the start.
    """

    changed = Signal()
    blocksChanged = Signal()
    duty = True
    patient = True
    """Somebody waits here for the copy: it stays open longer than a visit."""

    def __init__(self, watch: StickWatch, home: Callable[[], None]) -> None:
        super().__init__()
        self._watch = watch
        self._home = home
        self._rows = RowModel(self)
        self._words = StickWords(self)
        self._now = watch.now
        self._blocks: list[dict[str, Any]] = []
        watch.changed.connect(self._follow)
        self._show()

    def leave(self) -> None:
        """The page goes away; the copy does not."""
        self._watch.changed.disconnect(self._follow)

    @Property(QObject, constant=True)
    def packs(self) -> RowModel:
        """Rows."""
        return self._rows

    @Property(str, notify=changed)
    def phase(self) -> str:
        """`looking`, `ready`, `copying`, `removed`, `done` or `refused`."""
        return self._now.phase

    @Property(str, notify=changed)
    def tone(self) -> str:
        """Of the sentence on the wall: `good`, `bad` or empty."""
        g = self._now
        if g.phase == "ready":
            if g.room or not (g.wanted or g.count("same") or g.outbox):
                return "bad"
            return "" if g.wanted or g.outbox else "good"
        return {"done": "good", "removed": "bad", "refused": "bad"}.get(g.phase, "")

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """At most four characters, for the wall."""
        g = self._now
        if g.phase == "ready":
            if g.room:
                return self.tr("放不下")
            if g.wanted:
                return self.tr("有新内容")
            if g.outbox:
                return self.tr("带回结果")
            return self.tr("都有了") if g.count("same") else self.tr("用不上")
        if g.phase == "refused":
            return self._words.refused(g.code)
        return {
            "looking": self.tr("正在辨认"),
            "copying": self.tr("插着别动"),
            "removed": self.tr("拔早了"),
            "done": self.tr("可以拔了"),
        }[g.phase]

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """The line below it."""
        g = self._now
        match g.phase:
            case "looking":
                return self.tr("U盘插好了，正在核对签名")
            case "ready" | "copying":
                return self.tr("认得这支U盘，签名对") if self.known else self.tr("上面没有给这块屏的")
            case "done" if not g.taken and g.results is not None and not g.results.problem:
                return self.tr("结果已经写到U盘上")
            case "done":
                return self.tr("收下 %1 项，逐个验过").replace("%1", str(g.taken))
        return self.tr("屏上原来的内容没动")

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Something on it is signed by somebody this kiosk trusts."""
        g = self._now
        return g.phase in ("ready", "copying") and len(g.packs) > g.count("foreign")

    @Property(str, notify=changed)
    def label(self) -> str:
        """Name of the stick."""
        return self._now.label

    @Property("QVariantList", notify=blocksChanged)
    def blocks(self) -> list[dict[str, Any]]:
        """The stick as a chart; empty while nothing is known."""
        return self._blocks

    def _chart(self) -> list[dict[str, Any]]:
        g = self._now
        words: dict[Group, str] = {
            "new": self.tr("项新的"),
            "bad": self.tr("用不了"),
            "same": self.tr("这里已有"),
            "older": self.tr("比这里旧"),
            "foreign": self.tr("不是给这块屏的"),
        }
        made: list[dict[str, Any]] = [
            {"key": k, "count": g.count(k), "words": w, "taken": 0, "rest": ""} for k, w in words.items() if g.count(k)
        ]
        if g.wanted and g.phase in ("copying", "removed", "done", "refused"):
            made[0]["taken"] = g.taken
            made[0]["rest"] = self.tr("还有 %1 项在路上").replace("%1", str(g.wanted - g.taken))
            if g.phase != "done" and g.taken:
                made[0]["words"] = self.tr("项已收")
        return made

    @Property(str, notify=changed)
    def heading(self) -> str:
        """How much, in items."""
        g = self._now
        if g.phase == "copying":
            return self.tr("新的 %1 项 收好 %2 项").replace("%1", str(g.wanted)).replace("%2", str(g.taken))
        if g.phase == "ready" and g.wanted and not g.room:
            return self.tr("新的 %1 项，共 %2").replace("%1", str(g.wanted)).replace("%2", shown_size(g.size))
        return ""

    @Property(bool, notify=changed)
    def gauge(self) -> bool:
        """Whether the bar is there."""
        return self._now.phase in ("copying", "removed")

    @Property(float, notify=changed)
    def fraction(self) -> float:
        """Of the bytes, 0..1."""
        return self._now.fraction

    @Property(str, notify=changed)
    def note(self) -> str:
        """The line below the bar."""
        g = self._now
        if g.phase == "copying":
            return self._words.pace(g)
        if g.phase == "ready" and g.countdown:
            return self.tr("%1 秒后自己开始").replace("%1", str(g.countdown))
        if g.phase == "ready" and g.wanted and not g.room:
            return self.tr("先拷完、验好，再一起换上；拷的时候照常能看")
        return ""

    @Property(str, notify=changed)
    def findingTitle(self) -> str:
        """The one thing to know; empty = nothing."""
        g = self._now
        match g.phase:
            case "done":
                if not g.taken and g.results is not None:
                    return self.tr("结果没带上") if g.results.problem else self.tr("结果带上了")
                return self.tr("新内容已经上屏") if g.taken else self.tr("没有要换的")
            case "removed":
                return self.tr("插回来就接着拷")
            case "refused":
                return g.problem
            case "ready" if g.room:
                return g.room
            case "ready" if not g.wanted and g.outbox:
                return self.tr("没有要收的，结果可以带走")
            case "ready" if not g.wanted:
                return self.tr("没有要收的，可以拔了")
        return ""

    @Property(str, notify=changed)
    def findingNote(self) -> str:
        """What to do about it."""
        g = self._now
        match g.phase:
            case "done" if g.results is not None and g.results.missed:
                return self.tr("U盘可以拔了，接着去还没到的 %1 台。").replace("%1", str(len(g.results.missed)))
            case "done" if not g.taken and g.results is not None:
                return g.results.problem or self.tr("U盘可以拔了，交给办公室收。")
            case "done":
                return self.tr("U盘可以拔了。回首页就能看到新的。")
            case "removed":
                part = self.tr("已经拷好 %1 %，不用从头来。").replace("%1 %", f"{g.fraction * 100:.0f} %")
                return part + self.tr("换一支同样的U盘也行。")
            case "refused":
                return g.hint
            case "ready" if g.room:
                return self.tr("请先腾出地方；原来的内容照常播放。")
            case "ready" if not g.wanted and g.outbox:
                return self.tr("记录封好再写上去，丢了U盘也没人看得到。")
            case "ready" if not g.wanted and g.count("same"):
                return self.tr("U盘上的，这块屏都有了。")
            case "ready" if not g.wanted:
                return self.tr("U盘上没有给这块屏的内容。请向发布单位核对。")
        return ""

    @Property(str, notify=changed)
    def findingTone(self) -> str:
        """`good`, `bad` or `info`."""
        g = self._now
        if g.phase == "done" and not g.taken and g.results is not None and g.results.problem:
            return "bad"
        return "good" if g.phase == "done" else "info" if g.phase == "ready" and not g.room else "bad"

    @Property(str, notify=changed)
    def primary(self) -> str:
        """What the red button does; empty = there is none."""
        g = self._now
        match g.phase:
            case "ready" if g.wanted and not g.room:
                return self.tr("现在就开始") if g.countdown else self.tr("开始更新")
            case "ready" if g.outbox and not g.wanted and not g.room:
                return self.tr("带回结果")
            case "copying":
                return self.tr("正在拷，先别拔")
            case "done":
                return self.tr("回首页看看")
            case "refused" if g.plugged:
                return self.tr("再看一遍")
            case "ready" if g.room:
                return self.tr("再看一遍")
        return ""

    @Property(str, notify=changed)
    def secondary(self) -> str:
        """What the other button does; empty = there is none."""
        g = self._now
        match g.phase:
            case "copying":
                return self.tr("停下")
            case "ready" if g.countdown:
                return self.tr("先不收")
            case "removed":
                return self.tr("不收了")
            case "ready" if not g.wanted:
                return self.tr("知道了")
        return ""

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """The red button tells of progress instead."""
        return self._now.phase == "copying"

    @Slot()
    def act(self) -> None:
        """The red button."""
        match self._now.phase:
            case "ready" if not self._now.room:
                self._watch.start()
            case "done":
                self._home()
            case "ready" | "refused":
                self._watch.look()

    @Slot()
    def decline(self) -> None:
        """The other button."""
        g = self._now
        self._watch.stop()
        if g.phase == "removed" or (g.phase == "ready" and not g.wanted):
            self._home()

    def _show(self) -> None:
        blocks = self._chart()
        if blocks != self._blocks:
            self._blocks = blocks
            self.blocksChanged.emit()
        self._rows.show(self._words.rows(self._now))

    @Slot()
    def _follow(self) -> None:
        now = self._watch.now
        if now != self._now:
            self._now = now
            self._show()
            self.changed.emit()
