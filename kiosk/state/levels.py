"""Volume and brightness of the machine, as far as it lets itself be set from here.

The mixer is asked by the programs that each system brings (`wpctl`, `pactl`, `amixer`), the backlight by its files in `/sys`.
Where there is neither, the page says so: monitors have keys of their own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.jobs import Err, Lanes, Result

PATIENCE = 3.0
DARKEST = 10
"""Per cent: below it nobody would find the way back."""
BACKLIGHT = Path("/sys/class/backlight")
_PER_CENT = re.compile(r"(\d{1,3})%")
_WIRE = re.compile(r"Volume:\s*([0-9.]+)")


@dataclass(frozen=True, slots=True)
class Now:
    """Per cent; None where it cannot be set from here."""

    volume: int | None = None
    brightness: int | None = None


class Machine:
    """This machine's mixer and backlight. Every call may take a moment: lane `io`."""

    def __init__(self, backlight: Path = BACKLIGHT) -> None:
        self._backlight = backlight

    def read(self) -> Now:
        """Both now."""
        return Now(self._volume(), self._brightness())

    def set_volume(self, per_cent: int) -> None:
        """Set the mixer; nothing when there is none."""
        tool = _mixer()
        if tool == "wpctl":
            _run(["wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", f"{per_cent}%"])
        elif tool == "pactl":
            _run(["pactl", "set-sink-volume", "@DEFAULT_SINK@", f"{per_cent}%"])
        elif tool == "amixer":
            _run(["amixer", "-q", "sset", "Master", f"{per_cent}%", "unmute"])

    def set_brightness(self, per_cent: int) -> None:
        """Set the backlight; nothing when there is none that may be written."""
        folder, most = self._light()
        if folder is not None:
            value = max(1, round(most * max(DARKEST, per_cent) / 100))
            (folder / "brightness").write_text(str(value), "ascii")

    def _volume(self) -> int | None:
        tool = _mixer()
        if tool == "wpctl":
            found = _WIRE.search(_run(["wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"]))
            return round(float(found[1]) * 100) if found else None
        if tool == "pactl":
            found = _PER_CENT.search(_run(["pactl", "get-sink-volume", "@DEFAULT_SINK@"]))
        else:
            found = _PER_CENT.search(_run(["amixer", "sget", "Master"])) if tool else None
        return min(100, int(found[1])) if found else None

    def _brightness(self) -> int | None:
        folder, most = self._light()
        if folder is None:
            return None
        return round(int((folder / "brightness").read_text("ascii")) * 100 / most)

    def _light(self) -> tuple[Path | None, int]:
        import os

        for folder in sorted(self._backlight.glob("*")):
            try:
                most = int((folder / "max_brightness").read_text("ascii"))
            except (OSError, ValueError):
                continue
            if most > 0 and os.access(folder / "brightness", os.W_OK):
                return folder, most
        return None, 0


class Levels(QObject):
    """Reads and sets both on the `io` lane.

    Args:
        machine: what is set; tests bring their own.
    """

    changed = Signal()

    def __init__(self, lanes: Lanes, machine: Machine | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._machine = machine or Machine()
        self._now: Now | None = None

    @property
    def now(self) -> Now | None:
        """As it was last read; None before the first time."""
        return self._now

    def refresh(self) -> None:
        """Read both; `changed` follows."""
        self._lanes.run("io", self._machine.read, self._read)

    def set_volume(self, per_cent: int) -> None:
        """Set the volume, 0 to 100."""
        per_cent, machine = max(0, min(100, per_cent)), self._machine

        def work() -> Now:
            machine.set_volume(per_cent)
            return machine.read()

        self._lanes.run("io", work, self._read)

    def set_brightness(self, per_cent: int) -> None:
        """Set the brightness, `DARKEST` to 100."""
        per_cent, machine = max(DARKEST, min(100, per_cent)), self._machine

        def work() -> Now:
            machine.set_brightness(per_cent)
            return machine.read()

        self._lanes.run("io", work, self._read)

    def _read(self, result: Result[Now]) -> None:
        if isinstance(result, Err):
            raise result.error
        self._now = result.value
        self.changed.emit()


def _mixer() -> str:
    return next((tool for tool in ("wpctl", "pactl", "amixer") if shutil.which(tool)), "")


def _run(words: list[str]) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""  # no sound server: the same as no mixer
    return done.stdout if done.returncode == 0 else ""
