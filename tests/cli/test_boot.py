"""The way of every boot: what is taken without click means the same as with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.start import plain


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("run", {"data": None}),
        ("run --windowed", {"data": None, "windowed": True}),
        ("run --size 540x960 --data d --until-painted", {"data": Path("d"), "size": "540x960", "until_painted": True}),
        ("run --size", None),
        ("run --size --windowed", None),
        ("run --help", None),
        ("run --no-such", None),
        ("--debug run", None),
        ("demo", None),
        ("", None),
    ],
)
def test_what_is_taken_without_click(line: str, asked: dict[str, Any] | None) -> None:
    assert plain(line.split()) == asked


def test_a_boot_does_not_load_click(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom kiosk.cli import main\n"
        "try:\n    main(['run', '--data', sys.argv[1], '--size', 'wide'])\nexcept SystemExit as done:\n"
        "    assert done.code == 78, done.code\nassert 'click' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
