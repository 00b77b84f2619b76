"""Reading what was just written from the stick itself, not from the memory of this computer.

Cheap sticks lie about their size and fail in silence; Windows and Linux answer reads from memory for minutes. So written
files are made durable, forgotten by the page cache, and read again. Where the system has no `posix_fadvise` (Windows,
macOS) the read may still be answered from memory.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable
from pathlib import Path

from kiosk.packs.publisher.blobs import CHUNK

_log = logging.getLogger(__name__)


def forget(path: Path) -> None:
    """Drop a durable file's pages from memory.

    Raises:
        OSError: the file cannot be opened or written out.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)  # dirty pages cannot be dropped
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def read_back(path: Path, sha256: str, size: int, read: Callable[[int], None]) -> bool:
    """True when the medium gives exactly these bytes.

    Args:
        read: told the bytes of each step.
    """
    digest, found = hashlib.sha256(), 0
    try:
        forget(path)
        with path.open("rb", buffering=0) as file:
            while found <= size and (chunk := file.read(CHUNK)):
                digest.update(chunk)
                found += len(chunk)
                read(len(chunk))
    except OSError as error:  # a sector that cannot be read is a mismatch
        _log.info("reading back %s: %s", path, error)
        return False
    return found == size and digest.hexdigest() == sha256
