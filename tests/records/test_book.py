"""`records.db`: every record numbered, dated and kept; nothing half written."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from support.oldbook import V2

from kiosk.core.errors import BusyError, ContentError, StorageError
from kiosk.core.text import Text
from kiosk.records import Pages, Record, RecordBook

AT = datetime(2026, 5, 1, 8, 30, 0, 123_456, tzinfo=UTC)


def entry(**changes: Any) -> Record:
    given: dict[str, Any] = {
        "visit": "v1", "uid": "quizzes/law", "kind": "quiz", "version": 1, "at": AT, "monotonic": 12.5, "clock_trusted": True,
        "payload": {"right": 3, "名": "王"},
    }  # fmt: skip
    return Record(**given | changes)


def rows(path: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        return [dict(r) for r in db.execute("SELECT * FROM record ORDER BY sequence")]


def test_the_envelope(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "deep" / "records.db")
    assert book.append(entry()) == 1
    (row,) = rows(tmp_path / "deep" / "records.db")
    assert json.loads(row.pop("payload")) == {"right": 3, "名": "王"}
    assert row == {
        "sequence": 1, "device": book.device, "boot": 1, "at": "2026-05-01T08:30:00.123+00:00", "monotonic": 12.5,
        "clock_trusted": 1, "visit": "v1", "uid": "quizzes/law", "kind": "quiz", "version": 1, "person": "",
        "once": None, "unit": "",
    }  # fmt: skip
    book.close()


def test_device_and_sequence_go_on_when_the_book_is_opened_again(tmp_path: Path) -> None:
    devices, numbers = set(), []
    for _ in range(3):
        book = RecordBook(tmp_path / "r.db")
        devices.add(book.device)
        numbers += [book.append(entry()), book.append(entry())]
        book.close()
    assert len(devices) == 1
    assert numbers == [1, 2, 3, 4, 5, 6]
    assert [r["boot"] for r in rows(tmp_path / "r.db")] == [1, 1, 2, 2, 3, 3]


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    book.append(entry())
    book.append(entry())
    with closing(sqlite3.connect(tmp_path / "r.db")) as db, db:
        db.execute("DELETE FROM record WHERE sequence=2")
    assert book.append(entry()) == 3
    book.close()


def test_two_machines_have_two_names(tmp_path: Path) -> None:
    one, two = RecordBook(tmp_path / "1.db"), RecordBook(tmp_path / "2.db")
    assert one.device != two.device
    one.close()
    two.close()


def test_two_kinds_share_the_book(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    book.append(entry(payload={"right": 3}))
    book.append(entry(kind="vote", uid="may/photo", payload={"for": "7"}))
    book.append(entry(payload={"right": 5}))
    assert book.count() == 3
    assert book.payloads("quiz") == ({"item": "quizzes/law", "right": 3}, {"item": "quizzes/law", "right": 5})
    assert book.payloads("vote") == ({"item": "may/photo", "for": "7"},)
    assert book.payloads("survey") == ()
    book.close()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.dictionaries(st.text(max_size=5).filter(lambda k: k != "item"), json_values, max_size=4), st.integers(1, 9998)
)
def test_any_payload_comes_back(tmp_path: Path, payload: dict[str, Any], year: int) -> None:
    book = RecordBook(tmp_path / "r.db")
    book.append(entry(payload=payload, at=AT.replace(year=year)))
    assert book.payloads("quiz")[-1] == {"item": "quizzes/law", **payload}
    assert rows(tmp_path / "r.db")[-1]["at"].startswith(f"{year:04}-05-01T")
    book.close()


def test_a_full_disk_is_said_and_leaves_no_half_record(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    book.append(entry())
    engine = book._db._engine
    engine.dispose()
    pages = event.listens_for(engine, "connect")(lambda c, _: c.execute("PRAGMA max_page_count=1").close())
    with pytest.raises(StorageError) as caught:
        book.append(entry(payload={"much": "字" * 100_000}))
    assert (caught.value.code, caught.value.exit_code) == ("DISK_FULL", 74)
    assert book.count() == 1
    event.remove(engine, "connect", pages)
    engine.dispose()
    assert book.append(entry()) == 2
    book.close()


def test_a_second_writer_waits_and_then_says_busy(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    book._db._engine.dispose()
    event.listen(book._db._engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout=50").close())
    with closing(sqlite3.connect(tmp_path / "r.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            book.append(entry())
        other.execute("ROLLBACK")
    assert book.append(entry()) == 1
    book.close()


@pytest.mark.parametrize(
    ("body", "code"), [(b"this is not a database" * 200, "DATABASE_DAMAGED"), (None, "DATABASE_UNREACHABLE")]
)
def test_a_book_that_cannot_be_opened_is_never_replaced(tmp_path: Path, body: bytes | None, code: str) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(body) if body else path.mkdir()
    with pytest.raises(StorageError) as caught:
        RecordBook(path)
    assert caught.value.code == code
    assert (path.read_bytes() == body) if body else path.is_dir()


def test_times_are_written_as_they_were_told(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    for ms in (1, 2, 1):
        book.append(entry(at=AT + timedelta(milliseconds=ms), monotonic=ms, clock_trusted=False))
    assert [(r["at"][20:23], r["monotonic"], r["clock_trusted"]) for r in rows(tmp_path / "r.db")] == [
        ("124", 1.0, 0), ("125", 2.0, 0), ("124", 1.0, 0),
    ]  # fmt: skip
    book.close()


def test_what_counts_once_is_written_once(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    assert [book.append(entry(once="ballot-1")), book.append(entry(once="ballot-1")), book.append(entry())] == [1, 1, 2]
    assert book.count() == 2
    book.close()


def test_a_rule_sees_the_book_and_may_refuse(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")

    def twice(pages: Pages) -> None:
        if pages.count("vote", "may/photo", pages.person("0417")) >= 2:
            raise ContentError("NO_MORE_VOTES", Text("票投完了。", "No votes left."), Text("谢谢。", "Thank you."))

    votes = [entry(kind="vote", uid="may/photo", payload={"for": ["3", "7"]}, person=p) for p in ("0417", " ０４１７")]
    assert [book.append(v, twice) for v in votes] == [1, 2]
    with pytest.raises(ContentError):
        book.append(votes[0], twice)
    assert book.append(entry(kind="vote", uid="may/photo", payload={"for": ["7"]}, person="0522")) == 3
    assert book.ask(lambda pages: pages.tally("vote", "may/photo", "for")) == {"3": 2, "7": 3}
    assert len(book.ask(lambda pages: pages.of("vote", "may/photo", pages.person("0522")))) == 1
    assert not [r for r in rows(tmp_path / "r.db") if "0417" in "".join(map(str, r.values()))]
    book.close()


def test_a_book_of_the_first_schema_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript(
            """CREATE TABLE device (id VARCHAR PRIMARY KEY, boot INTEGER NOT NULL);
            CREATE TABLE record (sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, device VARCHAR NOT NULL,
              boot INTEGER NOT NULL, at VARCHAR NOT NULL, monotonic FLOAT NOT NULL, clock_trusted INTEGER NOT NULL,
              visit VARCHAR NOT NULL, uid VARCHAR NOT NULL, kind VARCHAR NOT NULL, version INTEGER NOT NULL,
              payload VARCHAR NOT NULL);
            CREATE INDEX record_item ON record (kind, uid);
            INSERT INTO device VALUES ('d1', 4);
            INSERT INTO record VALUES (9, 'd1', 4, '2026-05-01', 1.0, 1, 'v', 'quizzes/law', 'quiz', 1, '{"right":3}');
            PRAGMA user_version=1;"""
        )
    book = RecordBook(path)
    assert (book.device, book.append(entry(person="0417")), book.count()) == ("d1", 10, 2)
    assert book.payloads("quiz")[0] == {"item": "quizzes/law", "right": 3}
    book.close()
    again = RecordBook(path)
    assert again.ask(lambda pages: pages.count("quiz", "quizzes/law", pages.person("0417"))) == 1
    again.close()


def structure(path: Path) -> dict[str, set[tuple[str, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {
            t: {tuple(map(str, r[1:4])) for r in db.execute(f"PRAGMA table_info({t})")}
            | {("index", str(r[1])) for r in db.execute(f"PRAGMA index_list({t})")}
            for t in tables
        }


def test_a_book_of_the_second_schema_goes_on(tmp_path: Path) -> None:
    path, new = tmp_path / "r.db", tmp_path / "new.db"
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript(V2)
    book = RecordBook(path)
    assert (book.device, book.append(entry(unit="三车间")), book.append(entry(once="ballot-1"))) == ("d2", 6, 5)
    assert [(r["sequence"], r["unit"], r["person"]) for r in rows(path)] == [(5, "", "abc"), (6, "三车间", "")]
    book.close()
    RecordBook(new).close()
    assert structure(path).keys() == structure(new).keys()
    assert structure(path)["record"] == structure(new)["record"]


def test_what_is_chosen_is_counted_by_an_index_as_the_tally_counts_it(tmp_path: Path) -> None:
    book = RecordBook(tmp_path / "r.db")
    for chosen in (3, 7, 7, None, 12):
        book.append(entry(kind="vote", uid="may/photo", payload={} if chosen is None else {"entry": chosen}))
    book.append(entry(kind="vote", uid="may/poem", payload={"entry": 3}))
    assert book.ask(lambda pages: pages.chosen("vote", "may/photo")) == {"3": 1, "7": 2, "12": 1}
    assert book.ask(lambda pages: pages.tally("vote", "may/photo", "entry")) == {"3": 1, "7": 2, "12": 1}
    book.close()
    with closing(sqlite3.connect(tmp_path / "r.db")) as db:
        asked = "SELECT max(sequence) FROM record WHERE kind='vote' AND uid='may/photo'"
        assert "record_newest" in str(db.execute(f"EXPLAIN QUERY PLAN {asked}").fetchall())
