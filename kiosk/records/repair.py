"""When did it happen, on a machine whose wall clock was wrong? Pure.

The monotonic clock knows how long before or after another moment of the same opening of the book, and the sequence knows
what came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, TypeAlias

from kiosk.records.entry import Entry

Source: TypeAlias = Literal["clock", "boot", "between", "said"]
"""`clock`: as the clock said, and it could be right. `boot`: measured from such a moment of the same boot. `between`: not
before what came before it, nor after what came after. `said`: nothing better is known."""
_LONGEST = timedelta(days=366 * 5)
"""Further than that from a trusted moment no boot lasts: the monotonic clock is not to be believed either."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The best estimate for one entry."""

    sequence: int
    at: datetime
    source: Source


def repair(entries: Iterable[Entry]) -> tuple[Repaired, ...]:
    """Estimate when each entry of one device was made.

    Args:
        entries: of one device; the more of it, the better the estimate.

    Returns:
        By sequence. A trusted time stays as it is; among the others of one boot the order of the monotonic clock is kept.
    """
    ordered = sorted(entries, key=lambda e: e.sequence)
    boots = [list(group) for _, group in groupby(ordered, key=lambda e: e.boot)]
    found = {r.sequence: r for boot in boots for r in _within(boot)}
    for at, boot in enumerate(boots):
        if any(e.sequence not in found for e in boot):
            before = max(
                (found[e.sequence].at for b in boots[:at] for e in b[-1:] if e.sequence in found), default=None
            )
            after = min(
                (found[e.sequence].at for b in boots[at + 1 :] for e in b[:1] if e.sequence in found), default=None
            )
            found |= {r.sequence: r for r in _between(boot, before, after)}
    return tuple(found[e.sequence] for e in ordered)


def _within(boot: Sequence[Entry]) -> Iterable[Repaired]:
    """Entries of a boot that has a trusted moment; what has no monotonic time of its own takes its neighbour's."""
    anchors = [e for e in boot if e.clock_trusted and e.monotonic > 0]
    for e in boot:
        if e.clock_trusted:
            yield Repaired(e.sequence, e.at, "clock")
        elif anchors:
            near = min(
                anchors, key=lambda a: abs(a.monotonic - e.monotonic) if e.monotonic else abs(a.sequence - e.sequence)
            )
            away = timedelta(seconds=e.monotonic - near.monotonic) if e.monotonic else timedelta(0)
            if abs(away) <= _LONGEST:
                yield Repaired(e.sequence, near.at + away, "boot")


def _between(boot: Sequence[Entry], before: datetime | None, after: datetime | None) -> Iterable[Repaired]:
    """Entries of a boot without one: as soon after what came before as the monotonic clock allows."""
    if before is None and after is None:
        yield from (Repaired(e.sequence, e.at, "said") for e in boot)
        return
    times = [e.monotonic for e in boot if e.monotonic > 0]
    first, last = (min(times), max(times)) if times else (0.0, 0.0)
    for e in boot:
        here = e.monotonic if e.monotonic > 0 else first
        if before is not None:
            at = before + min(timedelta(seconds=here - first), _LONGEST)
            at = at if after is None or after < before else min(at, after)
        else:
            assert after is not None
            at = after - min(timedelta(seconds=last - here), _LONGEST)
        yield Repaired(e.sequence, at, "between")
