"""The start of the kiosk, without click: it is on the way of every boot, and click costs a tenth of it."""

from __future__ import annotations

import gc
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.cli.chosen import settings
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text, reader_language
from kiosk.status import logs
from kiosk.watch import marker

NO_DISPLAY = Text(
    "这台机器没有显示器，改为离屏导览。", "This machine has no display: playing the tour off-screen instead."
)
_FLAGS = {"--windowed": "windowed", "--until-painted": "until_painted", "--attract": "attract", "--safe": "safe"}


def plain(arguments: list[str]) -> dict[str, Any] | None:
    """What `kiosk run …` asks of `start`; None for every other line, and for one that needs explaining: click does those."""
    if not arguments or arguments[0] != "run":
        return None
    asked: dict[str, Any] = {"data": None}
    rest = iter(arguments[1:])
    for word in rest:
        if word in _FLAGS:
            asked[_FLAGS[word]] = True
        elif word in ("--data", "--size", "--lecture", "--stick", "--wall"):
            value = next(rest, "")
            if not value or value.startswith("-"):
                return None
            asked[word[2:]] = Path(value) if word in ("--data", "--stick") else value
        else:
            return None
    return asked


def parse_size(size: str | None) -> tuple[int, int] | None:
    """`1080x1920` to numbers.

    Raises:
        ConfigError: it is not two numbers between 200 and 16384.
    """
    if not size:
        return None
    width, _, height = size.lower().partition("x")
    if width.isdigit() and height.isdigit() and 200 <= int(width) <= 16384 and 200 <= int(height) <= 16384:
        return int(width), int(height)
    raise ConfigError(
        "SIZE",
        Text(f"“{size}”不是屏幕大小。", f"“{size}” is not a screen size."),
        Text("写成 1080x1920 这样。", "Write it like 1080x1920."),
    )


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(
    *,
    data: Path | None,
    windowed: bool = False,
    size: str | None = None,
    sources: tuple[str, ...] | None = None,
    until_painted: bool = False,
    lecture: str = "",
    stick: Path | None = None,
    wall: str = "",
    attract: bool = False,
    safe: bool = False,
) -> int:
    """Open the window and run until it is closed; without a display, say so and play the tour."""
    gc.disable()  # nothing made until home is painted is garbage; the app turns it on
    chosen = settings(data, sources=list(sources) if sources else None)
    pixels = parse_size(size)
    if not has_display():
        print(NO_DISPLAY(reader_language()), flush=True)
        from kiosk.cli.tour import play_both

        return play_both(chosen)
    logs.set_up(chosen.data_dir)
    if (chosen.data_dir / "restore.ready").exists():
        _finish_restore(chosen.data_dir)
    from kiosk.app import Options, run_kiosk

    if until_painted:
        return run_kiosk(chosen, Options(windowed=windowed, size=pixels, watch=False, painted=_painted))
    past = marker.begin(chosen.data_dir, time.monotonic())
    safe = safe or past.loop(time.monotonic())
    if safe:
        chosen = replace(chosen, render="software", sources=())
    elif past.software:
        chosen = replace(chosen, render="software")
    attract = (attract or past.crashed) and not lecture and not wall
    code = run_kiosk(
        chosen,
        Options(
            windowed=windowed,
            size=pixels,
            lecture=lecture,
            stick=stick,
            wall=wall,
            attract=attract,
            safe=safe,
            crashed=past.crashed,
            set_up=not safe and not lecture and not wall and _is_new(chosen.data_dir),
        ),
    )
    marker.end(chosen.data_dir)
    return code


def _is_new(data: Path) -> bool:
    """Nobody has set this kiosk up, by a file (one that only explains itself is none), by variables or on the glass."""
    from kiosk.settings import load
    from kiosk.state.firstrun import wanted

    said = load(overrides={"data_dir": str(data)}).origin
    return wanted(data, told=any(where != "default" for key, where in said.items() if key != "data_dir"))


def _finish_restore(data: Path) -> None:
    """A power cut came in the middle of `kiosk backup restore`."""
    from kiosk.backup import finish
    from kiosk.backup.parts import here

    finish(here(data))


def _painted() -> None:
    from PySide6.QtCore import QCoreApplication

    print("painted", flush=True)
    QCoreApplication.exit(0)  # quit() would ask the locked window first
