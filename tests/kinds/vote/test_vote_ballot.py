"""Nobody ever has more votes than the rules give, whatever the clock does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.kinds.vote import ballot
from kiosk.kinds.vote.ballot import Moment, Vote
from kiosk.kinds.vote.model import Contest, Entry

ENTRIES = tuple(Entry(n, f"作品{n}", lines=("字",)) for n in range(1, 7))
ANY = Contest("essay", ENTRIES, 2, "contest", "number")
DAILY = replace(ANY, per="day")
OPEN = replace(ANY, per="visit", identity="none", cool_down=60)


def at(day: int, minute: int = 0, *, trusted: bool = True, mono: float = 0.0) -> Moment:
    """A moment of 2026, days and minutes after New Year."""
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, minutes=minute)
    return Moment(when.strftime(ballot.MINUTES), mono, trusted)


moments = st.builds(
    at,
    st.integers(0, 9),
    st.integers(0, 1439),
    trusted=st.sampled_from([True, True, True, False]),
    mono=st.floats(0, 1e6),
)
tries = st.lists(st.tuples(st.integers(1, 7), moments), max_size=40)


def play(contest: Contest, tried: list[tuple[int, Moment]]) -> list[Vote]:
    """One person tries again and again; what was accepted."""
    return play_on(contest, [], tried)


def play_on(contest: Contest, mine: list[Vote], tried: list[tuple[int, Moment]]) -> list[Vote]:
    """The same with votes given before."""
    mine = list(mine)
    for entry, now in tried:
        if not ballot.judge(contest, entry, mine, mine[-1] if mine else None, now):
            mine.append(ballot.cast(entry, "me", mine, now))
    return mine


@given(tries)
def test_a_contest_gives_a_person_its_votes_once(tried: list[tuple[int, Moment]]) -> None:
    mine = play(ANY, tried)
    assert len(mine) <= ANY.limit
    assert len({v.entry for v in mine}) == len(mine), "each for another entry"


@given(tries)
def test_a_clock_that_runs_backwards_gives_no_vote_more(tried: list[tuple[int, Moment]]) -> None:
    mine = play(DAILY, tried)
    days = [v.day for v in mine]
    assert days == sorted(days), "a person's day never goes back"
    for day in set(days):
        given_then = [v.entry for v in mine if v.day == day]
        assert len(given_then) <= DAILY.limit and len(set(given_then)) == len(given_then)
    seen = {now.day for _, now in tried if now.trusted}
    assert set(days) <= seen | {""}, "only a day that the clock has shown is a day"
    assert len(mine) <= DAILY.limit * (len(seen) + 1)
    if mine and mine[-1].day:
        later = at(0)  # the first day there is, tried to the full
        more = play_on(DAILY, mine, [(n, later) for n in range(1, 7)])
        assert len([v for v in more if v.day == mine[-1].day]) <= DAILY.limit and {v.day for v in more} == set(days)


@given(tries, st.permutations(range(5)))
def test_only_running_forward_gives_the_votes_of_a_new_day(tried: list[tuple[int, Moment]], order: list[int]) -> None:
    """The same days in any order never give more than in their right order, each tried to the full."""
    backwards = [(1 + i % 6, at(day, 5)) for day in order for i in range(6)]
    forwards = [(1 + i % 6, at(day, 5)) for day in sorted(order) for i in range(6)]
    assert len(play(DAILY, backwards)) <= len(play(DAILY, forwards)) == 5 * DAILY.limit
    assert len(play(DAILY, tried + backwards)) <= (len({n.day for _, n in tried}) + 5 + 1) * DAILY.limit


def test_a_day_ends_at_midnight() -> None:
    night, morning = at(0, 1439), at(1, 0)
    mine = [ballot.cast(1, "me", [], night)]
    mine.append(ballot.cast(2, "me", mine, night))
    assert ballot.judge(DAILY, 3, mine, None, night) == "used"
    assert ballot.judge(DAILY, 3, mine, None, morning) == ""
    assert ballot.judge(DAILY, 1, mine, None, morning) == "", "tomorrow the same entry may have another vote"
    mine.append(ballot.cast(3, "me", mine, morning))
    assert ballot.judge(DAILY, 4, mine, None, night) == "", "the clock ran back: still the later day"
    mine.append(ballot.cast(4, "me", mine, night))
    assert mine[-1].day == morning.day
    assert ballot.judge(DAILY, 5, mine, None, night) == "used"


@pytest.mark.parametrize(
    ("now", "stage"),
    [
        (at(0, 599), "before"),
        (at(0, 600), "open"),
        (at(4, 1079), "open"),
        (at(4, 1080), "after"),
        (at(2, trusted=False), "clock"),
    ],
)
def test_the_stages_of_a_contest(now: Moment, stage: str) -> None:
    dated = replace(ANY, opens="2026-01-01T10:00", closes="2026-01-05T18:00")
    assert ballot.stage(dated, now) == stage
    assert ballot.judge(dated, 1, [], None, now) == ("" if stage == "open" else stage)
    assert ballot.stage(ANY, now) == "open", "without dates the clock does not matter"


def test_a_day_without_a_right_clock_is_one_day() -> None:
    mine = play(DAILY, [(n, at(n, trusted=False)) for n in range(1, 7)])
    assert len(mine) == DAILY.limit and {v.day for v in mine} == {""}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6), st.floats(0, 90)), max_size=40))
def test_visits_without_identity_wait_for_each_other(steps: list[tuple[int, int, float]]) -> None:
    mine: dict[int, list[Vote]] = {}
    last, now, accepted = None, 0.0, []
    for visit, entry, pause in steps:
        now += pause
        own = mine.setdefault(visit, [])
        if not ballot.judge(OPEN, entry, own, last, at(0, mono=now)):
            last = ballot.cast(entry, str(visit), own, at(0, mono=now))
            own.append(last)
            accepted.append((visit, now))
    assert all(len(votes) <= OPEN.limit for votes in mine.values())
    begun: set[int] = set()
    for n, (visit, when) in enumerate(accepted):
        if visit not in begun and n:
            assert when - accepted[n - 1][1] >= OPEN.cool_down, "a new visit waits after the vote before it"
        begun.add(visit)


def test_a_machine_that_was_started_again_has_cooled_down() -> None:
    last = ballot.cast(1, "a", [], at(0, mono=5000.0))
    assert ballot.judge(OPEN, 1, [], last, at(0, mono=5030.0)) == "cooling"
    assert ballot.cooling(OPEN, [], last, at(0, mono=5030.0)) == 30
    assert ballot.judge(OPEN, 1, [], last, at(0, mono=40.0)) == ""
    assert ballot.judge(OPEN, 2, [last], last, at(0, mono=5030.0)) == "", "who has begun may go on"


def test_an_unknown_entry_gets_nothing() -> None:
    assert ballot.judge(ANY, 99, [], None, at(0)) == "unknown"


def test_a_vote_made_ready_before_another_one_is_stale() -> None:
    first = ballot.cast(1, "me", [], at(3))
    late = ballot.cast(2, "me", [], at(1))
    assert ballot.accept(DAILY, late, [first], first) == "stale"
    assert ballot.accept(DAILY, ballot.cast(2, "me", [first], at(1)), [first], first) == ""


@given(st.builds(ballot.cast, st.integers(1, 999), st.text(min_size=1, max_size=40), st.just(()), moments))
def test_a_vote_survives_the_records(vote: Vote) -> None:
    assert ballot.read(vote.payload()) == vote


@pytest.mark.parametrize(
    "junk",
    [{}, {"entry": True}, {"entry": "3"}, {**ballot.cast(1, "x", (), at(0)).payload(), "voter": ""},
     {**ballot.cast(1, "x", (), at(0)).payload(), "trusted": 1}, {**ballot.cast(1, "x", (), at(0)).payload(), "monotonic": "1"}],
)  # fmt: skip
def test_other_payloads_are_no_votes(junk: dict[str, object]) -> None:
    assert ballot.read(junk) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"entries": ()},
        {"entries": (ENTRIES[1], ENTRIES[0])},
        {"entries": (ENTRIES[0], ENTRIES[0])},
        {"limit": 0},
        {"limit": 999},
        {"per": "visit"},
        {"identity": "none"},
        {"cool_down": -1},
        {"entries": (Entry(0, "零"),)},
    ],
)
def test_a_contest_that_cannot_be_voted_in_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ContentError):
        replace(ANY, **wrong)  # type: ignore[arg-type]
