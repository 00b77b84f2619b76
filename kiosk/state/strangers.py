"""Whom the sources offer: first roots of their publishers, to be compared by a person. Each is asked in a thread that may hang."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.core.errors import KioskError
from kiosk.state.trusted import Stranger

MOST = 20
_MAX_ROOT = 64 * 1024


class Strangers(QObject):
    """Asks every source at once; who answers is listed at once, and the newest question wins.

    Args:
        ask: what is called in the thread; tests bring their own.
    """

    found = Signal()
    _answered = Signal(int, object)

    def __init__(self, ask: Callable[[str], tuple[Stranger, ...]] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask or offered
        self._round = 0
        self._waiting = 0
        self._listed: tuple[Stranger, ...] = ()
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def listed(self) -> tuple[Stranger, ...]:
        """What they offer, in the order of the answers; each publisher once for each fingerprint."""
        return self._listed

    @property
    def asking(self) -> bool:
        """Somebody has not answered yet."""
        return self._waiting > 0

    def ask(self, sources: Sequence[str]) -> None:
        """Ask the sources; `found` follows with every answer."""
        self._round += 1
        self._waiting, self._listed = len(sources), ()
        for source in sources:
            threading.Thread(target=self._aside, args=(source, self._round), daemon=True, name="strangers").start()

    def _aside(self, source: str, number: int) -> None:
        listed = self._ask(source)
        with suppress(RuntimeError):  # the kiosk was closed meanwhile
            self._answered.emit(number, listed)

    @Slot(int, object)
    def _take(self, number: int, listed: tuple[Stranger, ...]) -> None:
        if number == self._round:
            self._waiting -= 1
            self._listed = (*self._listed, *(one for one in listed if one not in self._listed))
            self.found.emit()


def offered(spec: str) -> tuple[Stranger, ...]:
    """Publishers of a source whose first root is signed by its own keys; empty when it cannot be read.

    Nothing of it is believed: a person compares the fingerprint with what the publisher said over another way.
    """
    from kiosk.packs.fingerprint import fingerprint
    from kiosk.packs.hint import HINT, hinted_publishers
    from kiosk.packs.rootfile import is_first_root, publisher_of_root
    from kiosk.packs.source.opening import open_source

    made = []
    try:
        source = open_source(spec)
        with source.open(HINT) as stream:
            names = hinted_publishers(stream.read(_MAX_ROOT))
        for name in names[:MOST]:
            with source.open(f"publishers/{name}/metadata/1.root.json") as stream:
                root = stream.read(_MAX_ROOT + 1)
            if is_first_root(root) and publisher_of_root(root) == name:
                made.append(Stranger(name, fingerprint(root), root))
    except KioskError:
        return tuple(made)  # the step before has said whether the source answers
    return tuple(made)
