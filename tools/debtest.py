"""Install, use, upgrade, remove and purge the Debian package: `make package-test`, as root on Debian.

The system is a fresh Debian 12 (debootstrap, kept in build/debian-12), or without a mirror this machine itself; changes go
into an overlay and a mount namespace, and are gone when the test ends. There is no systemd in it: what the package asks of systemd is written down and compared.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bundle import DIST, ROOT, BundleError, version
from deb import build, debian_version

BASE = ROOT / "build" / "debian-12"
SHARE = ROOT / "build" / "demo" / "share"
MIRROR = "http://deb.debian.org/debian"
DATA = "var/lib/pioneer-kiosk"
INSIDE = "KIOSK_DEBTEST_INSIDE"
PAINT = ("kiosk", "run", "--until-painted", "--size", "1080x1920")
UNIT = "pioneer-kiosk.service"
WANTED = f"etc/systemd/system/graphical.target.wants/{UNIT}"
RECORDER = """#!/bin/sh
echo "${0##*/} $*" >>/srv/asked
case "$*" in
  *is-active*) test -e /srv/active ;;
  *preset*) exec /usr/bin/systemctl --root=/ "$@" ;;
esac
"""
TOUR = ("kiosk", "tour", "--out", "/tmp/tour", "--until", "22-audio", "--data")
"""To the first film and the first recording; a warning fails it."""
LEFT_OVER = (
    "opt/pioneer-kiosk",
    "usr/bin/kiosk",
    "usr/lib/pioneer-kiosk",
    "usr/lib/systemd/system/pioneer-kiosk.service",
)
PURGED = (
    *LEFT_OVER, DATA, "etc/pioneer-kiosk", "etc/pam.d/pioneer-kiosk", "usr/share/doc/pioneer-kiosk",
    "etc/systemd/system/pioneer-kiosk.service", "etc/systemd/system/graphical.target.wants/pioneer-kiosk.service",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """A Debian to try things on.

    Args:
        root: where it is mounted.
        fresh: made by debootstrap: what the package depends on comes from the mirror.
    """

    root: Path
    fresh: bool

    def run(self, *command: str, user: str = "root", wait: float = 120) -> str:
        """Run a command in it; returns what it printed.

        Raises:
            BundleError: it failed.
        """
        env = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root" if user == "root" else f"/{DATA}",
            "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            "QT_QPA_PLATFORM": "offscreen",
        }
        within = (
            ["chroot", str(self.root)] if user == "root" else ["chroot", f"--userspec={user}:{user}", str(self.root)]
        )
        done = subprocess.run(
            [*within, *command], env=env, capture_output=True, text=True, check=False, timeout=wait, errors="replace"
        )
        if done.returncode:
            raise BundleError(
                f"{' '.join(command)} ended with {done.returncode}: {(done.stdout + done.stderr)[-3000:]}"
            )
        return done.stdout + done.stderr

    def install(self, package: Path) -> None:
        """Install a package file, or upgrade to it."""
        target = self.root / "srv" / package.name
        shutil.copyfile(package, target)
        if self.fresh:
            self.run("apt-get", "install", "-y", "-q", "--no-install-recommends", f"/srv/{package.name}", wait=400)
        else:
            self.run("dpkg", "--install", f"/srv/{package.name}")
        target.unlink()

    def has(self, place: str) -> bool:
        """Whether a file is there."""
        return os.path.lexists(self.root / place)

    def data(self) -> dict[str, str]:
        """Every file of the kiosk's data with its digest."""
        found = {}
        for path in sorted((self.root / DATA).rglob("*")):
            if path.is_file():
                with path.open("rb") as f:
                    found[str(path.relative_to(self.root))] = hashlib.file_digest(f, "sha256").hexdigest()
        return found


def expect(holds: object, what: str) -> None:
    """Stop here unless it holds.

    Raises:
        BundleError: it does not.
    """
    if not holds:
        raise BundleError(f"not so: {what}")


def life(machine: Machine, first: Path, second: Path) -> Iterator[str]:
    """The life of a package; says what was seen after each part of it."""
    machine.install(first)
    installed(machine)
    yield "installed: user, folders, service enabled"
    use(machine)
    kept, settings = machine.data(), (machine.root / "etc/pioneer-kiosk/kiosk.toml").read_bytes()
    yield f"used as its own user: packs synced, home painted, tour and film played, {len(kept)} files of data"
    machine.run("systemctl", "disable", "pioneer-kiosk.service")
    machine.install(second)
    expect(machine.data() == kept, "an upgrade leaves the data alone")
    expect(
        (machine.root / "etc/pioneer-kiosk/kiosk.toml").read_bytes() == settings, "an upgrade leaves the settings alone"
    )
    expect(not enabled(machine), "a service that was disabled stays disabled")
    expect("painted" in machine.run(*PAINT, user="kiosk"), "the upgraded kiosk paints")
    machine.run("systemctl", "enable", "pioneer-kiosk.service")
    yield "upgraded: data, settings and the disabled service as before"
    kept = machine.data()
    machine.run("dpkg", "--remove", "pioneer-kiosk")
    expect(not any(machine.has(p) for p in LEFT_OVER), "removal takes the program")
    expect(machine.data() == kept, "removal keeps the data")
    expect((machine.root / "etc/pioneer-kiosk/kiosk.toml").read_bytes() == settings, "removal keeps the settings")
    yield "removed: the program is gone, data and settings are not"
    machine.install(first)
    expect(enabled(machine), "the service is enabled again")
    expect("times" in machine.run("kiosk", "packs", "list", user="kiosk"), "its packs are still live")
    expect("painted" in machine.run(*PAINT, user="kiosk"), "the kiosk paints on the data it finds")
    yield "installed again: goes on with what was there"
    machine.run("dpkg", "--purge", "pioneer-kiosk")
    expect([p for p in PURGED if machine.has(p)] == [], "purge takes everything")
    expect("kiosk:" not in (machine.root / "etc/passwd").read_text("utf-8"), "purge takes the user")
    yield "purged: nothing is left"
    service(machine, first, second)
    yield "service: started, stopped for an upgrade, started again; left alone where it is disabled or a desktop is"


def service(machine: Machine, first: Path, second: Path) -> None:
    """What is asked of a running systemd, in which order."""
    asked = machine.root / "srv/asked"
    (machine.root / "run/systemd/system").mkdir(parents=True)
    for name in ("systemctl", "deb-systemd-invoke", "udevadm"):
        program = machine.root / "usr/local/sbin" / name
        program.write_text(RECORDER, "utf-8")
        program.chmod(0o755)

    def change(*command: str) -> list[str]:
        asked.write_text("", "utf-8")
        machine.run("dpkg", *command)
        return [line for line in asked.read_text("utf-8").splitlines() if "deb-systemd-invoke" in line]

    for package in (first, second):
        shutil.copyfile(package, machine.root / "srv" / package.name)
    old, new, start, stop = (
        f"/srv/{first.name}",
        f"/srv/{second.name}",
        *(f"deb-systemd-invoke {w} {UNIT}" for w in ("start", "stop")),
    )
    expect(change("--install", old) == [start], "installing starts the service")
    (machine.root / "srv/active").touch()
    expect(change("--install", new) == [stop, start], "an upgrade stops and starts it")
    (machine.root / WANTED).unlink()
    expect(
        change("--install", old) == [stop, start], "disabled, but started by hand: it runs after the upgrade as well"
    )
    (machine.root / "srv/active").unlink()
    expect(change("--install", new) == [stop], "disabled and not running: it stays so")
    expect(change("--remove", "pioneer-kiosk") == [stop], "removing stops it")
    expect(change("--purge", "pioneer-kiosk") == [], "purging has nothing to stop")
    desktop = machine.root / "etc/systemd/system/display-manager.service"
    desktop.symlink_to("/dev/null")
    expect(change("--install", old) == [], "a desktop keeps its screen")
    expect(change("--install", new) == [stop], "after an upgrade too")
    expect(not enabled(machine), "and after the next boot")


def installed(machine: Machine) -> None:
    """What must be there after the first installation."""
    expect("/var/lib/pioneer-kiosk:/usr/sbin/nologin" in machine.run("getent", "passwd", "kiosk"), "the user kiosk")
    expect(enabled(machine), "the service is enabled")
    owners = machine.run("stat", "-c", "%n %U:%G %a", f"/{DATA}", "/etc/pioneer-kiosk", "/etc/pioneer-kiosk/kiosk.toml")
    for line in ("pioneer-kiosk kiosk:kiosk 750", "pioneer-kiosk root:kiosk 2750", "kiosk.toml root:kiosk 640"):
        expect(line in owners, f"{line} in {owners}")
    expect("Usage: kiosk" in machine.run("kiosk", "--help"), "kiosk --help")
    expect(machine.run("dpkg", "--verify", "pioneer-kiosk") == "", "every file is as packed")
    linked = "find /opt/pioneer-kiosk -type f -name '*.so*' -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u"
    lacking = machine.run("sh", "-c", linked + " || :")
    expect(lacking == "", f"what it depends on brings every library: {lacking[:600]}")


def use(machine: Machine) -> None:
    """Trust a publisher, bring packs, paint home: as the kiosk's user, with nothing but the defaults."""
    root_json = next((machine.root / "srv/share/publishers").glob("*/metadata/1.root.json"))
    listed = machine.run("kiosk", "config", "show", user="kiosk")
    expect(f"/{DATA}" in listed, f"data in /{DATA}: {listed[-600:]}")
    with (machine.root / "etc/pioneer-kiosk/kiosk.toml").open("a", encoding="utf-8") as f:
        f.write('site = "一号门"\n')
    expect("一号门" in machine.run("kiosk", "config", "show", user="kiosk"), "the settings of the machine are read")
    place = f"/{root_json.relative_to(machine.root)}"
    digest = hashlib.sha256(root_json.read_bytes()).hexdigest()
    fingerprint = "-".join(digest[i : i + 4] for i in range(0, 16, 4))
    machine.run("kiosk", "trust", "add", place, "--fingerprint", fingerprint, user="kiosk")
    machine.run("kiosk", "sync", "--from", "/srv/share", user="kiosk")
    expect("painted" in machine.run(*PAINT, user="kiosk"), "home is painted")
    machine.run(*TOUR, f"/{DATA}", user="kiosk", wait=240)


def enabled(machine: Machine) -> bool:
    """Whether systemd would start the kiosk."""
    return machine.has(WANTED)


@contextmanager
def debian(scratch: Path) -> Iterator[Machine]:
    """A Debian whose changes are forgotten; everything mounted here goes with the namespace."""
    fresh = fresh_base()
    root, upper, work = scratch / "root", scratch / "upper", scratch / "work"
    for folder in (root, upper, work):
        folder.mkdir()
    options = f"lowerdir={BASE if fresh else '/'},upperdir={upper},workdir={work}"
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, str(root)], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
    subprocess.run(["mount", "--rbind", "/dev", str(root / "dev")], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(root / "run")], check=True)
    if fresh:
        shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
    shutil.copytree(SHARE, root / "srv" / "share")
    subprocess.run(["chmod", "-R", "a+rX", str(root / "srv")], check=True)
    try:
        yield Machine(root, fresh)
    finally:
        subprocess.run(["umount", "--recursive", "--lazy", str(root)], check=True)


def fresh_base() -> bool:
    """Whether build/debian-12 is there, made now if the mirror answers."""
    if (BASE / "made").is_file():
        return True
    if shutil.which("debootstrap") is None:
        return False
    shutil.rmtree(BASE, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", "bookworm", str(BASE), MIRROR]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=400)
    except subprocess.TimeoutExpired:
        return False
    if done.returncode == 0:
        (BASE / "made").touch()
    else:
        print(f"no fresh Debian ({done.stdout[-300:].strip()}): on a copy of this machine", flush=True)
    return done.returncode == 0


def main() -> int:
    """Test the package of dist/; on anything but Debian as root, say why not."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    if os.geteuid() != 0 or shutil.which("dpkg-deb") is None:
        print("debtest: needs root on Debian", file=sys.stderr)
        return 77
    if INSIDE not in os.environ:
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv]
        return subprocess.run(command, env=os.environ | {INSIDE: "1"}, check=False).returncode
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="debtest-", dir=ROOT / "build") as place:
            scratch = Path(place)
            this = debian_version(version())
            first = build(DIST, scratch, this, ("-Znone",))
            second = build(DIST, scratch, f"{this}+1", ("-Znone",))
            with debian(scratch) as machine:
                print(f"on {'a fresh Debian 12' if machine.fresh else 'a copy of this machine'}", flush=True)
                for line in life(machine, first, second):
                    print(f"{time.monotonic() - began:4.0f} s  {line}", flush=True)
    except (BundleError, subprocess.SubprocessError) as error:
        print(f"debtest: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
