"""What a build writes: the same bytes for the same source, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.authoring import build as building
from kiosk.authoring.build import SourceError
from kiosk.authoring.check import check
from kiosk.core.blocks import Paragraph
from kiosk.core.codec import decode
from kiosk.core.errors import StorageError
from kiosk.core.item import ItemDocument
from kiosk.core.source import ItemSource
from kiosk.kinds import discover
from kiosk.kinds.story import Story

if TYPE_CHECKING:
    from tests.authoring.conftest import Source

COVER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1400"><rect width="1000" height="1400" fill="#B3261C"/>'
    '<circle cx="500" cy="700" r="300" fill="#F3EADA"/></svg>'
)
FRONT = "kind: story\ntitle: 一块表\nname: 单雄信\ncover: cover.svg\nalt: 圆\nsources:\n  - title: 本地档案\n"


@pytest.fixture
def rich(source: Source) -> Source:
    """A source with a cover, a picture and a translation."""
    source.story(front=FRONT, body='听了很久。\n\n![表](face.svg "一块表")\n')
    source.story(front="title: One Watch\nname: Shan\nalt: A circle\n", body="He listened.\n", lang=".en")
    source.write("stories/watch/cover.svg", COVER)
    source.write("stories/watch/face.svg", COVER)
    return source


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pack_holds_documents_pictures_and_a_list(rich: Source) -> None:
    built = rich.build()
    files = tree(built.folder)
    assert sorted(files) == [
        "items/watch/cover/poster.png",
        "items/watch/cover/square.png",
        "items/watch/cover/thumb.png",
        "items/watch/item.en.json",
        "items/watch/item.zh.json",
        "items/watch/pictures/face.png",
        "pack.json",
    ]
    assert (built.id, built.version, built.items, built.files) == ("demo", 1, ("watch",), 7)
    assert built.size == sum(map(len, files.values()))
    assert json.loads(files["pack.json"]) == {
        "format": 1,
        "id": "demo",
        "version": 1,
        "title": {"zh": "示例", "en": "Demo"},
        "languages": ["zh", "en"],
        "trades": {"oil": {"zh": "石油", "en": "Oil"}},
        "items": [{"id": "watch", "kind": "story", "langs": ["zh", "en"]}],
    }


def test_documents_are_decoded_by_the_kiosk(rich: Source) -> None:
    folder = rich.build().folder
    for lang, title, name in (("zh", "一块表", "单雄信"), ("en", "One Watch", "Shan")):
        document = decode(ItemDocument, json.loads((folder / f"items/watch/item.{lang}.json").read_text("utf-8")))
        story: object = decode(discover()[document.kind].content, document.content)
        assert isinstance(story, Story)
        assert (document.header.title, document.header.name, document.lang) == (title, name, lang)
        assert (document.header.pinyin, document.header.initials) == ("shanxiongxin yikuaibiao", "sxx ykb")
        assert document.header.cover is not None
        assert (folder / document.header.cover.poster).is_file()
        assert document.header.seconds > 0
        assert document.sources[0].title == "本地档案"


def test_two_builds_are_byte_for_byte_the_same(rich: Source) -> None:
    first = tree(rich.build().folder)
    rich.cache = rich.cache.with_name("other-cache")
    assert tree(rich.build().folder) == first


def test_a_new_build_replaces_the_old_and_leaves_nothing_beside_it(rich: Source) -> None:
    rich.build()
    (rich.folder / "stories/watch/index.en.md").unlink()
    built = rich.build()
    assert "items/watch/item.en.json" not in tree(built.folder)
    assert [path.name for path in rich.out.iterdir()] == ["demo"]


def test_a_mistake_leaves_the_old_build_alone(rich: Source) -> None:
    before = tree(rich.build().folder)
    rich.story(body="<b>\n")
    with pytest.raises(SourceError):
        rich.build()
    assert tree(rich.out / "demo") == before


def test_a_full_disk_leaves_the_old_build_alone(rich: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(rich.build().folder)

    def full(_file: Path, _value: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "_write_json", full)
    with pytest.raises(StorageError, match="No space left"):
        rich.build()
    assert tree(rich.out / "demo") == before
    assert [path.name for path in rich.out.iterdir()] == ["demo"]


def test_words_are_translated_and_the_rest_is_inherited(source: Source) -> None:
    person = (
        "person:\n  name: 王\n  years: 1923–1970\n  honours: [{name: 奖, year: '1959'}, {name: 章, year: '1960'}]\n"
    )
    source.story(front=FRONT.replace("cover: cover.svg\n", "") + person + "order: 7\nera: founding\n")
    source.story(
        front="title: One Watch\nname: W\nera: reform\norder: 9\nperson:\n  name: Wang\n  honours: [{name: Prize}, {name: Medal}]\n",
        body="",
        lang=".en",
    )
    checked = source.check()
    assert checked.findings.errors == []
    english = next(document for document in checked.items if document.lang == "en")
    story = decode(Story, english.content)
    assert story.person is not None
    assert (story.person.name, story.person.years) == ("Wang", "1923–1970")
    assert [(honour.name, honour.year) for honour in story.person.honours] == [("Prize", "1959"), ("Medal", "1960")]
    assert (english.header.order, english.header.era) == (7, "founding")
    assert "听了很久" in english.text  # an English file without a body shows the Chinese text


def test_a_mistake_in_an_inherited_field_is_said_once(source: Source) -> None:
    source.story(front=FRONT + "colour: red\n")
    source.story(front="title: One Watch\nname: Shan\nsize: 3\n", body="He listened.\n", lang=".en")
    found = source.codes("error")
    assert found == [
        ("stories/watch/index.en.md", "4", "unknown-field"),
        ("stories/watch/index.md", "5", "missing-file"),
        ("stories/watch/index.md", "9", "unknown-field"),
    ]


def test_a_pack_in_chinese_only_leaves_translations_out(source: Source) -> None:
    source.write("pack.yaml", "id: demo\ntitle: 示例\nversion: 1\nlanguages: [zh]\n")
    source.story(front="title: One Watch\n", lang=".en")
    assert [document.lang for document in source.check().items] == ["zh"]


def _parse(item: ItemSource) -> Story:
    assert [item.fields.text(key) for key in ("media", "series", "episode")] == ["a.mp4", "时代先锋", "3"]
    return Story(blocks=(Paragraph("a", "a"),))


def test_series_and_episode_come_from_the_front_matter(source: Source) -> None:
    front = "kind: segment\ntitle: 一钩准\nseries: 时代先锋\nepisode: 3\nmedia: a.mp4\nsources: [{title: 甲}]\n"
    kind = discover()["segment"]
    filmed = replace(kind, parse=_parse, text=lambda _: "", seconds=lambda _: 1)
    source.write("segments/hook/index.md", f"---\n{front}---\n简介。\n")
    checked = check(source.folder, {**discover(), "segment": filmed}, cache=source.cache)
    header = next(document.header for document in checked.items if document.id == "hook")
    assert checked.findings.errors == []
    assert (header.series, header.episode) == ("时代先锋", 3)


def test_links_reach_items_of_this_pack_and_of_others(source: Source) -> None:
    front = FRONT.replace("cover: cover.svg\n", "") + "quiz: quizzes/history\nrelated: [watch, other-pack/item]\n"
    source.story(front=front, body="::: segment films/hook\n:::\n\n好。\n")
    assert source.codes("error") == []
