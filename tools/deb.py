"""Make the Debian package of the bundle: `python tools/deb.py` after `make bundle` (`make deb`).

/opt/pioneer-kiosk is the bundle, /usr/bin/kiosk its name, the rest is packaging/linux/files.tsv. dpkg-deb alone: the package is
data and three short scripts. The same bundle makes the same package, byte for byte.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundle import DIST, ROOT, BundleError, sources, version

LINUX = ROOT / "packaging" / "linux"
SCRIPTS = ROOT / "packaging" / "deb"
STAGE = ROOT / "build" / "deb"
OPT = "/opt/pioneer-kiosk"
NAME = "pioneer-kiosk"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

ALSO_NEEDED = ("libgl1-mesa-dri", "systemd", "init-system-helpers")
"""What no ELF header says: drivers are looked up at run time; users, folders and the service are systemd's."""
RECOMMENDED = ("cage", "libpam-systemd", "udev", "polkitd", "dbus", "pipewire-pulse | pulseaudio", "fonts-noto-cjk")
SUGGESTED = ("lightdm", "cifs-utils")
PACKING = ("-Zzstd", "-z12", "--threads-max=1")
"""One thread: how many would change the bytes."""
NO_PACKAGE = frozenset({"linux-vdso.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of packaging/linux and where it goes.

    Args:
        settings: IT edits it: an upgrade asks before it overwrites.
    """

    source: Path
    place: str
    mode: int
    settings: bool


def debian_version(python: str) -> str:
    """`0.2.0rc1` as `0.2.0~rc1`, which Debian sorts before `0.2.0`.

    Raises:
        BundleError: it is no version of a Debian package.
    """
    made = re.sub(r"[-.]?(a|b|rc|dev)(\d+)", r"~\1\2", python)
    if not re.fullmatch(r"\d[A-Za-z0-9.+~]*", made):
        raise BundleError(f"{python} cannot be a Debian version")
    return made


def placed(table: Path) -> list[Placed]:
    """The lines of files.tsv."""
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [Placed(table.parent / src, place, int(mode, 8), what == "settings") for src, place, mode, what in rows]


def depends(facts: Mapping[str, Any], package_of: Callable[[str], str]) -> list[str]:
    """Packages with the libraries that the bundle links to, sorted; the C library with its oldest version.

    Args:
        facts: `needs` of BUNDLE.json.
        package_of: the package that brings a library.
    """
    names = {package_of(library) for library in facts["libraries"] if library not in NO_PACKAGE} | set(ALSO_NEEDED)
    return [f"{name} (>= {facts['glibc']})" if name == "libc6" else name for name in sorted(names)]


def control(version_: str, architecture: str, kib: int, needs: Iterable[str]) -> str:
    """The control file.

    Args:
        kib: size of what is installed.
    """
    return (
        f"Package: {NAME}\nVersion: {version_}\nArchitecture: {architecture}\nSection: misc\nPriority: optional\n"
        f"Maintainer: Pioneer Kiosk contributors <{NAME}@packages.invalid>\nInstalled-Size: {kib}\n"
        f"Depends: {', '.join(needs)}\nRecommends: {', '.join(RECOMMENDED)}\nSuggests: {', '.join(SUGGESTED)}\n"
        "Description: touch-screen exhibition and lecture kiosk for trade unions (先锋屏)\n"
        " Exhibitions, lectures, quizzes, lantern riddles, laws, votes and a letter box on a\n"
        " touch screen, at home without a network. Packs come from a stick, a shared\n"
        " folder or a server, signed; records go to the office, sealed.\n"
        " .\n"
        " The package starts the kiosk on the first console of a machine without a desktop.\n"
    )


def stage(bundle: Path, root: Path, version_: str) -> None:
    """Lay out everything below `root`, which is made anew.

    Raises:
        BundleError: there is no bundle, or no package for what it needs.
    """
    facts = json.loads((bundle / "BUNDLE.json").read_text("utf-8"))
    shutil.rmtree(root, ignore_errors=True)
    opt = root / OPT.lstrip("/")
    shutil.copytree(bundle, opt, symlinks=True, copy_function=_link_or_copy)
    files = placed(LINUX / "files.tsv")
    for file in files:
        _put(file.source, root / file.place.lstrip("/"), file.mode)
    _put(ROOT / "docs/operations.md", opt / "share/operations.md")
    command = root / "usr/bin/kiosk"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.symlink_to(f"../..{OPT}/kiosk")
    _papers(root / "usr/share/doc" / NAME)
    debian = root / "DEBIAN"
    debian.mkdir()
    for script in ("postinst", "prerm", "postrm"):
        _put(SCRIPTS / script, debian / script, 0o755)
    (debian / "conffiles").write_text("".join(f"{f.place}\n" for f in files if f.settings), "utf-8")
    (debian / "md5sums").write_text(_sums(root), "utf-8")
    kib = sum(p.lstat().st_size // 1024 + 1 for p in root.rglob("*"))
    architecture = ARCHITECTURES[facts["machine"]]
    needs = depends(facts["needs"], package_of)
    (debian / "control").write_text(control(version_, architecture, kib, needs), "utf-8")
    _settle(root, facts["source_date_epoch"])


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def _papers(folder: Path) -> None:
    folder.mkdir(parents=True)
    with (folder / "changelog.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write((ROOT / "CHANGELOG.md").read_bytes())
    (folder / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Pioneer Kiosk\n\n"
        "Files: *\nCopyright: Pioneer Kiosk contributors\nLicense: GPL-3+\n"
        f" The whole text is in /usr/share/common-licenses/GPL-3 and {OPT}/LICENSE.\n"
        f" What others wrote, and its licences: {OPT}/THIRD-PARTY.\n",
        "utf-8",
    )


def _sums(root: Path) -> str:
    files = sorted(p for p in root.rglob("*") if p.is_file() and not p.is_symlink() and "DEBIAN" not in p.parts)
    lines = []
    for path in files:
        with path.open("rb") as f:
            lines.append(f"{hashlib.file_digest(f, 'md5').hexdigest()}  {path.relative_to(root)}\n")
    return "".join(lines)


def _settle(root: Path, epoch: int) -> None:
    for path in (root, *root.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


@functools.cache
def _folders() -> tuple[Path, ...]:
    """Folders of libraries that the loader of this machine looks into."""
    said = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    word = {"x86_64": "x86-64", "aarch64": "AArch64"}[platform.machine()]
    paths = re.findall(rf" \(libc6,{word}.*?\) => (\S+)$", said, re.MULTILINE)
    return tuple(dict.fromkeys(Path(path).parent for path in paths))


@functools.cache
def package_of(library: str) -> str:
    """The Debian package of this machine that brings a library.

    Raises:
        BundleError: none does.
    """
    for folder in _folders():
        path = folder / library  # dpkg knows it by the name before or after /usr was merged
        for place in (
            path,
            Path(f"/usr{path}"),
            Path("/", path.relative_to("/usr")) if path.is_relative_to("/usr") else path,
        ):
            if not place.exists():
                continue
            done = subprocess.run(["dpkg-query", "-S", str(place)], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return re.split("[:,]", done.stdout, maxsplit=1)[0]
    raise BundleError(f"no package of this machine brings {library}: install it (packaging/debian-setup.sh)")


def build(bundle: Path, target: Path, version_: str, packing: Iterable[str] = PACKING) -> Path:
    """Make `pioneer-kiosk_VERSION_ARCH.deb` in `target`; returns it.

    Args:
        packing: how dpkg-deb compresses.

    Raises:
        BundleError: the bundle is not there, or not of these sources; see `stage`.
    """
    if not (bundle / "BUNDLE.json").is_file():
        raise BundleError(f"{bundle} is not there: `make bundle` first")
    facts = json.loads((bundle / "BUNDLE.json").read_text("utf-8"))
    if facts.get("sources") != sources():
        raise BundleError(f"{bundle} was made of other sources: `make bundle` again")
    stage(bundle, STAGE, version_)
    made = target / f"{NAME}_{version_}_{ARCHITECTURES[facts['machine']]}.deb"
    target.mkdir(parents=True, exist_ok=True)
    env = os.environ | {"SOURCE_DATE_EPOCH": str(facts["source_date_epoch"])}
    command = ["dpkg-deb", "--root-owner-group", "--uniform-compression", *packing, "--build", str(STAGE), str(made)]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(STAGE)
    return made


def main() -> int:
    """Build the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default=debian_version(version()), help="another version, to try an upgrade")
    parser.add_argument("--to", type=Path, default=DIST.parent)
    arguments = parser.parse_args()
    try:
        made = build(DIST, arguments.to, arguments.version)
    except (BundleError, subprocess.SubprocessError) as error:
        print(f"deb: {error}", file=sys.stderr)
        return 1
    print(f"{made} ({made.stat().st_size / 1e6:.0f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
