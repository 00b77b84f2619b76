"""`kiosk tour`: drive the real app by touch and write a picture of every screen."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import say
from kiosk.core.program import kiosk_command
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.settings import Settings

SIZES = (("portrait", "1080x1920"), ("landscape", "1920x1080"))


@click.command("tour")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the pictures.")
@click.option("--size", default="1080x1920", show_default=True, help="Screen size.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--platform", default=None, help="Qt platform, e.g. offscreen.")
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: the sample packs.")
@click.option("--until", default="", help="Stop after this scene, e.g. 22-audio.")
def command(out: Path, size: str, lang: str, platform: str | None, data: Path | None, until: str) -> int:
    """Touch through every screen and state; write one picture each, tour.json and a contact sheet."""
    from kiosk.cli.place import settings
    from kiosk.cli.run import has_display, parse_size

    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    elif not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    if data is None:
        from kiosk.samples import Samples, content_folder, default_place, prepare

        samples = Samples(content_folder(), default_place())
        prepare(samples, say)
        data = samples.data
    from kiosk.tour.play import play

    pixels = parse_size(size) or (1080, 1920)
    seen = play(settings(data), out, pixels, "en" if lang == "en" else "zh", until=until, say=click.echo)
    warned = sum(len(s.warnings) for s in seen)
    say(Text(f"{len(seen)} 张图，{warned} 条警告：{out}", f"{len(seen)} pictures, {warned} warnings: {out}"))
    return 70 if warned else 0


def play_both(settings: Settings, place: Path | None = None) -> int:
    """The tour in both orientations at once, each in a process of its own; says where the pictures are."""
    from concurrent.futures import ThreadPoolExecutor

    from kiosk.samples import default_place

    place = place or default_place().parent / "tour"
    with ThreadPoolExecutor(len(SIZES)) as both:
        worst = max(both.map(lambda tour: _play_aside(settings, place / tour[0], *tour), SIZES))
    for name, _ in SIZES:
        say(Text(f"{name}：{place / name / 'contact-sheet.png'}", f"{name}: {place / name / 'contact-sheet.png'}"))
    return worst


def _play_aside(settings: Settings, out: Path, name: str, size: str) -> int:
    """Plays one; what it says comes with its name before it."""
    words = ["tour", "--out", str(out), "--size", size, "--data", str(settings.data_dir), "--platform", "offscreen"]
    with subprocess.Popen(kiosk_command(*words), stdout=subprocess.PIPE, encoding="utf-8", errors="replace") as playing:
        for line in playing.stdout or ():
            click.echo(f"{name:9} {line.rstrip()}")
    return playing.returncode
