"""A contest of 200 entries: `votes DATA`. Votes given by the screen's own way, and the wall of results redrawn."""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bench import centile
from benchmarks.inside.stage import Stage, say
from kiosk.kinds.vote import ballot, booth
from kiosk.records import Record, RecordBook

UID = "bench/many"
BEFORE, EACH, REDRAWS, VOTES = 3000, 200, 12, 20


def fill(book: RecordBook, rnd: random.Random, count: int, first: int) -> None:
    """Votes of many visitors, a few entries well ahead."""
    for n in range(first, first + count):
        entry = min(200, 1 + int(rnd.expovariate(1 / 40)))
        vote = ballot.Vote(entry, f"v{n}", "2026-05-01", "2026-05-01T12:00", 0.0, True)
        book.append(Record("v", UID, booth.VOTE, 1, datetime.now(UTC), 0.0, True, vote.payload(), f"v{n}"))


def main(data: Path) -> None:
    """Milliseconds: a vote until it is durable and said, and the longest turn of the event loop in a redraw."""
    stage, rnd = Stage(data), random.Random(3)
    stage.app.shell.openItem(UID)
    stage.hand.see("vote.gallery")
    stage.rest()
    assert stage.app.shell.page is not None
    vm: Any = stage.app.shell.page.vm
    given = []
    for number in range(1, VOTES + 1):
        vm.entries.choose(number)
        time.sleep(0.65)  # the red button does not take a second tap
        began = time.perf_counter()
        vm.vote()
        stage.until(lambda n=number: vm.just == n, "the vote")
        given.append((time.perf_counter() - began) * 1000)
        stage.rest(0.1)
    book = RecordBook(stage.app.settings.data_dir / "records.db")
    fill(book, rnd, BEFORE, 0)
    vm.showWall(4)
    stage.until(lambda: vm.wall.votes > 0, "the count")
    stage.rest()
    turns, drawn = [], []
    for n in range(REDRAWS):
        fill(book, rnd, EACH, BEFORE + n * EACH)
        stage.rest(0.1)
        stage.turns.clear()
        stage.frames.clear()
        wanted = vm.wall.votes + EACH
        vm.wall.recount()
        stage.until(lambda w=wanted: vm.wall.votes == w, "the count")
        stage.rest(0.2)
        turns.append(max(stage.turns) * 1000)
        drawn.append(len(stage.frames))
    book.close()
    say(
        vote=centile(given, 0.5),
        vote95=centile(given, 0.95),
        turn=centile(turns, 0.5),
        turn_most=max(turns),
        frames=max(drawn),
    )
    stage.close()


main(Path(sys.argv[1]))
