"""`python -m benchmarks [NAME ...]`: measure, print, and keep the rows in `results.json` and `RESULTS.md`."""

from __future__ import annotations

import argparse
import importlib
import signal
import sys
import time
from pathlib import Path

from benchmarks.bench import Bench, Row, rounds
from benchmarks.results import keep

SUITES = (
    "start",
    "size",
    "memory",
    "touch",
    "story",
    "scroll",
    "tour",
    "sync",
    "votes",
    "kinds",
    "records",
    "stage",
    "unattended",
    "soak",
)
HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run the chosen suites; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {' '.join(SUITES)}")
    parser.add_argument("--dry", action="store_true", help="print only, leave the results as they are")
    given = parser.parse_args()
    if unknown := set(given.names) - set(SUITES):
        parser.error(f"unknown: {' '.join(sorted(unknown))}; there are: {' '.join(SUITES)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that display, children and scratch folder go too
    rows: list[Row] = []
    with Bench.open(rounds()) as bench:
        for name in [n for n in SUITES if not given.names or n in given.names]:
            began = time.monotonic()
            print(f"== {name}", flush=True)
            found = importlib.import_module(f"benchmarks.suites.{name}").run(bench)
            for row in found:
                print("  ", row.line(), flush=True)
            print(f"   ({time.monotonic() - began:.0f} s)", flush=True)
            rows += found
            if not given.dry:
                keep(HERE, found)
    return 1 if any(row.holds is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
