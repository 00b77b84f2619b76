"""The door to the administrator's pages: a hidden gesture or a key knocks, the PIN opens, leaving closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from kiosk.settings.roles import NEEDS, Role
from kiosk.shell.page import Page
from kiosk.shell.shell import Shell, is_duty
from kiosk.state.lease import Lease
from kiosk.state.pin import AdminPin

FIRST_ROOM = "status"
PIN = "pin"
WITHOUT_PIN = frozenset({"status", "sync", "usb"})
"""Rooms that show themselves while no PIN was chosen; nothing can be done in them."""


class DutyPages(Protocol):
    """Makes the administrator's pages."""

    def pin_page(self, accepted: Callable[[], None], needed: Role) -> Page:
        """The number pad; `accepted` is called when a PIN of that role, or of one above it, was right."""

    def room(self, name: str) -> Page:
        """A page behind the gate, by its name."""


class Gate(QObject):
    """Lets the administrator in, and locks again as soon as none of these pages is open.

    Without a PIN the pages open all the same and show facts, but do nothing.

    Args:
        shell: where the pages are shown; its `knocked` knocks here.
        pages: makes them.
        pin: knows whether the PIN was entered.
    """

    def __init__(self, shell: Shell, pages: DutyPages, pin: AdminPin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._pages = pages
        self._pin = pin
        self._wanted = ""
        shell.knocked.connect(self.knock)
        shell.depthChanged.connect(self._look_back)
        shell.leaseSpent.connect(self._spent)
        pin.openChanged.connect(self._lend)

    @Slot()
    def knock(self) -> None:
        """Somebody held the corner, or pressed the key."""
        if not self._shell.duty:
            self.enter(FIRST_ROOM)

    def enter(self, room: str) -> None:
        """Go to a page behind the gate, past the number pad when it is closed."""
        if self._pin.may(room) or (not self._pin.is_set and room in WITHOUT_PIN):
            self.show(room)
            return
        self._wake()
        self._wanted = room
        if self._top == PIN:
            self._shell.back()
        self._shell.push(self._pages.pin_page(self._accepted, NEEDS.get(room, "it")))

    def through(self, then: Callable[[], None]) -> None:
        """Do something that only the administrator or a lecturer may; at once when no PIN was set."""
        if self._pin.is_open or not self._pin.is_set:
            then()
            return
        self._wake()
        self._wanted = ""

        def opened() -> None:
            if self._top == PIN:
                self._shell.back()
            then()

        if self._top == PIN:
            self._shell.back()
        self._shell.push(self._pages.pin_page(opened, "staff"))

    def show(self, room: str) -> None:
        """Go to a page without asking."""
        self._wake()
        if self._top == PIN:
            self._shell.swap(self._pages.room(room))
        elif self._top != room:
            self._shell.push(self._pages.room(room))

    def leave(self, room: str) -> None:
        """Leave a page, or the number pad that stands before it; nothing when neither is open."""
        if self._top == PIN and self._wanted == room:
            self._shell.back()
        for page in self._shell.pages[1:]:
            if page.name == room:
                self._shell.drop(page)

    @property
    def _top(self) -> str:
        return self._shell.page.name if self._shell.page else ""

    def _accepted(self) -> None:
        self.show(self._wanted)

    def _wake(self) -> None:
        if self._shell.attract:
            self._shell.wake()

    @Slot()
    def _look_back(self) -> None:
        if not any(is_duty(p) for p in self._shell.pages):
            self._pin.close()

    @Slot()
    def _lend(self) -> None:
        """The door was opened or shut; a higher PIN on the way begins no new lease."""
        if not self._pin.is_open:
            self._shell.lend(None)
        elif not self._shell.lent:
            self._shell.lend(Lease(self._shell.monotonic))

    @Slot()
    def _spent(self) -> None:
        self._shell.lend(None)
        self._shell.home()
        self._pin.close()
        self._shell.say(self.tr("值班时间到了，门已锁上"), self.tr("没做完的，再输一次密码接着做"))
