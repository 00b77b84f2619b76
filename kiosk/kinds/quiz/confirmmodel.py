"""The page on which operator and witness answer for an act of the draw: one step after the other, who has answered so far."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import presence, refusals, who
from kiosk.kinds.quiz.drawledger import Held
from kiosk.kinds.quiz.lottery import ALPHABET
from kiosk.kinds.quiz.naming import named
from kiosk.kinds.quiz.presence import Named, Presence, Purpose
from kiosk.kinds.quiz.rules import Prize, Rules
from kiosk.sdk.ui import Err, PinAnswer, Result, Services

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 20


@QmlElement
@QmlUncreatable("made by the app")
class ConfirmViewModel(QObject):
    """A `Presence` as QML reads it.

    `changed` when anything on it did; `opened` and `closed` with the page; `whole` with the `Presence` when all is said.
    """

    changed = Signal()
    opened = Signal()
    closed = Signal()
    whole = Signal(object)

    def __init__(self, rules: Rules, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules if rules.from_house else replace(rules, identity="number")
        self._services = services
        self._presence: Presence | None = None
        self._held: Held | None = None
        self._typed = ""
        self._reader = who.Reader()
        self._busy = False
        self._trouble = ""

    # --- what the page shows ------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def purpose(self) -> str:
        """`seal`, `resume`, `claim` or `swap`; empty while the page is not up."""
        return self._presence.purpose if self._presence else ""

    @Property(str, notify=changed)
    def step(self) -> str:
        """`short`, `pin`, `operator`, `witness`, `code`, `again` or `sign`; empty when all is said."""
        return (self._presence.step if self._presence else None) or ""

    @Property(int, notify=changed)
    def at(self) -> int:
        """Index of the step."""
        return self._presence.at if self._presence else 0

    @Property(int, notify=changed)
    def steps(self) -> int:
        """How many there are."""
        return len(self._presence.steps) if self._presence else 0

    @Property(int, notify=changed)
    def count(self) -> int:
        """Characters typed so far."""
        return len(self._typed)

    @Property(str, notify=changed)
    def shown(self) -> str:
        """What was typed; empty where only its length may be seen."""
        return self._typed if self.step in ("short", "operator", "witness") else ""

    @Property(int, notify=changed)
    def places(self) -> int:
        """How long the answer is; 0 when that is open."""
        least, most = presence.length(self._presence.step if self._presence else None)
        return least if least == most else 0

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """May this step be confirmed?"""
        least, _ = presence.length(self._presence.step if self._presence else None)
        return len(self._typed) >= max(1, least) and not self._busy

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Something is being checked or written."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong; empty when nothing did."""
        return self._trouble

    @Property(str, notify=changed)
    def operator(self) -> str:
        """Masked form of the operator; empty before they are named."""
        return self._presence.operator.shown if self._presence and self._presence.operator else ""

    @Property(str, notify=changed)
    def witness(self) -> str:
        """Masked form of the witness; empty before they are named."""
        return self._presence.witness.shown if self._presence and self._presence.witness else ""

    @Property(str, notify=changed)
    def prize(self) -> str:
        """Name of the prize that is handed out; empty before the short code."""
        found = self._won()
        return found.name if found else ""

    @Property(str, notify=changed)
    def gift(self) -> str:
        """What is handed out, to which ticket; empty before the short code."""
        p, found = self._presence, self._won()
        if p is None or found is None:
            return ""
        words = self.tr("%1 号，%2：%3。").replace("%1", f"{p.ticket:03}")
        return words.replace("%2", found.name).replace("%3", found.what)

    # --- what the two do ----------------------------------------------------------------------------------------------

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad: a figure, for a short code a letter, or `back`."""
        if self._busy or not self._presence:
            return
        letters = self.step == "short"
        _, most = presence.length(self._presence.step)
        if key == "back":
            self._typed, self._trouble = self._typed[:-1], ""
        elif len(self._typed) < (most or MOST) and (key.upper() in ALPHABET if letters else key.isdecimal()):
            self._typed, self._trouble = self._typed + key.upper(), ""
        self.changed.emit()

    @Slot(str)
    def key(self, character: str) -> None:
        """A key of a keyboard or a card reader; a line feed confirms."""
        now = self._services.clock.monotonic()
        if character not in ("\r", "\n"):
            self._reader = self._reader.key(character, now)
            self.press(character)
            return
        card, self._reader = self._reader.enter(now), who.Reader()
        if card and self.step in ("operator", "witness"):
            self._typed = card
        self.confirm()

    @Slot()
    def confirm(self) -> None:
        """Answer the step."""
        p = self._presence
        if p is None or not self.ready:
            return
        match p.step:
            case "short":
                self._short(p)
            case "pin":
                self._wait()
                assert self._services.door is not None
                self._services.door.check(self._typed, self._let)
            case "operator" | "witness":
                said, rules = self._typed, self._rules
                self._wait()
                self._services.recorder.ask(lambda pages: named(pages, rules, said), self._named)
            case "code":
                self._to(presence.chosen(p, self._typed), self.tr("太简单了，换一个。"))
            case "again":
                self._to(presence.repeated(p, self._typed), self.tr("两次不一样，再输一遍。"))
            case "sign":
                self._to(presence.on(replace(p, code=self._typed)), "")

    @Slot()
    def swap(self) -> None:
        """The witness cannot come: name another."""
        if self._presence and not self._busy:
            self.open("swap", self._held, self._presence.operator)

    def open(self, purpose: Purpose, held: Held | None, operator: Named | None) -> None:
        """Show the page; an `operator` who is at the glass is not asked again."""
        self._held = held
        self._presence = presence.begin(purpose, operator, held.witness if held else None)
        self._typed, self._trouble, self._busy = "", "", False
        self.changed.emit()
        self.opened.emit()

    def close(self) -> None:
        """The page goes, done or not."""
        if self._presence:
            self._presence, self._typed, self._trouble, self._busy = None, "", "", False
            self.changed.emit()
            self.closed.emit()

    def refuse(self, error: KioskError) -> None:
        """What was said does not do: the last step once more."""
        if self._presence:
            self._presence = replace(self._presence, at=len(self._presence.steps) - 1)
            self._fail(error.say(self._services.lang()))

    # --- inner --------------------------------------------------------------------------------------------------------

    def _won(self) -> Prize | None:
        ticket = self._presence.ticket if self._presence else 0
        return self._held.prize(ticket) if self._held and ticket else None

    def _short(self, p: Presence) -> None:
        held = self._held
        number = held.winner(self._typed) if held else 0
        given = next((claim.time for claim in held.claims if claim.ticket == number), "") if held else ""
        if given:
            self._fail(refusals.given(given).say(self._services.lang()))
        else:
            self._to(
                presence.on(replace(p, ticket=number)) if number else None,
                self.tr("没有这个领奖码，看看是不是按错了。"),
            )

    def _let(self, told: Result[PinAnswer]) -> None:
        p = self._presence
        self._busy = False
        if isinstance(told, Err):
            self._fail(told.error.say(self._services.lang()))
        elif p is not None and p.step == "pin":
            let = told.value
            again = self.tr("密码不对，还可以试 %1 次。").replace("%1", str(let.tries_left))
            locked = self.tr("错得太多，%1 秒后再试。").replace("%1", str(let.locked_seconds))
            self._to(presence.on(p) if let.ok else None, locked if let.locked_seconds else again)

    def _named(self, told: Result[Named]) -> None:
        p = self._presence
        self._busy = False
        if isinstance(told, Err):
            self._fail(told.error.say(self._services.lang()))
        elif p is not None and p.step in ("operator", "witness"):
            self._to(presence.named(p, told.value), refusals.one_person().say(self._services.lang()))

    def _to(self, after: Presence | None, trouble: str) -> None:
        """The next step, or what keeps us from it."""
        if after is None:
            self._fail(trouble)
            return
        self._presence, self._typed, self._trouble = after, "", ""
        self._busy = after.step is None
        self.changed.emit()
        if after.step is None:
            self.whole.emit(after)

    def _wait(self) -> None:
        self._busy, self._trouble = True, ""
        self.changed.emit()

    def _fail(self, words: str) -> None:
        self._busy, self._typed, self._trouble = False, "", words
        self.changed.emit()
