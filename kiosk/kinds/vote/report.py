"""From the records to a result, and the check that the running tally says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kiosk.core.text import Text
from kiosk.kinds.vote import ballot
from kiosk.kinds.vote.model import Contest

Cell: TypeAlias = str | int | float

COLUMNS = (
    Text("名次", "Rank"),
    Text("编号", "Number"),
    Text("作品", "Entry"),
    Text("作者或单位", "By"),
    Text("票数", "Votes"),
    Text("得票率", "Share"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in both languages; `share` is a fraction of all votes, 0 to 1."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


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
    return Table(COLUMNS, rows)
