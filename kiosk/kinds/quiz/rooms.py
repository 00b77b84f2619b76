"""What a quiz has beside its rounds: the desk, the boards, the duel, and the pages after an answer and at the end."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject

from kiosk.kinds.quiz.boardmodel import QuizBoardViewModel
from kiosk.kinds.quiz.desk import QuizDeskViewModel
from kiosk.kinds.quiz.drawmodel import DrawViewModel
from kiosk.kinds.quiz.duelmodel import DuelViewModel
from kiosk.kinds.quiz.ended import EndedViewModel
from kiosk.kinds.quiz.explained import ExplainedViewModel
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.relaymodel import RelayViewModel
from kiosk.kinds.quiz.setting import SettingViewModel
from kiosk.kinds.quiz.signing import SignViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import Opened, Services


class RoomsViewModel(SettingViewModel):
    """Holds a view model for each of them."""

    def __init__(
        self, opened: Opened, content: Quiz, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._quiz = content
        uid, rules = opened.uid, content.rules
        cards = {card.uid: card for card in (*opened.related, *opened.links)}
        self._answer = ExplainedViewModel(uid.split("/")[0], cards, self)
        self._end = EndedViewModel(uid.split("/")[0], content.reads, cards, self)
        self._sign = SignViewModel(uid, rules, services, self)
        self._desk = QuizDeskViewModel(uid, rules, services, self._sign, self)
        self._board = QuizBoardViewModel(uid, rules, services, self)
        self._draw = DrawViewModel(uid, opened.document.header.title, rules, services, self)
        self._relay = RelayViewModel(uid, content, services, self)
        self._duel = DuelViewModel(uid, content, services, self)

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

    @Property("QStringList", constant=True)
    def modes(self) -> list[str]:
        """Ways to play."""
        return list(self._quiz.rules.modes)

    @Property(int, constant=True)
    def tries(self) -> int:
        """Tries of the daily gate."""
        return self._quiz.rules.daily_tries

    @Property(bool, constant=True)
    def boards(self) -> bool:
        """Is there a leader board?"""
        return self._quiz.rules.boards

    @Property(ExplainedViewModel, constant=True)
    def answer(self) -> ExplainedViewModel:
        """What became of the answer on the page."""
        return self._answer

    @Property(EndedViewModel, constant=True)
    def end(self) -> EndedViewModel:
        """The round that is over."""
        return self._end

    @Property(SignViewModel, constant=True)
    def sign(self) -> SignViewModel:
        """Where a visitor says who they are."""
        return self._sign

    @Property(QuizDeskViewModel, constant=True)
    def desk(self) -> QuizDeskViewModel:
        """Who plays."""
        return self._desk

    @Property(QuizBoardViewModel, constant=True)
    def board(self) -> QuizBoardViewModel:
        """The leader boards."""
        return self._board

    @Property(DuelViewModel, constant=True)
    def duel(self) -> DuelViewModel:
        """Two people."""
        return self._duel

    @Property(DrawViewModel, constant=True)
    def draw(self) -> DrawViewModel:
        """The prize draw."""
        return self._draw

    @Property(RelayViewModel, constant=True)
    def relay(self) -> RelayViewModel:
        """Workshops against each other."""
        return self._relay
