"""The number or card of whoever votes, while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote import numbers
from kiosk.kinds.vote.floor import Floor
from kiosk.kinds.vote.words import VoteWords

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ContestNumberViewModel(QObject):
    """The field and its pad. `said` when a number is complete that can be one."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, floor: Floor, words: VoteWords, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._words = words
        self._typing = numbers.Typing()
        floor.changed.connect(self.changed)

    @Property(str, notify=changed)
    def typed(self) -> str:
        """Digits in the field."""
        return self._typing.digits

    @Property(int, constant=True)
    def places(self) -> int:
        """Digits a number has at least."""
        return self._floor.contest.numbers.least

    @Property(bool, constant=True)
    def card(self) -> bool:
        """It comes from a card."""
        return self._floor.contest.identity == "card"

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """The number is long enough to be looked up."""
        return len(self._typing.digits) >= self._floor.contest.numbers.least and not self._floor.busy

    def clear(self) -> None:
        """Nothing is typed any more."""
        self._typing = numbers.Typing()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit from the pad, a keyboard or a card reader."""
        if self._floor.phase == "identify" and not self._floor.busy:
            self._floor.fault = ""
            self._typing = numbers.press(self._typing, digit, self._floor.now())
            self._floor.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._floor.fault = ""
        self._typing = numbers.erase(self._typing)
        self._floor.changed.emit()

    @Slot()
    def identify(self) -> None:
        """The number is complete: a key of the pad, Enter, or the end of a card."""
        floor, digits = self._floor, self._typing.digits
        if floor.phase != "identify" or floor.busy or not digits:
            return
        wrong = numbers.fault(floor.contest.numbers, digits)
        if wrong:
            floor.fault = self._words.wrong(wrong, len(digits))
            floor.changed.emit()
            return
        floor.busy = True
        floor.changed.emit()
        self.said.emit(digits)
