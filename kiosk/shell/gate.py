"""The door to the administrator's pages: a hidden gesture or a key knocks, the PIN opens, leaving closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from kiosk.shell.page import Page
from kiosk.shell.shell import Shell, is_duty
from kiosk.state.pin import AdminPin

FIRST_ROOM = "sync"
PIN = "pin"


class DutyPages(Protocol):
    """Makes the administrator's pages."""

    def pin_page(self, accepted: Callable[[], None]) -> Page:
        """The number pad; `accepted` is called when the PIN was right."""

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

    @Slot()
    def knock(self) -> None:
        """Somebody held the corner, or pressed the key."""
        if not self._shell.duty:
            self.enter(FIRST_ROOM)

    def enter(self, room: str) -> None:
        """Go to a page behind the gate, past the number pad when it is closed."""
        if self._pin.is_open or not self._pin.is_set:
            self.show(room)
            return
        self._wake()
        self._wanted = room
        if self._top != PIN:
            self._shell.push(self._pages.pin_page(self._accepted))

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
        self._shell.push(self._pages.pin_page(opened))

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
