from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, insert, select
from sqlalchemy.exc import IntegrityError

from kiosk.core.errors import BusyError, StorageError
from kiosk.db import Database

schema = MetaData()
union = Table("union", schema, Column("id", Integer, primary_key=True), Column("name", Text, nullable=False))
member = Table("member", schema, Column("id", Integer, primary_key=True), Column("union", ForeignKey("union.id")))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "deep" / "x.db", schema, busy_timeout=0.05)
    yield made
    made.close()


def names(db: Database) -> list[str]:
    with db.reader() as connection:
        return list(connection.execute(select(union.c.name)).scalars())


@pytest.mark.parametrize(("synchronous", "number"), [("FULL", 2), ("NORMAL", 1)])
def test_every_connection_has_our_rules(tmp_path: Path, synchronous: str, number: int) -> None:
    db = Database(tmp_path / "x.db", schema, synchronous=synchronous)  # type: ignore[arg-type]
    with db.reader() as one, db.reader() as two:
        for connection in (one, two):
            pragma = {
                n: connection.exec_driver_sql(f"PRAGMA {n}").scalar()
                for n in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
            assert pragma == {"journal_mode": "wal", "synchronous": number, "foreign_keys": 1, "busy_timeout": 5000}
    db.close()


def test_a_transaction_is_all_or_nothing(db: Database) -> None:
    with db.transaction() as connection:
        connection.execute(insert(union).values(name="工会"))
    with pytest.raises(RuntimeError), db.transaction() as connection:
        connection.execute(insert(union).values(name="never"))
        raise RuntimeError
    assert names(db) == ["工会"]
    assert db.quick_check() == ()


def test_our_own_mistakes_are_not_dressed_up(db: Database) -> None:
    with pytest.raises(IntegrityError), db.transaction() as connection:
        connection.execute(insert(member).values(union=99))


def test_a_reader_sees_one_moment_and_never_waits(db: Database) -> None:
    with db.reader() as reading:
        assert reading.execute(select(union)).all() == []
        with db.transaction() as writing:
            writing.execute(insert(union).values(name="new"))
        assert reading.execute(select(union)).all() == []
    assert names(db) == ["new"]


def test_a_second_writer_is_told_to_wait(db: Database) -> None:
    with db.transaction(), pytest.raises(BusyError, match="BUSY"), db.transaction():
        pass


def test_threads_take_turns(tmp_path: Path) -> None:
    db = Database(tmp_path / "x.db", schema)

    def write() -> None:
        for _ in range(20):
            with db.transaction() as connection:
                connection.execute(insert(union).values(name="x"))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(db)) == 80
    db.close()


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, schema, version=3).close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="DATABASE_NEWER"):
        Database(path, schema, version=2)
    assert path.read_bytes() == before


def test_an_older_schema_is_upgraded_in_one_transaction(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, schema, version=1).close()
    with pytest.raises(StorageError, match="DATABASE_OLDER"):
        Database(path, schema, version=2)

    def fails(connection: object, _found: int) -> None:
        connection.exec_driver_sql("CREATE TABLE half (a)")  # type: ignore[attr-defined]
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        Database(path, schema, version=2, upgrade=fails)
    seen: list[int] = []
    db = Database(path, schema, version=2, upgrade=lambda _c, found: seen.append(found))
    assert seen == [1]
    with db.reader() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0
    db.close()
    Database(path, schema, version=2).close()


def test_a_full_disk(db: Database) -> None:
    with db.reader() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=4").close()
    with pytest.raises(StorageError, match="DISK_FULL"), db.transaction() as connection:
        connection.execute(insert(union).values(name="x" * 100_000))
    assert names(db) == []


@pytest.mark.parametrize("body", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(body)
    with pytest.raises(StorageError, match="DATABASE_DAMAGED") as caught:
        Database(path, schema)
    assert "x.db" in caught.value.say("zh")


def test_quick_check_finds_a_broken_page(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    db = Database(path, schema)
    with db.transaction() as connection:
        connection.execute(insert(union), [{"name": "x" * 500} for _ in range(200)])
    db.close()
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    body = bytearray(path.read_bytes())
    body[-8192:-4096] = b"\xa5" * 4096
    path.write_bytes(body)
    db = Database(path, schema)
    with pytest.raises(StorageError, match="DATABASE_DAMAGED") if _malformed(path) else _noop():
        assert db.quick_check() != ()
    db.close()


def _malformed(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA quick_check").fetchall()
    except sqlite3.DatabaseError:
        return True
    finally:
        connection.close()
    return False


class _noop:  # noqa: N801
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="DATABASE_UNREACHABLE"):
        Database(tmp_path / "file" / "x.db", schema)
