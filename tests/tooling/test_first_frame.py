"""The first frame does without what costs hundreds of milliseconds to import."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LATER = (
    "PySide6.QtMultimedia",
    "PySide6.QtWidgets",
    "sqlalchemy",
    "qtawesome",
    "markdown",
    "tuf",
    "PIL",
    "pypinyin",
    "yaml",
)

SHOW = """
import json, sys
from pathlib import Path
from kiosk.app import App, Options
from kiosk.settings import Settings
app = App(Settings(Path(sys.argv[1])), Options(size=(540, 960), watch=False))
window = app.show()
seen = None
def first():
    global seen
    if seen is None:
        seen = sorted(sys.modules)
        app.qt.exit()
window.frameSwapped.connect(first)
app.qt.exec()
app.close()
print(json.dumps(seen))
"""

PACK = """
import json, sys
import kiosk.authoring.check, kiosk.authoring.build, kiosk.packs.sync, kiosk.packs.publisher.publish, kiosk.catalog.build
import kiosk.samples, kiosk.library, kiosk.settings
from kiosk.kinds import discover
discover()
print(json.dumps(sorted(sys.modules)))
"""


def modules(program: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def first_frame(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return modules(SHOW, str(tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize("name", LATER)
def test_the_first_frame_is_up_before(name: str, first_frame: list[str]) -> None:
    assert "PySide6.QtQuick" in first_frame
    assert [m for m in first_frame if m == name or m.startswith(f"{name}.")] == []


def test_the_library_half_runs_without_qt() -> None:
    assert [m for m in modules(PACK) if m.startswith("PySide6")] == []
