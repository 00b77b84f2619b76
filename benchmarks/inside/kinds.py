"""Into an item of every kind by touch, a million records in the book: `kinds DATA ROUNDS`."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from benchmarks.inside.opened import FLOOR, LARGE, OPENED
from benchmarks.inside.stage import Stage
from kiosk.shell.page import Page


class Door:
    """Touches the card of an item in the list of its kind, and times what follows."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._pushed: list[Any] = []
        stage.app.shell.pushed.connect(self._pushed.append)

    def open(self, uid: str) -> dict[str, float]:
        """From the finger leaving the glass to the page's first frame, milliseconds: on the wall, and of this thread alone."""
        stage = self.stage
        point = stage.hand.middle(stage.hand.see(f"card.{uid}"))
        stage.press(point)
        still(stage, 0.15)
        self._pushed.clear()
        stage.turns.clear()
        began, busy = time.perf_counter(), time.thread_time()
        stage.release(point)
        stage.until(lambda: self._pushed, uid)
        return self._measured(began, busy)

    def bare(self, page: Page) -> dict[str, float]:
        """The same for a page that is pushed by itself."""
        self._pushed.clear()
        self.stage.turns.clear()
        began, busy = time.perf_counter(), time.thread_time()
        self.stage.app.shell.push(page)
        return self._measured(began, busy)

    def _measured(self, began: float, busy: float) -> dict[str, float]:
        stage = self.stage
        seen = len(stage.frames)
        stage.until(lambda: len(stage.frames) > seen, "its first frame")
        wall, work = stage.frames[seen] - began, time.thread_time() - busy
        still(stage)
        return {"wall": wall * 1000, "work": work * 1000, "turn": max(stage.turns) * 1000}


def show(stage: Stage, uid: str) -> None:
    """The list with this item's card in it, and the card on the screen."""
    grid = stage.hand.see("catalog.grid")
    model = grid.property("model")
    roles = {bytes(name): role for role, name in model.roleNames().items()}

    def place() -> int:
        return next((n for n in range(model.rowCount()) if model.data(model.index(n, 0), roles[b"uid"]) == uid), -1)

    stage.until(lambda: place() >= 0, uid)
    columns = max(1, round(grid.width() / grid.property("cellWidth")))
    most = grid.property("contentHeight") - grid.height() - grid.property("topMargin")
    wanted = place() // columns * grid.property("cellHeight") - grid.property("topMargin")
    grid.setProperty("contentY", max(-grid.property("topMargin"), min(wanted, most + grid.property("topMargin"))))
    still(stage)


def still(stage: Stage, seconds: float = 0.5) -> None:
    """Wait; some pages never stop to draw, for a film plays in them."""
    end = time.perf_counter() + seconds
    stage.until(lambda: time.perf_counter() > end, "rest")


def main(data: Path, count: int) -> None:
    """First and later openings by kind."""
    stage = Stage(data, warm=True)
    door = Door(stage)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in (FLOOR, *OPENED)}
    for _ in range(count):
        page = Page("bare", Path(__file__).with_name("Bare.qml"), QObject())
        found[FLOOR].append(door.bare(page))
        stage.app.shell.home()
        still(stage)
        for name, uid in OPENED.items():
            stage.app.shell.openRoom(LARGE.get(uid, name))
            still(stage)
            show(stage, uid)
            gc.collect()
            found[name].append(door.open(uid))
            stage.app.shell.home()
            still(stage)
    print(json.dumps(found), flush=True)
    stage.close()


main(Path(sys.argv[1]), int(sys.argv[2]))
