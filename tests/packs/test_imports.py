"""What each side needs to be installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .world import World

_KIOSK = """
import sys
sys.modules["cryptography"] = None
from pathlib import Path
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
report = sync(Store(Path(sys.argv[1])), FolderSource(Path(sys.argv[2])))
print([r.code for r in report.results])
"""

_POLL = """
import sys
from kiosk.packs.generation import read_generation
from kiosk.settings import load
assert not {"sqlalchemy", "tuf", "cryptography", "PySide6"} & {m.partition(".")[0] for m in sys.modules}
"""


def run(code: str, *arguments: object) -> str:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_kiosk_needs_no_cryptography(world: World) -> None:
    world.publish()
    world.store.close()
    assert run(_KIOSK, world.base / "store", world.repo).strip() == "['live']"
    world.reopen()
    assert world.live() == {"may-day": 1}


def test_the_first_frame_needs_no_database() -> None:
    run(_POLL)
