"""Both languages, and the exit code of every family of errors."""

from __future__ import annotations

import pytest

from kiosk.core import errors
from kiosk.core.errors import KioskError
from kiosk.core.findings import Findings
from kiosk.core.text import Text, reader_language

WHAT = Text("坏了。", "It is broken.")
HINT = Text("修一修。", "Mend it.")


def test_a_text_speaks_both_languages() -> None:
    assert (WHAT("zh"), WHAT("en")) == ("坏了。", "It is broken.")


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "C.utf8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN", "KIOSK_LANG": "en"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "C"}, "en"),
    ],
)
def test_whose_terminal_is_it(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], lang: str) -> None:
    for name in ("KIOSK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == lang


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KioskError", 70), ("ContentError", 65), ("TrustError", 77), ("StorageError", 74), ("BusyError", 75), ("ConfigError", 78),
    ],
)  # fmt: skip
def test_each_family_has_its_sysexits_code(name: str, code: int) -> None:
    error: KioskError = getattr(errors, name)("CODE", WHAT, HINT)
    assert error.exit_code == code
    assert error.say("zh") == "坏了。 修一修。"
    assert error.say("en") == "It is broken. Mend it."
    assert str(error) == "CODE: It is broken."


def test_busy_is_a_storage_error() -> None:
    assert issubclass(errors.BusyError, errors.StorageError)


def test_only_errors_stop_a_build() -> None:
    found = Findings()
    found.warn("w", "f", "", WHAT, HINT)
    found.error("e", "f", 3, WHAT, HINT)
    assert [f.code for f in found] == ["w", "e"]
    assert [f.code for f in found.errors] == ["e"]
    assert [f.say("en") for f in found] == ["f: It is broken. Mend it.", "f:3: It is broken. Mend it."]
