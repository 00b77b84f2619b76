"""Events of the program, what the black box holds of the runs before, and rounds over the sources; the newest first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.health.blackbox import NAME as BOX
from kiosk.health.blackbox import Entry, read
from kiosk.health.past import before, how_it_ended, words_of
from kiosk.jobs import Err, Result
from kiosk.screens.admin.parts.desk import Act, Desk, DeskViewModel, Row, Wall
from kiosk.sdk.page import alive
from kiosk.state.content import ContentStatus
from kiosk.state.events import EventLog, StickWriter, as_text

SHOWN = 120


class LogsViewModel(DeskViewModel):
    """Four lists: all, what went wrong, what was before this start, rounds over the sources.

    Args:
        log: events of the program since it was started.
        box: the black box.
        content: rounds.
        writer: brings the list to a stick.
    """

    room = "logs"

    def __init__(self, desk: Desk, log: EventLog, box: Path, content: ContentStatus, writer: StickWriter) -> None:
        super().__init__(desk)
        self._past: tuple[Entry, ...] = ()
        self._log = log
        self._content = content
        self._writer = writer
        self._tab = "all"
        self._outcome = ""
        self._events = log.events
        content.overviewChanged.connect(self.changed)
        writer.written.connect(self._written)
        content.refresh()
        desk.lanes.run("io", lambda: _read(box), alive(self, self._opened))

    def leave(self) -> None:
        """The page goes away."""
        self._content.overviewChanged.disconnect(self.changed)
        self._writer.written.disconnect(self._written)

    def heading(self) -> str:
        """How many went wrong; of the last run, how it ended."""
        if self._tab == "before":
            return {
                "bad": self.tr("上次出了错"),
                "look": self.tr("上次断在中间"),
                "ok": self.tr("上次正常关的"),
                "off": self.tr("没有上次"),
            }[how_it_ended(self._past)[0]]
        bad = sum(e.level == "bad" for e in self._events)
        return self.tr("%1 次出错").replace("%1", str(bad)) if bad else self.tr("没有出错")

    def wall(self) -> Wall:
        """The chosen event in full."""
        found = next((r for r in self.listed() if r.key == self.picked), None)
        if found is None and self._tab == "before":
            ended = how_it_ended(self._past)[1](self.desk.lang())
            return Wall(
                lines=(
                    ended,
                    self.tr("黑匣子里的事，断电也在。碰一行看全；“导出到U盘”连它一起带走。"),
                )
            )
        if found is None:
            return Wall(lines=(self.tr("这里是开机以来的事。碰一行看全。开机以前的在“上次”里。"),))
        return Wall(found.note, lines=(found.title,))

    def tabbed(self) -> list[tuple[str, str, bool]]:
        """The lists."""
        words = {"all": self.tr("全部"), "wrong": self.tr("出错"), "before": self.tr("上次"), "rounds": self.tr("更新")}
        return [(key, text, key == self._tab) for key, text in words.items()]

    def turn(self, key: str) -> None:
        """Another list."""
        self._tab, self.picked, self._events = key, "", self._log.events

    def listed(self) -> list[Row]:
        """The list that is open."""
        if self._tab == "rounds":
            return [
                Row(f"round.{i}", str(r["changedText"] or r["message"] or r["source"]), f"{r['when']}  {r['source']}",
                    "" if r["outcome"] == "ok" else self.tr("没成"), "good" if r["outcome"] == "ok" else "bad")
                for i, r in enumerate(self._content.history)
            ]  # fmt: skip
        words = {"bad": self.tr("错"), "look": self.tr("看看"), "info": ""}
        if self._tab == "before":
            return [self._told(entry, words) for entry in reversed(before(self._past)[-SHOWN:])]
        chosen = [e for e in self._events if self._tab == "all" or e.level != "info"]
        return [
            Row(
                f"event.{i}",
                e.words,
                f"{e.at:%m-%d %H:%M:%S}  {e.part}",
                words[e.level],
                "" if e.level == "info" else "bad",
            )
            for i, e in enumerate(chosen[:SHOWN])
        ]

    def said(self) -> str:
        """What became of the export."""
        return self._outcome

    def acts(self) -> list[Act]:
        """Take it away."""
        busy = self._writer.busy
        return [
            Act(
                "export",
                self.tr("正在写") if busy else self.tr("导出到U盘"),
                "red",
                "usb-flash-drive-outline",
                not busy,
            )
        ]

    def do(self, _key: str) -> None:
        """Write the file."""
        self._outcome = ""
        now = self.desk.clock.now().astimezone()
        self.desk.note("logs", "exported")
        self._writer.write(f"kiosk-log-{now:%Y%m%d-%H%M%S}.txt", self._text().encode())

    def _text(self) -> str:
        """What this program said, and what the black box keeps: one file, for any editor."""
        return f"{as_text(self._log.events)}\n# {BOX}\n" + "".join(
            f"{entry.line()}\n" for entry in reversed(self._past)
        )

    def _opened(self, result: Result[tuple[Entry, ...]]) -> None:
        if not isinstance(result, Err):
            self._past = result.value
            self.changed.emit()

    def _told(self, entry: Entry, words: dict[str, str]) -> Row:
        level, said = words_of(entry)
        at = entry.when.astimezone()
        tone = "bad" if level in ("bad", "look") else ""
        return Row(f"box.{entry.number}", said(self.desk.lang()), f"{at:%m-%d %H:%M:%S}", words.get(level, ""), tone)

    @Slot(str, str)
    def _written(self, name: str, problem: str) -> None:
        words = {
            "": self.tr("%1 写好了，也读回来核对过，可以拔U盘").replace("%1", name),
            "none": self.tr("没有插U盘。插上再来一次。"),
            "failed": self.tr("U盘写不进去：满了、写保护，或坏了。换一个试试。"),
        }
        self._outcome = words[problem]
        self.changed.emit()


def _read(box: Path) -> tuple[Entry, ...]:
    """A box that cannot be read holds nothing: the page must open on a dying disk too."""
    try:
        return read(box)
    except OSError:
        return ()
