"""`kiosk soak`: many visits at high speed, and the verdict on memory, handles and frames."""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.text import Text


@click.command("soak")
@click.option("--visits", type=click.IntRange(10, 1_000_000), default=10_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed plays the same visits.")
@click.option("--kind", default="", help="Only items of this kind; default: all in turn.")
@click.option("--size", default="1080x1920", show_default=True, help="Screen size.")
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Data folder; default: from the settings.")
@click.option("--json", "as_json", is_flag=True, help="Say the result as JSON.")
def command(visits: int, seed: int, kind: str, size: str, data: Path | None, as_json: bool) -> int:
    """Play visits through every kind; ends with 1 when memory grows, handles leak, a frame is late or a warning comes."""
    from kiosk.cli.place import settings
    from kiosk.cli.start import has_display, parse_size

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    from kiosk.tour.soak import GROWTH_GOAL, HANDLES_GOAL, soak

    def tell(line: str) -> None:
        click.echo(line, err=True)

    found = soak(settings(data), visits, seed=seed, kind=kind, size=parse_size(size) or (1080, 1920), say=tell)
    if as_json:
        click.echo(json.dumps(found.as_json(), ensure_ascii=False))
        return 0 if found.holds else 1
    for line in (
        Text(f"访问 {found.visits} 次，用时 {found.seconds:.0f} 秒", f"{found.visits} visits in {found.seconds:.0f} s"),
        Text(
            f"内存增长 {found.growth:.1%}（目标 ≤ {GROWTH_GOAL:.0%}），从 {found.warm.rss >> 20} MB 到 {found.end.rss >> 20} MB",
            f"memory grew by {found.growth:.1%} (goal ≤ {GROWTH_GOAL:.0%}), {found.warm.rss >> 20} to {found.end.rss >> 20} MB",
        ),
        Text(
            f"多开的文件 {found.more_handles} 个（目标 ≤ {HANDLES_GOAL}）",
            f"{found.more_handles} more handles (goal ≤ {HANDLES_GOAL})",
        ),
        Text(
            f"最长一帧 {found.longest * 1000:.0f} 毫秒，超过 250 毫秒的有 {found.slow}/{found.frames} 帧",
            f"longest frame {found.longest * 1000:.0f} ms; over 250 ms: {found.slow} of {found.frames}",
        ),
        *(Text(f"警告：{line}", f"warning: {line}") for line in found.complaints),
    ):
        say(line)
    return 0 if found.holds else 1
