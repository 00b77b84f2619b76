"""The life of the screen: dark outside its hours, dim when nobody came, locked while it is cleaned; and how loud it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.settings import Settings
from kiosk.state.hours import Hour, plan
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.state"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
AWAKE = 60.0
"""Seconds that a screen stays on after a touch outside its hours, when nobody goes on."""
_BEGINS = frozenset((QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel))
_ENDS = frozenset(
    (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease)
)
_GOES_ON = frozenset((QEvent.Type.TouchUpdate, QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick))
_TOUCHES = _BEGINS | _ENDS | _GOES_ON


@QmlElement
@QmlUncreatable("made by the app")
class ScreenLife(QObject):
    """What the shell draws over everything, and what it hands to the theme.

    Args:
        settings: hours, volumes, dimming, cleaning.
        visit: gets the night theme when it begins at night.
        occupied: whether somebody is there, or a lecture is held: then the screen stays on.
        trusted: whether the machine's clock is believed.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        visit: Visit,
        clock: Clock,
        occupied: Callable[[], bool],
        trusted: Callable[[], bool],
        parent: QObject | None = None,
        local: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._plan = plan(settings)
        self._visit = visit
        self._clock = clock
        self._occupied = occupied
        self._trusted = trusted
        self._local = local or (lambda: clock.now().astimezone())
        self._touched = clock.monotonic()
        self._dark = False
        self._dim = False
        self._cleaning_until = 0.0
        self._cleaning = 0
        self._swallowing = False
        self._hour: Hour = self._plan.at(None)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        visit.began.connect(self._dress)

    def start(self) -> None:
        """Follow the hours from now on."""
        self.look()
        self._timer.start()

    # what the shell draws

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        """The screen sleeps."""
        return self._dark

    @Property(float, notify=changed)
    def dim(self) -> float:
        """How much of the brightness is taken away, 0 to 0.9."""
        return 1 - self._settings.dim_to / 100 if self._dim and not self._dark else 0.0

    @Property(int, notify=changed)
    def cleaning(self) -> int:
        """Seconds left in which the glass takes no touch; 0 most of the time."""
        return self._cleaning

    @Property(int, constant=True)
    def cleaningSeconds(self) -> int:
        """So long it takes none, from the first second on."""
        return self._settings.cleaning_seconds

    @Property(float, notify=changed)
    def loudness(self) -> float:
        """Volume as players take it, 0 to 1: the ear hears squares."""
        return (self._hour.volume / 100) ** 2

    @Property(int, notify=changed)
    def volume(self) -> int:
        """Volume in percent, after timetable, night and cap."""
        return self._hour.volume

    @property
    def hour(self) -> Hour:
        """What the hour asks for."""
        return self._hour

    @property
    def wished(self) -> int:
        """Volume in percent that was set, before timetable, night and cap."""
        return self._plan.volume

    @property
    def cap(self) -> int:
        """Percent that nothing exceeds."""
        return self._plan.cap

    @Property(bool, notify=changed)
    def captions(self) -> bool:
        """Captions stay on: it is noisy."""
        return self._hour.captions

    # wishes

    @Slot()
    def clean(self) -> None:
        """Take no touch for a while: somebody wipes the glass."""
        self._cleaning_until = self._clock.monotonic() + self._settings.cleaning_seconds
        self.look()

    @Slot(int)
    def setVolume(self, percent: int) -> None:
        """Another volume at once, until the next start; the cap stays. `GlassSettings` keeps it."""
        self._plan = replace(self._plan, volume=max(0, min(100, percent)))
        self.look()
        self.changed.emit()

    @Slot()
    def sleep(self) -> None:
        """Dark now, until the next touch."""
        self._touched = -math.inf
        self._set(dark=True)

    # time and touches

    @Slot()
    def look(self) -> None:
        """What does the hour ask for? Called once a second."""
        now = self._clock.monotonic()
        hour = self._plan.at(self._local() if self._trusted() else None)
        if hour.night != self._hour.night and not self._occupied():
            self._visit.setNight(hour.night)
        alone = not self._occupied()
        quiet = now - self._touched
        dark = alone and ((not hour.screen and quiet >= AWAKE) or (self._dark and quiet == math.inf))
        dim = alone and 0 < self._settings.dim_after <= quiet
        cleaning = max(0, math.ceil(self._cleaning_until - now))
        if hour != self._hour or cleaning != self._cleaning:
            self._hour, self._cleaning = hour, cleaning
            self.changed.emit()
        self._set(dark=dark, dim=dim)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the window: the first touch in the dark only wakes, and a glass that is cleaned takes none."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and (self._dark or self._cleaning):
            event.accept()  # no shortcut: the key itself comes next, and is swallowed
            return True
        if kind not in _TOUCHES:
            return False
        if self._cleaning:
            self._swallowing = kind not in _ENDS
            return True
        if kind in _BEGINS:
            self._touched = self._clock.monotonic()
            self._swallowing = self._dark
            self._set(dark=False, dim=False)
            return self._swallowing
        eaten = self._swallowing
        if kind in _ENDS:
            self._swallowing = False
        return eaten

    def _set(self, *, dark: bool, dim: bool = False) -> None:
        if (dark, dim) != (self._dark, self._dim):
            self._dark, self._dim = dark, dim
            self.changed.emit()

    @Slot()
    def _dress(self) -> None:
        """A visit begins as the hour asks."""
        if self._hour.night:
            self._visit.setNight(True)
