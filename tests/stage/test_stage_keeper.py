"""What a power cut leaves of a lecture."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lecture_world import UID, on_stage, shared_data
from pytestqt.qtbot import QtBot

from kiosk.core.clock import Clock
from kiosk.core.codec import encode
from kiosk.jobs import Lanes
from kiosk.stage import run as happening
from kiosk.stage.keeper import FORGOTTEN_S, Keeper, Kept, interrupted, run_file
from kiosk.stage.run import begin, happen

RUN = happen(begin(UID, ("a", "b", "c")), happening.Go(1))


class StoppedClock(Clock):
    """Stands at a moment."""

    __slots__ = ("at",)

    def __init__(self, at: datetime) -> None:
        object.__setattr__(self, "at", at)

    def now(self) -> datetime:
        return self.at  # type: ignore[no-any-return]


NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def put(data: Path, kept: Kept) -> None:
    run_file(data).parent.mkdir(parents=True, exist_ok=True)
    run_file(data).write_text(json.dumps(encode(kept)), "utf-8")


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (NOON + timedelta(seconds=2), True),
        (NOON + timedelta(seconds=FORGOTTEN_S - 1), True),
        (NOON + timedelta(seconds=FORGOTTEN_S + 1), False),
        (NOON - timedelta(days=2), True),  # the clock went back
        (datetime(2000, 1, 1, tzinfo=UTC), True),  # its battery is dead
    ],
)
def test_an_old_lecture_is_over(tmp_path: Path, now: datetime, found: bool) -> None:
    put(tmp_path, Kept(RUN, NOON.timestamp(), NOON.timestamp()))
    kept = interrupted(tmp_path, StoppedClock(now))
    assert (kept is not None) == found
    assert kept is None or kept.run == RUN


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda c: (
            st.lists(c, max_size=3)
            | st.dictionaries(st.sampled_from(("run", "at", "began", "steps", "index", "lecture")), c)
        ),
    ).map(lambda v: json.dumps(v).encode())
)
def test_a_damaged_file_is_no_lecture(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    data = tmp_path_factory.mktemp("damaged")
    run_file(data).parent.mkdir()
    run_file(data).write_bytes(body)
    assert interrupted(data, StoppedClock(NOON)) is None


def test_a_place_outside_the_lecture_is_no_lecture(tmp_path: Path) -> None:
    body = encode(Kept(RUN, NOON.timestamp(), NOON.timestamp()))
    for field, value in (("index", 7), ("index", -1), ("steps", []), ("spent", [1.0])):
        broken = json.loads(json.dumps(body))
        broken["run"][field] = value
        run_file(tmp_path).parent.mkdir(exist_ok=True)
        run_file(tmp_path).write_text(json.dumps(broken), "utf-8")
        assert interrupted(tmp_path, StoppedClock(NOON)) is None


def test_the_newest_state_wins(tmp_path: Path, qtbot: QtBot) -> None:
    lanes = Lanes()
    keeper = Keeper(tmp_path, lanes, StoppedClock(NOON))
    run = RUN
    for _ in range(200):
        run = happen(run, happening.Tick(1.0))
        keeper.keep(run, NOON.timestamp())
    qtbot.waitUntil(lambda: lanes.waiting == 0)
    kept = interrupted(tmp_path, StoppedClock(NOON))
    assert kept is not None
    assert kept.run == run
    keeper.finish()
    qtbot.waitUntil(lambda: lanes.waiting == 0)
    assert interrupted(tmp_path, StoppedClock(NOON)) is None
    lanes.close()


@pytest.mark.expect_log("the lecture's state is not kept")
def test_a_full_disk_is_told_once_and_the_lecture_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "stage").write_bytes(b"")  # no folder can be made here
    lanes = Lanes()
    keeper = Keeper(tmp_path, lanes, StoppedClock(NOON))
    told: list[object] = []
    keeper.failed.connect(told.append)
    for _ in range(3):
        keeper.keep(RUN, 0.0)
        qtbot.waitUntil(lambda: lanes.waiting == 0)
    assert len(told) == 1
    lanes.close()


CHILD = """
import sys, time
from pathlib import Path
from kiosk.app import App, Options
from kiosk.settings import Settings
from kiosk.stage.run import Draw, Stroke
data, mode = Path(sys.argv[1]), sys.argv[2]
app = App(Settings(data, calm=True), Options(size=(960, 540), watch=False))
began = time.monotonic()
app.show()
def pump(ready):
    while not ready():
        app.qt.processEvents()
        time.sleep(0.003)
if mode == "hold":
    pump(lambda: "duty" in vars(app))
    app.shell.startLecture("hall/one-hook")
    pump(lambda: app.stagehand.vm is not None)
    app.stagehand.vm.jump(6)
    app.stagehand.vm._do(Draw(Stroke("pen", (0.1, 0.1, 0.9, 0.9))))
    print("held", flush=True)
    pump(lambda: False)
else:
    def scene(item):
        if item.objectName() == "audience":
            return item
        return next((s for c in item.childItems() if (s := scene(c))), None)
    pump(lambda: (s := scene(app.window.contentItem())) is not None and s.property("showing") == 6)
    app.window.grabWindow()
    print(time.monotonic() - began, len(app.stagehand.vm.run.own.strokes), flush=True)
    app.close()
"""


def test_after_kill_9_the_audience_sees_the_same_slide_within_three_seconds(tmp_path: Path, qapp: object) -> None:
    import shutil

    data = tmp_path / "data"
    shutil.copytree(shared_data(), data)
    command = [sys.executable, "-c", CHILD, str(data)]
    child = subprocess.Popen([*command, "hold"], stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    until = time.monotonic() + 10
    while time.monotonic() < until:
        kept = interrupted(data, Clock())
        if kept is not None and kept.run.index == 6 and kept.run.strokes:
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    again = subprocess.run(
        [*command, "resume"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, timeout=60
    )
    seconds, strokes = again.stdout.split()
    assert float(seconds) < 3
    assert strokes == "1"


def test_a_lecture_that_is_over_does_not_come_back(tmp_path: Path, qapp: object) -> None:
    with on_stage(tmp_path) as stage:
        stage.vm.leave()
        stage.hand.wait(lambda: stage.kiosk.app.shell.attract, "a clean kiosk")
    assert interrupted(tmp_path / "data", Clock()) is None
