"""`kiosk records`: look, copy, mend, erase."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.records import Record, backup, open_book

AT = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process, on a book of its own."""
    for name in list(os.environ):
        if name.startswith("KIOSK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_LANG", "en")
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path))

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main(["records", *map(str, words)])
        said = capsys.readouterr()
        return int(done.value.code or 0), said.out, said.err

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "records.db"
    with closing(open_book(path)) as book:
        for n in range(3):
            payload: dict[str, Any] = {"entry": str(n), "shown": "张*明"}
            book.append(Record("v", "may/photo", "vote", 1, AT, 5.0 + n, True, payload, person="0417"))
        book.append(Record("v", "p/law", "quiz", 1, AT.replace(year=1970), 10.0, False, {"right": 3}))
    return path


def test_check_and_count_and_list(kiosk: Run, path: Path) -> None:
    assert kiosk("check")[:2] == (0, "The book is sound.\n")
    code, out, _ = kiosk("count")
    assert code == 0
    assert out == "quiz\t1\nvote\t3\n4 in all; the office has not got 4\n"
    assert json.loads(kiosk("count", "--json")[1]) == {"kinds": {"quiz": 1, "vote": 3}, "not_acknowledged": 4}
    lines = kiosk("list", "--last", 2)[1].splitlines()
    assert [line.split("\t")[0] for line in lines] == ["3", "4"]
    assert "~2026-05-01" in lines[1]  # the clock had said 1970
    (vote,) = json.loads(kiosk("list", "--kind", "vote", "--last", 1, "--json")[1])
    assert (vote["sequence"], vote["estimated_by"], vote["payload"]["entry"]) == (3, "clock", "2")


def test_a_damaged_book_is_told_and_restored(kiosk: Run, path: Path) -> None:
    assert kiosk("backup")[1] == "4 records copied to records.backup-1.db.\n"
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 3)
    code, _, err = kiosk("check")
    assert code == 1
    assert "damaged" in err
    assert json.loads(kiosk("check", "--json")[1])["copies"][0]["faults"] == []
    code, out, _ = kiosk("restore", "--yes", "--json")
    assert (code, json.loads(out)) == (0, {"restored": 4, "saved": 0, "lost": 0})
    assert kiosk("check")[0] == 0


def test_nothing_there_yet(kiosk: Run) -> None:
    assert kiosk("check")[0] == 0
    assert kiosk("backup")[0] == 1
    code, _, err = kiosk("restore", "--yes")
    assert code == 74
    assert "There is no usable backup" in err


def test_a_running_kiosk_is_not_restored_under_its_feet(
    kiosk: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.records.inuse.PATIENCE", 0.05)
    backup.back_up(path)
    with closing(open_book(path)):
        code, _, err = kiosk("restore", "--yes")
    assert code == 75
    assert "Close the kiosk first" in err


def test_one_person_is_erased_and_it_is_recorded(kiosk: Run, path: Path) -> None:
    code, out, _ = kiosk("erase", "0417", "--yes", "--json")
    assert (code, json.loads(out)) == (0, {"erased": 3})
    assert kiosk("erase", "0417", "--yes")[0] == 1
    with closing(open_book(path, visiting=True)) as book:
        votes = [e for e in book.entries() if e.kind == "vote"]
        acts = [e.payload for e in book.entries() if e.kind == "admin"]
        assert book.ask(lambda pages: pages.tally("vote", "may/photo", "entry")) == {"0": 1, "1": 1, "2": 1}
    assert {(e.person, e.visit, e.payload["shown"]) for e in votes} == {("", "", "")}
    assert [a["detail"] for a in acts] == ["3", "0"]
    assert acts[0]["person"] != acts[1]["person"] == ""
    assert [c.count for c in backup.copies(path)] == [6, 6]
    assert "张*明".encode() not in b"".join(p.read_bytes() for p in path.parent.glob("records*"))


def test_a_book_of_thousands_answers_at_once(kiosk: Run, path: Path) -> None:
    with closing(open_book(path)) as book, book.transaction() as c:
        c.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO record"
            " (device, boot, at, monotonic, clock_trusted, visit, uid, kind, version, payload)"
            " SELECT 'd', 1, '2026-05-01T08:00:00.000+00:00', i, 1, 'v', 'p/i', 'view', 1, '{}' FROM n"
        )
    began = time.monotonic()
    assert "view\t20000" in kiosk("count")[1]
    assert len(kiosk("list")[1].splitlines()) == 20
    assert time.monotonic() - began < 5
