"""The house's own records: visits, views, listening. Listens to signals and submits; nothing on the GUI thread waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot
from shiboken6 import isValid

from kiosk.core.clock import Clock
from kiosk.sdk.narrator import Narrator
from kiosk.state.stay import SHORTEST, Ended, Listening, Opened, Stay, View
from kiosk.state.visit import Visit


class Page(Protocol):
    """A page of the hall."""

    uid: str

    @property
    def vm(self) -> Any:
        """May have `seen_share() -> float | None`: how much of the page has been on the screen."""


class Hall(Protocol):
    """What is asked of the shell."""

    depthChanged: SignalInstance
    attractChanged: SignalInstance

    @property
    def pages(self) -> Sequence[Page]:
        """What is open, the entrance first."""

    @property
    def attract(self) -> bool:
        """Nobody is here."""

    @property
    def duty(self) -> bool:
        """The administrator is here."""

    @property
    def last_touch(self) -> float:
        """Monotonic seconds of the last sign of life."""


class House(Protocol):
    """Where the records go."""

    def house(self, kind: str, payload: Mapping[str, Any], uid: str = "") -> None:
        """Queue one."""


class Journal(QObject):
    """Keeps the book of visits.

    Args:
        hall: the shell.
        records: take what is found.
    """

    def __init__(
        self, hall: Hall, visit: Visit, narrator: Narrator, clock: Clock, records: House, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hall = hall
        self._narrator = narrator
        self._clock = clock
        self._records = records
        self._stay = Stay()
        self._shares: dict[str, float | None] = {}
        self._vms: dict[str, Any] = {}
        self._listening = Listening()
        hall.depthChanged.connect(self._pages)
        hall.attractChanged.connect(self._attract)
        visit.ending.connect(self._ending)
        narrator.trackChanged.connect(self._track)
        narrator.playingChanged.connect(self._playing)
        narrator.positionChanged.connect(self._position)

    # visits and views

    @Slot()
    def _attract(self) -> None:
        if not self._hall.attract:
            self._stay = self._stay.begin(self._clock.monotonic())

    @Slot()
    def _pages(self) -> None:
        if self._hall.attract:
            return
        now, pages = self._clock.monotonic(), self._hall.pages
        if len(pages) > 1:
            self._stay = self._stay.begin(now)
        self._note_shares()
        self._stay, views = self._stay.show(now, tuple(Opened(id(p), p.uid) for p in pages))
        self._vms = {p.uid: p.vm for p in pages if p.uid}
        self._tell(views)

    @Slot()
    def _ending(self) -> None:
        """Before the visit is forgotten: its id is still the one of these records."""
        self._note_shares()
        now = max(self._hall.last_touch, self._stay.began or 0.0)
        seconds, pages, views = self._stay.end(now)
        self._tell(views)
        if seconds is not None:
            self._records.house("visit", {"seconds": round(seconds, 1), "pages": pages, "ended": self._ended()})
        self._stay, self._vms = Stay(), {}
        self._shares.clear()

    def _ended(self) -> Ended:
        if getattr(self._hall, "stage", None) is not None:
            return "lecture"
        if self._hall.duty:
            return "door"
        return "home" if len(self._hall.pages) <= 1 else "idle"

    def _note_shares(self) -> None:
        """While the pages are still there: how much of each was seen."""
        for uid, vm in self._vms.items():
            share = getattr(vm, "seen_share", None) if isValid(vm) else None
            self._shares[uid] = share() if share is not None else self._shares.get(uid)

    def _tell(self, views: Sequence[View]) -> None:
        for view in views:
            share = self._shares.get(view.uid)
            payload = {"seconds": round(view.seconds, 1), "share": None if share is None else round(share, 3)}
            self._records.house("view", payload, view.uid)

    # listening

    @Slot()
    def _track(self) -> None:
        self._heard()
        narrator = self._narrator
        self._listening = Listening(str(narrator.uid), float(narrator.duration) / 1000)
        self._playing()

    @Slot()
    def _playing(self) -> None:
        if self._listening.uid:
            self._listening = self._listening.play(self._clock.monotonic(), on=bool(self._narrator.playing))

    @Slot()
    def _position(self) -> None:
        self._listening = self._listening.come_to(float(self._narrator.position) / 1000)

    def _heard(self) -> None:
        heard, was = self._listening.until(self._clock.monotonic()), self._listening
        if was.uid and heard >= SHORTEST:
            share = None if was.share is None else round(was.share, 3)
            self._records.house("listen", {"seconds": round(heard, 1), "share": share}, was.uid)
        self._listening = Listening()
