"""The clock doctor: backwards, before the build, far ahead; and what repairs it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.health.clock import AHEAD, BACK, NEAR, Seen, judge, seen_now, signed_came
from kiosk.health.remember import NAME, load_seen, save_seen

MAY = datetime(2026, 5, 1, 8, tzinfo=UTC)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("now", "seen", "code"),
    [
        (MAY, Seen(), "CLOCK_RIGHT"),
        (datetime(1970, 1, 1, tzinfo=UTC), Seen(), "CLOCK_BEFORE_BUILD"),
        (datetime(2040, 1, 1, tzinfo=UTC), Seen(), "CLOCK_AHEAD"),
        (datetime(2040, 1, 1, tzinfo=UTC), Seen(signed=datetime(2039, 5, 1, tzinfo=UTC)), "CLOCK_RIGHT"),
        (MAY - timedelta(days=3), Seen(latest=MAY), "CLOCK_BACKWARDS"),
        (MAY - timedelta(hours=1), Seen(latest=MAY), "CLOCK_RIGHT"),
        (MAY, Seen(signed=MAY + timedelta(days=30)), "CLOCK_BACKWARDS"),
    ],
)
def test_judgement(now: datetime, seen: Seen, code: str) -> None:
    found = judge(now, seen)
    assert found.code == code
    assert (found.level == "ok") == (code == "CLOCK_RIGHT")
    assert found.level == "ok" or (found.hint.zh and found.hint.en)


def test_a_clock_that_was_ahead_once_is_repaired_by_signed_time() -> None:
    """Two years ahead for a day is believed; when it is set right it seems to run backwards, until a stick vouches."""
    seen = seen_now(MAY + timedelta(days=700), Seen(signed=MAY - timedelta(days=90)))
    now = MAY + timedelta(days=1)
    assert judge(now, seen).code == "CLOCK_BACKWARDS"
    seen = signed_came(now, MAY, seen)
    assert judge(now, seen).code == "CLOCK_RIGHT" and seen.signed == MAY


def test_old_signed_time_vouches_for_nothing() -> None:
    seen = Seen(latest=MAY, signed=MAY - timedelta(days=300))
    now = MAY - timedelta(days=100)
    assert judge(now, signed_came(now, now - NEAR - timedelta(days=1), seen)).code == "CLOCK_BACKWARDS"


def test_what_is_not_believed_is_not_remembered() -> None:
    assert seen_now(datetime(2045, 1, 1, tzinfo=UTC), Seen()) == Seen()
    assert seen_now(datetime(1970, 1, 1, tzinfo=UTC), Seen(latest=MAY)).latest == MAY


@given(st.lists(moments, max_size=20))
def test_an_honest_clock_is_always_believed(said: list[datetime]) -> None:
    seen = Seen()
    for now in sorted(said):
        if now - (seen.signed or datetime(2026, 1, 1, tzinfo=UTC)) > AHEAD:
            seen = signed_came(now, now, seen)
        assert judge(now, seen).level == "ok"
        seen = seen_now(now, seen)


@given(st.lists(st.tuples(moments, st.booleans()), max_size=20))
def test_what_is_remembered_never_goes_back_without_a_signature(steps: list[tuple[datetime, bool]]) -> None:
    seen = Seen()
    for now, signed in steps:
        before = seen
        seen = signed_came(now, now - timedelta(days=1), seen) if signed else seen_now(now, seen)
        if not signed and before.latest is not None:
            assert seen.latest is not None and seen.latest >= before.latest
        if seen.signed and before.signed:
            assert seen.signed >= before.signed


def test_it_is_kept_and_damage_is_no_memory(tmp_path: Path) -> None:
    seen = Seen(MAY, MAY - timedelta(days=2))
    save_seen(tmp_path, seen)
    assert load_seen(tmp_path) == seen
    for junk in (b"", b"\0" * 99, b"[]", b'{"latest": "soon", "signed": 5}', b'{"latest": "2026-05-01T08:00:00"}'):
        (tmp_path / NAME).write_bytes(junk)
        assert load_seen(tmp_path) == Seen()
    assert load_seen(tmp_path / "nowhere") == Seen()


def test_small_steps_back_are_a_time_service() -> None:
    assert timedelta(minutes=1) < BACK < timedelta(days=1)
