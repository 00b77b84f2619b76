"""A story of 50,000 characters: the interface must not stand still while it is opened and read."""

from __future__ import annotations

from benchmarks.bench import Bench, Row, middle, spread
from benchmarks.process import report, wait_for_quiet

GOAL = 100
REPEATS = 3
"""Half a minute each."""


def run(bench: Bench) -> list[Row]:
    """The longest turn of the event loop of each run, their median."""
    data = bench.library()
    found = []
    for _ in range(min(REPEATS, bench.rounds)):
        wait_for_quiet()
        found.append(report("story", bench.env, bench.scratch, str(data)))

    def row(name: str, key: str, goal: int | None = GOAL) -> Row:
        value = middle(found, key)
        words, holds = (f"≤ {goal} ms", value <= goal) if goal else ("", None)
        return Row(name, value, "ms", goal=words, holds=holds, note=spread([r[key] for r in found]))

    return [
        row("story of 50,000 characters: asked for to first frame", "opened", None),
        row("the same: longest standstill while it opens", "opening"),
        row("the same: longest standstill while read, 1,800 px/s", "reading"),
        row("the same: longest standstill while flicked, 12,000 px/s", "flicking"),
    ]
