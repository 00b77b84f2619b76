"""What a stick carries, seen without taking anything: states, words, sizes, and that a look leaves no trace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import BusyError
from kiosk.packs.look import look
from kiosk.packs.medium import MediumReport, PackLine
from kiosk.packs.publisher import publish
from kiosk.packs.publisher.grants import grant, revoke
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.source import FolderSource, Stream
from packs.world import PUBLISHER, World, build_pack

FILM = bytes(range(256)) * 4000


class Witness(FolderSource):
    """A folder that remembers what was opened."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        self.opened: list[str] = []

    def open(self, path: str) -> Stream:
        self.opened.append(path)
        return super().open(path)


def seen(world: World, medium: Path | None = None, **how: Any) -> MediumReport:
    return look(world.store, FolderSource(medium or world.repo), **how)


def rows(report: MediumReport) -> dict[str, PackLine]:
    return {p.pack: p for p in report.packs}


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def dump(world: World) -> list[str]:
    import sqlite3

    with sqlite3.connect(world.store.db.path) as connection:
        return list(connection.iterdump())


def test_new_newer_and_same(world: World) -> None:
    world.publish("may-day", 1)
    world.publish("heroes", 3)
    world.sync()
    world.publish("may-day", 2, {"film.mp4": FILM}, title={"zh": "五一节", "en": "Labour Day"})
    world.publish("laws", 1)
    found = rows(seen(world))
    assert {n: (p.state, p.live, p.version, p.wanted) for n, p in found.items()} == {
        "heroes": ("same", 3, 3, False),
        "laws": ("new", 0, 1, True),
        "may-day": ("newer", 1, 2, True),
    }
    assert (found["may-day"].title.zh, found["may-day"].title.en) == ("五一节", "Labour Day")
    assert found["may-day"].missing == found["may-day"].size > len(FILM)


def test_what_is_here_or_staged_does_not_count(world: World) -> None:
    world.publish("may-day", 1, {"film.mp4": FILM, "a": b"one"})
    world.sync()
    world.publish("may-day", 2, {"film.mp4": FILM, "song.mp3": FILM[::-1]})
    report = seen(world)
    assert report.size > 2 * len(FILM)
    rest = report.missing
    assert len(FILM) < rest < len(FILM) + 500
    sha256 = world.blob(FILM[::-1]).name
    (world.store.staging / sha256).write_bytes(FILM[::-1][:100_000])
    assert seen(world).missing == rest - 100_000


def test_blobs_that_two_packs_share_count_once(world: World) -> None:
    world.publish("may-day", 1, {"film.mp4": FILM})
    world.publish("heroes", 1, {"film.mp4": FILM})
    report = seen(world)
    assert len(FILM) < report.missing < len(FILM) + 1000
    assert all(p.missing >= len(FILM) for p in report.packs)


def test_no_blob_is_opened_and_no_trace_is_left(world: World) -> None:
    world.publish("may-day", 1, {"film.mp4": FILM})
    world.sync()
    world.publish("may-day", 2, {"film.mp4": FILM[::-1]})
    medium, store, said = files_of(world.repo), files_of(world.store.staging), dump(world)
    source = Witness(world.repo)
    assert look(world.store, source).wanted == 1
    assert source.opened
    assert not any(path.startswith("blobs/") for path in source.opened)
    assert (files_of(world.repo), files_of(world.store.staging), dump(world)) == (medium, store, said)
    assert list(world.store.staging.iterdir()) == []
    assert world.live() == {"may-day": 1}


def test_case_04_an_older_medium_says_both_versions(world: World) -> None:
    world.publish("may-day", 1)
    old = world.snapshot("old")
    world.sync(old)
    world.publish("may-day", 2)
    world.sync()
    report = seen(world, old)
    assert [(p.publisher, p.state) for p in report.publishers] == [(PUBLISHER, "refused")]
    assert report.publishers[0].error is not None
    assert report.publishers[0].error.code == "OLDER_THAN_KIOSK"
    assert report.wanted == 0


def test_case_17_withdrawn_is_told_and_not_carried_is_no_harm(world: World) -> None:
    world.publish("may-day", 1)
    world.publish("heroes", 1)
    world.sync()
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    world.publish("heroes", 2)
    for manifest in (world.repo / "publishers" / PUBLISHER / "targets" / "packs").glob("*.heroes.json"):
        manifest.unlink()
    found = rows(seen(world))
    assert (found["may-day"].state, found["may-day"].live, found["may-day"].title.zh) == ("withdrawn", 1, "五一")
    assert (found["heroes"].state, found["heroes"].live) == ("absent", 1)


def test_a_stranger_is_shown_by_its_id_alone(world: World) -> None:
    stranger = publish.init(world.repo, "rogue", world.base / "keys-rogue")
    assert stranger
    secret = {"zh": "不该出现", "en": "must not appear"}
    keys = open_keys(world.base / "keys-rogue", "rogue")
    publish.add(world.repo, "rogue", build_pack(world.base / "b", "evil", 1, title=secret), keys)
    world.publish("may-day", 1)
    report = seen(world)
    assert {p.publisher: p.state for p in report.publishers} == {PUBLISHER: "trusted", "rogue": "unknown"}
    said = json.dumps(report.as_json(), ensure_ascii=False)
    assert "不该出现" not in said
    assert "must not appear" not in said
    assert "evil" not in said


def test_only_strangers(world: World, tmp_path: Path) -> None:
    publish.init(tmp_path / "stick", "rogue", tmp_path / "keys")
    (tmp_path / "stick" / "UNION-PACKS.json").unlink(missing_ok=True)
    (tmp_path / "stick" / "publishers" / "..evil\n").mkdir()
    report = seen(world, tmp_path / "stick")
    assert [(p.publisher, p.state) for p in report.publishers] == [("rogue", "unknown")]
    assert report.error is not None
    assert report.error.code == "UNTRUSTED"


def test_case_01_a_stranger_under_a_known_name(world: World, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    publish.init(stick, PUBLISHER, tmp_path / "keys")
    keys = open_keys(tmp_path / "keys", PUBLISHER)
    publish.add(stick, PUBLISHER, build_pack(tmp_path / "b", "evil", 1, title={"zh": "假", "en": "fake"}), keys)
    said, report = dump(world), seen(world, stick)
    assert [(p.publisher, p.state) for p in report.publishers] == [(PUBLISHER, "refused")]
    assert report.packs == ()
    assert "fake" not in json.dumps(report.as_json())
    assert dump(world) == said


def test_a_damaged_manifest_keeps_its_words_to_itself(world: World) -> None:
    world.publish("may-day", 1, title={"zh": "原名", "en": "real"})
    (manifest,) = (world.repo / "publishers" / PUBLISHER / "targets" / "packs").glob("*.may-day.json")
    manifest.write_bytes(manifest.read_bytes().replace(b"real", b"fake"))
    row = rows(seen(world))["may-day"]
    assert (row.state, row.title.en, row.wanted) == ("damaged", "may-day", False)
    assert row.error is not None


def test_case_48_needs_a_newer_app(world: World) -> None:
    world.publish("may-day", 5, min_app="9.0")
    row = rows(seen(world, app="1.2"))["may-day"]
    assert (row.state, row.version, row.title.en) == ("needs_newer_app", 5, "May Day")
    assert row.error is not None
    assert row.error.code == "NEEDS_NEWER_APP"


def test_not_a_medium_of_ours(world: World, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    report = seen(world, tmp_path / "photos")
    assert report.error is not None
    assert report.error.code == "NOT_A_PACK_MEDIUM"
    gone = seen(world, tmp_path / "gone")
    assert gone.error is not None
    assert gone.error.code == "MEDIUM_REMOVED"


def test_room_is_told_before_anything_is_copied(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.publish("may-day", 1, {"film.mp4": FILM})
    assert seen(world).fits
    monkeypatch.setattr(type(world.store), "free_bytes", lambda _: 32 * 1024 * 1024 + 1000)
    report = seen(world)
    assert (report.fits, report.free) == (False, 1000)


def test_case_42_while_somebody_syncs(world: World) -> None:
    world.publish("may-day", 1)
    with world.store.exclusive(), pytest.raises(BusyError, match="BUSY"):
        seen(world)


def test_the_sync_that_follows_does_what_was_told(world: World) -> None:
    world.publish("may-day", 1, {"film.mp4": FILM})
    world.publish("heroes", 1)
    told = seen(world)
    done = world.sync()
    assert done.copied_bytes == told.missing
    assert {r.pack for r in done.results if r.code == "live"} == {p.pack for p in told.packs if p.wanted}
    again = seen(world)
    assert (again.wanted, again.missing) == (0, 0)


def test_json_is_plain(world: World) -> None:
    world.publish("may-day", 1)
    raw = json.loads(json.dumps(seen(world).as_json()))
    assert raw["wanted"] == 1
    assert raw["packs"][0]["title"] == {"zh": "五一", "en": "May Day"}
    assert set(raw) == {"source", "publishers", "packs", "wanted", "missing", "size", "free", "fits", "error"}


def test_case_13_a_granted_publisher_in_and_outside_its_namespace(world: World) -> None:
    world.publish("may-day", 1)
    world.sync()
    made = publish.init(world.repo, "county-a", world.base / "keys-county-a")
    grant(world.repo, PUBLISHER, made.root, world.keys, namespace="county-a")
    keys = open_keys(world.base / "keys-county-a", "county-a")
    for pack in ("county-a-news", "city-news"):
        publish.add(world.repo, "county-a", build_pack(world.base / "built", pack, 1), keys)
    said = dump(world)
    report = seen(world)
    assert {p.publisher: p.state for p in report.publishers} == {PUBLISHER: "trusted", "county-a": "trusted"}
    found = rows(report)
    assert (found["county-a-news"].state, found["county-a-news"].wanted) == ("new", True)
    assert (found["city-news"].state, found["city-news"].wanted) == ("refused", False)
    assert found["city-news"].error is not None
    assert dump(world) == said, "the grant is heard, not kept"
    assert world.sync().changed
    assert rows(seen(world))["county-a-news"].state == "same"


def test_case_15_a_grant_that_was_taken_back(world: World) -> None:
    made = publish.init(world.repo, "county-a", world.base / "keys-county-a")
    grant(world.repo, PUBLISHER, made.root, world.keys, namespace="county-a")
    keys = open_keys(world.base / "keys-county-a", "county-a")
    publish.add(world.repo, "county-a", build_pack(world.base / "built", "county-a-news", 1), keys)
    world.sync()
    revoke(world.repo, PUBLISHER, "county-a", world.keys)
    row = rows(seen(world))["county-a-news"]
    assert (row.state, row.live) == ("withdrawn", 1)
    assert world.live() == {"county-a-news": 1}
