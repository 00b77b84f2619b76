"""The power goes while a database is made, upgraded or written: what was committed is there, what was not has no trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import MetaData, event

from kiosk.packs import schema
from kiosk.records import Record, RecordBook
from kiosk.records import schema as records_schema

from .conftest import Laboratory
from .hall import kiosk_on, make_office, shown

pytestmark = pytest.mark.timeout(600)

NEW = "the new packs are live"
UPGRADED = "the database is of today"


def first_release(name: str) -> str:
    return (Path(__file__).parent / f"{name}_v1.sql").read_text("utf-8")


def put_back(database: Path, made: str) -> None:
    """Turn a database of today into one of the first release, with the same rows in the tables it had."""
    today = database.replace(database.with_suffix(".today"))
    with closing(sqlite3.connect(database)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.executescript(made)
        old.execute("ATTACH ? AS today", [str(today)])
        for (table,) in old.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall():
            columns = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
            if not table.startswith("sqlite_"):
                rows = "manifest JOIN today.manifest_body USING (publisher, sha256)" if table == "manifest" else table
                old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{rows}")
        old.commit()
    today.unlink()


def version_of(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def columns_of(database: Path, tables: MetaData) -> dict[str, set[str]]:
    with closing(sqlite3.connect(database)) as connection:
        return {t: {row[1] for row in connection.execute(f'PRAGMA table_info("{t}")')} for t in tables.tables}


def columns_wanted(tables: MetaData) -> dict[str, set[str]]:
    return {name: set(table.columns.keys()) for name, table in tables.tables.items()}


def test_a_cut_during_the_upgrade_of_the_store(laboratory: Laboratory) -> None:
    office = make_office(laboratory.outside)
    old = office.publish(1)

    def before(disk: Path) -> None:
        with kiosk_on(disk) as store:
            office.trust(store)
            office.sync(store)
        put_back(disk / "store" / "packs.db", first_release("packs"))

    image = laboratory.prepare(before)
    new = office.publish(2)

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        with kiosk_on(disk) as store:
            mark(UPGRADED)
            assert office.sync(store).changed
            mark(NEW)

    def check(disk: Path, marks: list[str]) -> None:
        database = disk / "store" / "packs.db"
        assert version_of(database) in ([schema.VERSION] if UPGRADED in marks else [1, schema.VERSION])
        with kiosk_on(disk) as store:
            assert columns_of(database, schema.metadata) == columns_wanted(schema.metadata)
            assert shown(store) in ([new] if NEW in marks else [old, new])
            assert office.sync(store).problem is None
            assert shown(store) == new

    laboratory.survives(laboratory.record(image, work), check, 12)


def answer(number: int) -> Record:
    at = datetime(2026, 5, 1, tzinfo=UTC)
    said = {"choice": number, "why": "因为" * (number % 50)}
    return Record("visit", "safety/quiz", "quiz", 1, at, 1.0, clock_trusted=True, payload=said, once=f"ballot {number}")


def check_book(disk: Path, marks: list[str]) -> None:
    """Every answer that somebody was thanked for is there, in order, and the next one follows."""
    thanked = [int(m.split()[1]) for m in marks if m.startswith("answer")]
    book = RecordBook(disk / "records.db")
    try:
        assert book._db.quick_check() == ()
        held = [payload["choice"] for payload in book.payloads("quiz")]
        assert held == list(range(len(held)))
        assert len(held) >= len(thanked)
        device = next((m.split()[1] for m in marks if m.startswith("device")), book.device)
        assert book.device == device
        assert columns_of(disk / "records.db", records_schema.metadata) == columns_wanted(records_schema.metadata)
        if held:
            assert book.append(answer(0)) == 1  # asked once more, because nobody knew whether it had arrived
        book.append(answer(len(held)))
        assert book.count() == len(held) + 1
    finally:
        book.close()


def record_answers(laboratory: Laboratory, image: Path, *, lazy: bool = False):
    def work(disk: Path, mark: Callable[[str], None]) -> None:
        book = RecordBook(disk / "records.db")
        if lazy:
            book._db.close()
            event.listen(book._db._engine, "connect", lambda c, _r: c.execute("PRAGMA synchronous=NORMAL").close())
        mark(f"device {book.device}")
        for number in range(book.count(), 60):
            book.append(answer(number))
            mark(f"answer {number}")
        book.close()

    return laboratory.record(image, work, calm=lazy)


def test_a_committed_answer_is_never_lost(laboratory: Laboratory) -> None:
    recorded = record_answers(laboratory, laboratory.prepare(lambda _disk: None))
    laboratory.survives(recorded, check_book, 20)


def test_a_book_that_commits_without_a_flush_is_found_out(laboratory: Laboratory) -> None:
    """`synchronous=NORMAL`, the usual advice for WAL, loses answers; `kill -9` never does."""
    recorded = record_answers(laboratory, laboratory.prepare(lambda _disk: None), lazy=True)
    laboratory.is_found_out(recorded, check_book, 12, since="answer 0")


def test_a_cut_during_the_upgrade_of_the_records(laboratory: Laboratory) -> None:
    def before(disk: Path) -> None:
        book = RecordBook(disk / "records.db")
        for number in range(20):
            book.append(answer(number))
        book.close()
        put_back(disk / "records.db", first_release("records"))

    def check(disk: Path, marks: list[str]) -> None:
        upgraded = any(m.startswith("device") for m in marks)
        now = records_schema.VERSION
        assert version_of(disk / "records.db") in ([now] if upgraded else [1, now])
        with closing(sqlite3.connect(disk / "records.db")) as connection:
            held = connection.execute("SELECT count(*) FROM record").fetchone()[0]
        assert held >= 20 + sum(m.startswith("answer") for m in marks)
        book = RecordBook(disk / "records.db")
        try:
            assert [payload["choice"] for payload in book.payloads("quiz")] == list(range(held))
            assert columns_of(disk / "records.db", records_schema.metadata) == columns_wanted(records_schema.metadata)
            book.append(answer(held))
        finally:
            book.close()

    laboratory.survives(record_answers(laboratory, laboratory.prepare(before)), check, 12)
