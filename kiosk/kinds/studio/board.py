"""The cards on the wall: in which order, and what is said under each. Pure."""

from __future__ import annotations

import re
from datetime import date

from kiosk.kinds.studio.model import HelpCard, Studio

_ORDER = {"open": 0, "taken": 1, "solved": 2}
_CLAUSE = re.compile(r"(?<=[，；、。！？,;])")


def hung(studio: Studio) -> tuple[HelpCard, ...]:
    """Those nobody has taken first, the longest waiting first; what is solved last, the newest of it first."""
    waiting = sorted(
        (c for c in studio.cards if c.state != "solved"), key=lambda c: (_ORDER[c.state], c.hung, c.number)
    )
    solved = sorted((c for c in studio.cards if c.state == "solved"), key=lambda c: (c.done, c.number), reverse=True)
    return (*waiting, *solved)


def days(card: HelpCard, today: date | None) -> int:
    """Days from hanging to the solution, or to today; -1 when a date is missing or the clock cannot be right.

    Args:
        today: None when the clock is not trusted.
    """
    last = card.done if card.state == "solved" else today.isoformat() if today else ""
    try:
        gone = (date.fromisoformat(last) - date.fromisoformat(card.hung)).days
    except ValueError:
        return -1
    return max(gone, -1)


def broken(said: str, most: int) -> str:
    """A sentence over two lines where it breaks by meaning; as it is when no clause ends in a good place.

    Args:
        most: characters that fit a line.
    """
    if len(said) <= most:
        return said
    ends = [m.start() for m in _CLAUSE.finditer(said)]
    good = [e for e in ends if 3 <= e <= most + 1 and 2 <= len(said) - e <= most + 1]
    if not good:
        return said
    cut = min(good, key=lambda e: abs(e - len(said) / 2))
    return said[:cut].rstrip() + "\n" + said[cut:].lstrip()
