"""What the records of an item come to, kept while the kiosk runs: the next time only what is new is read.

Ten thousand questionnaires are read in a quarter of a second, which whoever asks for their results would wait for.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Connection, func, select

from kiosk.records.schema import record

MOST = 8
"""Sums that are kept; the oldest goes first."""


class Sum(Protocol):
    """Something that grows with each record."""

    def add(self, payload: dict[str, Any]) -> object:
        """One more."""


S = TypeVar("S", bound=Sum)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A sum, the last record in it, and how many there are."""

    sum: Sum
    last: int = 0
    count: int = 0


class Sums:
    """The sums of one book; asked on one thread."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], _Kept] = {}

    def of(self, connection: Connection, kind: str, uid: str, name: str, start: Callable[[], S]) -> S:
        """The sum of an item's records, oldest first.

        Args:
            connection: a view of the book.
            kind: of the records.
            uid: of the item.
            name: tells sums of the same records apart; another name, another `start`.
            start: an empty one.
        """
        key = (kind, uid, name)
        kept = self._kept.pop(key, None)  # whatever happens now, a sum that is half counted on is not kept
        mine = (record.c.kind == kind) & (record.c.uid == uid)
        if kept is not None and kept.count:
            still = select(func.count()).select_from(record).where(mine, record.c.sequence <= kept.last)
            if connection.execute(still).scalar_one() != kept.count:
                kept = None  # some were sent to the office and deleted, or the book was mended
        grown = kept or _Kept(start())
        new = select(record.c.sequence, record.c.payload).where(mine, record.c.sequence > grown.last)
        last, count = grown.last, grown.count
        for last, payload in connection.execute(new.order_by(record.c.sequence)):  # noqa: B007  the last one is kept
            grown.sum.add(json.loads(payload))
            count += 1
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = _Kept(grown.sum, last, count)
        return cast("S", grown.sum)

    def forget(self) -> None:
        """Records were changed: count anew."""
        self._kept.clear()
