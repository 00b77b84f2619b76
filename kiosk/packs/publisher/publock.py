"""One publisher at a time: a lock file that also works on shares, where file locks do not."""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.core.text import Text
from kiosk.packs.errors import busy
from kiosk.packs.publisher.words import ago

STALE_SECONDS = 600
"""The lock is held for a commit, not for the upload before it: nobody needs it for minutes."""

PATIENCE = 3.0
"""Seconds: another officer's commit is over in a moment."""


@contextmanager
def publishing(tmp: Path, publisher: str, *, shared: bool = True) -> Iterator[None]:
    """Hold `tmp/<publisher>.lock` for the block; it names who holds it and since when.

    Args:
        shared: False for a stick, which only one computer can write: a lock of another one was left behind.

    Raises:
        BusyError: somebody else is publishing.
    """
    path = tmp / f"{publisher}.lock"
    made = {"who": officer(), "host": platform.node(), "boot": _boot(), "pid": os.getpid(), "at": int(time.time())}
    body = json.dumps(made).encode()
    until = time.monotonic() + PATIENCE
    silent = True
    while not _create(path, body):
        _clear_stale(path, shared=shared)
        silent = silent and _holder(path) == {}
        if time.monotonic() > until:
            if not silent:
                raise _taken(path)
            path.unlink(missing_ok=True)  # the power went before it could say whose it was
            until = time.monotonic() + PATIENCE
        time.sleep(0.05)
    try:
        yield
    finally:
        if _holder(path) == made:  # not one that somebody took over from us as stale
            path.unlink(missing_ok=True)


def officer() -> str:
    """The name this computer knows the officer by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _create(path: Path, body: bytes) -> bool:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    return True


def _clear_stale(path: Path, *, shared: bool) -> None:
    held = _holder(path)
    since = held.get("at")
    old = not isinstance(since, int) or time.time() - since > STALE_SECONDS
    here = held.get("host") == platform.node()
    died = here and (
        held.get("boot", _boot()) != _boot() or (isinstance(held.get("pid"), int) and not _alive(held["pid"]))
    )
    foreign = not shared and bool(held) and held.get("host") != platform.node()
    if died or foreign or (old and time.time() - _mtime(path) > STALE_SECONDS):
        path.unlink(missing_ok=True)


def _holder(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_bytes()[:4096])
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _boot() -> str:
    """Which start of this computer this is, where the system says so: process ids count again after each."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def _mtime(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()


def _alive(pid: int) -> bool:
    if os.name == "nt":  # os.kill(pid, 0) would end the process there
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _taken(path: Path) -> Exception:
    held = _holder(path)
    who = f"{str(held.get('who', '?'))[:60]}@{str(held.get('host', '?'))[:60]}"
    since = ago(held.get("at"))
    return busy(
        Text(
            f"{who} 正在发布（{since.zh}开始）。如果没有人在发布，请删除 {path.parent.name}/{path.name}。",
            f"{who} is publishing (began {since.en}). If nobody is, delete {path.parent.name}/{path.name}.",
        )
    )
