"""A quiz on the screen: start page, questions against the clock, explanations, result."""

from __future__ import annotations

import math
import secrets
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import modes, play, review
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.rooms import RoomsViewModel
from kiosk.kinds.quiz.rules import Mode
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

TICK = 200
"""Milliseconds between two looks at the clock."""
URGENT = 10
"""Seconds left from which the countdown is red."""
SETTLE = 0.6
"""Seconds after a page came up in which its main button does nothing: the second tap of a double tap, or a tap meant for
the page before."""
MOST_DIGITS = 12
STAKE = "quiz"


@QmlElement
@QmlUncreatable("made by the app")
class QuizViewModel(RoomsViewModel):
    """A round of `play` as QML reads it.

    `turned` when another page, mode or question is on the screen, `chosen` when the unsent answer changed, `ticked` when the
    countdown moved.
    """

    turned = Signal()
    chosen = Signal()
    ticked = Signal()

    def __init__(
        self, opened: Opened, content: Quiz, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._play: play.Play | None = None
        self._picked: tuple[int, ...] = ()  # order question: indices in the sequence of the taps so far
        self._began = 0.0
        self._round = ""  # names the records of one round
        self._turned_at = -SETTLE
        self._left: float | None = None
        self._mode: Mode = content.rules.modes[0]
        self._page = ""  # the page beside the round, empty while the round itself is on the screen
        self._reviewing = -1
        self._for_ticket = False  # who signs in wants to see a ticket, not to play
        self._desk.signed.connect(self._signed)
        self._desk.accepted.connect(self._accepted)
        self._draw.confirm.opened.connect(lambda: self._go("confirm"))
        self._draw.confirm.closed.connect(lambda: self._go("draw") if self._page == "confirm" else None)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

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
        whole = self.minutes * 60 or self.seconds
        return 0.0 if self._left is None or not whole else self._left / whole

    @Property(bool, notify=ticked)
    def urgent(self) -> bool:
        """The last seconds."""
        return self._left is not None and self._left <= URGENT

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
            self._play = None
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
        self._answered(play.submit(asked, self._now()))

    @Slot()
    def next(self) -> None:
        """Leave the explanation."""
        if not self._play or self._play.phase != "explained" or not self._settled():
            return
        self._play = play.next(self._play, self._now())
        self._turn()

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
                "asking": self.confirm,
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
        self._timer.stop()
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

    def _tick(self) -> None:
        if not self._play or self._play.phase != "asking":
            return
        left = self._play.left(self._now())
        if left == 0.0:
            # What was not confirmed is not an answer.
            self._answered(play.time_out(replace(self._play, choice=(), typed=""), self._now()))
        elif left != self._left:
            self._left = left
            self.ticked.emit()

    def _answered(self, answered: play.Play) -> None:
        """Keep the judged answer; the record goes first, so that nothing later can lose it."""
        self._play = answered
        record = {**play.answer_record(answered), "mode": self._mode, "round": self._round}
        self.services.recorder.append("quiz", self.opened.uid, record)
        at = len(answered.replies) - 1
        self._answer.show(answered.asked[at], answered.replies[at], at + 1, answered.streak)
        self._turn()

    def _play_on(self, day: str) -> None:
        """The first question."""
        self._page = ""
        self._began = self._now()
        self._round = self._desk.round or secrets.token_hex(8)
        self._play = modes.begin(
            self._quiz, self._mode, self.services.seed(), self._began, uid=self.opened.uid, day=day
        )
        self.services.navigator.atStake(STAKE, True)
        self._turn()

    def _accepted(self, day: str) -> None:
        if self.phase in ("start", "sign", "done"):
            self._play_on(day)

    def _signed(self) -> None:
        if self._page == "sign" and self._for_ticket:
            self._for_ticket = False
            self._draw.refresh(self._desk.person)
            self._go("draw")
        elif self._page == "sign":
            self._desk.begin(self._mode, self.total)

    def _finished(self) -> None:
        """The round is over."""
        assert self._play is not None
        self.services.navigator.atStake(STAKE, False)
        ms = round((self._now() - self._began) * 1000)
        record = {**review.result_record(self._play, ms), "mode": self._mode, "round": self._round}
        self.services.recorder.append("quiz", self.opened.uid, record)
        self._end.show(self._play)
        self._desk.finish(self._play)

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
        self._turned_at = self._now()
        self.turned.emit()

    def _turn(self) -> None:
        """Another page or question is up."""
        self._picked = ()
        self._turned_at = self._now()
        if self._play and self._play.phase == "done":
            self._finished()
        asking = self._play is not None and self._play.phase == "asking"
        self._left = self._play.left(self._turned_at) if self._play else None
        if asking and self._left is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self.turned.emit()
        self.chosen.emit()
        self.ticked.emit()

    def _now(self) -> float:
        return self.services.clock.monotonic()

    def _settled(self) -> bool:
        return self._now() - self._turned_at >= SETTLE

    def _letter(self, place: int) -> str:
        return self.tr("甲乙丙丁戊己庚辛")[place]


def _is_number(words: str) -> bool:
    said = play.normal(words)
    return said.isascii() and said.replace(".", "", 1).isdigit()
