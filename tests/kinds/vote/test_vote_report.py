"""The result, and that a recount says the same as the running tally."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.vote import ballot, booth, report, wall
from kiosk.kinds.vote.ballot import Moment
from kiosk.kinds.vote.model import Contest, Entry
from kiosk.records import Pages, Record, RecordBook

UID = "contests/demo"
CONTEST = Contest("essay", tuple(Entry(n, f"作品{n}") for n in range(1, 8)), 3, "day", "number")


def entry(vote: ballot.Vote, said: str, once: str = "") -> Record:
    return Record("v", UID, booth.VOTE, 1, datetime.now(UTC), vote.monotonic, vote.trusted, vote.payload(), said, once)


def attempt(book: RecordBook, contest: Contest, said: str, number: int, now: Moment) -> bool:
    """Look the voter up and vote, as the screen does."""
    known = book.ask(lambda pages: booth.known(pages, contest, UID, said))
    vote = ballot.cast(number, known.token, known.mine, now)
    try:
        book.append(entry(vote, said), booth.rule(contest, UID, vote))
    except booth.RefusedError:
        return False
    return True


def counted(book: RecordBook, contest: Contest) -> tuple[report.Count, report.Count]:
    """The running tally and the recount."""
    payloads: list[dict[str, Any]] = [p for p in book.payloads(booth.VOTE) if p["item"] == UID]
    return book.ask(booth.counting(contest, UID)), report.recount(contest, payloads)


@pytest.fixture
def book(tmp_path: Path) -> RecordBook:
    return RecordBook(tmp_path / "records.db")


@pytest.mark.parametrize("contest", [CONTEST, replace(CONTEST, per="visit", identity="none", cool_down=50)])
def test_a_recount_gives_the_same_result(contest: Contest, book: RecordBook) -> None:
    rnd = random.Random(5)
    accepted = 0
    for n in range(300):
        day = rnd.choice([1, 2, 3])  # the clock jumps about
        now = Moment(f"2026-05-0{day}T10:00", float(n * 20), rnd.random() < 0.9)
        accepted += attempt(book, contest, f"10{rnd.randrange(20):04}", rnd.randrange(0, 9), now)
    tally, again = counted(book, contest)
    assert accepted == tally.total == again.total > 20
    assert report.agree(tally, again) and again.refused == ()
    assert tally.voters <= 20


def test_a_record_somebody_put_in_by_hand_is_found(book: RecordBook) -> None:
    now = Moment("2026-05-01T10:00", 1.0, True)
    for number in (1, 2, 3):
        assert attempt(book, CONTEST, "100001", number, now)
    assert not attempt(book, CONTEST, "100001", 4, now), "the rule refuses inside the transaction"
    token = book.ask(lambda pages: pages.person("100001"))
    forged = ballot.Vote(4, token, "2026-05-01", "2026-05-01T10:00", 2.0, True)
    book.append(entry(forged, "100001"))
    tally, again = counted(book, CONTEST)
    assert not report.agree(tally, again)
    assert again.refused == ((3, "used"),) and again.total == 3


def test_two_votes_made_ready_at_once_cannot_both_be_the_last(book: RecordBook) -> None:
    """The screen knew nothing of the other vote; the book does."""
    now = Moment("2026-05-01T10:00", 1.0, True)
    known = book.ask(lambda pages: booth.known(pages, CONTEST, UID, "100001"))
    votes = [ballot.cast(n, known.token, known.mine, now) for n in (1, 2, 3, 4)]
    written = 0
    for vote in votes:
        try:
            book.append(entry(vote, "100001"), booth.rule(CONTEST, UID, vote))
            written += 1
        except booth.RefusedError as refused:
            assert refused.why == "used"
    assert written == CONTEST.limit


def test_a_double_tap_is_one_record(book: RecordBook) -> None:
    now = Moment("2026-05-01T10:00", 1.0, True)
    known = book.ask(lambda pages: booth.known(pages, CONTEST, UID, "100001"))
    vote = ballot.cast(1, known.token, known.mine, now)
    first = book.append(entry(vote, "100001", "a"), booth.rule(CONTEST, UID, vote))
    assert book.append(entry(vote, "100001", "a"), booth.rule(CONTEST, UID, vote)) == first
    assert book.ask(booth.counting(CONTEST, UID)).total == 1


def test_no_number_stands_in_the_book(book: RecordBook, tmp_path: Path) -> None:
    attempt(book, CONTEST, "10004277", 1, Moment("2026-05-01T10:00", 1.0, True))
    book.close()
    assert all(b"10004277" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_visit_nominates_three_and_no_more(book: RecordBook) -> None:
    def nominate(name: str) -> None:
        payload = {"name": name, "unit": "一车间", "why": "带徒弟", "at": "2026-05-01T10:00", "seed": 1}
        book.append(
            Record("v", UID, booth.NOMINATION, 1, datetime.now(UTC), 0.0, True, payload, "visit"),
            booth.at_most(UID, "visit"),
        )

    for name in "甲乙丙":
        nominate(name)
    with pytest.raises(booth.RefusedError):
        nominate("丁")
    assert book.ask(booth.counting(CONTEST, UID)).total == 0, "a nomination is no vote"


@given(st.dictionaries(st.integers(1, 999), st.integers(0, 50), max_size=200))
def test_ranks_are_shared_and_the_wall_ends_with_the_leader(votes: dict[int, int]) -> None:
    ranked = report.ranked(votes)
    assert [n for _, n, _ in ranked] == sorted(votes, key=lambda n: (-votes[n], n))
    for rank, _, count in ranked:
        assert rank == 1 + sum(c > count for c in votes.values())
    stands = wall.stands(votes)
    assert [s.votes for s in stands] == sorted(votes.values())
    assert all(0 <= s.share <= 1 for s in stands)
    if stands and stands[-1].votes:
        assert stands[-1].first and stands[-1].share == 1
    bars, columns = wall.parted(stands, 6)
    assert (*bars, *columns) == stands and len(columns) == min(6, len(stands))


def test_a_table_of_the_result() -> None:
    count = report.Count(dict(enumerate((3, 0, 5, 3, 0, 0, 1), 1)), 9)
    table = report.table(CONTEST, count)
    assert [row[:2] for row in table.rows[:4]] == [(1, 3), (2, 1), (2, 4), (4, 7)]
    assert table.rows[0][4:] == (5, 0.4167)
    assert len(table.columns) == len(table.rows[0])


def test_other_records_do_not_count() -> None:
    now = Moment("2026-05-01T10:00", 1.0, True)
    junk: list[dict[str, Any]] = [{}, {"entry": 1}, {"event": "x"}, ballot.cast(99, "a", (), now).payload()]
    again = report.recount(CONTEST, [*junk, ballot.cast(2, "a", (), now).payload()])
    assert again.total == 1 and again.refused == ((3, "unknown"),)


def test_a_vote_is_judged_quickly_among_many(tmp_path: Path) -> None:
    """A person's votes and the newest one are found by an index, not by reading all."""
    from sqlalchemy import insert

    from kiosk.records.schema import record

    book = RecordBook(tmp_path / "records.db")
    rows = [
        {
            "device": "d", "boot": 1, "at": "2026-05-01T02:00:00.000", "monotonic": 0.0, "clock_trusted": 1, "visit": "v", "uid": UID,
            "kind": booth.VOTE, "version": 1, "payload": json.dumps({"entry": 1, "voter": f"x{n}"}), "person": f"x{n}", "once": None,
        }
        for n in range(20_000)
    ]  # fmt: skip
    with book._db.transaction() as c:
        c.execute(insert(record), rows)
    free = replace(CONTEST, per="visit", identity="none")

    def once() -> float:
        began = time.perf_counter()
        book.ask(lambda pages: booth.known(pages, free, UID, "100001"))
        return time.perf_counter() - began

    assert min(once() for _ in range(5)) < 0.02
    assert isinstance(book.ask(lambda pages: pages), Pages)


def test_the_book_knows_its_newest_record_and_its_people(book: RecordBook) -> None:
    now = Moment("2026-05-01T10:00", 1.0, True)
    assert book.ask(lambda pages: pages.latest(booth.VOTE, UID)) is None
    for said, number in (("100001", 1), ("100002", 1), ("100001", 2)):
        assert attempt(book, CONTEST, said, number, now)
    newest = book.ask(lambda pages: pages.latest(booth.VOTE, UID))
    assert newest is not None and newest["entry"] == 2
    assert book.ask(lambda pages: pages.people(booth.VOTE, UID)) == 2
