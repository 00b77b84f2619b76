"""Which mounted volumes are sticks. Reads the system's own lists only: no command is run and no mount is touched.

`QStorageInfo.mountedVolumes()` asks every file system for its size, so one hung share would stop it; the mount table in
`/proc` and the device tree in `/sys` never wait for a device.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_HOME_OF_STICKS = ("/media/", "/run/media/")
_SYSTEM = ("/boot", "/efi", "/etc", "/home", "/nix", "/opt", "/snap", "/srv", "/usr", "/var")
_OCTAL = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted volume.

    Args:
        mount: where it is mounted.
        device: `/dev/sdb1`, `//server/share`, `E:`.
        disk: the whole disk the device is a part of (`sdb`), empty when unknown.
        is_block: the device is a disk, not a share or a pretended file system.
        removable: the system says the medium or its bus (USB) can be pulled out.
        there: False when the device is gone although the mount is left over.
    """

    mount: Path
    device: str
    disk: str = ""
    is_block: bool = True
    removable: bool = False
    there: bool = True


def sticks(volumes: Iterable[Volume]) -> tuple[Volume, ...]:
    """The removable media among them, sorted by mount point. Fixed disks, shares and the system's own disk are not.

    A volume below `/media` or `/run/media` counts although its disk says it is fixed: card readers often do.
    """
    listed = list(volumes)
    own = {v.disk for v in listed if str(v.mount) == "/" and v.disk}
    found = {v.mount: v for v in listed if v.there and v.is_block and v.disk not in own and _is_stick(v)}
    return tuple(found[m] for m in sorted(found))


def _is_stick(volume: Volume) -> bool:
    place = volume.mount.as_posix()
    if place == "/" or any(place == s or place.startswith(f"{s}/") for s in _SYSTEM):
        return False
    return volume.removable or place.startswith(_HOME_OF_STICKS)


def mounted(mountinfo: Path = Path("/proc/self/mountinfo"), sys_root: Path = Path("/sys")) -> tuple[Volume, ...]:
    """What is mounted now; never blocks on a medium or a share.

    Raises:
        OSError: the system's list cannot be read.
    """
    if sys.platform == "win32":
        return _drives()
    return parse_mountinfo(mountinfo.read_text("utf-8", "surrogateescape"), sys_root)


def stamp(mountinfo: Path = Path("/proc/self/mountinfo"), sys_root: Path = Path("/sys")) -> object | None:
    """Something that differs when a medium came or went, cheap enough for any thread; None = ask `mounted`.

    The disks count as well as the mounts: a mount may be left over when its stick was pulled out.

    Raises:
        OSError: the system's list cannot be read.
    """
    if sys.platform == "win32":
        return None  # a card reader keeps its letter, whatever is in it
    known = sys_root / "class/block"
    return mountinfo.read_bytes(), sorted(p.name for p in known.iterdir()) if known.is_dir() else []


def parse_mountinfo(text: str, sys_root: Path) -> tuple[Volume, ...]:
    """Volumes of a Linux mount table; see proc(5). Lines that are not understood are left out."""
    found = []
    for line in text.splitlines():
        fields = line.split(" ")
        try:
            rest = fields.index("-", 6)
            number, mount, device = fields[2], _plain(fields[4]), _plain(fields[rest + 2])
        except (ValueError, IndexError):
            continue
        if not device.startswith("/dev/"):
            found.append(Volume(Path(mount), device, is_block=False))
            continue
        found.append(_block(Path(mount), device, number, sys_root))
    return tuple(found)


def _block(mount: Path, device: str, number: str, sys_root: Path) -> Volume:
    # A fuse file system has no number of its own in the device tree, but its source names the device.
    for entry in (sys_root / "dev/block" / number, sys_root / "class/block" / Path(device).name):
        try:
            place = entry.resolve(strict=True)
        except OSError:
            continue
        disk = place.parent if (place / "partition").exists() else place
        return Volume(mount, device, disk.name, removable=_flag(disk / "removable") or "/usb" in str(place))
    return Volume(mount, device, there=False)


def _flag(path: Path) -> bool:
    try:
        return path.read_text("ascii").strip() == "1"
    except OSError:
        return False


def _plain(field: str) -> str:
    """Spaces and the like are written in octal."""
    raw = _OCTAL.sub(lambda m: bytes([int(m[1], 8) & 255]), field.encode("utf-8", "surrogateescape"))
    return os.fsdecode(raw)


if sys.platform == "win32":

    def _drives() -> tuple[Volume, ...]:
        import ctypes

        kernel = ctypes.windll.kernel32
        bits = kernel.GetLogicalDrives()
        letters = [chr(ord("A") + i) for i in range(26) if bits & (1 << i)]
        kinds = {letter: kernel.GetDriveTypeW(f"{letter}:\\") for letter in letters}
        return tuple(
            Volume(Path(f"{letter}:\\"), f"{letter}:", letter, is_block=kind in (2, 3), removable=kind == 2)
            for letter, kind in kinds.items()
        )

else:

    def _drives() -> tuple[Volume, ...]:
        raise NotImplementedError


def carries_packs(mount: Path) -> bool:
    """True when the medium holds a folder `publishers`. Touches the medium: may wait for as long as it does."""
    try:
        return (mount / "publishers").is_dir()
    except OSError:
        return False


__all__ = ["Volume", "carries_packs", "mounted", "parse_mountinfo", "stamp", "sticks"]
