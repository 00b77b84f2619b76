"""A damaged book comes back by itself: the copy, and whatever was recorded after it and can still be read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.oldbook import V2

from kiosk.core.errors import BusyError, StorageError
from kiosk.records import OpenBook, Record, RecordBook, identity, open_book
from kiosk.records.backup import back_up, check, copies, damaged
from kiosk.records.book import RecordBook as PlainBook
from kiosk.records.carve import carve, rows
from kiosk.records.recover import BROKEN, recover, restore

AT = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
COPIED, LATER = 300, 120
RECOVERS = pytest.mark.expect_log("RECORDS_RECOVERED")


def entry(number: int) -> Record:
    words = {"n": number, "words": "安全生产" * (number % 50), "long": "长" * 6000 if number % 97 == 0 else ""}
    return Record(
        "v", "quizzes/law", "quiz", 1, AT, number / 7, True, words, person=f"{number % 9:04}", once=f"o{number}"
    )


def fill(path: Path) -> OpenBook:
    """A copy of 300, then 120 more; still open, as at a power cut."""
    book = open_book(path)
    for number in range(1, COPIED + 1):
        book.append(entry(number))
    back_up(path)
    for number in range(COPIED + 1, COPIED + LATER + 1):
        book.append(entry(number))
    return book


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders as a power cut and an ordinary end leave them."""
    folder = tmp_path_factory.mktemp("books")
    book = fill(folder / "open" / "records.db")
    shutil.copytree(folder / "open", folder / "killed")
    book.close()
    return {"killed": folder / "killed", "closed": folder / "open"}


def numbers(book: RecordBook) -> list[int]:
    found = list(book.entries())
    for e in found:
        if e.kind == "quiz":
            assert e.payload == entry(e.sequence).payload
            assert e.once == f"o{e.sequence}"
    return [e.sequence for e in found if e.kind == "quiz"]


def gone(path: Path) -> None:
    path.unlink()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def empty(path: Path) -> None:
    gone(path)
    path.touch()


def head(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(4096))


def roots(path: Path) -> None:
    """The schema and every root page."""
    with path.open("r+b") as file:
        file.write(bytes(4096 * 8))


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def zeroes(path: Path) -> None:
    size = path.stat().st_size
    path.write_bytes(bytes(size))


@RECOVERS
@pytest.mark.parametrize(
    ("harm", "state"),
    [(head, "closed"), *((h, s) for h in (gone, empty, roots, half, zeroes) for s in ("closed", "killed"))],
)
def test_what_was_copied_comes_back_and_the_untouched_tail_too(
    tmp_path: Path, cut: dict[str, Path], harm: Callable[[Path], None], state: str
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(cut[state], folder)
    path = folder / "records.db"
    device = PlainBook(_copy(path, tmp_path / "look")).device
    harm(path)
    if harm in (half, head, roots) and (faults := check(path)):
        recover(path, BROKEN)
        assert faults
    book = open_book(path)
    back = numbers(book)
    assert back[:COPIED] == list(range(1, COPIED + 1))
    assert book.device == device
    everything = list(range(1, COPIED + LATER + 1))
    if harm in (head, roots):
        assert back == everything
    elif state == "killed" and harm in (half, zeroes):
        assert back[-1] == everything[-1]  # the log held the last ones
    assert book.append(entry(5000)) > COPIED + LATER  # no number twice, whatever was lost
    (told,) = [e for e in book.entries() if e.kind == "health"]
    assert told.payload["event"] == "recovered"
    assert told.payload["restored"] == COPIED
    assert told.sequence > COPIED + LATER
    assert told.payload["restored"] + told.payload["saved"] == len(back)
    assert told.payload["saved"] + told.payload["lost"] == back[-1] - COPIED
    assert check(path) == ()
    book.close()
    assert sorted(p.name for p in folder.iterdir() if "new" in p.name or "ready" in p.name) == []


def test_what_the_log_holds_is_not_damaged(tmp_path: Path, cut: dict[str, Path]) -> None:
    path = _copy(cut["killed"] / "records.db", tmp_path / "data")
    head(path)
    book = open_book(path)
    assert book.recovery is None
    assert numbers(book) == list(range(1, COPIED + LATER + 1))
    book.close()


def _copy(path: Path, folder: Path) -> Path:
    shutil.copytree(path.parent, folder)
    return folder / path.name


@RECOVERS
def test_without_a_copy_all_that_can_be_read_comes_back(tmp_path: Path, cut: dict[str, Path]) -> None:
    path = _copy(cut["closed"] / "records.db", tmp_path / "data")
    for copy in copies(path):
        copy.path.unlink()
    secret = identity.read(path)
    roots(path)
    recovery = recover(path, BROKEN)
    assert recovery is not None
    assert recovery.saved > COPIED
    book = open_book(path)
    assert set(numbers(book)) <= set(range(1, COPIED + LATER + 1))
    assert secret is not None
    found = identity.read(path)
    assert found is not None
    assert (found.device, found.secret) == (secret.device, secret.secret)
    assert book.ask(lambda p: p.count("quiz", "quizzes/law", p.person("0003"))) > 20  # the same hash as before
    book.close()
    assert damaged(path).exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(at=st.floats(0, 1))
def test_a_torn_log_leaves_a_beginning_and_never_gives_a_number_twice(
    tmp_path_factory: pytest.TempPathFactory, cut: dict[str, Path], at: float
) -> None:
    path = _copy(cut["killed"] / "records.db", tmp_path_factory.mktemp("torn") / "data")
    log = path.with_name(path.name + "-wal")
    kept = identity.read(path)
    assert kept is not None
    identity.write(path, identity.Identity(kept.device, kept.secret, kept.boot, kept.ceiling, COPIED + LATER))
    os.truncate(log, int(log.stat().st_size * at))
    book = open_book(path)
    back = numbers(book)
    assert back == list(range(1, len(back) + 1))
    assert book.append(entry(6000)) > COPIED + LATER  # all of them had left the kiosk
    book.close()


@RECOVERS
def test_a_power_cut_during_the_recovery_is_finished_at_the_next_start(
    tmp_path: Path, cut: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(Exception):
        pass

    real = Path.replace
    for cuts in range(6):
        path = _copy(cut["killed"] / "records.db", tmp_path / str(cuts))
        head(path)
        left = cuts

        def replace(self: Path, target: Path) -> Path:
            nonlocal left
            if left == 0:
                raise PowerCutError
            left -= 1
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        with suppress(PowerCutError):
            recover(path, BROKEN)
        monkeypatch.undo()
        book = open_book(path)
        assert numbers(book)[: COPIED + LATER] == list(range(1, COPIED + LATER + 1)), cuts
        book.close()


def test_a_book_in_use_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.records.inuse.PATIENCE", 0.05)
    book = open_book(tmp_path / "records.db")
    other = open_book(tmp_path / "records.db")
    with pytest.raises(BusyError) as caught:
        recover(tmp_path / "records.db", BROKEN)
    assert caught.value.code == "RECORDS_IN_USE"
    other.close()
    book.close()


def test_a_newer_book_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    open_book(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="DATABASE_NEWER"):
        open_book(path)
    assert path.read_bytes() == before


@RECOVERS
def test_copies_are_made_in_turns_and_one_is_always_whole(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    book = open_book(path)
    lasts = []
    for number in range(1, 5):
        book.append(entry(number))
        lasts.append(back_up(path).last)
        assert [c.last for c in copies(path)] == [number, number - 1][: min(number, 2)]
    assert lasts == [1, 2, 3, 4]
    copies(path)[0].path.write_bytes(b"nothing" * 1000)  # the newer one is damaged too
    book.close()
    zeroes(path)
    again = open_book(path)
    assert [e.sequence for e in again.entries()][:3] == [1, 2, 3]
    again.close()


def test_a_damaged_book_is_never_copied_over_a_good_copy(tmp_path: Path, cut: dict[str, Path]) -> None:
    path = _copy(cut["closed"] / "records.db", tmp_path / "data")
    with path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 4)
    before = [c.path.read_bytes() for c in copies(path)]
    with pytest.raises(StorageError, match="DATABASE_DAMAGED"):
        back_up(path)
    assert [c.path.read_bytes() for c in copies(path)] == before


@RECOVERS
def test_an_older_book_is_copied_before_it_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript(V2)
    open_book(path).close()
    (copy,) = copies(path)
    assert (copy.version, copy.last) == (2, 5)
    gone(path)
    book = open_book(path)
    assert next((e.sequence, e.kind) for e in book.entries()) == (5, "vote")
    book.close()


def test_restoring_by_hand_keeps_what_came_after(tmp_path: Path, cut: dict[str, Path]) -> None:
    path = _copy(cut["killed"] / "records.db", tmp_path / "data")
    recovery = restore(path, copies(path)[0])
    assert (recovery.restored, recovery.saved, recovery.lost) == (COPIED, LATER, 0)
    book = open_book(path)
    assert numbers(book) == list(range(1, COPIED + LATER + 1))
    book.close()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=4096), st.integers(0, 40))
def test_any_page_is_read_without_a_fault(body: bytes, cells: int) -> None:
    page = (b"\x0d\x00\x00" + cells.to_bytes(2, "big") + body).ljust(4096, b"\x81")[:4096]
    for rowid, columns in rows(lambda _n: page, 3, 4096):
        assert rowid > 0
        assert isinstance(columns, tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=200)), max_size=6))
def test_harm_anywhere_invents_no_record(
    tmp_path_factory: pytest.TempPathFactory, cut: dict[str, Path], places: list[tuple[float, bytes]]
) -> None:
    path = tmp_path_factory.mktemp("harm") / "records.db"
    shutil.copy(cut["closed"] / "records.db", path)
    with path.open("r+b") as file:
        for at, body in places:
            file.seek(int(path.stat().st_size * at))
            file.write(body)
    for _rowid, columns in carve(path, COPIED):
        assert isinstance(columns, tuple)
