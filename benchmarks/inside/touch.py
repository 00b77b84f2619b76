"""Touch to picture: `touch DATA COUNT`. From home through the list into a story and back, COUNT times."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.inside.stage import Stage


def main(data: Path, count: int) -> None:
    """Time from the finger's press to the first changed frame, and from its release to the next page's first frame."""
    stage = Stage(data)
    changed: list[float] = []
    pages: dict[str, list[float]] = {"catalog": [], "story": []}
    pushed: list[float] = []
    stage.app.shell.pushed.connect(lambda _page: pushed.append(0.0))
    for n in range(count):
        for page, times in pages.items():
            stage.hand.see("home.door" if page == "catalog" else "catalog.grid")
            stage.rest()
            name = "home.door" if page == "catalog" else scroll_to_row(stage, n)
            point = stage.hand.middle(stage.hand.see(name))
            before, seen = stage.picture(), len(stage.frames)
            changed.append(stage.first_changed_frame(before, stage.press(point), seen) * 1000)
            pushed.clear()
            let_go = stage.release(point)
            stage.until(lambda: pushed, page)
            seen = len(stage.frames)
            stage.until(lambda n=seen: len(stage.frames) > n, page)
            times.append((stage.frames[seen] - let_go) * 1000)
            stage.hand.see(page)
        stage.rest()
        stage.app.shell.home()
    print(json.dumps({"changed": changed, **pages}), flush=True)
    stage.close()


def scroll_to_row(stage: Stage, row: int) -> str:
    """Bring a row of the list to the top, so that each visit opens another story; the name of its second card."""
    grid = stage.hand.see("catalog.grid")
    columns = round(grid.width() / grid.property("cellWidth"))
    grid.setProperty("contentY", row * grid.property("cellHeight") - grid.property("topMargin"))
    stage.rest()
    return f"card.bench/s{row * columns:05}"  # the first card of all is the long story


main(Path(sys.argv[1]), int(sys.argv[2]))
