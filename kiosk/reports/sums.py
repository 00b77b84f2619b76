"""Adding facts up once more, by whatever a report's rows are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from kiosk.records.facts import Fact

K = TypeVar("K", bound=Hashable)


class Tally(Generic[K]):
    """Counts and totals by row and measure.

    Args:
        facts: to add up.
        row: which row a fact belongs to; None leaves it out.
    """

    def __init__(self, facts: Iterable[Fact], row: Callable[[Fact], K | None]) -> None:
        self._counts: dict[tuple[K, str], int] = {}
        self._totals: dict[tuple[K, str], int] = {}
        rows: dict[K, None] = {}
        for fact in facts:
            key = row(fact)
            if key is None:
                continue
            rows[key] = None
            place = key, fact.measure
            self._counts[place] = self._counts.get(place, 0) + fact.count
            self._totals[place] = self._totals.get(place, 0) + round(fact.total * 1000)
        self.rows: tuple[K, ...] = tuple(rows)

    def count(self, row: K, measure: str) -> int:
        """How often it happened."""
        return self._counts.get((row, measure), 0)

    def total(self, row: K, measure: str) -> float:
        """The sum of what was measured."""
        return self._totals.get((row, measure), 0) / 1000

    def mean(self, row: K, measure: str, places: int = 1) -> float | None:
        """Total by count; None when it never happened."""
        count = self.count(row, measure)
        return round(self.total(row, measure) / count, places) if count else None

    def share(self, row: K, measure: str) -> float | None:
        """`mean`, for totals that count hits."""
        return self.mean(row, measure, 4)

    def ratio(self, row: K, part: str, whole: str) -> float | None:
        """Count of one measure by that of another; at most 1, None when the other never happened."""
        of = self.count(row, whole)
        return round(min(1.0, self.count(row, part) / of), 4) if of else None


def everything(facts: Iterable[Fact]) -> Tally[str]:
    """One row, called by the empty word."""
    return Tally(facts, lambda _fact: "")
