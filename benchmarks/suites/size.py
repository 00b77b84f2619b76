"""Start with a library of 10,000 against one of 100: home reads a snapshot, so its size must not matter."""

from __future__ import annotations

import statistics

from benchmarks.bench import Bench, Row, spread
from benchmarks.process import seconds_to_line
from benchmarks.suites.start import kiosk

GOAL = 1.15


def run(bench: Bench) -> list[Row]:
    """Both in turn."""
    few, many = (bench.library(n, 150, 0) for n in (100, 10_000))
    found = bench.alternate(
        {
            "few": lambda: seconds_to_line(kiosk(few), bench.env, bench.scratch),
            "many": lambda: seconds_to_line(kiosk(many), bench.env, bench.scratch),
        }
    )
    ms = {name: [s * 1000 for s in seconds] for name, seconds in found.items()}
    few_ms, many_ms = statistics.median(ms["few"]), statistics.median(ms["many"])
    ratio = many_ms / few_ms
    return [
        Row(
            "start with 10,000 stories",
            many_ms,
            "ms",
            ratio,
            None,
            f"≤ {GOAL} x with 100",
            ratio <= GOAL,
            spread(ms["many"]),
        ),
        Row("floor: start with 100 stories", few_ms, "ms", 1.0, note=spread(ms["few"])),
    ]
