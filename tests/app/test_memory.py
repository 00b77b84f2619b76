"""What was used and is free goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk import memory

_PLAY = """
import ctypes
from pathlib import Path
from kiosk import memory

def resident():
    line = next(l for l in Path("/proc/self/status").read_text().splitlines() if l.startswith("VmRSS"))
    return int(line.split()[1]) / 1024

memory.give_back_large()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
before = resident()
blocks = [libc.malloc(500_000) for _ in range(200)]
last = libc.malloc(64)  # keeps the top of the heap in use: without a trim nothing below it goes back
for block in blocks:
    ctypes.memset(block, 1, 500_000)
for block in blocks:
    libc.free(block)
kept = resident() - before
memory.give_back()
print(kept, resident() - before)
"""


@pytest.mark.skipif(memory._glibc() is None, reason="not glibc")
def test_free_memory_goes_back() -> None:
    done = subprocess.run([sys.executable, "-c", _PLAY], capture_output=True, text=True, check=True, timeout=60)
    kept, left = map(float, done.stdout.split())
    assert kept > 50
    assert left < 10
