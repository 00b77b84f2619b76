"""A duel on the screen: two halves of one screen, each with its own presses."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import duel
from kiosk.kinds.quiz.model import Quiz
from kiosk.sdk.ui import Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

TICK = 100
"""Milliseconds between two looks at the clock."""
SHOWN = 4.0
"""Seconds for which the solution stays before the next question comes by itself."""


@QmlElement
@QmlUncreatable("made by the app")
class DuelViewModel(QObject):
    """A `duel` as QML reads it; `changed` when anything but the clock did, `ticked` when the clock did.

    Properties about a side are lists: blue first.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, uid: str, quiz: Quiz, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._quiz = quiz
        self._services = services
        self._duel: duel.Duel | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    @Property(str, notify=changed)
    def phase(self) -> str:
        """`ready`, `asking`, `revealed` or `over`."""
        return self._duel.phase if self._duel else "ready"

    @Property("QVariantList", notify=changed)
    def score(self) -> list[int]:
        """Points of both sides."""
        return list(self._duel.score) if self._duel else [0, 0]

    @Property(int, notify=changed)
    def lead(self) -> int:
        """Knots blue is ahead; negative when red is."""
        return self._duel.lead if self._duel else 0

    @Property(str, notify=changed)
    def prompt(self) -> str:
        """The question; empty before the first."""
        return self._duel.current.question.prompt if self._duel and self._duel.phase != "ready" else ""

    @Property(str, notify=changed)
    def explain(self) -> str:
        """Why, once the solution is shown."""
        return self._duel.current.question.explain if self._duel and self._duel.phase == "revealed" else ""

    @Property("QStringList", notify=changed)
    def options(self) -> list[str]:
        """The options, the same places for both."""
        if not self._duel:
            return []
        asked = self._duel.current
        return [asked.question.options[index] for index in asked.shown]

    @Property("QVariantList", notify=changed)
    def here(self) -> list[bool]:
        """Which sides are ready."""
        return list(self._duel.here) if self._duel else [False, False]

    @Property("QVariantList", notify=changed)
    def pressed(self) -> list[float]:
        """Seconds after which each side pressed; -1 when it has not."""
        return [round(p.at, 1) if p else -1.0 for p in self._duel.presses] if self._duel else [-1.0, -1.0]

    @Property("QVariantList", notify=changed)
    def looks(self) -> list[list[str]]:
        """For each side the look of each option once revealed: `right`, `wrong` or empty."""
        d = self._duel
        if not d or d.phase != "revealed":
            return [[], []]
        return [[self._look(d, side, index) for index in d.current.shown] for side in (0, 1)]

    @Property("QVariantList", notify=changed)
    def gained(self) -> list[int]:
        """Points of the revealed question."""
        return list(duel.points(self._duel)) if self._duel and self._duel.phase == "revealed" else [0, 0]

    @Property(bool, notify=changed)
    def tie(self) -> bool:
        """Both were right at the same moment."""
        return self.gained == [1, 1]

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Whole seconds left."""
        return math.ceil(self._duel.left(self._now())) if self._duel and self._duel.phase == "asking" else 0

    @Property(float, notify=ticked)
    def shareLeft(self) -> float:
        """The part of the time that is left."""
        d = self._duel
        return d.left(self._now()) / d.seconds if d and d.phase == "asking" else 0.0

    @Slot()
    def open(self) -> None:
        """A new duel; both sides have to be ready."""
        self._duel = duel.start(self._quiz, self._services.seed())
        self._timer.stop()
        self.changed.emit()
        self.ticked.emit()

    @Slot(int)
    def ready(self, side: int) -> None:
        """One side is there."""
        if self._duel and side in (0, 1):
            self._to(duel.ready(self._duel, side, self._now()))

    @Slot(int, int)
    def press(self, side: int, place: int) -> None:
        """One side presses an option."""
        if self._duel and side in (0, 1):
            self._to(duel.press(self._duel, side, place, self._now()))

    def close(self) -> None:
        """The page is left."""
        self._timer.stop()
        self._duel = None

    @Slot()
    def _tick(self) -> None:
        d = self._duel
        if not d:
            return
        now = self._now()
        if d.phase == "revealed" and now - d.since >= SHOWN:
            self._to(duel.next(d, now))
        else:
            self._to(duel.time_out(d, now))
        self.ticked.emit()

    def _to(self, after: duel.Duel) -> None:
        before, self._duel = self._duel, after
        if after is before:
            return
        if after.phase in ("asking", "revealed"):
            self._timer.start()
        else:
            self._timer.stop()
        if after.phase == "over":
            self._services.recorder.append("quiz", self._uid, duel.record(after))
        self.changed.emit()
        self.ticked.emit()

    def _look(self, d: duel.Duel, side: int, index: int) -> str:
        press = d.presses[side]
        if index in d.current.question.right:
            return "right"
        return "wrong" if press is not None and press.choice == index else ""

    def _now(self) -> float:
        return self._services.clock.monotonic()
