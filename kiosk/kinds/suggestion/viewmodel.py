"""The suggestion box on the screen: which page is up, and what its parts say to each other."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.suggestion.boardmodel import SuggestionBoardViewModel
from kiosk.kinds.suggestion.casemodel import CaseViewModel
from kiosk.kinds.suggestion.letter import Letter
from kiosk.kinds.suggestion.lettermodel import LetterViewModel
from kiosk.kinds.suggestion.lookupmodel import LookupViewModel
from kiosk.kinds.suggestion.model import Box
from kiosk.kinds.suggestion.pages import BoxPages, Phase
from kiosk.kinds.suggestion.receiptmodel import ReceiptViewModel
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1

STAKE = "suggestion"
_BEFORE: dict[Phase, Phase] = {"text": "topic", "contact": "text", "review": "contact", "waiting": "lookup"}


@QmlElement
@QmlUncreatable("made by the app")
class SuggestionViewModel(ItemViewModel):
    """The box. `turned` when another page is up."""

    turned = Signal()

    def __init__(
        self, opened: Opened, content: Box, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._box = content
        self._pages = BoxPages(opened.uid, services, self)
        self._board = SuggestionBoardViewModel(content, self._pages, self)
        self._case = CaseViewModel(content, self._board, self._pages, self)
        self._letter = LetterViewModel(content, self._pages, self)
        self._receipt = ReceiptViewModel(self._pages, self)
        self._lookup = LookupViewModel(content, self._pages, self)
        self._staked = False
        self._pages.turned.connect(self.turned)
        self._pages.turned.connect(self._stake)
        self._letter.edited.connect(self._stake)
        self._letter.stored.connect(self._receipt.show)
        self._receipt.noted.connect(self._afresh)
        self._board.picked.connect(self._case.show)
        self._lookup.found.connect(self._case.show)

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
        """The cases are invented."""
        return self._box.sample

    @Property(bool, constant=True)
    def demo(self) -> bool:
        """Letters are sealed to a key that everybody can open."""
        return self._box.demo

    @Property(SuggestionBoardViewModel, constant=True)
    def board(self) -> SuggestionBoardViewModel:
        """The public list."""
        return self._board

    @Property(CaseViewModel, constant=True)
    def case(self) -> CaseViewModel:
        """The case that is open."""
        return self._case

    @Property(LetterViewModel, constant=True)
    def letter(self) -> LetterViewModel:
        """What is being written."""
        return self._letter

    @Property(ReceiptViewModel, constant=True)
    def receipt(self) -> ReceiptViewModel:
        """What is given for it."""
        return self._receipt

    @Property(LookupViewModel, constant=True)
    def lookup(self) -> LookupViewModel:
        """Finding it again."""
        return self._lookup

    @Slot()
    def home(self) -> None:
        """Back to the list; what is written waits for its writer."""
        self._close()
        self._pages.turn("list")

    def step_back(self) -> bool:
        """One step back: through the steps of writing, then to the list."""
        phase = self._pages.phase
        if phase == "list":
            return False
        if self._letter.busy:
            return True
        to = _BEFORE.get(phase, "list")
        if to == "list" or (to == "topic" and len(self._box.topics) == 1):
            self.home()
        else:
            self._lookup.clear()
            self._pages.turn(to)
        return True

    def leave(self) -> None:
        """The page goes away: nothing that was written stays in memory."""
        self._forget()
        if self._staked:
            self._set_stake(False)

    def hand_over(self) -> Letter | None:
        """What was begun, for the box in the other language."""
        begun = self._letter.hand_over()
        if begun is not None:
            self._set_stake(False)
        return begun

    def go_on(self, begun: Letter) -> None:
        """Go on writing what `hand_over` gave."""
        self._letter.go_on(begun)
        self._pages.turn("text")

    @Slot()
    def _afresh(self) -> None:
        self._forget()
        self._pages.turn("list")

    def _forget(self) -> None:
        """Forget what was written, typed and opened."""
        self._letter.forget()
        self._close()

    def _close(self) -> None:
        self._lookup.clear()
        self._case.close()

    @Slot()
    def _stake(self) -> None:
        """Words that are not sent, and a code nobody has noted, are worth a question before they are wiped."""
        self._set_stake(self._letter.begun or self._pages.phase == "receipt")

    def _set_stake(self, on: bool) -> None:
        self._staked = on
        self.services.navigator.atStake(STAKE, on)
