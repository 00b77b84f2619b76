"""A clock turned by hand."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from kiosk.core.clock import Clock


class HandClock(Clock):
    """The machine's clock plus what a test put it ahead."""

    __slots__ = ("__dict__",)

    def __init__(self, *, standing: bool = True) -> None:
        self.__dict__["base"] = 1000.0 if standing else None
        self.__dict__["ahead"] = 0.0

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__[name] = value

    def monotonic(self) -> float:
        base = self.__dict__["base"]
        return float((time.monotonic() if base is None else base) + self.__dict__["ahead"])

    def now(self) -> datetime:
        return datetime(2026, 5, 1, 8, tzinfo=UTC)
