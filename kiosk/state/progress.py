"""One task of the syncer as people follow it: phase, share, speed, time left. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

Phase: TypeAlias = Literal["idle", "checking", "copying", "done", "failed"]

_SETTLED = 3.0
"""Seconds after which a new speed has mostly replaced the old one."""
_TOO_SHORT = 0.2
_FIRST_GUESS = 1.5
"""Seconds of copying before a time left is said at all."""


@dataclass(frozen=True, slots=True)
class Job:
    """A task and how far it is.

    Args:
        task: `round`, `look`, `bring`, `revert`, or empty.
        source: folder or address.
        done: bytes copied, with those of earlier tries.
        total: bytes to copy in all.
        pack: being copied.
        speed: bytes a second, smoothed; 0 while unknown.
        error: as `kiosk.packs.report.error_json` has it.
        report: of a sync that ended.
    """

    task: str = ""
    source: str = ""
    phase: Phase = "idle"
    done: int = 0
    total: int = 0
    pack: str = ""
    speed: float = 0.0
    error: Mapping[str, Any] | None = None
    report: Mapping[str, Any] | None = None
    cancelled: bool = False
    measured_at: float = 0.0
    measured: int = 0
    copying_since: float = 0.0

    @property
    def share(self) -> float:
        """0 to 1."""
        if self.phase == "done":
            return 1.0
        return min(1.0, self.done / self.total) if self.total else 0.0

    @property
    def seconds_left(self) -> int:
        """-1 while unknown."""
        if self.phase != "copying" or self.speed <= 0 or self.measured_at - self.copying_since < _FIRST_GUESS:
            return -1
        return max(0, round((self.total - self.done) / self.speed))


def began(task: str, source: str) -> Job:
    """A task that has just started."""
    return Job(task=task, source=source, phase="checking")


def heard(job: Job, said: Mapping[str, Any], at: float) -> Job:
    """The task after a line of progress.

    Args:
        said: `kiosk.packs.report.Progress` as JSON.
        at: seconds of a clock that never jumps.
    """
    done, total = _count(said.get("done_bytes")), _count(said.get("total_bytes"))
    if said.get("phase") != "copy":
        phase: Phase = "copying" if job.phase == "copying" else "checking"
        return replace(job, phase=phase, done=done or job.done, total=total or job.total)
    pack = str(said.get("pack", ""))
    if job.phase != "copying":
        return replace(
            job, phase="copying", done=done, total=total, pack=pack, measured_at=at, measured=done, copying_since=at
        )
    job = replace(job, done=done, total=total, pack=pack)
    span = at - job.measured_at
    if span < _TOO_SHORT:
        return job
    now = max(0, done - job.measured) / span
    weight = min(1.0, span / _SETTLED)
    speed = now if job.speed == 0 else job.speed + weight * (now - job.speed)
    return replace(job, speed=speed, measured_at=at, measured=done)


def ended(
    job: Job, report: Mapping[str, Any] | None, error: Mapping[str, Any] | None, *, cancelled: bool = False
) -> Job:
    """The task when its child is gone."""
    phase: Phase = "idle" if cancelled else "failed" if error else "done"
    return replace(job, phase=phase, report=report, error=None if cancelled else error, cancelled=cancelled, speed=0.0)


def _count(said: object) -> int:
    return said if isinstance(said, int) and not isinstance(said, bool) and said >= 0 else 0
