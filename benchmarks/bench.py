"""What a run of benchmarks shares: one display, one scratch folder, libraries made once; and the row each measurement ends in."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.display import Display
from benchmarks.library import make_library
from benchmarks.process import wait_for_quiet

FOREIGN = ("QT_", "QML", "QSG_", "KIOSK_", "WAYLAND", "PYTHON")
"""Variables of whoever runs this that would change what is measured."""
ROOT = Path(__file__).resolve().parent.parent


def rounds(default: int = 7) -> int:
    """Repetitions of each measurement: `BENCH_ROUNDS`, made odd so that the median is a measured value."""
    return int(os.environ.get("BENCH_ROUNDS", default)) | 1


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results.

    Args:
        ratio_floor: median divided by that of the floor measured in the same run.
        ratio_peer: the same for the peer.
        goal: in words; empty for a floor or a peer.
        holds: None when there is no goal, or it could not be judged.
        note: spread, or why it was skipped.
    """

    name: str
    median: float | None
    unit: str
    ratio_floor: float | None = None
    ratio_peer: float | None = None
    goal: str = ""
    holds: bool | None = None
    note: str = ""

    def line(self) -> str:
        """For the terminal."""
        value = "skipped" if self.median is None else f"{self.median:.4g} {self.unit}"
        ratios = [
            f"{r:.2f} x {w}" for r, w in ((self.ratio_floor, "floor"), (self.ratio_peer, "peer")) if r is not None
        ]
        verdict = {True: "holds", False: "DOES NOT HOLD", None: ""}[self.holds]
        return "; ".join(filter(None, (f"{self.name}: {value}", *ratios, self.goal, verdict, self.note)))


@dataclass(slots=True)
class Bench:
    """One run.

    Args:
        rounds: repetitions, odd.
        scratch: folder that goes away with the run.
        env: environment of every child: the same display, drawing in software, no settings of the user.
    """

    rounds: int
    scratch: Path
    display: Display
    env: Mapping[str, str]
    _libraries: dict[tuple[int, int, int], Path] = field(default_factory=dict)

    @classmethod
    @contextmanager
    def open(cls, count: int) -> Iterator[Bench]:
        """A display and a scratch folder, put away at the end."""
        with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name, Display.open(Path(name)) as display:
            scratch = Path(name)
            empty = scratch / "kiosk.toml"
            empty.write_text("", "utf-8")
            env = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
            env |= {
                "DISPLAY": display.name,
                "QT_QUICK_BACKEND": "software",
                "KIOSK_CONFIG": str(empty),
                "PYTHONPATH": str(ROOT),
            }
            # An installed kiosk has its bytecode; here the warm-up writes it, wherever the checkout may keep none.
            env["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
            for kind in ("CACHE", "CONFIG", "DATA", "RUNTIME"):
                folder = scratch / kind.lower()
                folder.mkdir(mode=0o700)
                env[f"XDG_{kind}_DIR" if kind == "RUNTIME" else f"XDG_{kind}_HOME"] = str(folder)
            yield cls(count, scratch, display, env)

    def library(self, stories: int = 1200, characters: int = 600, long_story: int = 50_000) -> Path:
        """Data folder of a library of that size, made once in a run."""
        key = (stories, characters, long_story)
        if key not in self._libraries:
            print(f"   making a library of {stories} stories", flush=True)
            self._libraries[key] = make_library(self.scratch / f"library-{len(self._libraries)}", *key)
        return self._libraries[key]

    def alternate(self, cases: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
        """Run every case once to warm up, then all of them in turn, `rounds` times, each on a quiet machine."""
        for case in cases.values():
            case()
        found: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(self.rounds):
            for name, case in cases.items():
                wait_for_quiet()
                found[name].append(case())
        return found


def spread(values: list[float], digits: int = 0) -> str:
    """Smallest to largest, and how many."""
    return f"{min(values):.{digits}f}–{max(values):.{digits}f}, n={len(values)}"


def centile(values: list[float], part: float) -> float:
    """The value below which `part` (0 to 1) of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def middle(reports: list[dict[str, Any]], key: str) -> float:
    """Median of one figure over the repetitions."""
    return statistics.median(r[key] for r in reports)
