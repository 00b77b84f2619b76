"""The process behind `support.fusedisk`: passes every call on to a real folder, unless a rule says otherwise."""

# ruff: noqa: PTH101, PTH102, PTH104, PTH106, PTH108, PTH115, PTH208, PTH211

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from fnmatch import fnmatchcase

import mfusepy


def until_told(mountpoint: str, answer: Callable[[bytes], bytes] = lambda _line: b"") -> None:
    """Answer lines of standard input; when it closes, the test is over or its process died: unmount and end.

    Not through the file system itself: the kernel holds locks of it while a call hangs.
    """

    def watch() -> None:
        for line in sys.stdin.buffer:
            sys.stdout.buffer.write(answer(line) + b"\n")
            sys.stdout.buffer.flush()
        subprocess.run(["umount", "-l", mountpoint], check=False, capture_output=True)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


class PassThrough(mfusepy.Operations):
    """All of `base`."""

    use_ns = True

    def __init__(self, base: str) -> None:
        self._base = base
        self._rules: list[dict] = []
        self._counts: dict[str, Counter[str]] = {}
        self._lock = threading.Lock()
        self._healed = threading.Event()

    def _real(self, path: str, op: str) -> str:
        self._obey(path, op)
        return self._base + path

    def _obey(self, path: str, op: str, offset: int = 0, size: int = 0) -> int:
        """Do what the rules say; gives the bytes that may be read."""
        name = path.lstrip("/")
        with self._lock:
            self._counts.setdefault(op, Counter())[name] += 1
            rule, healed = self._rule(name, op, offset + size), self._healed
        if rule is None:
            return size
        healed.wait(rule["seconds"])
        if rule["number"] == 0:
            return size
        if op != "read" or offset >= rule["after"]:
            raise OSError(rule["number"], os.strerror(rule["number"]))
        return rule["after"] - offset

    def _rule(self, name: str, op: str, end: int) -> dict | None:
        for rule in self._rules:
            if rule["op"] not in (op, "*") or not fnmatchcase(name, rule["path"]):
                continue
            if op == "read" and end <= rule["after"]:
                continue
            if rule["calls"] > 0:
                rule["calls"] -= 1
                continue
            return rule
        return None

    def answer(self, line: bytes) -> bytes:
        """New rules, or an empty line; gives the counts."""
        with self._lock:
            if line.strip():
                self._rules = json.loads(line)
                self._healed.set()
                self._healed = threading.Event()
            return json.dumps(self._counts).encode()

    def getattr(self, path, fh=None):
        status = os.lstat(self._real(path, "stat")) if path != "/" else os.lstat(self._base)
        return {
            name: getattr(status, name) for name in dir(status) if name.startswith("st_") and "time" not in name
        } | {f"st_{t}time": getattr(status, f"st_{t}time_ns") for t in "amc"}

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(self._real(path, "list"))]

    def readlink(self, path):
        return os.readlink(self._real(path, "stat"))

    def statfs(self, path):
        status = os.statvfs(self._real(path, "stat"))
        return {name: getattr(status, name) for name in dir(status) if name.startswith("f_") and name != "f_fsid"}

    def open(self, path, flags):
        return os.open(self._real(path, "open"), flags & ~os.O_NOFOLLOW)

    def create(self, path, mode, fi=None):
        return os.open(self._real(path, "write"), os.O_RDWR | os.O_CREAT, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, self._obey(path, "read", offset, size), offset)

    def write(self, path, data, offset, fh):
        self._obey(path, "write")
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(self._real(path, "write"), length)

    def release(self, path, fh):
        os.close(fh)

    def fsync(self, path, datasync, fh):
        self._obey(path, "sync")
        os.fsync(fh)

    def chmod(self, path, mode):
        os.chmod(self._real(path, "write"), mode)

    def utimens(self, path, times=None):
        os.utime(self._real(path, "write"), ns=times)

    def unlink(self, path):
        os.unlink(self._real(path, "write"))

    def mkdir(self, path, mode):
        os.mkdir(self._real(path, "write"), mode)

    def rmdir(self, path):
        os.rmdir(self._real(path, "write"))

    def rename(self, old, new):
        os.rename(self._real(old, "write"), self._base + new)

    def symlink(self, target, source):
        os.symlink(source, self._real(target, "write"))


if __name__ == "__main__":
    _, where, folder = sys.argv
    disk = PassThrough(folder)
    until_told(where, disk.answer)
    mfusepy.FUSE(
        disk,
        where,
        foreground=True,
        direct_io=True,
        attr_timeout=0,
        entry_timeout=0,
        negative_timeout=0,
    )
