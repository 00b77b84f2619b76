"""The answer of the open lantern, once it may be seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.riddle import play
from kiosk.kinds.riddle.desk import FairDesk

QML_IMPORT_NAME = "kiosk.kinds.riddle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class RiddleAnswerViewModel(QObject):
    """What became of the guess, and why. `turned` when it is about another lantern."""

    turned = Signal()

    def __init__(self, desk: FairDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.turned.connect(self.turned)

    @Property(str, notify=turned)
    def look(self) -> str:
        """What became of the open lantern: `lit`, `missed` or `shown`; `dark` before."""
        return self._desk.round.open.look

    @Property(str, notify=turned)
    def answer(self) -> str:
        """The answer, once it may be seen."""
        hung = self._desk.round.open
        return hung.riddle.answer if hung.look != "dark" else ""

    @Property(str, notify=turned)
    def answerNote(self) -> str:
        """Its sound and meaning, for readers without Chinese."""
        helped = self._desk.round.open.riddle.help
        return f"{helped.answer_pinyin} · {helped.answer}" if helped and self.answer else ""

    @Property(str, notify=turned)
    def verdict(self) -> str:
        """What became of the guess, in a word or two."""
        return {
            "lit": self.tr("猜中了"),
            "missed": self.tr("差一点"),
            "shown": self.tr("看过谜底"),
        }.get(self.look, "")

    @Property(str, notify=turned)
    def how(self) -> str:
        """How the riddle works."""
        return self._desk.round.open.riddle.how if self.answer else ""

    @Property(str, notify=turned)
    def origin(self) -> str:
        """Where it comes from."""
        return self._desk.round.open.riddle.source if self.answer else ""

    @Property("QVariantMap", notify=turned)
    def read(self) -> dict[str, Any]:
        """The item that belongs to this riddle: `uid`, `label`; empty when there is none here."""
        link = self._desk.round.open.riddle.read
        return self._desk.invitation([link]) if link and self.answer else {}

    @Property(bool, notify=turned)
    def more(self) -> bool:
        """Another lantern is still dark."""
        return play.next_dark(self._desk.round) >= 0
