"""The question of a step on the screen, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.lesson import play
from kiosk.kinds.lesson.desk import Desk
from kiosk.kinds.lesson.model import Question

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class LessonQuestionViewModel(QObject):
    """The question. `turned` when it is another one, `chosen` when the unsent answer changed."""

    turned = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, media: Callable[[str], QUrl], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._media = media
        desk.turned.connect(self.turned)
        desk.chosen.connect(self.chosen)

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `judge` or `order`; empty without a question."""
        return self._desk.now.question.type if self._desk.now.question else ""

    @Property(str, notify=turned)
    def prompt(self) -> str:
        """The question."""
        return self._desk.now.question.prompt if self._desk.now.question else ""

    @Property(str, notify=turned)
    def why(self) -> str:
        """Said once it is answered."""
        return self._desk.now.question.why if self._desk.now.question and self._desk.phase == "right" else ""

    @Property("QVariantList", notify=chosen)
    def options(self) -> list[dict[str, Any]]:
        """Answers: `letter` (for an order the number of its touch), `text`, `picture`, `look`."""
        course = self._desk.now
        question = course.question
        if question is None:
            return []
        return [
            {
                "letter": self._letter(course, index, place),
                "text": question.options[index],
                "picture": self._media(question.pictures[index].src) if question.pictures else QUrl(),
                "look": self._option_look(course, question, index),
            }
            for place, index in enumerate(self._standing(course))
        ]

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Is there a whole answer to send?"""
        return self._desk.now.ready

    @Property(int, notify=chosen)
    def picked(self) -> int:
        """How many options are touched."""
        return len(self._desk.now.choice)

    @Slot(int)
    def tap(self, place: int) -> None:
        """Touch an option."""
        if self._desk.course is not None:
            self._desk.keep(play.tap(self._desk.course, place))

    @Slot()
    def submit(self) -> None:
        """Send the answer; nothing happens before there is a whole one."""
        course = self._desk.course
        if course is None or not course.ready or course.question is None or not self._desk.pace.settled:
            return
        judged = play.submit(course)
        self._desk.record(
            {
                "event": "answer", "step": course.at + 1, "prompt": course.question.prompt.replace("\n", ""),
                "right": judged.view == "right", "first": course.misses[course.at] == 0, "try": course.misses[course.at] + 1,
            }
        )  # fmt: skip
        self._desk.turn(judged)

    def right_answer(self) -> tuple[int, ...]:
        """Places to touch, for the tour and tests; QML does not see it."""
        course = self._desk.now
        assert course.question is not None
        wanted = range(len(course.question.options)) if course.question.type == "order" else (course.question.right,)
        return tuple(course.shown[course.at].index(index) for index in wanted)

    def _standing(self, course: play.Course) -> tuple[int, ...]:
        """Options as they stand; an order that was found stands in it."""
        shown = course.shown[course.at]
        found = course.view == "right" and course.question is not None and course.question.type == "order"
        return tuple(sorted(shown)) if found else shown

    def _letter(self, course: play.Course, index: int, place: int) -> str:
        question = course.question
        if question is not None and question.type == "order":
            if course.view == "right":
                return str(index + 1)
            chosen = course.wrong or course.choice
            return str(chosen.index(index) + 1) if index in chosen else ""
        return str(self.tr("甲乙丙丁"))[place]

    def _option_look(self, course: play.Course, question: Question, index: int) -> str:
        if course.view == "right":
            return "right" if question.type == "order" or index == question.right else "past"
        if index in course.wrong:
            return "wrong"
        return "chosen" if index in course.choice else ""
