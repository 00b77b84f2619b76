"""The tests one by one: the list says how each went the last time, the tray begins the chosen one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.sdk.page import alive
from kiosk.state.reach import Reach
from kiosk.state.selftest import SLOW, SelfTest, Speed

QML_IMPORT_NAME = "kiosk.screens.admin.selftest"
QML_IMPORT_MAJOR_VERSION = 1

POINTS = 20
CLIPS = ("h264.mp4", "vp9.webm", "h265.mp4", "av1.webm", "aac.m4a", "mp3.mp3", "opus.opus", "flac.flac")
NEEDED = frozenset(("h264.mp4", "vp9.webm", "aac.m4a", "mp3.mp3", "opus.opus"))
"""Formats that packs are made in; the others are good to have."""
TESTS = ("touch", "left", "right", "codecs", "colours", "disk", "sources", "screens")


@QmlElement
@QmlUncreatable("made by the app")
class SelfTestViewModel(DeskViewModel):
    """Runs tests and keeps how they went.

    Args:
        tested: keeps outcomes.
        reach: asks sources.
        sources: as configured.
        clips: folder of the test files.
    """

    told = Signal()
    room = "selftest"

    def __init__(self, desk: Desk, tested: SelfTest, reach: Reach, sources: tuple[str, ...], clips: Path) -> None:
        super().__init__(desk)
        self.changed.connect(self.told)
        self._tested = tested
        self._reach = reach
        self._sources = sources
        self._clips = clips
        self._mode = ""
        self._queue: list[str] = []
        self._failed: list[str] = []
        tested.changed.connect(self.changed)
        reach.changed.connect(self._reached)
        tested.refresh()

    def leave(self) -> None:
        """The page goes away; a test under way is not kept."""
        self._tested.changed.disconnect(self.changed)
        self._reach.changed.disconnect(self._reached)

    def heading(self) -> str:
        """How many of them went wrong the last time."""
        last = self._tested.last
        bad = sum(not last[t]["ok"] for t in TESTS if t in last)
        if bad:
            return self.tr("%1 项没过").replace("%1", str(bad))
        return self.tr("自检") if len([t for t in TESTS if t in last]) < len(TESTS) else self.tr("自检全过")

    def wall(self) -> Wall:
        """What the chosen test does."""
        words = {
            "touch": self.tr("屏上出现 20 格，每格碰一下。碰不亮的地方，手指就点不着。"),
            "left": self.tr("左边的喇叭响一声。声音从右边出来，就是线接反了。"),
            "right": self.tr("右边的喇叭响一声。"),
            "codecs": self.tr("把八种影音各放一秒，看这台机器放得出哪些。"),
            "colours": self.tr("整屏红、绿、蓝、白、黑各看一遍，碰一下换下一种。找亮点、暗点、色斑。"),
            "disk": self.tr("写 32 兆再读回来，看快慢，也看读的和写的是不是一样。"),
            "sources": self.tr("问每个来源在不在。要几秒钟。"),
            "screens": self.tr("看接了几块屏：讲课要第二块（投影机）。"),
        }
        if self.picked not in words:
            return Wall(lines=(self.tr("选一项，按“开始”。结果记着，状态页也看得到。"),))
        last = self._tested.last.get(self.picked)
        lines = (words[self.picked],) if last is None else (words[self.picked], self._outcome(self.picked))
        return Wall(self._names()[self.picked], lines=lines)

    def listed(self) -> list[Row]:
        """The tests."""
        rows, names, last = [], self._names(), self._tested.last
        for test in TESTS:
            kept = last.get(test)
            if self._running == test:
                rows.append(Row(test, names[test], "", self.tr("正在测"), "off"))
            elif kept is None:
                rows.append(Row(test, names[test], "", self.tr("没测过"), "off"))
            else:
                word = self.tr("好") if kept["ok"] else self.tr("看看")
                rows.append(Row(test, names[test], self._outcome(test), word, "good" if kept["ok"] else "bad"))
        return rows

    def said(self) -> str:
        """What is asked after a test that only a person can judge."""
        words = {
            "heard-left": self.tr("左边响了吗？"),
            "heard-right": self.tr("右边响了吗？"),
            "seen": self.tr("颜色匀不匀？有没有坏点？"),
        }
        return words.get(self._mode, "")

    def acts(self) -> list[Act]:
        """Begin, or answer."""
        if self._mode in ("heard-left", "heard-right"):
            return [Act("bad", self.tr("没听到")), Act("fine", self.tr("听到了"), "red")]
        if self._mode == "seen":
            return [Act("bad", self.tr("有毛病")), Act("fine", self.tr("没毛病"), "red")]
        if self._running:
            return [Act("begin", self.tr("正在测"), "red", enabled=False)]
        return [Act("begin", self.tr("开始"), "red")] if self.picked else []

    def pick(self, key: str) -> None:
        """Another test; not while one runs."""
        if not self._running:
            self._mode = ""
            super().pick(key)

    def do(self, key: str) -> None:
        """Begin, or take the answer."""
        if key in ("fine", "bad"):
            test = {"heard-left": "left", "heard-right": "right", "seen": "colours"}[self._mode]
            self._mode = ""
            self._keep(test, ok=key == "fine")
            return
        match self.picked:
            case "touch" | "colours":
                self._mode = self.picked
            case "left" | "right":
                self._mode, self._queue = self.picked, [f"{self.picked}.wav"]
            case "codecs":
                self._mode, self._queue, self._failed = "codecs", list(CLIPS), []
            case "disk":
                self._mode = "disk"
                self._tested.measure_disk(alive(self, self._measured))
            case "sources":
                if self._sources:
                    self._mode = "sources"
                    self._reach.ask(self._sources)
                else:
                    self._keep("sources", ok=True, count=0)
            case "screens":
                self._keep("screens", ok=True, count=len(QGuiApplication.screens()))

    def step_back(self) -> bool:
        """The back cell ends a test that covers the page."""
        if self._mode == "touch":
            return False if not self._mode else self._stop()
        if self._mode == "colours":
            self._mode = "seen"
            self.changed.emit()
            return True
        return super().step_back()

    # the tests that cover the page

    @Property(str, notify=told)
    def cover(self) -> str:
        """`touch`, `colours` or empty."""
        return self._mode if self._mode in ("touch", "colours") else ""

    @Property(int, constant=True)
    def points(self) -> int:
        """Cells of the touch test."""
        return POINTS

    @Slot(int)
    def touchDone(self, hit: int) -> None:
        """All cells were touched, or nobody touched any more."""
        if self._mode == "touch":
            self._mode = ""
            self._keep("touch", ok=hit == POINTS, hit=hit, of=POINTS)

    @Slot()
    def coloursSeen(self) -> None:
        """All colours were shown."""
        self._mode = "seen"
        self.changed.emit()

    # the player

    @Property(QUrl, notify=told)
    def playing(self) -> QUrl:
        """The file to be played; empty for none."""
        return QUrl.fromLocalFile(str(self._clips / self._queue[0])) if self._queue else QUrl()

    @Slot(bool)
    def played(self, well: bool) -> None:
        """The file was played, or cannot be."""
        if not self._queue:
            return
        file = self._queue.pop(0)
        if self._mode == "codecs":
            if not well:
                self._failed.append(file)
            if not self._queue:
                self._mode = ""
                ok = not NEEDED.intersection(self._failed)
                self._keep("codecs", ok=ok, failed=" ".join(self._failed), of=len(CLIPS))
                return
        elif well:
            self._mode = f"heard-{self._mode}"
        else:
            test, self._mode = self._mode, ""
            self._keep(test, ok=False)
            return
        self.changed.emit()

    # inner

    @property
    def _running(self) -> str:
        return self._mode if self._mode in TESTS else ""

    def _stop(self) -> bool:
        self._mode = ""
        self.changed.emit()
        return True

    def _keep(self, test: str, *, ok: bool, **numbers: object) -> None:
        self._tested.keep(test, ok=ok, **numbers)
        self.desk.note("selftest", f"{test} {'ok' if ok else 'bad'}")
        self.changed.emit()

    def _measured(self, result: Result[Speed]) -> None:
        self._mode = ""
        if isinstance(result, Err):
            self.desk.failed(result.error)
            self._keep("disk", ok=False, write=0, read=0)
            return
        speed = result.value
        self._keep("disk", ok=speed.same and speed.write >= SLOW, write=round(speed.write), read=round(speed.read))

    @Slot()
    def _reached(self) -> None:
        if self._mode == "sources" and not self._reach.asking:
            self._mode = ""
            well = sum(r.answer == "well" for r in self._reach.found.values())
            self._keep("sources", ok=well == len(self._sources), well=well, count=len(self._sources))

    def _names(self) -> dict[str, str]:
        return {
            "touch": self.tr("触摸"), "left": self.tr("左声道"), "right": self.tr("右声道"), "codecs": self.tr("影音格式"),
            "colours": self.tr("屏幕颜色"), "disk": self.tr("磁盘快慢"), "sources": self.tr("来源"),
            "screens": self.tr("第二块屏"),
        }  # fmt: skip

    def _outcome(self, test: str) -> str:
        kept = self._tested.last[test]
        words = str(kept["at"])
        match test:
            case "touch":
                return words + self.tr("，%1 点里中 %2 点").replace("%1", str(kept.get("of", 0))).replace(
                    "%2", str(kept.get("hit", 0))
                )
            case "codecs":
                failed = str(kept.get("failed", ""))
                return words + (self.tr("，放不了 %1").replace("%1", failed) if failed else self.tr("，八种都能放"))
            case "disk":
                return words + self.tr("，写 %1 兆/秒，读 %2 兆/秒").replace("%1", str(kept.get("write", 0))).replace(
                    "%2", str(kept.get("read", 0))
                )
            case "sources":
                count = int(kept.get("count", 0))
                if not count:
                    return words + self.tr("，没有设来源")
                return words + self.tr("，%1 处里通 %2 处").replace("%1", str(count)).replace(
                    "%2", str(kept.get("well", 0))
                )
            case "screens":
                return words + self.tr("，接了 %1 块屏").replace("%1", str(kept.get("count", 1)))
        return words
