"""A lesson on the screen: which page is up, and what its parts say to each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.lesson import play
from kiosk.kinds.lesson.certificatemodel import CertificateViewModel
from kiosk.kinds.lesson.desk import Desk
from kiosk.kinds.lesson.model import Lesson
from kiosk.kinds.lesson.questionmodel import LessonQuestionViewModel
from kiosk.kinds.lesson.stepmodel import StepViewModel
from kiosk.kinds.lesson.whomodel import WhoViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "lesson"


@QmlElement
@QmlUncreatable("made by the app")
class LessonViewModel(ItemViewModel):
    """A course of `play` as QML reads it. `turned` when another page is on the screen."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Lesson, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._desk = Desk(content, opened, self.header.title, services, self)
        self._step = StepViewModel(self._desk, self.media, self)
        self._question = LessonQuestionViewModel(self._desk, self.media, self)
        self._who = WhoViewModel(self._desk, self)
        self._certificate = CertificateViewModel(self._desk, self._who, self)
        self._desk.turned.connect(self.turned)
        self._desk.turned.connect(self._stake)

    @Property(StepViewModel, constant=True)
    def step(self) -> StepViewModel:
        """The step on the screen."""
        return self._step

    @Property(LessonQuestionViewModel, constant=True)
    def question(self) -> LessonQuestionViewModel:
        """Its question."""
        return self._question

    @Property(WhoViewModel, constant=True)
    def who(self) -> WhoViewModel:
        """Who takes the lesson."""
        return self._who

    @Property(CertificateViewModel, constant=True)
    def certificate(self) -> CertificateViewModel:
        """What is given at its end."""
        return self._certificate

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(bool, constant=True)
    def software(self) -> bool:
        """Which surface shows a film."""
        return self.services.software

    @Property("QStringList", constant=True)
    def titleLines(self) -> list[str]:
        """The title in the two phrases that stand on the wall."""
        return [line for line in str(self.header.display or self.header.title).split("\n") if line]

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two; may be empty."""
        return self._desk.lesson.about

    @Property(int, constant=True)
    def minutes(self) -> int:
        """How long it takes."""
        return self._desk.lesson.minutes

    @Property(int, constant=True)
    def total(self) -> int:
        """Steps."""
        return len(self._desk.lesson.steps)

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`start`, `who`, `learn`, `ask`, `wrong`, `right`, `finish` or `card`."""
        return self._desk.page or ("start" if self._desk.course is None else self._desk.course.view)

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the step on the screen."""
        return self._desk.now.at

    @Property(int, notify=turned)
    def minutesLeft(self) -> int:
        """Whole minutes to the end."""
        return self._desk.now.minutes_left

    @Property("QVariantList", notify=turned)
    def steps(self) -> list[dict[str, Any]]:
        """Cells: `word`, `look` (`done`, `now`, `open` or `locked`), `done`."""
        course = self._desk.now
        return [
            {"word": step.word, "look": self._look(course, place), "done": place < course.passed}
            for place, step in enumerate(self._desk.lesson.steps)
        ]

    @Slot()
    def begin(self) -> None:
        """From the first step, without saying who it is."""
        if self._desk.phase == "start" and self._desk.pace.settled:
            self._desk.start(0)

    @Slot(int)
    def go(self, step: int) -> None:
        """Touch the cell of a step."""
        if self._desk.course is not None and not self._desk.page:
            self._desk.turn(play.go(self._desk.course, step))

    @Slot()
    def forward(self) -> None:
        """From the text to the question, or past a step without one."""
        if self._desk.phase == "learn" and self._desk.course is not None and self._desk.pace.settled:
            self._desk.turn(play.forward(self._desk.course))

    @Slot()
    def again(self) -> None:
        """Once more the text of this step."""
        if self._desk.course is not None and not self._desk.page:
            self._desk.turn(play.again(self._desk.course))

    @Slot()
    def onward(self) -> None:
        """To the next step, or to the end."""
        if self._desk.phase == "right" and self._desk.course is not None and self._desk.pace.settled:
            self._desk.turn(play.onward(self._desk.course))

    @Slot()
    def restart(self) -> None:
        """The start page again, for whoever is next."""
        if self._desk.phase == "card" and self._desk.pace.settled:
            self._desk.reset()
            self._who.forget()
            self._certificate.forget()
            self._desk.changed()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with another item."""
        self._step.playFilm(False)
        self.services.navigator.openItem(uid)

    def step_back(self) -> bool:
        """From a question to its text, from a step to the one before it."""
        if self._busy or self._desk.phase in ("start", "card"):
            return self._busy
        if self._desk.phase == "who":
            self._who.away()
            return True
        course = self._desk.now
        if self._step.filmOn:
            self._step.playFilm(False)
        elif course.view in ("ask", "wrong", "right"):
            self._desk.turn(play.again(course))
        elif course.view == "finish":
            self._desk.turn(play.go(course, course.total - 1))
        elif course.at > 0:
            self._desk.turn(play.go(course, course.at - 1))
        else:
            return False
        return True

    def leave(self) -> None:
        """Without a number, what was learnt is gone with the page; a name always is."""
        self._step.playFilm(False)
        self._who.forget()
        self._certificate.forget()
        self.services.navigator.atStake(STAKE, False)

    def _look(self, course: play.Course, place: int) -> str:
        if place == course.at and self._desk.phase not in ("start", "who", "finish", "card"):
            return "now"
        return "done" if place < course.passed else "open" if place == course.passed else "locked"

    @property
    def _busy(self) -> bool:
        """The record book is being asked or written."""
        return bool(self._who.busy or self._certificate.busy)

    @Slot()
    def _stake(self) -> None:
        """What was learnt is worth a question before it is wiped."""
        self.services.navigator.atStake(STAKE, self._desk.course is not None and self._desk.phase != "card")
