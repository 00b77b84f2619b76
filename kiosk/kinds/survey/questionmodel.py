"""The question on the screen: what it asks, how its answer stands, and every touch that changes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.survey import answering, words
from kiosk.kinds.survey.model import Question
from kiosk.kinds.survey.seat import Seat
from kiosk.kinds.survey.sitting import Sitting

QML_IMPORT_NAME = "kiosk.kinds.survey"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class SurveyQuestionViewModel(QObject):
    """The question of the sitting. `turned` when it is another one, `chosen` when its answer changed."""

    turned = Signal()
    chosen = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        seat.turned.connect(self.turned)
        seat.chosen.connect(self.chosen)

    @Property(str, notify=turned)
    def ask(self) -> str:
        """The question."""
        return self._question.ask

    @Property(str, notify=turned)
    def note(self) -> str:
        """The line under it; may be empty."""
        return self._question.note

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `multiple`, `scale`, `matrix`, `ranking`, `text` or `number`."""
        return self._question.type

    @Property(str, notify=turned)
    def id(self) -> str:
        """Its id; changes when another question comes up."""
        return self._question.id

    @Property("QVariantList", notify=chosen)
    def options(self) -> list[dict[str, Any]]:
        """See `words.options`."""
        return words.options(self._sitting)

    @Property(int, notify=turned)
    def optionCount(self) -> int:
        """How many options there are to touch."""
        return len(words.options(self._sitting))

    @Property("QStringList", notify=turned)
    def columns(self) -> list[str]:
        """Columns of a matrix."""
        return [o.text for o in self._question.options] if self._question.type == "matrix" else []

    @Property("QVariantList", notify=chosen)
    def rows(self) -> list[dict[str, Any]]:
        """See `words.rows`."""
        return words.rows(self._sitting)

    @Property(int, notify=turned)
    def rowCount(self) -> int:
        """How many rows a matrix has."""
        return len(self._question.rows)

    @Property(str, notify=chosen)
    def typed(self) -> str:
        """What is written, a text or a number."""
        return self._sitting.answer[0] if self._sitting.answer and self.type in ("text", "number") else ""

    @Property(int, notify=turned)
    def longest(self) -> int:
        """Characters that a text may have."""
        return self._question.most if self.type == "text" else 0

    @Property(str, notify=turned)
    def unit(self) -> str:
        """Behind a number; may be empty."""
        return self._question.unit

    @Property(bool, notify=turned)
    def point(self) -> bool:
        """A number with places after the point."""
        return self._question.decimals > 0

    @Property(bool, notify=turned)
    def minus(self) -> bool:
        """A number that may be below zero."""
        return self.type == "number" and self._question.least < 0

    @Property(bool, notify=chosen)
    def ready(self) -> bool:
        """Whether it goes on from here."""
        return self._sitting.ready or (self._sitting.phase == "asking" and self._sitting.at in self._sitting.skipped)

    @Property(bool, notify=turned)
    def skippable(self) -> bool:
        """Whether one may rather not answer."""
        return not self._question.required

    @Property(bool, notify=chosen)
    def undoable(self) -> bool:
        """Whether a ranking has something to take back."""
        return self.type == "ranking" and bool(self._sitting.answer)

    @Property(bool, notify=chosen)
    def last(self) -> bool:
        """After this question comes the review."""
        path = self._sitting.path
        at_end = bool(path) and path[-1] == self._sitting.at
        return at_end or (self._sitting.returning and all(self._sitting.settled(i) for i in path))

    @Property(str, notify=chosen)
    def status(self) -> str:
        """How the answer stands, in a sentence."""
        question, answer = self._question, self._sitting.answer
        if self._sitting.at in self._sitting.skipped:
            return self.tr("这一问跳过了，还能答。")
        match question.type:
            case "single" | "scale":
                if not answer:
                    return self.tr("碰一下就选上。")
                return self.tr("已选“%1”，还能改。").replace("%1", question.option(answer[0]))
            case "multiple":
                return self._chosen_of(question, len(answer))
            case "ranking":
                return self._ranked_of(question, len(answer))
            case "matrix":
                left = len(question.rows) - sum(map(bool, answer))
                return self.tr("还有 %1 行没选。").replace("%1", str(left)) if left else self.tr("都选了，还能改。")
            case "text":
                left = question.most - len(answer[0] if answer else "")
                return self.tr("还能写 %1 个字。").replace("%1", str(left))
            case "number":
                within = self.tr("填 %1 到 %2 之间的数。")
                return within.replace("%1", str(question.least)).replace("%2", str(question.most))

    @Slot(int)
    def tap(self, place: int) -> None:
        """Touch an option."""
        self._seat.keep(answering.tap(self._sitting, place))

    @Slot(int, int)
    def mark(self, row: int, column: int) -> None:
        """Touch a column in a row of a matrix."""
        self._seat.keep(answering.mark(self._sitting, row, column))

    @Slot(str)
    def write(self, said: str) -> None:
        """The field holds this now."""
        self._seat.keep(answering.write(self._sitting, said))

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the number pad."""
        self._seat.keep(answering.press(self._sitting, key))

    @Slot()
    def undo(self) -> None:
        """Ranking: take the last number back."""
        self._seat.keep(answering.undo(self._sitting))

    @property
    def _sitting(self) -> Sitting:
        return self._seat.sitting

    @property
    def _question(self) -> Question:
        return self._seat.sitting.question

    def _chosen_of(self, question: Question, count: int) -> str:
        if count == 1 and self._sitting.answer[0] in question.alone:
            return self.tr("已选“%1”，还能改。").replace("%1", question.option(self._sitting.answer[0]))
        if count < question.least:
            if question.least == 1:
                return self.tr("可以选几个，最多 %1 个。").replace("%1", str(question.most))
            few = self.tr("选了 %1 个，至少选 %2 个。")
            return few.replace("%1", str(count)).replace("%2", str(question.least))
        if count == question.most < len(question.options):
            return self.tr("选了 %1 个，最多这么多。").replace("%1", str(count))
        return self.tr("选了 %1 个，还能改。").replace("%1", str(count))

    def _ranked_of(self, question: Question, count: int) -> str:
        if count < question.least:
            more = self.tr("按先后碰，还要排 %1 个。")
            return more.replace("%1", str(question.least - count))
        return self.tr("排了 %1 个，还能改。").replace("%1", str(count))
