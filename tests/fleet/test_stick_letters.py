"""What a stick takes along beside records: the health report, the logs, and where it has been."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, PUBLIC, ListBook, share, signer
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.cli.results import carry
from kiosk.core.errors import KioskError
from kiosk.fleet.batch import opened, read
from kiosk.fleet.health import Health
from kiosk.fleet.logs import MOST, MOST_OF_ONE, bounded, is_log_name
from kiosk.fleet.office import Collected, Office, acknowledge, collect, logs, status
from kiosk.fleet.outbox import REPORT, Report, export
from kiosk.fleet.visited import LIST, OWN, Tour, dump_list, dump_visit, parse_list, parse_visit, reckon
from kiosk.records import Record, open_book
from kiosk.settings import Settings

SITES = {"hall-1": "一车间", "hall-2": "食堂", "hall-3": "大门"}


def call(
    tmp_path: Path, place: Path, device: str, at: int = 0, texts: dict[str, str] | None = None, **how: Any
) -> Report:
    """The stick comes to a kiosk, so many hours after the first."""
    book = ListBook(device)
    book.grow(3)
    told = texts or {"logs/kiosk.log": f"{device} {at}\n"}
    health = Health(site=SITES[device], name=device, faults=(f"hour {at}",))
    return export(
        book, PUBLIC, signer(device), share(place), NOW + timedelta(hours=at), data=tmp_path / device,
        health=health, logs=lambda: told, **{"stick": True, **how},
    )  # fmt: skip


def gather(office: Office, place: Path) -> Collected:
    return collect(office, [place], PRIVATE, BY_KIND, NOW + timedelta(days=1))


def test_health_and_logs_come_to_the_office(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert call(tmp_path, stick, "hall-1").logs
    done = gather(office, stick)
    assert (done.records, done.reports, done.refused) == (3, 1, [])
    made, texts = logs(office, "hall-1")
    assert (made, texts) == (NOW, {"logs/kiosk.log": "hall-1 0\n"})
    (one,) = status(office)
    assert (one.logs, one.health.faults) == (NOW, ("hour 0",))
    assert gather(office, stick).reports == 0
    with pytest.raises(KioskError, match="hall-9"):
        logs(office, "hall-9")


def test_nobody_but_the_office_reads_them(tmp_path: Path) -> None:
    call(tmp_path, tmp_path / "stick", "hall-1", texts={"logs/kiosk.log": "a line that says much"})
    raw = (tmp_path / "stick/outbox/records/hall-1" / REPORT).read_bytes()
    assert b"says much" not in raw
    batch = opened(read(raw, REPORT), PRIVATE)
    assert (batch.slip.logs, batch.entries) == ({"logs/kiosk.log": "a line that says much"}, ())


def test_the_newest_wins_whatever_comes_last(office: Office, tmp_path: Path) -> None:
    call(tmp_path, tmp_path / "old", "hall-1", 0)
    call(tmp_path, tmp_path / "new", "hall-1", 30)
    assert gather(office, tmp_path / "new").reports == 1
    assert gather(office, tmp_path / "old").reports == 0
    assert logs(office, "hall-1")[1] == {"logs/kiosk.log": "hall-1 30\n"}
    (one,) = status(office)
    assert (one.health.faults, one.seen) == (("hour 30",), NOW + timedelta(hours=30))


def test_a_share_gets_a_report_every_six_hours(tmp_path: Path) -> None:
    place = tmp_path / "share"
    file = place / "outbox/records/hall-1" / REPORT
    seen = []
    for hour in (0, 2, 5, 6, 7, 13):
        call(tmp_path, place, "hall-1", hour, force=False, stick=False)
        seen.append(opened(read(file.read_bytes(), REPORT), PRIVATE).slip.logs["logs/kiosk.log"].strip())
    assert seen == [f"hall-1 {hour}" for hour in (0, 0, 0, 6, 6, 13)]
    assert not (file.parent / OWN).exists()  # a share goes nowhere


def test_a_spoilt_and_a_foreign_report_are_named_and_the_records_come(office: Office, tmp_path: Path) -> None:
    for device in ("hall-1", "hall-2", "hall-3"):
        call(tmp_path, tmp_path / "stick", device)
    folder = tmp_path / "stick/outbox/records"
    spoilt = folder / "hall-1" / REPORT
    spoilt.write_bytes(spoilt.read_bytes()[:-5])
    (folder / "hall-3" / REPORT).write_bytes((folder / "hall-2" / REPORT).read_bytes())  # put there by somebody
    done = gather(office, tmp_path / "stick")
    assert (done.records, done.reports) == (9, 1)
    assert [(r.device, r.error.code) for r in done.refused] == [("hall-1", "BATCH_TRUNCATED")]
    assert logs(office, "hall-2")[1]
    with pytest.raises(KioskError, match="hall-3"):
        logs(office, "hall-3")


def test_where_the_stick_has_been(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    first = call(tmp_path, stick, "hall-1").visited
    assert first is not None
    assert (first.visited, first.missed, first.listed) == (("一车间",), (), False)  # the office knew nobody
    for device in ("hall-2", "hall-3"):
        call(tmp_path, stick, device)
    gather(office, stick)  # it sets out again
    second = call(tmp_path, stick, "hall-2", 30).visited
    assert second is not None
    assert (second.visited, second.missed, second.listed) == (("食堂",), ("一车间", "大门"), True)
    gather(office, tmp_path / "stick")
    acknowledge(office, stick)
    again = call(tmp_path, stick, "hall-3", 60).visited
    assert again is not None
    assert (again.visited, again.missed) == (("大门",), ("一车间", "食堂"))


def test_collecting_again_is_no_new_tour(office: Office, tmp_path: Path) -> None:
    call(tmp_path, tmp_path / "stick", "hall-1")
    gather(office, tmp_path / "stick")
    before = (tmp_path / "stick/outbox/records" / LIST).read_bytes()
    gather(office, tmp_path / "stick")
    assert (tmp_path / "stick/outbox/records" / LIST).read_bytes() == before


@given(st.binary(max_size=300) | st.builds(lambda d: json.dumps(d).encode(), st.dictionaries(st.sampled_from(["format", "tour", "kiosks", "site", "at"]), st.integers() | st.text() | st.lists(st.none() | st.dictionaries(st.sampled_from(["device", "site"]), st.text())))))  # fmt: skip
def test_a_strangers_files_are_read_or_passed_over(raw: bytes) -> None:
    tour, visit = parse_list(raw), parse_visit(raw)
    assert all(site.isprintable() for _, site in tour.kiosks)
    assert visit is None or len(visit[1]) <= 60


@given(st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.booleans()), st.sets(st.sampled_from(["a", "b", "c"])))
def test_visited_and_missed_are_the_list(there: dict[str, bool], listed: set[str]) -> None:
    tour = Tour("0" * 16, tuple((d, d.upper()) for d in sorted(listed)))
    assert parse_list(dump_list(tour)) == tour
    visits = [(d, tour.id if now else "1" * 16, d.upper()) for d, now in there.items()]
    found = reckon(tour, visits)
    now = {d.upper() for d, here in there.items() if here}
    assert set(found.visited) == now
    assert set(found.missed) == {d.upper() for d in listed} - now


def test_a_visit_reads_back() -> None:
    assert parse_visit(dump_visit("0" * 16, "一车间", NOW)) == ("0" * 16, "一车间")
    assert parse_visit(dump_visit("", "\u202e evil", NOW)) == ("", "")
    assert parse_visit(None) is None


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/b/c", ".hidden", "a/../b", "", "x" * 200, "a\\b", "a/.b"])
def test_names_that_lead_away_do_not_travel(name: str) -> None:
    assert not is_log_name(name)
    assert bounded({name: "text", "logs/kiosk.log.1": "kept"}) == {"logs/kiosk.log.1": "kept"}


def test_logs_are_bounded() -> None:
    many = bounded({f"log-{n}": "x" * 400_000 + str(n % 10) for n in range(60)})
    assert sum(map(len, many.values())) == MOST
    assert len(many["log-3"]) == MOST_OF_ONE and many["log-3"].endswith("3")
    assert bounded({"a": 7, "b": "\ud800 b"}) == {"b": "? b"}


# the real kiosk's way: carry, with the doctor's letter


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    monkeypatch.setenv("KIOSK_LANG", "en")

    def typed(*words: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as done:
            main([str(word) for word in words])
        return int(done.value.code or 0), capsys.readouterr().out

    return typed


def test_a_kiosks_own_logs_arrive_without_people_and_secrets(
    run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    data, stick = tmp_path / "kiosk", share(tmp_path / "stick").parents[1]
    (data / "logs").mkdir(parents=True)
    (data / "logs" / "kiosk.log").write_text("2026-05-01 started\nworker 1234567 pin=2468 王** 10.1.2.3\n", "utf-8")
    with closing(open_book(data / "records.db")) as book:
        book.append(Record("v", "may/photo", "vote", 1, NOW, 1.0, True, {"n": 1}))
        device = book.device
    carried = carry(stick, Settings(data, site="大厅", office_key=str(PUBLIC)), force=True, stick=True)
    assert (carried.error, carried.records, carried.logs) == (None, 1, True)
    assert carried.as_json()["tour"] == {"visited": ("大厅",), "missed": (), "listed": False}
    office = Office(tmp_path / "office.db")
    assert gather(office, stick).reports == 1
    (one,) = status(office)
    office.close()
    assert one.health.site == "大厅" and one.health.faults  # nobody is trusted yet, and more
    database = ("--db", tmp_path / "office.db")
    code, listed = run("fleet", "logs", device, *database)
    assert code == 0 and "logs/kiosk.log" in listed and "doctor.json" in listed and "settings.json" in listed
    code, text = run("fleet", "logs", device, "logs/kiosk.log", *database)
    assert code == 0 and "started" in text
    everything = run("fleet", "logs", device, "--json", *database)[1]
    assert not any(word in everything for word in ("1234567", "2468", "王**", "10.1.2.3", str(PUBLIC)))
    assert run("fleet", "logs", device, "--to", tmp_path / "saved", *database)[0] == 0
    assert (tmp_path / "saved/logs/kiosk.log").read_text("utf-8").startswith("2026-05-01 started")
    assert run("fleet", "logs", device, "nothing.log", *database)[0] == 78
    assert run("fleet", "logs", "nobody", *database)[0] == 78
    assert "logs: " in run("fleet", "status", *database)[1]
