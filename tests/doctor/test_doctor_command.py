"""`kiosk doctor` and `kiosk config` as they are typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support.kiosk import union
from support.union import Union

import kiosk
from kiosk.cli.commands import cli
from kiosk.cli.config import _OF_SCRIPTS, OTHER_VARIABLES
from kiosk.core.errors import KioskError
from kiosk.settings.model import KEYS

__all__ = ["union"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [n for n in os.environ if n.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "kiosk.toml"))
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KIOSK_LANG", "en")
    (tmp_path / "kiosk.toml").write_text("", "utf-8")
    return tmp_path


def run(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(cli, arguments, input=said, catch_exceptions=False, standalone_mode=False)


def test_doctor_prints_a_line_each_and_writes_a_bundle(home: Path, union: Union) -> None:
    only = "settings,databases,trust,packs"
    done = run("doctor", "--data", str(union.data), "--only", only, "--bundle", str(home / "b.zip"))
    assert done.return_value == 0, done.output
    assert re.search(r"(?m)^ok\tThe settings hold no mistakes\.$", done.output)
    assert re.search(r"(?m)^\t→ Run kiosk pin set\.$", done.output)
    assert "doctor.json" in zipfile.ZipFile(home / "b.zip").namelist()
    told = json.loads(run("doctor", "--data", str(union.data), "--only", only, "--json").output)
    assert told["worst"] == "look"
    assert {line["part"] for line in told["lines"]} == {"settings", "databases", "trust", "packs"}


def test_doctor_finds_mistakes_in_settings(home: Path) -> None:
    (home / "kiosk.toml").write_text("idle_secnds = 3\nglove = 7\n", "utf-8")
    done = run("doctor", "--json", "--only", "settings")
    assert done.return_value == 1
    assert {line["code"] for line in json.loads(done.output)["lines"]} == {"UNKNOWN_SETTING", "BAD_SETTING"}
    with pytest.raises(KioskError, match="NO_SUCH_CHECK"):
        run("doctor", "--only", "setings")


def test_config_shows_checks_lists_gets(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "kiosk.toml").write_text('site = "一号厅"\nstatus_token = "abcdefgh-12345678"\n', "utf-8")
    monkeypatch.setenv("KIOSK_GLOVE", "yes")
    shown = run("config", "show").output
    assert "idle_seconds = 60  # default" in shown
    assert f"site = 一号厅  # {home / 'kiosk.toml'}" in shown
    assert "abcdefgh" not in shown and "status_token = set" in shown
    said = run("config", "show", "--origin").output.splitlines()
    assert {line.split(" = ")[0] for line in said} == {"site", "glove", "status_token", "data_dir"}
    assert "glove = True  # KIOSK_GLOVE" in said
    assert run("config", "get", "site").output == "一号厅\n"
    assert run("config", "get", "status_token").output == "set\n"
    assert run("config", "check").return_value == 0
    listed = run("config", "list", "--env").output.splitlines()
    assert [line.split("\t")[0] for line in listed] == [f"KIOSK_{k.name.upper()}" for k in KEYS]
    assert "KIOSK_IDLE_SECONDS\t60\ta whole number from 15 to 3600" in listed
    with pytest.raises(KioskError, match="UNKNOWN_SETTING"):
        run("config", "get", "sit")


def test_config_check_finds_every_mistake(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "kiosk.toml").write_text("idle_seconds = 1\nglowe = true\n", "utf-8")
    monkeypatch.setenv("KIOSK_SITTE", "x")
    monkeypatch.setenv("KIOSK_RENDER", "fast")
    done = run("config", "check", "--json")
    assert done.return_value == 78
    told = [error["message"]["en"] for error in json.loads(done.output)]
    file = home / "kiosk.toml"
    assert any(f"{file}:1" in text for text in told) and any(f"{file}:2" in text for text in told)
    assert any("KIOSK_SITTE" in text for text in told) and any("KIOSK_RENDER" in text for text in told)
    assert len(told) == 4


def test_config_set(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "kiosk.toml"
    file.write_text("# ours\nidle_seconds = 30 # soon\ncalm = true\n", "utf-8")
    file.chmod(0o640)
    run("config", "set", "idle_seconds", "90")
    run("config", "set", "sources", "/mnt/a;https://x.example/p")
    run("config", "set", "status_token", "-", said="abcdefgh-12345678\n")
    text = file.read_text("utf-8")
    assert text.startswith("# ours\nidle_seconds = 90\ncalm = true\n")
    assert 'sources = ["/mnt/a", "https://x.example/p"]' in text
    assert 'status_token = "abcdefgh-12345678"' in text
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o640
    run("config", "set", "idle_seconds", "")
    assert "idle_seconds" not in file.read_text("utf-8")
    with pytest.raises(KioskError, match="BAD_SETTING"):
        run("config", "set", "idle_seconds", "1")
    monkeypatch.setenv("KIOSK_SITE", "上面")
    assert "KIOSK_SITE" in run("config", "set", "site", "下面").stderr
    before = file.read_text("utf-8")
    file.write_text("broken = ", "utf-8")
    with pytest.raises(KioskError, match="BAD_CONFIG"):
        run("config", "set", "site", "x")
    assert before != file.read_text("utf-8") == "broken = "


def test_every_variable_of_the_program_is_known() -> None:
    root = Path(kiosk.__file__).parent
    found: set[str] = set()
    for file in (*root.rglob("*.py"), *(root.parent / "packaging" / "linux" / "lib").iterdir()):
        found |= set(re.findall(r"\bKIOSK_([A-Z][A-Z_]*[A-Z])\b", file.read_text("utf-8")))
    settings = {key.name.upper() for key in KEYS}
    assert found - settings - OTHER_VARIABLES - _OF_SCRIPTS == set()


def test_a_probe_in_a_process_of_its_own(tmp_path: Path) -> None:
    done: Any = subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", "--probe", "source", str(tmp_path / "none")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout.removeprefix("kiosk-probe "))["code"] == "MEDIUM_REMOVED"
