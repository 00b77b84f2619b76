"""Visits at high speed through every kind: memory, handles, frames. `BENCH_VISITS` of them (default 1,000; `make soak` 10,000)."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from benchmarks.bench import Bench, Row
from kiosk.health.soak import SLOW_FRAME
from kiosk.samples import Samples, content_folder, default_place, prepare
from kiosk.tour.soak import GROWTH_GOAL, HANDLES_GOAL


def run(bench: Bench) -> list[Row]:
    """One kiosk on the sample packs."""
    samples = Samples(content_folder(), default_place())
    prepare(samples, lambda text: print("  ", text.en, flush=True))
    visits = os.environ.get("BENCH_VISITS") or "1000"
    line = [sys.executable, "-m", "kiosk", "soak", "--json", "--visits", visits, "--data", str(samples.data)]
    done = subprocess.run(line, env=bench.env, stdout=subprocess.PIPE, text=True, check=False)
    if not done.stdout:
        raise RuntimeError(f"kiosk soak ended with {done.returncode}")
    found = json.loads(done.stdout)
    growth, more, longest = found["growth"] * 100, found["more_handles"], found["longest"] * 1000
    note = f"{visits} visits, {len(found['kinds'])} kinds, {found['seconds']:.0f} s"
    return [
        Row("soak: growth of memory after warm-up", growth, "%", goal=f"≤ {GROWTH_GOAL:.0%}", holds=growth <= GROWTH_GOAL * 100, note=note),
        Row("soak: handles gained", more, "", goal=f"≤ {HANDLES_GOAL}", holds=more <= HANDLES_GOAL, note=note),
        Row("soak: longest frame", longest, "ms", goal="≤ 250 ms", holds=longest <= SLOW_FRAME * 1000,
            note=f"{found['slow']} of {found['frames']} over 250 ms"),
        Row("soak: warnings", len(found["complaints"]), "", goal="0", holds=not found["complaints"]),
    ]  # fmt: skip
