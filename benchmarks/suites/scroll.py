"""Smoothness of the list, drawn in software at 1920x1080."""

from __future__ import annotations

from benchmarks.bench import Bench, Row, middle, spread
from benchmarks.process import report, wait_for_quiet

GOAL = 20


def run(bench: Bench) -> list[Row]:
    """Frame intervals of each run; medians over the runs."""
    data = bench.library()
    found = []
    for _ in range(bench.rounds):
        wait_for_quiet()
        found.append(report("scroll", bench.env, bench.scratch, str(data)))

    def row(name: str, key: str, goal: int | None = None) -> Row:
        value = middle(found, key)
        words, holds = (f"≤ {goal} ms", value <= goal) if goal else ("", None)
        return Row(name, value, "ms", goal=words, holds=holds, note=spread([r[key] for r in found], 1))

    return [
        row("scrolling 1,200 cards, frame interval p50", "p50"),
        row("scrolling 1,200 cards, frame interval p95", "p95", GOAL),
        row("scrolling 1,200 cards, longest frame interval", "most"),
    ]
