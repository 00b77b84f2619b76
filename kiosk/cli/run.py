"""`kiosk run`: the kiosk itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kiosk.cli.start import has_display, parse_size, start

__all__ = ["command", "has_display", "parse_size", "start"]


@click.command("run")
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings.")
@click.option("--windowed", is_flag=True, help="An ordinary window, for a desk.")
@click.option("--size", default=None, help="Window size, e.g. 540x960.")
@click.option("--until-painted", is_flag=True, help="Say `painted` when home is on the screen, and stop.")
@click.option("--lecture", default="", metavar="PACK/ITEM", help="Hold this lecture at once.")
@click.option(
    "--stick",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Folder that carries the lecture; default: this machine, or a stick that is in.",
)
@click.option(
    "--wall", default="", metavar="PACK/ITEM", help="Hang this contest's wall of results over the whole screen."
)
@click.option("--attract", is_flag=True, help="Begin with the attract loop.")
@click.option("--safe", is_flag=True, help="Safe mode: no sync, software drawing.")
def command(**asked: Any) -> int:
    """Run the kiosk full-screen."""
    return start(**asked)
