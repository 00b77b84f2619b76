"""The shell: a stack of pages, the listening cell, notices, and the end of the visit."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.sdk.narrator import Narrator
from kiosk.shell.idle import Asking, Gone, Idle
from kiosk.shell.page import Page
from kiosk.state.lease import QUIET, Lease
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
DEEPEST = 12
CARRY = "handoff"
"""Name of the sheet that every item has."""
_SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    )
)
_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.Wheel))


class Pages(Protocol):
    """Makes pages; the app knows all screens and kinds, the shell none."""

    def home(self) -> Page:
        """The entrance."""

    def catalog(self, kind: str = "", era: str = "", minutes: int = 0) -> Page:
        """A list."""

    def search(self) -> Page:
        """The search page."""

    def playlist(self, uid: str) -> Page:
        """A playlist."""

    def people(self, order: str) -> Page:
        """Everybody, by `era`, by `trade` or year by year with their `honours`."""

    def item(self, uid: str, done: Callable[[Page], None]) -> None:
        """An item's page, handed over when it is read."""


def is_duty(page: Page) -> bool:
    """Whether a page is for the administrator: its view model says `duty = True`."""
    return bool(getattr(page.vm, "duty", False))


@QmlElement
@QmlUncreatable("made by the app")
class Shell(QObject):
    """Navigation for QML and Python. Pages are pushed, popped or all replaced; QML follows by signals."""

    pushed = Signal(Page)
    popped = Signal()
    cleared = Signal(Page)
    depthChanged = Signal()
    attractChanged = Signal()
    askingChanged = Signal()
    noticeChanged = Signal()
    panelChanged = Signal()
    sheetChanged = Signal()
    markChanged = Signal()
    dutyChanged = Signal()
    visitEnded = Signal()
    stageChanged = Signal()
    lectureWanted = Signal(str)
    rehearsalWanted = Signal(str)
    """Somebody wants to hold a lecture."""
    wallWanted = Signal(str)
    """Somebody wants an item to cover the screen of a hall."""
    carryAsked = Signal()
    """The skirting's cell for taking this item away was touched."""
    leaseSpent = Signal()
    """The administrator has been in for as long as may be."""
    knocked = Signal()
    """Somebody wants to come to the administrator's pages."""

    def __init__(
        self,
        pages: Pages,
        visit: Visit,
        narrator: Narrator,
        clock: Clock,
        idle: Idle,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._visit = visit
        self._narrator = narrator
        self._clock = clock
        self._idle = idle.touch(clock.monotonic())
        self._stack: list[Page] = []
        self._attract = False
        self._asking = 0
        self._notice = ("", "", "info")
        self._panel = False
        self._sheet: Page | None = None
        self._stage: Page | None = None
        self._mark = ("", "")
        self._duty_minutes = 0
        self._lease: Lease | None = None
        self._awake: set[str] = set()
        self._stake: set[str] = set()
        self._opening = 0
        self._tick = QTimer(self, interval=500)
        self._tick.timeout.connect(self.look)
        narrator.failed.connect(self._narration_failed)
        visit.langChanged.connect(self._language)

    # --- what QML reads -------------------------------------------------------------------------------------------

    @Property(Page, notify=depthChanged)
    def page(self) -> Page | None:
        """The page on top."""
        return self._stack[-1] if self._stack else None

    @Property(str, notify=depthChanged)
    def pageUid(self) -> str:
        """The item on the page on top, or empty."""
        return self._stack[-1].uid if self._stack else ""

    @Property(int, notify=depthChanged)
    def depth(self) -> int:
        """Pages on the stack; 1 is home."""
        return len(self._stack)

    @Property(bool, notify=attractChanged)
    def attract(self) -> bool:
        """Whether the attract loop covers everything."""
        return self._attract

    @Property(int, notify=askingChanged)
    def asking(self) -> int:
        """Seconds left of "still there?"; 0 when nobody is asked."""
        return self._asking

    @Property(str, notify=noticeChanged)
    def noticeTitle(self) -> str:
        """What the notice says; empty = no notice."""
        return self._notice[0]

    @Property(str, notify=noticeChanged)
    def noticeNote(self) -> str:
        """Its second line."""
        return self._notice[1]

    @Property(str, notify=noticeChanged)
    def noticeTone(self) -> str:
        """`good`, `bad` or `info`."""
        return self._notice[2]

    @Property(bool, notify=panelChanged)
    def panel(self) -> bool:
        """Whether the text size panel is open."""
        return self._panel

    @Property(Page, notify=sheetChanged)
    def sheet(self) -> Page | None:
        """What rises above the skirting without hiding the page; None most of the time."""
        return self._sheet

    @Property(Page, notify=stageChanged)
    def stage(self) -> Page | None:
        """A lecture, which covers everything else; None when none is held."""
        return self._stage

    @Property(bool, notify=sheetChanged)
    def carrying(self) -> bool:
        """Whether that sheet is the one for taking this item away."""
        return self._sheet is not None and self._sheet.name == CARRY

    @Property(str, notify=markChanged)
    def markIcon(self) -> str:
        """Icon of the quiet mark in the skirting; empty = nothing to say."""
        return self._mark[0]

    @Property(str, notify=markChanged)
    def markText(self) -> str:
        """A word or two beside it."""
        return self._mark[1]

    @Property(bool, notify=depthChanged)
    def duty(self) -> bool:
        """Whether the page on top is the administrator's."""
        return bool(self._stack) and is_duty(self._stack[-1])

    @Property(int, notify=dutyChanged)
    def dutyMinutes(self) -> int:
        """Minutes until it is left by itself."""
        return self._duty_minutes

    @Property(bool, notify=depthChanged)
    def canListen(self) -> bool:
        """Whether this page can be read aloud."""
        can = getattr(self.page.vm, "can_listen", None) if self.page else None
        return bool(can and can())

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is open, home first."""
        return tuple(self._stack)

    @property
    def last_touch(self) -> float:
        """Monotonic seconds of the last sign of life."""
        return self._idle.touched

    # --- navigation -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first page and start to watch for the end of the visit."""
        self._clear()
        self._tick.start()

    @Slot(str)
    def openRoom(self, kind: str) -> None:
        """Show what there is of a kind."""
        self._push(self._pages.catalog(kind=kind))

    @Slot(str)
    def openEra(self, era: str) -> None:
        """Show the stories of one era."""
        self._push(self._pages.catalog(kind="story", era=era))

    @Slot(int)
    def openMinutes(self, minutes: int) -> None:
        """Show what fits into a break."""
        self._push(self._pages.catalog(minutes=minutes))

    @Slot()
    def openSearch(self) -> None:
        """Show the search page."""
        if not (self.page and self.page.name == "search"):
            self._push(self._pages.search())

    @Slot(str)
    def openPlaylist(self, uid: str) -> None:
        """Show a playlist; from another one, in its place."""
        page = self._pages.playlist(uid)
        if self.page and self.page.name == page.name:
            self.swap(page)
        else:
            self._push(page)

    @Slot(str)
    def openPeople(self, order: str) -> None:
        """Show everybody, in one of the three orders."""
        self._push(self._pages.people(order))

    @Slot(str)
    def openItem(self, uid: str) -> None:
        """Show an item; it is read on the `db` lane first, and a touch meanwhile on something else wins."""
        self._open(uid, self._push)

    @Slot(str)
    def swapItem(self, uid: str) -> None:
        """Show an item in place of this one."""
        self._open(uid, self.swap)

    @Slot()
    def carry(self) -> None:
        """The skirting's cell: take this item away."""
        self.carryAsked.emit()

    @Slot()
    def back(self) -> None:
        """Leave this page."""
        self._opening += 1
        if self._panel:
            self.togglePanel()
        elif self._step_back():
            self.dismissNotice()
        elif len(self._stack) > 1:
            self._stack.pop()
            self.popped.emit()
            self.depthChanged.emit()

    @Slot()
    def home(self) -> None:
        """Back to the start, keeping what the visitor chose."""
        self._opening += 1
        self._close_panel()
        if len(self._stack) > 1:
            self._clear()

    @Slot()
    def togglePanel(self) -> None:
        """Open or close the text size panel."""
        self._panel = not self._panel
        self.panelChanged.emit()

    @Slot()
    def listen(self) -> None:
        """The listening cell: read this page, or stop and go on with what is being read."""
        page = self.page
        vm = page.vm if page else None
        if vm is not None and self.canListen and page is not None and self._narrator.uid != page.uid:
            cast("Any", vm).listen()
        elif self._narrator.uid:
            self._narrator.toggle()

    @Slot()
    def showReading(self) -> None:
        """Go to the page that is being read."""
        if self._narrator.uid:
            self.openItem(self._narrator.uid)

    @Slot()
    def knock(self) -> None:
        """The hidden gesture, or its key; nobody is let in before an audience."""
        if self._stage is None:
            self.knocked.emit()

    @Slot(str)
    def startLecture(self, uid: str) -> None:
        """Hold a lecture, past the PIN when there is one."""
        self.lectureWanted.emit(uid)

    @Slot(str)
    def rehearseLecture(self, uid: str) -> None:
        """Go through a lecture without an audience, past the PIN when there is one."""
        self.rehearsalWanted.emit(uid)

    @Slot(str)
    def hangWall(self, uid: str) -> None:
        """Hang an item over the whole screen, past the PIN when there is one."""
        self.wallWanted.emit(uid)

    def raise_stage(self, page: Page) -> None:
        """Cover everything with a lecture. Until it is lowered the kiosk is not idle, and no question covers it."""
        self.touched()
        self._close_panel()
        self.closeSheet()
        self.dismissNotice()
        self._narrator.stop()
        page.setParent(self)
        self._stage = page
        self.stageChanged.emit()

    def lower_stage(self) -> None:
        """The lecture is over: a clean kiosk."""
        page, self._stage = self._stage, None
        if page is not None:
            self.stageChanged.emit()
            page.release()
            self.endVisit()

    def push(self, page: Page) -> None:
        """Show a page on top of this one."""
        self._push(page)

    def swap(self, page: Page) -> None:
        """Show a page in place of this one."""
        if len(self._stack) > 1:
            self._stack.pop()
            self.popped.emit()
        self._push(page)

    def drop(self, page: Page) -> None:
        """Leave a page, and what was opened on top of it; nothing when it is not open any more."""
        while page in self._stack[1:]:
            self.back()

    def raise_sheet(self, page: Page) -> None:
        """Let a sheet rise above the skirting; an older one goes away."""
        self.closeSheet()
        page.setParent(self)
        self._sheet = page
        self.sheetChanged.emit()

    @Slot()
    def closeSheet(self) -> None:
        """Put the sheet away."""
        page, self._sheet = self._sheet, None
        if page is not None:
            self.sheetChanged.emit()
            page.release()

    def mark(self, icon: str = "", text: str = "") -> None:
        """Show the quiet mark in the skirting; without an icon it goes away."""
        if (icon, text) != self._mark:
            self._mark = (icon, text)
            self.markChanged.emit()

    def say(self, title: str, note: str = "", tone: str = "info") -> None:
        """Show a notice."""
        self._notice = (title, note, tone)
        self.noticeChanged.emit()

    @Slot()
    def dismissNotice(self) -> None:
        """The notice was read."""
        if self._notice[0]:
            self._notice = ("", "", "info")
            self.noticeChanged.emit()

    def lend(self, lease: Lease | None) -> None:
        """The administrator is in for so long; None: they have left."""
        self._lease = lease

    @property
    def lent(self) -> bool:
        """Whether the administrator is in."""
        return self._lease is not None

    @property
    def monotonic(self) -> float:
        """Now, as leases count."""
        return self._clock.monotonic()

    def keepAwake(self, holder: str, on: bool) -> None:
        """Something plays: watching is not idling."""
        (self._awake.add if on else self._awake.discard)(holder)

    def atStake(self, holder: str, on: bool) -> None:
        """Something would be lost by a reset."""
        (self._stake.add if on else self._stake.discard)(holder)

    # --- the end of the visit ---------------------------------------------------------------------------------------

    @Slot()
    def touched(self) -> None:
        """A sign of life."""
        self._idle = self._idle.touch(self._clock.monotonic())
        self._ask(0)

    @Slot()
    def wake(self) -> None:
        """The attract loop was touched: the visit begins, on home."""
        self.touched()
        self._set_attract(False)

    @Slot()
    def look(self) -> None:
        """Is anybody still there? Called twice a second."""
        if self._attract or self._stage is not None:
            return
        awake = bool(self._awake) or self._narrator.playing
        fresh = len(self._stack) <= 1 and not self._stake and not self._panel
        now, patience = self._clock.monotonic(), QUIET if self._patient else 0
        self._idle, moment = self._idle.look(now, at_start=fresh, awake=awake, at_least=patience)
        ends = max(patience, self._idle.idle) + self._idle.touched
        if self._lease is not None:
            ends = min(ends, self._lease.ends(self._idle.touched))
        minutes = math.ceil((ends - now) / 60)
        if minutes != self._duty_minutes:
            self._duty_minutes = minutes
            self.dutyChanged.emit()
        if self._lease is not None and self._lease.spent(now):
            self.leaseSpent.emit()
        if isinstance(moment, Gone):
            self.endVisit()
        else:
            self._ask(moment.left if isinstance(moment, Asking) else 0)

    @Slot()
    def endVisit(self) -> None:
        """Forget the visitor and show the attract loop; nothing while a lecture is held."""
        if self._stage is not None:
            return
        self._opening += 1
        self._ask(0)
        self._close_panel()
        self.closeSheet()
        self.dismissNotice()
        self._awake.clear()
        self._stake.clear()
        self._narrator.stop()
        self._visit.reset()
        self._clear()
        self._set_attract(True)
        self.visitEnded.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the window for signs of life. Only a key that answers "still there?" is eaten."""
        if event.type() not in _SIGNS_OF_LIFE or self._attract or self._stage is not None:
            return False
        if not self._asking:
            self.touched()
            return False
        # The question takes the touch that answers it, so it must still be there when the event is delivered.
        QTimer.singleShot(0, self, self.touched)
        return event.type() in _KEYS

    # --- inner ------------------------------------------------------------------------------------------------------

    def _open(self, uid: str, show: Callable[[Page], None]) -> None:
        if self.page and self.page.uid == uid:
            return
        self._opening += 1
        ticket = self._opening

        def ready(page: Page) -> None:
            if ticket == self._opening:
                show(page)
            else:
                page.release()

        self._pages.item(uid, ready)

    def _push(self, page: Page) -> None:
        self._opening += 1
        page.setParent(self)
        self._close_panel()
        self.dismissNotice()
        if len(self._stack) >= DEEPEST:  # related items can be followed for ever
            self._clear()
        self._stack.append(page)
        self.pushed.emit(page)
        self.depthChanged.emit()

    @property
    def _patient(self) -> bool:
        return bool(self._stack) and bool(getattr(self._stack[-1].vm, "patient", False))

    def _step_back(self) -> bool:
        """Whether the page itself had somewhere to go back to."""
        step = getattr(self.page.vm, "step_back", None) if self.page else None
        return bool(step and step())

    def _clear(self) -> None:
        page = self._pages.home()
        page.setParent(self)
        self._stack = [page]
        self.cleared.emit(page)
        self.depthChanged.emit()

    @Slot()
    def _language(self) -> None:
        """Pages hold content in one language: start again from home, or on a page where something was begun."""
        self._opening += 1
        if self._stack and not self._attract:
            self._narrator.stop()
            uid, begun = self._begun()
            self._clear()
            if begun is not None:
                self._open(uid, lambda page: self._go_on(page, begun))

    def _begun(self) -> tuple[str, object]:
        """The item on the screen, and what the visitor has begun there; None for nothing."""
        page = self.page
        hand_over = getattr(page.vm, "hand_over", None) if page is not None else None
        return (page.uid, hand_over()) if page is not None and hand_over is not None else ("", None)

    def _go_on(self, page: Page, begun: object) -> None:
        """The same item in the other language, with what was begun."""
        self._push(page)
        go_on = getattr(page.vm, "go_on", None)  # there is none when the item is not to be had in it
        if go_on is not None:
            go_on(begun)

    def _close_panel(self) -> None:
        if self._panel:
            self._panel = False
            self.panelChanged.emit()

    def _set_attract(self, on: bool) -> None:
        if on != self._attract:
            self._attract = on
            self.attractChanged.emit()

    def _ask(self, left: int) -> None:
        if left != self._asking:
            self._asking = left
            self.askingChanged.emit()

    @Slot(str)
    def _narration_failed(self, message: str) -> None:
        _log.info("narration cannot be played: %s", message)
        self._narrator.stop()
        self.say(self.tr("声音放不出来"), self.tr("先看文字，别的故事都能听"), "bad")
