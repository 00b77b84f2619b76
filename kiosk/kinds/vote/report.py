"""From the records to a result, and the check that the running tally says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.measure import Measure
from kiosk.core.table import Column, Row, Table
from kiosk.core.text import Text
from kiosk.kinds.vote import ballot
from kiosk.kinds.vote.model import Contest

TITLE = Text("评选结果", "Result of the contest")

COLUMNS = (
    Column("rank", Text("名次", "Rank"), "integer"),
    Column("number", Text("编号", "Number"), "integer"),
    Column("entry", Text("作品", "Entry"), width=32),
    Column("by", Text("作者或单位", "By"), width=20),
    Column("votes", Text("票数", "Votes"), "integer"),
    Column("share", Text("得票率", "Share"), "percent"),
)

RECOUNT = (Column("check", Text("事项", "What"), width=28), Column("found", Text("结果", "Found"), width=12))


@dataclass(frozen=True, slots=True)
class Count:
    """A result.

    Args:
        votes: by number of the entry; entries without votes are in it with 0.
        voters: how many people, or visits, voted.
        refused: records that the rules do not allow, by their place in the records.
    """

    votes: Mapping[int, int]
    voters: int
    refused: tuple[tuple[int, ballot.Refusal], ...] = ()

    @property
    def total(self) -> int:
        """All votes."""
        return sum(self.votes.values())


def facts(payload: Mapping[str, Any]) -> Iterator[Measure]:
    """`vote`, by number of the entry."""
    vote = ballot.read(payload)
    if vote is not None:
        yield Measure("vote", str(vote.entry))


def tallied(contest: Contest, entries: Mapping[str, int], voters: int) -> Count:
    """The running tally: how often each number stands in the records."""
    return Count({e.number: entries.get(str(e.number), 0) for e in contest.entries}, voters)


def recount(contest: Contest, records: Iterable[Mapping[str, Any]]) -> Count:
    """Vote by vote once more, under the same rules.

    Args:
        contest: the rules under which it was voted.
        records: payloads of the contest's votes on one machine, oldest first; payloads of another shape are left out.
    """
    votes = {e.number: 0 for e in contest.entries}
    mine: dict[str, list[ballot.Vote]] = {}
    last: ballot.Vote | None = None
    refused: list[tuple[int, ballot.Refusal]] = []
    for place, payload in enumerate(records):
        vote = ballot.read(payload)
        if vote is None:
            continue
        own = mine.get(vote.voter, [])
        why = ballot.accept(contest, vote, own, last)
        if why:
            refused.append((place, why))
            continue
        mine.setdefault(vote.voter, []).append(vote)
        votes[vote.entry] += 1
        last = vote
    return Count(votes, len(mine), tuple(refused))


def tables(contest: Contest | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    """The result counted vote by vote, and whether the running tally says the same.

    The rules hold on each machine by itself, so votes are recounted machine by machine (`device`) and added up. Without the
    contest there are neither names nor rules: votes by number, and that is all.
    """
    by_machine: dict[str, list[Mapping[str, Any]]] = {}
    for payload in records:
        by_machine.setdefault(str(payload.get("device", "")), []).append(payload)
    votes = [vote for kept in by_machine.values() for payload in kept if (vote := ballot.read(payload)) is not None]
    tally = Counter(vote.entry for vote in votes)
    if contest is None:
        rows = ((rank, number, str(number), "", n, round(n / len(votes), 4)) for rank, number, n in ranked(tally))
        return (Table(TITLE, COLUMNS, tuple(rows)),)
    counts = [recount(contest, kept) for kept in by_machine.values()]
    sums = {e.number: sum(count.votes[e.number] for count in counts) for e in contest.entries}
    refused = tuple(one for count in counts for one in count.refused)
    counted = Count(sums, sum(count.voters for count in counts), refused)
    voters = sum(len({v.voter for p in kept if (v := ballot.read(p))}) for kept in by_machine.values())
    running = tallied(contest, {str(number): n for number, n in tally.items()}, voters)
    same = Text("是", "yes") if agree(counted, running) else Text("否", "no")
    checks: tuple[Row, ...] = (
        (Text("票数", "Votes"), str(counted.total)),
        (Text("投票的人（或次）", "Voters"), str(counted.voters)),
        (Text("规则不允许、没有计入的", "Refused by the rules"), str(len(counted.refused))),
        (Text("复核与计票相符", "Recount and tally agree"), same),
    )
    return table(contest, counted), Table(Text("复核", "Recount"), RECOUNT, checks)


def agree(one: Count, other: Count) -> bool:
    """Whether two counts say the same."""
    return dict(one.votes) == dict(other.votes) and one.voters == other.voters


def ranked(votes: Mapping[int, int]) -> tuple[tuple[int, int, int], ...]:
    """Rank, number and votes, the most votes first; equal votes share a rank, the lower number first."""
    order = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))
    found: list[tuple[int, int, int]] = []
    for place, (number, count) in enumerate(order, 1):
        rank = found[-1][0] if found and found[-1][2] == count else place
        found.append((rank, number, count))
    return tuple(found)


def table(contest: Contest, count: Count) -> Table:
    """The result, the first place first."""
    entries = {e.number: e for e in contest.entries}
    total = max(1, count.total)
    rows = tuple(
        (rank, number, entries[number].title, entries[number].by, votes, round(votes / total, 4))
        for rank, number, votes in ranked(count.votes)
    )
    return Table(TITLE, COLUMNS, rows)
