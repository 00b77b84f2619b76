"""What stays on the kiosk, for how long, and how one person is taken out of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.records import OpenBook, Record, open_book
from kiosk.records.backup import back_up, copies, remake
from kiosk.records.keeping import FIELDS, anonymous, erase, tidy
from kiosk.records.roster import Person

NOW = datetime(2030, 6, 1, tzinfo=UTC)
DEAD = datetime(1970, 1, 1, tzinfo=UTC)


def add(book: OpenBook, kind: str, days: float, payload: dict[str, Any] | None = None, **more: Any) -> int:
    at = NOW - timedelta(days=days)
    return book.append(Record("v", "p/i", kind, 1, at, 1.0, True, payload or {}, **more))


def test_what_the_office_has_and_nothing_reads_goes_after_a_quarter(tmp_path: Path) -> None:
    book = open_book(tmp_path / "records.db")
    for kind, days in (("view", 200), ("vote", 199), ("future", 198), ("view", 100), ("view", 80), ("visit", 1)):
        add(book, kind, days)
    assert tidy(book, NOW).deleted == 0  # the office has nothing yet
    book.forget(3)
    assert book.acknowledged() == 3
    assert tidy(book, NOW).deleted == 1
    book.forget(2)  # an older word changes nothing
    book.forget(99)
    assert book.acknowledged() == 6
    assert (tidy(book, NOW).deleted, tidy(book, NOW).deleted) == (1, 0)
    assert [(e.sequence, e.kind) for e in book.entries()] == [(2, "vote"), (3, "future"), (5, "view"), (6, "visit")]
    assert tidy(book, NOW + timedelta(days=400)).deleted == 2
    assert add(book, "view", 0) == 7  # numbers go on
    book.close()


def test_a_wrong_clock_deletes_nothing_that_is_new(tmp_path: Path) -> None:
    book = open_book(tmp_path / "records.db")
    add(book, "view", 200)
    for _ in range(3):
        book.append(Record("v", "", "view", 1, DEAD, 5.0, False, {}))
    book.forget(99)
    assert tidy(book, NOW).deleted == 1  # the others may be of today
    add(book, "view", 150)
    book.forget(99)
    assert tidy(book, NOW).deleted == 4  # they came before that one
    book.close()


def test_after_years_a_record_names_nobody_and_still_counts(tmp_path: Path) -> None:
    book = open_book(tmp_path / "records.db")
    payload = {"who": "h", "shown": "张*明", "score": 7, "more": [{"phone": "138"}]}
    add(book, "quiz-round", 1200, payload, person="0417", once="round 1")
    add(book, "quiz-round", 30, payload, person="0417")
    assert tidy(book, NOW).anonymous == 1
    assert tidy(book, NOW).anonymous == 0
    old, new = book.entries()
    assert (old.visit, old.payload) == ("", {"who": "h", "shown": "", "score": 7, "more": [{"phone": ""}]})
    assert (new.visit, new.payload) == ("v", payload)
    assert old.person == new.person != ""
    assert old.once == "round 1"
    book.close()


def test_a_person_is_erased_from_records_roster_copies_and_log(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    book = open_book(path)
    people = (Person("0417", "张小明", "三车间", "", "7788"), Person("0522", "李红", "一车间"))
    add(book, "admin", 3, {"act": "roster"})
    book.append(Record("", "", "admin", 1, NOW, 1.0, True, {}), lambda pages: void(pages.roster.replace(people)))
    who = book.ask(lambda pages: pages.person("0417"))
    other = book.ask(lambda pages: pages.person("0522"))
    add(book, "quiz-round", 2, {"who": who, "shown": "张*明", "score": 7}, person="0417", once=f"rating:{who}")
    add(book, "quiz-draw", 2, {"tickets": [who, other], "list": [{"who": who, "shown": "张*明"}]})
    add(book, "quiz-round", 2, {"who": other, "shown": "李*", "score": 9}, person="0522")
    add(book, "studio", 2, {"name": "张小明", "phone": "13800", "problem": "漏油"}, person="7788")
    back_up(path)
    assert erase(book, "7788") == 3  # the card is the same person's
    assert erase(book, "0417") == 0
    remake(path)
    found = list(book.entries())
    assert len(found) == 6
    assert [e.payload.get("score") for e in found if e.kind == "quiz-round"] == [7, 9]
    assert [e.unit for e in found if e.kind == "quiz-round"] == ["三车间", "一车间"]
    draw = next(e for e in found if e.kind == "quiz-draw")
    assert draw.payload["tickets"][1] == other
    assert draw.payload["tickets"][0] == draw.payload["list"][0]["who"] != who
    assert next(e for e in found if e.kind == "studio").payload == {"name": "", "phone": "", "problem": "漏油"}
    assert book.ask(lambda pages: (pages.roster.find("0417"), pages.roster.size())) == (None, 1)
    book.close()
    for file in (path, *(c.path for c in copies(path))):
        body = file.read_bytes()
        assert who.encode() not in body, file.name
        assert "张*明".encode() not in body
        assert "张小明".encode() not in body
    assert len(copies(path)) == 2


def void(_: object) -> None:
    """A rule returns nothing."""


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.just("HASH"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*sorted(FIELDS), "who", "x"]), inner, max_size=4)
    ),
)


@given(values)
def test_nothing_is_left_and_nothing_else_is_touched(payload: Any) -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [t for v in value.values() for t in texts(v)]
        return [t for v in value for t in texts(v)] if isinstance(value, list) else [value] * isinstance(value, str)

    gone = anonymous(payload, "HASH", "nobody")
    assert "HASH" not in texts(gone)
    assert anonymous(anonymous(payload)) == anonymous(payload)
    if "HASH" not in texts(payload):
        assert gone == payload
