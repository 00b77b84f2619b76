"""`kiosk run`: the kiosk itself. Little is imported before the window is up."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.errors import ConfigError
from kiosk.core.text import Text


@click.command("run")
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings.")
@click.option("--windowed", is_flag=True, help="An ordinary window, for a desk.")
@click.option("--size", default=None, help="Window size, e.g. 540x960.")
@click.option("--until-painted", is_flag=True, help="Say `painted` when home is on the screen, and stop.")
def command(data: Path | None, windowed: bool, size: str | None, until_painted: bool) -> int:
    """Run the kiosk full-screen."""
    return start(data=data, windowed=windowed, size=size, until_painted=until_painted)


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
    sources: tuple[Path, ...] | None = None,
    until_painted: bool = False,
) -> int:
    """Open the window and run until it is closed; without a display, say so and play the tour."""
    from kiosk.cli.place import settings

    chosen = settings(data, sources=[str(s) for s in sources] if sources else None)
    pixels = parse_size(size)
    if not has_display():
        say(
            Text(
                "这台机器没有显示器，改为离屏导览。",
                "This machine has no display: playing the tour off-screen instead.",
            )
        )
        from kiosk.cli.tour import play_both

        return play_both(chosen)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    from kiosk.app import Options, run_kiosk

    if until_painted:
        return run_kiosk(chosen, Options(windowed=windowed, size=pixels, watch=False, painted=_painted))
    return run_kiosk(chosen, Options(windowed=windowed, size=pixels))


def _painted() -> None:
    from PySide6.QtCore import QCoreApplication

    click.echo("painted")
    sys.stdout.flush()
    QCoreApplication.exit(0)  # quit() would ask the locked window first
