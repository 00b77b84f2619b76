"""Sums that go on from where they stopped, and begin anew when the book is not what it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.records import Pages, Record, RecordBook
from kiosk.records.schema import record
from kiosk.records.sums import MOST


class Counted:
    """Adds up, and tells how often it was begun."""

    begun = 0

    def __init__(self) -> None:
        type(self).begun += 1
        self.total = 0
        self.added = 0

    def add(self, payload: dict[str, Any]) -> None:
        self.total += payload["n"]
        self.added += 1


@pytest.fixture
def book(tmp_path: Path) -> Iterator[RecordBook]:
    Counted.begun = 0
    made = RecordBook(tmp_path / "records.db")
    yield made
    made.close()


def put(book: RecordBook, *numbers: object, uid: str = "a/b") -> None:
    for n in numbers:
        book.append(Record("v", uid, "survey", 1, datetime.now(UTC), 0.0, True, {"n": n}))


def total(book: RecordBook, uid: str = "a/b", name: str = "") -> tuple[int, int]:
    def ask(pages: Pages) -> tuple[int, int]:
        counted = pages.summed("survey", uid, name, Counted)
        return counted.total, counted.added

    return book.ask(ask)


def test_only_what_is_new_is_added(book: RecordBook) -> None:
    assert total(book) == (0, 0)
    put(book, 1, 2)
    put(book, 50, uid="a/c")
    assert total(book) == (3, 2)
    put(book, 4)
    assert total(book) == total(book) == (7, 3)
    assert Counted.begun == 1


def test_other_items_and_other_names_have_sums_of_their_own(book: RecordBook) -> None:
    put(book, 1)
    put(book, 50, uid="a/c")
    assert (total(book), total(book, "a/c"), total(book, name="later")) == ((1, 1), (50, 1), (1, 1))
    assert Counted.begun == 3


def test_what_is_gone_from_the_book_is_gone_from_the_sum(book: RecordBook) -> None:
    put(book, 1, 2, 4)
    assert total(book) == (7, 3)
    with book.transaction() as c:
        c.execute(delete(record).where(record.c.sequence == 1))
    assert total(book) == (6, 2)
    other = RecordBook(book.path, visiting=True)  # the cleaning of another process
    with other.transaction() as c:
        c.execute(delete(record).where(record.c.sequence == 3))
    other.close()
    assert total(book) == (2, 1)


def test_a_sum_that_broke_off_is_begun_anew(book: RecordBook) -> None:
    put(book, 1, "no number")
    with pytest.raises(TypeError):
        total(book)
    with book.transaction() as c:
        c.execute(delete(record).where(record.c.sequence == 2))
    assert total(book) == (1, 1)
    put(book, 2, "no number")
    with pytest.raises(TypeError):
        total(book)
    with pytest.raises(TypeError):
        total(book)
    assert Counted.begun == 3, "what was half added is not gone on with"


def test_few_sums_are_kept(book: RecordBook) -> None:
    put(book, 1)
    for n in range(MOST + 1):
        total(book, name=str(n))
    total(book, name=str(MOST))
    assert Counted.begun == MOST + 1
    total(book, name="0")
    assert Counted.begun == MOST + 2


def test_a_rule_sees_the_book_as_it_is(book: RecordBook) -> None:
    put(book, 1, 2)
    assert total(book) == (3, 2)
    seen: list[int] = []
    entry = Record("v", "a/b", "survey", 1, datetime.now(UTC), 0.0, True, {"n": 4})
    book.append(entry, lambda pages: seen.append(pages.summed("survey", "a/b", "", Counted).total))
    assert seen == [3] and total(book) == (7, 3)
    assert Counted.begun == 1


def test_what_was_refused_is_in_no_sum(book: RecordBook) -> None:
    def refuse(pages: Pages) -> None:
        raise KioskError(f"SUM_{pages.summed('survey', 'a/b', '', Counted).total}", Text("不", "no"), Text("", ""))

    put(book, 1, 2)
    with pytest.raises(KioskError) as refused:
        book.append(Record("v", "a/b", "survey", 1, datetime.now(UTC), 0.0, True, {"n": 4}), refuse)
    assert refused.value.code == "SUM_3"
    put(book, 8)
    assert total(book) == (11, 3)
