"""A book that breaks under the running kiosk is mended under it; a disk that stands still fills no memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from support.house import owned_lanes

from kiosk.core.clock import Clock
from kiosk.jobs import Err, Lanes, Ok
from kiosk.records import open_book
from kiosk.records.backup import back_up
from kiosk.state import recorder
from kiosk.state.recorder import Records
from kiosk.state.visit import Visit


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    with owned_lanes() as made:
        yield made


def keep(qtbot: QtBot, records: Records, number: int) -> None:
    heard: list[Any] = []
    records.submit("vote", "may/photo", {"n": number}, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Ok), heard


@pytest.mark.expect_log("RECORDS_RECOVERED")
def test_a_vote_into_a_book_that_just_broke_is_kept(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    records = Records(path, lanes, Visit("zh", lanes), Clock(), lanes)
    for number in range(30):
        keep(qtbot, records, number)
    back_up(path)
    for number in range(30, 40):
        keep(qtbot, records, number)
    with closing(open_book(path, visiting=True)) as other:
        other.settle()
    told: list[Any] = []
    records.mended.connect(told.append)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    keep(qtbot, records, 40)
    qtbot.waitUntil(lambda: bool(told))
    lanes.close()
    records.close()
    with closing(open_book(path, visiting=True)) as book:
        found = [e for e in book.entries() if e.kind == "vote"]
    assert [e.payload["n"] for e in found][:30] == list(range(30))
    assert found[-1].payload["n"] == 40
    assert found[-1].sequence > 40, "no number names two records"


class Stuck(Executor):
    """A disk that stands still."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.jobs.append(lambda: fn(*args, **kwargs))
        return Future()


@pytest.mark.expect_log("the disk is too slow")
def test_what_waits_for_the_disk_is_bounded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "MOST_HOUSE", 3)
    monkeypatch.setattr(recorder, "MOST_WAITING", 5)
    stuck = Stuck()
    lanes = Lanes(executors={"db": stuck, "io": stuck})
    records = Records(tmp_path / "records.db", lanes, Visit("zh", lanes), Clock(), lanes)
    for _ in range(6):
        records.house("view", {"seconds": 2})
    assert records.waiting == 3
    heard: list[Any] = []
    for number in range(4):
        records.submit("vote", "may/photo", {"n": number}, heard.append)
    assert [r.error.code for r in heard if isinstance(r, Err)] == ["TOO_MANY_RECORDS"] * 2
    for job in stuck.jobs:
        job()
    qtbot.waitUntil(lambda: records.waiting == 0)
    stuck.jobs.clear()
    records.house("view", {"seconds": 1})
    stuck.jobs[0]()
    qtbot.waitUntil(lambda: records.waiting == 0)
    records.close()
    with closing(open_book(tmp_path / "records.db", visiting=True)) as book:
        found = [(e.kind, json.dumps(dict(e.payload), sort_keys=True)) for e in book.entries()]
    assert [kind for kind, _ in found] == ["view"] * 3 + ["vote"] * 2 + ["view"]
    assert found[-1][1] == '{"left_out": 3, "seconds": 1}'
    lanes.deleteLater()
