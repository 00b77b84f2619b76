"""An author at work: a pack of one item in a folder, and what the checker tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from kiosk.authoring.check import Checked, check
from kiosk.core.codec import decode
from kiosk.kinds import discover

T = TypeVar("T")
PACK = "id: demo\ntitle: {zh: 示例, en: Demo}\nversion: 1\nlanguages: [zh, en]\n"


def checked_item(place: Path, name: str, files: Mapping[str, str | bytes | None]) -> Checked:
    """What the checker says of a pack with one item.

    Args:
        place: the pack's folder; what is there already stays.
        name: of the item's folder.
        files: by their names; None is not written.
    """
    item = place / name
    item.mkdir(exist_ok=True)
    (place / "pack.yaml").write_text(PACK, "utf-8")
    for file, words in files.items():
        if words is not None:
            (item / file).write_bytes(words if isinstance(words, bytes) else words.encode())
    return check(place, discover(), cache=place / ".cache")


def told(found: Checked) -> list[tuple[str, str, str]]:
    """Code, file and place of every mistake."""
    return [(f.code, f.file.split("/")[-1], f.place) for f in found.findings.errors]


def content(kind: type[T], found: Checked, lang: str = "zh") -> T:
    """The item of a language, as the kiosk will read it."""
    return decode(kind, next(d for d in found.items if d.lang == lang).content)
