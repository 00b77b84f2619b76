"""The operator's book knows every fault and every setting; every document names commands that exist."""

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
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "packaging" / "windows" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "adr").glob("*.md")),
]


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


def command_and_rest(words: list[str]) -> tuple[str, click.Command, list[str]]:
    """The command that the words begin with, and the words after it."""
    found: click.Command = cli
    for number, word in enumerate(words):
        if not isinstance(found, click.Group):
            return " ".join(words[:number]), found, words[number:]
        inner = found.get_command(click.Context(found), word)
        if inner is None:
            return " ".join(words[:number]), found, words[number:]
        found = inner
    return " ".join(words), found, []


def wrong(written: str) -> str:
    """What is wrong with `kiosk …` as it stands in a document; empty when nothing is."""
    name, command, rest = command_and_rest(written.split())
    if not name and rest and not rest[0].startswith("-"):
        return f"kiosk {written}: no such command"
    if isinstance(command, click.Group) and rest and re.fullmatch(r"[a-z][a-z-]+", rest[0]):
        return f"kiosk {written}: {name} has no {rest[0]}"
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    given = {found[0] for word in rest if (found := re.match(r"--[a-z][a-z-]*", word.strip("[].\"'")))}
    unknown = sorted(given - known - {"--help"})
    return f"kiosk {written}: no {unknown}" if unknown else ""


def written_in(text: str) -> set[str]:
    """Calls in code spans and in code blocks, without `kiosk` itself."""
    blocks = re.findall(r"(?ms)^```[a-z]*\n(.*?)^```", text)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```", "", text))
    lines = [line.partition("#")[0] for block in blocks for line in block.splitlines()]
    calls = [call for line in [*spans, *lines] for call in re.findall(r"(?:^|: +|  )kiosk ((?:(?!  kiosk ).)+)", line)]
    return {call.strip() for call in calls if re.match(r"[a-z-]", call)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_are_named_exist_with_these_options(document: Path) -> None:
    calls = written_in(document.read_text("utf-8"))
    assert [fault for call in sorted(calls) if (fault := wrong(call))] == []


def test_a_wrong_call_is_noticed() -> None:
    assert written_in("`kiosk pack chek X`\n```\nkiosk sync --form DIR  # comment\n```\n") == {
        "pack chek X",
        "sync --form DIR",
    }
    assert wrong("pack chek X") and wrong("sync --form DIR") and wrong("synk")
    assert not wrong("sync --from DIR") and not wrong("config show [--origin]")


def test_no_line_outlives_its_fault(faults: ModuleType) -> None:
    assert faults.documented(TEXT) - set(faults.said()) == set()
