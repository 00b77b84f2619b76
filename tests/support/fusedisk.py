"""A folder seen through a disk that fails on demand: a FUSE file system that passes everything on to real files.

```
with faulty_folder(repo) as disk:
    disk.hang("blobs/*", seconds=60)            # reads of blobs block; `disk.heal()` lets them go on
    disk.fail("blobs/*", errno.EIO, after=4096) # a bad sector: bytes from 4096 on cannot be read
    disk.fail("*", errno.ENODEV, op="*", calls=20)  # pulled out after 20 more operations
    disk.fail("*", errno.ENOSPC, op="write")    # full
    sync(store, FolderSource(disk.path))
    assert disk.count("read", "blobs/*") == 3
```
Linux with FUSE; tests of it carry `needs_fuse`. Nothing is cached between the reader and the faults.
"""

from __future__ import annotations

import ctypes.util
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path

import pytest

from support.loopdisk_places import place

_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault.

    Args:
        path: pattern of `fnmatch` for paths relative to the folder, where `*` also crosses `/`.
        op: "open", "read", "write" (everything that changes something), "stat", "list", "sync", or "*".
        number: errno to fail with; 0 goes on after the pause.
        seconds: to block before that.
        after: for reads: byte at which it begins; what lies before can be read.
        calls: matching calls that still go well.
    """

    path: str
    op: str
    number: int = 0
    seconds: float = 0.0
    after: int = 0
    calls: int = 0


class FaultyFolder:
    """See the module; made by `faulty_folder`."""

    def __init__(self, path: Path, server: subprocess.Popen[bytes]) -> None:
        self.path = path
        self._server = server
        self._asking = threading.Lock()
        self._rules: list[Rule] = []

    def hang(self, path: str = "*", *, seconds: float = 3600.0, op: str = "read", calls: int = 0) -> None:
        """Block, as a share does whose server is gone; `heal` wakes whoever waits."""
        self._add(Rule(path, op, seconds=seconds, calls=calls))

    def fail(self, path: str, number: int, *, op: str = "read", after: int = 0, calls: int = 0) -> None:
        """Fail with an errno until `heal`."""
        self._add(Rule(path, op, number, after=after, calls=calls))

    def heal(self) -> None:
        """Be a good disk again."""
        self._rules = []
        self._ask(self._rules)

    def count(self, op: str = "read", path: str = "*") -> int:
        """Calls so far, failed ones included."""
        counts = self._ask(None)
        return sum(n for name, n in counts.get(op, {}).items() if fnmatchcase(name, path))

    def _add(self, rule: Rule) -> None:
        self._rules.append(rule)
        self._ask(self._rules)

    def _ask(self, rules: list[Rule] | None) -> dict[str, dict[str, int]]:
        """Give the server new rules, or None; it answers with its counts."""
        line = b"" if rules is None else json.dumps([asdict(r) for r in rules]).encode()
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with self._asking:
            self._server.stdin.write(line + b"\n")
            self._server.stdin.flush()
            counts: dict[str, dict[str, int]] = json.loads(self._server.stdout.readline())
        return counts


def why_no_fuse() -> str | None:
    """What is missing for FUSE; None when it is all there."""
    if sys.platform != "linux":
        return "FUSE tests run on Linux"
    if find_spec("mfusepy") is None:
        return "the package mfusepy is not installed"
    if ctypes.util.find_library("fuse3") is None:
        return "libfuse3 is not installed"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "/dev/fuse cannot be opened"
    return None


needs_fuse = pytest.mark.skipif(why_no_fuse() is not None, reason=why_no_fuse() or "")


@contextmanager
def faulty_folder(folder: Path) -> Iterator[FaultyFolder]:
    """Mount `folder` once more, through the faults.

    Whoever hangs in it gets ENOTCONN at the end. The real folder may be changed meanwhile; changes are seen at once.
    """
    with place() as base:
        mountpoint = base / "disk"
        mountpoint.mkdir()
        with fuse_server("support.fusedisk_server", mountpoint, str(folder)) as server:
            yield FaultyFolder(mountpoint, server)


@contextmanager
def fuse_server(module: str, mountpoint: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a FUSE file system in a process of its own; it ends with this block, or with this process."""
    environment = os.environ | {"FUSE_LIBRARY_NAME": "fuse3", "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-m", module, str(mountpoint), *arguments]
    log = mountpoint.with_suffix(".log")
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=output, env=environment
        )
    try:
        _wait_for(mountpoint, server, log)
        yield server
    finally:
        assert server.stdin is not None
        server.stdin.close()  # tells it to unmount and go
        if server.stdout is not None:
            server.stdout.close()
        try:
            server.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(mountpoint: Path, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not os.path.ismount(mountpoint):
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"FUSE did not mount: {log.read_text('utf-8', 'replace')}")
        time.sleep(0.01)
