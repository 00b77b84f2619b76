"""The desk of a quiz: who plays, how many tries are left, and the record of a round that counts."""

from __future__ import annotations

import secrets
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import days, ledger, refusals, who
from kiosk.kinds.quiz.ledger import ROUNDS, Visitor
from kiosk.kinds.quiz.play import Play, result
from kiosk.kinds.quiz.rules import Mode, Rules
from kiosk.kinds.quiz.scores import Entry, award, points
from kiosk.sdk.ui import Err, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class DeskViewModel(QObject):
    """Where a visitor signs in.

    `changed` when anything on it did; `signed` when somebody is known; `accepted` with the day when a round may begin.
    """

    changed = Signal()
    signed = Signal()
    accepted = Signal(str)

    def __init__(self, uid: str, rules: Rules, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._typed = ""
        self._workshop = -1
        self._reader = who.Reader()
        self._visitor: Visitor | None = None
        self._entry: Entry | None = None
        self._begin: dict[str, Any] = {}
        self._busy = False
        self._trouble = ""
        self._gained = -1
        self._retried = False

    # --- what the page shows ------------------------------------------------------------------------------------------

    @Property(str, constant=True)
    def identity(self) -> str:
        """`none`, `nickname`, `number` or `card`."""
        return self._rules.identity

    @Property("QStringList", constant=True)
    def workshops(self) -> list[str]:
        """Workshops to choose from; may be empty."""
        return [shop.name for shop in self._rules.workshops]

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed so far."""
        return self._typed

    @Property(int, notify=changed)
    def workshop(self) -> int:
        """Index of the chosen workshop, -1 for none."""
        return self._workshop

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """May the visitor confirm?"""
        placed = self._workshop >= 0 or not self._rules.workshops
        return bool(self._typed) and placed and not self._busy

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

    @Property(str, notify=changed)
    def digits(self) -> str:
        """How long a worker number is, in words."""
        least, most = self._rules.least_digits, self._rules.most_digits
        if least == most:
            return self.tr("%1 位数字").replace("%1", str(least))
        return self.tr("%1 到 %2 位数字").replace("%1", str(least)).replace("%2", str(most))

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

    # --- what a visitor does ------------------------------------------------------------------------------------------

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the number pad: a digit or `back`."""
        if key == "back":
            self.write(self._typed[:-1])
        elif key.isdecimal() and len(self._typed) < self._rules.most_digits:
            self.write(self._typed + key)

    @Slot(str)
    def write(self, words: str) -> None:
        """The field holds `words` now."""
        if not self._busy:
            self._typed, self._trouble = words, ""
            self.changed.emit()

    @Slot(int)
    def pick(self, workshop: int) -> None:
        """Choose a workshop."""
        if 0 <= workshop < len(self._rules.workshops) and not self._busy:
            self._workshop, self._trouble = workshop, ""
            self.changed.emit()
            if self._rules.identity == "card" and self._typed:
                self.confirm()  # the card was read before

    @Slot(str)
    def key(self, character: str) -> None:
        """A key of a card reader; a line feed ends the card."""
        now = self._services.clock.monotonic()
        if character not in ("\r", "\n"):
            self._reader = self._reader.key(character, now)
            return
        card, self._reader = self._reader.enter(now), who.Reader()
        if card and not self._busy:
            self._typed, self._trouble = card, ""
            self.confirm()

    @Slot()
    def confirm(self) -> None:
        """Say who it is; `signed` follows when the book has been asked."""
        if not self.ready:
            if self._typed and not self._busy:
                self._fail(self.tr("再选一下车间。"))
            return
        found = who.problem(self._typed, self._rules)
        if found:
            self._fail(self._problem(found))
            return
        said, shown = who.plain(self._typed), who.masked(self._typed, self._rules)
        shop = self._rules.workshops[self._workshop].name if self._workshop >= 0 else ""
        uid = self._uid
        self._wait()
        self._services.recorder.ask(lambda pages: ledger.look(pages, uid, said, shown, shop), self._known)

    @Slot()
    def forget(self) -> None:
        """Somebody else comes."""
        if not self._busy:
            self._visitor, self._entry, self._begin = None, None, {}
            self._typed, self._trouble, self._workshop, self._gained = "", "", -1, -1
            self.changed.emit()

    # --- rounds that count --------------------------------------------------------------------------------------------

    @property
    def person(self) -> str:
        """Hash of who is signed in; empty for nobody."""
        return self._visitor.who if self._visitor else ""

    @property
    def tags(self) -> dict[str, Any]:
        """What every answer of the running round carries."""
        return {"round": self._begin["round"]} if self._begin else {}

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
            "workshop": visitor.workshop, "day": day, "mode": mode, "total": total,
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
            end.score, end.total, ms,
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
            self._services.recorder.ask(
                lambda pages: ledger.look(pages, self._uid, visitor.said, visitor.shown, visitor.workshop), self._again
            )
        else:
            self._refuse(told.error)

    def _again(self, told: Result[Visitor]) -> None:
        if isinstance(told, Err):
            self._refuse(told.error)
            return
        self._visitor = told.value
        self._send()

    def _known(self, told: Result[Visitor]) -> None:
        if isinstance(told, Err):
            self._refuse(told.error)
            return
        self._busy, self._visitor, self._typed = False, told.value, ""
        self.changed.emit()
        self.signed.emit()

    def _add(self, payload: dict[str, Any]) -> None:
        v = self._visitor
        assert v is not None
        self._busy = False
        self._visitor = Visitor(v.said, v.who, v.shown, v.workshop, (*v.own, payload))
        self.changed.emit()

    def _today(self, visitor: Visitor) -> str:
        return days.today(self._services.clock.now().astimezone(), (day for _, day in visitor.begun))

    def _wait(self) -> None:
        self._busy, self._trouble = True, ""
        self.changed.emit()

    def _refuse(self, error: KioskError) -> None:
        self._busy = False
        self._fail(error.say(self._services.lang()))

    def _fail(self, words: str) -> None:
        self._trouble = words
        self.changed.emit()

    def _problem(self, found: who.Problem) -> str:
        return {
            "empty": self.tr("还没有写。"),
            "short": self.tr("位数不够，要 %1。").replace("%1", self.digits),
            "long": self.tr("写多了。"),
            "digits": self.tr("工号里只有数字。"),
            "check": self.tr("这个工号对不上，看看是不是按错了一位。"),
        }[found]
