"""What this process uses, from the system itself."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vitals:
    """One look.

    Args:
        rss: resident memory, bytes.
        handles: open files, sockets, pipes (Windows: handles).
        threads: of Python; Qt's own are in `handles` and memory.
    """

    rss: int
    handles: int
    threads: int


def vitals(proc: Path = Path("/proc/self")) -> Vitals | None:
    """Look at this process; None on a system that does not tell."""
    if sys.platform == "win32":
        return _windows()
    try:
        pages = int((proc / "statm").read_text("ascii").split()[1])
        handles = len(os.listdir(proc / "fd"))  # noqa: PTH208  names are counted, not used
    except (OSError, ValueError, IndexError):
        return None
    return Vitals(pages * os.sysconf("SC_PAGE_SIZE"), handles, threading.active_count())


def _windows() -> Vitals | None:
    """`GetProcessMemoryInfo` and `GetProcessHandleCount` of the Windows API."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_ulong), ("faults", ctypes.c_ulong), ("peak", ctypes.c_size_t), ("rss", ctypes.c_size_t),
            ("rest", ctypes.c_size_t * 6),
        )  # fmt: skip

    load = getattr(ctypes, "WinDLL", None)
    if load is None:
        return None
    kernel = load("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    counters, count = Counters(cb=ctypes.sizeof(Counters)), ctypes.c_ulong()
    if not kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb):
        return None
    if not kernel.GetProcessHandleCount(process, ctypes.byref(count)):
        return None
    return Vitals(int(counters.rss), int(count.value), threading.active_count())
