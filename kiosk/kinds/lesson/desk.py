"""The course that is being taken, and which page of it is up; for all parts of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kiosk.core.errors import KioskError
from kiosk.kinds.lesson import play
from kiosk.kinds.lesson.model import Lesson
from kiosk.sdk.page import Pace
from kiosk.sdk.ui import Card, Err, Opened, Result, Services


class Desk(QObject):
    """Where the learner is. `turned` when another page is up, `chosen` when the unsent answer changed.

    Attributes:
        course: the course; None before it was begun.
        page: a page that is none of the course (`who`, `card`); empty on those of the course.
        number: the worker number it is taken under; may be empty.
    """

    turned = Signal()
    chosen = Signal()

    def __init__(self, lesson: Lesson, opened: Opened, title: str, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.lesson = lesson
        self.opened = opened
        self.title = title
        self.services = services
        self.pace = Pace(services.clock)
        self.cards: Mapping[str, Card] = {card.uid: card for card in (*opened.related, *opened.links)}
        self.course: play.Course | None = None
        self.page = self.number = ""
        self._blank = play.start(lesson, 0)
        self._resumed = False
        self._began = 0.0

    @property
    def now(self) -> play.Course:
        """The course, or how it will begin."""
        return self._blank if self.course is None else self.course

    @property
    def phase(self) -> str:
        """`start`, `who`, `learn`, `ask`, `wrong`, `right`, `finish` or `card`."""
        return self.page or ("start" if self.course is None else self.course.view)

    def card(self, link: str) -> Card | None:
        """The item behind a link; None when it is not here."""
        return self.cards.get(link if "/" in link else f"{self.opened.uid.split('/')[0]}/{link}")

    def start(self, passed: int) -> None:
        """Begin the course behind what was passed before."""
        self.page = ""
        self._resumed = passed > 0
        self.course = play.start(self.lesson, self.services.seed(), passed)
        self._began = self.pace.now
        self.record({"event": "start", "resumed": self._resumed})
        self.changed()

    def turn(self, changed: play.Course) -> None:
        """Another page is up; a step that was just done is recorded first, so that nothing later can lose it."""
        before = self.course
        assert before is not None
        if changed is before:
            return
        if changed.passed > before.passed:
            self._passed(changed)
        self.course = changed
        self.changed()

    def keep(self, changed: play.Course) -> None:
        """The answer as it is now; a wrong one is taken away by the next touch, and that is another page."""
        turned = self.now.view
        self.course = changed
        if changed.view != turned:
            self.turned.emit()
        self.chosen.emit()

    def show(self, page: str) -> None:
        """Put a page up that is none of the course; empty: back to the course."""
        self.page = page
        self.changed()

    def changed(self) -> None:
        """Say that another page is up."""
        self.pace.turned()
        self.turned.emit()
        self.chosen.emit()

    def reset(self) -> None:
        """Nothing of the one before is left."""
        self.course = None
        self.page = self.number = ""
        self._resumed = False

    def record(self, payload: dict[str, Any]) -> None:
        """Something happened in the lesson."""
        whole = {"edition": self.lesson.edition, "title": self.title, **payload}
        self.services.recorder.append("lesson", self.opened.uid, whole)

    def stranger(self, error: KioskError) -> bool:
        """Says that a number is not on the roster, when that is what is wrong."""
        lang = self.services.lang()
        if error.code == "NOT_ON_ROSTER":
            self.services.navigator.say(error.message(lang), error.hint(lang), "bad")
        return error.code == "NOT_ON_ROSTER"

    def _passed(self, course: play.Course) -> None:
        if self.number:
            payload = {"event": "step", "passed": course.passed, "edition": self.lesson.edition}
            self.services.recorder.submit("lesson", self.opened.uid, payload, self._kept, person=self.number)
        if course.done:
            time = {} if self._resumed else {"ms": round((self.pace.now - self._began) * 1000)}
            self.record({"event": "finish", **time})

    def _kept(self, result: Result[int]) -> None:
        if isinstance(result, Err) and isValid(self):
            self.services.navigator.say(self.tr("这一步没有记上"), self.tr("可以接着学，只是下次要从前面开始"), "bad")
