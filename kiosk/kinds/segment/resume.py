"""Where this visitor stopped in each programme. Nothing of it outlives the visit."""

from __future__ import annotations

BEGINNING_MS = 3_000
END_MS = 5_000


class ResumeBook:
    """Places in ms by item. A page that outlives its visit cannot write into the next one's: it holds an old `visit`."""

    def __init__(self) -> None:
        self.visit = 0
        self._places: dict[str, int] = {}

    def place(self, uid: str) -> int:
        """Where to go on, ms; 0 = from the start."""
        return self._places.get(uid, 0)

    def keep(self, visit: int, uid: str, ms: int, duration_ms: int) -> None:
        """Remember a place, unless it is next to the start or the end, or the visit is over.

        Args:
            visit: `visit` of this book when the page was made.
        """
        if visit != self.visit:
            return
        if ms >= BEGINNING_MS and (duration_ms <= 0 or ms <= duration_ms - END_MS):
            self._places[uid] = ms
        else:
            self._places.pop(uid, None)

    def clear(self) -> None:
        """The visitor is gone."""
        self.visit += 1
        self._places.clear()
