"""Writing one small file so that a power cut leaves the old one or the new one. For whole packs see `barrier`."""

from __future__ import annotations

import errno
import os
import secrets
import time
from pathlib import Path

_RETRIES = 8  # a reader on a Windows share holds the old file open for a moment


def write_durably(path: Path, body: bytes, *, tmp: Path | None = None, mode: int = 0o644) -> None:
    """Write, fsync, rename into place, fsync the folder.

    Args:
        path: the final name; replaced when it exists.
        body: its new content.
        tmp: folder for the unfinished file, on the same file system; default the folder of `path`.
        mode: permission bits where the file system has them.

    Raises:
        OSError: the disk or the share refused; the old file is as it was.
    """
    unfinished = (tmp or path.parent) / f".{path.name}.{secrets.token_hex(4)}.tmp"
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def replace(old: Path, new: Path) -> None:
    """Rename over, patient with readers that deny it for a moment (SMB, Windows)."""
    for attempt in range(_RETRIES):
        try:
            old.replace(new)
            return
        except PermissionError:
            if attempt == _RETRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)


def sync_folder(folder: Path) -> None:
    """Make renames in the folder durable, where the system can (Windows cannot)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems refuse to sync folders; there the server decides.
        if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP, errno.EBADF):
            raise
    finally:
        os.close(handle)
