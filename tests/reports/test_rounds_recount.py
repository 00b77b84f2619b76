"""`kiosk report recount`: a quiz follows from its answers, and one changed answer shows."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli.records import command as records
from kiosk.cli.report import command as report
from kiosk.core.errors import ContentError

ITEM = "history/quiz"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two kiosks of four days in an office's database."""
    db = tmp_path / "office.db"
    asked = ["simulate", "--kiosks", "2", "--days", "4", "--db", str(db)]
    done = CliRunner().invoke(records, asked, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return db


def recounted(db: Path, item: str = ITEM) -> tuple[int, dict[str, object]]:
    """Exit code and answer."""
    asked = ["recount", item, "--db", str(db), "--data", str(db.parent), "--json"]
    done = CliRunner().invoke(report, asked, standalone_mode=False, catch_exceptions=False)
    return done.return_value, json.loads(done.output)


def test_every_round_follows_from_its_answers(office: Path) -> None:
    with closing(sqlite3.connect(office)) as db:
        ended = "SELECT COUNT(*) FROM record WHERE uid = ? AND json_extract(payload, '$.result')"
        (rounds,) = db.execute(ended, (ITEM,)).fetchone()
    assert rounds > 0
    assert recounted(office) == (0, {"item": ITEM, "counted": rounds, "bare": 0, "wrong": []})


def test_a_changed_answer_shows(office: Path) -> None:
    with closing(sqlite3.connect(office)) as db, db:
        found = "SELECT rowid, payload FROM record WHERE uid = ? AND json_extract(payload, '$.right') = 0 LIMIT 1"
        row, payload = db.execute(found, (ITEM,)).fetchone()
        told = json.loads(payload)
        db.execute("UPDATE record SET payload = ? WHERE rowid = ?", (json.dumps({**told, "right": True}), row))
    code, answer = recounted(office)
    (wrong,) = answer["wrong"]  # type: ignore[misc]
    assert (code, wrong["round"]) == (1, told["round"])  # type: ignore[index]


def test_a_quiz_nobody_played_is_said(office: Path) -> None:
    with pytest.raises(ContentError) as refused:
        recounted(office, "history/nothing")
    assert refused.value.code == "NO_ROUNDS"
