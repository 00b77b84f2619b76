"""A visitor's touch: how soon something on the screen answers, and how soon the next page is there."""

from __future__ import annotations

import statistics

from benchmarks.bench import Bench, Row, centile, spread
from benchmarks.process import report, wait_for_quiet

COUNT = 30
GOAL = 50


def run(bench: Bench) -> list[Row]:
    """Thirty times home, list, story; the goal is for the 95th percentile."""
    data = bench.library()
    wait_for_quiet()
    count = COUNT if bench.rounds > 1 else 5
    found = report("touch", bench.env, bench.scratch, str(data), str(count), seconds=300)

    def row(name: str, key: str, part: float, goal: int | None = None) -> Row:
        value = centile(found[key], part)
        words, holds = (f"≤ {goal} ms", value <= goal) if goal else ("", None)
        return Row(name, value, "ms", goal=words, holds=holds, note=spread(found[key]))

    return [
        Row(
            "touch to first changed frame, p50",
            statistics.median(found["changed"]),
            "ms",
            note=spread(found["changed"]),
        ),
        row("touch to first changed frame, p95", "changed", 0.95, GOAL),
        row("finger up to the first frame of the list, p50", "catalog", 0.5),
        row("finger up to the first frame of the list, p95", "catalog", 0.95),
        row("finger up to the first frame of a story, p50", "story", 0.5),
        row("finger up to the first frame of a story, p95", "story", 0.95),
    ]
