"""The desk of a quiz: who plays, how many tries are left, and the record of a round that counts."""

from __future__ import annotations

import secrets
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import days, ledger, refusals
from kiosk.kinds.quiz.ledger import ROUNDS, Visitor
from kiosk.kinds.quiz.play import Play, result
from kiosk.kinds.quiz.rules import Mode, Rules
from kiosk.kinds.quiz.scores import Entry, award, points
from kiosk.kinds.quiz.signing import SignViewModel
from kiosk.sdk.ui import Err, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class QuizDeskViewModel(QObject):
    """Who is signed in, and their rounds.

    `changed` when anything on it did; `signed` when somebody is known; `accepted` with the day when a round may begin.
    """

    changed = Signal()
    signed = Signal()
    accepted = Signal(str)

    def __init__(
        self, uid: str, rules: Rules, services: Services, sign: SignViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._sign = sign
        self._visitor: Visitor | None = None
        self._entry: Entry | None = None
        self._begin: dict[str, Any] = {}
        self._busy = False
        self._trouble = ""
        self._gained = -1
        self._retried = False
        sign.known.connect(self._known)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """The book is being asked or written."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong, in one sentence; empty when nothing did."""
        return self._trouble

    @Property(str, notify=changed)
    def shown(self) -> str:
        """Masked form of who is signed in; empty when nobody is."""
        return self._visitor.shown if self._visitor else ""

    @Property(int, notify=changed)
    def points(self) -> int:
        """Points of who is signed in."""
        return points(self._visitor.ended, self._rules)[0] if self._visitor else 0

    @Property(int, notify=changed)
    def gained(self) -> int:
        """Points the last round added, once they are recorded; -1 before."""
        return self._gained

    @Property("QVariantMap", notify=changed)
    def triesLeft(self) -> dict[str, int]:
        """Tries left for each mode; -1 without a limit; empty before anybody has signed in."""
        v = self._visitor
        return {m: ledger.tries_left(v, m, self._rules, self._today(v)) for m in self._rules.modes} if v else {}

    @Slot()
    def forget(self) -> None:
        """Somebody else comes."""
        if not self._busy:
            self._visitor, self._entry, self._begin = None, None, {}
            self._trouble, self._gained = "", -1
            self._sign.forget()
            self.changed.emit()

    @property
    def person(self) -> str:
        """Hash of who is signed in; empty for nobody."""
        return self._visitor.who if self._visitor else ""

    @property
    def round(self) -> str:
        """Id of the running round that counts; empty for any other."""
        return str(self._begin.get("round", ""))

    def begin(self, mode: Mode, total: int) -> None:
        """Ask the book for a round; `accepted` or `trouble` follows. Nothing happens while it is being asked."""
        visitor = self._visitor
        if visitor is None or self._busy:
            return
        day = self._today(visitor)
        if not day:
            self._refuse(refusals.clock_wrong())
            return
        self._begin = {
            "begin": True, "round": secrets.token_hex(8), "who": visitor.who, "shown": visitor.shown,
            "workshop": visitor.workshop, "team": visitor.team, "day": day, "mode": mode, "total": total,
        }  # fmt: skip
        self._gained = -1
        self._wait()
        self._services.recorder.submit(
            ROUNDS, self._uid, self._begin, self._begun, person=visitor.said,
            once=f"{self._uid} begin {self._begin['round']}",
            rule=ledger.may_begin(self._uid, visitor, mode, self._rules, day),
        )  # fmt: skip

    def finish(self, play: Play) -> None:
        """Record the end of the running round; `gained` tells when it is on the disk."""
        if not self._begin:
            return
        end, begin = result(play), self._begin
        ms = sum(reply.ms for reply in play.replies)
        self._entry = Entry(
            begin["round"], begin["who"], begin["shown"], begin["workshop"], begin["day"], begin["mode"],
            end.score, end.total, ms, begin["team"],
        )  # fmt: skip
        self._begin = {}
        self._retried = False
        self._send()

    def drop(self) -> None:
        """The running round was left; it stays a used try."""
        self._begin = {}

    def _send(self) -> None:
        visitor, entry = self._visitor, self._entry
        assert visitor is not None
        assert entry is not None
        gained = award(visitor.ended, entry, self._rules)
        self._wait()
        self._services.recorder.submit(
            ROUNDS, self._uid, entry.payload(gained), self._ended, person=visitor.said,
            once=f"{self._uid} end {entry.round}", rule=ledger.may_end(self._uid, entry, gained, self._rules),
        )  # fmt: skip

    def _begun(self, told: Result[int]) -> None:
        begin = self._begin
        if isinstance(told, Err):
            self._begin = {}
            self._refuse(told.error)
            return
        self._add(begin)
        self.accepted.emit(begin["day"])

    def _ended(self, told: Result[int]) -> None:
        visitor, entry = self._visitor, self._entry
        assert visitor is not None
        assert entry is not None
        if not isinstance(told, Err):
            gained = award(visitor.ended, entry, self._rules)
            self._gained = gained
            self._add(entry.payload(gained))
        elif told.error.code == "MOVED_ON" and not self._retried:
            self._retried = True
            uid = self._uid
            self._services.recorder.ask(lambda pages: ledger.again(pages, uid, visitor), self._again)
        else:
            self._refuse(told.error)

    def _again(self, told: Result[Visitor]) -> None:
        if isinstance(told, Err):
            self._refuse(told.error)
            return
        self._visitor = told.value
        self._send()

    @Slot(object)
    def _known(self, visitor: Visitor) -> None:
        self._visitor, self._trouble = visitor, ""
        self.changed.emit()
        self.signed.emit()

    def _add(self, payload: dict[str, Any]) -> None:
        assert self._visitor is not None
        self._busy = False
        self._visitor = ledger.with_record(self._visitor, payload)
        self.changed.emit()

    def _today(self, visitor: Visitor) -> str:
        return days.today(self._services.clock.now().astimezone(), (day for _, day in visitor.begun))

    def _wait(self) -> None:
        self._busy, self._trouble = True, ""
        self.changed.emit()

    def _refuse(self, error: KioskError) -> None:
        self._busy = False
        self._trouble = error.say(self._services.lang())
        self.changed.emit()
