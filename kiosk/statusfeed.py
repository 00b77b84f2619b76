"""Feeds the status server: a snapshot every two seconds, slow facts once a minute off the GUI thread, a picture when it is asked for."""

from __future__ import annotations

import logging
import shutil
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.core.clock import Clock
from kiosk.health.vitals import vitals
from kiosk.jobs import Err, Lanes, Result
from kiosk.shell.shell import CARRY
from kiosk.status.server import Doors, PrivateError, StatusServer, TooLateError
from kiosk.status.snapshot import Fault, Snapshot

if TYPE_CHECKING:
    from kiosk.shell.shell import Shell
    from kiosk.state.health import Health
    from kiosk.state.recorder import Records

EVERY_MS = 2_000
SLOW_MS = 60_000
DEADLINE = 4.0
"""Seconds in which a picture must be there."""
PUBLIC = frozenset(
    ("home", "catalog", "playlist", "people", "missing", "story", "segment", "document", "lecture", "studio")
)
"""Pages on which nobody enters anything about themselves. Of all others no picture is given."""

_log = logging.getLogger(__name__)


class Parts(Protocol):
    """What it needs of the running kiosk."""

    lanes: Lanes
    clock: Clock
    shell: Shell
    records: Records
    health: Health
    window: QQuickWindow


@dataclass(frozen=True, slots=True)
class Slow:
    """Facts that cost disk or database."""

    device: str = ""
    disk_free: int = 0
    disk_total: int = 0
    packs: dict[str, int] = field(default_factory=dict)
    synced: float = 0.0
    sync_code: str = ""
    clock: str = ""


def slow_facts(data: Path, clock: Clock) -> Slow:
    """Ask disk and databases; on a lane.

    Raises:
        StorageError: a database cannot be read.
    """
    from kiosk.packs.device import device_id
    from kiosk.packs.history import read_overview

    usage = shutil.disk_usage(data)
    past = read_overview(data / "store", clock)
    last = max(past.latest.values(), key=lambda run: run.at, default=None)
    return Slow(
        device_id(data),
        usage.free,
        usage.total,
        {f"{live.publisher}/{live.pack}": live.version for live in past.live},
        last.at.timestamp() if last is not None else 0.0,
        last.code if last is not None else "",
        past.clock.code if past.clock is not None else "",
    )


class StatusFeed(QObject):
    """Keeps the newest snapshot and the server that hands it out.

    Args:
        parts: of the running kiosk.
        data: its data folder.
        port: on 127.0.0.1.
        token: of the server.
    """

    _wanted = Signal(object)

    def __init__(self, parts: Parts, data: Path, port: int, token: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._data = parts, data
        self._started = self._framed = time.monotonic()
        self._seen_frame = False
        self._slow = Slow()
        self._snapshot = Snapshot(__version__, taken=self._started, started=self._started)
        self.server = StatusServer(port, token, Doors(lambda: self._snapshot, self._picture))
        self._warned = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._slow_timer = QTimer(self, interval=SLOW_MS)
        self._slow_timer.timeout.connect(self._look_slowly)
        self._wanted.connect(self._take)  # queued by itself: the server's threads emit it

    def start(self) -> None:
        """Listen, and go on telling."""
        self._parts.window.frameSwapped.connect(self._frame)
        self.look()
        self._look_slowly()
        self._timer.start()
        self._slow_timer.start()

    def stop(self) -> None:
        """Close the port."""
        self._timer.stop()
        self._slow_timer.stop()
        self.server.stop()

    @Slot()
    def look(self) -> None:
        """Make a snapshot."""
        parts, now = self._parts, time.monotonic()
        used = vitals()
        self._snapshot = Snapshot(
            __version__,
            device=self._slow.device,
            taken=now,
            started=self._started,
            frame_age=now - self._framed if self._seen_frame else None,
            attract=bool(parts.shell.attract),
            safe=bool(parts.health.safe),
            waiting=parts.records.waiting,
            rss=used.rss if used is not None else 0,
            disk_free=self._slow.disk_free,
            disk_total=self._slow.disk_total,
            packs=self._slow.packs,
            synced=self._slow.synced,
            sync_code=self._slow.sync_code,
            clock=self._slow.clock,
            faults=tuple(
                Fault(f.code, f.level, f.message.en) for f in parts.health.found if f.level in ("look", "bad")
            ),
            screen=(parts.window.width(), parts.window.height()),
        )
        if not self.server.port:
            self._listen()

    def _listen(self) -> None:
        try:
            self.server.start()
        except OSError as error:
            if not self._warned:  # it is tried again: the program that has the port may end
                _log.warning("the status server cannot listen: %s", error)
            self._warned = True

    @Slot()
    def _look_slowly(self) -> None:
        data, clock = self._data, self._parts.clock
        self._parts.lanes.run("io", lambda: slow_facts(data, clock), self._looked)

    def _looked(self, result: Result[Slow]) -> None:
        if isinstance(result, Err):
            _log.warning("the status server lacks facts: %s", result.error)
        else:
            self._slow = result.value

    @Slot()
    def _frame(self) -> None:
        self._framed, self._seen_frame = time.monotonic(), True

    def _picture(self) -> bytes:
        """On a thread of the server."""
        wish: Future[bytes] = Future()
        self._wanted.emit(wish)
        try:
            return wish.result(DEADLINE)
        except TimeoutError as error:
            wish.cancel()
            raise TooLateError from error

    @Slot(object)
    def _take(self, wish: Future[bytes]) -> None:
        if not wish.set_running_or_notify_cancel():
            return
        if self._private():
            wish.set_exception(PrivateError())
            return
        # Not `grabWindow`, which deadlocks with Python on the render thread.
        grab: Any = self._parts.window.contentItem().grabToImage()  # typed as a pointer, given as what it points to
        if grab is None:
            wish.set_exception(TooLateError())  # no window on a screen
            return

        def ready() -> None:
            grab.ready.disconnect(ready)
            if self._private():  # a page may have come meanwhile
                wish.set_exception(PrivateError())
            else:
                wish.set_result(_png(grab.image()))

        grab.ready.connect(ready)
        self._parts.window.update()

    def _private(self) -> bool:
        shell = self._parts.shell
        if shell.attract:
            return False
        covered = shell.stage is not None or (shell.sheet is not None and shell.sheet.name != CARRY)
        typing = QGuiApplication.inputMethod().isVisible()
        return covered or typing or any(page.name not in PUBLIC for page in shell.pages[-1:])


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made: Any = image.save(buffer, "PNG")  # type: ignore[call-overload]
    if not made:
        raise TooLateError
    return bytes(buffer.data().data())
