"""The kiosk as a process of its own, off-screen, with somebody who hears how it is.

```
with alone(data) as kiosk:
    kiosk.ready()
```
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.health.blackbox import NAME, Entry, read
from kiosk.watch.notify import SUPERVISOR

TOKEN = "test"
BEAT_USEC = 400_000
PATIENCE = 60.0
"""Seconds after which something does not come any more, however busy the machine is."""


class Alone:
    """One running kiosk."""

    def __init__(self, data: Path, *words: str, env: Mapping[str, str] | None = None) -> None:
        self.data = data
        self._ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._ear.bind(("127.0.0.1", 0))
        self._ear.settimeout(0.02)
        with tempfile.NamedTemporaryFile(prefix="kiosk-alone-", suffix=".log", delete=False) as made:
            self._log = Path(made.name)  # not beside the data: its disk may be full
        self.heard: list[str] = []
        self.began = time.monotonic()
        said = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_LANG": "en",
            SUPERVISOR: f"{self._ear.getsockname()[1]}:{TOKEN}", "WATCHDOG_USEC": str(BEAT_USEC * 3), **(env or {}),
        }  # fmt: skip
        line = [sys.executable, "-m", "kiosk", "run", "--data", str(data), "--size", "540x960", *words]
        with self._log.open("wb") as out:
            self.process = subprocess.Popen(line, env=said, stderr=out, stdout=out)

    def listen(self) -> None:
        """Hear what it says now."""
        try:
            self.heard += self._ear.recv(4096).decode().split("\n")[1:]
        except TimeoutError:
            return

    def until(self, true: Callable[[], object], what: str, seconds: float = PATIENCE) -> float:
        """Wait; returns how long.

        Raises:
            AssertionError: with the log.
        """
        began = time.monotonic()
        while not true():
            waited = time.monotonic() - began
            assert waited < seconds, f"{what} did not come\n{self.log}"
            assert self.process.poll() is None, f"ended with {self.process.returncode}\n{self.log}"
            self.listen()
        return time.monotonic() - began

    def ready(self, seconds: float = PATIENCE) -> float:
        """Until it is on the screen; returns the seconds since it was started."""
        self.until(lambda: "READY=1" in self.heard, "READY", seconds)
        return time.monotonic() - self.began

    def beats(self, count: int, seconds: float = PATIENCE) -> None:
        """So many more signs of life."""
        wanted = self.heard.count("WATCHDOG=1") + count
        self.until(lambda: self.heard.count("WATCHDOG=1") >= wanted, f"{count} beats", seconds)

    def finding(self, *codes: str, seconds: float = PATIENCE) -> None:
        """Until the black box says that one of these was found."""
        self.until(lambda: any(e.facts.get("code") in codes for e in self.box()), " or ".join(codes), seconds)

    def box(self) -> tuple[Entry, ...]:
        """What its black box says."""
        return read(self.data / "health" / NAME)

    @property
    def log(self) -> str:
        """What it said and logged."""
        kept = self.data / "logs" / "kiosk.log"
        return self._log.read_text("utf-8", "replace") + (kept.read_text("utf-8", "replace") if kept.exists() else "")

    @property
    def complaints(self) -> list[str]:
        """Warnings and errors among that, and the first lines of tracebacks."""
        return [line for line in self.log.splitlines() if re.search(r"\b(WARNING|ERROR|CRITICAL|Traceback)\b", line)]

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()

    def close(self) -> int:
        """In order."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self._ear.close()
        return code


@contextmanager
def alone(data: Path, *words: str, env: Mapping[str, str] | None = None) -> Iterator[Alone]:
    """A kiosk that is gone after the block, whatever happened in it."""
    kiosk = Alone(data, *words, env=env)
    try:
        yield kiosk
    finally:
        if kiosk.process.poll() is None:
            kiosk.kill()
        kiosk._ear.close()
        kiosk._log.unlink()
