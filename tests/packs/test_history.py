"""What the sync screen tells of the past, read from a real store after real syncs."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.clock import Clock
from kiosk.core.errors import ConfigError
from kiosk.packs.history import ROWS, Change, Overview, read_overview, revert
from kiosk.packs.store import Store
from packs.world import PUBLISHER, World


def overview(world: World, clock: Clock | None = None) -> Overview:
    return read_overview(world.store.root, clock)


def test_nothing_yet(tmp_path: Path) -> None:
    found = read_overview(tmp_path / "store")
    assert (found.live, found.runs, dict(found.latest)) == ((), (), {})


def test_live_since_when_from_whom_and_what_was_before(world: World) -> None:
    world.publish("may-day", 1, {"a": b"x" * 1000, "b": b"x" * 1000})
    world.sync()
    world.publish("may-day", 2, {"a": b"y" * 5000})
    before = datetime.now(UTC).replace(microsecond=0)
    world.sync()
    (line,) = overview(world).live
    assert (line.publisher, line.pack, line.version, line.previous, line.pinned) == (PUBLISHER, "may-day", 2, 1, False)
    assert line.title.zh == "五一"
    assert line.since is not None
    assert before <= line.since <= datetime.now(UTC)
    assert 5000 < line.size < 5200
    revert(world.store.root, PUBLISHER, "may-day")
    (line,) = overview(world).live
    assert (line.version, line.previous, line.pinned) == (1, 2, True)
    assert 1000 < line.size < 1200  # two names, one blob


def test_nothing_to_revert_is_said(world: World) -> None:
    world.publish("may-day", 1)
    world.sync()
    with pytest.raises(ConfigError, match="NOTHING_TO_REVERT"):
        revert(world.store.root, PUBLISHER, "may-day")


def test_a_run_tells_what_changed_and_how_much_came(world: World) -> None:
    world.publish("may-day", 1, {"a": b"x" * 10_000})
    report = world.sync()
    (run,) = overview(world).runs
    assert run.changed == (Change(PUBLISHER, "may-day", 1, "live"),)
    assert (run.code, run.source, run.copied, run.times, run.troubles) == (
        "ok",
        str(world.repo),
        report.copied_bytes,
        1,
        (),
    )


def test_quiet_rounds_are_one_line(world: World) -> None:
    world.publish("may-day", 1)
    for _ in range(5):
        world.sync()
    runs = overview(world).runs
    assert [(len(r.changed), r.times) for r in runs] == [(0, 4), (1, 1)]


def test_a_weekend_without_the_share_is_one_line_too(world: World, tmp_path: Path) -> None:
    world.publish("may-day", 1)
    world.sync()
    for _ in range(4):
        world.sync(tmp_path / "gone")
    world.sync()
    runs = overview(world).runs
    assert [(r.code, r.times) for r in runs] == [("ok", 1), ("MEDIUM_REMOVED", 4), ("ok", 1)]
    trouble = runs[1].troubles[0]
    assert (trouble.publisher, trouble.code) == ("", "MEDIUM_REMOVED")
    assert trouble.message.zh
    assert trouble.hint.zh
    assert trouble.hint.en


def test_another_error_is_another_line(world: World) -> None:
    world.publish("may-day", 1)
    shutil.rmtree(world.repo / "blobs")
    world.sync()
    world.sync()
    world.publish("heroes", 1)
    shutil.rmtree(world.repo / "blobs")
    world.sync()
    assert [(r.times, len(r.troubles)) for r in overview(world).runs] == [(1, 2), (2, 1)]


def test_the_last_result_of_each_source(world: World, tmp_path: Path) -> None:
    world.publish("may-day", 1)
    world.sync()
    world.sync(tmp_path / "gone")
    latest = overview(world).latest
    assert latest[str(world.repo)].code == "ok"
    assert latest[str(tmp_path / "gone")].code == "MEDIUM_REMOVED"


def test_the_last_fifty(world: World) -> None:
    for version in range(1, ROWS + 4):
        world.publish("may-day", version)
        world.sync()
    runs = overview(world).runs
    assert len(runs) == ROWS
    assert runs[0].changed[0].version == ROWS + 3
    assert [r.at for r in runs] == sorted((r.at for r in runs), reverse=True)


class Stopped(Clock):
    def now(self) -> datetime:
        return datetime(1970, 1, 2, tzinfo=UTC)


def test_case_19_a_wrong_clock_is_said_and_content_is_there(world: World) -> None:
    world.publish("may-day", 1)
    assert world.sync(clock=Stopped()).changed
    found = overview(world, Stopped())
    assert found.clock is not None
    assert found.clock.code == "CLOCK"
    assert [line.pack for line in found.live] == ["may-day"]
    assert overview(world).clock is None


OLD = """
DROP TABLE "grant"; DROP TABLE scrub;
ALTER TABLE manifest ADD COLUMN body BLOB NOT NULL DEFAULT x'';
UPDATE manifest SET body = (SELECT body FROM manifest_body b WHERE b.sha256 = manifest.sha256);
DROP TABLE manifest_body;
ALTER TABLE live DROP COLUMN since;
ALTER TABLE sync_run DROP COLUMN copied_bytes;
ALTER TABLE sync_run DROP COLUMN changed;
ALTER TABLE sync_run DROP COLUMN times;
ALTER TABLE sync_error DROP COLUMN hint_zh;
ALTER TABLE sync_error DROP COLUMN hint_en;
PRAGMA user_version=1;
"""


def test_a_store_of_the_version_before(world: World, tmp_path: Path) -> None:
    world.publish("may-day", 1)
    world.sync()
    world.sync(tmp_path / "gone")
    world.store.close()
    with closing(sqlite3.connect(world.store.db.path)) as connection:
        connection.executescript(OLD)
    world.store = Store(world.store.root)
    found = overview(world)
    assert [(line.pack, line.since) for line in found.live] == [("may-day", None)]
    assert [r.code for r in found.runs] == ["MEDIUM_REMOVED", "ok"]
    assert found.runs[0].troubles[0].hint.zh == ""
    world.publish("may-day", 2)
    assert world.sync().changed
    assert overview(world).live[0].since is not None
