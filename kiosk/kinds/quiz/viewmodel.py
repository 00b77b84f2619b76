"""A quiz on the screen: start page, questions against the clock, explanations, result."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import lines, play, review
from kiosk.kinds.quiz.model import Quiz
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Card, ItemViewModel, Opened, Services, card_data, file_url

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
class QuizViewModel(ItemViewModel):
    """A round of `play` as QML reads it.

    `turned` when another page or question is on the screen, `chosen` when the unsent answer changed, `ticked` when the
    countdown moved.
    """

    turned = Signal()
    chosen = Signal()
    ticked = Signal()

    def __init__(
        self, opened: Opened, content: Quiz, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._quiz = content
        self._play: play.Play | None = None
        self._picked: tuple[int, ...] = ()  # order question: indices in the sequence of the taps so far
        self._began = 0.0
        self._turned_at = -SETTLE
        self._left: float | None = None
        self._cards = {card.uid: card for card in (*opened.related, *opened.links)}
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)

    # --- the item ---------------------------------------------------------------------------------------------------

    @Property(str, constant=True)
    def line(self) -> str:
        """The sentence for the wall, broken by meaning; may be empty."""
        return self.header.line

    @Property(str, constant=True)
    def about(self) -> str:
        """One or two sentences; may be empty."""
        return self._quiz.about

    @Property(int, constant=True)
    def bank(self) -> int:
        """Questions to draw from."""
        return len(self._quiz.questions)

    @Property(int, constant=True)
    def total(self) -> int:
        """Questions of a round."""
        return self._quiz.draw

    @Property(int, constant=True)
    def seconds(self) -> int:
        """Time for each question; 0 is no clock."""
        return self._quiz.seconds

    @Property(int, constant=True)
    def passMark(self) -> int:
        """Right answers wanted."""
        return self._quiz.pass_mark

    # --- the page ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`start`, `asking`, `explained` or `done`."""
        return self._play.phase if self._play else "start"

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the question on the screen."""
        return self._play.at if self._play else 0

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
        return 0.0 if self._left is None or not self._quiz.seconds else self._left / self._quiz.seconds

    @Property(bool, notify=ticked)
    def urgent(self) -> bool:
        """The last seconds."""
        return self._left is not None and self._left <= URGENT

    # --- after an answer --------------------------------------------------------------------------------------------

    @Property(bool, notify=turned)
    def right(self) -> bool:
        """Was the last answer right?"""
        return bool(self._play and self._play.replies and self._play.replies[-1].right)

    @Property("QVariantList", notify=turned)
    def rows(self) -> list[dict[str, Any]]:
        """The options worth showing: `letter`, `text`, `state`, and `put`, the visitor's 1-based place in an order."""
        if not self._play or self._play.phase != "explained":
            return []
        asked, reply = self._play.current, self._play.replies[-1]
        numbered, lettered = asked.question.type == "order", asked.question.type in ("single", "multiple")
        return [
            {
                "letter": str(row.place + 1) if numbered else self._letter(row.place) if lettered else "",
                "text": row.text,
                "state": row.state,
                "put": row.put + 1,
            }
            for row in review.rows(asked, reply)
        ]

    @Property(str, notify=turned)
    def verdict(self) -> str:
        """What became of the answer, with the right one in words, broken into two lines."""
        if not self._play or self._play.phase != "explained":
            return ""
        question = self._play.current.question
        if self.right or question.type in ("multiple", "order"):
            return self.verdictShort
        words = question.right_words[0].rstrip("。.")
        if question.type == "judge":
            words = self.tr("“%1”").replace("%1", words)
        return _trimmed(self._missed().replace("%1", _spaced(words)))

    @Property(str, notify=turned)
    def verdictShort(self) -> str:
        """The same with letters, for a right answer too long for the wall."""
        if not self._play or self._play.phase != "explained":
            return ""
        asked = self._play.current
        if self.right:
            streak = self._play.streak
            return self.tr("对了，\n连对 %1 题。").replace("%1", str(streak)) if streak > 2 else self.tr("对了。")
        if asked.question.type in ("order", "fill"):
            return (
                self.tr("时间到，\n看看答案。") if self._play.replies[-1].timed_out else self.tr("差一点，\n看看答案。")
            )
        letters = (self._letter(place) for place in review.right_places(asked))
        return _trimmed(self._missed().replace("%1", _spaced(self.tr("、").join(letters))))

    @Property(str, notify=turned)
    def explain(self) -> str:
        """Why."""
        return self._play.current.question.explain if self._play else ""

    @Property(str, notify=turned)
    def source(self) -> str:
        """Where that can be looked up."""
        return self._play.current.question.source if self._play else ""

    @Property("QVariantMap", notify=turned)
    def read(self) -> dict[str, Any]:
        """The item to read about this question: `uid`, `label`, `picture`, `listen`; empty when there is none."""
        link = self._play.current.question.read if self._play else ""
        if not link:
            return {}
        uid = self._uid(link)
        card = self._cards.get(uid)
        if card is None:
            return {"uid": uid, "label": self.tr("去看看"), "picture": QUrl(), "listen": False}
        return {"uid": uid, "label": self._invitation(card), "picture": file_url(card.square), "listen": card.listen}

    # --- the end ----------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def resultVerdict(self) -> str:
        """How the round went, in one sentence."""
        if not self._play:
            return ""
        end = play.result(self._play)
        if end.score == end.total:
            return self.tr("全对了。")
        if end.passed:
            return self.tr("过关了。")
        return self.tr("再对 %1 题\n就过关。").replace("%1", str(self._play.pass_mark - end.score))

    @Property("QVariantList", notify=turned)
    def wrong(self) -> list[dict[str, Any]]:
        """The questions answered wrongly: `number`, `prompt`, `right`, `said` (empty: no answer)."""
        if not self._play or self._play.phase != "done":
            return []
        return [
            {
                "number": number,
                "prompt": asked.question.prompt,
                "right": self._joined(asked.question.type, asked.question.right_words),
                "said": self._joined(asked.question.type, review.said(asked.question, reply)),
            }
            for number, (asked, reply) in enumerate(zip(self._play.asked, self._play.replies, strict=True), 1)
            if not reply.right
        ]

    @Property("QVariantList", notify=turned)
    def cards(self) -> list[dict[str, Any]]:
        """What to read next, first what belongs to the missed questions; only items that are here."""
        if not self._play or self._play.phase != "done":
            return []
        missed = [miss.question.read for miss in play.result(self._play).wrong if miss.question.read]
        links = dict.fromkeys(self._uid(link) for link in (*missed, *self._quiz.reads))
        return [card_data(self._cards[uid]) for uid in links if uid in self._cards]

    # --- what a visitor does ------------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Begin a round; again after the end, with other questions."""
        if self.phase not in ("start", "done") or not self._settled():
            return
        self._began = self._now()
        self._play = play.start(self._quiz, self.services.seed(), self._began)
        self.services.navigator.atStake(STAKE, True)
        self._turn()

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
        now = self._now()
        self._play = play.next(self._play, now)
        if self._play.phase == "done":
            self.services.navigator.atStake(STAKE, False)
            ms = round((now - self._began) * 1000)
            self.services.recorder.append("quiz", self.opened.uid, review.result_record(self._play, ms))
        self._turn()

    @Slot()
    def advance(self) -> None:
        """What the red button of this page does."""
        {"start": self.start, "asking": self.confirm, "explained": self.next, "done": self.start}[self.phase]()

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
        self.services.navigator.atStake(STAKE, False)

    # --- setting type -------------------------------------------------------------------------------------------------

    @Slot(str, QFont, float, result=str)
    def broken(self, words: str, font: QFont, width: float) -> str:
        """`words` with line breaks that fit `width` in `font`."""
        return "\n".join(lines.broken(words, width * 0.99, QFontMetricsF(font).horizontalAdvance))

    @Slot(str, QFont, result=float)
    def widest(self, words: str, font: QFont) -> float:
        """Width of the widest line as it is broken."""
        return max((QFontMetricsF(font).horizontalAdvance(line) for line in words.split("\n")), default=0.0)

    # --- inner --------------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        if not self._play:
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
        self.services.recorder.append("quiz", self.opened.uid, play.answer_record(answered))
        self._turn()

    def _turn(self) -> None:
        """Another page or question is up."""
        self._picked = ()
        self._turned_at = self._now()
        asking = self._play is not None and self._play.phase == "asking"
        self._left = self._play.left(self._turned_at) if self._play else None
        if asking and self._quiz.seconds:
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

    def _uid(self, link: str) -> str:
        return link if "/" in link else f"{self.opened.uid.split('/')[0]}/{link}"

    def _letter(self, place: int) -> str:
        return self.tr("甲乙丙丁戊己庚辛")[place]

    def _missed(self) -> str:
        timed_out = bool(self._play and self._play.replies[-1].timed_out)
        return self.tr("时间到，\n是%1。") if timed_out else self.tr("差一点，\n是%1。")

    def _joined(self, kind: str, words: Iterable[str]) -> str:
        return (" → " if kind == "order" else self.tr("、")).join(words)

    def _invitation(self, card: Card) -> str:
        name = card.name or card.title
        if card.kind != "story":
            return self.tr("去看看：%1").replace("%1", name)
        if not card.listen:
            return self.tr("读%1的故事").replace("%1", name)
        minutes = max(1, round(card.seconds / 60))
        return self.tr("听%1的故事 %2 分钟").replace("%1", name).replace("%2", str(minutes))


def _is_number(words: str) -> bool:
    said = play.normal(words)
    return said.isascii() and said.replace(".", "", 1).isdigit()


def _spaced(words: str) -> str:
    """A space between Han and a figure or letter, as on a poster: `是 1205。`."""
    return f" {words}" if words[:1].isascii() and words[:1].isalnum() else words


def _trimmed(words: str) -> str:
    return "\n".join(line.replace("  ", " ").strip() for line in words.split("\n"))
