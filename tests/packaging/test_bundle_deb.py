"""The Debian package: its papers and its layout, on a bundle of a few bytes. The real one: `make package-test`."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import time
from pathlib import Path

import bundle
import deb
import pytest
from bundle import BundleError
from bundle_contents import Elf

import kiosk

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "packaging" / "deb").iterdir())
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="not a Debian")


def test_the_version_is_read_without_importing_or_git() -> None:
    assert bundle.version() == kiosk.__version__


@pytest.mark.parametrize(("given", "seconds"), [("1700000000", 1700000000), ("0", 0)])
def test_the_date_of_every_file_can_be_given(given: str, seconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert bundle.epoch() == seconds


def test_else_it_is_that_of_the_last_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    log = "## [Unreleased]\n## [0.2.0] - 2026-12-01\n## [0.1.0] - 2026-11-01\n"
    (tmp_path / "CHANGELOG.md").write_text(log, "utf-8")
    assert bundle.epoch() == 1796083200


def test_a_date_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BundleError, match="yesterday"):
        bundle.epoch()


def test_what_is_not_brought_is_needed() -> None:
    elves = [Elf(frozenset({"libc.so.6", "libQt6Core.so.6"}), (2, 9)), Elf(frozenset({"libGL.so.1"}), (2, 34)), Elf()]
    assert bundle.outside(elves, {"libQt6Core.so.6"}) == {"libc.so.6", "libGL.so.1"}
    assert bundle.newest(elves) == "2.34"


@pytest.mark.parametrize(
    ("python", "debian"),
    [("0.1.0", "0.1.0"), ("0.2.0rc1", "0.2.0~rc1"), ("1.0b2", "1.0~b2"), ("1.0.dev3", "1.0~dev3"), ("1.0+x", "1.0+x")],
)
def test_a_candidate_sorts_before_its_release(python: str, debian: str) -> None:
    assert deb.debian_version(python) == debian


def test_no_other_word_is_a_version() -> None:
    with pytest.raises(BundleError, match="nightly"):
        deb.debian_version("nightly")


def test_libraries_become_packages() -> None:
    facts = {"glibc": "2.35", "libraries": ["libc.so.6", "libGL.so.1", "libEGL.so.1", "ld-linux-x86-64.so.2"]}
    names = {"libc.so.6": "libc6", "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    needs = deb.depends(facts, names.__getitem__)
    assert needs == sorted(needs)
    assert {"libc6 (>= 2.35)", "libgl1", "libegl1", "libgl1-mesa-dri", "systemd"} <= set(needs)


def test_libraries_of_qt_are_those_that_make_setup_installs() -> None:
    setup = (ROOT / "packaging" / "debian-setup.sh").read_text("utf-8")
    assert set(deb.ALSO_NEEDED) - {"systemd", "init-system-helpers"} <= set(re.findall(r"[\w.+-]+", setup))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.name)
def test_scripts_are_shell_and_stop_at_the_first_error(script: Path) -> None:
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
    lines = script.read_text("utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert "set -e" in lines


def test_only_purge_touches_the_data() -> None:
    for script in SCRIPTS:
        branches = re.split(r"^  (\w+)\)$", script.read_text("utf-8"), flags=re.MULTILINE)
        touching = [name for name, body in zip(["", *branches[1::2]], branches[::2], strict=True) if "rm -rf" in body]
        assert touching == (["purge"] if script.name == "postrm" else [])


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A bundle of three files."""
    made = tmp_path / "kiosk"
    (made / "_internal").mkdir(parents=True)
    (made / "kiosk").write_text("#!/bin/sh\necho painted\n", "utf-8")
    (made / "kiosk").chmod(0o755)
    (made / "_internal" / "x.txt").write_text("x", "utf-8")
    facts = {
        "machine": "x86_64",
        "sources": "of today",
        "source_date_epoch": 1700000000,
        "needs": {"glibc": "2.34", "libraries": ["libc.so.6"]},
    }
    (made / "BUNDLE.json").write_text(json.dumps(facts), "utf-8")
    return made


@pytest.fixture
def own_stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(deb, "STAGE", tmp_path / "stage")
    monkeypatch.setattr(deb, "sources", lambda: "of today")


@needs_dpkg
def test_the_package_has_everything_where_it_belongs(tiny: Path, own_stage: None, tmp_path: Path) -> None:
    made = deb.build(tiny, tmp_path, "0.2.0~rc1", ("-Znone",))
    assert made.name == "pioneer-kiosk_0.2.0~rc1_amd64.deb"

    def fields(name: str) -> str:
        command = ["dpkg-deb", "--field", str(made), name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert fields("Version") == "0.2.0~rc1"
    assert "libc6 (>= 2.34)" in fields("Depends")
    assert int(fields("Installed-Size")) > 0
    root = tmp_path / "out"
    subprocess.run(["dpkg-deb", "--raw-extract", str(made), str(root)], check=True)
    assert (root / "usr/bin/kiosk").readlink() == Path("../../opt/pioneer-kiosk/kiosk")
    assert os.access(root / "opt/pioneer-kiosk/kiosk", os.X_OK)
    assert (root / "opt/pioneer-kiosk/share/operations.md").is_file()
    settings = (root / "DEBIAN/conffiles").read_text("utf-8").split()
    assert "/etc/pioneer-kiosk/kiosk.toml" in settings
    for file in deb.placed(deb.LINUX / "files.tsv"):
        target = root / file.place.lstrip("/")
        assert target.read_bytes() == file.source.read_bytes()
        assert target.stat().st_mode & 0o777 == file.mode
        assert (file.place in settings) == file.settings
    sums = subprocess.run(
        ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], check=False, cwd=root, capture_output=True, text=True
    )
    assert (sums.returncode, sums.stdout) == (0, "")
    for line in (root / "DEBIAN/control").read_text("utf-8").splitlines():
        assert len(line) <= 90 or not line.startswith(" "), "descriptions are read on terminals"


@needs_dpkg
def test_the_same_bundle_makes_the_same_package(tiny: Path, own_stage: None, tmp_path: Path) -> None:
    one = deb.build(tiny, tmp_path / "1", "1.0", ("-Znone",)).read_bytes()
    for path in (tiny, *tiny.rglob("*")):
        os.utime(path, (time.time(), time.time()))
    assert deb.build(tiny, tmp_path / "2", "1.0", ("-Znone",)).read_bytes() == one


def test_a_bundle_of_yesterday_is_no_package(tiny: Path, own_stage: None, tmp_path: Path) -> None:
    facts = json.loads((tiny / "BUNDLE.json").read_text("utf-8")) | {"sources": "of yesterday"}
    (tiny / "BUNDLE.json").write_text(json.dumps(facts), "utf-8")
    with pytest.raises(BundleError, match="other sources"):
        deb.build(tiny, tmp_path, "1.0")


def test_every_change_of_the_sources_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    files = ["kiosk/a.py", "kiosk/Page.qml", "assets/en.qm", "build.spec", "LICENSE", "requirements.lock", "tools/bundle.py",
             "tools/bundle_contents.py", "tools/bundle_licences.py"]  # fmt: skip
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one", "utf-8")
    seen = {bundle.sources()}
    for name in files:
        (tmp_path / name).write_text("two", "utf-8")
        seen.add(bundle.sources())
    assert len(seen) == len(files) + 1


def test_no_bundle_no_package(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="make bundle"):
        deb.build(tmp_path, tmp_path, "1.0")


def test_a_finished_bundle_has_one_date_and_plain_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = tmp_path / "kiosk"
    (made / "_internal" / "THIRD-PARTY").mkdir(parents=True)
    for name in ("kiosk", "_internal/data.json", "_internal/THIRD-PARTY/README.txt"):
        (made / name).write_text("x", "utf-8")
        (made / name).chmod(0o600)
    (made / "_internal" / "link").symlink_to("data.json")
    bundle.finish(made, "of today")
    assert json.loads((made / "BUNDLE.json").read_text("utf-8"))["sources"] == "of today"
    facts = json.loads((made / "BUNDLE.json").read_text("utf-8"))
    assert facts["version"] == kiosk.__version__
    assert facts["needs"] == {"glibc": "", "libraries": []}
    assert {int(p.lstat().st_mtime) for p in made.rglob("*")} == {1700000000}
    assert (made / "THIRD-PARTY/README.txt").stat().st_mode & 0o777 == 0o644
    assert (made / "kiosk").stat().st_mode & 0o777 == 0o755


def test_the_interface_is_compiled_and_dates_do_not_matter(tmp_path: Path) -> None:
    page = tmp_path / "kiosk" / "Page.qml"
    page.parent.mkdir()
    page.write_text("import QtQuick\nItem { property int answer: 6 * 7 }\n", "utf-8")
    assert bundle.compile_interface(tmp_path) == 1
    code = page.with_suffix(".qmlc").read_bytes()
    assert code.startswith(b"qv4cdata")
    assert struct.unpack_from("<q", code, 16) == (0,), "a date here would be compared with that of the source"
    os.utime(page, (0, 0))
    bundle.compile_interface(tmp_path)
    assert page.with_suffix(".qmlc").read_bytes() == code
    assert sorted(p.name for p in page.parent.iterdir()) == ["Page.qml", "Page.qmlc"]


def test_an_interface_with_mistakes_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "Page.qml").write_text("Item {", "utf-8")
    with pytest.raises(BundleError, match=r"Page\.qml"):
        bundle.compile_interface(tmp_path)


def test_what_does_not_belong_is_found(tmp_path: Path) -> None:
    bad = tmp_path / "_internal" / "PySide6" / "Qt" / "qml" / "QtCharts"
    bad.mkdir(parents=True)
    (bad / "qmldir").write_text("", "utf-8")
    with pytest.raises(BundleError, match=r"does not belong in a bundle.*QtCharts"):
        bundle.check_files(tmp_path)
