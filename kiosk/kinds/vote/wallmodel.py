"""The wall of results on the screen: how it stands, until when, and a new count every half minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote import booth, report, wall
from kiosk.kinds.vote.floor import Floor
from kiosk.kinds.vote.rows import Rows
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1

REDRAW = 30_000
"""Milliseconds between two drawings of the wall."""
WALLS = ("wall", "hall")
"""Pages with a wall."""
_FEW = 6
"""So many entries all stand with their pictures."""
_MANY = 30
"""Days from which nobody counts hours."""
_BARS = ("share", "first")
_WALL = ("number", "title", "votes", "share", "first", "tile")


@QmlElement
@QmlUncreatable("made by the app")
class ContestWallViewModel(QObject):
    """The wall, in the contest or over the whole screen of a hall. `counted` when it was drawn anew."""

    counted = Signal()

    def __init__(self, floor: Floor, media: Callable[[str], QUrl], parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._media = media
        self._count: report.Count | None = None
        self._slots = _FEW
        self._columns = Rows(_WALL, self)
        self._bars = Rows(_BARS, self)
        self._redraw = QTimer(self, interval=REDRAW)
        self._redraw.timeout.connect(self.recount)

    @Property(QObject, constant=True)
    def columns(self) -> QObject:
        """The best entries, the leader last."""
        return self._columns

    @Property(QObject, constant=True)
    def bars(self) -> QObject:
        """The others, from the lowest."""
        return self._bars

    @Property(bool, notify=counted)
    def shown(self) -> bool:
        """Counts may be seen."""
        return self._floor.results_shown

    @Property(int, notify=counted)
    def votes(self) -> int:
        """Votes on this machine; -1 before they were counted."""
        return self._count.total if self._count else -1

    @Property(int, notify=counted)
    def voters(self) -> int:
        """People who gave them."""
        return self._count.voters if self._count else 0

    @Property(float, notify=counted)
    def tallest(self) -> float:
        """The share of the highest column that stands under the title, 0 to 1."""
        count = self._columns.rowCount()
        shares = [self._columns.row(n)["share"] for n in range(max(0, count - 3))]
        return max((float(s) for s in shares), default=0.0)

    @Property(str, notify=counted)
    def deadline(self) -> str:
        """When it closes, and how long that is."""
        when, left = self.closing, self.left
        if not when:
            return ""
        if self._floor.stage == "after":
            return self.tr("%1 已经截止").replace("%1", when)
        if not left:
            return self.tr("%1 截止").replace("%1", when)
        return self.tr("%1 截止，%2").replace("%1", when).replace("%2", left)

    @Property(str, notify=counted)
    def left(self) -> str:
        """How long it goes on; empty when that is not known."""
        floor = self._floor
        if not floor.contest.closes or floor.stage != "open":
            return ""
        rest = datetime.fromisoformat(floor.contest.closes) - datetime.fromisoformat(floor.moment().local)
        days, hours, minutes = wall.time_left(int(rest.total_seconds() // 60))
        if days > _MANY:
            return self.tr("还剩 %1 天").replace("%1", str(days))
        if days:
            return self.tr("还剩 %1 天 %2 小时").replace("%1", str(days)).replace("%2", str(hours))
        if hours:
            return self.tr("还剩 %1 小时 %2 分").replace("%1", str(hours)).replace("%2", str(minutes))
        return self.tr("还剩 %1 分").replace("%1", str(minutes))

    @property
    def closing(self) -> str:
        """The day and hour at which it closes; empty without one."""
        closes = self._floor.contest.closes
        return self._floor.date(closes, ends=True) if closes else ""

    @Slot(int)
    def begin(self, columns: int) -> None:
        """The wall is up: all stand with their pictures, or `columns` of many."""
        few = len(self._floor.entries) <= _FEW
        self._slots = _FEW if few else max(1, columns)
        self.recount()
        self._redraw.start()

    def stop(self) -> None:
        """It is gone."""
        self._redraw.stop()

    @Slot()
    def recount(self) -> None:
        """Ask the book how it stands."""
        floor = self._floor
        if floor.phase in WALLS and floor.results_shown:
            floor.services.recorder.ask(booth.counting(floor.contest, floor.opened.uid), self._stand)
        self.counted.emit()

    def _stand(self, result: Result[report.Count]) -> None:
        if isinstance(result, Err) or self._floor.phase not in WALLS:
            return  # the wall keeps what it shows until the next redraw
        self._count = result.value
        bars, columns = wall.parted(wall.stands(result.value.votes), self._slots)
        self._bars.take([{"share": s.share, "first": s.first} for s in bars])
        self._columns.take([self._stood(s) for s in columns])
        self.counted.emit()

    def _stood(self, stand: wall.Stand) -> dict[str, Any]:
        entry = self._floor.entries[stand.number]
        return {
            "number": f"{stand.number:02}", "title": entry.title, "votes": stand.votes, "share": stand.share,
            "first": stand.first, "tile": self._media(entry.tile) if entry.tile else QUrl(),
        }  # fmt: skip
