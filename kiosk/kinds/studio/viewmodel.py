"""A studio on the screen: which page is up, and what its parts say to each other."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.demokey import DEMO_KEY
from kiosk.kinds.studio.boardmodel import StudioBoardViewModel
from kiosk.kinds.studio.model import Studio
from kiosk.kinds.studio.order import Order
from kiosk.kinds.studio.ordermodel import OrderViewModel
from kiosk.kinds.studio.pages import ROOMS, Phase, StudioPages
from kiosk.kinds.studio.roomsmodel import StudioRoomsViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.studio"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "studio"


@QmlElement
@QmlUncreatable("made by the app")
class StudioViewModel(ItemViewModel):
    """The studio. `turned` when another page is up."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Studio, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._studio = content
        self._pages = StudioPages(opened, services, self)
        self._board = StudioBoardViewModel(content, self._pages, self)
        self._rooms = StudioRoomsViewModel(content, self._pages, self.media, self)
        self._order = OrderViewModel(content, self._board, self._pages, self)
        self._staked = False
        self._pages.turned.connect(self.turned)
        self._order.edited.connect(self._stake)

    @Property(str, notify=turned)
    def phase(self) -> str:
        """Which page is up."""
        return self._pages.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(bool, constant=True)
    def sample(self) -> bool:
        """Everything here is invented."""
        return self._studio.sample

    @Property(bool, constant=True)
    def demo(self) -> bool:
        """Requests are sealed to a key that everybody can open."""
        return self._studio.office_key == DEMO_KEY

    @Property(str, constant=True)
    def leader(self) -> str:
        """Who leads it."""
        return self._studio.head

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two."""
        return self._studio.about

    @Property("QStringList", constant=True)
    def fields(self) -> list[str]:
        """What the studio knows about."""
        return list(self._studio.fields)

    @Property(StudioBoardViewModel, constant=True)
    def board(self) -> StudioBoardViewModel:
        """The help cards on the wall."""
        return self._board

    @Property(StudioRoomsViewModel, constant=True)
    def rooms(self) -> StudioRoomsViewModel:
        """What there is to see."""
        return self._rooms

    @Property(OrderViewModel, constant=True)
    def order(self) -> OrderViewModel:
        """The card that is being written."""
        return self._order

    @Slot()
    def home(self) -> None:
        """Back to the studio's wall."""
        if self._pages.phase in ROOMS or self._pages.up("receipt"):
            self._pages.turn("front")

    @Slot()
    def back(self) -> None:
        """To the step before, as the skirting does it."""
        self.step_back()

    def step_back(self) -> bool:
        """One step back inside the studio."""
        phase = self._pages.phase
        before: dict[Phase, Phase] = {
            "describe": "front", "contact": "front" if self._order.taking else "describe", "review": "contact",
        }  # fmt: skip
        if phase == "front" or self._order.busy:
            return bool(self._order.busy)
        self._pages.turn(before.get(phase, "front"))
        return True

    def leave(self) -> None:
        """The page goes for good; an unfinished card with it."""
        if self._staked:
            self._set_stake(False)

    def hand_over(self) -> Order | None:
        """The unfinished card, for the studio in the other language."""
        begun = self._order.hand_over()
        if begun is not None:
            self._set_stake(False)
        return begun

    def go_on(self, begun: Order) -> None:
        """Go on with the card that `hand_over` gave."""
        self._order.go_on(begun)

    @Slot()
    def _stake(self) -> None:
        """What is written is worth a question before it is wiped."""
        if self._order.begun != self._staked:
            self._set_stake(self._order.begun)

    def _set_stake(self, on: bool) -> None:
        self._staked = on
        self.services.navigator.atStake(STAKE, on)
