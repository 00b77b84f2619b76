"""What one record of a visitor's doing says in numbers. A kind makes measures, `kiosk.records.facts` adds them up."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SECONDS = 24 * 60 * 60.0
"""Nothing that a visitor does is longer than a day; what is longer comes from a broken clock."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one record says.

    Args:
        name: of the measure: "answered", "seconds" ...
        key: which one of them: a question, an option, an entry of a contest.
        count: how many times it happened.
        total: the sum of what was measured: seconds, points, right answers. Kept to three decimals.
    """

    name: str
    key: str = ""
    count: int = 1
    total: float = 0.0


def number(untrusted: object, most: float = MOST_SECONDS) -> float | None:
    """A number from 0 to `most`; None when it is nothing of the sort."""
    if isinstance(untrusted, bool) or not isinstance(untrusted, (int, float)):
        return None
    return float(untrusted) if 0 <= untrusted <= most else None


def seconds(untrusted_ms: object) -> float:
    """Milliseconds of a payload in seconds; 0 when they are no such thing."""
    ms = number(untrusted_ms, MOST_SECONDS * 1000)
    return 0.0 if ms is None else ms / 1000


def word(untrusted: object, most: int = 200) -> str:
    """A string of at most `most` characters; empty when it is nothing of the sort."""
    return untrusted if isinstance(untrusted, str) and len(untrusted) <= most else ""
