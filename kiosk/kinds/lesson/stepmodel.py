"""The step on the screen: its sentence, its picture, its film."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.lesson.desk import Desk

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1

AWAKE = "lesson-film"


@QmlElement
@QmlUncreatable("made by the app")
class StepViewModel(QObject):
    """The step. `turned` when it is another one, `filmed` when its film starts or ends."""

    turned = Signal()
    filmed = Signal()

    def __init__(self, desk: Desk, media: Callable[[str], QUrl], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._media = media
        self._film_on = False
        self._film_step = 0
        desk.turned.connect(self._turned)

    @Property(str, notify=turned)
    def key(self) -> str:
        """The sentence to remember."""
        return self._desk.now.step.key

    @Property("QStringList", notify=turned)
    def more(self) -> list[str]:
        """Further paragraphs."""
        return list(self._desk.now.step.more)

    @Property(QUrl, notify=turned)
    def picture(self) -> QUrl:
        """What is on the wall: the picture of this step, else of the nearest step before it that has one."""
        shown = self._shown_picture
        return self._media(shown.src) if shown else QUrl()

    @Property(str, notify=turned)
    def pictureAlt(self) -> str:
        """The same in words."""
        shown = self._shown_picture
        return shown.alt if shown else ""

    @Property(str, notify=turned)
    def film(self) -> str:
        """Title of the step's own film; empty when it has none."""
        film = self._desk.now.step.film
        return (film.title or self.tr("短片")) if film and self._desk.phase == "learn" else ""

    @Property(QUrl, notify=turned)
    def filmUrl(self) -> QUrl:
        """The film."""
        film = self._desk.now.step.film
        return self._media(film.src) if film else QUrl()

    @Property(bool, notify=filmed)
    def filmOn(self) -> bool:
        """The film is on the wall."""
        return self._film_on

    @Property("QVariantMap", notify=turned)
    def segment(self) -> dict[str, Any]:
        """The programme of this step: `uid`, `label`; empty when it has none here."""
        card = self._desk.card(self._desk.now.step.segment) if self._desk.now.step.segment else None
        return {"uid": card.uid, "label": self.tr("去看：%1").replace("%1", card.name or card.title)} if card else {}

    @Property(bool, notify=turned)
    def hasQuestion(self) -> bool:
        """The step asks something."""
        return self._desk.now.question is not None

    @Property(bool, notify=turned)
    def passed(self) -> bool:
        """The step on the screen is done."""
        return self._desk.now.at < self._desk.now.passed

    @Property(str, notify=turned)
    def nextWord(self) -> str:
        """Word of the next step; empty on the last one."""
        course = self._desk.now
        return self._desk.lesson.steps[course.at + 1].word if course.at + 1 < course.total else ""

    @Slot(bool)
    def playFilm(self, on: bool) -> None:
        """Put the film on the wall, or take it away."""
        on = on and self._desk.phase == "learn" and self._desk.now.step.film is not None
        if on == self._film_on:
            return
        if on:
            from kiosk.design.video import painted  # noqa: F401 - registers the painted surface; only with a film
        self._film_on = on
        self._film_step = self._desk.now.at
        self._desk.services.navigator.keepAwake(AWAKE, on)
        self.filmed.emit()

    @Slot()
    def filmFailed(self) -> None:
        """The film cannot be played here: say so, and go on with the text."""
        self.playFilm(False)
        self._desk.services.navigator.say(self.tr("这段片子放不出来"), self.tr("文字和图都在，照样可以往下学"), "bad")

    @property
    def _shown_picture(self) -> Any:
        steps = self._desk.lesson.steps
        before = (steps[i].picture for i in range(self._desk.now.at, -1, -1))
        return next((p for p in before if p), None) or next((s.picture for s in steps if s.picture), None)

    @Slot()
    def _turned(self) -> None:
        if self._desk.phase != "learn" or self._desk.now.at != self._film_step:
            self.playFilm(False)
        self.turned.emit()
