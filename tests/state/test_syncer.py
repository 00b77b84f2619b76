"""Syncing in the background: a child that hangs, dies or raves harms nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot
from support.house import drop_deferred

from kiosk.state import syncer as module
from kiosk.state.syncer import Outcome, Syncer, Task, bring_command, look_command, sync_command

SAYS = "import json, sys\nprint(json.dumps({'progress': {'phase': 'verify'}}))\nprint('noise')\nprint(json.dumps({'report': {'source': sys.argv[1], 'error': None}}))"
ADMITS = "import json\nprint(json.dumps({'error': {'code': 'BUSY', 'message': {'zh': '忙', 'en': 'busy'}, 'hint': {}}}))\nraise SystemExit(75)"
HALF = "import json\nprint(json.dumps({'report': {'source': 'half', 'error': None, 'results': [{'error': None}, {'error': {'code': 'DAMAGED_MEDIUM'}}]}}))"
IDLES = "import time, json\nwhile True:\n    print(json.dumps({'progress': {'phase': 'copy', 'done_bytes': 7}}), flush=True)\n    time.sleep(0.05)"
CRASHES = "import os\nos.abort()"
HANGS = 'import time\nprint(\'{"progress": {"phase": "copy"}}\', flush=True)\ntime.sleep(600)'
TALKS = "import time, json, sys\nfor n in range(12):\n    print(json.dumps({'progress': {'phase': 'copy', 'done_bytes': n}}), flush=True)\n    time.sleep(0.05)\nprint(json.dumps({'report': {'source': 'x', 'error': None}}))"


class Child:
    """What the syncer runs instead of the product."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scripts: dict[str, str] = {}
        self.ran: list[str] = []
        for name in ("sync_command", "look_command", "bring_command"):
            monkeypatch.setattr(module, name, self.command)

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


def outcomes(syncer: Syncer) -> list[Outcome]:
    made: list[Outcome] = []
    syncer.ended.connect(made.append)
    return made


def test_only_a_stick_is_asked_for_a_receipt(tmp_path: Path) -> None:
    assert "--receipt" in bring_command("/media/stick", tmp_path)
    assert "--receipt" not in sync_command("/media/stick", tmp_path)
    assert {"medium", "look", "/media/stick"} <= set(look_command("/media/stick", tmp_path))


def test_every_task_ends_with_its_outcome(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts |= {"crash": CRASHES, "busy": ADMITS, "half": HALF}
    syncer = make()
    began: list[Task] = []
    syncer.began.connect(began.append)
    ended = outcomes(syncer)
    for name in ("good", "crash", "busy", "half"):
        syncer.bring(Path(name))
    qtbot.waitUntil(lambda: len(ended) == 4, timeout=15_000)
    assert began == [o.task for o in ended] == [Task("bring", n) for n in ("good", "crash", "busy", "half")]
    assert [o.code for o in ended] == ["", "BROKE_OFF", "BUSY", "DAMAGED_MEDIUM"]
    assert [o.report is not None for o in ended] == [True, False, False, True]


def test_one_child_at_a_time_and_the_stick_first(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts["slow"] = HANGS
    syncer = make("slow", "other")
    ended = outcomes(syncer)
    with qtbot.waitSignal(syncer.progressed):
        syncer.now()
    child.scripts["slow"] = SAYS
    syncer.look(Path("stick"))
    syncer.look(Path("stick"))  # said twice, done once
    qtbot.waitUntil(lambda: len(ended) == 4, timeout=15_000)
    assert child.ran == ["slow", "stick", "slow", "other"], "the share that gave way goes on"
    assert [o.cancelled for o in ended] == [True, False, False, False]


def test_a_stick_does_not_push_aside_another(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts["one"] = TALKS
    syncer = make("share")
    ended = outcomes(syncer)
    syncer.bring(Path("one"))
    syncer.look(Path("two"))
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=15_000)
    assert [o.task.source for o in ended] == ["one", "two"]
    assert not any(o.cancelled for o in ended)


def test_cancelling_forgets_the_queue(child: Child, make: Make, qtbot: QtBot) -> None:
    child.scripts["one"] = HANGS
    syncer = make("share")
    ended = outcomes(syncer)
    with qtbot.waitSignal(syncer.progressed):
        syncer.bring(Path("one"))
    syncer.look(Path("two"))
    syncer.cancel()
    qtbot.waitUntil(lambda: bool(ended) and syncer._next.isActive(), timeout=15_000)
    assert [(o.task.source, o.cancelled) for o in ended] == [("one", True)]
    assert child.ran == ["one"]


def test_what_is_all_copied_needs_no_stick(child: Child, make: Make, qtbot: QtBot, monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "LOST_MS", 100)
    child.scripts["one"] = (
        "import json, time\nprint(json.dumps({'progress': {'phase': 'copy', 'done_bytes': 9, 'total_bytes': 9}}), flush=True)"
        "\ntime.sleep(1)\nprint(json.dumps({'report': {'source': 'one', 'error': None}}))"
    )
    syncer = make()
    ended = outcomes(syncer)
    with qtbot.waitSignal(syncer.progressed):
        syncer.bring(Path("one"))
    syncer.lost(Path("one"))
    qtbot.waitUntil(lambda: bool(ended), timeout=15_000)
    assert (ended[0].code, ended[0].report is not None) == ("", True)


@pytest.mark.expect_log("sync has been silent")
def test_a_child_that_only_says_it_lives_is_stopped(
    child: Child, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STALLED_MS", 400)
    child.scripts["share"] = IDLES
    syncer = make("share", "stick")
    reports = heard(syncer)
    syncer.now()
    qtbot.waitUntil(lambda: reports == ["stick"], timeout=10_000)


@pytest.mark.expect_log("a child hangs in the system")
def test_a_child_that_cannot_even_die_is_left_behind(
    child: Child, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DYING_MS", 100)
    child.scripts["one"] = HANGS
    syncer = make()
    ended = outcomes(syncer)
    with qtbot.waitSignal(syncer.progressed):
        syncer.bring(Path("one"))
    process = syncer._process
    assert process is not None
    monkeypatch.setattr(process, "kill", lambda: None)  # it waits for a device inside the system
    syncer.cancel()
    syncer.look(Path("two"))
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=10_000)
    assert [(o.task.source, o.cancelled) for o in ended] == [("one", True), ("two", False)]
    monkeypatch.undo()
    process.kill()
    qtbot.waitUntil(lambda: syncer.findChildren(QProcess) == [])
