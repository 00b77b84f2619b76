"""Whose packs this kiosk shows, for the administrator's page: read and changed on the `db` lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.jobs import Err, Lanes, Result

if TYPE_CHECKING:
    from kiosk.packs.trust import Known


@dataclass(frozen=True, slots=True)
class Stranger:
    """A publisher that a source offers and nobody here has confirmed.

    Args:
        root: its first root, as the source has it: not believed before a person compared the fingerprint.
    """

    publisher: str
    fingerprint: str
    root: bytes


class Trusted(QObject):
    """The tree of trust.

    Args:
        store: folder of the packs.
        changed_by_hand: called after somebody was removed, so that the catalog is written again.
        note: writes acts into the record.
    """

    changed = Signal()

    def __init__(
        self,
        store: Path,
        lanes: Lanes,
        changed_by_hand: Callable[[], None],
        note: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._lanes = lanes
        self._changed_by_hand = changed_by_hand
        self._note = note
        self._known: tuple[Known, ...] = ()

    @property
    def known(self) -> tuple[Known, ...]:
        """Everybody this kiosk listens to or has stopped listening to, as it was last read."""
        return self._known

    def refresh(self) -> None:
        """Read it again; `changed` follows."""
        store = self._store

        def read() -> tuple[Known, ...]:
            from kiosk.packs.store import Store
            from kiosk.packs.trust import trust_tree

            opened = Store(store)
            try:
                return trust_tree(opened)
            finally:
                opened.close()

        self._lanes.run("db", read, self._read)

    def remove(self, publisher: str, done: Callable[[Result[None]], None]) -> None:
        """Believe somebody no longer; their packs leave the screen."""
        store = self._store

        def work() -> None:
            from kiosk.packs.store import Store
            from kiosk.packs.trust import trust_remove

            opened = Store(store)
            try:
                trust_remove(opened, publisher)
            finally:
                opened.close()

        def told(result: Result[None]) -> None:
            if not isinstance(result, Err):
                self._note("trust", f"removed {publisher}")
                self._changed_by_hand()
            self.refresh()
            done(result)

        self._lanes.run("db", work, told)

    def add(self, stranger: Stranger, done: Callable[[Result[None]], None]) -> None:
        """Believe somebody whose fingerprint a person has compared with what the publisher said."""
        store = self._store

        def work() -> None:
            from kiosk.packs.store import Store
            from kiosk.packs.trust import trust_add

            opened = Store(store)
            try:
                trust_add(opened, stranger.root, stranger.fingerprint)
            finally:
                opened.close()

        def told(result: Result[None]) -> None:
            if not isinstance(result, Err):
                self._note("trust", f"added {stranger.publisher} {stranger.fingerprint}")
            self.refresh()
            done(result)

        self._lanes.run("db", work, told)

    def _read(self, result: Result[tuple[Known, ...]]) -> None:
        if isinstance(result, Err):
            raise result.error
        self._known = result.value
        self.changed.emit()
