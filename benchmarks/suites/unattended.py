"""What a kiosk does while nobody is there: processor in the attract loop and asleep, and how fast it is back after a kill -9.

`BENCH_SECONDS`: how long the processor is watched (default 30). The kiosk first gets `SETTLE` seconds to load what it loads once.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.bench import Bench, Row, spread
from benchmarks.process import MeasureError, child, wait_for_quiet
from kiosk.samples import Samples, content_folder, default_place, prepare
from kiosk.state.screenlife import AWAKE
from kiosk.watch.notify import SUPERVISOR

SETTLE = 40.0
ATTRACT_GOAL, ASLEEP_GOAL = 15.0, 1.0
"""Per cent of one core."""
BACK_GOAL = 5.0
PATIENCE = 90.0


def run(bench: Bench) -> list[Row]:
    """One kiosk a measurement, on the sample packs, drawing in software."""
    samples = Samples(content_folder(), default_place())
    prepare(samples, lambda text: print("  ", text.en, flush=True))
    seconds = float(os.environ.get("BENCH_SECONDS") or 30)
    attract = _busy(bench, samples.data, {}, SETTLE, seconds)
    asleep = _busy(bench, samples.data, {"KIOSK_SCREEN_HOURS": _another_hour()}, AWAKE + SETTLE, seconds)
    back = _backs(bench, samples.data, min(bench.rounds, 5))
    note = f"of one core, over {seconds:.0f} s, software backend, 1080x1920"
    return [
        Row("unattended: processor in the attract loop", attract, "%", goal=f"≤ {ATTRACT_GOAL:.0f} %", holds=attract <= ATTRACT_GOAL, note=note),
        Row("unattended: processor asleep", asleep, "%", goal=f"< {ASLEEP_GOAL:.0f} %", holds=asleep < ASLEEP_GOAL, note=note),
        Row("unattended: on the screen again after kill -9", statistics.median(back) * 1000, "ms", goal=f"< {BACK_GOAL:.0f} s, each",
            holds=max(back) < BACK_GOAL, note=spread([s * 1000 for s in back])),
    ]  # fmt: skip


class Ear:
    """Hears what the kiosk says about itself, as a supervisor does."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.02)
        self._token = secrets.token_hex(8)

    @property
    def env(self) -> dict[str, str]:
        """For whoever is to be heard."""
        return {SUPERVISOR: f"{self._socket.getsockname()[1]}:{self._token}"}

    def ready(self) -> float:
        """Wait until it is on the screen; returns the moment (`time.monotonic`).

        Raises:
            MeasureError: it does not come.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(TimeoutError):
                if b"READY=1" in self._socket.recv(4096).split(b"\n")[1:]:
                    return time.monotonic()
        raise MeasureError("the kiosk is not on the screen")

    def close(self) -> None:
        """Hear no more."""
        self._socket.close()


@contextmanager
def _kiosk(bench: Bench, data: Path, words: list[str], more: dict[str, str]) -> Iterator[tuple[int, Ear]]:
    """A kiosk on a copy of the data: its process group, and what it says."""
    copy, ear = bench.scratch / "unattended", Ear()
    shutil.copytree(data, copy)
    line = [sys.executable, "-m", "kiosk", *words, "--data", str(copy)]
    if words[0] == "supervise":
        line += ["--", "run"]
    line += ["--attract", "--size", "1080x1920"]
    try:
        with child(line, {**bench.env, **more, **ear.env}, bench.scratch / "stderr.txt") as process:
            yield process.pid, ear
    finally:
        ear.close()
        shutil.rmtree(copy)


def _busy(bench: Bench, data: Path, more: dict[str, str], settle: float, seconds: float) -> float:
    """Per cent of one core, of all its processes."""
    with _kiosk(bench, data, ["run"], more) as (group, ear):
        ear.ready()
        time.sleep(settle)
        began, before = time.monotonic(), _ticks(group)
        time.sleep(seconds)
        used = (_ticks(group) - before) / os.sysconf("SC_CLK_TCK")
        return 100 * used / (time.monotonic() - began)


def _backs(bench: Bench, data: Path, times: int) -> list[float]:
    """Seconds from each kill to the first picture of the next kiosk."""
    with _kiosk(bench, data, ["supervise"], {}) as (group, ear):
        found = []
        ear.ready()
        for _ in range(times):
            time.sleep(3)
            wait_for_quiet()
            (running,) = (
                pid for pid in _members(group) if b"\0supervise\0" not in _line(pid) and b"\0run\0" in _line(pid)
            )
            began = time.monotonic()
            os.kill(running, signal.SIGKILL)
            found.append(ear.ready() - began)
        return found


def _members(group: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if os.getpgid(int(folder.name)) == group:
                found.append(int(folder.name))
    return found


def _line(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _ticks(group: int) -> int:
    """Clock ticks that the processes of a group have used, in user and system mode."""
    total = 0
    for pid in _members(group):
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total


def _another_hour() -> str:
    """A minute half a day away: the screen sleeps now."""
    then = datetime.now().astimezone() + timedelta(hours=12)
    return f"{then:%H:%M}-{then + timedelta(minutes=1):%H:%M}"
