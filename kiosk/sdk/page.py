"""Small things that every page of a kind needs: its pace, its day, and answers that come after it went away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kiosk.core.clock import Clock, plausible
from kiosk.jobs import Result
from kiosk.sdk.ui import Services

P = TypeVar("P", bound=str)
T = TypeVar("T")
SETTLE = 0.6
"""Seconds after a page came up in which its buttons do nothing: the second tap of a double tap."""


class Pace:
    """When the page came up, and whether a touch can be meant for it yet."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turned = -SETTLE

    @property
    def now(self) -> float:
        """Monotonic seconds."""
        return self._clock.monotonic()

    @property
    def settled(self) -> bool:
        """The page has been up long enough."""
        return self.now - self._turned >= SETTLE

    def turned(self) -> None:
        """Another page is up."""
        self._turned = self.now


class TurnedPages(QObject, Generic[P]):
    """Which page of an item is up, for all parts of its view model; derived by each kind.

    `turned` when it is another one.

    Args:
        first: the page to begin with.
        services: the house.
    """

    turned = Signal()

    def __init__(self, first: P, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.services = services
        self.phase = first
        self.pace = Pace(services.clock)

    @property
    def han(self) -> bool:
        """Whether the visitor reads Chinese."""
        return self.services.lang() == "zh"

    def up(self, *phases: P) -> bool:
        """One of these is up, and long enough to be touched."""
        return self.phase in phases and self.pace.settled

    def turn(self, phase: P) -> None:
        """Put a page up."""
        self.phase = phase
        self.pace.turned()
        self.turned.emit()

    def today(self) -> date | None:
        """The day; None when the clock cannot be right."""
        return today(self.services.clock)


def today(clock: Clock) -> date | None:
    """The day of this place; None when the clock cannot be right."""
    now = clock.now()
    return now.astimezone().date() if plausible(now) else None


def alive(owner: QObject, then: Callable[[Result[T]], None]) -> Callable[[Result[T]], None]:
    """`then` while `owner` lives: a method of a QObject is dropped with it, a bare function is not."""

    def told(result: Result[T]) -> None:
        if isValid(owner):
            then(result)

    return told
