"""The storage doctor: can the data folder be written and read back, has it room, and how worn is it?

A disk that turned read-only shows pictures for months while every record is lost; so it is tried, not asked.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.core.text import Text
from kiosk.health.finding import Finding

PROBE = ".probe"
_BYTES = 4096
LOW_PERCENT, LOW_BYTES = 8, 2 << 30
"""Below both of them more content may not fit."""
FULL_BYTES = 64 << 20
_GONE = Text(
    "请让信息员换一块盘，内容可以从U盘再导入。", "Have the disk replaced; content can be brought in from a stick again."
)

Try: TypeAlias = Literal["ok", "read-only", "full", "broken", "lies"]


@dataclass(frozen=True, slots=True)
class Disk:
    """What was found.

    Args:
        tried: how writing and reading back went.
        total, free: bytes.
        errors: mistakes of the file system that its kernel counted (ext4); None where it does not count.
        worn: percent of the flash's life that is used, by its own word; None where it does not say.
        urgent: the flash says that its spare blocks run out.
        ballast: whether the reserve of `kiosk.packs.ballast` is there; None = no store yet.
    """

    tried: Try
    total: int
    free: int
    errors: int | None = None
    worn: int | None = None
    urgent: bool = False
    ballast: bool | None = None


def look(data: Path, sys: Path = Path("/sys")) -> Disk:
    """Look at the disk of a data folder; takes some milliseconds, or minutes on a dying disk: not on the GUI thread.

    Args:
        sys: where the kernel tells about devices (Linux).
    """
    tried = probe(data)
    try:
        usage = shutil.disk_usage(data)
        device = _device(data, sys)
    except OSError:
        return Disk("broken", 0, 0)
    store = data / "store"
    ballast = (store / "ballast").exists() if store.is_dir() else None
    errors = _number(sys / "fs/ext4" / device.name / "errors_count") if device else None
    worn, urgent = _flash(device) if device else (None, False)
    return Disk(tried, usage.total, usage.free, errors, worn, urgent, ballast)


def probe(folder: Path) -> Try:
    """Write a block, have it on the disk, read it back from the disk, and delete it."""
    block = os.urandom(_BYTES)
    path = folder / PROBE
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(handle, block)
            os.fsync(handle)
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)  # else memory answers for the disk
            os.lseek(handle, 0, os.SEEK_SET)
            back = os.read(handle, _BYTES)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return "full"
        return "read-only" if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) else "broken"
    finally:
        with contextlib.suppress(OSError):  # the answer is known; what is left over is written over next time
            path.unlink()
    return "ok" if back == block else "lies"


def judge(disk: Disk) -> tuple[Finding, ...]:
    """What is to be thought of it; one finding `ok` when there is nothing to say."""
    free = _size(disk.free)
    found = [f for f in (_tried(disk), _room(disk), _wear(disk)) if f is not None]
    return tuple(found) or (
        Finding(
            "STORAGE_RIGHT", "storage", "ok", Text(f"读写正常，剩余 {free}。", f"Reads and writes; {free} are free.")
        ),
    )


def _tried(disk: Disk) -> Finding | None:
    match disk.tried:
        case "read-only":
            return _bad(
                "STORAGE_READ_ONLY",
                Text(
                    "磁盘只能读，记录和新内容都存不下来。",
                    "The disk is read-only: neither records nor content are kept.",
                ),
                Text(
                    "请重启本机；还是这样，就要换盘。",
                    "Restart the machine; if it stays so, the disk must be replaced.",
                ),
            )
        case "broken":
            return _bad("STORAGE_BROKEN", Text("磁盘读写出错。", "The disk fails when it is written or read."), _GONE)
        case "lies":
            return _bad(
                "STORAGE_LIES", Text("写下的和读回的不一样。", "What is read back is not what was written."), _GONE
            )
        case _:
            return None


def _room(disk: Disk) -> Finding | None:
    percent = 100 * disk.free // disk.total if disk.total else 0
    free = _size(disk.free)
    if disk.tried == "full" or (disk.tried == "ok" and disk.free < FULL_BYTES):
        return _bad(
            "STORAGE_FULL",
            Text(f"存储满了（剩 {free}），记录存不下来。", f"The disk is full ({free} free): records cannot be kept."),
            Text("请删去不用的内容或文件。", "Delete content or files that are not needed."),
        )
    if disk.tried == "ok" and percent < LOW_PERCENT and disk.free < LOW_BYTES:
        return Finding(
            "STORAGE_LOW",
            "storage",
            "look",
            Text(f"存储还剩 {percent}%（{free}）。", f"{percent} % of the disk are free ({free})."),
            Text("再导入内容会失败。请删去旧视频。", "Bringing in more content will fail. Delete old films."),
        )
    if disk.ballast is False and disk.tried == "ok" and disk.free < 4 * FULL_BYTES:  # else the next sync makes it
        return Finding(
            "STORAGE_NO_BALLAST",
            "storage",
            "look",
            Text("备用空间用掉了：磁盘满过。", "The reserve was used up: the disk has been full."),
            Text("腾出 256 MB 以上，它会自己补上。", "Make 256 MB of room and it comes back by itself."),
        )
    return None


def _wear(disk: Disk) -> Finding | None:
    if disk.errors:
        return Finding(
            "STORAGE_ERRORS",
            "storage",
            "look",
            Text(f"文件系统记下了 {disk.errors} 个错误。", f"The file system has counted {disk.errors} errors."),
            Text("请让信息员检查磁盘。", "Have the disk checked."),
        )
    if disk.urgent or (disk.worn is not None and disk.worn >= 80):
        return Finding(
            "STORAGE_WORN",
            "storage",
            "look",
            Text(
                f"闪存寿命用去 {disk.worn if disk.worn is not None else '90'}%。",
                f"{disk.worn if disk.worn is not None else 90} % of the flash's life are used.",
            ),
            Text("请准备换盘。", "Plan to replace the disk."),
        )
    return None


def _bad(code: str, message: Text, hint: Text) -> Finding:
    return Finding(code, "storage", "bad", message, hint)


def _size(count: int) -> str:
    return f"{count / (1 << 30):.1f} GB" if count >= 1 << 30 else f"{count >> 20} MB"


def _device(data: Path, sys: Path) -> Path | None:
    """The folder of the data folder's block device under `/sys`; None where there is none."""
    number = data.stat().st_dev
    if not hasattr(os, "major"):
        return None
    link = sys / "dev/block" / f"{os.major(number)}:{os.minor(number)}"
    return link.resolve() if link.exists() else None


def _flash(device: Path) -> tuple[int | None, bool]:
    """An eMMC says its wear in tenths: https://docs.kernel.org/driver-api/mmc/mmc-dev-attrs.html."""
    for whole in (device, device.parent):  # a partition's disk is the folder above
        said = _words(whole / "device/life_time")
        if said:
            tenths = max(int(word, 16) for word in said)
            spare = _words(whole / "device/pre_eol_info")
            return min(tenths * 10, 110), bool(spare) and int(spare[0], 16) >= 2
    return None, False


def _words(path: Path) -> list[str]:
    try:
        words = path.read_text("ascii").split()
        return words if all(int(w, 16) >= 0 for w in words) else []
    except (OSError, ValueError):
        return []


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text("ascii"))
    except (OSError, ValueError):
        return None
