"""The peer: Debian's Chromium in kiosk mode on a local page with the same 24 pictures."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.debian import ensure
from benchmarks.process import MeasureError, child

GREEN, BLACK = (0, 255, 0), (0, 0, 0)
"""The page's mark when all its pictures are decoded, and the empty screen."""
PAGE = """<!doctype html><meta charset="utf-8"><title>grid</title><style>
body {{ margin: 0; background: #F3EADA; overflow: hidden }}
main {{ display: grid; grid-template-columns: repeat(6, 320px); grid-auto-rows: 270px }}
figure {{ margin: 0 48px; font: 32px sans-serif }} img {{ width: 224px; height: 224px; display: block }}
#done {{ position: fixed; left: 0; top: 0; width: 16px; height: 16px; background: #000 }}
</style><main>{cards}</main><div id="done"></div><script>
Promise.all(Array.from(document.images, i => i.decode())).then(() => done.style.background = "#00FF00")
</script>"""


@dataclass(frozen=True, slots=True)
class Chromium:
    """Chromium with a profile of this run."""

    bench: Bench
    page: Path
    profile: Path

    @classmethod
    def prepare(cls, bench: Bench, database: Path) -> Chromium | str:
        """Install it if need be and write the page; returns why there is no peer otherwise."""
        if missing := ensure("chromium", "chromium"):
            return missing
        with closing(sqlite3.connect(database)) as db:
            rows = db.execute(
                "SELECT name, square FROM item WHERE lang='zh' AND kind='story' ORDER BY place LIMIT 24"
            ).fetchall()
        page = bench.scratch / "grid.html"
        cards = "".join(
            f'<figure><img src="file://{picture}"><figcaption>{name}</figcaption></figure>' for name, picture in rows
        )
        page.write_text(PAGE.format(cards=cards), "utf-8")
        return cls(bench, page, bench.scratch / "chromium")

    @contextmanager
    def painted(self) -> Iterator[tuple[float, int]]:
        """Start it; yields the seconds until all pictures are on the screen, and its process group.

        Raises:
            MeasureError: they did not come within a minute.
        """
        argv = [
            "chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-extensions", f"--user-data-dir={self.profile}",
            "--window-position=0,0", "--window-size=1920,1080", self.page.as_uri(),
        ]  # fmt: skip
        display = self.bench.display
        if not display.wait_for(4, 4, BLACK, 10):
            raise MeasureError("the window before is still on the screen")
        began = time.perf_counter()
        with child(argv, self.bench.env, self.bench.scratch / "stderr.txt") as process:
            if not display.wait_for(4, 4, GREEN, 60):
                raise MeasureError("Chromium did not show the page")
            yield time.perf_counter() - began, process.pid

    def seconds(self) -> float:
        """Start to all pictures on the screen."""
        with self.painted() as (took, _group):
            return took
