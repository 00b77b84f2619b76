"""The list in motion: `scroll DATA`. 1,200 cards at 1,800 px/s for 6 s."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

from benchmarks.bench import centile
from benchmarks.inside.motion import move
from benchmarks.inside.stage import Stage, say


def main(data: Path) -> None:
    """Intervals between frames."""
    stage = Stage(data)
    stage.app.shell.openRoom("story")
    grid = stage.hand.see("catalog.grid")
    stage.rest()
    move(stage, grid, speed=1800, seconds=1)  # delegates and glyphs of the first screens
    stage.frames.clear()
    move(stage, grid, speed=1800, seconds=6)
    gaps = [(b - a) * 1000 for a, b in pairwise(stage.frames)]
    say(p50=centile(gaps, 0.5), p95=centile(gaps, 0.95), most=max(gaps), frames=len(gaps))
    stage.close()


main(Path(sys.argv[1]))
