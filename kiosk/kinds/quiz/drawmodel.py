"""The prize draw on the screen: seal the list, draw one number after another, tell the seed, hand the prizes out."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import plausible
from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import drawledger, drawrows, lottery, slip
from kiosk.kinds.quiz.confirmmodel import ConfirmViewModel
from kiosk.kinds.quiz.drawacts import DrawActs
from kiosk.kinds.quiz.drawledger import DRAW, Held
from kiosk.kinds.quiz.presence import Named, Presence, Purpose
from kiosk.kinds.quiz.rules import Rules
from kiosk.sdk.ui import Err, Result, Services

if TYPE_CHECKING:
    from kiosk.records import Pages

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

Known: TypeAlias = tuple[tuple[str, ...], Held | None]


@QmlElement
@QmlUncreatable("made by the app")
class DrawViewModel(QObject):
    """A draw; `changed` when anything about it did.

    Args:
        random: 64 hex digits nobody can guess; tests give their own.
    """

    changed = Signal()

    def __init__(
        self,
        uid: str,
        title: str,
        rules: Rules,
        services: Services,
        parent: QObject | None = None,
        random: Callable[[], str] = lambda: secrets.token_hex(32),
    ) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._acts = DrawActs(uid, title, rules, services, random)
        self._confirm = ConfirmViewModel(rules, services, self)
        self._confirm.whole.connect(self._confirmed)
        self._eligible: tuple[str, ...] = ()
        self._held: Held | None = None
        self._mine = ""
        self._operator: Named | None = None  # both are at the glass since they said so
        self._busy = False
        self._trouble = ""

    @Property(ConfirmViewModel, constant=True)
    def confirm(self) -> ConfirmViewModel:
        """Where operator and witness answer for what is done."""
        return self._confirm

    @Property(bool, constant=True)
    def offered(self) -> bool:
        """Has this quiz prizes?"""
        return bool(self._rules.prizes)

    @Property(str, notify=changed)
    def phase(self) -> str:
        """`open` (people still come), `frozen`, `drawing`, `drawn` or `told`."""
        held = self._held
        if held is None:
            return "open"
        if held.told:
            return "told"
        return "drawn" if held.whole else "drawing" if held.slip.numbers else "frozen"

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """The book is being asked or written."""
        return self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong; empty when nothing did."""
        return self._trouble

    @Property(str, notify=changed)
    def opens(self) -> str:
        """When the list may be frozen; empty when it may be now."""
        now = self._services.clock.now().astimezone()
        due = plausible(now) and f"{now:%Y-%m-%d %H:%M}" >= self._rules.draw_opens
        return "" if due else self._rules.draw_opens

    @Property(int, notify=changed)
    def tickets(self) -> int:
        """How many there are."""
        return len(self._held.slip.tickets if self._held else self._eligible)

    @Property(int, notify=changed)
    def wanted(self) -> int:
        """How many are drawn in all."""
        return len(lottery.order(self._rules.prizes, self.tickets))

    @Property("QVariantList", notify=changed)
    def numbers(self) -> list[int]:
        """Tickets drawn so far."""
        return list(self._held.slip.numbers) if self._held else []

    @Property(str, notify=changed)
    def prize(self) -> str:
        """Name of the prize of the number drawn last; empty before."""
        return self._name(len(self.numbers) - 1)

    @Property(str, notify=changed)
    def nextPrize(self) -> str:
        """Name of the prize to be drawn next; empty at the end."""
        return self._name(len(self.numbers))

    @Property(str, notify=changed)
    def seal(self) -> str:
        """The fingerprint, in four groups of four; empty before the list is frozen."""
        hexed = self._held.slip.commitment[:16].upper() if self._held else ""
        return "  ".join(hexed[at : at + 4] for at in range(0, len(hexed), 4))

    @Property(str, notify=changed)
    def sealedAt(self) -> str:
        """When the list was frozen."""
        return self._held.times[0] if self._held else ""

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """The prizes from the first down, see `drawrows`."""
        return drawrows.rows(self._held, self._rules.prizes, self.tickets)

    @Property(int, notify=changed)
    def ticket(self) -> int:
        """Ticket of who is signed in; 0 for none."""
        tickets = self._held.slip.tickets if self._held else self._eligible
        mine = drawledger.ticket(self._mine)
        return tickets.index(mine) + 1 if mine and mine in tickets else 0

    @Property(str, notify=changed)
    def code(self) -> str:
        """Short code for the prize of who is signed in; empty without one."""
        return lottery.code(self._held.key, self.ticket) if self._held and self.ticket in self.numbers else ""

    @Property(bool, notify=changed)
    def claimed(self) -> bool:
        """Was the prize of who is signed in handed out?"""
        return bool(self._held and self.ticket in self._held.claimed)

    @Property(int, notify=changed)
    def left(self) -> int:
        """Prizes that were drawn and not yet handed out."""
        return len(self._held.slip.numbers) - len(self._held.claims) if self._held else 0

    @Property(str, notify=changed)
    def present(self) -> str:
        """Operator and witness at the glass, masked; empty when they have not said so."""
        witness = self._held.witness if self._held else None
        if self._operator is None or witness is None:
            return ""
        return self.tr("操作 %1，见证 %2。").replace("%1", self._operator.shown).replace("%2", witness.shown)

    @Property(str, notify=changed)
    def slip(self) -> str:
        """The whole slip as text."""
        return slip.written(self._held.slip) if self._held else ""

    def refresh(self, mine: str) -> None:
        """Read the book; `mine` is the hash of who is signed in."""
        self._mine, self._trouble = mine, ""
        uid, rules = self._uid, self._rules

        def read(pages: Pages) -> Known:
            return drawledger.eligible(pages, uid, rules), drawledger.held(pages.of(DRAW, uid))

        self._busy = True
        self._services.recorder.ask(read, self._told)

    def part(self) -> None:
        """The page is left: nobody counts as present any more."""
        self._operator = None
        self._confirm.close()
        self.changed.emit()

    @Slot()
    def advance(self) -> None:
        """What the red button does: seal, draw the next number, tell the seed, or hand a prize out."""
        if self._busy:
            return
        if self._services.door is None or not self._services.door.is_set:
            self._fail(self.tr("还没有设密码，不能抽奖。请在这台机器的终端运行 kiosk pin set。"))
            return
        match self.phase:
            case "open" if not self.opens and self._eligible:
                self._ask("seal")
            case "told" if self.left:
                self._ask("claim")
            case "frozen" | "drawing" | "drawn" if self._operator is None:
                self._ask("resume")
            case "frozen" | "drawing" if self._held:
                self._wait()
                self._acts.draw(self._held, self._kept)
            case "drawn":
                self._wait()
                self._acts.tell(self._kept)

    def _ask(self, purpose: Purpose) -> None:
        """Whose code is void or was never given: another witness comes first."""
        swap = self._held is not None and not self._held.witnessed
        self._confirm.open("swap" if swap else purpose, self._held, self._operator)

    @Slot(object)
    def _confirmed(self, said: Presence) -> None:
        def done(error: KioskError | None) -> None:
            if error is None:
                self._operator = said.operator
                self._confirm.close()
                self._kept(None)
            elif error.code == "WRONG_CODE":
                self._acts.note_wrong(lambda failed: self._refused(failed or error))
            else:
                self._refused(error)

        match said.purpose:
            case "seal":
                self._acts.seal(self._eligible, said, done)
            case "resume":
                self._acts.go_on(said, done)
            case "swap":
                self._acts.swap(said, done)
            case "claim":
                assert self._held is not None
                self._acts.claim(self._held, said, done)

    def _refused(self, error: KioskError) -> None:
        self._confirm.refuse(error)
        self.refresh(self._mine)

    def _kept(self, error: KioskError | None) -> None:
        if error is None:
            self.refresh(self._mine)
        else:
            self._busy = False
            self._fail(error.say(self._services.lang()))

    def _wait(self) -> None:
        self._busy, self._trouble = True, ""
        self.changed.emit()

    def _fail(self, words: str) -> None:
        self._trouble = words
        self.changed.emit()

    def _told(self, told: Result[Known]) -> None:
        self._busy = False
        if isinstance(told, Err):
            self._trouble = told.error.say(self._services.lang())
        else:
            self._eligible, self._held = told.value
        self.changed.emit()

    def _name(self, place: int) -> str:
        return drawrows.prize_at(self._held, self._rules.prizes, self.tickets, place)
