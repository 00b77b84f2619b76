"""A second copy of a SQLite file, made while others use it; whole on the disk, or not there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path


def back_up(source: Path, target: Path) -> None:
    """Copy the committed state of `source` to `target`, which is replaced in one step.

    Raises:
        OSError: the disk refused; the copy before is as it was.
        sqlite3.Error: the source cannot be read, or the disk is full.
    """
    draft = target.with_name(target.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        copy_pages(source, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    sync_path(target.parent)


def copy_pages(source: Path, target: Path) -> None:
    """SQLite's online backup, durable when this returns.

    Raises:
        OSError: the disk refused.
        sqlite3.Error: the source cannot be read, or the disk is full.
    """
    reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    try:
        writing = sqlite3.connect(target)
        try:
            writing.execute("PRAGMA synchronous=OFF").close()  # one fsync below is enough
            reading.backup(writing)
        finally:
            writing.close()
    finally:
        reading.close()
    sync_path(target)


def sync_path(path: Path) -> None:
    """Make a file, or the names in a folder, durable; Windows keeps names by itself."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_database(path: Path) -> None:
    """Delete a SQLite file with its log: a log that is left would be played into the next file of that name."""
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
