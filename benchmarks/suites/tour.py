"""Memory of a kiosk that visitors use again and again: the tour through every screen, `BENCH_TOURS` times (default 5)."""

from __future__ import annotations

import os

from benchmarks.bench import Bench, Row, spread
from benchmarks.process import report
from kiosk.samples import Samples, content_folder, default_place, prepare

GOAL_MB = 350
GROWTH_GOAL_MB = 2.0
SETTLED = 2
"""Tours until caches are full."""


def run(bench: Bench) -> list[Row]:
    """One kiosk on the sample packs; growth is counted after the second tour."""
    samples = Samples(content_folder(), default_place())
    prepare(samples, lambda text: print("  ", text.en, flush=True))
    tours = max(SETTLED + 1, int(os.environ.get("BENCH_TOURS") or (5 if bench.rounds > 1 else 3)))
    found = report("tour", bench.env, bench.scratch, str(samples.data), str(tours), seconds=180 * tours)
    after, peak = found["after"], found["peak"]
    growth = (after[-1] - after[SETTLED - 1]) / (len(after) - SETTLED)
    note = spread(after)
    return [
        Row("most resident memory in the tours", peak, "MB", goal=f"≤ {GOAL_MB} MB", holds=peak <= GOAL_MB),
        Row(
            "memory after the last tour (PSS)",
            after[-1],
            "MB",
            goal=f"≤ {GOAL_MB} MB",
            holds=after[-1] <= GOAL_MB,
            note=note,
        ),
        Row(
            "growth per tour after the second",
            growth,
            "MB",
            goal=f"≤ {GROWTH_GOAL_MB:g} MB",
            holds=growth <= GROWTH_GOAL_MB,
            note=note,
        ),
    ]
