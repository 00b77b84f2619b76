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

STALE_SECONDS = 3600


@contextmanager
def publishing(tmp: Path, publisher: str) -> Iterator[None]:
    """Hold `tmp/<publisher>.lock` for the block; it names who holds it and since when.

    Raises:
        BusyError: somebody else is publishing.
    """
    path = tmp / f"{publisher}.lock"
    body = json.dumps({"who": _who(), "host": platform.node(), "pid": os.getpid(), "at": int(time.time())}).encode()
    if not _create(path, body):
        _clear_stale(path)
        if not _create(path, body):
            raise _taken(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _create(path: Path, body: bytes) -> bool:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    return True


def _clear_stale(path: Path) -> None:
    held = _holder(path)
    since = held.get("at")
    old = not isinstance(since, int) or time.time() - since > STALE_SECONDS
    died = held.get("host") == platform.node() and isinstance(held.get("pid"), int) and not _alive(held["pid"])
    if died or (old and time.time() - _mtime(path) > STALE_SECONDS):
        path.unlink(missing_ok=True)


def _holder(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_bytes()[:4096])
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


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


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _taken(path: Path) -> Exception:
    held = _holder(path)
    who = f"{held.get('who', '?')}@{held.get('host', '?')}"
    return busy(
        Text(
            f"{who} 正在发布。如果没有人在发布，请删除 {path.name}。",
            f"{who} is publishing. If nobody is, delete {path.name} in {path.parent}.",
        )
    )
