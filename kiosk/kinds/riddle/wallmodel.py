"""The wall of lanterns: which set hangs there and what is lit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.riddle import words
from kiosk.kinds.riddle.desk import FairDesk

QML_IMPORT_NAME = "kiosk.kinds.riddle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class LanternWallViewModel(QObject):
    """The set on the wall. `turned` when another page, lantern or wall is on the screen."""

    turned = Signal()

    def __init__(self, desk: FairDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.turned.connect(self.turned)

    @Property(str, notify=turned)
    def setName(self) -> str:
        """The set on the wall; empty when the item has only one."""
        return self._desk.name(self._desk.set)

    @Property(str, notify=turned)
    def nextSetName(self) -> str:
        """The set that hangs up next; empty when there is no other."""
        return self._desk.name(self._desk.following) if len(self._desk.order) > 1 else ""

    @Property(int, notify=turned)
    def total(self) -> int:
        """Lanterns of the set."""
        return len(self._desk.round.lanterns)

    @Property(int, notify=turned)
    def lit(self) -> int:
        """Lanterns that were guessed."""
        return self._desk.round.lit

    @Property(bool, notify=turned)
    def done(self) -> bool:
        """No lantern is dark any more."""
        return self._desk.round.done

    @Property(bool, notify=turned)
    def allDone(self) -> bool:
        """No lantern of any set is dark any more."""
        rounds = self._desk.rounds
        return all(place in rounds and rounds[place].done for place in range(len(self._desk.order)))

    @Property("QStringList", notify=turned)
    def sentence(self) -> list[str]:
        """How it stands in two phrases: what hangs here, and how many of them are lit."""
        total, lit = self._desk.said(self.total), self._desk.said(self.lit)
        first = self.tr("%1盏都猜过了") if self.done else self.tr("今天挂%1盏")
        if not self.lit:
            second = self.tr("一盏也没亮") if self.done else self.tr("等你来猜")
        else:
            second = self.tr("全都亮了") if self.lit == self.total else self.tr("亮了%1盏")
        return [first.replace("%1", total), second.replace("%1", lit)]

    @Property("QVariantList", notify=turned)
    def lanterns(self) -> list[dict[str, Any]]:
        """The lanterns of this wall: `place`, `number`, `aim`, `look` and, once known, `answer`."""
        return words.on_page(self._desk.round, self._desk.page, self._desk.lang)

    @Property(int, notify=turned)
    def page(self) -> int:
        """Index of the wall."""
        return self._desk.page

    @Property(int, notify=turned)
    def pages(self) -> int:
        """Walls of the set."""
        return words.pages(self._desk.round)

    @Property("QVariantMap", notify=turned)
    def invitation(self) -> dict[str, Any]:
        """What to go on with at the end: `uid`, `label`; empty when nothing of it is here."""
        return self._desk.invitation(self._desk.riddles.reads)

    @Slot(int)
    def touch(self, place: int) -> None:
        """Open a lantern."""
        if self._desk.phase == "wall":
            self._desk.touch(place)

    @Slot(int)
    def turnPage(self, step: int) -> None:
        """To the wall before or after this one."""
        page = self._desk.page + step
        if self._desk.phase == "wall" and 0 <= page < self.pages:
            self._desk.page = page
            self._desk.turn(self._desk.round)

    @Slot()
    def nextSet(self) -> None:
        """Hang up the next set; what was lit in this one stays lit."""
        if self._desk.phase == "wall" and self.nextSetName and self._desk.pace.settled:
            self._desk.hang(self._desk.following)

    @Slot()
    def again(self) -> None:
        """Once more, with all lanterns dark: this set, or the first of them when all were played."""
        if self._desk.phase == "wall" and self.done and self._desk.pace.settled:
            self._desk.darken(self._desk.rounds if self.allDone else (self._desk.set,))
