"""One fault must not write a hundred lines a second for a month: equal lines are counted instead."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

BURST = 20
"""Equal lines that are written within `WINDOW`."""
WINDOW = 60.0
"""Seconds."""
_KNOWN = 256
"""Different lines that are counted at the same time."""


@dataclass(slots=True)
class _Seen:
    since: float
    times: int = 0


class Flood(logging.Filter):
    """Lets the first lines of a kind through; after the window one line says how many more there were.

    Lines are of one kind when logger and message text are equal before their arguments are put in.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._seen: OrderedDict[tuple[str, str], _Seen] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to write it."""
        now, kind = self._monotonic(), (record.name, _kind(record))
        seen = self._seen.get(kind)
        if seen is None or now - seen.since > WINDOW:
            left_out = seen.times - BURST if seen is not None else 0
            self._seen[kind] = _Seen(now, 1)
            self._seen.move_to_end(kind)
            while len(self._seen) > _KNOWN:
                self._seen.popitem(last=False)
            if left_out > 0 and " more like it before)" not in str(record.msg):  # another handler's filter has said so
                record.msg, record.args = f"{record.getMessage()} (and {left_out} more like it before)", ()
            return True
        seen.times += 1
        return seen.times <= BURST


def _kind(record: logging.LogRecord) -> str:
    # Qt's messages come as the one argument of "%s".
    return record.getMessage()[:200] if record.msg == "%s" else str(record.msg)[:200]
