"""A page that hangs over the whole screen of a hall for days, such as a contest's wall of results, and what takes it down.

It hangs as a lecture does: the kiosk is not idle, nothing rises over it. A touch asks for the PIN; as long as nobody enters it
the page comes back, at the latest with the end of the visit. Where no PIN is set it is taken down by a touch held for three
seconds, so that passing children do not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Slot

from kiosk.shell.page import Page
from kiosk.shell.shell import Shell


class DoorKeeper(Protocol):
    """The gate, as far as it is needed here."""

    def through(self, then: Callable[[], None]) -> None:
        """Past the PIN, if there is one."""


class HallWall(QObject):
    """Hangs one item.

    Args:
        shell: over whose pages it hangs.
        make: makes an item's page.
        gate: asks for the PIN.
        guarded: whether a PIN is set.
    """

    def __init__(
        self,
        shell: Shell,
        make: Callable[[str, Callable[[Page], None]], None],
        gate: Callable[[], DoorKeeper],
        guarded: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._make = make
        self._gate = gate
        self._guarded = guarded
        self._uid = ""
        self._page: Page | None = None
        self._asking = False
        shell.depthChanged.connect(self._look)

    @property
    def uid(self) -> str:
        """What hangs, or will when nobody has taken it down; empty for nothing."""
        return self._uid

    def ask(self, uid: str) -> None:
        """Hang an item, past the PIN."""
        self._gate().through(lambda: self.hang(uid))

    def hang(self, uid: str) -> None:
        """Hang an item; a notice says when it is none that can."""
        self._uid = uid
        self._make(uid, self._made)

    def _made(self, page: Page) -> None:
        vm: Any = page.vm
        if not self._uid or self._shell.stage is not None:
            page.release()
        elif not hasattr(vm, "hang"):
            self._uid = ""
            page.release()
            self._shell.say(self.tr("这一件不能挂成大厅屏"), self.tr("评选的结果墙可以"), "bad")
        else:
            self._shell.home()
            self._shell.wake()
            vm.hang()
            vm.doorAsked.connect(self._touched)
            self._page = page
            self._shell.raise_stage(page)

    @Slot(bool)
    def _touched(self, held: bool) -> None:
        if self._guarded():
            self._asking = True
            self._shell.lower_stage()
            self._gate().through(self._let_go)
            self._asking = False
        elif held:
            self.take_down()

    def take_down(self) -> None:
        """The hall's screen is a kiosk again; nothing happens when nothing hangs."""
        self._let_go()
        page, self._page = self._page, None
        if page is not None and self._shell.stage is page:
            self._shell.lower_stage()

    def _let_go(self) -> None:
        self._uid = ""

    @Slot()
    def _look(self) -> None:
        """Whoever touched it went away without the PIN."""
        if self._uid and not self._asking and self._shell.stage is None and self._shell.depth <= 1:
            self.hang(self._uid)
