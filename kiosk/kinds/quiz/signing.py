"""The sign-in of a quiz: a worker number on the pad, a nickname, or a card, and the workshop where no roster knows it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import ledger, who
from kiosk.kinds.quiz.ledger import Visitor
from kiosk.kinds.quiz.rules import Rules
from kiosk.sdk.ui import Err, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class SignViewModel(QObject):
    """Where a visitor says who they are. `changed` when anything on it did; `known` with the `Visitor` the book knows."""

    changed = Signal()
    known = Signal(object)

    def __init__(self, uid: str, rules: Rules, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._typed = ""
        self._carded = False  # what was typed came from a reader
        self._workshop = -1
        self._reader = who.Reader()
        self._rostered = False
        self._busy = False
        self._trouble = ""
        if rules.workshops and rules.from_house:
            services.recorder.ask(lambda pages: pages.roster.exists(), self._told_roster)

    @Property(str, constant=True)
    def identity(self) -> str:
        """`none`, `nickname`, `number` or `card`."""
        return self._rules.identity

    @Property("QStringList", notify=changed)
    def workshops(self) -> list[str]:
        """Workshops to choose from; none when the roster knows where everybody works."""
        return [] if self._rostered else [shop.name for shop in self._rules.workshops]

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
        placed = self._workshop >= 0 or not self.workshops
        return bool(self._typed) and placed and not self._busy

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """The book is being asked."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong, in one sentence; empty when nothing did."""
        return self._trouble

    @Property(str, notify=changed)
    def digits(self) -> str:
        """How long a worker number is, in words."""
        least, most = self._rules.least_digits, self._rules.most_digits
        if least == most:
            return self.tr("%1 位数字").replace("%1", str(least))
        return self.tr("%1 到 %2 位数字").replace("%1", str(least)).replace("%2", str(most))

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
            self._typed, self._carded, self._trouble = words, False, ""
            self.changed.emit()

    @Slot(int)
    def pick(self, workshop: int) -> None:
        """Choose a workshop."""
        if 0 <= workshop < len(self.workshops) and not self._busy:
            self._workshop, self._trouble = workshop, ""
            self.changed.emit()
            if self._carded:
                self.confirm()  # the card was read before

    @Slot(str)
    def key(self, character: str) -> None:
        """A key of a keyboard or of a card reader, which types fast and ends with a line feed."""
        now = self._services.clock.monotonic()
        if character not in ("\r", "\n"):
            self._reader = self._reader.key(character, now)
            if self._rules.identity == "number":
                self.press(character)
            return
        card, self._reader = self._reader.enter(now), who.Reader()
        if card and not self._busy:
            self._typed, self._carded, self._trouble = card, True, ""
            self.confirm()
        elif self._rules.identity == "number":
            self.confirm()

    @Slot()
    def confirm(self) -> None:
        """Say who it is; `known` follows when the book has been asked."""
        if not self.ready:
            if self._typed and not self._busy:
                self._fail(self.tr("再选一下车间。"))
            return
        found = who.problem(self._typed, self._rules)
        if found and not self._carded:
            self._fail(self._problem(found))
            return
        said, shown = who.plain(self._typed), who.masked(self._typed, self._rules)
        shop = self.workshops[self._workshop] if self._workshop >= 0 and self.workshops else ""
        uid, rules, sound = self._uid, self._rules, not found
        self._busy, self._trouble = True, ""
        self.changed.emit()
        self._services.recorder.ask(
            lambda pages: ledger.look(pages, uid, said, rules, shown, shop, sound=sound), self._told
        )

    def forget(self) -> None:
        """Somebody else comes."""
        if not self._busy:
            self._typed, self._carded, self._trouble, self._workshop = "", False, "", -1
            self.changed.emit()

    def _told(self, told: Result[Visitor]) -> None:
        self._busy = False
        if isinstance(told, Err):
            self._fail(told.error.say(self._services.lang()))
            return
        self._typed, self._carded = "", False
        self.changed.emit()
        self.known.emit(told.value)

    def _told_roster(self, told: Result[bool]) -> None:
        # A book that cannot be read is told of when somebody signs in.
        self._rostered = not isinstance(told, Err) and told.value
        self.changed.emit()

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
