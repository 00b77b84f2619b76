"""A wall of lanterns on the screen: touch one, guess, see why, and light them all."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.riddle import play, slip
from kiosk.kinds.riddle.answermodel import RiddleAnswerViewModel
from kiosk.kinds.riddle.desk import STAKE, FairDesk
from kiosk.kinds.riddle.lanternmodel import LanternViewModel
from kiosk.kinds.riddle.model import Riddles
from kiosk.kinds.riddle.wallmodel import LanternWallViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.riddle"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class RiddleViewModel(ItemViewModel):
    """Which page is up, and the parts it reads. `turned` when another page, lantern or wall is on the screen."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Riddles, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._desk = FairDesk(content, opened, services, self)
        self._fair = LanternWallViewModel(self._desk, self)
        self._lantern = LanternViewModel(self._desk, self)
        self._told = RiddleAnswerViewModel(self._desk, self)
        self._desk.turned.connect(self.turned)

    @Property(LanternWallViewModel, constant=True)
    def fair(self) -> LanternWallViewModel:
        """The wall."""
        return self._fair

    @Property(LanternViewModel, constant=True)
    def lantern(self) -> LanternViewModel:
        """The open lantern."""
        return self._lantern

    @Property(RiddleAnswerViewModel, constant=True)
    def told(self) -> RiddleAnswerViewModel:
        """Its answer."""
        return self._told

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`wall`, `asking` or `answered`."""
        return self._desk.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self._desk.lang == "zh"

    @Slot()
    def next(self) -> None:
        """To the next dark lantern, or to the wall when there is none."""
        if self._desk.phase == "wall" or not self._desk.pace.settled:
            return
        place = play.next_dark(self._desk.round)
        if place >= 0:
            self._desk.touch(place)
        else:
            self.wall()

    @Slot()
    def wall(self) -> None:
        """Back to the wall."""
        self._desk.turn(play.close(self._desk.round))

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with another item."""
        self.services.navigator.openItem(uid)

    def step_back(self) -> bool:
        """From a lantern back to the wall."""
        if self._desk.phase == "wall":
            return False
        self.wall()
        return True

    def leave(self) -> None:
        """What was lit is gone with the page."""
        self.services.navigator.atStake(STAKE, False)

    @Slot(str, float, float, int, result="QVariantMap")
    def slip(self, face: str, width: float, height: float, largest: int) -> dict[str, Any]:
        """A riddle set downwards on paper of at most `width` x `height`; see `slip.Slip`."""
        set_ = asdict(slip.setting(face, width, height, largest))
        return {**set_, "columns": list(set_["columns"])}
