"""Notices a stick with packs within a second, and that it is gone.

Whether anything came or went is looked at every 0.8 s in the system's own tables, which never wait for a device
(`kiosk.packs.volumes`); only then a thread makes a list. Whether a stick carries packs is asked of the stick itself, in a
thread of that stick's own: a dying stick can hold it up for as long as it likes, and neither the screen, nor the lanes,
nor another stick wait for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.packs.volumes import Volume, carries_packs, mounted, stamp, sticks

_log = logging.getLogger(__name__)
POLL_MS = 800


class Media(QObject):
    """Sticks that carry packs.

    Args:
        volumes: what is mounted; called in a thread. None = this machine's.
        carries: whether a mount holds packs; called in a thread, may block.
    """

    found = Signal(object)
    """A `Path`: the medium can be looked at."""
    gone = Signal(object)
    """A `Path` that was found before."""

    _listed = Signal(object)
    _asked = Signal(object, int, bool)

    def __init__(
        self,
        volumes: Callable[[], tuple[Volume, ...]] | None = None,
        carries: Callable[[Path], bool] = carries_packs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._volumes = volumes or mounted
        self._stamp = stamp if volumes is None else _never_the_same
        self._last: object | None = None
        self._carries = carries
        self._number = 0
        self._seen: dict[tuple[Path, str], int] = {}
        self._present: list[Path] = []
        self._listing = False
        self._listed.connect(self._compare, Qt.ConnectionType.QueuedConnection)
        self._asked.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)

    @property
    def present(self) -> tuple[Path, ...]:
        """Media that are in now, the first one first."""
        return tuple(self._present)

    def volumes(self) -> tuple[Volume, ...]:
        """What is mounted now, whether it carries packs or not; for a thread.

        Raises:
            OSError: the system's list cannot be read.
        """
        return self._volumes()

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look once; nothing while the look before has not come back."""
        if self._listing:
            return
        now = self._current()
        if now is None or now != self._last:
            self._last = now
            self._listing = True
            self._aside(self._list)

    def _current(self) -> object | None:
        try:
            return self._stamp()
        except OSError:
            return None  # the list says what is wrong

    def _list(self) -> None:
        try:
            found = sticks(self._volumes())
        except OSError as error:
            _log.warning("the mounted volumes cannot be listed: %s", error)
            found = ()
        with suppress(RuntimeError):  # the kiosk was closed meanwhile
            self._listed.emit(found)

    @Slot(object)
    def _compare(self, found: tuple[Volume, ...]) -> None:
        self._listing = False
        keys = {(v.mount, v.device): v for v in found}
        for key in [k for k in self._seen if k not in keys]:
            del self._seen[key]
            if key[0] in self._present and all(k[0] != key[0] for k in self._seen):
                self._present.remove(key[0])
                self.gone.emit(key[0])
        for key in keys:
            if key not in self._seen:
                self._number += 1
                self._seen[key] = self._number
                self._ask(key[0], self._number)

    def _ask(self, mount: Path, number: int) -> None:
        def work() -> None:
            carries = self._carries(mount)
            with suppress(RuntimeError):  # as above; the stick may have hung for minutes
                self._asked.emit(mount, number, carries)

        self._aside(work)

    @Slot(object, int, bool)
    def _answered(self, mount: Path, number: int, carries: bool) -> None:
        if carries and number in self._seen.values() and mount not in self._present:
            self._present.append(mount)
            self.found.emit(mount)

    @staticmethod
    def _aside(work: Callable[[], None]) -> None:
        # Not a lane: those are waited for when the kiosk closes, and this may never come back.
        threading.Thread(target=work, name="media", daemon=True).start()


def _never_the_same() -> None:
    return None
