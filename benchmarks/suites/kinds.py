"""Taking part on a kiosk of years: into every kind by touch with 10,000 items and 1,000,000 records, a vote, the wall of 200."""

from __future__ import annotations

import shutil
import statistics
from dataclasses import replace

from benchmarks import everything
from benchmarks.bench import Bench, Row, centile, spread
from benchmarks.inside.opened import FLOOR
from benchmarks.process import report, wait_for_quiet

OPENINGS = 5
"""Of each kind; the first is the first since the kiosk was started."""
OPEN_GOAL, VOTE_GOAL, FRAME = 50, 30, 33
"""Milliseconds: until a page is there, until a vote is durable, and a frame at 30 a second."""


def run(bench: Bench) -> list[Row]:
    """Some four minutes, most of them for making the records."""
    print("   making 10,000 items and 1,000,000 records", flush=True)
    data = everything.make(bench.scratch / "kinds")
    wait_for_quiet()
    count = OPENINGS if bench.rounds > 1 else 2
    opened = report("kinds", bench.env, bench.scratch, str(data), str(count), seconds=240)
    wait_for_quiet()
    shown = report("wall", bench.env, bench.scratch, str(data), seconds=120)
    shutil.rmtree(bench.scratch / "kinds")
    floor = statistics.median(one["wall"] for one in opened[FLOOR])
    rows = [
        Row(f"{FLOOR}, until its first frame, p50", floor, "ms", note=spread([one["wall"] for one in opened[FLOOR]]))
    ]
    everywhere = [one["wall"] for name, each in opened.items() if name != FLOOR for one in each]
    worst = centile(everywhere, 0.95)
    goal = f"≤ {OPEN_GOAL} ms"
    every = Row(
        "into any kind, finger up to the page's first frame, p95",
        worst,
        "ms",
        worst / floor,
        None,
        goal,
        worst <= OPEN_GOAL,
    )
    rows.append(replace(every, note=spread(everywhere)))
    for name, each in opened.items():
        if name != FLOOR:
            walls = [one["wall"] for one in each]
            value, work = statistics.median(walls), statistics.median(one["work"] for one in each)
            note = f"{spread(walls)}; {work:.0f} ms of it the GUI thread works"
            rows.append(Row(f"into: {name}, p50", value, "ms", ratio_floor=value / floor, note=note))
    return rows + _wall(shown)


def _wall(shown: dict[str, list[float]]) -> list[Row]:
    def row(name: str, key: str, part: float, goal: int | None = None) -> Row:
        value = centile(shown[key], part)
        words, holds = (f"≤ {goal} ms", value <= goal) if goal else ("", None)
        return Row(name, value, "ms", goal=words, holds=holds, note=spread(shown[key], 1))

    return [
        row("a vote beside 500,000 others until it is durable and said, p50", "vote", 0.5, VOTE_GOAL),
        row("500,000 votes counted anew, p50", "count", 0.5),
        row("wall of 200 with them redrawn, longest turn of the event loop, p50", "turn", 0.5, FRAME),
        row("the same, longest", "turn", 1.0, FRAME),
        row("the same, work of the GUI thread in it, longest", "work", 1.0),
    ]
