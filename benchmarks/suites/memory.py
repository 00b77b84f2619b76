"""Memory of the whole process tree: the most until 3 s after home is on the screen, as proportional share (PSS)."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from benchmarks.bench import ROOT, Bench, Row, spread
from benchmarks.chromium import Chromium
from benchmarks.process import child, pss_of_group, wait_for_line
from benchmarks.suites.start import database

AFTER = 3.0
GOAL_MB = 350
REPEATS = 3


def run(bench: Bench) -> list[Row]:
    """Home with a small and a large library, the floors, the peer; few repeats, as memory hardly varies."""
    data, many = bench.library(), bench.library(10_000, 150, 0)
    floors = ROOT / "benchmarks" / "floors"
    stay = [sys.executable, "-m", "benchmarks.inside.stay"]
    cases: dict[str, Callable[[], float]] = {
        "home": lambda: _weigh(bench, [*stay, str(data)]),
        "many": lambda: _weigh(bench, [*stay, str(many)]),
        "grid": lambda: _weigh(bench, [sys.executable, str(floors / "grid.py"), str(database(data)), "--stay"]),
        "bare": lambda: _weigh(bench, [sys.executable, str(floors / "bare.py"), "--stay"]),
    }
    peer = Chromium.prepare(bench, database(data))
    if isinstance(peer, Chromium):
        cases["peer"] = lambda: _weigh_peer(peer)
    found = {name: [case() for _ in range(min(REPEATS, bench.rounds))] for name, case in cases.items()}
    mid = {name: statistics.median(values) for name, values in found.items()}

    def row(name: str, case: str, goal: int | None = None) -> Row:
        if case not in mid:
            return Row(name, None, "MB", note=str(peer))
        over_peer = mid[case] / mid["peer"] if "peer" in mid else None
        words, holds = (f"≤ {goal} MB", mid[case] <= goal) if goal else ("", None)
        return Row(name, mid[case], "MB", mid[case] / mid["grid"], over_peer, words, holds, spread(found[case]))

    return [
        row("memory on home, 1,200 stories", "home", GOAL_MB),
        row("memory on home, 10,000 stories", "many", GOAL_MB),
        row("floor: memory of the Qt Quick grid", "grid"),
        row("memory of a bare Qt Quick window", "bare"),
        row("peer: memory of Chromium", "peer"),
    ]


def _weigh(bench: Bench, argv: list[str]) -> float:
    errors = bench.scratch / "stderr.txt"
    with child(argv, bench.env, errors) as process:
        wait_for_line(process, "painted", errors)
        return _most(process.pid)


def _weigh_peer(peer: Chromium) -> float:
    with peer.painted() as (_took, group):
        return _most(group)


def _most(group: int) -> float:
    most, end = 0.0, time.monotonic() + AFTER
    while time.monotonic() < end:
        most = max(most, pss_of_group(group))
        time.sleep(0.1)
    return most
