"""Syncing in the background: a child that hangs, dies or raves harms nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from support.house import drop_deferred

from kiosk.state import syncer as module
from kiosk.state.syncer import Syncer, sync_command

SAYS = "import json, sys\nprint(json.dumps({'progress': {'phase': 'verify'}}))\nprint('noise')\nprint(json.dumps({'report': {'source': sys.argv[1], 'error': None}}))"
CRASHES = "import os\nos.abort()"
HANGS = 'import time\nprint(\'{"progress": {"phase": "copy"}}\', flush=True)\ntime.sleep(600)'
TALKS = "import time, json, sys\nfor n in range(12):\n    print('{\"progress\": {}}', flush=True)\n    time.sleep(0.05)\nprint(json.dumps({'report': {'source': 'x', 'error': None}}))"


class Child:
    """What the syncer runs instead of the product."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scripts: dict[str, str] = {}
        self.ran: list[str] = []
        monkeypatch.setattr(module, "sync_command", self.command)

    def command(self, source: str, _data: Path) -> list[str]:
        self.ran.append(source)
        return [sys.executable, "-c", self.scripts.get(source, SAYS), source]


Make = Callable[..., Syncer]


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Child:
    return Child(monkeypatch)


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    owner = QObject()
    made: list[Syncer] = []

    def syncer(*sources: str) -> Syncer:
        made.append(Syncer(sources, Path("data"), 3600, owner))
        return made[-1]

    yield syncer
    for one in made:
        one.stop()
    owner.deleteLater()
    drop_deferred()


def heard(syncer: Syncer) -> list[Any]:
    reports: list[Any] = []
    syncer.reported.connect(lambda r: reports.append(r["source"]))
    return reports


def test_it_runs_the_command_a_person_would_type(tmp_path: Path) -> None:
    words = sync_command("https://packs.example/union", tmp_path / "data")
    assert words[0] == sys.executable
    assert words[-4:] == ["--from", "https://packs.example/union", "--data", str(tmp_path / "data")]
    assert {"sync", "--background", "--progress=jsonl"} <= set(words)


def test_all_sources_one_after_the_other(child: Child, make: Make, qtbot: QtBot) -> None:
    syncer = make("share", "stick")
    reports, progress = heard(syncer), []
    syncer.progressed.connect(progress.append)
    syncer.now()
    syncer.now()  # while one is under way
    qtbot.waitUntil(lambda: len(reports) == 2)
    qtbot.waitUntil(syncer._next.isActive)
    assert reports == child.ran == ["share", "stick"]
    assert progress == [{"phase": "verify"}] * 2
    assert 0.8 * 3_600_000 <= syncer._next.interval() <= 1.2 * 3_600_000


def test_a_child_that_crashes_does_not_stop_the_next(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts["share"] = CRASHES
    syncer = make("share", "stick")
    reports = heard(syncer)
    syncer.now()
    qtbot.waitUntil(lambda: reports == ["stick"])


@pytest.mark.expect_log("sync has been silent")
def test_a_child_that_hangs_is_stopped(child: Child, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STALLED_MS", 300)
    child.scripts["share"] = HANGS
    syncer = make("share", "stick")
    reports = heard(syncer)
    syncer.now()
    qtbot.waitUntil(lambda: reports == ["stick"], timeout=10_000)


def test_a_slow_child_that_talks_is_left_alone(
    child: Child, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STALLED_MS", 450)
    child.scripts["share"] = TALKS
    syncer = make("share")
    reports = heard(syncer)
    syncer.now()
    qtbot.waitUntil(lambda: reports == ["x"], timeout=10_000)


@pytest.mark.expect_log("kiosk sync cannot be started")
def test_a_program_that_is_not_there(make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sync_command", lambda *_: ["/nowhere/kiosk", "sync"])
    syncer = make("share")
    syncer.now()
    qtbot.waitUntil(syncer._next.isActive)
    assert syncer._process is None


def test_stopping_ends_the_child(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts["share"] = HANGS
    syncer = make("share", "stick")
    with qtbot.waitSignal(syncer.progressed):
        syncer.now()
    process = syncer._process
    assert process is not None
    syncer.stop()
    assert process.state() == process.ProcessState.NotRunning
    assert child.ran == ["share"]
    assert not syncer._next.isActive()


def test_without_sources_nothing_runs(child: Child, make: Make) -> None:
    syncer = make()
    syncer.start()
    assert not syncer._next.isActive()
