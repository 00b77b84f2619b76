"""Receipts that kiosks leave on a stick: strict, because anybody can write one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.packs.receipt import Fetched, Receipt, build, parse, receipt_path

AT = datetime(2026, 5, 1, 8, tzinfo=UTC)
GOOD = {
    "format": 1,
    "device": "hall-3",
    "site": "一车间",
    "at": "2026-05-01T08:00:00Z",
    "packs": [{"publisher": "wuxi", "pack": "may-day", "version": 7}],
}


def test_there_and_back() -> None:
    body = build("hall-3", "一车间", AT.astimezone(timezone(timedelta(hours=8))), [Fetched("wuxi", "may-day", 7)])
    assert parse(body) == Receipt("hall-3", "一车间", AT, (Fetched("wuxi", "may-day", 7),))
    assert json.loads(body) == GOOD
    assert receipt_path("hall-3") == "outbox/receipts/hall-3.json"


def test_unknown_fields_are_ignored() -> None:
    assert parse(json.dumps(GOOD | {"mood": "good"}).encode()).device == "hall-3"


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": True},
        {"device": "../x"},
        {"device": "CON"},
        {"device": "con"},
        {"device": "com1"},
        {"device": ""},
        {"device": 3},
        {"site": "a\nb"},
        {"site": "a\u202eb"},
        {"site": "\ud800"},
        {"site": "x" * 201},
        {"site": None},
        {"at": "yesterday"},
        {"at": "2026-13-01T08:00:00Z"},
        {"at": 5},
        {"packs": None},
        {"packs": [1]},
        {"packs": [{"publisher": "wuxi", "pack": "../x", "version": 1}]},
        {"packs": [{"publisher": "wuxi", "pack": "may-day", "version": True}]},
        {"packs": [{"publisher": "wuxi", "pack": "may-day", "version": 2**31}]},
        {"packs": GOOD["packs"] * 4001},  # type: ignore[operator]
    ],
)
def test_a_rule_is_broken(change: dict[str, object]) -> None:
    with pytest.raises(ContentError, match="BAD_RECEIPT"):
        parse(json.dumps(GOOD | change).encode())


@pytest.mark.parametrize(
    "body",
    [b"", b"[" * 16000, b'{"format":' + b"9" * 15000 + b"}", b'{"format": NaN}', b"\xff", b" " * 600_000, b"[]"],
    ids=["empty", "deep", "digits", "nan", "bytes", "long", "list"],
)
def test_hostile_bytes(body: bytes) -> None:
    with pytest.raises(ContentError, match="BAD_RECEIPT"):
        parse(body)


@given(st.binary(max_size=300) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "x"]), inner, max_size=5),
).map(lambda v: json.dumps(v).encode()))  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(body: bytes) -> None:
    try:
        parse(body)
    except ContentError as error:
        assert error.say("zh") and error.say("en")


def test_what_cannot_be_read_is_never_written() -> None:
    with pytest.raises(ContentError, match="BAD_RECEIPT"):
        build("Hall 3", "", AT, [])
