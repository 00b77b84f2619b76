"""The Windows files by rules that any system can check: they cannot be run here."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

import pytest

from kiosk.settings.places import config_path, data_dir
from kiosk.watch import codes

HERE = Path(__file__).resolve().parents[2] / "packaging" / "windows"
SCRIPTS = sorted((*HERE.glob("*.ps1"), *HERE.glob("*.psm1")))


def code_of(script: Path) -> str:
    """Without comments and strings' contents that could look like code."""
    text = re.sub(r"<#.*?#>", "", script.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"(?m)(^|\s)#.*$", "", text)


def test_there_are_scripts() -> None:
    assert [s.name for s in SCRIPTS] == ["Install-Kiosk.ps1", "Remove-Kiosk.ps1", "kiosk.psm1"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_scripts_are_ascii_stop_at_errors_and_ask_for_rights(script: Path) -> None:
    raw = script.read_bytes()
    raw.decode("ascii")  # PowerShell 5.1 reads a file without a mark as GBK on a Chinese Windows
    text = raw.decode()
    assert "#Requires -RunAsAdministrator" in text and "#Requires -Version 5.1" in text
    assert "Set-StrictMode -Version 3.0" in text and "$ErrorActionPreference = 'Stop'" in text
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_brackets_and_quotes_close(script: Path) -> None:
    code = re.sub(r"'[^'\n]*'|\"(?:`.|[^\"`\n])*\"", "''", code_of(script))
    stack: list[str] = []
    for char in code:
        if char in "([{":
            stack.append(char)
        elif char in ")]}":
            assert stack and stack.pop() + char in ("()", "[]", "{}")
    assert stack == []
    assert code.replace("''", "").count("'") == 0 and code.count('"') == 0


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_what_is_used_newer_than_5_1_is_not(script: Path) -> None:
    code = code_of(script)
    assert not re.search(r"\?\?|\?\.|&&|\|\||\bternary\b|-Parallel\b", code)


def test_native_commands_are_followed_by_a_look_at_their_exit_code() -> None:
    for script in SCRIPTS:
        lines = code_of(script).splitlines()
        for number, line in enumerate(lines):
            if re.search(r"&\s+(icacls|powercfg|reg)\.exe(?!.*unload)", line):
                assert "$LASTEXITCODE" in lines[number + 1], (script.name, line)


def test_exit_codes_are_those_of_the_program() -> None:
    text = (HERE / "kiosk.psm1").read_text("ascii")
    found = re.search(r"\$script:Actions = \[ordered\]@\{([^}]*)\}", text)
    assert found is not None
    said = dict(tuple(map(int, pair.split("="))) for pair in found[1].split(";"))
    assert said == {
        codes.CLOSED: 0,
        codes.RESTART: 0,
        codes.REBOOT: 1,
        codes.POWER_OFF: 2,
        codes.USAGE: 3,
        codes.BAD_SETTING: 3,
    }


def test_places_are_those_of_the_program() -> None:
    env = {"ProgramData": r"C:\ProgramData"}
    settings = PureWindowsPath(str(config_path(env, "win32")).replace("/", "\\"))
    data = PureWindowsPath(str(data_dir(env, "win32")).replace("/", "\\"))
    assert settings == PureWindowsPath(r"C:\ProgramData\PioneerKiosk\kiosk.toml")
    assert data == PureWindowsPath(r"C:\ProgramData\PioneerKiosk\data")
    readme, module = (HERE / "README.md").read_text("utf-8"), (HERE / "kiosk.psm1").read_text("ascii")
    assert r"%ProgramData%\PioneerKiosk\data" in readme
    assert "$script:Folder = Join-Path $env:ProgramData 'PioneerKiosk'" in module
    assert "Join-Path $script:Folder 'data'" in module


def test_no_password_is_written_anywhere() -> None:
    for script in SCRIPTS:
        code = code_of(script)
        assert not re.search(r"DefaultPassword|AutoAdminLogon|ConvertFrom-SecureString|-AsPlainText", code)
    assert "[securestring] $Password" in (HERE / "Install-Kiosk.ps1").read_text("ascii")


def test_functions_that_are_called_are_exported() -> None:
    module = (HERE / "kiosk.psm1").read_text("ascii")
    defined = set(re.findall(r"(?m)^function ([A-Za-z-]+)", module))
    found = re.search(r"Export-ModuleMember -Function (.*)", module)
    assert found is not None
    exported = {name.strip() for name in found[1].split(",")}
    assert exported <= defined
    for script in HERE.glob("*.ps1"):
        assert {name for name in defined if name in code_of(script)} <= exported


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="PowerShell is not here")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_powershell_parses_them(script: Path) -> None:
    ask = f"$e=$null; [System.Management.Automation.Language.Parser]::ParseFile('{script}',[ref]$null,[ref]$e) | Out-Null; $e; exit $e.Count"
    done = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", ask], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout
