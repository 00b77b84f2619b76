"""What records add up to: numbers by day, kiosk, workshop and item, so that a report of a year reads no record.

A kind says what one of its records means as `Measure`s (`Kind.facts`); the records of the house (visits, views, listening,
admin acts, lectures, health) are known here. `Sums` adds them up into `Fact`s. Adding is the only operation: in whatever
order and in however many parts the records come, the facts are the same.

A payload may come from another machine and from another edition: what is not shaped as expected adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.core.measure import Measure, number, word

if TYPE_CHECKING:
    from kiosk.records.entry import Entry


@dataclass(frozen=True, slots=True)
class Fact:
    """Measures of one day, kiosk, workshop and item, added up."""

    day: date
    device: str
    unit: str
    kind: str
    uid: str
    measure: str
    key: str
    count: int
    total: float


__all__ = ["HOUSE", "RECORDS", "ByKind", "Fact", "Measure", "Sums", "measures"]

Payload: TypeAlias = Mapping[str, Any]
ByKind: TypeAlias = Mapping[str, Callable[[Payload], Iterable[Measure]]]
"""The kinds' own functions by key; `kiosk.kinds.discover()` has them."""
_Place: TypeAlias = tuple[date, str, str, str, str, str, str]

RECORDS = "records"
"""The measure every record has: how many there were of a kind."""
_GRAIN = 1000
"""Totals are added as whole thousandths: sums of binary fractions depend on their order."""


_ONE = Measure(RECORDS)


def measures(entry: Entry, by_kind: ByKind) -> Iterator[Measure]:
    """What a record says, with one `records` measure of its own; unknown kinds are counted and nothing more."""
    yield _ONE
    own = HOUSE.get(entry.kind) or by_kind.get(entry.kind.partition("-")[0])  # `quiz-round` is the quizzes' own
    if own is not None:
        yield from own(entry.payload)


class Sums:
    """Measures added up by day, kiosk, workshop, kind, item, measure and key.

    Args:
        by_kind: the kinds' own functions.
        zone: whose midnight ends a day; None is the zone of this machine.
    """

    def __init__(self, by_kind: ByKind, zone: tzinfo | None = None) -> None:
        self._by_kind = by_kind
        self._zone = zone
        self._amounts: dict[_Place, list[int]] = {}
        """Count and whole thousandths."""

    def add(self, entry: Entry) -> None:
        """Add one record."""
        at = entry.at if entry.at.tzinfo else entry.at.replace(tzinfo=UTC)
        head = (at.astimezone(self._zone).date(), entry.device, entry.unit, entry.kind, entry.uid)
        for measure in measures(entry, self._by_kind):
            thousandths = round(measure.total * _GRAIN) if measure.total else 0
            self._put((*head, measure.name, measure.key), measure.count, thousandths)

    def add_fact(self, fact: Fact) -> None:
        """Add what was added up before."""
        place = (fact.day, fact.device, fact.unit, fact.kind, fact.uid, fact.measure, fact.key)
        self._put(place, fact.count, round(fact.total * _GRAIN))

    def merge(self, other: Iterable[Fact]) -> None:
        """Add other sums."""
        for fact in other:
            self.add_fact(fact)

    def __iter__(self) -> Iterator[Fact]:
        """The facts, in the order of their places."""
        for place in sorted(self._amounts):
            count, thousandths = self._amounts[place]
            yield Fact(*place, count=count, total=thousandths / _GRAIN)

    def amounts(self) -> Iterator[tuple[_Place, tuple[int, int]]]:
        """Count and whole thousandths of each place, in no particular order: for a database that adds them up itself.

        A place is day, device, unit, kind, uid, measure and key, as in `Fact`.
        """
        return ((place, (count, thousandths)) for place, (count, thousandths) in self._amounts.items())

    def __len__(self) -> int:
        return len(self._amounts)

    def _put(self, place: _Place, count: int, thousandths: int) -> None:
        there = self._amounts.get(place)
        if there is None:
            self._amounts[place] = [count, thousandths]
        else:
            there[0] += count
            there[1] += thousandths


# --- records of the house ---------------------------------------------------------------------------------------------


def _timed(name: str, payload: Payload) -> Iterator[Measure]:
    seconds = number(payload.get("seconds"))
    if seconds is not None:
        yield Measure(name, total=seconds)
    share = number(payload.get("share"), 1.0)
    if share is not None:
        yield Measure("share", total=share)


def _visit(payload: Payload) -> Iterator[Measure]:
    yield from _timed("visit", payload)
    pages = number(payload.get("pages"), 100_000)
    if pages is not None:
        yield Measure("pages", total=pages)
    if ended := word(payload.get("ended")):
        yield Measure("ended", ended)


def _view(payload: Payload) -> Iterator[Measure]:
    return _timed("view", payload)


def _listen(payload: Payload) -> Iterator[Measure]:
    return _timed("listen", payload)


def _admin(payload: Payload) -> Iterator[Measure]:
    if act := word(payload.get("act")):
        yield Measure("act", act)


def _lecture(payload: Payload) -> Iterator[Measure]:
    """One lecture held: its seconds, the share of its steps that was reached, and who signed in where the record says."""
    yield from _timed("lecture", payload)
    reached, count = number(payload.get("reached"), 10_000), number(payload.get("count"), 10_000)
    if reached is not None and count:
        yield Measure("share", total=min(1.0, reached / count))
    people = number(payload.get("attendance"), 100_000)
    if people is not None:
        yield Measure("attendance", total=people)


def _health(_payload: Payload) -> Iterator[Measure]:
    return iter(())


HOUSE: ByKind = {
    "visit": _visit,
    "view": _view,
    "listen": _listen,
    "admin": _admin,
    "lecture": _lecture,
    "health": _health,
}
"""Kinds of records that belong to no exhibit."""
