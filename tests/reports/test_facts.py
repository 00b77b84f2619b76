"""Facts: adding up is the same in any order and in any parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.measure import Measure
from kiosk.kinds import discover
from kiosk.records.entry import Entry
from kiosk.records.facts import Fact, Sums, measures

BY_KIND = {kind.key: kind.facts for kind in discover().values()}
CHINA = timezone(timedelta(hours=8))
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "event", "question", "right", "ms", "mode", "result", "riddle", "look", "seconds", "share", "ended", "pages", "act",
    "answers", "edition", "watched_ms", "finished", "entry", "voter", "field", "case", "rated", "claimed", "number", "place",
)  # fmt: skip
SOUND = (
    ("quiz", {"question": "q1", "right": True, "ms": 1333, "timed_out": False}),
    ("quiz", {"question": "q1", "right": False, "ms": 45_000, "timed_out": True}),
    ("quiz", {"result": True, "score": 7, "total": 10, "passed": True, "mode": "daily", "ms": 61_001}),
    ("quiz-round", {"end": True, "points": 3, "mode": "daily"}),
    ("quiz-draw", {"claimed": 7, "code": "AB12"}),
    ("riddle", {"event": "try", "riddle": "moon", "look": "lit", "ms": 9_999}),
    ("lesson", {"event": "finish", "edition": 1, "ms": 120_001}),
    ("segment", {"watched_ms": 60_100, "finished": True}),
    ("survey", {"event": "answer", "edition": "abc", "answers": {"how": "A", "why": "很好"}, "ms": 10}),
    ("suggestion", {"event": "letter", "sealed": "x"}),
    ("suggestion", {"event": "rating", "case": "2026-001", "rated": "2026-001:4"}),
    ("studio", {"event": "order", "field": "换模", "sealed": "x"}),
    ("vote", {"entry": 3, "voter": "v", "day": "", "at": "", "monotonic": 1.0, "trusted": True}),
    ("visit", {"seconds": 90.5, "ended": "idle", "pages": 4}),
    ("view", {"seconds": 33.3, "share": 0.5}),
    ("listen", {"seconds": 12.1, "share": None}),
    ("admin", {"act": "pin"}),
    ("from-the-future", {"seconds": 1}),
)


def entry(
    kind: str, payload: dict[str, Any], *, at: datetime | None = None, device: str = "k1", unit: str = "", n: int = 1
) -> Entry:
    when = at or datetime(2026, 11, 3, 4, 0, tzinfo=UTC)
    return Entry(device, n, 1, when, 0.0, True, "v", f"pack/{kind}", kind, 1, payload, "", unit, "")


entries = st.builds(
    lambda sound, hours, device, unit: entry(
        *sound, at=datetime(2026, 11, 3, tzinfo=UTC) + timedelta(hours=hours), device=device, unit=unit
    ),
    st.sampled_from(SOUND),
    st.integers(0, 60),
    st.sampled_from(("k1", "k2")),
    st.sampled_from(("", "总装", "三车间")),
)


def summed(found: list[Entry]) -> Sums:
    sums = Sums(BY_KIND, CHINA)
    for one in found:
        sums.add(one)
    return sums


@given(st.lists(entries, max_size=40), st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_order_and_any_parts_add_up_to_the_same(found: list[Entry], random: Any, parts: int) -> None:
    whole = list(summed(found))
    shuffled = list(found)
    random.shuffle(shuffled)
    together = Sums(BY_KIND, CHINA)
    for part in range(parts):
        together.merge(summed(shuffled[part::parts]))
    assert list(together) == whole
    assert sum(f.count for f in whole if f.measure == "records") == len(found)


@given(
    st.dictionaries(st.sampled_from(FIELDS), junk, max_size=6), st.sampled_from([*BY_KIND, "visit", "view", "lecture"])
)
def test_whatever_a_payload_says_nothing_is_raised(payload: dict[str, Any], kind: str) -> None:
    for said in measures(entry(kind, payload), BY_KIND):
        assert said.count == 1 and 0 <= said.total <= 1_000_000 and len(said.key) <= 300


@pytest.mark.parametrize(
    ("kind", "payload", "said"),
    [
        ("quiz", SOUND[0][1], [Measure("answered", "q1", total=1.0), Measure("time", "q1", total=1.333)]),
        ("quiz-round", SOUND[3][1], [Measure("points", "daily", total=3.0)]),
        ("suggestion", SOUND[10][1], [Measure("rated", "2026-001", total=4.0)]),
        ("suggestion", {"event": "rating", "case": "2026-001", "rated": "2026-002:4"}, []),
        ("survey", SOUND[8][1], [
            Measure("finished", "abc", total=0.01), Measure("answered", "abc/how"), Measure("answered", "abc/why")]),
        ("visit", SOUND[13][1], [
            Measure("visit", total=90.5), Measure("pages", total=4.0), Measure("ended", "idle")]),
        ("view", {"seconds": 10**9, "share": 2}, []),
        ("health", {"disk": 5}, []),
        ("from-the-future", {"seconds": 1}, []),
    ],
)  # fmt: skip
def test_what_a_record_says(kind: str, payload: dict[str, Any], said: list[Measure]) -> None:
    assert list(measures(entry(kind, payload), BY_KIND)) == [Measure("records"), *said]


def test_free_texts_of_a_survey_are_no_facts() -> None:
    told = [(f.key, f.measure) for f in summed([entry(*SOUND[8])])]
    assert all("很好" not in key for key, _ in told)


def test_the_day_ends_at_the_midnight_of_the_zone() -> None:
    before = entry("view", {"seconds": 1}, at=datetime(2026, 11, 3, 15, 59, 59, tzinfo=UTC))
    after = entry("view", {"seconds": 1}, at=datetime(2026, 11, 3, 16, 0, tzinfo=UTC))
    assert sorted({f.day.day for f in summed([before, after])}) == [3, 4]


def test_a_fact_goes_in_and_comes_out() -> None:
    fact = Fact(datetime(2026, 11, 3, tzinfo=UTC).date(), "k1", "", "view", "p/i", "view", "", 2, 0.3)
    sums = Sums({})
    sums.merge([fact, fact, fact])
    (told,) = sums
    assert (told.count, told.total, len(sums)) == (6, 0.9, 1)
