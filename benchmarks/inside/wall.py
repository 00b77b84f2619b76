"""A contest of 200 entries with 500,000 votes among a million records: `wall DATA`. Votes by the screen's way, the wall redrawn."""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.everything import CONTEST
from benchmarks.inside.stage import Stage
from kiosk.kinds.vote import ballot, booth
from kiosk.records import Record, RecordBook

VOTES, REDRAWS, EACH = 15, 12, 40


def fill(book: RecordBook, rnd: random.Random, first: int) -> None:
    """Some votes of other visitors."""
    for n in range(first, first + EACH):
        vote = ballot.Vote(rnd.randint(1, 200), f"w{n}", "2026-05-01", "2026-05-01T12:00", 0.0, True)
        book.append(Record("v", CONTEST, booth.VOTE, 1, datetime.now(UTC), 0.0, True, vote.payload(), f"w{n}"))


def main(data: Path) -> None:
    """Milliseconds: a vote until it is durable and said; a redraw's count, longest turn, and work of the thread in it."""
    stage, rnd = Stage(data, warm=True), random.Random(3)
    stage.app.shell.openItem(CONTEST)
    stage.hand.see("vote.gallery")
    assert stage.app.shell.page is not None
    vm: Any = stage.app.shell.page.vm
    stage.until(lambda: stage.app.lanes.waiting == 0, "who votes")
    found: dict[str, list[float]] = {"vote": [], "count": [], "turn": [], "work": []}
    for number in range(1, VOTES + 1):
        vm.entries.choose(number)
        time.sleep(0.65)  # the red button does not take a second tap
        began = time.perf_counter()
        vm.vote()
        stage.until(lambda n=number: vm.just == n, "the vote")
        found["vote"].append((time.perf_counter() - began) * 1000)
        stage.rest(0.1)
    book = RecordBook(data / "records.db")
    vm.showWall(4)
    stage.until(lambda: vm.wall.votes > 0, "the count")
    stage.rest()
    for n in range(REDRAWS):
        fill(book, rnd, n * EACH)
        stage.rest(0.1)
        stage.turns.clear()
        wanted, began, busy = vm.wall.votes + EACH, time.perf_counter(), time.thread_time()
        vm.wall.recount()
        stage.until(lambda w=wanted: vm.wall.votes == w, "the count")
        found["count"].append((time.perf_counter() - began) * 1000)
        stage.rest(0.2)
        found["turn"].append(max(stage.turns) * 1000)
        found["work"].append((time.thread_time() - busy) * 1000)
    book.close()
    print(json.dumps(found), flush=True)
    stage.close()


main(Path(sys.argv[1]))
