"""The administrator's PIN on the glass: asked once, good until the visit ends, slow to be guessed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Lanes, Result
from kiosk.settings.pin import TRIES, Answer
from kiosk.settings.roles import Role, may
from kiosk.state.pintries import PinTries

_log = logging.getLogger(__name__)
QML_IMPORT_NAME = "kiosk.state"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class AdminPin(QObject):
    """Whether somebody who knows the PIN stands at the kiosk.

    Args:
        hashed: the hash of each role that has a PIN, or the administrator's alone; none: the setup code opens.
        data: the data folder, where the count of wrong tries lies.
        lanes: the slow hash is computed on the `io` lane.
    """

    openChanged = Signal()
    answered = Signal()
    """busy, triesLeft and lockedSeconds changed."""
    accepted = Signal()
    refused = Signal()
    setChanged = Signal()

    def __init__(
        self, hashed: str | Mapping[Role, str], data: Path, lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tries = PinTries(hashed, data)
        self._data = data
        self._set = bool(hashed)
        self._lanes = lanes
        self._role: Role | None = None
        self._busy = False
        self._answer = Answer(ok=False, tries_left=TRIES, locked_seconds=0)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)

    @property
    def is_open(self) -> bool:
        """`open` for typed Python."""
        return self._role is not None

    @property
    def role(self) -> Role | None:
        """Who stands here; None while the door is closed."""
        return self._role

    @property
    def is_set(self) -> bool:
        """`isSet` for typed Python."""
        return self._set

    @Property(bool, notify=setChanged)
    def isSet(self) -> bool:
        """False: no PIN was chosen (`kiosk pin set`), nothing that needs one can be done on the glass."""
        return self._set

    @Property(bool, notify=openChanged)
    def open(self) -> bool:
        """The PIN was entered in this visit."""
        return self._role is not None

    def may(self, room: str) -> bool:
        """Whether whoever stands here may open a page."""
        return may(self._role, room)

    def admit(self) -> None:
        """Let whoever unpacks a new kiosk in: there is no PIN yet, and nothing to guard."""
        if not self._set and self._role is None:
            self._role = "it"
            self.openChanged.emit()

    def renew(self, hashed: Mapping[Role, str]) -> None:
        """Other PINs were chosen, and hold from now on; whoever is inside stays."""
        self._tries = PinTries(hashed, self._data)
        self._set = bool(hashed)
        self.setChanged.emit()

    @Property(bool, notify=answered)
    def busy(self) -> bool:
        """An entered PIN is being checked (some 0.1 s)."""
        return self._busy

    @Property(int, notify=answered)
    def triesLeft(self) -> int:
        """Before the next lock-out."""
        return self._answer.tries_left

    @Property(int, notify=answered)
    def lockedSeconds(self) -> int:
        """Until a PIN may be tried again, counting down; 0 = now."""
        return self._answer.locked_seconds

    @Slot()
    def refresh(self) -> None:
        """Read how many tries are left; call it when the PIN page opens."""
        self._lanes.run("io", self._tries.look, self._known)

    @Slot(str)
    def enter(self, pin: str) -> None:
        """Try a PIN; `accepted` or `refused` follows. Ignored while one is being checked."""
        if self._busy:
            return
        self._busy = True
        self.answered.emit()
        self._lanes.run("io", lambda: self._tries.enter(pin), self._entered)

    def check(self, pin: str, done: Callable[[Result[Answer]], None]) -> None:
        """See `kiosk.sdk.ui.Door.check`."""
        if self._busy:
            return
        self._busy = True
        self.answered.emit()

        def told(result: Result[Answer]) -> None:
            self._busy = False
            self._known(result)
            done(result)

        self._lanes.run("io", lambda: self._tries.enter(pin), told)

    @Slot()
    def close(self) -> None:
        """The administrator has left."""
        if self._role is not None:
            self._role = None
            self.openChanged.emit()

    def _entered(self, result: Result[Answer]) -> None:
        self._busy = False
        self._known(result)
        if isinstance(result, Err) or not result.value.ok:
            self.refused.emit()
            return
        self._role = result.value.role
        self.openChanged.emit()
        self.accepted.emit()

    def _known(self, result: Result[Answer]) -> None:
        if isinstance(result, Err):
            _log.error("PIN tries cannot be counted: %s", result.error)
        else:
            self._answer = result.value
            if self._answer.locked_seconds:
                self._second.start()
        self.answered.emit()

    @Slot()
    def _count_down(self) -> None:
        a = self._answer
        left = max(0, a.locked_seconds - 1)
        self._answer = replace(a, tries_left=a.tries_left or (1 if not left else 0), locked_seconds=left)
        if not left:
            self._second.stop()
        self.answered.emit()
