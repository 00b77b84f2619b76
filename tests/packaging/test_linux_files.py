"""What a Debian machine gets: units that systemd takes, scripts that do as they say, nothing that is forgotten."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.watch import codes

HERE = Path(__file__).resolve().parents[2] / "packaging" / "linux"
UNIT = HERE / "systemd" / "pioneer-kiosk.service"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@dataclass(frozen=True)
class Installed:
    source: Path
    place: str
    mode: int
    what: str


def installed() -> list[Installed]:
    rows = [row.split("\t") for row in (HERE / "files.tsv").read_text("utf-8").splitlines() if row[0] != "#"]
    return [Installed(HERE / source, place, int(mode, 8), what) for source, place, mode, what in rows]


def unit() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    section: dict[str, list[str]] = {}
    for line in UNIT.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            section.setdefault(key, []).append(value)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Everything where it would be installed."""
    for entry in installed():
        target = tmp_path / entry.place.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(entry.source, target)
        target.chmod(entry.mode)
    return tmp_path


def test_every_file_has_a_place_and_every_place_a_file() -> None:
    listed = {entry.source for entry in installed()}
    there = {f for f in HERE.rglob("*") if f.is_file() and f.name != "files.tsv"}
    assert listed == there
    for entry in installed():
        assert entry.what in ("program", "data", "settings", "example")
        assert (entry.what == "settings") == entry.place.startswith("/etc/")
        assert (entry.what == "program") == (entry.mode == 0o755) == os.access(entry.source, os.X_OK)


def test_the_unit_maps_every_exit_code() -> None:
    service = unit()["Service"]
    assert service["Type"] == ["notify"]
    assert set(service["SuccessExitStatus"][0].split()) == {
        str(c) for c in (codes.RESTART, codes.REBOOT, codes.POWER_OFF)
    }
    assert service["RestartForceExitStatus"] == [str(codes.RESTART)]
    never = {codes.REBOOT, codes.POWER_OFF, *codes.FINAL} - {codes.CLOSED}  # 0 is a success: on-failure leaves it
    assert set(service["RestartPreventExitStatus"][0].split()) == {str(c) for c in never}
    assert service["Restart"] == ["on-failure"]


def test_programs_that_are_called_are_installed() -> None:
    places = {entry.place for entry in installed()}
    for file in (e.source for e in installed()):
        for called in re.findall(r"/usr/lib/pioneer-kiosk/[a-z0-9-]+", file.read_text("utf-8")):
            assert called in places, file


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_takes_the_unit(root: Path) -> None:
    base = Path("/usr/lib/systemd/system")
    for name in ("sysinit.target", "basic.target", "shutdown.target", "graphical.target", "system.slice", "-.mount"):
        if (base / name).exists():
            shutil.copy(base / name, root / "usr/lib/systemd/system" / name)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", f"--root={root}", "pioneer-kiosk.service"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    about = [line for line in done.stderr.splitlines() if "pioneer-kiosk.service" in line]
    assert about == []
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_the_unit_is_shut_in() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=55", "--no-pager", str(UNIT)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@pytest.mark.skipif(shutil.which("systemd-sysusers") is None, reason="systemd is not here")
def test_sysusers_makes_a_user_nobody_logs_in_as(root: Path) -> None:
    for name in ("passwd", "group"):
        (root / "etc" / name).write_text("", "ascii")
    done = subprocess.run(
        ["systemd-sysusers", f"--root={root}"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    line = next(row for row in (root / "etc/passwd").read_text("utf-8").splitlines() if row.startswith("kiosk:"))
    assert line.endswith(":/var/lib/pioneer-kiosk:/usr/sbin/nologin")
    groups = (root / "etc/group").read_text("ascii")
    assert all(re.search(rf"(?m)^{name}:.*:kiosk$", groups) for name in ("video", "render", "input", "audio"))


def run(script: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(HERE / "lib" / script), *arguments],
        capture_output=True, text=True, check=False, timeout=30,
        env={"PATH": os.environ["PATH"], **env},
    )  # fmt: skip


def program(folder: Path, name: str, body: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", "ascii")
    file.chmod(0o755)
    return str(file)


CAGE = 'while [ "$1" != -- ]; do shift; done; shift; "$@"; exit 0'


@pytest.mark.parametrize("code", [0, 1, 10, 11, 12, 64, 78, 137])
def test_the_session_ends_with_the_kiosks_exit_code(tmp_path: Path, code: int) -> None:
    said = tmp_path / "said"
    kiosk = program(tmp_path, "kiosk", f'echo "$@ $QT_QPA_PLATFORM ${{WATCHDOG_PID-none}}" >{said}; exit {code}')
    done = run(
        "session-cage", RUNTIME_DIRECTORY=str(tmp_path), KIOSK_PROGRAM=kiosk, KIOSK_DRM=str(tmp_path / "none"),
        KIOSK_CAGE=program(tmp_path, "cage", CAGE), WATCHDOG_PID="1",
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert said.read_text("ascii") == "supervise -- run wayland none\n"


def test_a_compositor_that_fails_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "exit-code").write_text("0\n", "ascii")  # of the run before
    for code, seen in ((0, 1), (3, 3)):
        cage = program(tmp_path, "cage", f"exit {code}")
        done = run("session-cage", RUNTIME_DIRECTORY=str(tmp_path), KIOSK_CAGE=cage, KIOSK_DRM=str(tmp_path / "none"))
        assert done.returncode == seen


def test_the_session_begins_when_a_screen_is_there(tmp_path: Path) -> None:
    (tmp_path / "drm/card0-HDMI-A-1").mkdir(parents=True)
    (tmp_path / "drm/card0-HDMI-A-1/status").write_text("connected\n", "ascii")
    cage, kiosk = program(tmp_path, "cage", CAGE), program(tmp_path, "kiosk", "exit 12")
    done = run(
        "session-cage",
        RUNTIME_DIRECTORY=str(tmp_path),
        KIOSK_CAGE=cage,
        KIOSK_PROGRAM=kiosk,
        KIOSK_DRM=str(tmp_path / "drm"),
    )
    assert done.returncode == 12


@pytest.mark.parametrize(
    ("code", "asked"), [("11", "--no-block reboot"), ("12", "--no-block poweroff"), ("10", ""), ("1", ""), ("", "")]
)
def test_the_machine_does_what_was_asked(tmp_path: Path, code: str, asked: str) -> None:
    systemctl = program(tmp_path, "systemctl", 'echo "$@"')
    assert run("ended", EXIT_STATUS=code, KIOSK_SYSTEMCTL=systemctl).stdout.strip() == asked


@pytest.mark.parametrize("kind", ["vfat", "exfat", "ntfs", "ext4", "iso9660", "udf"])
@pytest.mark.parametrize("writing", [False, True])
def test_nothing_on_a_stick_can_run(tmp_path: Path, kind: str, writing: bool) -> None:
    if writing:
        (tmp_path / "sticks-may-be-written").touch()
    mount = program(tmp_path, "mount", 'printf "%s\\n" "$@"')
    done = run("mount-stick", "/dev/sdb1", "sdb1", kind, KIOSK_ETC=str(tmp_path), KIOSK_SYSTEMD_MOUNT=mount)
    words = done.stdout.split("\n")
    options = next(w for w in words if w.startswith("--options=")).removeprefix("--options=").split(",")
    assert {"nosuid", "nodev", "noexec"} <= set(options)
    assert ("ro" in options) == (not writing or kind in ("iso9660", "udf"))
    assert ("rw" in options) != ("ro" in options)
    assert words[-3:-1] == ["/dev/sdb1", "/run/media/kiosk/sdb1"]


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("../../etc", "vfat", 1), ("sd b", "vfat", 1), ("", "vfat", 1), ("sdb1", "crypto_LUKS", 0)],
)
def test_odd_sticks_are_not_mounted(tmp_path: Path, name: str, kind: str, code: int) -> None:
    mount = program(tmp_path, "mount", "echo mounted")
    done = run("mount-stick", "/dev/sdb1", name, kind, KIOSK_ETC=str(tmp_path), KIOSK_SYSTEMD_MOUNT=mount)
    assert (done.returncode, done.stdout) == (code, "")


def test_udev_rules_skip_what_is_no_stick() -> None:
    text = (HERE / "udev/70-pioneer-kiosk-stick.rules").read_text("utf-8")
    rules = [line for line in text.splitlines() if line and line[0] != "#"]
    assert 'ENV{ID_BUS}!="usb", GOTO="pioneer_kiosk_end"' in rules
    assert rules[-1] == 'LABEL="pioneer_kiosk_end"'
    assert rules.index('ENV{UDISKS_IGNORE}="1"') > rules.index('ENV{ID_BUS}!="usb", GOTO="pioneer_kiosk_end"')
    for rule in rules:
        assert re.fullmatch(r'(?:[A-Z_]+(?:\{\w+\})?(?:==|!=|\+?=)"[^"]*"(?:, )?)+', rule), rule


@pytest.mark.parametrize("name", ["pioneer-kiosk-session", "pioneer-kiosk-autostart"])
def test_desktop_entries(name: str) -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(HERE / "x11" / f"{name}.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert (section["Type"], section["Name[zh_CN]"]) == ("Application", "先锋屏")
    assert section["Exec"].startswith("/usr/")


def test_the_settings_that_ship_say_nothing_and_are_taken(tmp_path: Path) -> None:
    from kiosk.settings import load

    loaded = load(HERE / "etc/kiosk.toml", env={"HOME": str(tmp_path)})
    assert set(loaded.origin.values()) == {"default"}
    text = (HERE / "etc/kiosk.toml").read_text("utf-8")
    filled = tmp_path / "k.toml"
    filled.write_text(re.sub(r"(?m)^#(?=[a-z_]+ = )", "", text), "utf-8")
    said = {k for k, v in load(filled, env={"HOME": str(tmp_path)}).origin.items() if v == str(filled)}
    assert said == {"site", "sources", "diagonal_inches", "orientation"}
