"""A pack source in a temporary folder, edited by plain calls."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.authoring.build import BuiltPack, build
from kiosk.authoring.check import Checked, check
from kiosk.kinds import discover

PACK = "id: demo\ntitle: {zh: 示例, en: Demo}\nversion: 1\nlanguages: [zh, en]\ntrades:\n  oil: {zh: 石油, en: Oil}\n"
FRONT = "kind: story\ntitle: 一块表\nsources:\n  - title: 本地档案\n"
BODY = "他把表贴在耳朵上。听了很久。\n"


@dataclass
class Source:
    """A pack source being written, and the folders a build needs."""

    folder: Path
    out: Path
    cache: Path

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the source."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            file.write_text(content, encoding="utf-8", newline="\n")
        else:
            file.write_bytes(content)
        return file

    def story(self, item: str = "watch", front: str = FRONT, body: str = BODY, lang: str = "") -> Path:
        """Write a story; `front` without the `---` lines."""
        return self.write(f"stories/{item}/index{lang}.md", f"---\n{front}---\n{body}")

    def check(self) -> Checked:
        """Check what is written so far."""
        return check(self.folder, discover(), cache=self.cache)

    def build(self) -> BuiltPack:
        """Build what is written so far."""
        return build(self.folder, self.out, discover(), cache=self.cache)

    def codes(self, *levels: str) -> list[tuple[str, str, str]]:
        """File, place and code of every finding, without the reminder that nothing is narrated."""
        found = [
            f for f in self.check().findings if f.code != "no-narration" and f.level in (levels or ("error", "warning"))
        ]
        return [(f.file, f.place, f.code) for f in found]


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """A pack source with one good story."""
    made = Source(tmp_path / "source", tmp_path / "out", tmp_path / "cache")
    made.write("pack.yaml", PACK)
    made.story()
    return made
