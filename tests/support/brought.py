"""Data folders of a kiosk with one room of the sample content on it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk.samples import Samples, bring, build_packs, content_folder, publish_packs


def brought(room: str, change: Callable[[Path], None] = lambda pack: None) -> Path:
    """A data folder that lasts as long as the tests.

    Args:
        room: folder of the sample content (`surveys`).
        change: may change or add to the copy of it before it is built.
    """
    place = Path(tempfile.mkdtemp(prefix=f"kiosk-{room}-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    pack = place / "content" / room
    shutil.copytree(content_folder() / room, pack)
    change(pack)
    samples = Samples(place / "content", place)
    publish_packs(samples, build_packs(samples, lambda _: None), lambda _: None)
    assert bring(samples).problem is None
    return samples.data


def forget_records(data: Path) -> None:
    """As if nobody had been here yet: the book, its copies and what it remembers beside itself."""
    for file in data.glob("records*"):
        file.unlink()
