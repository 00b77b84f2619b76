"""`kiosk fleet …`, `kiosk records simulate` and `export`, as an officer types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fleet_world import PRIVATE, PUBLIC
from support.postgres import Postgres

from kiosk.cli import main
from kiosk.core.clock import Clock
from kiosk.records import Record, RecordBook
from kiosk.sealing import make_key

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("KIOSK_LANG", "en")

    def typed(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as done:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(done.value.code or 0), said.out, said.err

    return typed


@pytest.fixture
def key(tmp_path: Path) -> Path:
    make_key(tmp_path / "office.key", "fifteen lanterns", PRIVATE)
    return tmp_path / "office.key"


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", "fifteen lanterns")


def told(answer: tuple[int, str, str], code: int = 0) -> Any:
    assert answer[0] == code, answer
    return json.loads(answer[1])


@pytest.mark.usefixtures("passphrase")
def test_from_a_share_to_the_office(run: Run, key: Path, url: str, tmp_path: Path) -> None:
    simulate = ("records", "simulate", "--kiosks", 3, "--days", 4, "--visits", 5, "--json")
    truth = told(
        run(*simulate, "--out", tmp_path / "share", "--office-key", PUBLIC, "--truth", tmp_path / "truth.json")
    )
    assert json.loads((tmp_path / "truth.json").read_text()) == truth
    done = told(run("fleet", "collect", tmp_path / "share", "--key", key, "--db", url, "--json"))
    assert (done["records"], done["kiosks"], done["refused"], done["missed"]) == (truth["records"], ["sim-001", "sim-002", "sim-003"], [], [])  # fmt: skip
    again = told(run("fleet", "collect", tmp_path / "share", "--key", key, "--db", url, "--json"))
    assert (again["records"], again["new"], again["known"]) == (0, 0, 3)

    kiosks = told(run("fleet", "status", "--db", url, "--json"))
    one = kiosks[0]
    assert (one["device"], one["site"], one["gaps"], one["packs"]) == ("sim-001", "1号展厅", [], {"union/may-day": 3})
    code, out, _ = run("fleet", "status", "--db", url)
    assert code == 0 and "2号展厅\tsim-002" in out and "packs: union/may-day 3" in out
    code, out, _ = run("fleet", "kiosks", "--db", url)
    assert code == 0 and len(out.splitlines()) == 3

    assert told(run("fleet", "acknowledge", tmp_path / "stick", "--db", url, "--json")) == [{"place": str(tmp_path / "stick"), "kiosks": 3}]  # fmt: skip
    assert sorted(p.name for p in (tmp_path / "stick/outbox/records").iterdir()) == ["kiosks.json", "sim-001", "sim-002", "sim-003"]  # fmt: skip
    assert run("fleet", "recount", "--db", url)[:2] == (0, f"{truth['records']} records were added up anew.\n")
    assert run("fleet", "forget-key", "sim-002", "--db", url)[0] == 0
    assert "waits for its new key" in run("fleet", "status", "--db", url)[1]
    assert run("fleet", "forget-key", "nobody", "--db", url)[0] == 78


@pytest.mark.usefixtures("passphrase")
def test_missed_kiosks_and_bad_batches(run: Run, key: Path, tmp_path: Path) -> None:
    url = tmp_path / "office.db"
    for place, kiosks in (("both", 2), ("one", 1)):
        run("records", "simulate", "--kiosks", kiosks, "--days", 2, "--visits", 3, "--out", tmp_path / place, "--office-key", PUBLIC)  # fmt: skip
    run("fleet", "collect", tmp_path / "both", "--key", key, "--db", url)
    (file,) = (tmp_path / "one/outbox/records/sim-001").glob("*.batch")
    file.write_bytes(file.read_bytes()[:-10])
    code, out, err = run("fleet", "collect", tmp_path / "one", "--key", key, "--db", url)
    assert code == 74 and f"{file.name} is incomplete" in err
    assert "Not here this time: 2号展厅" in out
    code, _, err = run("fleet", "collect", tmp_path, "--key", key, "--db", url)
    assert code == 74 and "outbox/records" in err


def test_a_wrong_passphrase(run: Run, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", "something else")
    code, _, err = run("fleet", "collect", tmp_path, "--key", key, "--db", tmp_path / "office.db")
    assert code == 77 and "passphrase" in err
    assert not (tmp_path / "office.db").exists()


def test_the_database_from_the_environment(run: Run, postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_OFFICE_DB", postgres.fresh())
    assert told(run("fleet", "status", "--json")) == []
    assert run("fleet", "status")[1] == "No kiosk has been collected yet.\n"


def test_simulate_wants_one_place(run: Run, tmp_path: Path) -> None:
    assert run("records", "simulate")[0] == 78
    assert run("records", "simulate", "--out", tmp_path, "--db", tmp_path / "x.db")[0] == 78
    assert run("records", "simulate", "--out", tmp_path, "--office-key", "office1-nothing")[0] == 78
    code, out, _ = run("records", "simulate", "--kiosks", 1, "--days", 1, "--visits", 1, "--db", tmp_path / "x.db")
    assert code == 0 and out.startswith("Made up ")


@pytest.mark.usefixtures("passphrase")
def test_a_kiosk_exports_by_hand(run: Run, key: Path, tmp_path: Path) -> None:
    clock = Clock()
    book = RecordBook(tmp_path / "data" / "records.db")
    for n in range(5):
        book.append(Record("v", "a/b", "quiz", 1, clock.now(), clock.monotonic(), True, {"n": n}))
    device = book.device
    book.close()
    (tmp_path / "stick").mkdir()
    export = ("records", "export", "--data", tmp_path / "data", "--to", tmp_path / "stick")
    assert run(*export)[0] == 78  # nobody has said whose eyes it is for
    done = told(run(*export, "--office-key", PUBLIC, "--json"))
    assert (done["sealed"], done["copied"], done["waiting"], done["upto"]) == (5, 1, 1, 0)
    collected = told(run("fleet", "collect", tmp_path / "stick", "--key", key, "--db", tmp_path / "o.db", "--json"))
    assert (collected["records"], collected["kiosks"]) == (5, [device])
    assert told(run(*export, "--office-key", PUBLIC, "--json"))["upto"] == 5
