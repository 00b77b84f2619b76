"""The batch format, byte by byte: what is cut, changed, foreign or newer is a `KioskError` and nothing else."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from fleet_world import NOW, PRIVATE, PUBLIC, entry, make, signer
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.fleet import batch, header, receipts
from kiosk.fleet.batch import Cover, Slip, build, opened, read
from kiosk.records.entry import Entry
from kiosk.sealing import seal

MADE = make("hall-1", 3, [entry("hall-1", n) for n in range(5, 25)], health={"site": "一车间"})
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
MOMENTS = st.integers(0, 4 * 10**12).map(lambda ms: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms))
ENTRIES = st.builds(
    Entry, device=st.just("hall-1"), sequence=st.integers(1, 10**6), boot=st.integers(0, 2**40), at=MOMENTS,
    monotonic=st.floats(0, 1e9), clock_trusted=st.booleans(), visit=TEXT, uid=TEXT, kind=TEXT.filter(bool),
    version=st.integers(0, 99), payload=st.dictionaries(TEXT, JSON, max_size=4), person=TEXT, unit=TEXT, once=TEXT,
)  # fmt: skip


def test_a_batch_byte_by_byte() -> None:
    """As `docs/pack-format.md` has it."""
    raw = MADE.raw
    assert raw[:7] == b"PKBATCH" and raw[7] == 1
    length = int.from_bytes(raw[8:12], "big")
    head = json.loads(raw[12 : 12 + length])
    assert sorted(head) == [
        "created",
        "device",
        "first",
        "key",
        "last",
        "number",
        "offset",
        "records",
        "sha256",
        "size",
    ]
    assert (head["device"], head["number"], head["first"], head["last"], head["records"]) == ("hall-1", 3, 5, 24, 20)
    assert head["created"] == "2026-05-03T09:30:00+00:00"
    assert len(raw) == 12 + length + head["size"] + 64
    signer("hall-1").verify_key.verify(raw[: 12 + length], raw[-64:])
    assert "一车间".encode() not in raw and b"quiz" not in raw
    found = opened(read(raw, "x"), PRIVATE)
    assert found.entries == tuple(entry("hall-1", n) for n in range(5, 25))
    assert found.slip.health == {"site": "一车间"}


@given(
    st.lists(ENTRIES, unique_by=lambda e: e.sequence, max_size=12).map(lambda es: sorted(es, key=lambda e: e.sequence))
)
@settings(max_examples=60)
def test_what_goes_in_comes_out(entries: list[Entry]) -> None:
    last = entries[-1].sequence if entries else 0
    made = make("hall-1", 1, entries, first=1, last=last)
    assert opened(read(made.raw, "x"), PRIVATE).entries == tuple(entries)


@given(st.integers(0, len(MADE.raw) - 1))
def test_every_cut_is_noticed(length: int) -> None:
    with pytest.raises(KioskError) as error:
        opened(read(MADE.raw[:length], "x"), PRIVATE)
    assert error.value.code == "BATCH_TRUNCATED" or length == 0


@given(st.integers(0, len(MADE.raw) - 1), st.integers(1, 255))
@settings(max_examples=300)
def test_every_changed_byte_is_noticed(place: int, mask: int) -> None:
    raw = bytearray(MADE.raw)
    raw[place] ^= mask
    with pytest.raises(KioskError) as error:
        opened(read(bytes(raw), "x"), PRIVATE)
    assert error.value.message.zh and error.value.message.en


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda b: b"PKBATCH\x01" + b))
@settings(max_examples=200)
def test_any_bytes(raw: bytes) -> None:
    with pytest.raises(KioskError):
        read(raw, "x")


@given(JSON | st.dictionaries(st.sampled_from(["device", "number", "first", "last", "records", "created", "offset", "size", "sha256", "key"]), JSON))  # fmt: skip
@settings(max_examples=200)
def test_any_header(raw: object) -> None:
    with pytest.raises(KioskError):
        header.parse(json.dumps(raw).encode("ascii"), "x")


def signed(lines: bytes, **changes: int) -> bytes:
    """A batch of a kiosk that breaks the rules: rightly signed and sealed."""
    made = build(Cover("hall-1", 1, 1, 3, NOW), [], Slip("0" * 64, "0" * 16, 0, {}), PUBLIC, signer("hall-1"))
    body = seal(lines, PUBLIC)
    import hashlib
    from dataclasses import replace

    head = replace(made.header, size=len(body), sha256=hashlib.sha256(body).hexdigest(), records=3, **changes)
    told = header.dump(head)
    front = b"PKBATCH\x01" + len(told).to_bytes(4, "big") + told
    return front + body + signer("hall-1").sign(front).signature


def line(sequence: int, **changes: object) -> bytes:
    return batch.line(entry("hall-1", sequence, **changes))


SLIP = b'{"token": "%s", "spool": "%s", "confirmed": 0, "health": {}}\n' % (b"0" * 64, b"0" * 16)
BROKEN = {
    "not packed": b"x",
    "nothing": zlib.compress(b""),
    "no slip": zlib.compress(b"{}\n"),
    "too few": zlib.compress(SLIP + line(1) + line(2)),
    "not ascending": zlib.compress(SLIP + line(1) + line(3) + line(2)),
    "twice": zlib.compress(SLIP + line(1) + line(2) + line(2)),
    "beyond its header": zlib.compress(SLIP + line(1) + line(2) + line(4)),
    "of another kiosk": zlib.compress(SLIP + line(1) + line(2) + batch.line(entry("hall-2", 3))),
    "cut in a line": zlib.compress(SLIP + line(1) + line(2) + line(3)[:-1]),
    "no record": zlib.compress(SLIP + line(1) + line(2) + b"[]\n"),
    "a number that is none": zlib.compress(SLIP + line(1) + line(2) + line(3).replace(b"3", b"NaN")),
    "deep": zlib.compress(SLIP + line(1) + line(2) + b"[" * 100_000 + b"\n"),
    "a bomb": zlib.compress(SLIP + b" " * (batch.MAX_PLAIN + 1)),
    "many lines": zlib.compress(SLIP + b"\n" * 10_002),
    "another encoding": zlib.compress(SLIP + line(1) + line(2) + line(3).decode().encode("gb18030")),
    "something behind it": zlib.compress(SLIP + line(1) + line(2) + line(3)) + b"x",
    "not whole": zlib.compress(SLIP + line(1) + line(2) + line(3))[:-3],
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_signed_and_wrong_all_the_same(body: bytes) -> None:
    with pytest.raises(KioskError) as error:
        opened(read(signed(body), "x"), PRIVATE)
    assert error.value.code == "BAD_BATCH"


def test_the_same_rules_take_a_right_one() -> None:
    assert len(opened(read(signed(zlib.compress(SLIP + line(1) + line(2) + line(3))), "x"), PRIVATE).entries) == 3


def test_a_later_format() -> None:
    with pytest.raises(KioskError) as error:
        read(MADE.raw[:7] + b"\x02" + MADE.raw[8:], "00000003-aa.batch")
    assert error.value.code == "BATCH_NEWER" and "00000003-aa.batch" in error.value.message.zh


@given(st.binary(max_size=300) | JSON.map(lambda v: json.dumps(v).encode()))
def test_any_acknowledgement(raw: bytes) -> None:
    told = receipts.parse(raw, "hall-1")
    assert told == receipts.Acknowledged()


def test_an_acknowledgement_is_for_one_kiosk() -> None:
    raw = receipts.dump("hall-1", ["a" * 64], ["00000001-abcdef01.batch"])
    assert receipts.parse(raw, "hall-1") == receipts.Acknowledged(("a" * 64,), ("00000001-abcdef01.batch",))
    assert receipts.parse(raw, "hall-2") == receipts.Acknowledged()
