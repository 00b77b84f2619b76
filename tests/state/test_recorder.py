"""What a visitor did is kept at the moment the kiosk says so, even if the power goes the moment after."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from support.house import owned_lanes

from kiosk.core.clock import Clock
from kiosk.jobs import Lanes
from kiosk.records import RecordBook
from kiosk.state.recorder import Records
from kiosk.state.visit import Visit

KIOSK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.core.clock import Clock
from kiosk.jobs import Lanes
from kiosk.state.recorder import Records
from kiosk.state.visit import Visit

app = QCoreApplication([])
lanes = Lanes(app)
records = Records(Path(sys.argv[1]), lanes, Visit("zh", app), Clock(), app)
state = {"n": 0}

def more():
    state["n"] += 1
    records.append("quiz", "quizzes/law", {"n": state["n"]})

def kept(sequence):
    sys.stdout.write(f"{sequence} {state['n']}\\n")
    sys.stdout.flush()
    more()

records.kept.connect(kept)
QTimer.singleShot(0, more)
app.exec()
"""


@dataclass(frozen=True, slots=True)
class At(Clock):
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return 77.5


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    with owned_lanes() as made:
        yield made


def rows(path: Path) -> tuple[dict[str, Any], ...]:
    book = RecordBook(path)
    try:
        return book.payloads("quiz")
    finally:
        book.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill at once")
def test_a_record_said_to_be_kept_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    env = dict(os.environ, PYTHONPATH=os.pathsep.join(p for p in sys.path if p))
    command = [sys.executable, "-c", KIOSK, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline().split() for _ in range(25)]
        child.send_signal(signal.SIGKILL)
        said += [line.split() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    assert child.returncode == -signal.SIGKILL
    assert [int(sequence) for sequence, _ in said] == list(range(1, len(said) + 1))
    kept = [r["n"] for r in rows(path)]
    assert kept[: len(said)] == [int(n) for _, n in said]
    assert len(kept) <= len(said) + 1


def test_the_moment_of_the_answer_counts_not_that_of_writing(tmp_path: Path, lanes: Lanes, qtbot: QtBot) -> None:
    visit = Visit("zh")
    records = Records(tmp_path / "r.db", lanes, visit, At(datetime(2026, 5, 1, tzinfo=UTC)), lanes)
    payload = {"n": 1}
    first = visit.id
    with qtbot.waitSignal(lanes.idle):
        records.append("quiz", "a/b", payload)
        payload["n"] = 2
        visit.reset()
        records.append("quiz", "a/b", payload)
    book = RecordBook(tmp_path / "r.db")
    with book._db.reader() as c:
        found = [
            tuple(r) for r in c.exec_driver_sql("SELECT visit, monotonic, at, payload FROM record ORDER BY sequence")
        ]
    book.close()
    at = "2026-05-01T00:00:00.000+00:00"
    assert found == [(first, 77.5, at, '{"n": 1}'), (visit.id, 77.5, at, '{"n": 2}')]
    assert first != visit.id


@pytest.mark.parametrize(
    ("year", "trusted"), [(1970, 0), (2000, 0), (2025, 0), (2026, 1), (2040, 1), (2051, 0), (2099, 0)]
)
def test_a_dead_battery_is_noticed(tmp_path: Path, lanes: Lanes, qtbot: QtBot, year: int, trusted: int) -> None:
    records = Records(tmp_path / "r.db", lanes, Visit("zh"), At(datetime(year, 1, 1, tzinfo=UTC)), lanes)
    with qtbot.waitSignal(records.kept) as kept:
        records.append("quiz", "a/b", {})
    assert kept.args == [1]
    book = RecordBook(tmp_path / "r.db")
    with book._db.reader() as c:
        assert c.exec_driver_sql("SELECT clock_trusted FROM record").scalar_one() == trusted
    book.close()


@pytest.mark.expect_log("a record was not kept: DATABASE_UNREACHABLE")
def test_a_record_that_cannot_be_kept_is_said_and_the_next_is_tried(tmp_path: Path, lanes: Lanes, qtbot: QtBot) -> None:
    (tmp_path / "r.db").mkdir()
    records = Records(tmp_path / "r.db", lanes, Visit("zh"), Clock(), lanes)
    with qtbot.waitSignal(records.failed) as failed:
        records.append("quiz", "a/b", {})
    assert failed.args[0].code == "DATABASE_UNREACHABLE"
    (tmp_path / "r.db").rmdir()
    with qtbot.waitSignal(records.kept) as kept:
        records.append("quiz", "a/b", {})
    assert kept.args == [1]


def test_closing_the_kiosk_keeps_what_was_answered(tmp_path: Path, qapp: object) -> None:
    lanes = Lanes()
    records = Records(tmp_path / "r.db", lanes, Visit("zh"), Clock(), lanes)
    for n in range(20):
        records.append("quiz", "a/b", {"n": n})
    lanes.close()
    assert [r["n"] for r in rows(tmp_path / "r.db")] == list(range(20))


def test_what_may_be_anonymous_is_tied_to_no_visit(tmp_path: Path, lanes: Lanes, qtbot: QtBot) -> None:
    visit = Visit("zh")
    records = Records(tmp_path / "r.db", lanes, visit, At(datetime(2026, 5, 1, 8, 42, 17, tzinfo=UTC)))
    heard: list[Any] = []
    with qtbot.waitSignal(lanes.idle):
        records.submit("vote", "may/photo", {"for": "7"}, heard.append, person="0417")
        records.submit("suggestion", "box/letters", {"sealed": "…"}, heard.append, apart=True)
    with closing(sqlite3.connect(tmp_path / "r.db")) as book:
        vote, letter = book.execute("SELECT visit, at, monotonic FROM record ORDER BY sequence").fetchall()
    assert vote == (visit.id, "2026-05-01T08:42:17.000+00:00", 77.5)
    assert letter == ("", "2026-05-01T08:00:00.000+00:00", 0.0)
    assert len(heard) == 2
