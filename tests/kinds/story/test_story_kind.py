"""A story as a kind: its example, its estimate of time, its words for search."""

from __future__ import annotations

import copy
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

import kiosk.kinds.story as story_kind
from kiosk.authoring.check import check
from kiosk.core.blocks import Paragraph
from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.kinds import discover
from kiosk.kinds.story import KIND, Story
from kiosk.kinds.story.model import Cue, Honour, Narration, Person, seconds, text

EXAMPLE = Path(story_kind.__file__).parent / "example"


def test_the_example_is_a_story_without_mistakes(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: demo\ntitle: 示例\nversion: 1\nlanguages: [zh, en]\n", encoding="utf-8")
    shutil.copytree(EXAMPLE, tmp_path / "example")
    checked = check(tmp_path, {"story": KIND}, cache=tmp_path / "cache")
    assert {f.code for f in checked.findings} == {"no-narration"}
    assert [document.lang for document in checked.items] == ["zh", "en"]
    for document in checked.items:
        told = decode(Story, document.content)
        assert encode(told) == document.content
        assert told.person is not None


def test_the_kind_is_found_without_importing_qt() -> None:
    assert discover()["story"] is KIND
    code = "import sys; from kiosk.kinds import discover; discover(); assert not [m for m in sys.modules if 'PySide6' in m]"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_time_is_that_of_the_narration_or_an_estimate() -> None:
    told = Story(blocks=(Paragraph("字" * 420, "字" * 420),))
    assert seconds(told) == 100
    assert seconds(Story(blocks=(Paragraph("a", "one two " * 140),))) == 100
    narration = Narration("items/a/narration.m4a", "recorded", 61_400, (Cue(0, 900),))
    assert seconds(Story(blocks=told.blocks, narration=narration)) == 61


def test_search_finds_the_person_and_the_text() -> None:
    person = Person("王进喜", "1923–1970", "甘肃玉门", "钻井工人", (Honour("全国先进生产者", "1959"),))
    words = text(Story(person=person, blocks=(Paragraph("打井", "打井"),)))
    assert words == "王进喜\n甘肃玉门\n钻井工人\n全国先进生产者\n打井"


BROKEN = {
    "no object": [],
    "blocks are text": {"blocks": "x"},
    "unknown block": {"blocks": [{"type": "hologram"}]},
    "sentence without end": {"blocks": [{"type": "paragraph", "html": "a", "text": "a", "sentences": [{"start": 0}]}]},
    "person without name": {"person": {}},
    "cue in words": {
        "narration": {"audio": "a", "engine": "b", "duration_ms": 1, "cues": [{"start_ms": "0", "end_ms": 1}]}
    },
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_document_is_a_content_error(content: object) -> None:
    with pytest.raises(ContentError):
        decode(Story, content)


JUNK: tuple[Any, ...] = (None, True, -1, 10**20, 0.5, "", "\ud7ff", [], [[]], {}, {"type": "heading"}, [{"type": []}])


def test_a_tampered_document_is_a_story_or_a_content_error(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: demo\ntitle: 示例\nversion: 1\n", encoding="utf-8")
    shutil.copytree(EXAMPLE, tmp_path / "example")
    whole = check(tmp_path, {"story": KIND}, cache=tmp_path / "cache").items[0].content
    random = Random(7)
    refused = 0
    for _ in range(1000):
        broken = copy.deepcopy(whole)
        _spoil(broken, random)
        try:
            told = decode(Story, broken)
        except ContentError:
            refused += 1
            continue
        assert isinstance(text(told), str)
        assert seconds(told) >= 0
    assert 300 < refused < 1000


def _spoil(node: Any, random: Random) -> None:
    """Put junk, or nothing, somewhere into a document."""
    while True:
        key = random.choice(list(node)) if isinstance(node, dict) else random.randrange(len(node))
        if isinstance(node[key], dict | list) and node[key] and random.random() < 0.8:
            node = node[key]
            continue
        if random.random() < 0.2:
            del node[key]
        else:
            node[key] = random.choice(JUNK)
        return
