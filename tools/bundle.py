"""Build the bundle, and check that it is a kiosk: `python tools/bundle.py build|check|all` (`make bundle`).

The check starts `dist/kiosk/kiosk` off-screen from an empty folder with an empty environment, plays the tour as far as a
film, asks commands of it, weighs it, and times its start against running from source.
"""

from __future__ import annotations

import argparse
import calendar
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bundle_contents import Elf, package_files, read_elf, wanted
from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist" / "kiosk"
WORK = ROOT / "build" / "bundle"
DATA = ROOT / "build" / "demo" / "kiosk"
MOST_BYTES = 280_000_000
MOST_RATIO = 1.3
ROUNDS = 7
LAST_SCENE = "22-audio"
FILM = ("20-segment-playing.png", "21-segment-captions-later.png")
OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
NEVER_MODULES = ("kiosk.packs.trust_cli", "alembic", "psycopg", "pptx", "pytest", "PySide6.QtWebEngineCore")
SAYS_SO = {  # what is asked of it, and the code or word in the answer
    ("fleet", "status", "--db", "office.db"): "alembic",
    ("pack", "import-lecture", "slides.pptx", "--to", "out"): "python-pptx",
    ("demo", "--build-only"): "sample packs",
}


class BundleError(Exception):
    """What is wrong with the bundle, for whoever builds it."""


def version() -> str:
    """`__version__` as the source says it, without importing or git."""
    found = re.search(r'^__version__ = "([^"]+)"$', (ROOT / "kiosk/__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise BundleError("kiosk/__init__.py says no __version__")
    return found[1]


def epoch() -> int:
    """Seconds given to every file: `SOURCE_DATE_EPOCH`, else the newest date in CHANGELOG.md, which needs no git.

    Raises:
        BundleError: it is no number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not given.isdecimal():
            raise BundleError(f"SOURCE_DATE_EPOCH is not a number: {given}")
        return int(given)
    dates = re.findall(r"^## \[.+\] - (\d{4}-\d{2}-\d{2})", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    day = max(dates, default="2026-01-01")
    return calendar.timegm(time.strptime(day, "%Y-%m-%d"))


def sources() -> str:
    """Digest of everything that the bundle is made of, other people's libraries apart."""
    ours = {p.relative_to(ROOT) for p in (ROOT / "kiosk").rglob("*.py")} | set(package_files(ROOT))
    ours |= {p.relative_to(ROOT) for p in (ROOT / "assets").rglob("*") if p.is_file()}
    ours |= {Path("build.spec"), Path("LICENSE"), Path("requirements.lock")}
    ours |= {Path("tools", f"{name}.py") for name in ("bundle", "bundle_contents", "bundle_licences")}
    h = hashlib.sha256()
    for path in sorted(ours):
        h.update(f"{path.as_posix()}\n".encode() + hashlib.sha256((ROOT / path).read_bytes()).digest())
    return h.hexdigest()


def build() -> None:
    """PyInstaller, then what it leaves open: symbols of Python's own libraries, dates, what the bundle needs around it."""
    env = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(epoch()), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "ERROR"]
    for tool in ("objdump", "strip"):
        if shutil.which(tool) is None:
            raise BundleError(f"{tool} is missing: apt-get install binutils")
    made_of = sources()
    subprocess.run([*command, "--distpath", str(DIST.parent), "--workpath", str(WORK)], cwd=ROOT, env=env, check=True)
    finish(DIST, made_of)


def finish(bundle: Path, made_of: str) -> None:
    """Make the same bundle of the same sources: see `build`.

    Args:
        made_of: `sources` when the build began.
    """
    inside = bundle / "_internal"
    compile_interface(inside)
    _strip([*inside.glob("libpython*.so*"), *_extensions(inside)])
    shutil.rmtree(bundle / "THIRD-PARTY", ignore_errors=True)
    (inside / "THIRD-PARTY").rename(bundle / "THIRD-PARTY")
    shutil.copyfile(ROOT / "LICENSE", bundle / "LICENSE")
    facts = {
        "version": version(),
        "python": platform.python_version(),
        "qt": importlib.metadata.version("PySide6-Essentials"),
        "machine": platform.machine(),
        "source_date_epoch": epoch(),
        "sources": made_of,
        "needs": around(bundle),
    }
    (bundle / "BUNDLE.json").write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", "utf-8")
    for path in (bundle, *bundle.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == bundle / "kiosk" or ".so" in path.name
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def compile_interface(inside: Path) -> int:
    """Byte code beside every file of the interface; returns how many.

    It saves a kiosk's first start 0.2 s, and Qt does not look at its date. Without it Qt keeps byte code in the user's cache
    and goes by the date of the source: all dates in a bundle are one, and an upgrade would show the old interface.

    Raises:
        BundleError: a file cannot be compiled.
    """
    import PySide6

    compiler = Path(PySide6.__file__).parent / "Qt" / "libexec" / "qmlcachegen"
    files = sorted(p for p in (inside / "kiosk").rglob("*") if p.suffix in (".qml", ".js"))
    for file in files:
        made = file.with_name(f"{file.name}c")
        done = subprocess.run(
            [str(compiler), "--only-bytecode", "-o", str(made), str(file)], capture_output=True, text=True, check=False
        )
        if done.returncode or not made.is_file():
            raise BundleError(f"{file}: {done.stderr}")
        made.with_name(f"{made.name}.aotstats").unlink(missing_ok=True)
    return len(files)


def _extensions(inside: Path) -> list[Path]:
    """Compiled modules that link to nothing a wheel brings."""
    found = (p for p in inside.rglob("*.cpython-*.so") if not p.is_symlink())
    return sorted(p for p in found if p.relative_to(inside).parts[0] not in ("PySide6", "PIL"))


def _strip(libraries: Iterable[Path]) -> None:
    """Debugging symbols, 45 MB. Never of the libraries inside wheels: it breaks FFmpeg."""
    if found := list(map(str, libraries)):
        subprocess.run(["strip", "--strip-debug", "--enable-deterministic-archives", *found], check=True)


def around(bundle: Path) -> dict[str, object]:
    """Libraries the system must bring, and the oldest C library that will do."""
    elves = read_elf(p for p in bundle.rglob("*") if not p.is_symlink())
    inside = {p.name for p in bundle.rglob("*")}
    return {"libraries": sorted(outside(elves.values(), inside)), "glibc": newest(elves.values())}


def outside(elves: Iterable[Elf], inside: set[str]) -> set[str]:
    """What is linked to and not brought."""
    return {need for elf in elves for need in elf.needed} - inside


def newest(elves: Iterable[Elf]) -> str:
    """`2.34`: the newest C library that is asked for."""
    return ".".join(map(str, max((elf.glibc for elf in elves), default=())))


def check(bundle: Path, data: Path) -> list[str]:
    """Everything a bundle must be; returns what was found, a line each.

    Raises:
        BundleError: it is not.
    """
    if not (bundle / "kiosk").is_file():
        raise BundleError(f"{bundle} is not there: build it first")
    if not (data / "catalog").is_dir():
        raise BundleError(f"{data} is not there: run `make content` first")
    said = [check_files(bundle), check_modules(bundle)]
    with tempfile.TemporaryDirectory(prefix="bundle-") as scratch:
        place = Path(scratch)
        for step in (check_commands, check_tour, check_start):
            said.append(step(bundle / "kiosk", data, Path(tempfile.mkdtemp(dir=place))))
            print(said[-1], flush=True)
    return said


def check_files(bundle: Path) -> str:
    """Nothing unwanted, no link to nowhere, licences, not too heavy."""
    files = [p for p in bundle.rglob("*") if not p.is_dir()]
    inside = bundle / "_internal"
    bad = [str(p) for p in files if p.is_relative_to(inside) and not wanted(p.relative_to(inside).as_posix())]
    bad += [str(p) for p in files if p.is_symlink() and not p.exists()]
    if bad:
        raise BundleError(f"does not belong in a bundle: {', '.join(bad[:5])}")
    for name in ("LICENSE", "BUNDLE.json", "THIRD-PARTY/README.txt", "_internal/kiosk/reports/ledger/default.toml",
                 "_internal/assets/i18n/en.qm", "_internal/assets/fonts/LICENSE"):  # fmt: skip
        if not (bundle / name).is_file():
            raise BundleError(f"{name} is missing")
    missing = [str(p) for p in package_files(ROOT) if not (inside / p).is_file()]
    if missing:
        raise BundleError(f"files of the package are missing: {', '.join(missing[:5])}")
    heavy = sum(p.lstat().st_size for p in files)
    if heavy > MOST_BYTES:
        raise BundleError(f"{heavy / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f}")
    return f"size: {heavy / 1e6:.0f} MB in {len(files)} files (at most {MOST_BYTES / 1e6:.0f})"


def check_modules(bundle: Path) -> str:
    """Which Python modules are in the archive of the program."""
    from PyInstaller.archive.readers import CArchiveReader

    names = set(CArchiveReader(str(bundle / "kiosk")).open_embedded_archive("PYZ.pyz").toc)
    bad = [n for n in names if any(n == never or n.startswith(f"{never}.") for never in NEVER_MODULES)]
    if bad:
        raise BundleError(f"does not belong in a bundle: {', '.join(sorted(bad)[:5])}")
    for needed in ("kiosk.app", "kiosk.kinds.quiz", "smbclient", "s3fs"):
        if needed not in names:
            raise BundleError(f"module {needed} is missing")
    return f"modules: {len(names)}, {sum(n.startswith('kiosk.') for n in names)} of them ours"


def check_commands(kiosk: Path, _data: Path, place: Path) -> str:
    """Its version, its help, and what commands of the office's PC say."""
    (place / "slides.pptx").write_bytes(b"PK")
    if version() not in _run([str(kiosk), "--version"], place):
        raise BundleError("--version says something else")
    if "run" not in _run([str(kiosk), "--help"], place):
        raise BundleError("--help does not know run")
    for arguments, word in SAYS_SO.items():
        answer = _run([str(kiosk), *arguments], place, expected=None)
        if word not in answer or "BUG" in answer or "Traceback" in answer:
            raise BundleError(f"kiosk {' '.join(arguments)} does not say {word}: {answer[-500:]}")
    return f"commands: version, help, {len(SAYS_SO)} that say what they lack"


def check_tour(kiosk: Path, data: Path, place: Path) -> str:
    """The tour to the first film and the first recording: no warning, and the film moves."""
    out = place / "tour"
    _run([str(kiosk), "tour", "--out", str(out), "--data", str(data), "--until", LAST_SCENE], place, wait=240)
    scenes = json.loads((out / "tour.json").read_text("utf-8"))["scenes"]
    if scenes[-1]["name"] != LAST_SCENE or any(s["warnings"] for s in scenes):
        raise BundleError(f"the tour: {scenes[-1]}")
    cached = [p.name for p in (place / "home").rglob("*.qmlc")]
    if cached:
        raise BundleError(f"compiled again by Qt, so not used as shipped: {', '.join(cached[:5])}")
    with Image.open(out / FILM[0]) as one, Image.open(out / FILM[1]) as other:
        moved = ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0]
    if moved < 1:
        raise BundleError(f"the film stands still ({moved:.2f})")
    return f"tour: {len(scenes)} scenes without a warning; the film moves ({moved:.1f} of 255 between two pictures)"


def check_start(kiosk: Path, data: Path, place: Path) -> str:
    """Median time to the first painted page, in turns with running from source."""
    tail = ["run", "--until-painted", "--size", "1080x1920", "--data", str(data)]
    source = {"PYTHONPATH": str(ROOT)}
    ways: dict[str, Callable[[], float]] = {
        "bundle": lambda: _timed([str(kiosk), *tail], place),
        "source": lambda: _timed([sys.executable, "-m", "kiosk", *tail], place, source),
    }
    for way in ways.values():  # files into memory, interface compiled
        way()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            taken[name].append(way())
    middle = {name: statistics.median(times) for name, times in taken.items()}
    ratio = middle["bundle"] / middle["source"]
    line = f"start: {middle['bundle']:.0f} ms, from source {middle['source']:.0f} ms: {ratio:.2f} times"
    if ratio > MOST_RATIO:
        raise BundleError(f"{line}, more than {MOST_RATIO}")
    return f"{line} (at most {MOST_RATIO}; medians of {ROUNDS} in turns)"


def _timed(command: list[str], place: Path, more: dict[str, str] | None = None) -> float:
    began = time.monotonic()
    if "painted" not in _run(command, place, more=more):
        raise BundleError(f"{command[0]} painted nothing")
    return (time.monotonic() - began) * 1000


def _run(
    command: list[str],
    place: Path,
    *,
    expected: int | None = 0,
    wait: float = 90,
    more: dict[str, str] | None = None,
) -> str:
    """Run from an empty folder with nothing but a home and the off-screen platform in the environment."""
    env = OFF_SCREEN | {"HOME": str(place / "home"), "PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"} | (more or {})
    done = subprocess.run(
        command, cwd=place, env=env, capture_output=True, text=True, check=False, timeout=wait, errors="replace"
    )
    said = done.stdout + done.stderr
    if expected is not None and done.returncode != expected:
        raise BundleError(f"{' '.join(command)} ended with {done.returncode}: {said[-2000:]}")
    return said


def main() -> int:
    """Build, check, or both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("build", "check", "all"))
    parser.add_argument("--data", type=Path, default=DATA, help="data folder of the sample packs")
    arguments = parser.parse_args()
    try:
        if arguments.what != "check":
            build()
        if arguments.what != "build":
            for line in check(DIST, arguments.data)[:2]:
                print(line)
    except (BundleError, subprocess.SubprocessError) as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
