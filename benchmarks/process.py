"""Child processes that are timed, weighed and always ended."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PATIENCE = 60.0


class MeasureError(RuntimeError):
    """A child did not do what is measured."""


@contextmanager
def child(argv: Sequence[str], env: Mapping[str, str], errors: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a process group of its own; at the end nothing of it is left."""
    with errors.open("w") as log:
        process = subprocess.Popen(
            argv, env=dict(env), stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True
        )
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(3)
                break
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        if process.stdout:
            process.stdout.close()


def wait_for_line(process: subprocess.Popen[str], word: str, errors: Path, seconds: float = PATIENCE) -> None:
    """Read lines until one is `word`.

    Raises:
        MeasureError: it ended or fell silent first.
    """
    assert process.stdout is not None
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([process.stdout], [], [], left)[0]:
            line = process.stdout.readline()
            if line.strip() == word:
                return
            if not line:
                break
    raise MeasureError(f"no `{word}` from {process.args}: {errors.read_text('utf-8', 'replace')[-800:]}")


def seconds_to_line(argv: Sequence[str], env: Mapping[str, str], scratch: Path, word: str = "painted") -> float:
    """From before the process exists to its line, in seconds."""
    errors = scratch / "stderr.txt"
    began = time.perf_counter()
    with child(argv, env, errors) as process:
        wait_for_line(process, word, errors)
        took = time.perf_counter() - began
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        return took


def seconds_to_end(argv: Sequence[str], env: Mapping[str, str]) -> float:
    """From before the process exists to its end, in seconds."""
    began = time.perf_counter()
    subprocess.run(argv, env=dict(env), check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def report(module: str, env: Mapping[str, str], scratch: Path, *args: str, seconds: float = 120) -> dict[str, Any]:
    """Run `python -m benchmarks.inside.<module>` and return the JSON it prints as its last line.

    Raises:
        MeasureError: it failed.
    """
    errors = scratch / "stderr.txt"
    with child([sys.executable, "-m", f"benchmarks.inside.{module}", *args], env, errors) as process:
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise MeasureError(f"{module} took more than {seconds} s") from error
    lines = out.strip().splitlines()
    if process.returncode != 0 or not lines:
        raise MeasureError(f"{module}: {errors.read_text('utf-8', 'replace')[-1500:]}")
    found: dict[str, Any] = json.loads(lines[-1])
    return found


def pss_of_group(group: int) -> float:
    """Proportional share of memory of all processes of a group, MB."""
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        with suppress(OSError, ValueError, IndexError):
            if os.getpgid(int(folder.name)) == group:
                total += pss_kb(folder)
    return total / 1024


def pss_kb(folder: Path = Path("/proc/self")) -> int:
    """Proportional share of one process, kB."""
    for line in (folder / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def wait_for_quiet(most: float = 8.0) -> None:
    """Wait until the machine is less than 15 % busy for 0.3 s, at most `most` seconds."""
    end = time.monotonic() + most
    while time.monotonic() < end:
        before = _busy()
        time.sleep(0.3)
        after = _busy()
        if after[0] - before[0] < 0.15 * max(1, after[1] - before[1]):
            return


def _busy() -> tuple[int, int]:
    fields = [int(n) for n in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return sum(fields) - fields[3] - fields[4], sum(fields)
