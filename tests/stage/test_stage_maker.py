"""The audience's window is made while Qt's compiler warns in another thread, and Python hears it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import kiosk

HERE = Path(__file__).parent
PACKAGE = Path(kiosk.__file__).parent


def test_a_warning_of_the_compiler_does_not_stop_the_stage(tmp_path: Path) -> None:
    env = os.environ | {"QML_DISABLE_DISK_CACHE": "1", "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(
        [sys.executable, str(HERE / "slow_compiler.py"), str(tmp_path)],
        env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert any(line.startswith("other ") and "visible" in line for line in lines), lines  # else this proves nothing
    assert any(line.startswith("made ") for line in lines)


def test_nothing_else_is_made_from_python() -> None:
    """What holds the interpreter's lock while QML is loaded: see `kiosk.stage.maker`."""
    making = re.compile(r"\.(createWithInitialProperties|beginCreate)\(|[Cc]omponent\.create\(")
    found = [p.name for p in PACKAGE.rglob("*.py") if making.search(p.read_text("utf-8"))]
    assert found == ["maker.py"]
