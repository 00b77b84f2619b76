"""When something happened, on a kiosk whose clock was wrong. Pure.

A boot's earliest record with a trusted clock is its anchor: what the monotonic clock says before and after it is measured from
there. A boot without an anchor takes the moment of the boot before it, or of the one after. The result depends on which records
there are, never on the order in which they came.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

from kiosk.records.entry import Entry

Source: TypeAlias = Literal["clock", "boot", "neighbour", "said"]
"""The kiosk's clock was right; reckoned within its boot; of a neighbouring boot; nothing better is known."""


_FIRST, _LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment of a boot that is certain."""

    boot: int
    sequence: int
    at: datetime
    monotonic: float


def anchors_of(entries: Iterable[Entry]) -> dict[int, Anchor]:
    """The anchors that these records give, by boot. A monotonic clock of 0.0 was kept back on purpose and gives none."""
    found: dict[int, Anchor] = {}
    for entry in entries:
        if (
            entry.clock_trusted
            and entry.monotonic
            and (entry.boot not in found or entry.sequence < found[entry.boot].sequence)
        ):
            found[entry.boot] = Anchor(entry.boot, entry.sequence, entry.at, entry.monotonic)
    return found


def merged(old: Mapping[int, Anchor], new: Mapping[int, Anchor]) -> dict[int, Anchor]:
    """The changed anchors: those of `new` that are earlier than what was known."""
    return {b: a for b, a in new.items() if b not in old or a.sequence < old[b].sequence}


class Times:
    """Repairs the times of one kiosk."""

    def __init__(self, anchors: Mapping[int, Anchor]) -> None:
        self._anchors = anchors
        self._boots = sorted(anchors)

    def of(self, entry: Entry) -> tuple[datetime, Source]:
        """The best estimate for a record, and what it rests on."""
        if entry.clock_trusted:
            return entry.at, "clock"
        anchor = self._anchors.get(entry.boot)
        if anchor is not None:
            if not entry.monotonic:  # kept back on purpose: no closer than the hour
                return anchor.at.replace(minute=0, second=0, microsecond=0), "boot"
            try:
                return rounded(anchor.at + timedelta(seconds=entry.monotonic - anchor.monotonic)), "boot"
            except OverflowError:
                return entry.at, "said"
        near = self._neighbour(entry.boot)
        return (entry.at, "said") if near is None else (near.at.replace(minute=0, second=0, microsecond=0), "neighbour")

    def repaired(self, entry: Entry) -> tuple[Entry, Source]:
        """The record with its time repaired."""
        at, source = self.of(entry)
        return (entry if source in ("clock", "said") else replace(entry, at=at)), source

    def touched(self, boots: Iterable[int]) -> tuple[int, int]:
        """The range of boots whose times may rest on the anchors of these boots: (first, last), both included."""
        named = sorted(boots)
        below = self._boots[: bisect_left(self._boots, named[0])]
        above = self._boots[bisect_right(self._boots, named[-1]) :]
        return (below[-1] + 1 if below else 0), (above[0] - 1 if above else 2**63 - 1)

    def _neighbour(self, boot: int) -> Anchor | None:
        place = bisect_left(self._boots, boot)
        if place > 0:
            return self._anchors[self._boots[place - 1]]
        return self._anchors[self._boots[0]] if self._boots else None


def stamp(moment: datetime) -> str:
    """A moment as the database keeps it."""
    moment = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return moment.isoformat(timespec="milliseconds")


def rounded(moment: datetime) -> datetime:
    """A moment to the nearest millisecond, within what every calendar and database can say."""
    moment = min(max(moment, _FIRST), _LAST) + timedelta(microseconds=500)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
