"""Live packs become items, rooms and a home snapshot; one bad document costs that document and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.catalogs import Shelf, document, put_item

from kiosk.catalog.snapshot import SNAPSHOT_FORMAT, HomeSnapshot, SnapshotFile
from kiosk.core.errors import StorageError

SAID = pytest.mark.expect_log("kiosk.catalog.build: mw/wang")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def conditions(shelf: Shelf, lang: Any = "zh") -> dict[str, str]:
    return {c.uid: c.condition for c in shelf.catalog().cards(lang)}


def test_an_item_comes_out_as_it_went_in(shelf: Shelf) -> None:
    pack = shelf.pack("mw", {"oil": {"zh": "石油", "en": "Oil"}})
    put_item(
        pack, cover=True, name="王进喜", subtitle="钻井队长", era="founding", trade="oil", seconds=170, listen=True
    )
    pack.put("items/wang/narration.m4a", b"sound")
    pack.put("items/other/film.mp4", b"another item's")
    shelf.build()
    catalog = shelf.catalog()
    (card,) = catalog.cards("zh")
    assert (card.uid, card.kind, card.condition, card.name, card.era, card.trade) == (
        "mw/wang",
        "story",
        "ok",
        "王进喜",
        "founding",
        "oil",
    )
    assert (card.title, card.subtitle, card.seconds, card.listen) == ("铁人王进喜", "钻井队长", 170, True)
    assert Path(card.square).read_bytes() == b"items/wang/square.jpg"
    assert Path(card.thumb).read_bytes() == b"items/wang/thumb.jpg"
    opened = catalog.open("mw/wang", "zh")
    assert opened is not None
    assert opened.document.header.title == "铁人王进喜"
    assert sorted(opened.media) == [
        f"items/wang/{n}" for n in ("narration.m4a", "poster.jpg", "square.jpg", "thumb.jpg")
    ]
    assert (catalog.trades("zh"), catalog.trades("en")) == ({"oil": "石油"}, {"oil": "Oil"})
    assert catalog.open("mw/nobody", "zh") is None


def test_an_untranslated_item_is_listed_for_readers_of_the_other_language_too(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    put_item(pack, "wang")
    put_item(pack, "wang", "en")
    put_item(pack, "xu", title="许振超")
    put_item(pack, "li", "en", title="Li")
    shelf.build()
    assert {c.uid: c.title for c in shelf.catalog().cards("en")} == {
        "mw/wang": "Iron Man Wang",
        "mw/xu": "许振超",
        "mw/li": "Li",
    }
    assert {c.uid: c.title for c in shelf.catalog().cards("zh")} == {
        "mw/wang": "铁人王进喜",
        "mw/xu": "许振超",
        "mw/li": "Li",
    }
    opened = shelf.catalog().open("mw/xu", "en")
    assert opened is not None and opened.document.lang == "zh"


@pytest.mark.parametrize(
    ("changes", "condition"),
    [
        pytest.param({}, "ok", id="as it should be"),
        pytest.param({"and": "more"}, "ok", id="a field of a newer minor format"),
        pytest.param({"format": 99}, "newer", id="a newer envelope"),
        pytest.param(
            {"format": 99, "sources": "elsewhere"}, "newer", marks=SAID, id="a newer envelope of another shape"
        ),
        pytest.param({"kind_format": 99}, "newer", id="a newer format of the kind"),
        pytest.param({"kind": "riddle-of-2030"}, "newer", id="a kind this kiosk does not know"),
        pytest.param({"content": {"blocks": 5}}, "broken", marks=SAID, id="content of the wrong type"),
        pytest.param(
            {"content": {"blocks": [{"type": "paragraph"}]}}, "broken", marks=SAID, id="a paragraph without words"
        ),
        pytest.param({"content": 7}, "broken", marks=SAID, id="no content"),
        pytest.param({"sources": 7}, "broken", marks=SAID, id="a wrong envelope"),
        pytest.param({"kind_format": 10**400}, "broken", marks=SAID, id="a number beyond all bounds"),
    ],
)
def test_what_becomes_of_a_document(shelf: Shelf, changes: dict[str, Any], condition: str) -> None:
    pack = shelf.pack("mw")
    pack.put_json("items/wang/item.zh.json", {**document(), **changes})
    put_item(pack, "good", title="好")
    shelf.build()
    assert conditions(shelf) == {"mw/wang": condition, "mw/good": "ok"}
    opened = shelf.catalog().open("mw/wang", "zh")
    assert opened is not None and opened.condition == condition
    assert opened.document.header.title == "铁人王进喜"


@SAID
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="half"),
        pytest.param(b"\xff\xfe\x00", id="not text"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b'{"header": {}}', id="a header without a title"),
        pytest.param(b'{"format": {}}', id="a format that is no number"),
        pytest.param(b'{"format": 1e999}', id="a format without end"),
        pytest.param(b"[" * 100_000, id="a hundred thousand brackets"),
        pytest.param(json.dumps(document(title="\ud83d")).encode(), id="half a character in the title"),
        pytest.param(
            json.dumps({**document(), "content": {"blocks": [], "x": ["\udfff"]}}).encode(), id="half a character, deep"
        ),
        pytest.param(
            json.dumps({**document(), "header": {"title": "t", "display": "t", "order": 10**30}}).encode(),
            id="a huge number",
        ),
    ],
)
def test_a_document_nobody_can_read_is_left_out_and_the_others_stay(shelf: Shelf, body: bytes) -> None:
    pack = shelf.pack("mw")
    pack.put("items/wang/item.zh.json", body)
    put_item(pack, "good", title="好")
    shelf.build()
    assert conditions(shelf) == {"mw/good": "ok"}


@pytest.mark.expect_log("pack bad has no readable pack.json")
@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"trades": 5}', b'{"trades": {"oil": 1}}', b'{"trades": {"a": {"zh": "\\ud800"}}}']
)
def test_a_pack_without_a_readable_head_is_left_out(shelf: Shelf, body: bytes) -> None:
    bad = shelf.pack("bad")
    put_item(bad, "wang")
    bad.put("pack.json", body)
    put_item(shelf.pack("mw"), "good", title="好")
    shelf.build()
    assert conditions(shelf) == {"mw/good": "ok"}


@SAID
def test_a_lost_file_costs_only_its_item(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    put_item(pack, "wang")
    put_item(pack, "good", title="好")
    (pack.blobs / pack.files["items/wang/item.zh.json"].sha256).unlink()
    shelf.build()
    assert conditions(shelf) == {"mw/good": "ok"}


@pytest.mark.expect_log("mw/wang is published twice")
def test_the_first_of_two_publishers_keeps_an_item_in_all_languages(shelf: Shelf) -> None:
    put_item(shelf.pack("mw"), title="真")
    impostor = shelf.pack("mw")
    put_item(impostor, title="假")
    put_item(impostor, lang="en", title="false")
    put_item(impostor, "own", title="另一件")
    snapshot = shelf.build()
    assert {c.uid: c.title for c in shelf.catalog().cards("zh")} == {"mw/wang": "真", "mw/own": "另一件"}
    assert {c.uid: c.title for c in shelf.catalog().cards("en")} == {"mw/wang": "真", "mw/own": "另一件"}
    assert snapshot.rooms[0].count == 2


def test_the_snapshot_counts_what_home_shows(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    put_item(pack, "a", cover=True, line="一句话", era="reform", seconds=170, name="甲")
    put_item(pack, "a", "en", cover=True, line="one line", era="reform", seconds=170)
    put_item(pack, "b", cover=True, line="", era="reform", seconds=181)
    put_item(pack, "c", line="没有海报", era="newera", seconds=0)
    pack.put_json("items/q/item.zh.json", document("q", kind="quiz", kind_format=99, seconds=60))
    snapshot = shelf.build()
    assert [(r.kind, r.count) for r in snapshot.rooms] == [("story", 3), ("quiz", 1)]
    assert snapshot.rooms[0].title == {"zh": "劳模故事", "en": "Model workers"}
    assert snapshot.eras == {"reform": 2, "newera": 1}
    assert snapshot.minutes == {"3": 2, "8": 3, "15": 3}
    assert {(c.uid, c.lang, c.line) for c in snapshot.cards} == {("mw/a", "zh", "一句话"), ("mw/a", "en", "one line")}
    assert SnapshotFile(shelf.folder).read() == snapshot


def test_at_most_24_posters_spread_over_all(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    for n in range(60):
        put_item(pack, f"s{n:02}", cover=True, line="一句话", order=n)
    chosen = [c.uid for c in shelf.build().cards if c.lang == "zh"]
    assert len(chosen) == 24
    assert chosen[0] == "mw/s00" and chosen[-1] > "mw/s40"


def test_lists_are_in_the_author_s_order(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    for item, head in {
        "z": {"order": 1}, "b2": {"series": "B", "episode": 2}, "b1": {"series": "B", "episode": 1}, "a": {"series": "A", "episode": 9}, "n": {},
    }.items():  # fmt: skip
        put_item(pack, item, **head)
    shelf.build()
    assert [c.uid for c in shelf.catalog().cards("zh")] == ["mw/z", "mw/n", "mw/a", "mw/b1", "mw/b2"]


def test_an_item_leads_to_its_series_and_relations(shelf: Shelf) -> None:
    pack = shelf.pack("mw")
    for n in (3, 1, 2):
        put_item(pack, f"e{n}", series="大庆", episode=n, related=("other/x", "e1", "gone"))
    put_item(shelf.pack("other"), "x", title="别处")
    shelf.build()
    opened = shelf.catalog().open("mw/e3", "zh")
    assert opened is not None
    assert [c.uid for c in opened.series] == ["mw/e1", "mw/e2", "mw/e3"]
    assert [c.uid for c in opened.related] == ["other/x", "mw/e1"]


def test_this_generation_and_the_one_before_are_kept(shelf: Shelf) -> None:
    put_item(shelf.pack("mw"))
    for _ in range(4):
        shelf.build()
    assert sorted(p.name for p in shelf.folder.iterdir()) == ["catalog-3.db", "catalog-4.db", "home.json"]
    shelf.build()
    assert sorted(p.name for p in shelf.folder.glob("*.db")) == ["catalog-4.db", "catalog-5.db"]


def test_nothing_published_is_a_catalog_too(shelf: Shelf) -> None:
    assert shelf.build() == HomeSnapshot(SNAPSHOT_FORMAT, 1, "catalog-1.db", minutes={"3": 0, "8": 0, "15": 0})
    assert shelf.catalog().cards("zh") == ()


@pytest.mark.parametrize("body", [None, b"", b"{", b"[]", b'{"rooms": 5}', b"\xff"])
def test_a_snapshot_that_cannot_be_read_is_an_empty_one(tmp_path: Path, body: bytes | None) -> None:
    file = SnapshotFile(tmp_path)
    assert file.stamp() == (0, 0)
    if body is not None:
        (tmp_path / "home.json").write_bytes(body)
        assert file.stamp() != (0, 0)
    assert file.read() == HomeSnapshot()


def test_the_stamp_changes_with_every_snapshot(tmp_path: Path) -> None:
    file = SnapshotFile(tmp_path)
    stamps = set()
    for generation in range(3):
        file.write(HomeSnapshot(generation=generation))
        stamps.add(file.stamp())
    assert len(stamps) == 3
    assert [p.name for p in tmp_path.iterdir()] == ["home.json"]


@pytest.mark.parametrize("damage", ["missing", "noise"])
def test_a_catalog_that_cannot_be_read_says_so(shelf: Shelf, damage: str) -> None:
    put_item(shelf.pack("mw"))
    shelf.build()
    path = shelf.folder / "catalog-1.db"
    path.unlink() if damage == "missing" else path.write_bytes(b"noise " * 1000)
    for ask in (
        lambda c: c.cards("zh"), lambda c: c.open("mw/wang", "zh"), lambda c: c.search("铁人", "zh"), lambda c: c.trades("zh"),
    ):  # fmt: skip
        with pytest.raises(StorageError) as caught:
            ask(shelf.catalog())
        assert caught.value.code == "CATALOG"
