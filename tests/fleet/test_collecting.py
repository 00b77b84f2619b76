"""Batches in the office: any order, any number of times, damaged ones named, the rest used."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from fleet_world import BY_KIND, NOW, PRIVATE, PUBLIC, ListBook, contents, entry, make, share, signer
from nacl.signing import SigningKey
from sqlalchemy import Connection, func, select, text
from support.postgres import Postgres

from kiosk.core.errors import KioskError
from kiosk.fleet import Health, acknowledge, export
from kiosk.fleet.batch import read
from kiosk.fleet.office import Office, Wanted, collect, entries, facts, forget_key, recount, rows, status
from kiosk.fleet.office import acknowledge as prepare
from kiosk.fleet.office import take as taking
from kiosk.fleet.office.schema import record
from kiosk.fleet.receipts import file_name


def put(folder: Path, device: str, made: object) -> Path:
    own = folder / device
    own.mkdir(exist_ok=True)
    path = own / file_name(made.header.number, read(made.raw, "x").id)
    path.write_bytes(made.raw)
    return path


def test_from_book_to_office_and_back(office: Office, tmp_path: Path) -> None:
    """The kiosk forgets what was acknowledged, and only that."""
    book, folder = ListBook("hall-3"), share(tmp_path / "share")
    book.grow(120)
    health = Health(site="一车间", packs={"wuxi/may-day": 7}, free_bytes=5_000, faults=("没有声音",))
    told = export(book, PUBLIC, signer("hall-3"), folder, NOW, data=tmp_path / "kiosk", health=health)
    assert (told.sealed, told.batches, told.copied, told.waiting, told.upto) == (120, 1, 1, 1, 0)
    assert acknowledge(tmp_path / "kiosk", folder, "hall-3") == 0

    done = collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    assert (done.new, done.records, done.refused, done.devices) == (1, 120, [], {"hall-3"})
    assert [e.sequence for e in entries(office, "quiz")] == list(range(1, 121))
    assert next(entries(office, "quiz")).payload == book.kept[0].payload

    book.grow(30)
    told = export(book, PUBLIC, signer("hall-3"), folder, NOW + timedelta(hours=2), data=tmp_path / "kiosk")
    assert (told.sealed, told.waiting, told.upto) == (30, 1, 120)
    assert sorted(p.suffix for p in (folder / "hall-3").iterdir()) == [".batch", ".json"]  # the collected one is gone
    one = status(office)[0]
    assert (one.device, one.records, one.gaps, one.health.site, one.health.packs) == ("hall-3", 120, (), "一车间", {"wuxi/may-day": 7})  # fmt: skip
    assert one.health.faults == ("没有声音",) and one.trusted


def test_a_lost_stick_costs_nothing(office: Office, tmp_path: Path) -> None:
    book = ListBook("hall-3")
    book.grow(50)
    lost, other = share(tmp_path / "lost"), share(tmp_path / "other")
    export(book, PUBLIC, signer("hall-3"), lost, NOW, data=tmp_path / "kiosk")
    sent = {p.name: p.read_bytes() for p in (lost / "hall-3").iterdir()}
    book.grow(10)
    told = export(book, PUBLIC, signer("hall-3"), other, NOW, data=tmp_path / "kiosk")
    assert told.copied == 2
    assert sent.items() <= {p.name: p.read_bytes() for p in (other / "hall-3").iterdir()}.items()
    assert export(book, PUBLIC, signer("hall-3"), other, NOW, data=tmp_path / "kiosk").copied == 0
    assert collect(office, [tmp_path / "other"], PRIVATE, BY_KIND, NOW).records == 60
    assert collect(office, [tmp_path / "lost"], PRIVATE, BY_KIND, NOW).known == 1  # found again
    assert contents(office)["record"][-1] and len(contents(office)["record"]) == 60


def test_any_order_repetition_and_loss_converge(url: str, tmp_path: Path) -> None:
    """Three kiosks; one had no clock for a while, one knew the time only later, one never."""
    made = []
    for device in ("hall-1", "hall-2", "hall-3"):
        kept = []
        for n in range(1, 161):
            wrong = device == "hall-3" or (device == "hall-2" and (n < 60 or 85 < n < 125))
            said = {"at": entry(device, n).at.replace(year=2000), "clock_trusted": False} if wrong else {}
            kept.append(entry(device, n, **said))
        made += [make(device, 1 + at // 20, kept[at : at + 20], health={"site": f"{at}"}) for at in range(0, 160, 20)]
    wanted, rng = None, random.Random(7)
    for turn in range(4):
        office = Office(url if turn == 0 else tmp_path / f"{turn}.db")
        order = [*made, *rng.sample(made, 9)]
        if turn:
            rng.shuffle(order)
        for at in range(0, len(order), 7):  # a stick carries some; what was lost comes with a later one
            stick = tmp_path / f"stick-{turn}-{at}"
            for one in order[at : at + 7]:
                put(share(stick), one.header.device, one)
            collect(office, [stick], PRIVATE, BY_KIND, NOW)
        found = contents(office)
        assert len(found["record"]) == 480
        wanted = wanted or found
        assert found == wanted
        before = found["daily"]
        assert recount(office, BY_KIND) == 480
        assert contents(office)["daily"] == before
        office.close()


def test_times_are_repaired_when_the_kiosk_learns_the_time(office: Office, tmp_path: Path) -> None:
    wrong = [
        entry("hall-2", n, boot=1, at=entry("x", n).at.replace(year=2000), clock_trusted=False) for n in range(1, 21)
    ]
    right = [entry("hall-2", n, boot=1) for n in range(21, 31)]
    put(share(tmp_path / "a"), "hall-2", make("hall-2", 1, wrong))
    collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    assert {e.at.year for e in entries(office, "quiz")} == {2000} and status(office)[0].untimed == 20
    put(share(tmp_path / "b"), "hall-2", make("hall-2", 2, right))
    collect(office, [tmp_path / "b"], PRIVATE, BY_KIND, NOW)
    assert [e.at for e in entries(office, "quiz")] == [entry("x", n).at for n in range(1, 31)]
    assert status(office)[0].untimed == 0
    days = {f.day for f in facts(office, Wanted(NOW.date().replace(year=1990), NOW.date()))}
    assert {day.year for day in days} == {2026}


def test_gaps_are_named_and_close(office: Office, tmp_path: Path) -> None:
    kept = [entry("hall-1", n) for n in range(1, 61)]
    parts = [make("hall-1", 1 + at // 20, kept[at : at + 20]) for at in (0, 20, 40)]
    put(share(tmp_path / "a"), "hall-1", parts[2])
    collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    assert [(g.first, g.last) for g in status(office)[0].gaps] == [(1, 40)]
    put(share(tmp_path / "a"), "hall-1", parts[0])
    collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    assert [(g.first, g.last) for g in status(office)[0].gaps] == [(21, 40)]
    put(share(tmp_path / "a"), "hall-1", parts[1])
    collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    assert status(office)[0].gaps == ()


def test_bad_batches_are_named_and_the_rest_goes_on(office: Office, tmp_path: Path) -> None:
    folder = share(tmp_path / "share")
    good = make("hall-1", 5, [entry("hall-1", n) for n in range(41, 51)])
    put(folder, "hall-1", good)
    cut = put(folder, "hall-1", make("hall-1", 1, [entry("hall-1", n) for n in range(1, 11)]))
    cut.write_bytes(cut.read_bytes()[:-30])
    bent = put(folder, "hall-1", make("hall-1", 2, [entry("hall-1", n) for n in range(11, 21)]))
    raw = bytearray(bent.read_bytes())
    raw[-100] ^= 1
    bent.write_bytes(raw)
    later = put(folder, "hall-1", make("hall-1", 3, [entry("hall-1", n) for n in range(21, 31)]))
    later.write_bytes(later.read_bytes()[:7] + b"\x02" + later.read_bytes()[8:])
    (folder / "hall-1" / "00000009-00000000.batch").write_bytes(b"a picture")
    (folder / "hall-1" / "00000008-00000000.batch").symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_bytes(good.raw)
    done = collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    assert done.records == 10
    codes = [r.error.code for r in done.refused]
    assert codes == ["BATCH_TRUNCATED", "BATCH_TAMPERED", "BATCH_NEWER", "OUTBOX_UNREACHABLE", "NOT_A_BATCH"]
    for refused in done.refused:
        assert refused.error.message.zh and refused.error.message.en and refused.error.hint.zh
    told = (folder / "hall-1" / "acknowledged.json").read_text()
    assert cut.name in told and bent.name in told and later.name not in told


def test_sealed_to_another_office(office: Office, tmp_path: Path) -> None:
    put(share(tmp_path / "share"), "hall-1", make("hall-1", 1, [entry("hall-1", 1)]))
    done = collect(office, [tmp_path / "share"], b"\x01" * 32, BY_KIND, NOW)
    assert [r.error.code for r in done.refused] == ["BATCH_FOREIGN"] and done.records == 0
    assert collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW).records == 1


def test_a_strangers_key_waits_for_the_officer(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(share(tmp_path / "share"), "hall-1", make("hall-1", 1, [entry("hall-1", 1)]))
    collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    monkeypatch.setattr("fleet_world.signer", lambda device: SigningKey(b"\x07" * 32))
    put(share(tmp_path / "share"), "hall-1", make("hall-1", 2, [entry("hall-1", 2)]))
    done = collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    assert [r.error.code for r in done.refused] == ["DEVICE_KEY_CHANGED"] and done.records == 0
    forget_key(office, "hall-1")
    assert not status(office)[0].trusted
    assert collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW).records == 1
    assert status(office)[0].trusted


def test_a_number_given_twice_is_refused_whole(office: Office, tmp_path: Path) -> None:
    put(share(tmp_path / "share"), "hall-1", make("hall-1", 1, [entry("hall-1", n) for n in range(1, 11)]))
    collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    before = contents(office)
    other = [entry("hall-1", n, uid="x/y", at=NOW) for n in range(8, 15)]
    put(share(tmp_path / "share"), "hall-1", make("hall-1", 2, other))
    done = collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW)
    assert [r.error.code for r in done.refused] == ["RECORD_DISAGREES"]
    assert contents(office) == before


def test_a_damaged_copy_is_brought_again(office: Office, tmp_path: Path) -> None:
    book, folder = ListBook("hall-3"), share(tmp_path / "share")
    book.grow(20)
    export(book, PUBLIC, signer("hall-3"), folder, NOW, data=tmp_path / "kiosk")
    (file,) = (folder / "hall-3").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW).records == 0
    assert export(book, PUBLIC, signer("hall-3"), folder, NOW, data=tmp_path / "kiosk").copied == 1
    assert file.read_bytes() == whole
    assert collect(office, [tmp_path / "share"], PRIVATE, BY_KIND, NOW).records == 20
    assert export(book, PUBLIC, signer("hall-3"), folder, NOW, data=tmp_path / "kiosk").upto == 20


def test_a_prepared_stick_carries_what_another_one_brought(office: Office, tmp_path: Path) -> None:
    book = ListBook("hall-3")
    book.grow(20)
    export(book, PUBLIC, signer("hall-3"), share(tmp_path / "a"), NOW, data=tmp_path / "kiosk")
    collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    (tmp_path / "b").mkdir()
    assert prepare(office, tmp_path / "b") == 1
    assert acknowledge(tmp_path / "kiosk", share(tmp_path / "b"), "hall-3") == 20
    assert list((tmp_path / "kiosk" / "outbox").glob("*.batch")) == []


def test_two_collectors_at_once(url: str, tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    folder = share(tmp_path / "share")
    for n in range(12):
        device = f"hall-{n % 3}"
        first = 1 + 30 * (n // 3)
        put(folder, device, make(device, 1 + n // 3, [entry(device, i) for i in range(first, first + 30)]))
    offices = [Office(url), Office(url)]
    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda o: collect(o, [tmp_path / "share"], PRIVATE, BY_KIND, NOW), offices))
    assert sum(t.records for t in told) == 360 and not any(t.refused for t in told)
    with offices[0].reader() as c:
        assert c.execute(select(func.count()).select_from(record)).scalar_one() == 360
    assert sum(f.count for f in facts(offices[0], Wanted(NOW.date().replace(year=2025), NOW.date().replace(year=2027), measures=["records"]))) == 360  # fmt: skip
    for one in offices:
        one.close()


def test_the_server_goes_away_in_the_middle(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of a COPY: a sentence, nothing half written, and the next collection does it all."""
    url, real = postgres.fresh(), rows.put
    put(share(tmp_path / "a"), "hall-1", make("hall-1", 1, [entry("hall-1", n) for n in range(1, 31)]))

    def interrupted(c: Connection, new: list[tuple[object, ...]]) -> None:
        backend = c.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])
        real(c, new)

    office = Office(url)
    with monkeypatch.context() as patched:
        patched.setattr(taking, "put", interrupted)
        with pytest.raises(KioskError) as error:
            collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW)
    assert error.value.code == "DATABASE_UNREACHABLE"
    assert contents(office)["record"] == [] and contents(office)["batch"] == []
    assert not (tmp_path / "a/outbox/records/hall-1/acknowledged.json").exists()
    assert collect(office, [tmp_path / "a"], PRIVATE, BY_KIND, NOW).records == 30
    office.close()
