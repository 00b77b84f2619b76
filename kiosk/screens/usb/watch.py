"""One stick from the moment it is put in until it is pulled out, whatever page is open meanwhile.

The page may be left and opened again while the copy goes on, so what was on the stick when it began is remembered here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.screens.usb.glance import Glance, Pack, Phase, Results
from kiosk.state.content import RESUME_SECONDS, ContentStatus

COUNTDOWN = 5
"""Seconds in which somebody may say no, where sticks are taken automatically."""
TICK_MS = 1000


class StickWatch(QObject):
    """Follows `ContentStatus` and says when there is something to show.

    Args:
        status: of the content; outlives this.
    """

    changed = Signal()
    arrived = Signal()
    """A stick was put in."""
    departed = Signal()
    """It was pulled out, and nothing was interrupted by that."""
    finished = Signal(bool)
    """Bringing is over, well or not."""

    def __init__(self, status: ContentStatus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._plugged = False
        self._asked = False
        self._copied = False
        self._held: tuple[Pack, ...] = ()
        self._passed: list[str] = []
        self._outcome: Glance | None = None
        self._countdown = 0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._second)
        status.mediumChanged.connect(self._medium)
        status.jobChanged.connect(self._job)
        status.finished.connect(self._finished)

    @property
    def now(self) -> Glance:
        """What is to be seen."""
        s, medium, outcome = self.status, self.status.medium, self._outcome
        if self._bringing:
            return self._face("copying", packs=self._progressed(), current=str(s.pack), fraction=float(s.progress),
                              speed=float(s.speed), seconds_left=int(s.secondsLeft))  # fmt: skip
        if outcome is not None and not (outcome.phase == "removed" and medium is not None):
            return replace(outcome, packs=self._settled(whole=outcome.phase == "done"), plugged=medium is not None)
        if medium is None:
            return self._face("looking")
        packs = self._on_medium()
        if medium["message"] and all(p.group == "foreign" for p in packs):
            return self._face("refused", code=medium["code"], problem=medium["message"], hint=medium["hint"])
        if not medium["looked"]:
            return self._face("looking")
        room = "" if medium["fits"] else str(s.message)
        return self._face("ready", packs=packs, countdown=self._countdown, room=room)

    @Slot()
    def start(self) -> None:
        """Bring what is on the stick."""
        self._stop_counting()
        self._outcome = None
        self.status.bring()

    @Slot()
    def stop(self) -> None:
        """Not now: no countdown, no copying, no going on when the stick comes back."""
        self._stop_counting()
        if self._interrupted:
            self._outcome = None
            self.status.dismiss()
        if self._bringing:
            self.status.cancel()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Look at the stick again."""
        self._outcome = None
        self.status.look()
        self.changed.emit()

    @property
    def _bringing(self) -> bool:
        return self.status.task == "bring" and bool(self.status.busy)

    def _face(self, phase: Phase, **what: Any) -> Glance:
        medium = self.status.medium
        return Glance(
            phase=phase,
            label=str(medium["label"]) if medium else "",
            plugged=medium is not None,
            outbox=bool(medium and medium["outbox"]),
            **what,
        )

    def _on_medium(self) -> tuple[Pack, ...]:
        packs = [
            Pack(p["publisher"], p["pack"], p["title"], p["state"], p["version"], p["from"], int(p["missing"]),
                 p["wanted"] or p["taken"], p["taken"], p["message"])
            for p in self.status.packs
            if p["state"] != "absent"
        ]  # fmt: skip
        medium = self.status.medium
        for publisher in medium["publishers"] if medium else ():
            if publisher["state"] != "trusted":
                state = "foreign" if publisher["state"] == "unknown" else "bad"
                packs.append(
                    Pack(publisher["publisher"], "", publisher["publisher"], state, problem=publisher["message"])
                )
        return tuple(packs)

    def _progressed(self) -> tuple[Pack, ...]:
        """Packs are copied one after the other: those the copy has gone past are whole."""
        done = self._passed[:-1]
        return tuple(replace(p, taken=p.wanted and p.pack in done) for p in self._held)

    def _settled(self, *, whole: bool) -> tuple[Pack, ...]:
        """What became of each pack: as it was when the copy began, with how it ended."""
        after = {p.key: p for p in self._on_medium()}
        made = []
        for p in self._held:
            found = after.get(p.key)
            taken = found.taken if found else whole and p.wanted
            made.append(replace(p, taken=taken, problem=found.problem if found and not taken else p.problem))
        return tuple(made)

    @Slot()
    def _medium(self) -> None:
        medium = self.status.medium
        came, went = medium is not None and not self._plugged, medium is None and self._plugged
        self._plugged = medium is not None
        goes_on = bool(self.status.willResume)
        if came:
            self._asked = goes_on
            if not goes_on:
                self._outcome = None
            self.arrived.emit()
        if went:
            self._stop_counting()
            if not self._bringing and not self._interrupted:
                self._outcome = None
                self.departed.emit()
        if medium is not None and medium["looked"] and not self._asked:
            self._asked = True
            self._begin_counting()
        self.changed.emit()

    @property
    def _interrupted(self) -> bool:
        return self._outcome is not None and self._outcome.phase == "removed"

    @Slot()
    def _job(self) -> None:
        began, self._copied = self._bringing and not self._copied, self._bringing
        if began:
            self._stop_counting()
            self._outcome, self._passed = None, []
            self._held = self._on_medium() or self._held
        if self._bringing:
            pack = str(self.status.pack)
            if pack and self._passed[-1:] != [pack]:
                self._passed.append(pack)
        self.changed.emit()

    @Slot(str, bool)
    def _finished(self, task: str, ok: bool) -> None:
        if task != "bring":
            return
        s = self.status
        phase: Phase = "done" if ok else "removed" if s.code == "MEDIUM_REMOVED" else "refused"
        self._outcome = self._face(
            phase,
            fraction=float(s.progress),
            code=str(s.code),
            problem=str(s.message),
            hint=str(s.hint),
            results=self._results(),
        )
        if phase == "removed":
            QTimer.singleShot(round(RESUME_SECONDS * 1000) + TICK_MS, self, self._give_up)
        self.changed.emit()
        self.finished.emit(ok)

    def _results(self) -> Results | None:
        found = self.status.results
        if found is None:
            return None
        error, tour = found.get("error"), found.get("tour") or {}
        return Results(
            records=int(found["records"]),
            logs=bool(found.get("logs")),
            problem=self.status.in_words(error) if error else "",
            visited=tuple(map(str, tour.get("visited", ()))),
            missed=tuple(map(str, tour.get("missed", ()))),
            listed=bool(tour.get("listed")),
        )

    @Slot()
    def _give_up(self) -> None:
        if self._interrupted and not self.status.willResume:
            self._outcome = None
            self.departed.emit()
            self.changed.emit()

    def _begin_counting(self) -> None:
        if self.status.usb == "auto" and self.status.canBring and self.status.medium["fits"]:
            self._countdown = COUNTDOWN
            self._tick.setInterval(TICK_MS)
            self._tick.start()

    def _stop_counting(self) -> None:
        self._tick.stop()
        self._countdown = 0

    @Slot()
    def _second(self) -> None:
        self._countdown -= 1
        if self._countdown <= 0:
            self.start()
        self.changed.emit()
