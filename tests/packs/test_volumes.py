"""Telling sticks from fixed disks and shares, from the system's own lists."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.packs.volumes import Volume, carries_packs, mounted, parse_mountinfo, stamp, sticks

SYSTEM = Volume(Path("/"), "/dev/nvme0n1p2", "nvme0n1")


def volume(mount: str, device: str = "/dev/sdb1", disk: str = "sdb", **more: bool) -> Volume:
    return Volume(Path(mount), device, disk, **more)


@pytest.mark.parametrize(
    ("found", "is_stick"),
    [
        (volume("/media/union/PACKS", removable=True), True),
        (volume("/run/media/union/PACKS", removable=True), True),
        (volume("/mnt/usb", removable=True), True),
        (volume("/mnt/disk2"), False),  # a second fixed disk
        (volume("/media/union/CARD", "/dev/mmcblk1p1", "mmcblk1"), True),  # readers say it is fixed
        (volume("/media/share", "//server/packs", "", is_block=False), False),
        (volume("/media/nfs", "server:/packs", "", is_block=False, removable=True), False),
        (volume("/home", removable=True), False),
        (volume("/var/lib/pioneer-kiosk", removable=True), False),
        (volume("/boot/efi", removable=True), False),
        (volume("/homely", removable=True), True),
        (volume("/media/union/SAME", "/dev/nvme0n1p3", "nvme0n1", removable=True), False),  # the kiosk's own disk
        (volume("/media/union/LEFT", removable=True, there=False), False),  # pulled out, the mount is left over
    ],
)
def test_what_is_a_stick(found: Volume, is_stick: bool) -> None:
    assert sticks([SYSTEM, found]) == ((found,) if is_stick else ())


def test_one_mount_counts_once_and_they_are_in_order() -> None:
    b, a = volume("/media/b", removable=True), volume("/media/a", "/dev/sdc1", "sdc", removable=True)
    assert sticks([b, a, b]) == (a, b)


def sysfs(root: Path, disk: str, part: str, number: str, *, bus: str, removable: str) -> None:
    place = root / "devices" / bus / "block" / disk / part
    place.mkdir(parents=True)
    (place / "partition").write_text("1\n")
    (place.parent / "removable").write_text(f"{removable}\n")
    (root / "dev" / "block").mkdir(parents=True, exist_ok=True)
    (root / "dev" / "block" / number).symlink_to(place)
    (root / "class" / "block").mkdir(parents=True, exist_ok=True)
    (root / "class" / "block" / part).symlink_to(place)


TABLE = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 259:2 / / rw,relatime - ext4 /dev/nvme0n1p2 rw
40 27 8:17 / /media/union/\345\205\232\345\273\272\040U\347\233\230 rw,nosuid shared:5 master:1 - vfat /dev/sdb1 rw
41 27 8:33 / /mnt/usb-disk ro - ext4 /dev/sdc1 ro
42 27 0:44 / /mnt/share rw - cifs //server/packs rw
43 27 0:50 / /media/exfat rw - fuseblk /dev/sdd1 rw
44 27 8:65 / /media/pulled rw - vfat /dev/sde1 rw
not a line
45 27
"""


def test_a_linux_mount_table(tmp_path: Path) -> None:
    sysfs(tmp_path, "nvme0n1", "nvme0n1p2", "259:2", bus="pci0000:00", removable="0")
    sysfs(tmp_path, "sdb", "sdb1", "8:17", bus="pci0000:00/usb1/1-2", removable="1")
    sysfs(tmp_path, "sdc", "sdc1", "8:33", bus="pci0000:00/usb2/2-1", removable="0")  # a disk in a USB case
    sysfs(tmp_path, "sdd", "sdd1", "8:49", bus="pci0000:00/usb3/3-1", removable="1")  # mounted through fuse
    volumes = parse_mountinfo(TABLE, tmp_path)
    assert len(volumes) == 7
    assert [(str(v.mount), v.disk) for v in sticks(volumes)] == [
        ("/media/exfat", "sdd"),
        ("/media/union/党建 U盘", "sdb"),
        ("/mnt/usb-disk", "sdc"),
    ]


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    line = r"40 27 8:17 / /media/\316\322 rw - vfat /dev/sdb1 rw"
    (found,) = parse_mountinfo(line, tmp_path)
    assert bytes(found.mount) == b"/media/\xce\xd2"


def test_this_machine() -> None:
    found = mounted()
    assert Path("/") in {v.mount for v in found}
    assert all(v.mount != Path("/") for v in sticks(found))


def test_the_stamp_tells_of_mounts_and_of_disks(tmp_path: Path) -> None:
    table, disks = tmp_path / "mountinfo", tmp_path / "class/block"
    disks.mkdir(parents=True)
    table.write_text("one\n")
    first = stamp(table, tmp_path)
    assert stamp(table, tmp_path) == first
    (disks / "sdb1").mkdir()
    second = stamp(table, tmp_path)
    assert second != first
    table.write_text("two\n")
    assert stamp(table, tmp_path) not in (first, second)


def test_a_medium_is_ours_when_it_carries_publishers(tmp_path: Path) -> None:
    assert not carries_packs(tmp_path)
    (tmp_path / "publishers").write_bytes(b"")
    assert not carries_packs(tmp_path)
    (tmp_path / "publishers").unlink()
    (tmp_path / "publishers").mkdir()
    assert carries_packs(tmp_path)
    assert not carries_packs(tmp_path / "gone")


# A real file system on a real block device, mounted where desktops mount sticks; the mounts are the child's own.
MOUNTED = """
set -e
mount --make-rprivate /
mkdir -p /media
mount -t tmpfs none /media
mkdir -p '/media/union/党建 U盘' /media/union/share
mount -o loop,ro "$1" '/media/union/党建 U盘'
mount -t tmpfs none /media/union/share
mkdir /media/union/share/publishers
"$2" -m kiosk medium list --json
umount '/media/union/党建 U盘'
"$2" -m kiosk medium list --json
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mkfs.ext4") or not shutil.which("unshare"),
    reason="mounting needs root, unshare and mkfs.ext4",
)
def test_a_real_stick_is_listed_while_it_is_mounted(tmp_path: Path) -> None:
    image, content = tmp_path / "stick.img", tmp_path / "content"
    (content / "publishers").mkdir(parents=True)
    with image.open("wb") as file:
        file.truncate(8 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-d", str(content), str(image)], check=True, timeout=60)
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", MOUNTED, "sh", str(image), sys.executable],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 0 and ("loop" in done.stderr or "unshare" in done.stderr):
        pytest.skip(f"no loop devices here: {done.stderr.strip()[:200]}")
    assert done.returncode == 0, done.stderr
    decoder = json.JSONDecoder()
    first, end = decoder.raw_decode(done.stdout)
    second, _ = decoder.raw_decode(done.stdout[end:].lstrip())
    assert [(row["path"], row["packs"]) for row in first] == [("/media/union/党建 U盘", True)]
    assert first[0]["device"].startswith("/dev/loop")
    assert second == []
