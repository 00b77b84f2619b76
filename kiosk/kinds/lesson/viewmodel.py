"""A lesson on the screen: learn a step, answer, go on; and a certificate that is recorded before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from shiboken6 import isValid

from kiosk.core.clock import plausible
from kiosk.core.errors import KioskError
from kiosk.kinds.lesson import code, play
from kiosk.kinds.lesson.card import Certificate, day, masked, words
from kiosk.kinds.lesson.model import Lesson, Question
from kiosk.sdk.content import Kind
from kiosk.sdk.qr import square
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

QML_IMPORT_NAME = "kiosk.kinds.lesson"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE = 0.6
"""Seconds after a page came up in which its main button does nothing: the second tap of a double tap."""
STAKE, AWAKE = "lesson", "lesson-film"
LEAST_NUMBER, MOST_NUMBER = 3, 20
MOST_NAME = 12


@QmlElement
@QmlUncreatable("made by the app")
class LessonViewModel(ItemViewModel):
    """A course of `play` as QML reads it.

    `turned` when another page is on the screen, `chosen` when the unsent answer changed, `wrote` when a number or a name
    did, `filmed` when the film starts or ends.
    """

    turned = Signal()
    chosen = Signal()
    wrote = Signal()
    filmed = Signal()

    def __init__(
        self, opened: Opened, content: Lesson, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._lesson = content
        self._cards = {card.uid: card for card in (*opened.related, *opened.links)}
        self._turned_at = -SETTLE
        self._course: play.Course | None = None
        self._blank = play.start(content, 0)
        self._certificate: Certificate | None = None
        self._page = self._number = self._typed = self._name = self._code = ""
        self._qr: dict[str, Any] = {}
        self._busy = self._film_on = self._resumed = False
        self._began = 0.0

    # --- the item ---------------------------------------------------------------------------------------------------

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
        return self._lesson.about

    @Property(int, constant=True)
    def minutes(self) -> int:
        """How long it takes."""
        return self._lesson.minutes

    @Property(int, constant=True)
    def total(self) -> int:
        """Steps."""
        return len(self._lesson.steps)

    # --- where we are -----------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`start`, `who`, `learn`, `ask`, `wrong`, `right`, `finish` or `card`."""
        return self._page or ("start" if self._course is None else self._course.view)

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the step on the screen."""
        return self._now_at.at

    @Property(int, notify=turned)
    def minutesLeft(self) -> int:
        """Whole minutes to the end."""
        return self._now_at.minutes_left

    @Property("QVariantList", notify=turned)
    def steps(self) -> list[dict[str, Any]]:
        """Cells: `word`, `look` (`done`, `now`, `open` or `locked`), `done`."""
        course = self._now_at
        return [
            {"word": step.word, "look": self._look(course, place), "done": place < course.passed}
            for place, step in enumerate(self._lesson.steps)
        ]

    # --- the step ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def key(self) -> str:
        """The sentence to remember."""
        return self._now_at.step.key

    @Property("QStringList", notify=turned)
    def more(self) -> list[str]:
        """Further paragraphs."""
        return list(self._now_at.step.more)

    @Property(QUrl, notify=turned)
    def picture(self) -> QUrl:
        """What is on the wall: the picture of this step, else of the nearest step before it that has one."""
        shown = self._shown_picture
        return self.media(shown.src) if shown else QUrl()

    @Property(str, notify=turned)
    def pictureAlt(self) -> str:
        """The same in words."""
        shown = self._shown_picture
        return shown.alt if shown else ""

    @Property(str, notify=turned)
    def film(self) -> str:
        """Title of the step's own film; empty when it has none."""
        film = self._now_at.step.film
        return (film.title or self.tr("短片")) if film and self.phase == "learn" else ""

    @Property(QUrl, notify=turned)
    def filmUrl(self) -> QUrl:
        """The film."""
        film = self._now_at.step.film
        return self.media(film.src) if film else QUrl()

    @Property(bool, notify=filmed)
    def filmOn(self) -> bool:
        """The film is on the wall."""
        return self._film_on

    @Property("QVariantMap", notify=turned)
    def segment(self) -> dict[str, Any]:
        """The programme of this step: `uid`, `label`; empty when it has none here."""
        card = self._cards.get(self._uid(self._now_at.step.segment)) if self._now_at.step.segment else None
        return {"uid": card.uid, "label": self.tr("去看：%1").replace("%1", card.name or card.title)} if card else {}

    @Property(bool, notify=turned)
    def hasQuestion(self) -> bool:
        """The step asks something."""
        return self._now_at.question is not None

    @Property(bool, notify=turned)
    def passedStep(self) -> bool:
        """The step on the screen is done."""
        return self._now_at.at < self._now_at.passed

    @Property(str, notify=turned)
    def nextWord(self) -> str:
        """Word of the next step; empty on the last one."""
        course = self._now_at
        return self._lesson.steps[course.at + 1].word if course.at + 1 < course.total else ""

    # --- the question -----------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `judge` or `order`; empty without a question."""
        return self._now_at.question.type if self._now_at.question else ""

    @Property(str, notify=turned)
    def prompt(self) -> str:
        """The question."""
        return self._now_at.question.prompt if self._now_at.question else ""

    @Property(str, notify=turned)
    def why(self) -> str:
        """Said once it is answered."""
        return self._now_at.question.why if self._now_at.question and self.phase == "right" else ""

    @Property("QVariantList", notify=chosen)
    def options(self) -> list[dict[str, Any]]:
        """Answers: `letter` (for an order the number of its touch), `text`, `picture`, `look`."""
        course = self._now_at
        question = course.question
        if question is None:
            return []
        return [
            {
                "letter": self._letter(course, index, place),
                "text": question.options[index],
                "picture": self.media(question.pictures[index].src) if question.pictures else QUrl(),
                "look": self._option_look(course, question, index),
            }
            for place, index in enumerate(self._standing(course))
        ]

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Is there a whole answer to send?"""
        return self._now_at.ready

    @Property(int, notify=chosen)
    def picked(self) -> int:
        """How many options are touched."""
        return len(self._now_at.choice)

    # --- who it is --------------------------------------------------------------------------------------------------

    @Property(str, notify=wrote)
    def number(self) -> str:
        """The worker number as far as it was typed."""
        return self._typed

    @Property(bool, notify=wrote)
    def numberReady(self) -> bool:
        """It is long enough to be one."""
        return len(self._typed) >= LEAST_NUMBER

    @Property(str, notify=wrote)
    def known(self) -> str:
        """The number this lesson is being taken under, masked; empty without one."""
        return masked(self._number)

    @Property(str, notify=wrote)
    def name(self) -> str:
        """The name for the certificate."""
        return self._name

    @Property(bool, notify=wrote)
    def busy(self) -> bool:
        """The record book is being asked or written."""
        return self._busy

    # --- the certificate --------------------------------------------------------------------------------------------

    @Property("QVariantMap", notify=turned)
    def card(self) -> dict[str, Any]:
        """The certificate, once it is recorded: `name`, `number`, `day`, `code`, `edition`, `qr`."""
        made = self._certificate
        if made is None:
            return {}
        return {
            "name": made.name, "number": masked(made.number), "day": day(made.day, self.services.lang()),
            "code": code.spaced(made.code), "edition": made.edition, "qr": self._qr,
        }  # fmt: skip

    @Property("QVariantMap", notify=turned)
    def invitation(self) -> dict[str, Any]:
        """What to go on with: `uid`, `label`; empty when nothing of it is here."""
        links = (self._uid(link) for link in (*self._lesson.reads, *(c.uid for c in self.opened.related)))
        card = next((self._cards[uid] for uid in links if uid in self._cards), None)
        return {"uid": card.uid, "label": self.tr("接着看：%1").replace("%1", card.name or card.title)} if card else {}

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """From the first step, without saying who it is."""
        if self.phase == "start" and self._settled():
            self._start(0)

    @Slot()
    def askWho(self) -> None:
        """To the number pad."""
        if self.phase == "start" and self._settled():
            self._show("who")

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad, a keyboard or a card reader: a figure, a letter, or `back`."""
        if self._busy or self.phase not in ("start", "who", "finish"):
            return
        if self.phase == "start":
            self._show("who")  # a card was read
        if key == "back":
            self._typed = self._typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isalnum() and len(self._typed) < MOST_NUMBER:
            self._typed += key.upper()
        self.wrote.emit()

    @Slot()
    def resume(self) -> None:
        """Look for what this number has learnt, and go on there."""
        if self.phase != "who" or self._busy or not self.numberReady:
            return
        number, uid, edition, total = self._typed, self.opened.uid, self._lesson.edition, self.total
        self._set_busy(True)
        self.services.recorder.ask(
            lambda pages: play.resume(pages.of("lesson", uid, pages.expected(number)), edition, total),
            lambda result: self._found(number, result),
        )

    @Slot(int)
    def go(self, step: int) -> None:
        """Touch the cell of a step."""
        if self._course is not None and not self._page:
            self._turn(play.go(self._course, step))

    @Slot()
    def forward(self) -> None:
        """From the text to the question, or past a step without one."""
        if self.phase == "learn" and self._course is not None and self._settled():
            self._turn(play.forward(self._course))

    @Slot()
    def again(self) -> None:
        """Once more the text of this step."""
        if self._course is not None and not self._page:
            self._turn(play.again(self._course))

    @Slot(int)
    def tap(self, place: int) -> None:
        """Touch an option."""
        if self._course is not None:
            turned = self._course.view
            self._course = play.tap(self._course, place)
            if self._course.view != turned:
                self.turned.emit()
            self.chosen.emit()

    @Slot()
    def submit(self) -> None:
        """Send the answer; nothing happens before there is a whole one."""
        course = self._course
        if course is None or not course.ready or course.question is None or not self._settled():
            return
        judged = play.submit(course)
        self._record(
            {
                "event": "answer", "step": course.at + 1, "prompt": course.question.prompt.replace("\n", ""),
                "right": judged.view == "right", "first": course.misses[course.at] == 0, "try": course.misses[course.at] + 1,
            }
        )  # fmt: skip
        self._turn(judged)

    @Slot()
    def onward(self) -> None:
        """To the next step, or to the end."""
        if self.phase == "right" and self._course is not None and self._settled():
            self._turn(play.onward(self._course))

    @Slot(str)
    def writeName(self, name: str) -> None:
        """The field of the name holds `name` now."""
        if not self._busy:
            self._name = name.strip()[:MOST_NAME]
            self.wrote.emit()

    @Slot()
    def certify(self) -> None:
        """Record the certificate; it is shown when it is on the disk."""
        course = self._course
        if self.phase != "finish" or course is None or self._busy or not self._settled():
            return
        now = self.services.clock.now()
        number = self._number or (self._typed if self.numberReady else "")
        if not self._code:
            self._code = code.code_from(f"{self.services.seed()} {now.isoformat()} {self._now()}")
        made = Certificate(
            self.title,
            self._lesson.edition,
            self._code,
            now.astimezone() if plausible(now) else None,
            self._name,
            number,
        )
        payload = {
            "event": "certificate", "code": made.code, "edition": made.edition, "title": self.title,
            "steps": self.total, "misses": sum(course.misses),
        }  # fmt: skip
        self._set_busy(True)
        self.services.recorder.submit(
            "lesson", self.opened.uid, payload, lambda result: self._certified(made, result),
            person=number or self._name, once=f"lesson {made.code}", rule=_of_the_house(number) if number else None,
        )  # fmt: skip

    @Slot()
    def restart(self) -> None:
        """The start page again, for whoever is next."""
        if self.phase == "card" and self._settled():
            self._reset()
            self._changed()

    @Slot()
    def leaveWho(self) -> None:
        """Back from the number pad without a number."""
        if self.phase == "who" and not self._busy:
            self._typed = ""
            self._show("")

    @Slot(bool)
    def playFilm(self, on: bool) -> None:
        """Put the film on the wall, or take it away."""
        on = on and self.phase == "learn" and self._now_at.step.film is not None
        if on == self._film_on:
            return
        if on:
            from kiosk.design.video import painted  # noqa: F401 - registers the painted surface; only with a film
        self._film_on = on
        self.services.navigator.keepAwake(AWAKE, on)
        self.filmed.emit()

    @Slot()
    def filmFailed(self) -> None:
        """The film cannot be played here: say so, and go on with the text."""
        self.playFilm(False)
        self.services.navigator.say(self.tr("这段片子放不出来"), self.tr("文字和图都在，照样可以往下学"), "bad")

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with another item."""
        self.playFilm(False)
        self.services.navigator.openItem(uid)

    def right_answer(self) -> tuple[int, ...]:
        """Places to touch, for the tour and tests; QML does not see it."""
        course = self._now_at
        assert course.question is not None
        wanted = range(len(course.question.options)) if course.question.type == "order" else (course.question.right,)
        return tuple(course.shown[course.at].index(index) for index in wanted)

    def step_back(self) -> bool:
        """From a question to its text, from a step to the one before it."""
        if self._busy or self.phase in ("start", "card"):
            return self._busy
        if self.phase == "who":
            self.leaveWho()
            return True
        course = self._now_at
        if self._film_on:
            self.playFilm(False)
        elif course.view in ("ask", "wrong", "right"):
            self._turn(play.again(course))
        elif course.view == "finish":
            self._turn(play.go(course, course.total - 1))
        elif course.at > 0:
            self._turn(play.go(course, course.at - 1))
        else:
            return False
        return True

    def leave(self) -> None:
        """Without a number, what was learnt is gone with the page; a name always is."""
        self.playFilm(False)
        self._typed = self._number = self._name = ""
        self.services.navigator.atStake(STAKE, False)

    # --- inner ------------------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        """Nothing of the one before is left."""
        self._course = self._certificate = None
        self._page = self._number = self._typed = self._name = self._code = ""
        self._qr = {}
        self._busy = self._film_on = self._resumed = False

    @property
    def _now_at(self) -> play.Course:
        return self._blank if self._course is None else self._course

    @property
    def _shown_picture(self) -> Any:
        steps = self._lesson.steps
        before = (steps[i].picture for i in range(self._now_at.at, -1, -1))
        return next((p for p in before if p), None) or next((s.picture for s in steps if s.picture), None)

    def _look(self, course: play.Course, place: int) -> str:
        if place == course.at and self.phase not in ("start", "who", "finish", "card"):
            return "now"
        return "done" if place < course.passed else "open" if place == course.passed else "locked"

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

    def _start(self, passed: int) -> None:
        self._page = ""
        self._resumed = passed > 0
        self._course = play.start(self._lesson, self.services.seed(), passed)
        self._began = self._now()
        self._record({"event": "start", "resumed": self._resumed})
        self._changed()

    def _found(self, number: str, result: Result[int]) -> None:
        """The book has said how far this number is."""
        if not isValid(self) or self.phase != "who":
            return
        self._busy = False
        say = self.services.navigator.say
        if isinstance(result, Err):
            self.wrote.emit()
            if self._stranger(result.error):
                return
            say(self.tr("学习记录现在读不出来"), self.tr("可以先不报工号，从头学起"), "bad")
            return
        self._number, self._typed = number, ""
        self._start(result.value)
        if result.value == self.total:
            say(self.tr("这一课你学完了"), self.tr("还没领证书，现在就领"), "good")
        elif result.value:
            say(self.tr("接着第 %1 步").replace("%1", str(result.value + 1)), self.tr("前面的步子都给你留着"), "good")

    def _turn(self, changed: play.Course) -> None:
        """Another page is up; a step that was just done is recorded first, so that nothing later can lose it."""
        before = self._course
        assert before is not None
        if changed is before:
            return
        if changed.passed > before.passed:
            self._passed(changed)
        self._course = changed
        if self._film_on:
            self.playFilm(False)
        self._changed()

    def _passed(self, course: play.Course) -> None:
        if self._number:
            payload = {"event": "step", "passed": course.passed, "edition": self._lesson.edition}
            self.services.recorder.submit("lesson", self.opened.uid, payload, self._kept, person=self._number)
        if course.done:
            time = {} if self._resumed else {"ms": round((self._now() - self._began) * 1000)}
            self._record({"event": "finish", **time})

    def _kept(self, result: Result[int]) -> None:
        if isinstance(result, Err) and isValid(self):
            self.services.navigator.say(self.tr("这一步没有记上"), self.tr("可以接着学，只是下次要从前面开始"), "bad")

    def _stranger(self, error: KioskError) -> bool:
        """Says that a number is not on the roster, when that is what is wrong."""
        lang = self.services.lang()
        if error.code == "NOT_ON_ROSTER":
            self.services.navigator.say(error.message(lang), error.hint(lang), "bad")
        return error.code == "NOT_ON_ROSTER"

    def _certified(self, made: Certificate, result: Result[int]) -> None:
        """The book has the certificate, or has not and never will."""
        if not isValid(self) or self.phase != "finish" or made.code != self._code:
            return
        self._busy = False
        if isinstance(result, Err):
            self.wrote.emit()
            if self._stranger(result.error):
                return
            self.services.navigator.say(self.tr("证书没有存上"), self.tr("请再点一次，还不行就告诉工会的同志"), "bad")
            return
        self._certificate = made
        self._qr = dict(square(words(made, self.services.lang())))
        self._show("card")

    def _show(self, page: str) -> None:
        self._page = page
        self._changed()

    def _changed(self) -> None:
        self._turned_at = self._now()
        course = self._course
        self.services.navigator.atStake(STAKE, course is not None and self.phase != "card")
        self.turned.emit()
        self.chosen.emit()
        self.wrote.emit()

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self.wrote.emit()

    def _record(self, payload: dict[str, Any]) -> None:
        whole = {"edition": self._lesson.edition, "title": self.title, **payload}
        self.services.recorder.append("lesson", self.opened.uid, whole)

    def _uid(self, link: str) -> str:
        return link if "/" in link else f"{self.opened.uid.split('/')[0]}/{link}"

    def _now(self) -> float:
        return self.services.clock.monotonic()

    def _settled(self) -> bool:
        return self._now() - self._turned_at >= SETTLE


def _of_the_house(number: str) -> Rule:
    def rule(pages: Pages) -> None:
        pages.expected(number)

    return rule
