"""The wall of results: which entries stand as columns, which as thin bars, and how high. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.kinds.vote import report


@dataclass(frozen=True, slots=True)
class Stand:
    """One entry on the wall.

    Args:
        number: of the entry.
        votes: how many it has.
        share: of the leader's votes, 0 to 1.
        first: it leads, alone or with others.
    """

    number: int
    votes: int
    share: float
    first: bool


def stands(votes: Mapping[int, int]) -> tuple[Stand, ...]:
    """All entries from the lowest to the leader; of equal ones the lower number stands further to the leader's side."""
    ranked = report.ranked(votes)
    most = max((count for _, _, count in ranked), default=0)
    return tuple(
        Stand(number, count, count / most if most else 0.0, most > 0 and count == most)
        for _, number, count in reversed(ranked)
    )


def parted(all_: Sequence[Stand], columns: int) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
    """Thin bars for the many, columns for the best."""
    at = max(0, len(all_) - columns)
    return tuple(all_[:at]), tuple(all_[at:])


def time_left(minutes: int) -> tuple[int, int, int]:
    """Whole days, hours and minutes."""
    hours, rest = divmod(max(0, minutes), 60)
    days, hours = divmod(hours, 24)
    return days, hours, rest
