"""The kiosk's outbox: durable, idempotent, safe from what others put on the stick."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from fleet_world import NOW, PRIVATE, PUBLIC, ListBook, share, signer
from nacl.public import PrivateKey

from kiosk.core.clock import Clock
from kiosk.core.errors import StorageError
from kiosk.fleet import Health, Report, acknowledge, device_key, export, receipts
from kiosk.fleet.batch import Batch, opened, read
from kiosk.fleet.spool import Spool
from kiosk.records import Record, RecordBook
from kiosk.sealing import OfficeKey


@pytest.fixture
def book() -> ListBook:
    made = ListBook("hall-3")
    made.grow(40)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return share(tmp_path / "stick")


def run(book: ListBook, folder: Path, tmp_path: Path, **more: object) -> Report:
    return export(
        book, more.pop("key", PUBLIC), signer("hall-3"), folder, more.pop("now", NOW), data=tmp_path / "kiosk", **more
    )  # type: ignore[arg-type]


def batches(folder: Path, private: bytes = PRIVATE) -> list[Batch]:
    return [opened(read(p.read_bytes(), p.name), private) for p in sorted((folder / "hall-3").glob("*.batch"))]


def test_a_real_book(tmp_path: Path, folder: Path) -> None:
    clock = Clock()
    with closing(RecordBook(tmp_path / "records.db")) as book:
        for n in range(7):
            book.append(Record("v", "a/b", "quiz", 1, clock.now(), clock.monotonic(), True, {"n": n}, person="07123"))
        told = export(book, PUBLIC, device_key(tmp_path), folder, clock.now(), data=tmp_path)
        assert (told.sealed, told.copied) == (7, 1)
        (file,) = (folder / book.device).iterdir()
        found = opened(read(file.read_bytes(), file.name), PRIVATE)
        assert found.entries == tuple(book.entries())
        assert b"07123" not in file.read_bytes() and found.entries[0].person not in ("", "07123")


def test_the_same_export_again_changes_nothing(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert run(book, folder, tmp_path) == Report(0, 0, 0, 1, 0)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_a_quiet_kiosk_on_a_share_makes_few_batches(book: ListBook, folder: Path, tmp_path: Path) -> None:
    assert run(book, folder, tmp_path, force=False).batches == 1
    book.grow(5)
    assert run(book, folder, tmp_path, force=False, now=NOW + timedelta(minutes=30)).batches == 0
    assert run(book, folder, tmp_path, force=False, now=NOW + timedelta(minutes=61)).sealed == 5
    book.grow(5)
    assert run(book, folder, tmp_path, force=False, now=NOW - timedelta(days=9000)).sealed == 5  # the clock ran back


def test_health_goes_along_even_when_nothing_was_recorded(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path, health=Health(site="一车间"))
    later = NOW + timedelta(hours=7)
    for hours in range(3):
        run(book, folder, tmp_path, health=Health(site="二车间"), now=later + timedelta(hours=7 * hours))
    found = batches(folder)
    assert [len(b.entries) for b in found] == [40, 0]  # an older report that says nothing else is gone
    assert found[-1].slip.health["site"] == "二车间" and (found[-1].header.first, found[-1].header.last) == (41, 40)


def test_what_the_disk_lost_is_sealed_again(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path)
    spool = tmp_path / "kiosk" / "outbox"
    for turn in range(2):
        (kept,) = spool.glob("*.batch")
        if turn:
            kept.write_bytes(b"\0" * kept.stat().st_size)
        else:
            kept.unlink()
        other = share(tmp_path / f"other-{turn}")
        told = run(book, other, tmp_path)
        (found,) = batches(other)
        assert (found.header.first, found.header.last, len(found.entries), told.waiting) == (1, 40, 40, 1)


def test_a_lost_spool_begins_anew(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path)
    for path in (tmp_path / "kiosk" / "outbox").iterdir():
        path.unlink()
    assert run(book, folder, tmp_path).sealed == 40
    assert len(batches(folder)) == 1


def test_another_office_key(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path)
    other = PrivateKey.generate()
    told = run(book, folder, tmp_path, key=OfficeKey(bytes(other.public_key)))
    assert (told.batches, told.waiting) == (1, 1)
    assert len(batches(folder, bytes(other))[0].entries) == 40


def test_links_on_a_stick_lead_nowhere(book: ListBook, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "hall-3").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError) as error:
        run(book, folder, tmp_path)
    assert error.value.code == "OUTBOX_UNREACHABLE"
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert acknowledge(tmp_path / "kiosk", folder, "hall-3") == 0


def test_a_strangers_acknowledgement_is_worth_nothing(book: ListBook, folder: Path, tmp_path: Path) -> None:
    run(book, folder, tmp_path)
    (folder / "hall-3" / receipts.NAME).write_bytes(receipts.dump("hall-3", [f"{n:064x}" for n in range(100)], []))
    assert run(book, folder, tmp_path).upto == 0
    (found,) = batches(folder)
    (folder / "hall-3" / receipts.NAME).write_bytes(receipts.dump("hall-3", [found.slip.token], []))
    assert run(book, folder, tmp_path).upto == 40


def test_acknowledged_out_of_order(book: ListBook, folder: Path, tmp_path: Path) -> None:
    for _ in range(3):
        run(book, folder, tmp_path)
        book.grow(10)
    first, second, third = batches(folder)
    for known, upto in (([third], 0), ([second], 0), ([first, second], 60)):
        body = receipts.dump("hall-3", [b.slip.token for b in known], [])
        (folder / "hall-3" / receipts.NAME).write_bytes(body)
        assert acknowledge(tmp_path / "kiosk", folder, "hall-3") == upto
    with closing(Spool(tmp_path / "kiosk" / "outbox")) as spool:
        assert spool.waiting() == () and spool.confirmed() == (3, 60)


def test_large_records_make_more_batches(folder: Path, tmp_path: Path) -> None:
    book = ListBook("hall-3")
    book.grow(30, payload={"text": "长" * 250_000})
    told = run(book, folder, tmp_path)
    assert told.sealed == 30 and told.batches > 1
    assert [e.sequence for b in batches(folder) for e in b.entries] == list(range(1, 31))


def test_a_stick_without_room(book: ListBook, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    real = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().is_relative_to(folder):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    (folder / "hall-3").mkdir()
    with pytest.raises(StorageError):
        run(book, folder, tmp_path)
    assert list((folder / "hall-3").iterdir()) == []
    monkeypatch.undo()
    assert run(book, folder, tmp_path) == Report(0, 0, 1, 1, 0)


def test_the_device_key_stays(tmp_path: Path) -> None:
    made = device_key(tmp_path)
    assert device_key(tmp_path) == made
    assert (tmp_path / "device.key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "device.key").write_bytes(b"")
    assert device_key(tmp_path) != made
