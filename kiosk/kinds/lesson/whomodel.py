"""Who takes the lesson: a worker number that brings back what was learnt, or nobody."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.lesson import play
from kiosk.kinds.lesson.card import masked
from kiosk.kinds.lesson.desk import Desk
from kiosk.sdk.page import alive
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1

LEAST_NUMBER, MOST_NUMBER = 3, 20


@QmlElement
@QmlUncreatable("made by the app")
class WhoViewModel(QObject):
    """The number. `wrote` when it changed."""

    wrote = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed = ""
        self._busy = False
        desk.turned.connect(self.wrote)

    @Property(str, notify=wrote)
    def number(self) -> str:
        """The worker number as far as it was typed."""
        return self._typed

    @Property(bool, notify=wrote)
    def ready(self) -> bool:
        """It is long enough to be one."""
        return len(self._typed) >= LEAST_NUMBER

    @Property(str, notify=wrote)
    def known(self) -> str:
        """The number this lesson is being taken under, masked; empty without one."""
        return masked(self._desk.number)

    @Property(bool, notify=wrote)
    def busy(self) -> bool:
        """The record book is being asked or written."""
        return self._busy

    @Slot()
    def begin(self) -> None:
        """To the number pad."""
        if self._desk.phase == "start" and self._desk.pace.settled:
            self._desk.show("who")

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad, a keyboard or a card reader: a figure, a letter, or `back`."""
        if self._busy or self._desk.phase not in ("start", "who", "finish"):
            return
        if self._desk.phase == "start":
            self._desk.show("who")  # a card was read
        if key == "back":
            self._typed = self._typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isalnum() and len(self._typed) < MOST_NUMBER:
            self._typed += key.upper()
        self.wrote.emit()

    @Slot()
    def resume(self) -> None:
        """Look for what this number has learnt, and go on there."""
        if self._desk.phase != "who" or self._busy or not self.ready:
            return
        number, uid, edition, total = (
            self._typed,
            self._desk.opened.uid,
            self._desk.lesson.edition,
            len(self._desk.lesson.steps),
        )
        self._set_busy(True)
        self._desk.services.recorder.ask(
            lambda pages: play.resume(pages.of("lesson", uid, pages.expected(number)), edition, total),
            alive(self, lambda result: self._found(number, result)),
        )

    @Slot()
    def away(self) -> None:
        """Back from the number pad without a number."""
        if self._desk.phase == "who" and not self._busy:
            self._typed = ""
            self._desk.show("")

    def _found(self, number: str, result: Result[int]) -> None:
        """The book has said how far this number is."""
        if self._desk.phase != "who":
            return
        self._busy = False
        say = self._desk.services.navigator.say
        if isinstance(result, Err):
            self.wrote.emit()
            if self._desk.stranger(result.error):
                return
            say(self.tr("学习记录现在读不出来"), self.tr("可以先不报工号，从头学起"), "bad")
            return
        self._desk.number, self._typed = number, ""
        self._desk.start(result.value)
        if result.value == len(self._desk.lesson.steps):
            say(self.tr("这一课你学完了"), self.tr("还没领证书，现在就领"), "good")
        elif result.value:
            say(self.tr("接着第 %1 步").replace("%1", str(result.value + 1)), self.tr("前面的步子都给你留着"), "good")

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self.wrote.emit()

    @property
    def said(self) -> str:
        """The number the lesson is taken under, or one that was typed at its end; may be empty."""
        return self._desk.number or (self._typed if self.ready else "")

    def forget(self) -> None:
        """Nothing of the one before is left."""
        self._typed = self._desk.number = ""
        self._busy = False
