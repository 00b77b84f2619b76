"""What goes into the bundle: decisions on names alone, so that tests can hold them without building one.

A table of contents is PyInstaller's: name inside the bundle, file on this machine, type code.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]

QT = "PySide6/Qt/"
PLUGINS: Mapping[str, frozenset[str]] = {
    "platforms": frozenset({"qxcb", "qwayland", "qeglfs", "qlinuxfb", "qoffscreen", "qminimal"}),
    "platforminputcontexts": frozenset({"qtvirtualkeyboardplugin"}),
    "imageformats": frozenset({"qgif", "qico", "qjpeg", "qsvg", "qwebp"}),
    "iconengines": frozenset({"qsvgicon"}),
    "multimedia": frozenset({"ffmpegmediaplugin"}),
    "generic": frozenset({"qevdevtouchplugin", "qevdevkeyboardplugin", "qevdevmouseplugin"}),
    "egldeviceintegrations": frozenset({"qeglfs-kms-integration"}),
    "xcbglintegrations": frozenset({"qxcb-egl-integration", "qxcb-glx-integration"}),
    "wayland-graphics-integration-client": frozenset({"dmabuf-server", "drm-egl-server", "qt-plugin-wayland-egl"}),
    "wayland-shell-integration": frozenset({"xdg-shell", "fullscreen-shell-v1", "qt-shell"}),
}
"""Plug-ins by kind. Debugging (qmltooling), printing, desktop themes (GTK), sensors and maps stay out."""

QML = (
    "QtQml", "QtCore", "QtMultimedia",
    "Qt/labs/qmlmodels", "Qt/labs/folderlistmodel",
    "QtQuick/Controls/Basic", "QtQuick/Controls/impl",
    "QtQuick/Effects", "QtQuick/Layouts", "QtQuick/Shapes", "QtQuick/Templates", "QtQuick/Window",
    "QtQuick/VirtualKeyboard",  # with every layout plug-in: without one of them InputPanel is unavailable
)  # fmt: skip
"""Folders below Qt's `qml`, whole. Files directly in `QtQuick` and `QtQuick/Controls` stay as well."""
_QML_FLAT = ("QtQuick", "QtQuick/Controls", "")

PACKAGE_SUFFIXES = (".qml", ".js", ".toml", ".fallback")
"""What the program reads as files beside its modules, and `qmldir`."""

UNWANTED_MODULES = (
    "alembic", "mako", "psycopg", "psycopg_binary", "pptx", "lxml",  # the office PC's
    "kiosk.packs.trust_cli", "kiosk.fleet.office.migrations",  # a door for tests; needs Alembic
    "PySide6.QtWebEngineCore", "PySide6.QtWebEngineQuick", "PySide6.QtWebEngineWidgets", "PySide6.QtCharts",
    "PySide6.QtDataVisualization", "PySide6.QtGraphs", "PySide6.QtQuick3D", "PySide6.QtDesigner", "PySide6.Qt3DCore",
    "tkinter", "IPython", "pytest", "hypothesis", "moto", "mypy", "numpy", "pip", "setuptools", "wheel",
    "_pytest", "lib2to3", "pydoc_data", "idlelib", "doctest", "sqlalchemy.testing",
    # Offered by the libraries in use, used by nobody here.
    "pydantic", "pydantic_core", "dotenv", "rich", "pygments", "markdown_it", "mdurl", "jinja2", "markupsafe",
    "boto3", "s3transfer", "requests", "PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageTk", "PIL.ImageQt",
)  # fmt: skip

_BOTO_SERVICES = ("s3", "sts", "sso", "sso-oidc")
_QTAWESOME = "materialdesignicons6-webfont"  # the only one of its fonts the interface uses
_QT_FORBIDDEN = ("WebEngine", "Quick3D", "Qt63D", "Qt3D", "Graphs", "Charts", "DataVisualization", "Designer")
_FORBIDDEN_TOP = ("alembic", "psycopg", "psycopg_binary", "pptx", "lxml", "tkinter", "pytest", "moto")
_LIBRARY = re.compile(r"^(?:lib)?(.+?)(?:\.abi3)?\.(?:so|dll|dylib)(?:\.[\d.]+)?$")


def wanted(name: str) -> bool:
    """Whether a kiosk needs this file, libraries of wheels apart (`reachable` decides on those).

    Args:
        name: inside the bundle, with forward slashes.
    """
    path = PurePosixPath(name)
    if name.startswith(f"{QT}plugins/"):
        kind = path.parts[3]
        found = _LIBRARY.match(path.name)
        return found is not None and found[1] in PLUGINS.get(kind, frozenset())
    if name.startswith(f"{QT}qml/"):
        folder = str(PurePosixPath(*path.parts[3:-1])) if len(path.parts) > 4 else ""
        whole = any(folder == f or folder.startswith(f"{f}/") for f in QML)
        return (whole or folder in _QML_FLAT) and path.suffix != ".qmltypes" and "designer" not in path.parts
    if name.startswith((f"{QT}translations/", f"{QT}resources/")):
        return False  # the interface brings its own words
    if name.startswith("botocore/data/"):
        return len(path.parts) == 3 or path.parts[2] in _BOTO_SERVICES
    if path.suffix == ".ts":
        return False  # the interface reads the compiled .qm
    if name.startswith("qtawesome/"):
        return _QTAWESOME in path.name
    return not any(word in name for word in _QT_FORBIDDEN) and path.parts[0] not in _FORBIDDEN_TOP


def package_files(root: Path) -> list[Path]:
    """Files of the package `kiosk` that are no modules, relative to `root`; samples for authors stay out.

    Args:
        root: of the checkout.
    """
    found = (p.relative_to(root) for p in (root / "kiosk").rglob("*"))
    files = (p for p in found if p.suffix in PACKAGE_SUFFIXES or p.name == "qmldir")
    return sorted(p for p in files if "example" not in p.parts)


def from_system(name: str, source: str) -> bool:
    """Whether this is a library of the operating system, which brings (and mends) it: not Python's own, not a wheel's."""
    if not source.startswith(("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")) or ".so" not in PurePosixPath(name).name:
        return False
    return "/python3" not in source and not PurePosixPath(name).name.startswith("libpython")


@dataclass(frozen=True, slots=True)
class Elf:
    """What a program or library says it needs.

    Args:
        needed: names of libraries.
        glibc: newest version of the C library it asks for, as (2, 34).
    """

    needed: frozenset[str] = frozenset()
    glibc: tuple[int, ...] = ()


def read_elf(files: Iterable[Path]) -> dict[Path, Elf]:
    """Ask objdump, which PyInstaller needs as well; files that are not ELF are left out.

    Raises:
        OSError: objdump is not installed.
    """
    real = [f for f in files if _is_elf(f)]
    found: dict[Path, Elf] = {}
    for start in range(0, len(real), 100):
        some = real[start : start + 100]
        done = subprocess.run(["objdump", "-p", *map(str, some)], capture_output=True, text=True, check=True)
        found |= {Path(name): elf for name, elf in parse_objdump(done.stdout).items()}
    return found


def parse_objdump(text: str) -> dict[str, Elf]:
    """The output of `objdump -p` for several files."""
    parts = re.split(r"^(.+):\s+file format .+$", text, flags=re.MULTILINE)
    found: dict[str, Elf] = {}
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        needed = frozenset(re.findall(r"^\s+NEEDED\s+(\S+)$", body, flags=re.MULTILINE))
        versions = [tuple(map(int, v.split("."))) for v in re.findall(r"\bGLIBC_([\d.]+)\b", body)]
        found[name] = Elf(needed, max(versions, default=()))
    return found


def reachable(entries: Iterable[Entry], needs: Callable[[str], frozenset[str]]) -> set[str]:
    """Names of the wheels' libraries that something in the bundle links to, over any number of steps.

    Args:
        entries: what is wanted, and all of the wheels' libraries.
        needs: what the file at a path links to.
    """
    libraries = {PurePosixPath(n).name: (n, src) for n, src, _ in entries if _library(n)}
    waiting = [src for n, src, _ in entries if not _library(n)]
    kept: set[str] = set()
    while waiting:
        for need in needs(waiting.pop()):
            if need in libraries and libraries[need][0] not in kept:
                kept.add(libraries[need][0])
                waiting.append(libraries[need][1])
    return kept


def slim(entries: Iterable[Entry]) -> list[Entry]:
    """What is left of PyInstaller's tables: nothing unwanted, nothing of the system, no library nobody links to."""
    every = [e for e in entries if wanted(e[0].replace("\\", "/")) and not from_system(e[0], e[1])]
    links = [e for e in every if e[2] == "SYMLINK"]  # beside the program, to libraries in folders of wheels
    left = [e for e in every if e[2] != "SYMLINK"]
    elves = read_elf({Path(src) for _, src, _ in left})
    kept = reachable(left, lambda src: elves.get(Path(src), Elf()).needed)
    left = [e for e in left if not _library(e[0]) or e[0] in kept]
    there = {e[0] for e in left}
    return left + [e for e in links if str(PurePosixPath(e[0]).parent / e[1]) in there]


def _library(name: str) -> bool:
    """Whether it is there only because something links to it: Qt's, FFmpeg's, those that wheels keep in `*.libs`."""
    path = PurePosixPath(name)
    return ".so" in path.name and (name.startswith(f"{QT}lib/") or path.parts[0].endswith(".libs"))


def _is_elf(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as f:
        return f.read(4) == b"\x7fELF"
