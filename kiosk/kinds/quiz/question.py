"""The question on the screen: its options, the unsent answer, and the clock."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import play
from kiosk.kinds.quiz.play import Play
from kiosk.sdk.ui import Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

TICK = 200
"""Milliseconds between two looks at the clock."""
URGENT = 10
"""Seconds left from which the countdown is red."""
MOST_DIGITS = 12


@QmlElement
@QmlUncreatable("made by the app")
class QuizQuestionViewModel(QObject):
    """The current question of a `Play` as QML reads it.

    `turned` when another question is on the screen, `chosen` when the unsent answer changed, `ticked` when the countdown
    moved; `judged` with the `Play` after an answer, sent or timed out.
    """

    turned = Signal()
    chosen = Signal()
    ticked = Signal()
    judged = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._play: Play | None = None
        self._picked: tuple[int, ...] = ()  # order question: indices in the sequence of the taps so far
        self._whole = 0.0
        self._left: float | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def play(self) -> Play | None:
        """The round as it stands, with the unsent answer; None without one."""
        return self._play

    def show(self, state: Play | None, whole: float = 0.0) -> None:
        """Another question, or none; `whole` seconds are a full countdown."""
        self._play, self._picked, self._whole = state, (), whole
        self._left = state.left(self._now()) if state else None
        if state and state.phase == "asking" and self._left is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self.turned.emit()
        self.chosen.emit()
        self.ticked.emit()

    def stop(self) -> None:
        """The page is left."""
        self._timer.stop()

    @Property(str, notify=turned)
    def prompt(self) -> str:
        """The question."""
        return self._play.current.question.prompt if self._play else ""

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `multiple`, `judge`, `order` or `fill`."""
        return self._play.current.question.type if self._play else ""

    @Property(bool, notify=turned)
    def numeric(self) -> bool:
        """A fill question that a number answers: our own number pad will do."""
        accepted = self._play.current.question.accepted if self._play else ()
        return any(_is_number(answer) for answer in accepted)

    @Property("QStringList", notify=turned)
    def options(self) -> list[str]:
        """The options as they stand on the screen."""
        if not self._play:
            return []
        asked = self._play.current
        return [asked.question.options[index] for index in asked.shown]

    @Property("QStringList", notify=chosen)
    def letters(self) -> list[str]:
        """What stands before each option: its letter, or for an order question its number once it was touched."""
        if not self._play:
            return []
        asked = self._play.current
        if asked.question.type == "order":
            return [str(self._picked.index(i) + 1) if i in self._picked else "" for i in asked.shown]
        return [self._letter(place) for place in range(len(asked.shown))]

    @Property("QVariantList", notify=chosen)
    def picks(self) -> list[bool]:
        """Which options are chosen."""
        if not self._play:
            return []
        chosen = self._picked if self._play.current.question.type == "order" else self._play.choice
        return [index in chosen for index in self._play.current.shown]

    @Property(int, notify=chosen)
    def picked(self) -> int:
        """How many options are chosen."""
        return sum(self.picks)

    @Property(str, notify=chosen)
    def typed(self) -> str:
        """What the blank holds."""
        return self._play.typed if self._play else ""

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Is there a whole answer to send?"""
        if not self._play:
            return False
        if self._play.current.question.type == "order":
            return len(self._picked) == len(self._play.current.shown)
        return self._play.answerable

    # --- the clock --------------------------------------------------------------------------------------------------

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Whole seconds left; -1 without a clock."""
        return -1 if self._left is None else math.ceil(self._left)

    @Property(float, notify=ticked)
    def shareLeft(self) -> float:
        """The part of the time that is left, 0 to 1."""
        return 0.0 if self._left is None or not self._whole else self._left / self._whole

    @Property(bool, notify=ticked)
    def urgent(self) -> bool:
        """The last seconds."""
        return self._left is not None and self._left <= URGENT

    # --- what a visitor does ------------------------------------------------------------------------------------------

    @Slot(int)
    def tap(self, place: int) -> None:
        """Touch an option. In an order question it gets the next number; a touched one gives its number back."""
        if not self._play or not 0 <= place < len(self._play.current.shown):
            return
        if self._play.current.question.type == "order":
            index = self._play.current.shown[place]
            if self._play.phase != "asking":
                return
            if index in self._picked:
                self._picked = self._picked[: self._picked.index(index)]
            else:
                self._picked = (*self._picked, index)
        else:
            self._play = play.choose(self._play, place)
        self.chosen.emit()

    @Slot()
    def undo(self) -> None:
        """Order question: take the last number back."""
        self._picked = self._picked[:-1]
        self.chosen.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the number pad: a digit, `.` or `back`."""
        if not self._play:
            return
        now = self._play.typed
        if key == "back":
            self.write(now[:-1])
        elif len(now) < MOST_DIGITS and (key.isdecimal() or (key == "." and now and "." not in now)):
            self.write(now + key)

    @Slot(str)
    def write(self, words: str) -> None:
        """The blank holds `words` now."""
        if self._play:
            self._play = play.type(self._play, words)
            self.chosen.emit()

    @Slot()
    def confirm(self) -> None:
        """Send the answer; nothing happens before it is whole."""
        if not self._play or not self.ready:
            return
        asked = self._play
        if asked.current.question.type == "order":
            for place, index in enumerate(self._picked):
                asked = play.move(asked, asked.choice.index(index), place)
        self.judged.emit(play.submit(asked, self._now()))

    # --- inner --------------------------------------------------------------------------------------------------------

    @Slot()
    def _tick(self) -> None:
        if not self._play or self._play.phase != "asking":
            return
        left = self._play.left(self._now())
        if left == 0.0:
            # What was not confirmed is not an answer.
            self.judged.emit(play.time_out(replace(self._play, choice=(), typed=""), self._now()))
        elif left != self._left:
            self._left = left
            self.ticked.emit()

    def _now(self) -> float:
        return self._services.clock.monotonic()

    def _letter(self, place: int) -> str:
        return self.tr("甲乙丙丁戊己庚辛")[place]


def _is_number(words: str) -> bool:
    said = play.normal(words)
    return said.isascii() and said.replace(".", "", 1).isdigit()
