"""A request: what it needs, what is written down of it, and what the office counts."""

from __future__ import annotations

import base64
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.core.errors import ContentError
from kiosk.kinds.studio import limit, order, report
from kiosk.kinds.studio.model import HelpCard, Studio
from kiosk.kinds.studio.order import Order
from kiosk.records import Record, RecordBook
from kiosk.sealing import OfficeKey, open_sealed, seal

WHOLE = Order(field="换模", problem="换一次太慢", team="三车间二班", phone="6032")
KNOWN = ("换模", "检测")


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({}, ""),
        ({"field": ""}, "field"),
        ({"field": "没有的"}, "field"),
        ({"problem": " 慢 "}, "problem"),
        ({"team": " 一 "}, "team"),
        ({"phone": "没有"}, "phone"),
        ({"phone": "", "way": "visit"}, ""),
        ({"phone": "", "way": "come"}, ""),
        ({"card": "032", "field": "", "problem": ""}, ""),
    ],
)
def test_what_is_still_missing(changed: dict[str, Any], gap: str) -> None:
    from dataclasses import replace

    assert order.missing(replace(WHOLE, **changed), KNOWN) == gap


@given(st.sampled_from(order.FIELDS), st.text(max_size=300))
def test_whatever_is_typed_stays_on_one_short_line(field: str, typed: str) -> None:
    said = getattr(order.write(Order(), field, typed), field)
    assert len(said) <= order.most(Order(), field) and not set(said) & set("\n\r\t\x00\u202e\ud83d")


@given(st.text("太慢，松", max_size=40), st.sampled_from(["总是停机", "量不准"]))
def test_a_phrase_goes_in_and_comes_out(typed: str, phrase: str) -> None:
    before = order.write(Order(), "problem", typed)
    once = order.phrase(before, phrase)
    assert len(once.problem) <= order.most(before, "problem")
    assert once is before or phrase in once.problem
    assert once is before or phrase not in order.phrase(once, phrase).problem


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_only_the_office_reads_what_was_sealed(problem: str, team: str, name: str) -> None:
    told = Order(field="换模")
    for field, said in (("problem", problem), ("team", team), ("phone", "6032"), ("name", name)):
        told = order.write(told, field, said)
    private = PrivateKey.generate()
    plain = order.letter(told, "ABC", "2026-11-22")
    assert len(plain) % order.BLOCK == 0
    sealed = seal(plain, OfficeKey(bytes(private.public_key)))
    payload = order.sealed_record(told, base64.b64encode(sealed).decode(), "2026-11-22")
    assert set(payload) == {"event", "card", "field", "sealed", "day"}
    read = order.unpack(open_sealed(base64.b64decode(payload["sealed"]), bytes(private)))
    assert read["problem"] == told.problem.strip() and read["phone"] == "6032" and read["code"] == "ABC"


@pytest.mark.parametrize("plain", [b"", b"[]", b"{}", b'{"format": 2}', b"\xff", b'"x"', b"null"])
def test_a_letter_nobody_can_read_is_an_error_we_know(plain: bytes) -> None:
    with pytest.raises(ContentError):
        order.unpack(plain)


def test_the_length_of_a_letter_tells_little() -> None:
    short, long = order.letter(WHOLE, "", ""), order.letter(order.write(WHOLE, "problem", "换" * 40), "", "")
    assert len(short) == len(long) == order.BLOCK


def test_a_plain_record_is_json() -> None:
    payload = json.loads(json.dumps(order.plain_record(WHOLE, "ABC", "")))
    assert payload["event"] == "order" and payload["way"] == "call" and payload["code"] == "ABC"


def test_the_report_counts_by_field_and_state() -> None:
    cards = (HelpCard("1", "一班", "难题", "open", "检测"), HelpCard("2", "一班", "难题", "solved", "换模"))
    records = [
        order.plain_record(WHOLE, "A", ""), order.sealed_record(WHOLE, "x", ""), order.sealed_record(Order(card="1", field="检测"), "x", ""),
        {"event": "order", "field": 7}, {"event": "else"}, {},
    ]  # fmt: skip
    told = report.table(records, [Studio(cards=cards)])
    assert told.rows == (("换模", 2, 1, 0, 0, 0, 1), ("检测", 0, 0, 1, 1, 0, 0))
    assert report.table([]).rows == () and len(told.columns) == 7


JUNK = st.dictionaries(
    st.sampled_from(["event", "field", "sealed"]), st.none() | st.integers() | st.text(max_size=5) | st.just("order")
)


@given(st.lists(JUNK, max_size=10))
def test_the_report_survives_any_record(records: list[dict[str, Any]]) -> None:
    assert all(len(row) == 7 for row in report.table(records).rows)


def test_a_visit_and_a_day_bring_so_many_cards_and_no_more(tmp_path: Path) -> None:
    """Judged in the transaction that would store the card, so that nothing gets in between."""
    with closing(RecordBook(tmp_path / "records.db")) as book:

        def hang(visit: str, day: str, uid: str = "studios/assembly") -> str:
            payload = order.sealed_record(WHOLE, "x", day)
            now = datetime(2026, 11, 22, tzinfo=UTC)
            entry = Record(visit, uid, limit.KEY, 1, now, 1.0, True, payload, person=limit.person(visit))
            try:
                book.append(entry, limit.rule(uid, visit, day))
            except limit.LimitError as error:
                return error.code
            return ""

        assert [hang("one", "2026-11-22") for _ in range(4)] == ["", "", "", "TOO_MANY_CARDS"]
        assert hang("one", "2026-11-22", "studios/other") == "", "each studio counts its own"
        later = [hang(f"visit {n}", "2026-11-22") for n in range(limit.MOST_A_DAY - 2)]
        assert set(later[:-1]) == {""} and later[-1] == "TOO_MANY_CARDS_TODAY"
        assert hang("another", "2026-11-23") == "", "a new day"
        assert [hang("", "") for _ in range(limit.MOST_A_DAY + 1)][-1] == "", "without a clock no day is counted"
        assert book.count() == 3 + 1 + limit.MOST_A_DAY - 3 + 1 + limit.MOST_A_DAY + 1
