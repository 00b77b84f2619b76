"""What was counted once says what counting anew would say: in every report, after interruptions, deletions and damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.booked import fill_book

from kiosk.cli.fleet import by_kind
from kiosk.fleet.simulate import Plan, entries
from kiosk.records.entry import Entry
from kiosk.reporting import counted
from kiosk.reporting.counted import FILE, CountedSource
from kiosk.reporting.joined import Joined
from kiosk.reporting.source import BookSource
from kiosk.reports.catalogue import NEEDS, REPORTS
from kiosk.reports.ledger.config import load
from kiosk.reports.material import Asked

PLAN = Plan(kiosks=10, days=30, seed=5, start=date(2026, 4, 1), visits=8.0)
SPAN = Asked(date(2026, 4, 5), date(2026, 4, 20))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "BLOCK", 400)


@pytest.fixture(scope="module", params=[3, 9], ids=["clock", "wrong clock"])
def made(request: pytest.FixtureRequest) -> list[Entry]:
    return list(entries(PLAN, request.param))


@pytest.fixture
def book(made: list[Entry], tmp_path: Path) -> Path:
    return fill_book(tmp_path / "records.db", made)


def count(book: Path) -> CountedSource:
    source = CountedSource(book, by_kind())
    shares = []
    while not shares or shares[-1] < 1:
        shares.append(source.count_on())
    assert shares == sorted(shares), "it only goes forward"
    return source


def reports(book: Path, source: BookSource, asked: Asked) -> dict[str, object]:
    joined = Joined(None, book.parent, load(book.parent), "zh", source)
    try:
        return {name: joined.report(name, asked) for name in REPORTS}
    finally:
        joined.close()


@pytest.mark.parametrize("asked", [Asked(), SPAN, Asked(unit="三车间")], ids=["all", "days", "unit"])
def test_every_report_is_the_one_of_the_command(book: Path, asked: Asked) -> None:
    found = reports(book, count(book), asked)
    assert found == reports(book, BookSource(book, by_kind()), asked)
    assert any(report.tables[0].rows for report in found.values())


def test_an_interrupted_count_goes_on_and_new_records_are_added(made: list[Entry], tmp_path: Path) -> None:
    cut = len(made) // 2
    book = fill_book(tmp_path / "records.db", made[:cut])
    for _ in range(2):
        CountedSource(book, by_kind()).count_on()
    half = count(book)
    assert half.records == cut
    fill_book(book, made[cut:])
    assert reports(book, count(book), Asked()) == reports(book, BookSource(book, by_kind()), Asked())


def test_what_was_deleted_counts_no_more(book: Path) -> None:
    count(book)
    with closing(sqlite3.connect(book)) as opened:
        opened.execute("DELETE FROM record WHERE sequence BETWEEN 100 AND 900 AND kind IN ('view', 'visit')")
        opened.execute("INSERT INTO note VALUES ('deleted 90', '900')")
        opened.commit()
    assert reports(book, count(book), Asked()) == reports(book, BookSource(book, by_kind()), Asked())


def test_a_book_changed_behind_its_back_is_counted_anew(book: Path) -> None:
    count(book)
    with closing(sqlite3.connect(book)) as opened:
        opened.execute("DELETE FROM record WHERE sequence BETWEEN 100 AND 900")
        opened.commit()
    source = CountedSource(book, by_kind())
    while source.count_on() < 1:
        pass
    assert reports(book, source, Asked()) == reports(book, BookSource(book, by_kind()), Asked())


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_made_again(book: Path, damage: bytes) -> None:
    before = list(count(book).facts(NEEDS["items"], SPAN))
    book.with_name(FILE).write_bytes(damage)
    assert list(count(book).facts(NEEDS["items"], SPAN)) == before


def test_nobody_is_in_it(book: Path, made: list[Entry]) -> None:
    count(book)
    held = book.with_name(FILE).read_bytes()
    people = {e.person for e in made if e.person}
    assert people
    assert not any(person.encode() in held for person in people)
