"""What leads from one item to the next: the sheet to take away, and the way through a playlist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiosk.core.kind import Kind
from kiosk.sdk.narrator import Narrator
from kiosk.sdk.ui import ItemViewModel
from kiosk.shell.page import Page
from kiosk.shell.shell import CARRY, Shell
from kiosk.state.visit import Visit
from kiosk.state.walk import Walk

_SCREEN = Path(__file__).resolve().parent.parent / "screens/handoff/HandoffSheet.qml"


class Guide(QObject):
    """Follows the pages of the shell.

    Args:
        kinds: asked for when a sheet is made; home needs none.
    """

    def __init__(
        self,
        shell: Shell,
        visit: Visit,
        narrator: Narrator,
        kinds: Callable[[], Mapping[str, Kind]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.walk = Walk(visit, self)
        self._shell = shell
        self._visit = visit
        self._narrator = narrator
        self._kinds = kinds
        shell.carryAsked.connect(self.carry)
        shell.pushed.connect(self._pushed)
        shell.depthChanged.connect(self._put_away)
        shell.panelChanged.connect(self._put_away)
        narrator.finished.connect(self._narrated)

    @Slot()
    def carry(self) -> None:
        """The cell in the skirting: raise the sheet of this item, or put it away."""
        if self._mine():
            self._shell.closeSheet()
        else:
            self._raise(ended=False)

    @Slot()
    def over(self) -> None:
        """The item on the screen has come to its end: in a playlist, offer the next."""
        page = self._shell.page
        if page and self.walk.holds(page.uid) and self.walk.following()[0] and not self._mine():
            self._raise(ended=True)

    def _raise(self, *, ended: bool) -> None:
        from kiosk.screens.handoff.viewmodel import HandoffViewModel

        page = self._shell.page
        vm = page.vm if page else None
        if not isinstance(vm, ItemViewModel):
            return
        made = HandoffViewModel(
            vm.opened,
            self._kinds(),
            self.walk,
            self._visit.language,
            self._shell.openItem,
            self._shell.swapItem,
            self._shell.closeSheet,
            ended=ended,
        )
        self._shell.raise_sheet(Page(CARRY, _SCREEN, made))

    def _mine(self) -> bool:
        sheet = self._shell.sheet
        return sheet is not None and sheet.name == CARRY

    @Slot()
    def _put_away(self) -> None:
        if self._mine():
            self._shell.closeSheet()

    @Slot(Page)
    def _pushed(self, page: Page) -> None:
        if page.uid:
            self.walk.mark(page.uid)
        vm = page.vm
        if isinstance(vm, ItemViewModel):
            vm.over.connect(self.over)

    @Slot()
    def _narrated(self) -> None:
        if self._narrator.uid and self._narrator.uid == self._shell.pageUid:
            self.over()
