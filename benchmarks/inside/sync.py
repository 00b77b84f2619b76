"""One sync in a worker that has started: `sync DATA REPO`. Milliseconds, bytes copied, files opened on the medium, memory."""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401 - loaded at the first signature otherwise

from benchmarks.cold import go_cold
from kiosk.core.errors import KioskError
from kiosk.packs.source import FolderSource, Stream
from kiosk.packs.store import Store
from kiosk.packs.sync import sync


class Counting(FolderSource):
    """Counts the files that are there and were opened."""

    opened = 0

    def open(self, path: str) -> Stream:
        """See `Source.open`."""
        stream = super().open(path)
        self.opened += 1
        return stream


def main(data: Path, repo: Path) -> None:
    """Open the store, forget what is cached, sync."""
    store = Store(data / "store")
    source = Counting(repo)
    gc.collect()
    gc.freeze()  # as the worker does
    go_cold(repo, data)
    began = time.perf_counter()
    report = sync(store, source)
    took = (time.perf_counter() - began) * 1000
    if isinstance(report.problem, KioskError):
        raise report.problem
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    live = sum(r.code == "live" for r in report.results)
    print(json.dumps({"ms": took, "copied": report.copied_bytes, "opened": source.opened, "live": live, "mb": peak}))


main(Path(sys.argv[1]), Path(sys.argv[2]))
