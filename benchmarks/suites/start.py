"""Cold start, page cache warm: from no process to home on the screen with its pictures."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.bench import ROOT, Bench, Row, spread
from benchmarks.chromium import Chromium
from benchmarks.process import seconds_to_end, seconds_to_line

FLOOR_GOAL, PEER_GOAL = 1.5, 0.5


def kiosk(data: Path) -> list[str]:
    """The command that is timed."""
    return [sys.executable, "-m", "kiosk", "run", "--data", str(data), "--size", "1920x1080", "--until-painted"]


def database(data: Path) -> Path:
    """The library's catalog."""
    return next((data / "catalog").glob("catalog-*.db"))


def run(bench: Bench) -> list[Row]:
    """Home, the floors and the peer in turn."""
    data = bench.library()
    floors = ROOT / "benchmarks" / "floors"
    cases: dict[str, Callable[[], float]] = {
        "home": lambda: seconds_to_line(kiosk(data), bench.env, bench.scratch),
        "grid": lambda: seconds_to_line(
            [sys.executable, str(floors / "grid.py"), str(database(data))], bench.env, bench.scratch
        ),
        "bare": lambda: seconds_to_line([sys.executable, str(floors / "bare.py")], bench.env, bench.scratch),
        "python": lambda: seconds_to_end([sys.executable, "-c", "0"], bench.env),
    }
    peer = Chromium.prepare(bench, database(data))
    if isinstance(peer, Chromium):
        cases["peer"] = peer.seconds
    found = {name: [s * 1000 for s in seconds] for name, seconds in bench.alternate(cases).items()}
    mid = {name: statistics.median(values) for name, values in found.items()}

    def row(name: str, case: str) -> Row:
        over_peer = mid[case] / mid["peer"] if "peer" in mid else None
        return Row(name, mid[case], "ms", mid[case] / mid["grid"], over_peer, note=spread(found[case]))

    over_floor = mid["home"] / mid["grid"]
    over_peer = mid["home"] / mid["peer"] if "peer" in mid else None
    holds = over_floor <= FLOOR_GOAL and (over_peer is None or over_peer <= PEER_GOAL)
    goal = f"≤ {FLOOR_GOAL} x floor, ≤ {PEER_GOAL} x peer"
    return [
        Row(
            "start to home with its pictures, 1,200 stories",
            mid["home"],
            "ms",
            over_floor,
            over_peer,
            goal,
            holds,
            spread(found["home"]),
        ),
        row("floor: start of a Qt Quick grid, SQLite, 24 pictures", "grid"),
        row("start of a bare Qt Quick window", "bare"),
        row("start of `python -c 0`", "python"),
        row("peer: start of Chromium to 24 pictures", "peer")
        if isinstance(peer, Chromium)
        else Row("peer: start of Chromium to 24 pictures", None, "ms", note=peer),
    ]
