"""What goes into the bundle, decided without building one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bundle_contents import (
    PACKAGE_SUFFIXES,
    UNWANTED_MODULES,
    Elf,
    from_system,
    package_files,
    parse_objdump,
    reachable,
    read_elf,
    slim,
    wanted,
)
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ConfigError
from kiosk.samples import Samples, prepare

ROOT = Path(__file__).resolve().parents[2]
LIB = "PySide6/Qt/lib/"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/qml/QtQuick/VirtualKeyboard/Plugins/Hangul/libqtvkbhangulplugin.so",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/Qt/qml/QtQuick/Controls/Basic/Button.qml",
        "PySide6/Qt/qml/Qt/labs/qmlmodels/qmldir",
        "PySide6/QtQuick.abi3.so",
        "botocore/data/endpoints.json",
        "botocore/data/s3/2006-03-01/service-2.json.gz",
        "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf",
        "kiosk/reports/ledger/default.toml",
        "assets/i18n/en.qm",
        "libpython3.11.so.1.0",
    ],
)
def test_a_kiosk_needs(name: str) -> None:
    assert wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/qmltooling/libqmldbg_debugger.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/designer/libqwebengineview.so",
        "PySide6/Qt/qml/QtWebEngine/qmldir",
        "PySide6/Qt/qml/QtQuick3D/qmldir",
        "PySide6/Qt/qml/QtQuick/Controls/Material/Button.qml",
        "PySide6/Qt/qml/QtQuick/VirtualKeyboard/VirtualKeyboardQml.qmltypes",
        "PySide6/Qt/qml/QtTest/qmldir",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/resources/icudtl.dat",
        "PySide6/QtWebEngineCore.abi3.so",
        "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/Qt/libexec/QtWebEngineProcess",
        "botocore/data/ec2/2016-11-15/service-2.json.gz",
        "qtawesome/fonts/fontawesome6-solid-webfont-6.7.2.ttf",
        "assets/i18n/en.ts",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so",
        "pptx/templates/default.pptx",
        "alembic/templates/generic/env.py",
    ],
)
def test_a_kiosk_does_without(name: str) -> None:
    assert not wanted(name)


@pytest.mark.parametrize(
    ("name", "source", "whose"),
    [
        ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("libpulse.so.0", "/usr/lib/x86_64-linux-gnu/libpulse.so.0", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", False),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/home/a/.venv/lib/PySide6/Qt/lib/libQt6Core.so.6", False),
        ("assets/x.txt", "/usr/lib/x.txt", False),
    ],
)
def test_libraries_of_the_system_stay_with_the_system(name: str, source: str, whose: bool) -> None:
    assert from_system(name, source) is whose


def test_objdump_is_read() -> None:
    text = """
/a/b c.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libQt6Core.so.6
  NEEDED               libc.so.6

Version References:
  required from libc.so.6:
    0x09691a75 0x00 04 GLIBC_2.2.5
    0x069691b4 0x00 03 GLIBC_2.34

/d.so:     file format elf64-x86-64

"""
    assert parse_objdump(text) == {
        "/a/b c.so": Elf(frozenset({"libQt6Core.so.6", "libc.so.6"}), (2, 34)),
        "/d.so": Elf(),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="ELF")
def test_this_python_is_read() -> None:
    import _ctypes

    elf = read_elf([Path(_ctypes.__file__), ROOT / "LICENSE"])
    assert [p.name for p in elf] == [Path(_ctypes.__file__).name]
    assert any(need.startswith("libffi") for need in elf[Path(_ctypes.__file__)].needed)


names = st.integers(0, 7).map(lambda n: f"lib{n}.so")


@given(st.dictionaries(names, st.frozensets(names), max_size=8), st.frozensets(names))
def test_libraries_that_stay_are_those_that_are_linked_to(
    links: dict[str, frozenset[str]], first: frozenset[str]
) -> None:
    entries = [(f"{LIB}{name}", name, "BINARY") for name in links]
    entries.append(("PySide6/QtCore.abi3.so", "start", "EXTENSION"))
    kept = {Path(name).name for name in reachable(entries, lambda src: {**links, "start": first}.get(src, frozenset()))}
    expected: set[str] = set()
    new = first & links.keys()
    while new:
        expected |= new
        new = {n for lib in new for n in links[lib] if n in links} - expected
    assert kept == expected


def test_links_to_libraries_that_left_leave_too(tmp_path: Path) -> None:
    for name in ("libQt6WebView.so.6", "libpyside6.abi3.so.6.11"):
        (tmp_path / name).write_text("no ELF: it links to nothing", "utf-8")
    entries = [
        (f"{LIB}libQt6WebView.so.6", str(tmp_path / "libQt6WebView.so.6"), "BINARY"),
        ("libQt6WebView.so.6", f"{LIB}libQt6WebView.so.6", "SYMLINK"),
        ("PySide6/libpyside6.abi3.so.6.11", str(tmp_path / "libpyside6.abi3.so.6.11"), "BINARY"),
        ("libpyside6.abi3.so.6.11", "PySide6/libpyside6.abi3.so.6.11", "SYMLINK"),
    ]
    assert slim(entries) == entries[2:]


def test_every_module_of_qml_that_is_imported_is_inside() -> None:
    used = {
        name
        for file in (ROOT / "kiosk").rglob("*.qml")
        for name in re.findall(r"^import (Qt[\w.]*)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert "QtQuick.Shapes" in used
    assert {n for n in used if not wanted(f"PySide6/Qt/qml/{n.replace('.', '/')}/qmldir")} == set()


def test_no_file_of_the_package_is_forgotten() -> None:
    beside = [p.relative_to(ROOT) for p in (ROOT / "kiosk").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    modules = {p for p in beside if p.suffix in (".py", ".qmlc") or "example" in p.parts}
    assert Path("kiosk/reports/ledger/default.toml") in package_files(ROOT)
    assert set(beside) - modules - set(package_files(ROOT)) == set(), f"add it to {PACKAGE_SUFFIXES}"


def test_a_bundle_says_that_it_has_no_samples(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as failed:
        prepare(Samples(tmp_path / "content", tmp_path / "demo"))
    assert failed.value.code == "NO_SAMPLES"
    assert not (tmp_path / "demo").exists()


BLOCKED = """
import importlib, json, pkgutil, sys
never = tuple(json.loads(sys.argv[1]))
class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        absent = any(name == n or name.startswith(n + ".") for n in never)
        return None if absent else self.finder.find_spec(name, path, target)
sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
import kiosk
for module in pkgutil.walk_packages(kiosk.__path__, "kiosk."):
    if not module.name.startswith(never) and not module.name.endswith("__main__"):
        importlib.import_module(module.name)
import s3fs, smbclient, fsspec.implementations.smb, markdown
print(len([m for m in sys.modules if m.startswith("kiosk.")]))
"""


def test_everything_can_be_imported_without_what_stays_out() -> None:
    command = [sys.executable, "-c", BLOCKED, json.dumps(UNWANTED_MODULES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=90)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 400
