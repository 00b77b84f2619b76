"""The tour, over and over in one kiosk: `tour DATA TIMES`. Nothing is photographed; what grows is the kiosk's own."""

from __future__ import annotations

import json
import logging
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.process import pss_kb
from kiosk import qtstart
from kiosk.app import App, Options
from kiosk.cli.place import settings
from kiosk.tour.extras import spoiled_copy
from kiosk.tour.hand import Hand
from kiosk.tour.play import MovableClock
from kiosk.tour.scenes import scenes

SIZE = (1080, 1920)


def main(data: Path, times: int) -> None:
    """Memory after each tour, and the most there ever was, MB."""
    logging.basicConfig(level=logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-tour-") as scratch:
        place = spoiled_copy(data, Path(scratch))
        options = Options(size=SIZE, seed=7, watch=False, attract=True, today=date(2026, 5, 1))
        app = App(replace(settings(data), data_dir=place), options, MovableClock())
        window = app.show()
        window.requestActivate()
        hand = Hand(app.qt, window)
        after: list[float] = []
        for n in range(times):
            for scene in scenes():
                began = time.monotonic()
                scene.act(app, hand)
                if scene.still:
                    hand.settle()
                else:
                    hand.wait(lambda began=began: time.monotonic() - began > 1.2, "the film")
                qtstart.drop_deferred()  # a kiosk returns to its event loop between two touches; this loop never does
            after.append(pss_kb() / 1024)
            print(f"tour {n + 1}: {after[-1]:.0f} MB", file=sys.stderr, flush=True)
        print(json.dumps({"after": after, "peak": _peak()}), flush=True)
        app.close()


def _peak() -> float:
    """Most resident memory of this process ever, MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


main(Path(sys.argv[1]), int(sys.argv[2]))
