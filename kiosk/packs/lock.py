"""One process at a time may change the store."""

from __future__ import annotations

import os
import sys
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


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file for the block; the system lets go of it when the process dies.

    Raises:
        BusyError: another process or thread holds it.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        try:
            _take(handle)
        except OSError as error:
            raise busy(Text("另一个同步正在进行。", "Another sync is running.")) from error
        yield
    finally:
        os.close(handle)  # also releases the lock
