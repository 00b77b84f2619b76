"""What becomes of a kiosk that ended? Pure: exit code and time in, decision out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.watch.codes import FINAL, POWER_OFF, REBOOT, RESTART

LOOP = 5
"""So many faults within `LOOP_SECONDS` are a crash loop."""
LOOP_SECONDS = 300.0
LONGEST = 60.0
"""Seconds between two tries of a kiosk that fails even in safe mode."""


@dataclass(frozen=True, slots=True)
class Start:
    """Start it again.

    Args:
        after: seconds to wait.
        safe: in safe mode.
    """

    after: float
    safe: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """It was closed on purpose, or would fail for ever: end with its code."""

    code: int


@dataclass(frozen=True, slots=True)
class Machine:
    """Something for the machine to do."""

    what: Literal["reboot", "power off"]
    code: int


Decision: TypeAlias = Start | Stop | Machine


@dataclass(frozen=True, slots=True)
class Restarts:
    """What happened so far.

    Args:
        faults: monotonic seconds of the latest faults, oldest first.
        safe: a crash loop has been met.
        in_safe: faults since then.
    """

    faults: tuple[float, ...] = ()
    safe: bool = False
    in_safe: int = 0

    def ended(self, code: int, now: float) -> tuple[Restarts, Decision]:
        """The kiosk ended with `code` (negative: killed by a signal, or by the supervisor because it hung)."""
        if code == RESTART:
            return Restarts(), Start(0.0, safe=False)
        if code == REBOOT:
            return Restarts(), Machine("reboot", code)
        if code == POWER_OFF:
            return Restarts(), Machine("power off", code)
        if code in FINAL:
            return self, Stop(code)
        recent = (*(t for t in self.faults if now - t < LOOP_SECONDS), now)[-LOOP:]
        if self.safe:
            tries = self.in_safe + 1 if len(recent) > 1 else 1
            return Restarts(recent, safe=True, in_safe=tries), Start(min(2.0 ** min(tries, 10), LONGEST), safe=True)
        if len(recent) >= LOOP:
            return Restarts(recent, safe=True), Start(0.0, safe=True)
        # The first one is on the screen again as soon as it can be; who fails again at once waits a little.
        return Restarts(recent), Start(0.0 if len(recent) == 1 else 0.25 * 2 ** (len(recent) - 2), safe=False)
