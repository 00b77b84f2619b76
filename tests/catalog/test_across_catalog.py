"""Playlists, days, people and hand-off addresses in the catalog and in the home snapshot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.catalogs import Shelf, put_item

from kiosk.catalog.snapshot import SNAPSHOT_FORMAT, SnapshotFile
from kiosk.core.people import Honour
from kiosk.library import _current

SAID = pytest.mark.expect_log("kiosk.catalog.across: mw")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def pack(shelf: Shelf, **head: Any) -> Any:
    made = shelf.pack("mw")
    made.put_json("pack.json", {"id": "mw", "version": 1, "trades": {}, **head})
    return made


def playlist(key: str = "p", **more: Any) -> dict[str, Any]:
    return {"id": key, "title": {"zh": "单"}, "items": ["wang", "xu"], **more}


def day(when: str, item: str = "wang") -> dict[str, Any]:
    return {"date": when, "text": {"zh": "生"}, "item": item, "source": "书"}


def test_a_playlist_keeps_what_is_there_in_its_order(shelf: Shelf) -> None:
    made = pack(shelf, playlists=[playlist(items=["xu", "gone", "other/li", "wang"]), playlist("q", items=["gone"])])
    put_item(made, "wang", cover=True, seconds=100)
    put_item(made, "xu", title="许振超", seconds=20)
    put_item(shelf.pack("other"), "li", title="李", seconds=3)
    home = shelf.build()
    assert home.format == SNAPSHOT_FORMAT
    (listed,) = home.playlists
    assert (listed.list.id, listed.list.items, listed.count, listed.seconds) == ("mw/p", (), 3, {"zh": 123, "en": 123})
    assert Path(listed.picture).read_bytes() == b"items/wang/square.jpg"
    catalog = shelf.catalog()
    found = catalog.playlist("mw/p", "en")
    assert found is not None and [c.uid for c in found[1]] == ["mw/xu", "other/li", "mw/wang"]
    assert [p.id for p in catalog.playlists()] == ["mw/p"]
    assert catalog.playlist("mw/q", "zh") is None
    assert SnapshotFile(shelf.folder).read() == home


def test_days_of_what_is_there(shelf: Shelf) -> None:
    made = pack(shelf, days=[day("1923-10-08"), day("10-08"), day("1999-10-08"), day("05-01", "gone"), day("99-99")])
    put_item(made, "wang")
    assert [(d.day.date, d.day.item) for d in shelf.build().days] == [("1923-10-08", "mw/wang"), ("10-08", "mw/wang")]


@pytest.mark.parametrize(
    "head",
    [
        {"playlists": "all", "days": 7, "handoff": ["x"]},
        pytest.param({"playlists": [None, {"id": "p"}, playlist(title="one"), playlist(begins="31-31")]}, marks=SAID),
        pytest.param({"days": [{}, day("2027-02-30"), {"date": 5}]}, marks=SAID),
        {"handoff": "javascript:alert(1)"},
        {"handoff": "https://" + "x" * 500},
    ],
)
def test_a_hostile_pack_costs_only_what_is_wrong(shelf: Shelf, head: dict[str, Any]) -> None:
    put_item(pack(shelf, **head), "wang")
    home = shelf.build()
    assert (home.playlists, home.days) == ((), ())
    opened = shelf.catalog().open("mw/wang", "zh")
    assert opened is not None and opened.handoff == ""


def test_the_address_names_the_item(shelf: Shelf) -> None:
    put_item(pack(shelf, handoff="https://x.org/{item}?a=1"), "wang")
    shelf.build()
    opened = shelf.catalog().open("mw/wang", "zh")
    assert opened is not None and opened.handoff == "https://x.org/wang?a=1"


def test_people_and_their_honours_in_both_languages(shelf: Shelf) -> None:
    made = pack(shelf)
    person = {"name": "王进喜", "honours": [{"name": "全国先进生产者", "year": "1959"}]}
    put_item(made, "wang", content={"person": person, "blocks": []})
    english = {"name": "Wang Jinxi", "honours": [{"name": "National Advanced Producer", "year": "1959"}]}
    put_item(made, "wang", "en", content={"person": english, "blocks": []})
    put_item(made, "nobody", title="没有人")
    shelf.build()
    (found,) = shelf.catalog().people("zh")
    assert (found.card.uid, found.facts.name) == ("mw/wang", "王进喜")
    assert found.facts.honours == (Honour("全国先进生产者", "1959"),)
    assert [p.facts.name for p in shelf.catalog().people("en")] == ["Wang Jinxi"]


def test_akin_comes_with_the_item(shelf: Shelf) -> None:
    made = pack(shelf)
    put_item(made, "wang", keywords=("井架",))
    put_item(made, "xu", title="许", keywords=("井架",))
    shelf.build()
    opened = shelf.catalog().open("mw/wang", "en")
    assert opened is not None and [(a.card.uid, a.reason, a.note) for a in opened.akin] == [("mw/xu", "topic", "井架")]


def test_a_snapshot_of_an_older_program_is_written_again(shelf: Shelf) -> None:
    put_item(pack(shelf), "wang")
    home = shelf.build()
    assert _current(home, 1)
    file = shelf.folder / "home.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), "format": 1}), "utf-8")
    assert not _current(SnapshotFile(shelf.folder).read(), 1)
