"""What the kiosk says of itself to monitoring: one frozen value, made on the GUI thread, read by the server's threads.

Nothing in it says who stood at the kiosk or what they did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

STALE = 30.0
"""Seconds after which a snapshot says that the GUI thread hangs: a new one is made every two."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something somebody should look at.

    Args:
        code: stable machine name (`DISK_FULL`).
        level: `look` or `bad`.
        message: one English sentence.
    """

    code: str
    level: str
    message: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The kiosk at one moment.

    Args:
        version: of the program.
        device: name of the kiosk towards the office.
        taken: monotonic seconds.
        started: monotonic seconds.
        frame_age: seconds since the last presented frame; None when nothing was presented yet.
        attract: nobody is there.
        safe: in safe mode after a crash loop.
        waiting: records that are not on the disk yet.
        rss: bytes of memory in use, 0 = not known.
        disk_free: bytes on the disk of the data folder, 0 = not known yet.
        disk_total: likewise.
        packs: what is on the screen: `publisher/pack` and version.
        synced: when a sync last ended, seconds since 1970; 0 = never.
        sync_code: how it ended: `ok` or the code of an error; empty = never.
        clock: empty, or why the clock cannot be right.
        faults: the worst first.
        screen: size in pixels.
    """

    version: str
    device: str = ""
    taken: float = 0.0
    started: float = 0.0
    frame_age: float | None = None
    attract: bool = True
    safe: bool = False
    waiting: int = 0
    rss: int = 0
    disk_free: int = 0
    disk_total: int = 0
    packs: Mapping[str, int] = field(default_factory=dict)
    synced: float = 0.0
    sync_code: str = ""
    clock: str = ""
    faults: tuple[Fault, ...] = ()
    screen: tuple[int, int] = (0, 0)

    def alive(self, now: float) -> bool:
        """Whether the GUI thread still makes snapshots."""
        return now - self.taken <= STALE

    def as_json(self, now: float) -> dict[str, Any]:
        """For `/status`."""
        return {
            "version": self.version,
            "device": self.device,
            "alive": self.alive(now),
            "up_seconds": round(now - self.started, 1),
            "age_seconds": round(now - self.taken, 1),
            "frame_age_seconds": None if self.frame_age is None else round(self.frame_age + now - self.taken, 1),
            "attract": self.attract,
            "safe_mode": self.safe,
            "records_waiting": self.waiting,
            "memory_bytes": self.rss,
            "disk": {"free_bytes": self.disk_free, "total_bytes": self.disk_total},
            "packs": dict(sorted(self.packs.items())),
            "last_sync": {"at": self.synced or None, "code": self.sync_code or None},
            "clock": self.clock or None,
            "faults": [{"code": f.code, "level": f.level, "message": f.message} for f in self.faults],
            "screen": list(self.screen),
        }
