"""A relay on the screen: lanes that grow, and the questions of the runner at the glass."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import relay
from kiosk.kinds.quiz.model import Quiz
from kiosk.sdk.ui import Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

TICK = 200
"""Milliseconds between two looks at the clock."""


@QmlElement
@QmlUncreatable("made by the app")
class RelayViewModel(QObject):
    """A `relay` as QML reads it; `changed` when anything but the clock did, `ticked` when the clock did."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, uid: str, quiz: Quiz, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._quiz = quiz
        self._services = services
        self._relay: relay.Relay | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    @Property(str, notify=changed)
    def phase(self) -> str:
        """`ready`, `running` or `over`."""
        return self._relay.phase if self._relay else "over"

    @Property("QStringList", notify=changed)
    def teams(self) -> list[str]:
        """Names, in the order of the lanes; lanes never swap."""
        return list(self._relay.teams) if self._relay else []

    @Property("QVariantList", notify=changed)
    def score(self) -> list[int]:
        """Right answers of each team."""
        return list(self._relay.score) if self._relay else []

    @Property("QVariantList", notify=changed)
    def places(self) -> list[int]:
        """Place of each team, from 1."""
        if not self._relay:
            return []
        ranks = self._relay.ranks()
        return [ranks.index(team) + 1 for team in range(len(self._relay.teams))]

    @Property(int, notify=changed)
    def team(self) -> int:
        """Whose turn it is."""
        return self._relay.team if self._relay else 0

    @Property(int, notify=changed)
    def leg(self) -> int:
        """Which leg is run, from 1."""
        return self._relay.leg + 1 if self._relay else 1

    @Property(int, notify=changed)
    def lead(self) -> int:
        """Answers the first team is ahead of the second."""
        if not self._relay:
            return 0
        first, second, *_ = self._relay.ranks()
        return self._relay.score[first] - self._relay.score[second]

    @Property(str, notify=changed)
    def leader(self) -> str:
        """The team in front."""
        return self._relay.teams[self._relay.ranks()[0]] if self._relay else ""

    @Property(int, constant=True)
    def goal(self) -> int:
        """Questions of the whole course."""
        return relay.LEGS * relay.PER_LEG

    @Property(int, constant=True)
    def legs(self) -> int:
        """Legs of the course."""
        return relay.LEGS

    @Property(str, notify=changed)
    def prompt(self) -> str:
        """The runner's question; empty while nobody runs."""
        return self._relay.current.question.prompt if self._relay and self._relay.phase == "running" else ""

    @Property("QStringList", notify=changed)
    def options(self) -> list[str]:
        """The options of the question."""
        if not self._relay or self._relay.phase != "running":
            return []
        asked = self._relay.current
        return [asked.question.options[index] for index in asked.shown]

    @Property(str, notify=changed)
    def last(self) -> str:
        """What became of the answer before: `right`, `wrong` or empty."""
        last = self._relay.last if self._relay else None
        return "" if last is None else "right" if last else "wrong"

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Whole seconds left for the runner."""
        return math.ceil(self._relay.left(self._now())) if self._relay else 0

    @Slot()
    def open(self) -> None:
        """A new relay."""
        self._relay = relay.start(self._quiz, self._services.seed())
        self._timer.stop()
        self.changed.emit()
        self.ticked.emit()

    @Slot()
    def go(self) -> None:
        """The runner begins."""
        if self._relay:
            self._to(relay.go(self._relay, self._now()))

    @Slot(int)
    def press(self, place: int) -> None:
        """The runner answers."""
        if self._relay:
            self._to(relay.press(self._relay, place, self._now()))

    def close(self) -> None:
        """The page is left."""
        self._timer.stop()
        self._relay = None

    @Slot()
    def _tick(self) -> None:
        if self._relay:
            self._to(relay.time_out(self._relay, self._now()))
            self.ticked.emit()

    def _to(self, after: relay.Relay) -> None:
        before, self._relay = self._relay, after
        if after is before:
            return
        if after.phase == "running":
            self._timer.start()
        else:
            self._timer.stop()
        if after.phase == "over":
            self._services.recorder.append("quiz", self._uid, relay.record(after))
        self.changed.emit()
        self.ticked.emit()

    def _now(self) -> float:
        return self._services.clock.monotonic()
