"""Who has the book open: a file that is in use is never replaced, or what its user writes would be lost."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.records.errors import records_in_use

PATIENCE = 2.0
"""Seconds: a command that looks into the book holds it for a moment."""

if sys.platform == "win32":

    def _take(handle: int, *, alone: bool) -> None:
        """Windows itself refuses to replace a file that is open."""

else:
    import fcntl

    def _take(handle: int, *, alone: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)


def hold(book: Path, *, alone: bool = False, patience: float = PATIENCE) -> int:
    """Say that the book is in use; close the handle with `os.close` when it is not any more.

    Args:
        alone: nobody else may have it open.

    Raises:
        BusyError: somebody else has it, and did not let go in time.
        OSError: the disk refused.
    """
    book.parent.mkdir(parents=True, exist_ok=True)
    place = book.with_suffix(".lock")
    handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    until = time.monotonic() + patience
    while True:
        try:
            _take(handle, alone=alone)
        except OSError as error:
            if time.monotonic() > until:
                os.close(handle)
                raise records_in_use() from error
            time.sleep(0.02)
        else:
            return handle


@contextmanager
def alone(book: Path) -> Iterator[None]:
    """Nobody else has the book open during the block.

    Raises:
        BusyError: somebody has.
    """
    handle = hold(book, alone=True)
    try:
        yield
    finally:
        os.close(handle)
