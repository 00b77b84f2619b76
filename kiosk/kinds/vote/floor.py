"""What all pages of a contest stand on: which of them is up, what the time is, and what the rules say of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import plausible
from kiosk.kinds.vote import ballot
from kiosk.kinds.vote.model import Contest
from kiosk.sdk.page import Pace
from kiosk.sdk.ui import Opened, Services


class Floor(QObject):
    """Shared by the parts of the view model.

    `turning` says which page comes while the old one is still up, `turned` that another one is up, `changed` that something on
    it changed.
    """

    turning = Signal(str)
    turned = Signal()
    changed = Signal()

    def __init__(self, contest: Contest, opened: Opened, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.contest = contest
        self.opened = opened
        self.services = services
        self.entries = {e.number: e for e in contest.entries}
        self.phase = "gallery"
        self.busy = False
        self.fault = ""
        self.chosen = 0
        self.just = 0
        self._pace = Pace(services.clock)

    def turn(self, phase: str) -> None:
        """Put another page up."""
        self.turning.emit(phase)
        self.phase = phase
        self._pace.turned()
        self.turned.emit()
        self.changed.emit()

    def choose(self, number: int) -> None:
        """Another entry is open, or none (0); what was said of the one before is gone."""
        self.chosen, self.just, self.fault = number, 0, ""

    @property
    def settled(self) -> bool:
        """The page is up for long enough that a touch is meant for it."""
        return self._pace.settled

    @property
    def stage(self) -> ballot.Stage:
        """Where the contest stands."""
        return ballot.stage(self.contest, self.moment())

    @property
    def results_shown(self) -> bool:
        """Counts may be seen."""
        return self.contest.results == "live" or (self.contest.results == "closed" and self.stage == "after")

    @property
    def nominating(self) -> bool:
        """People may be nominated."""
        return self.contest.nominate and self.stage in ("open", "before")

    def moment(self) -> ballot.Moment:
        """Now, as the rules see it."""
        now = self.services.clock.now()
        return ballot.moment(now, self.now(), trusted=plausible(now))

    def now(self) -> float:
        """Seconds of a clock that only goes forward."""
        return self.services.clock.monotonic()

    def lost(self) -> str:
        """What to say when the book could not be written."""
        return self.tr("没有记下来，这次不算。请再试一次，还不行就告诉值班员。")

    def date(self, moment: str, *, ends: bool = False) -> str:
        """A local moment for reading; `ends`: midnight is the end of the day before."""
        when = datetime.fromisoformat(moment)
        if ends and not (when.hour or when.minute):
            return f"{self._day(when - timedelta(minutes=1))} 24:00"
        return self._day(when) if not (when.hour or when.minute) else f"{self._day(when)} {when:%H:%M}"

    def _day(self, when: datetime) -> str:
        far = self.tr("%3年%1月%2日") if str(when.year) != self.moment().local[:4] else self.tr("%1月%2日")
        return far.replace("%3", str(when.year)).replace("%1", str(when.month)).replace("%2", str(when.day))
