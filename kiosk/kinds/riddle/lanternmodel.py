"""The open lantern: its riddle, and the guess that has not been sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.riddle import compare, play, words
from kiosk.kinds.riddle.desk import FairDesk

QML_IMPORT_NAME = "kiosk.kinds.riddle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class LanternViewModel(QObject):
    """The lantern. `turned` when it is another one, `chosen` when the unsent answer or the hints changed."""

    turned = Signal()
    chosen = Signal()

    def __init__(self, desk: FairDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.turned.connect(self.turned)
        desk.chosen.connect(self.chosen)

    @Property(str, notify=turned)
    def face(self) -> str:
        """The riddle."""
        return self._desk.round.open.riddle.face

    @Property(str, notify=turned)
    def aim(self) -> str:
        """What kind of thing is looked for, with the rule of its form if there is one."""
        riddle = self._desk.round.open.riddle
        return self.tr("%1 · %2").replace("%1", riddle.aim).replace("%2", riddle.form) if riddle.form else riddle.aim

    @Property(str, notify=turned)
    def facePinyin(self) -> str:
        """The riddle's sound, for readers without Chinese."""
        helped = self._desk.round.open.riddle.help
        return helped.face_pinyin if helped else ""

    @Property(str, notify=turned)
    def faceMeaning(self) -> str:
        """The riddle word by word, for readers without Chinese."""
        helped = self._desk.round.open.riddle.help
        return helped.face if helped else ""

    @Property("QVariantList", notify=chosen)
    def options(self) -> list[dict[str, Any]]:
        """Answers to choose from: `letter`, `text`, `note` (sound and meaning) and `look` (`chosen`, `wrong` or empty)."""
        hung = self._desk.round.open
        return [
            {
                "letter": self.tr("甲乙丙丁")[place],
                "text": word,
                "note": words.option_note(hung, place),
                "look": words.option_look(self._desk.round, place),
            }
            for place, word in enumerate(hung.shown)
        ]

    @Property(bool, notify=chosen)
    def typing(self) -> bool:
        """The answer is being written."""
        return self._desk.round.typing

    @Property(bool, notify=turned)
    def choosable(self) -> bool:
        """There are answers to choose from."""
        return bool(self._desk.round.open.shown)

    @Property(str, notify=chosen)
    def typed(self) -> str:
        """What is written."""
        return self._desk.round.typed

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Is there an answer to send?"""
        return self._desk.round.ready

    @Property(str, notify=chosen)
    def status(self) -> str:
        """Which lantern, and how many guesses are left; after a wrong guess that it was wrong."""
        hung, left = self._desk.round.open, str(self._desk.round.left)
        if self._desk.pinyin:
            return self.tr("先在键盘上选好汉字")
        if hung.tries and self._desk.phase == "asking":
            missed = self.tr("不是“%1”，还能猜 %2 次")
            return missed.replace("%1", hung.said).replace("%2", left)
        which = self.tr("第%1盏　能猜 %2 次")
        return which.replace("%1", self._desk.said(self._desk.round.at + 1)).replace("%2", left)

    @Property(bool, notify=chosen)
    def warned(self) -> bool:
        """`status` is about a wrong guess."""
        return self._desk.pinyin or (self._desk.phase == "asking" and self._desk.round.open.tries > 0)

    @Property("QStringList", notify=chosen)
    def hints(self) -> list[str]:
        """Hints given so far."""
        hung = self._desk.round.open
        return list(hung.riddle.hints[: hung.hints])

    @Property(bool, notify=chosen)
    def moreHints(self) -> bool:
        """There is another hint."""
        hung = self._desk.round.open
        return hung.hints < len(hung.riddle.hints)

    @Slot(int)
    def choose(self, place: int) -> None:
        """Touch an answer."""
        self._desk.keep(play.choose(self._desk.round, place))

    @Slot(str)
    def write(self, typed: str) -> None:
        """The field holds `typed` now."""
        self._desk.pinyin = False
        self._desk.keep(play.write(self._desk.round, typed))

    @Slot()
    def switchTyping(self) -> None:
        """From the answers to writing, or back."""
        self._desk.pinyin = False
        self._desk.keep(play.switch(self._desk.round))

    @Slot()
    def hint(self) -> None:
        """Ask for a hint; it is recorded before it is read."""
        hinted = play.hint(self._desk.round)
        if hinted is not self._desk.round:
            self._desk.hinted(hinted)

    @Slot()
    def confirm(self) -> None:
        """Send the guess; nothing happens before there is one."""
        if not self._desk.round.ready or not self._desk.pace.settled:
            return
        typing = self._desk.round.typing
        if (
            typing
            and self._desk.lang == "zh"
            and compare.unfinished(self._desk.round.typed)
            and not self._desk.round.open.riddle.answer.isascii()
        ):
            self._desk.pinyin = True
            self.chosen.emit()
            return
        self._desk.judged(play.submit(self._desk.round), "try", "typed" if typing else "choice")

    @Slot()
    def giveUp(self) -> None:
        """Show the answer."""
        if self._desk.phase == "asking" and self._desk.pace.settled:
            self._desk.judged(play.give_up(self._desk.round), "shown", "choice")

    @Slot(int)
    def step(self, step: int) -> None:
        """To the lantern before or after this one."""
        if self._desk.phase != "wall":
            self._desk.touch(play.beside(self._desk.round, step))

    def right_answer(self) -> str:
        """For the tour and tests, which guess right on purpose; QML does not see it."""
        return self._desk.round.open.riddle.answer
