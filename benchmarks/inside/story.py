"""A very long story: `story DATA`. Open it, read down, jump to the end and back."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.inside.motion import move
from benchmarks.inside.stage import Stage, say
from benchmarks.library import LONG


def main(data: Path) -> None:
    """The longest time the interface stood still."""
    stage = Stage(data)
    stage.turns.clear()
    began = time.perf_counter()
    stage.app.shell.openItem(LONG)
    stage.until(lambda: stage.hand.find("story.text"), "the story")
    seen = len(stage.frames)
    stage.until(lambda: len(stage.frames) > seen, "its first frame")
    opened = stage.frames[seen] - began
    stage.rest()
    opening = max(stage.turns)
    text = stage.hand.see("story.text")
    stage.turns.clear()
    move(stage, text, speed=1800, seconds=6)
    reading = max(stage.turns)
    stage.turns.clear()
    move(stage, text, speed=12_000, seconds=3)
    stage.rest()
    say(opened=opened * 1000, opening=opening * 1000, reading=reading * 1000, flicking=max(stage.turns) * 1000)
    stage.close()


main(Path(sys.argv[1]))
