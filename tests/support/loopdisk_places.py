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


@contextmanager
def place(where: Path | None = None) -> Iterator[Path]:
    """A new folder; at the end everything mounted below is unmounted, loop devices on its files go, and so does it.

    Args:
        where: a folder that is not the temporary one; what a killed run leaves there is not swept.
    """
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-{_started(os.getpid())}-", dir=where))
    try:
        yield folder
    finally:
        put_away(folder)


def sweep() -> None:
    """Put away the places of processes that are no more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        pid, started, *_ = folder.name.removeprefix(_PREFIX).split("-")
        if _started(int(pid)) != started:
            put_away(folder)


def put_away(folder: Path) -> None:
    """Unmount whatever is mounted below `folder`, busy or not, and delete it."""
    for device in loop_devices(folder):
        for mounted in _mounted(lambda source, _where, device=device: source == device):
            subprocess.run(["umount", mounted], check=False, capture_output=True)
            subprocess.run(["umount", "-l", mounted], check=False, capture_output=True)
        subprocess.run(["losetup", "-d", device], check=False, capture_output=True)
    for mounted in _mounted(lambda _source, where: Path(where).is_relative_to(folder)):
        subprocess.run(["umount", "-l", mounted], check=False, capture_output=True)
    shutil.rmtree(folder, ignore_errors=True)


def loop_devices(folder: Path) -> list[str]:
    """Loop devices whose file lies below `folder`."""
    if sys.platform != "linux" or shutil.which("losetup") is None:
        return []
    said = subprocess.run(["losetup", "--json", "--list"], check=True, capture_output=True, text=True).stdout
    devices = json.loads(said)["loopdevices"] if said.strip() else []
    return [d["name"] for d in devices if Path(d["back-file"]).is_relative_to(folder)]


def _mounted(wanted) -> list[str]:
    """Mount points, the innermost first."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return []
    pairs = [line.split(" ")[:2] for line in mounts.read_text("utf-8").splitlines()]
    return [where.encode().decode("unicode_escape") for source, where in reversed(pairs) if wanted(source, where)]


def _started(pid: int) -> str:
    """When a process started, in the kernel's ticks: a pid alone may have been given to another one."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[19]
    except (FileNotFoundError, ProcessLookupError):
        return "0"
