"""Times of a machine whose wall clock was wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.records.entry import Entry
from kiosk.records.repair import repair

DEAD = datetime(1970, 1, 1, tzinfo=UTC)
START = datetime(2026, 5, 1, 8, tzinfo=UTC)


def entry(sequence: int, boot: int, at: datetime, monotonic: float, *, trusted: bool) -> Entry:
    return Entry("d", sequence, boot, at, monotonic, trusted, "v", "p/i", "quiz", 1, {})


def test_a_clock_that_was_set_later_explains_what_came_before() -> None:
    before = entry(1, 4, DEAD, 100.0, trusted=False)
    after = entry(2, 4, START, 700.0, trusted=True)
    assert [(r.at, r.source) for r in repair([after, before])] == [
        (START - timedelta(minutes=10), "boot"), (START, "clock"),
    ]  # fmt: skip


def test_a_boot_without_a_trusted_moment_lies_between_its_neighbours() -> None:
    found = repair([
        entry(1, 1, START, 50.0, trusted=True),
        entry(2, 2, DEAD, 20.0, trusted=False), entry(3, 2, DEAD, 80.0, trusted=False),
        entry(4, 3, START + timedelta(seconds=30), 5.0, trusted=True),
    ])  # fmt: skip
    assert [(r.at - START, r.source) for r in found] == [
        (timedelta(0), "clock"), (timedelta(0), "between"), (timedelta(seconds=30), "between"),
        (timedelta(seconds=30), "clock"),
    ]  # fmt: skip


def test_before_everything_that_is_known_and_with_nothing_known() -> None:
    lost = [entry(1, 1, DEAD, 20.0, trusted=False), entry(2, 1, DEAD, 80.0, trusted=False)]
    assert [(r.at, r.source) for r in repair(lost)] == [(DEAD, "said"), (DEAD, "said")]
    found = repair([*lost, entry(3, 2, START, 5.0, trusted=True)])
    assert [(START - r.at).total_seconds() for r in found] == [60.0, 0.0, 0.0]


def test_what_keeps_its_moment_back_takes_that_of_its_neighbour() -> None:
    found = repair([entry(1, 1, DEAD, 0.0, trusted=False), entry(2, 1, START, 9.0, trusted=True)])
    assert found[0].at == START


boots = st.lists(
    st.tuples(st.floats(0, 1e6), st.lists(st.tuples(st.floats(0.001, 1e5), st.booleans()), min_size=1, max_size=6)),
    min_size=1, max_size=5,
)  # fmt: skip


def lived(story: list[tuple[float, list[tuple[float, bool]]]]) -> tuple[list[Entry], list[datetime]]:
    """A machine that was switched on and off, told with its true times."""
    entries, true, now = [], [], START
    for number, (off, told) in enumerate(story, 1):
        now += timedelta(seconds=off)
        on = now
        for after, trusted in told:
            now += timedelta(seconds=after)
            true.append(now)
            since = (now - on).total_seconds()
            entries.append(entry(len(true), number, now if trusted else DEAD, since, trusted=trusted))
    return entries, true


@given(boots, st.randoms())
def test_a_moment_of_the_same_boot_gives_the_true_time_in_any_order(
    story: list[tuple[float, list[tuple[float, bool]]]], order: object
) -> None:
    entries, true = lived(story)
    shuffled = list(entries)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    found = repair(shuffled)
    assert [r.sequence for r in found] == [e.sequence for e in entries]
    known = {e.boot for e in entries if e.clock_trusted}
    for e, truth, r in zip(entries, true, found, strict=True):
        if e.boot in known:
            assert abs((r.at - truth).total_seconds()) < 1e-3
        else:
            assert r.source in ("between", "said")
    if known:
        estimated = [r.at for r in found]
        assert all(b - a >= timedelta(milliseconds=-1) for a, b in pairwise(estimated))


@given(boots)
def test_a_trusted_time_is_never_changed(story: list[tuple[float, list[tuple[float, bool]]]]) -> None:
    entries = [replace(e, clock_trusted=True) for e in lived(story)[0]]
    assert [(r.at, r.source) for r in repair(entries)] == [(e.at, "clock") for e in entries]
