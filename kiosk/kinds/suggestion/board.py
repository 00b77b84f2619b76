"""The public list: which cases, in which order, for how many days, and what the wall says about all of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.kinds.suggestion.model import BEST, FEWEST_RATINGS, Box, Case

OPEN = ("waiting", "taken")


@dataclass(frozen=True, slots=True)
class Tally:
    """What the list comes to.

    Args:
        cases: how many are public.
        solved: how many of them are solved.
        days: average days until the answer, rounded; -1 when nothing has been answered yet.
    """

    cases: int
    solved: int
    days: int


def tally(box: Box) -> Tally:
    """Count the list."""
    waits = [d for c in box.cases if c.answered and (d := between(c.received, c.answered)) is not None]
    days = round(sum(waits) / len(waits)) if waits else -1
    return Tally(len(box.cases), sum(c.state == "solved" for c in box.cases), days)


def shown(box: Box, topic: str = "") -> tuple[Case, ...]:
    """The newest first; of one topic, or of all."""
    found = [c for c in box.cases if topic in ("", c.topic)]
    return tuple(sorted(found, key=lambda c: (c.received, c.id), reverse=True))


def days_open(case: Case, today: date | None) -> int:
    """Days from its arrival to its end, or to today; -1 when the clock cannot be right (`today` is None) or runs behind.

    Args:
        today: None when the clock is not trusted.
    """
    if case.state not in OPEN:
        done = between(case.received, case.closed or case.answered)
        return -1 if done is None else done
    if today is None:
        return -1
    gone = between(case.received, today.isoformat())
    return -1 if gone is None else gone


def late(case: Case, today: date | None) -> bool:
    """Whether its deadline is over."""
    gone = between(case.deadline, today.isoformat()) if today and case.state in OPEN and case.deadline else None
    return gone is not None and gone > 0


def between(first: str, last: str) -> int | None:
    """Days between two ISO dates; None when one is missing, or the second is the earlier one."""
    try:
        gone = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None
    return gone if gone >= 0 else None


def found(box: Box, receipt: str) -> Case | None:
    """The case that a receipt belongs to.

    Args:
        receipt: its `code.public_hash`.
    """
    return next((c for c in box.cases if receipt in c.receipts), None)


def rated(case: str, stars: int) -> str:
    """How the record book tells a rating: one word, so that equal ones can be counted there."""
    return f"{case}:{stars}"


def average(counts: Mapping[str, int], case: str) -> tuple[int, float]:
    """How many people rated a case, and their average; (0, 0.0) when they are too few to be shown.

    Args:
        counts: how often each `rated` word is in the book.
    """
    told = {stars: counts.get(rated(case, stars), 0) for stars in range(1, BEST + 1)}
    many = sum(told.values())
    return (many, sum(s * n for s, n in told.items()) / many) if many >= FEWEST_RATINGS else (0, 0.0)
