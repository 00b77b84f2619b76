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
from kiosk.kinds.survey.handed import cells, left_record, record
from kiosk.kinds.survey.model import Survey
from kiosk.kinds.survey.questionmodel import SurveyQuestionViewModel
from kiosk.kinds.survey.resultsmodel import ResultsViewModel
from kiosk.kinds.survey.seat import Seat
from kiosk.kinds.survey.sitting import Sitting, start
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Err, ItemViewModel, Opened, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.survey"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "survey"


@QmlElement
@QmlUncreatable("made by the app")
class SurveyViewModel(ItemViewModel):
    """A sitting of `play` as QML reads it. `turned` when another page is on the screen."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Survey, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._survey = content
        now = services.clock.now()
        self._door = days.door(content, now.astimezone().date(), trusted=plausible(now))
        self._seat = Seat(content, opened.uid, services, self)
        self._question = SurveyQuestionViewModel(self._seat, self)
        self._results = ResultsViewModel(self._seat, self._door == "closed", self)
        self._token = secrets.token_hex(16)
        self._began = 0.0
        self._problem = ""
        self._staked = False
        self._seat.turned.connect(self.turned)
        self._seat.chosen.connect(self._stake)
        if content.quotas:
            services.recorder.ask(quota.full(content, opened.uid), self._quotas_known)

    @Property(SurveyQuestionViewModel, constant=True)
    def question(self) -> SurveyQuestionViewModel:
        """The question on the screen."""
        return self._question

    @Property(ResultsViewModel, constant=True)
    def results(self) -> ResultsViewModel:
        """What all have answered."""
        return self._results

    # --- the page ---------------------------------------------------------------------------------------------------

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`early`, `closed`, `start`, `asking`, `review`, `sending`, `done`, `full` or `results`."""
        if self._results.showing:
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

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """From the first page to the first question."""
        if self.phase == "start" and self._seat.pace.settled:
            self._began = self._began or self._seat.pace.now
            self._seat.turn(play.begin(self._sitting))

    @Slot()
    def skip(self) -> None:
        """Would rather not answer."""
        if self._seat.pace.settled:
            self._seat.turn(play.skip(self._sitting))

    @Slot()
    def next(self) -> None:
        """On to the next question, or to the review."""
        if self._seat.pace.settled:
            self._seat.turn(play.forward(self._sitting))

    @Slot()
    def back(self) -> None:
        """To the question before."""
        self._seat.turn(play.back(self._sitting))

    @Slot(int)
    def edit(self, place: int) -> None:
        """From the review to one of its lines."""
        if self._seat.pace.settled:
            self._seat.turn(play.edit(self._sitting, place))

    @Slot()
    def send(self) -> None:
        """Hand it in. Nobody is thanked before it is on the disk; sending once more stores it once."""
        sending = play.send(self._sitting)
        if sending is self._sitting or not self._seat.pace.settled:
            return
        self._problem = ""
        self._seat.turn(sending)
        payload = record(sending, self.services.lang(), round((self._seat.pace.now - self._began) * 1000))
        self.services.recorder.submit(
            "survey",
            self.opened.uid,
            payload,
            self._sent,
            once=f"survey/{self.opened.uid}/{self._token}",
            rule=quota.rule(self._survey, self.opened.uid, cells(sending)),
        )

    @Slot()
    def again(self) -> None:
        """Somebody else wants to answer: a new sitting."""
        if self.phase == "done" and self._seat.pace.settled:
            full = self._sitting.full
            self._token = secrets.token_hex(16)
            self._began = 0.0
            self._results.forget()
            self._seat.turn(play.know_full(start(self._survey, self.services.seed()), full))
            if self._survey.quotas:
                self.services.recorder.ask(quota.full(self._survey, self.opened.uid), self._quotas_known)

    @Slot()
    def close(self) -> None:
        """Leave the survey."""
        if self._seat.pace.settled:
            self.services.navigator.back()

    def step_back(self) -> bool:
        """One page back, answers and all; from the first page out of the survey."""
        if self._results.showing:
            self._results.close()
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
            self.services.recorder.append("survey", self.opened.uid, left_record(self._sitting))
        self._seat.sitting = start(self._survey, 0)
        if self._staked:
            self._set_stake(False)

    def hand_over(self) -> tuple[Sitting, str, float] | None:
        """The sitting, for the survey in the other language; here nobody has begun. None while it is being stored."""
        sitting = self._sitting
        if not sitting.begun or sitting.phase == "sending":
            return None
        self._seat.sitting = start(self._survey, 0)
        self._set_stake(False)
        return sitting, self._token, self._began

    def go_on(self, begun: tuple[Sitting, str, float]) -> None:
        """Go on with the answers that `hand_over` gave, unless the translation asks something else."""
        sitting, token, began = begun
        same = play.translated(sitting, self._survey)
        if same is not None:
            self._token, self._began = token, began
            self._seat.turn(same)

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
    def _sitting(self) -> Sitting:
        return self._seat.sitting

    @Slot()
    def _stake(self) -> None:
        """An unfinished answer is worth a question before it is reset."""
        self._set_stake(self._sitting.begun)

    def _set_stake(self, on: bool) -> None:
        self._staked = on
        self.services.navigator.atStake(STAKE, on)

    def _quotas_known(self, result: Result[frozenset[str]]) -> None:
        if not isinstance(result, Err):  # what cannot be read now is judged when the answer is stored
            self._seat.sitting = play.know_full(self._sitting, result.value)
            if self._sitting.phase == "start":
                self.turned.emit()

    def _sent(self, result: Result[int]) -> None:
        """The book has it, or it never will."""
        if not isinstance(result, Err):
            self._seat.turn(play.stored(self._sitting))
            self._results.ahead()
            return
        enough = isinstance(result.error, quota.QuotaError)
        self._problem = "" if enough else result.error.say(self.services.lang())
        self._seat.turn(play.refused(self._sitting, full=enough))

    def _one_line(self, said: str) -> str:
        return said.replace("\n", "" if self.han else " ")

    def _parted(self, said: list[str]) -> str:
        return self.tr("；").join(said)

    def _day(self, said: str) -> str:
        if not said:
            return ""
        day = date.fromisoformat(said)
        return f"{day.month} 月 {day.day} 日" if self.han else f"{day:%B} {day.day}"
