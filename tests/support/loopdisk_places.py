"""Folders for mounts, named after the process they belong to, so that what a killed test run left can be put away."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "kiosk-disk-"
_MEMORY = Path("/dev/shm")
_ENOUGH = 2 << 30


@contextmanager
def place() -> Iterator[Path]:
    """A new folder, in memory when there is plenty.

    At the end everything mounted below is unmounted, the loop devices on its files go, and so does the folder.
    """
    sweep()
    roomy = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH
    name = f"{_PREFIX}{os.getpid()}-{_started(os.getpid())}-"
    folder = Path(tempfile.mkdtemp(prefix=name, dir=_MEMORY if roomy else None))
    try:
        yield folder
    finally:
        put_away(folder)


def sweep() -> None:
    """Put away the places of processes that are no more."""
    for parent in (Path(tempfile.gettempdir()), _MEMORY):
        for folder in parent.glob(f"{_PREFIX}*"):
            pid, started, *_ = folder.name.removeprefix(_PREFIX).split("-")
            if _started(int(pid)) != started:
                put_away(folder)


def put_away(folder: Path) -> None:
    """Unmount whatever is mounted below `folder`, busy or not, and delete it."""
    for mounted in _mounted(folder):
        if subprocess.run(["umount", mounted], check=False, capture_output=True).returncode:
            subprocess.run(["umount", "-l", mounted], check=False, capture_output=True)
    for device in _loop_devices(folder):
        subprocess.run(["losetup", "-d", device], check=False, capture_output=True)
    if not _mounted(folder):  # what is still mounted may be somebody's real folder
        shutil.rmtree(folder, ignore_errors=True)


def _loop_devices(folder: Path) -> list[str]:
    if sys.platform != "linux" or shutil.which("losetup") is None:
        return []
    said = subprocess.run(["losetup", "--json", "--list"], check=True, capture_output=True, text=True).stdout
    devices = json.loads(said)["loopdevices"] if said.strip() else []
    return [d["name"] for d in devices if Path(d["back-file"] or "/").is_relative_to(folder)]


def _mounted(folder: Path) -> list[str]:
    """Mount points below `folder`, the newest first."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return []
    points = [line.split(" ")[1].encode().decode("unicode_escape") for line in mounts.read_text("utf-8").splitlines()]
    return [point for point in reversed(points) if Path(point).is_relative_to(folder)]


def _started(pid: int) -> str:
    """When a process started, in the kernel's ticks: a pid alone may have been given to another one."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[19]
    except (FileNotFoundError, ProcessLookupError):
        return "0"
