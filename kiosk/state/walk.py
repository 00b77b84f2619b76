"""Going through a playlist: which one, where, and what comes next. It ends with the visit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.state.visit import Visit


class Walk(QObject):
    """The playlist this visitor goes through.

    Args:
        visit: when it ends, so does the walk.
    """

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = ""
        self._items: tuple[tuple[str, str], ...] = ()
        self._seen: set[str] = set()
        self._last = ""
        visit.began.connect(self.stop)
        visit.langChanged.connect(self.stop)

    @property
    def uid(self) -> str:
        """The playlist; empty when nobody goes through one."""
        return self._uid

    @property
    def count(self) -> int:
        """How many items it has."""
        return len(self._items)

    def begin(self, uid: str, items: tuple[tuple[str, str], ...]) -> None:
        """Go through a playlist from its start.

        Args:
            uid: of the playlist.
            items: uid and name of each, in order.
        """
        self._uid, self._items, self._seen, self._last = uid, items, set(), ""
        self.changed.emit()

    def mark(self, uid: str) -> None:
        """An item was opened, from wherever; only those of the playlist count."""
        if any(uid == item for item, _ in self._items):
            self._seen.add(uid)
            self._last = uid
            self.changed.emit()

    def holds(self, uid: str) -> bool:
        """Whether an item belongs to the playlist."""
        return any(uid == item for item, _ in self._items)

    def place(self, uid: str) -> int:
        """Place of an item, from 1; 0 when it is not in the playlist."""
        return next((n for n, (item, _) in enumerate(self._items, 1) if item == uid), 0)

    def seen(self, uid: str) -> bool:
        """Whether it was opened on this walk."""
        return uid in self._seen

    def following(self) -> tuple[str, str]:
        """Uid and name of what comes next: after the last opened one, else whatever was left out; empty at the end."""
        after = self.place(self._last)
        ahead = (*self._items[after:], *self._items[:after])
        return next(((uid, name) for uid, name in ahead if uid not in self._seen), ("", ""))

    @Slot()
    def stop(self) -> None:
        """Nobody goes through anything any more."""
        if self._uid:
            self._uid, self._items, self._seen, self._last = "", (), set(), ""
            self.changed.emit()
