"""A survey on the screen: first page, one question a page, review, thanks, and perhaps what all have answered."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import plausible
from kiosk.kinds.survey import days, play, quota, words
from kiosk.kinds.survey.model import Question, Survey
from kiosk.kinds.survey.results import Bar, Results, results
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.survey"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE = 0.6
"""Seconds after a page came up in which its buttons do nothing: the second tap of a double tap."""
STAKE = "survey"


@QmlElement
@QmlUncreatable("made by the app")
class SurveyViewModel(ItemViewModel):
    """A sitting of `play` as QML reads it.

    `turned` when another page is on the screen, `chosen` when the answer on this one changed.
    """

    turned = Signal()
    chosen = Signal()

    def __init__(
        self, opened: Opened, content: Survey, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._survey = content
        now = services.clock.now()
        self._door = days.door(content, now.astimezone().date(), trusted=plausible(now))
        self._sitting = play.start(content, services.seed())
        self._token = secrets.token_hex(16)
        self._began = 0.0
        self._turned_at = -SETTLE
        self._problem = ""
        self._results: Results | None = None
        self._result_at = 0
        self._showing = False
        if content.quotas:
            services.recorder.ask(quota.full(content, opened.uid), self._quotas_known)

    # --- the page ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`early`, `closed`, `start`, `asking`, `review`, `sending`, `done`, `full` or `results`."""
        if self._showing:
            return "results"
        if self._sitting.phase == "start" and self._door != "open":
            return self._door
        if self._sitting.phase == "start" and "*" in self._sitting.full:
            return "full"
        return self._sitting.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(str, constant=True)
    def about(self) -> str:
        """What it is for; may be empty."""
        return self._survey.about

    @Property(str, constant=True)
    def thanks(self) -> str:
        """The author's sentence for the end; may be empty."""
        return self._survey.thanks

    @Property(str, constant=True)
    def privacy(self) -> str:
        """What is done with the answer, in one line; only what is true."""
        if self._survey.results == "never":
            return self.tr("不记名，答卷只给办公室看。")
        return self.tr("不记名，满 %1 人才出结果。").replace("%1", str(self._survey.results_from))

    @Property(str, constant=True)
    def opens(self) -> str:
        """Its first day in words; empty when it was always open."""
        return self._day(self._survey.opens)

    @Property(str, constant=True)
    def closes(self) -> str:
        """Its last day in words; empty when it never closes."""
        return self._day(self._survey.closes)

    @Property(int, notify=turned)
    def count(self) -> int:
        """Questions that are asked as the answers stand."""
        return len(self._sitting.path)

    @Property(int, notify=turned)
    def at(self) -> int:
        """Place of the question on the screen; `count` when all have been asked."""
        path = self._sitting.path
        return path.index(self._sitting.at) if self._sitting.phase == "asking" else len(path)

    @Property(int, notify=turned)
    def minutes(self) -> int:
        """Minutes from here to the end, at least 1."""
        return max(1, round(self._sitting.seconds_left / 60))

    @Property(str, notify=turned)
    def downwards(self) -> str:
        """The number of the question as it stands on the wall: 第三问; elsewhere 3."""
        number = self.at + 1
        return f"第{words.chinese(number)}问" if self.han else str(number)

    # --- the question -----------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def ask(self) -> str:
        """The question."""
        return self._question.ask

    @Property(str, notify=turned)
    def note(self) -> str:
        """The line under it."""
        return self._question.note or (self.privacy if self.at == 0 else "")

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `multiple`, `scale`, `matrix`, `ranking`, `text` or `number`."""
        return self._question.type

    @Property(str, notify=turned)
    def questionId(self) -> str:
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

    # --- the end ----------------------------------------------------------------------------------------------------

    @Property("QVariantList", notify=turned)
    def review(self) -> list[dict[str, Any]]:
        """All that was asked: `number`, `ask`, `said`, and `skipped`."""
        sitting = self._sitting
        if sitting.phase not in ("review", "sending"):
            return []
        return [
            {
                "number": words.chinese(n) if self.han else str(n),
                "ask": self._one_line(self._survey.questions[i].ask),
                "said": self._parted(words.said(self._survey.questions[i], sitting.answers[i])),
                "skipped": i in sitting.skipped,
            }
            for n, i in enumerate(sitting.path, 1)
        ]

    @Property(bool, notify=turned)
    def turnedAway(self) -> bool:
        """Answers were given for nothing: there are enough of their group."""
        return self._sitting.phase == "full" and any(map(any, self._sitting.answers))

    @Property("QVariantList", notify=turned)
    def marks(self) -> list[bool]:
        """For each question that was asked whether it was answered."""
        return [i not in self._sitting.skipped for i in self._sitting.path]

    @Property(int, notify=turned)
    def skippedCount(self) -> int:
        """Questions that the visitor would rather not answer."""
        return sum(i in self._sitting.skipped for i in self._sitting.path)

    @Property(str, notify=turned)
    def problem(self) -> str:
        """Why the answer is not stored; empty when nothing went wrong."""
        return self._problem

    @Property(bool, notify=turned)
    def canSeeResults(self) -> bool:
        """Whether the author lets whoever has answered, or comes too late, see the results."""
        return self._survey.results == "after" and (self._sitting.phase == "done" or self._door == "closed")

    @Property(int, notify=turned)
    def finished(self) -> int:
        """Answers there are; -1 before it is known."""
        return self._results.finished if self._results else -1

    @Property(int, constant=True)
    def resultsFrom(self) -> int:
        """Answers before anything is shown."""
        return self._survey.results_from

    @Property(int, notify=turned)
    def resultCount(self) -> int:
        """Questions with a result."""
        return len(self._results.shown) if self._results else 0

    @Property(int, notify=turned)
    def resultAt(self) -> int:
        """Place of the result on the screen."""
        return self._result_at

    @Property("QVariantMap", notify=turned)
    def result(self) -> dict[str, Any]:
        """The result on the screen: `ask`, `people`, `meaning`, `unit`, `number`, `bars` of `label`, `value`, `share`, `hidden`."""
        if not self._results or not self._results.shown:
            return {}
        shown = self._results.shown[self._result_at]
        numeric = shown.question.type == "number"
        return {
            "ask": shown.question.ask,
            "people": shown.people,
            "meaning": self._meaning(shown.question),
            "unit": shown.question.unit,
            "number": self._figure(shown.bars[0]) if numeric and shown.bars else "",
            "bars": [] if numeric else [self._bar(shown.question, bar) for bar in shown.bars],
        }

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """From the first page to the first question."""
        if self.phase == "start" and self._settled():
            self._began = self._began or self._now()
            self._turn(play.begin(self._sitting))

    @Slot(int)
    def tap(self, place: int) -> None:
        """Touch an option."""
        self._keep(play.tap(self._sitting, place))

    @Slot(int, int)
    def mark(self, row: int, column: int) -> None:
        """Touch a column in a row of a matrix."""
        self._keep(play.mark(self._sitting, row, column))

    @Slot(str)
    def write(self, said: str) -> None:
        """The field holds this now."""
        self._keep(play.write(self._sitting, said))

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the number pad."""
        self._keep(play.press(self._sitting, key))

    @Slot()
    def undo(self) -> None:
        """Ranking: take the last number back."""
        self._keep(play.undo(self._sitting))

    @Slot()
    def skip(self) -> None:
        """Would rather not answer."""
        if self._settled():
            self._turn(play.skip(self._sitting))

    @Slot()
    def next(self) -> None:
        """On to the next question, or to the review."""
        if self._settled():
            self._turn(play.forward(self._sitting))

    @Slot()
    def back(self) -> None:
        """To the question before."""
        self._turn(play.back(self._sitting))

    @Slot(int)
    def edit(self, place: int) -> None:
        """From the review to one of its lines."""
        if self._settled():
            self._turn(play.edit(self._sitting, place))

    @Slot()
    def send(self) -> None:
        """Hand it in. Nobody is thanked before it is on the disk; sending once more stores it once."""
        sending = play.send(self._sitting)
        if sending is self._sitting or not self._settled():
            return
        self._problem = ""
        self._turn(sending)
        payload = play.record(sending, self.services.lang(), round((self._now() - self._began) * 1000))
        self.services.recorder.submit(
            "survey",
            self.opened.uid,
            payload,
            self._sent,
            once=f"survey/{self.opened.uid}/{self._token}",
            rule=quota.rule(self._survey, self.opened.uid, play.cells(sending)),
        )

    @Slot()
    def again(self) -> None:
        """Somebody else wants to answer: a new sitting."""
        if self.phase == "done" and self._settled():
            full = self._sitting.full
            self._token = secrets.token_hex(16)
            self._began = 0.0
            self._results = None
            self._turn(play.know_full(play.start(self._survey, self.services.seed()), full))
            if self._survey.quotas:
                self.services.recorder.ask(quota.full(self._survey, self.opened.uid), self._quotas_known)

    @Slot()
    def close(self) -> None:
        """Leave the survey."""
        if self._settled():
            self.services.navigator.back()

    @Slot()
    def seeResults(self) -> None:
        """What all have answered."""
        if self.canSeeResults and not self._showing and self._settled():
            survey, uid = self._survey, self.opened.uid
            self.services.recorder.ask(lambda pages: results(survey, pages.of("survey", uid)), self._counted)

    @Slot(int)
    def stepResult(self, step: int) -> None:
        """To the result before or after this one."""
        at = self._result_at + step
        if self._showing and 0 <= at < self.resultCount:
            self._result_at = at
            self._turn(self._sitting)

    @Slot()
    def closeResults(self) -> None:
        """Back to the page they were opened from."""
        if self._showing:
            self._showing = False
            self._turn(self._sitting)

    def step_back(self) -> bool:
        """One page back, answers and all; from the first page out of the survey."""
        if self._showing:
            self.closeResults()
            return True
        if self.phase == "sending":
            return True
        if self._sitting.phase not in ("asking", "review"):
            return False
        self.back()
        return True

    def leave(self) -> None:
        """Nothing of an unfinished answer is kept, only that somebody left, and how far they had come."""
        if self._sitting.begun and self._sitting.phase != "sending":
            self.services.recorder.append("survey", self.opened.uid, play.left_record(self._sitting))
        self._sitting = play.start(self._survey, 0)
        self.services.navigator.atStake(STAKE, False)

    # --- setting type -----------------------------------------------------------------------------------------------

    @Slot(str, QFont, float, result=str)
    def balanced(self, said: str, font: QFont, width: float) -> str:
        """`said` with line breaks that fit `width` in `font`."""
        return words.balanced(said, font, width)

    @Slot(str, QFont, result=float)
    def widest(self, said: str, font: QFont) -> float:
        """Width of the widest line as it is broken."""
        return max(map(QFontMetricsF(font).horizontalAdvance, said.split("\n")))

    # --- inner ------------------------------------------------------------------------------------------------------

    @property
    def _question(self) -> Question:
        return self._sitting.question

    def _quotas_known(self, result: Result[frozenset[str]]) -> None:
        if not isinstance(result, Err):  # what cannot be read now is judged when the answer is stored
            self._sitting = play.know_full(self._sitting, result.value)
            if self._sitting.phase == "start":
                self.turned.emit()

    def _sent(self, result: Result[int]) -> None:
        """The book has it, or it never will."""
        if not isinstance(result, Err):
            self._turn(play.stored(self._sitting))
            return
        enough = isinstance(result.error, quota.QuotaError)
        self._problem = "" if enough else result.error.say(self.services.lang())
        self._turn(play.refused(self._sitting, full=enough))

    def _counted(self, result: Result[Results]) -> None:
        if isinstance(result, Err):
            lang = self.services.lang()
            self.services.navigator.say(result.error.message(lang), result.error.hint(lang), "bad")
            return
        self._results, self._result_at, self._showing = result.value, 0, True
        self._turn(self._sitting)

    def _keep(self, changed: play.Sitting) -> None:
        if changed is not self._sitting:
            self._sitting = changed
            self.chosen.emit()
            self._stake()

    def _turn(self, changed: play.Sitting) -> None:
        """Another page is up."""
        self._sitting = changed
        self._turned_at = self._now()
        self._stake()
        self.turned.emit()
        self.chosen.emit()

    def _stake(self) -> None:
        """An unfinished answer is worth a question before it is reset."""
        self.services.navigator.atStake(STAKE, self._sitting.begun)

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

    def _meaning(self, question: Question) -> str:
        """What the figures beside the bars are."""
        if question.type == "matrix":
            return self.tr("平均，%1 是最好").replace("%1", str(len(question.options)))
        if question.type == "ranking":
            return self.tr("平均得分，排第一得 %1 分").replace("%1", str(question.most))
        return self.tr("平均") if question.type == "number" else self.tr("人数")

    def _bar(self, question: Question, bar: Bar) -> dict[str, Any]:
        return {
            "label": bar.label,
            "value": self._figure(bar),
            "share": bar.share,
            "hidden": bar.value is None,
        }

    def _figure(self, bar: Bar) -> str:
        if bar.value is None:
            return ""
        return str(bar.value) if isinstance(bar.value, int) else f"{bar.value:.1f}".removesuffix(".0")

    def _one_line(self, said: str) -> str:
        return said.replace("\n", "" if self.han else " ")

    def _parted(self, said: list[str]) -> str:
        return self.tr("；").join(said)

    def _day(self, said: str) -> str:
        if not said:
            return ""
        day = date.fromisoformat(said)
        return f"{day.month} 月 {day.day} 日" if self.han else f"{day:%B} {day.day}"

    def _now(self) -> float:
        return self.services.clock.monotonic()

    def _settled(self) -> bool:
        return self._now() - self._turned_at >= SETTLE
