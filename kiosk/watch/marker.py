"""A mark on the disk while the kiosk runs. What is found at the next start tells how the last one ended.

Whoever starts it again (systemd, the supervisor, a person, the morning's current) need not say so.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.watch.restarts import LOOP, LOOP_SECONDS

FOLDER, NAME = "health", "running.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Past:
    """How it was.

    Args:
        crashed: the last run did not end in order; a switched-off machine counts too.
        starts: monotonic seconds of starts since boot that were not followed by an orderly end, oldest first.
        software: the graphics failed since this machine was switched on.
    """

    crashed: bool = False
    starts: tuple[float, ...] = ()
    software: bool = False

    def loop(self, now: float) -> bool:
        """Whether these are too many faults in too short a time."""
        return sum(0 <= now - at < LOOP_SECONDS for at in self.starts) >= LOOP


def begin(data: Path, now: float) -> Past:
    """Read the mark, and make a new one. A disk that takes none keeps nobody from starting.

    Args:
        data: the data folder.
        now: monotonic seconds since the machine was switched on.
    """
    said = _read(data)
    starts = tuple(t for t in _numbers(said.get("starts")) if 0 <= now - t < LOOP_SECONDS)[-LOOP:]
    broke = said.get("graphics")
    software = isinstance(broke, int | float) and now - broke >= 0  # after a reboot the clock begins anew: try again
    crashed = bool(said.get("running"))
    past = Past(crashed, starts if crashed else (), software)
    _write(data, {"running": True, "starts": [*past.starts, now], "graphics": broke if software else None})
    return past


def end(data: Path) -> None:
    """The kiosk ended in order."""
    said = _read(data)
    _write(data, {"running": False, "starts": [], "graphics": said.get("graphics")})


def graphics_failed(data: Path, now: float) -> None:
    """The graphics cannot be used: until the machine is switched on again the kiosk draws by itself."""
    _write(data, {**_read(data), "graphics": now})


def _read(data: Path) -> dict[str, Any]:
    try:
        said = json.loads((data / FOLDER / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _write(data: Path, said: dict[str, Any]) -> None:
    place = data / FOLDER / NAME
    unfinished = place.with_name(f"{NAME}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(said), "utf-8")
        unfinished.replace(place)
    except OSError as error:
        _log.info("the mark of this run cannot be written: %s", error)


def _numbers(raw: object) -> list[float]:
    return [float(n) for n in raw if isinstance(n, int | float)] if isinstance(raw, list) else []
