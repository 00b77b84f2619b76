"""Small things that every page of a kind needs: its pace, its day, and answers that come after it went away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kiosk.core.clock import Clock, plausible
from kiosk.jobs import Result

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
