"""`kiosk demo`: the sample packs, published, synced and shown."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.console import say
from kiosk.core.text import Text


@click.command("demo")
@click.option("--data", type=click.Path(path_type=Path), default=None, help="Folder for everything the demo makes.")
@click.option("--build-only", is_flag=True, help="Prepare, then stop.")
@click.option("--windowed", is_flag=True, help="An ordinary window instead of the full screen.")
@click.option("--size", default=None, help="Window size, e.g. 540x960.")
def command(data: Path | None, build_only: bool, windowed: bool, size: str | None) -> int:
    """Build the sample packs, publish and sync them, and open the kiosk on them."""
    from kiosk.samples import Samples, content_folder, default_place, prepare

    samples = Samples(content_folder(), (data or default_place()).resolve())
    prepare(samples, say)
    say(Text(f"内容已经就绪：{samples.data}", f"The content is ready: {samples.data}"))
    if build_only:
        return 0
    from kiosk.cli.run import start

    return start(data=samples.data, windowed=windowed, size=size, sources=(str(samples.share),))
