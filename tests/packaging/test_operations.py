"""The operator's book knows every fault, every setting and every command it names."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from kiosk.cli.commands import cli
from kiosk.settings.model import KEYS

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "operations.md").read_text("utf-8")


@pytest.fixture(scope="module")
def faults() -> ModuleType:
    spec = importlib.util.spec_from_file_location("faults_tool", ROOT / "tools" / "faults.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["faults_tool"] = module  # its dataclass asks for it
    spec.loader.exec_module(module)
    return module


def test_every_fault_has_a_line(faults: ModuleType) -> None:
    said = set(faults.said())
    assert {
        "DISK_FULL",
        "UNKNOWN_SETTING",
        "BACKUP_LOCKED",
        "UNTRUSTED",
        "STORAGE_READ_ONLY",
        "QT_DOES_NOT_START",
    } <= said
    missing = said - faults.documented(TEXT)
    assert missing == set(), "run tools/faults.py --write and read what it wrote"


def test_lines_say_something_and_stand_in_order(faults: ModuleType) -> None:
    table = TEXT.partition(faults.HEADING)[2]
    rows = re.findall(r"(?m)^\| `([A-Z0-9_]+)` \| (.*) \| (.*) \|$", table)
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(len(message) > 8 and len(do) > 3 for _, message, do in rows)


def test_a_new_code_gets_a_line_and_old_lines_stay(faults: ModuleType) -> None:
    new = faults.Said("AAA_NEW", "It | broke:\n …", "Mend it.")
    text = faults.with_rows(TEXT, [new])
    assert "| `AAA_NEW` | It \\| broke: … | Mend it. |" in text
    assert text.replace("| `AAA_NEW` | It \\| broke: … | Mend it. |\n", "") == TEXT


def test_every_setting_is_explained() -> None:
    unexplained = [key.name for key in KEYS if f"`{key.name}`" not in TEXT]
    assert unexplained == []


def test_commands_that_are_named_exist() -> None:
    context = click.Context(cli)
    for words in set(re.findall(r"`kiosk ([a-z][a-z -]*)", TEXT)):
        group: click.Command = cli
        for word in words.split():
            if word.startswith("-") or not isinstance(group, click.Group):
                break
            found = group.get_command(context, word)
            assert found is not None, f"kiosk {words}"
            group = found
