"""The administrator's page on content, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.screens.sync.lines import SyncLines, key_of, shown_size
from kiosk.state.content import ContentStatus
from kiosk.state.pin import AdminPin

QML_IMPORT_NAME = "kiosk.screens.sync"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("live", "sources", "history")


@QmlElement
@QmlUncreatable("made by the app")
class SyncViewModel(QObject):
    """Facts of `ContentStatus`, arranged: verdict, one finding, three facts, three lists.

    Args:
        status: of the content.
        pin: without one, nothing can be done here.
        site: name of the hall.
        clock: for the date below the title.
        stick: opens the page about the stick.
        home: leaves.
    """

    changed = Signal()
    listChanged = Signal()
    duty = True
    patient = True

    def __init__(
        self,
        status: ContentStatus,
        pin: AdminPin,
        site: str,
        clock: Clock,
        stick: Callable[[], None],
        home: Callable[[], None],
    ) -> None:
        super().__init__()
        self._status = status
        self._pin = pin
        self._site = site
        self._clock = clock
        self._stick = stick
        self._home = home
        self._lines = SyncLines(self)
        self._tab = "live"
        self._asking: dict[str, Any] | None = None
        self._outcome = ""
        self._signals = (status.jobChanged, status.mediumChanged, status.wordsChanged)
        for signal in self._signals:
            signal.connect(self.changed)
        status.overviewChanged.connect(self._overview)
        pin.openChanged.connect(self._overview)
        status.finished.connect(self._finished)
        status.refresh()

    def leave(self) -> None:
        """The page goes away; what is under way goes on."""
        for signal in self._signals:
            signal.disconnect(self.changed)
        self._status.overviewChanged.disconnect(self._overview)
        self._pin.openChanged.disconnect(self._overview)
        self._status.finished.disconnect(self._finished)

    # the wall

    @Property(str, notify=changed)
    def title(self) -> str:
        """The verdict."""
        wrong = len(self._findings())
        if not wrong:
            return self.tr("一切正常")
        several = {1: self.tr("一处要看看"), 2: self.tr("两处要看看")}
        return several.get(wrong) or self.tr("%1 处要看看").replace("%1", str(wrong))

    @Property(str, notify=changed)
    def place(self) -> str:
        """Whose screen, and when."""
        now = self._clock.now().astimezone()
        return f"{self._site}  {now:%Y-%m-%d %H:%M}"

    @Property(str, notify=changed)
    def findingTitle(self) -> str:
        """The most pressing thing; empty = all is well."""
        found = self._findings()
        return found[0][0] if found else ""

    @Property(str, notify=changed)
    def findingNote(self) -> str:
        """What to do about it."""
        found = self._findings()
        return found[0][1] if found else ""

    @Property("QVariantList", notify=changed)
    def facts(self) -> list[dict[str, str]]:
        """Three rows: what is on the screen, where it comes from, the stick."""
        s = self._status
        live, sources = s.live, s.sources
        size = sum(int(p["size"]) for p in live)
        fine, failed = sum(bool(r["ok"]) for r in sources), any(r["known"] and not r["ok"] for r in sources)
        return [
            self._fact(
                self.tr("内容"),
                self.tr("%1 个包，%2").replace("%1", str(len(live))).replace("%2", shown_size(size))
                if live
                else self.tr("还没有内容"),
                self.tr("好") if live else "",
                "good" if live else "",
            ),
            self._fact(
                self.tr("来源"),
                self.tr("%1 处，能用 %2 处").replace("%1", str(len(sources))).replace("%2", str(fine))
                if sources
                else self.tr("没有设来源，用U盘收内容"),
                self.tr("看看") if failed else self.tr("好") if fine else "",
                "bad" if failed else "good" if fine else "",
            ),
            self._fact(self.tr("U盘"), *self._medium()),
        ]

    # the lists

    @Property(str, notify=listChanged)
    def tab(self) -> str:
        """`live`, `sources` or `history`."""
        return self._tab

    @Property("QVariantList", notify=listChanged)
    def tabs(self) -> list[dict[str, Any]]:
        """The three lists with how many rows they have."""
        s = self._status
        words = (self.tr("在用"), self.tr("来源"), self.tr("经过"))
        return [
            {"key": key, "text": f"{word} {len(rows)}"}
            for key, word, rows in zip(TABS, words, (s.live, s.sources, s.history), strict=True)
        ]

    @Property("QVariantList", notify=listChanged)
    def rows(self) -> list[dict[str, Any]]:
        """Rows of the list that is open."""
        match self._tab:
            case "sources":
                return [self._lines.source(r) for r in self._status.sources]
            case "history":
                return [self._lines.run(r) for r in self._status.history]
        return [self._lines.pack(p, may_revert=self.may) for p in self._status.live]

    @Property(str, notify=listChanged)
    def nothing(self) -> str:
        """What to say when the list is empty."""
        return {
            "live": self.tr("屏上还没有内容。插上U盘，或在设置里写上来源。"),
            "sources": self.tr("设置 sources 写上共享文件夹或网址，就会自己更新。"),
            "history": self.tr("还没有更新过。"),
        }[self._tab]

    @Slot(str)
    def openTab(self, tab: str) -> None:
        """Show another list."""
        if tab in TABS and tab != self._tab:
            self._tab = tab
            self.listChanged.emit()

    # what can be done

    @Property(bool, notify=changed)
    def may(self) -> bool:
        """Whether anything can be done here: somebody entered the PIN."""
        return bool(self._pin.open)

    @Property(str, notify=changed)
    def without(self) -> str:
        """Why nothing can be done; empty when something can."""
        if self.may:
            return ""
        return self.tr("还没有设密码，这里只能看。在这台机器的终端运行 kiosk pin set，再来一次。")

    @Property(str, notify=changed)
    def primary(self) -> str:
        """The red button; empty = there is none."""
        s = self._status
        if not self.may or self._asking:
            return ""
        if s.busy:
            return self.tr("正在更新")
        if s.canBring and s.medium is not None:
            return self.tr("从U盘收内容")
        return self.tr("现在更新") if s.sources else ""

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Something is being brought in."""
        return bool(self._status.busy)

    @Property(float, notify=changed)
    def fraction(self) -> float:
        """Of it, 0..1."""
        return float(self._status.progress)

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is going on, above the buttons."""
        s = self._status
        if self._outcome and not s.busy:
            return self._outcome
        if s.busy:
            pace = "  ".join(p for p in (s.progressText, str(s.leftText).replace(" ", "\u00a0")) if p)
            return f"{s.message}\n{pace}".strip()
        return str(s.message) if s.phase == "done" else ""

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is to be confirmed; empty = nothing."""
        if self._asking is None:
            return ""
        return (
            self.tr("把“%1”换回第 %2 版？")
            .replace("%1", str(self._asking["title"]))
            .replace("%2", str(self._asking["previous"]))
        )

    @Slot()
    def act(self) -> None:
        """The red button."""
        self._outcome = ""
        s = self._status
        if s.busy:
            return
        if s.canBring and s.medium is not None:
            self._stick()
        else:
            s.syncNow()
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stop what is under way."""
        self._status.cancel()

    @Slot()
    def leaveDuty(self) -> None:
        """Back to the visitors."""
        self._home()

    @Slot(str)
    def askRevert(self, key: str) -> None:
        """Ask before a pack is put back by a version."""
        if not self.may:
            return
        self._asking = next((p for p in self._status.live if key_of(p) == key and p["previous"]), None)
        self.changed.emit()

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """The answer."""
        asked, self._asking = self._asking, None
        if asked is not None and yes:
            self._status.revert(asked["publisher"], asked["pack"])
        self.changed.emit()

    # inner

    def _findings(self) -> list[tuple[str, str]]:
        s = self._status
        found = []
        if s.phase == "failed" and s.message:
            found.append((str(s.message), str(s.hint)))
        clock = s.clockWarning
        if clock:
            found.append((str(clock["message"]), str(clock["hint"])))
        for source in s.sources:
            if source["known"] and not source["ok"] and (source["message"], source["hint"]) not in found:
                found.append((str(source["message"]), str(source["hint"])))
        if not s.live and not found:
            found.append((self.tr("屏上还没有内容"), self.nothing if self._tab == "live" else ""))
        return found

    def _medium(self) -> tuple[str, str, str]:
        s = self._status
        words = {"off": self.tr("不收U盘"), "pin": self.tr("输密码后收"), "auto": self.tr("插上就收")}
        medium = s.medium
        if medium is None:
            return words[str(s.usb)], "", ""
        if s.mustNotRemove:
            return str(medium["label"]), self.tr("别拔"), "bad"
        return str(medium["label"]), self.tr("可以拔"), "good"

    @staticmethod
    def _fact(name: str, what: str, status: str, tone: str) -> dict[str, str]:
        return {"name": name, "what": what, "status": status, "tone": tone}

    @Slot()
    def _overview(self) -> None:
        self.listChanged.emit()
        self.changed.emit()

    @Slot(str, bool)
    def _finished(self, task: str, ok: bool) -> None:
        if task == "revert" and ok:
            self._outcome = self.tr("换回去了，屏上已经是前一版")
        self.changed.emit()
