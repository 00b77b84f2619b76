"""Small disks of their own for tests: an image file, a loop device, a real file system.

```
with loop_disk("ext4", megabytes=64) as folder:   # a disk that can really be full
    ...
```
Needs root on Linux; elsewhere the test is skipped.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.loopdisk_places import place

MEGABYTES = {"ext4": 64, "xfs": 300}
"""As small as each file system likes to be; images are sparse."""

# Everything is written at once: no kernel thread goes on initialising the disk while it is used.
_MKFS = {
    "ext4": ["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0,nodiscard"],
    "xfs": ["mkfs.xfs", "-q", "-f", "-K"],
}
_OPTIONS = {"ext4": "loop,nodiscard", "xfs": "loop,nouuid,nodiscard"}  # copies of an image share their UUID


def make_image(image: Path, fs: str, megabytes: int | None = None) -> Path:
    """Make an empty disk in a sparse file."""
    with image.open("wb") as file:
        file.truncate((megabytes or MEGABYTES[fs]) << 20)
    _run([*_MKFS[fs], str(image)])
    return image


@contextmanager
def mounted(image: Path, fs: str, where: Path) -> Iterator[Path]:
    """Mount an image for the block; the file system recovers from its journal first when it has to."""
    where.mkdir(exist_ok=True)
    _run(["mount", "-t", fs, "-o", _OPTIONS[fs], str(image), str(where)])
    try:
        yield where
    finally:
        _run(["umount", str(where)])


@contextmanager
def loop_disk(fs: str = "ext4", megabytes: int | None = None) -> Iterator[Path]:
    """An empty disk of its own; skips the test where there can be none."""
    if why := why_no_loop_disks():
        pytest.skip(why)
    with _disk(fs, megabytes) as folder:
        yield folder


@contextmanager
def _disk(fs: str, megabytes: int | None = None) -> Iterator[Path]:
    with place() as base, mounted(make_image(base / "image", fs, megabytes), fs, base / "disk") as folder:
        yield folder


@functools.cache
def why_no_loop_disks() -> str | None:
    """What is missing for disks of our own; None when they can be made."""
    if sys.platform != "linux":
        return "loop devices are Linux"
    if os.geteuid() != 0:
        return "loop devices need root"
    missing = [tool for tool in ("mkfs.ext4", "mkfs.xfs", "losetup", "mount") if shutil.which(tool) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    for fs in MEGABYTES:
        try:
            with _disk(fs):
                pass
        except OSError as error:
            return f"{fs} cannot be mounted here: {error}"
    return None


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip()}")
