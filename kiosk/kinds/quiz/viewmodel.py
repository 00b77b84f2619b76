"""A quiz on the screen: which page is up, which way to play was chosen, and the records of a round."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import modes, play, review
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.question import QuizQuestionViewModel
from kiosk.kinds.quiz.rooms import RoomsViewModel
from kiosk.kinds.quiz.rules import Mode
from kiosk.sdk.content import Kind
from kiosk.sdk.page import Pace
from kiosk.sdk.ui import Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "quiz"


@QmlElement
@QmlUncreatable("made by the app")
class QuizViewModel(RoomsViewModel):
    """A round of `play` as QML reads it; `turned` when another page, mode or question is on the screen."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Quiz, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._began = 0.0
        self._round = ""  # names the records of one round
        self._pace = Pace(services.clock)
        self._mode: Mode = content.rules.modes[0]
        self._page = ""  # the page beside the round, empty while the round itself is on the screen
        self._reviewing = -1
        self._for_ticket = False  # who signs in wants to see a ticket, not to play
        self._desk.signed.connect(self._signed)
        self._desk.accepted.connect(self._accepted)
        self._draw.confirm.opened.connect(lambda: self._go("confirm"))
        self._draw.confirm.closed.connect(lambda: self._go("draw") if self._page == "confirm" else None)
        self._question = QuizQuestionViewModel(services, self)
        self._question.judged.connect(self._answered)

    # --- the item ---------------------------------------------------------------------------------------------------

    @Property(int, notify=turned)
    def total(self) -> int:
        """Questions of a round."""
        return modes.total(self._quiz, self._mode)

    @Property(int, notify=turned)
    def seconds(self) -> int:
        """Time for each question; 0 is no clock."""
        return modes.seconds(self._quiz, self._mode)

    @Property(int, notify=turned)
    def minutes(self) -> int:
        """Time for the whole paper; 0 when questions have their own clock or none."""
        return self._quiz.rules.exam_minutes if self._mode == "exam" else 0

    @Property(int, notify=turned)
    def passMark(self) -> int:
        """Right answers wanted; 0 when there is no such line."""
        return modes.pass_mark(self._quiz, self._mode)

    @Property(str, notify=turned)
    def mode(self) -> str:
        """The chosen one."""
        return self._mode

    @Property(bool, notify=turned)
    def counts(self) -> bool:
        """Does the chosen mode belong to a person and to the boards?"""
        return self._quiz.rules.counts(self._mode)

    # --- the page ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`start`, `sign`, `board`, `duel`, `relay`, `draw`, `confirm`, `asking`, `explained`, `done` or `review`."""
        return self._page or (self._play.phase if self._play else "start")

    @Property(QuizQuestionViewModel, constant=True)
    def question(self) -> QuizQuestionViewModel:
        """The question on the screen."""
        return self._question

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the question on the screen."""
        return self._play.at if self._play else 0

    @Property(int, notify=turned)
    def answered(self) -> int:
        """Questions answered so far."""
        return len(self._play.replies) if self._play else 0

    @Property(int, notify=turned)
    def score(self) -> int:
        """Right answers so far."""
        return self._play.score if self._play else 0

    # --- what a visitor does ------------------------------------------------------------------------------------------

    @Slot(str)
    def pick(self, mode: str) -> None:
        """Choose a way to play."""
        if self.phase == "start" and mode in self._quiz.rules.modes:
            self._mode = mode
            self.turned.emit()

    @Slot()
    def start(self) -> None:
        """Begin a round of the chosen mode; again after the end. A round that counts asks who plays first."""
        if self.phase not in ("start", "done") or not self._settled():
            return
        if self._mode in ("duel", "relay"):
            (self._duel if self._mode == "duel" else self._relay).open()
            self.services.navigator.atStake(STAKE, True)
            self._go(self._mode)
        elif not self.counts:
            self._play_on("")
        elif not self._desk.shown:
            self._go("sign")
        else:
            self._desk.begin(self._mode, self.total)

    @Slot()
    def toBoard(self) -> None:
        """Show the leader boards."""
        if self.phase in ("start", "done") and self.boards:
            self._board.refresh(self._desk.person)
            self._go("board")

    @Slot()
    def toDraw(self) -> None:
        """Show the prize draw."""
        if self.phase == "start" and self._draw.offered:
            self._draw.refresh(self._desk.person)
            self._go("draw")

    @Slot()
    def askTicket(self) -> None:
        """Sign in to see one's own ticket."""
        if self.phase == "draw":
            self._draw.part()
            self._desk.forget()
            self._for_ticket = True
            self._go("sign")

    @Slot()
    def toStart(self) -> None:
        """Back to the start page."""
        if self.phase in ("done", "sign", "board", "duel", "relay", "draw"):
            self._question.show(None)
            self._beside()
            self._go("")

    @Slot(int)
    def look(self, step: int) -> None:
        """Review the paper: 0 begins, 1 and -1 turn the page; before the first and after the last it ends."""
        if not self._play or self._play.phase != "done":
            return
        at = 0 if step == 0 else self._reviewing + step
        if 0 <= at < len(self._play.replies):
            self._reviewing = at
            self._answer.show(self._play.asked[at], self._play.replies[at], at + 1)
            self._go("review")
        else:
            self._go("")

    @Slot()
    def next(self) -> None:
        """Leave the explanation."""
        if not self._play or self._play.phase != "explained" or not self._settled():
            return
        self._turn(play.next(self._play, self._now()))

    @Slot()
    def advance(self) -> None:
        """What the red button of this page does."""
        if self.phase == "review":
            self.look(1)
        else:
            pages = {
                "sign": self._sign.confirm,
                "draw": self._draw.advance,
                "confirm": self._draw.confirm.confirm,
                "asking": self._question.confirm,
                "explained": self.next,
                "board": self.toStart,
            }
            pages.get(self.phase, self.start)()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Read on."""
        self.services.navigator.openItem(uid)

    @Slot()
    def back(self) -> None:
        """Back to the list."""
        self.services.navigator.back()

    def leave(self) -> None:
        """Stop the clock; an unfinished round is gone."""
        self._question.stop()
        self._desk.drop()
        self._duel.close()
        self._relay.close()
        self._draw.part()
        self.services.navigator.atStake(STAKE, False)

    def step_back(self) -> bool:
        """From a page beside the round back to it, or to the start page."""
        if not self._page:
            return False
        if self._page == "confirm":
            self._draw.confirm.close()
            return True
        self._beside()
        self._go("")
        return True

    # --- inner --------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _answered(self, answered: play.Play) -> None:
        """Keep the judged answer; the record goes first, so that nothing later can lose it."""
        record = {**play.answer_record(answered), "mode": self._mode, "round": self._round}
        self.services.recorder.append("quiz", self.opened.uid, record)
        at = len(answered.replies) - 1
        self._answer.show(answered.asked[at], answered.replies[at], at + 1, answered.streak)
        self._turn(answered)

    def _play_on(self, day: str) -> None:
        """The first question."""
        self._page = ""
        self._began = self._now()
        self._round = self._desk.round or secrets.token_hex(8)
        state = modes.begin(self._quiz, self._mode, self.services.seed(), self._began, uid=self.opened.uid, day=day)
        self.services.navigator.atStake(STAKE, True)
        self._turn(state)

    @Slot(str)
    def _accepted(self, day: str) -> None:
        if self.phase in ("start", "sign", "done"):
            self._play_on(day)

    @Slot()
    def _signed(self) -> None:
        if self._page == "sign" and self._for_ticket:
            self._for_ticket = False
            self._draw.refresh(self._desk.person)
            self._go("draw")
        elif self._page == "sign":
            self._desk.begin(self._mode, self.total)

    def _finished(self, state: play.Play) -> None:
        """The round is over."""
        self.services.navigator.atStake(STAKE, False)
        ms = round((self._now() - self._began) * 1000)
        record = {**review.result_record(state, ms), "mode": self._mode, "round": self._round}
        self.services.recorder.append("quiz", self.opened.uid, record)
        self._end.show(state)
        self._desk.finish(state)

    def _beside(self) -> None:
        """A page beside the round is left."""
        self._for_ticket = False
        self._draw.part()
        if self._page in ("duel", "relay"):
            self._duel.close()
            self._relay.close()
            self.services.navigator.atStake(STAKE, False)

    def _go(self, page: str) -> None:
        self._page = page
        self._reviewing = self._reviewing if page == "review" else -1
        self._pace.turned()
        self.turned.emit()

    def _turn(self, state: play.Play) -> None:
        """Another page or question is up."""
        self._pace.turned()
        self._question.show(state, self.minutes * 60 or self.seconds)
        if state.phase == "done":
            self._finished(state)
        self.turned.emit()

    @property
    def _play(self) -> play.Play | None:
        return self._question.play

    def _now(self) -> float:
        return self._pace.now

    def _settled(self) -> bool:
        return self._pace.settled
