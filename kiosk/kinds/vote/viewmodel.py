"""A contest on the screen: look, choose, say who you are, vote; nominate; see the wall of results."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.vote.entriesmodel import ContestEntriesViewModel
from kiosk.kinds.vote.floor import Floor
from kiosk.kinds.vote.model import Contest
from kiosk.kinds.vote.nominationmodel import STAKE, NominationViewModel
from kiosk.kinds.vote.numbermodel import ContestNumberViewModel
from kiosk.kinds.vote.voting import Voting
from kiosk.kinds.vote.wallmodel import WALLS, ContestWallViewModel
from kiosk.kinds.vote.words import VoteWords
from kiosk.sdk.content import Kind
from kiosk.sdk.ui import ItemViewModel, Opened, Services

QML_IMPORT_NAME = "kiosk.kinds.vote"
QML_IMPORT_MAJOR_VERSION = 1

SECOND = 1_000
AWAKE = "vote.media"


@QmlElement
@QmlUncreatable("made by the app")
class VoteViewModel(ItemViewModel):
    """One visitor in front of a contest.

    `turned` when another page is on the screen, `changed` when something on it changed, `doorAsked` when somebody touched the
    wall of a hall: for how long, or shortly.
    """

    turned = Signal()
    changed = Signal()
    doorAsked = Signal(bool)

    def __init__(
        self, opened: Opened, content: Contest, kind: Kind, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._contest = content
        self._floor = Floor(content, opened, services, self)
        self._floor.turned.connect(self.turned)
        self._floor.changed.connect(self.changed)
        self._floor.turning.connect(self._turning)
        self._seed = services.seed()
        turn = uuid.uuid4().hex
        self._words = VoteWords(content, self)
        self._entries = ContestEntriesViewModel(self._floor, self._seed, self.media, self)
        self._voting = Voting(self._floor, self._words, turn, self._drawn, self)
        self._number = ContestNumberViewModel(self._floor, self._words, self)
        self._number.said.connect(self._voting.look_up)
        self._voting.refused.connect(self._retype)
        self._wall = ContestWallViewModel(self._floor, self.media, self)
        self._nomination = NominationViewModel(self._floor, turn, self._seed, self)
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self._tick)
        self._floor.changed.connect(self._count_down)
        if not self._voting.asks:
            self._voting.look_up(turn)

    # --- the contest ------------------------------------------------------------------------------------------------

    @Property(ContestEntriesViewModel, constant=True)
    def entries(self) -> ContestEntriesViewModel:
        """What can be voted for."""
        return self._entries

    @Property(ContestNumberViewModel, constant=True)
    def number(self) -> ContestNumberViewModel:
        """Who votes, while it is typed."""
        return self._number

    @Property(ContestWallViewModel, constant=True)
    def wall(self) -> ContestWallViewModel:
        """The results."""
        return self._wall

    @Property(NominationViewModel, constant=True)
    def nomination(self) -> NominationViewModel:
        """The form for a nomination."""
        return self._nomination

    @Property(str, notify=turned)
    def phase(self) -> str:
        """`gallery`, `detail`, `identify`, `confirm`, `wall`, `hall`, `nominate` or `nominated`."""
        return self._floor.phase

    @Property(bool, constant=True)
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    @Property(bool, constant=True)
    def software(self) -> bool:
        """Film goes through the painted surface."""
        return self.services.software

    @Property(str, constant=True)
    def genre(self) -> str:
        """What the entries are."""
        return self._contest.genre

    @Property(str, constant=True)
    def about(self) -> str:
        """A sentence or two."""
        return self._contest.about

    @Property(str, notify=changed)
    def stage(self) -> str:
        """`before`, `open`, `after` or `clock`."""
        return self._floor.stage

    @Property(str, constant=True)
    def counting(self) -> str:
        """How many of what: 职工摄影 24 幅."""
        return self._words.counting()

    @Property("QVariantList", notify=changed)
    def mine(self) -> list[int]:
        """Numbers this visitor voted for and cannot vote for again now."""
        return self._voting.mine

    # --- what can be done -------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def status(self) -> str:
        """One sentence above the buttons."""
        where = self._floor.stage
        if where == "before":
            return self.tr("%1 开始投票，先看看作品。").replace("%1", self._floor.date(self._contest.opens))
        if where == "clock":
            return self.tr("这块屏的钟不准，先不收票。请告诉值班员。")
        if where == "after":
            return self.tr("投票截止了。") if self._floor.results_shown else self.tr("投票截止了，结果由工会公布。")
        if self._floor.fault and self._floor.phase in ("gallery", "detail"):
            return self._floor.fault
        return self._used()

    @Property(bool, notify=changed)
    def warned(self) -> bool:
        """`status` says that something went wrong."""
        return bool(self._floor.fault) and self._floor.stage == "open"

    @Property(int, notify=changed)
    def just(self) -> int:
        """The entry that just got a vote; 0 none."""
        return self._floor.just

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A vote or a nomination is being written."""
        return self._floor.busy

    @Property(bool, notify=changed)
    def votable(self) -> bool:
        """The open entry could get this visitor's vote."""
        return self._voting.votable

    @Property(bool, notify=changed)
    def spent(self) -> bool:
        """All votes are given."""
        return self._voting.spent

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until a visitor without identity may begin."""
        return self._voting.wait

    @Property(bool, constant=True)
    def asks(self) -> bool:
        """One has to say who one is."""
        return self._voting.asks

    @Property(str, notify=changed)
    def who(self) -> str:
        """The last digits of the number in use; empty when nobody said."""
        return self._voting.who

    @Property(bool, notify=changed)
    def nominating(self) -> bool:
        """People may be nominated."""
        return self._floor.nominating

    @Property(bool, notify=changed)
    def resultsShown(self) -> bool:
        """Counts may be seen."""
        return self._floor.results_shown

    @Property(str, notify=changed)
    def fault(self) -> str:
        """What is wrong with the number, or with the vote."""
        return self._floor.fault

    # --- what a visitor does ----------------------------------------------------------------------------------------

    @Slot()
    def vote(self) -> None:
        """The red button that names the number: vote, or first ask who it is."""
        if not self._voting.votable or not self._floor.settled:
            return
        if not self._voting.known:
            self._number.clear()
            self._floor.choose(self._floor.chosen)
            self._floor.turn("identify")
        elif self._floor.phase in ("gallery", "detail", "confirm"):
            self._voting.submit()

    @Slot()
    def forget(self) -> None:
        """Somebody else votes now."""
        if (
            self._voting.asks
            and not self._floor.busy
            and self._floor.phase in ("gallery", "detail", "confirm", "identify")
        ):
            self._voting.forget()
            self._number.clear()
            self._floor.choose(self._floor.chosen)
            self.services.navigator.atStake(STAKE, False)
            self._floor.turn("gallery")

    @Slot()
    def gallery(self) -> None:
        """Back to the entries."""
        if self._floor.phase == "nominated" and not self._floor.settled:
            return
        if self._floor.phase == "confirm":
            # Whoever turns back before the vote leaves no number behind for the next one.
            self._voting.forget()
        self._floor.fault = ""
        self._number.clear()
        self._floor.turn("gallery")

    @Slot(bool)
    def playing(self, on: bool) -> None:
        """A sound or film of an entry plays."""
        self.services.navigator.keepAwake(AWAKE, on)

    def step_back(self) -> bool:
        """From any page of the contest to its entries; from the confirmation to the number."""
        if self._floor.phase == "gallery":
            return False
        if not self._floor.busy:
            self.gallery()
        return True

    def leave(self) -> None:
        """The visitor is gone, and with them who they were."""
        self._second.stop()
        self._wall.stop()
        self._voting.forget()
        self._number.clear()
        self.services.navigator.atStake(STAKE, False)
        self.services.navigator.keepAwake(AWAKE, False)

    # --- the wall of results ----------------------------------------------------------------------------------------

    @property
    def patient(self) -> bool:
        """The wall of results is looked at from afar: it stays for a while."""
        return self._floor.phase == "wall"

    @Slot(int)
    def showWall(self, columns: int) -> None:
        """To the results, if they may be seen. All stand with their pictures, or `columns` of many."""
        if self.resultsShown and self._floor.phase == "gallery":
            self._floor.turn("wall")
            self._wall.begin(columns)

    def hang(self) -> None:
        """This page is the wall of a hall and nothing else, until it goes; numbers come when they may be seen."""
        self._floor.turn("hall")

    @Slot()
    def askHall(self) -> None:
        """The wall shall cover the screen: the house asks for the PIN first."""
        self.services.navigator.hangWall(self.opened.uid)

    @Slot(bool)
    def door(self, held: bool) -> None:
        """The wall of a hall was touched."""
        self.doorAsked.emit(held)

    # --- inner ------------------------------------------------------------------------------------------------------

    def _drawn(self, entry: int) -> dict[str, int]:
        return {"seed": self._seed, "place": self._entries.order.index(entry)}

    @Slot()
    def _retype(self) -> None:
        self._number.clear()

    @Slot(str)
    def _turning(self, phase: str) -> None:
        floor = self._floor
        if floor.phase in WALLS and phase not in WALLS:
            self._wall.stop()
        if floor.phase == "detail":
            self.playing(False)
        if phase == "detail" and floor.entries[floor.chosen].media and self.services.software:
            from kiosk.design.video import painted  # noqa: F401  registers the painted picture; brings QtMultimedia

    @Slot()
    def _count_down(self) -> None:
        if self._voting.wait and not self._second.isActive():
            self._second.start()

    @Slot()
    def _tick(self) -> None:
        if self._voting.wait == 0:
            self._second.stop()
        self._floor.changed.emit()

    def _used(self) -> str:
        if not self._floor.entries:
            return self.tr("现在是提名的时候，候选名单出来以后再投票。")
        return self._voting.used()
