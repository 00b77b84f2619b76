"""One process at a time may change the store."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.core.text import Text
from kiosk.packs.errors import busy

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE = 0.5
"""Seconds: a store that is being opened holds the lock for a moment."""


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file for the block; the system lets go of it when the process dies.

    Raises:
        BusyError: another process or thread holds it.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        _wait(handle)
        yield
    finally:
        os.close(handle)  # also releases the lock


def _wait(handle: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            _take(handle)
            return
        except OSError as error:
            if time.monotonic() > until:
                raise busy(Text("另一个同步正在进行。", "Another sync is running.")) from error
        time.sleep(0.02)
