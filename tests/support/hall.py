"""One kiosk without its window: sticks, children, PIN and a screen whose pulse is heard."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from packs.world import World, build_pack, check_store
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from kiosk.jobs import Lanes
from kiosk.packs.history import read_overview
from kiosk.packs.publisher import publish
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.store import Store
from kiosk.packs.trust import trust_add
from kiosk.settings import Settings
from kiosk.settings.pin import hash_pin
from kiosk.state.content import ContentStatus
from kiosk.state.media import Media
from kiosk.state.pin import AdminPin
from kiosk.state.syncer import Syncer
from kiosk.state.visit import Visit
from support.house import drop_deferred
from support.ports import Ports

PIN = "2468"
HASHED = hash_pin(PIN)
MANY = 1500
QUICK, LONG = 15_000, 60_000


def many(mark: bytes = b"") -> dict[str, bytes]:
    return {f"items/a/{n:04}.bin": mark + n.to_bytes(4, "big") * 4000 for n in range(MANY)}


IDLER = """
import sys, threading, time
worst, last = 0.0, time.monotonic()
done = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
while not done.wait(0.005):
    now = time.monotonic()
    worst, last = max(worst, now - last), now
print(worst)
"""


class Pulse:
    """Hears whether the GUI thread is alive. Beside it an idle process listens how long a busy machine lets one wait."""

    def __init__(self, parent: QObject) -> None:
        self._longest = 0.0
        self._last = time.monotonic()
        self._idler = subprocess.Popen([sys.executable, "-c", IDLER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        timer = QTimer(parent, interval=5)
        timer.timeout.connect(self._beat)
        timer.start()

    def listen(self) -> None:
        """From now on: what the test itself did before does not count."""
        self._last = time.monotonic()

    def lived(self) -> bool:
        """No beat came more than 0.1 s late, beyond what the machine made an idle process wait."""
        out, _ = self._idler.communicate()
        return self._longest < 0.1 + float(out)

    def stop(self) -> None:
        self._idler.kill()
        self._idler.communicate()

    def _beat(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now


class Hall:
    """One kiosk without its window."""

    def __init__(self, base: Path, **chosen: Any) -> None:
        self.base = base
        self.ports = Ports()
        made = publish.init(base / "repo", "wuxi", base / "keys")
        store = Store(base / "data" / "store")
        trust_add(store, made.root, made.fingerprint)
        self.world = World(base, store, made.root, made.fingerprint)
        self.owner = QObject()
        self.lanes = Lanes()
        self.settings = Settings(base / "data", **{"pin": HASHED, **chosen})
        self.visit = Visit("zh", self.owner)
        self.media = Media(self.ports.list, self.ports.carries, self.owner)
        self.pin = AdminPin(self.settings.pin, self.settings.data_dir, self.lanes, self.owner)
        self.syncer = Syncer(self.settings.sources, self.settings.data_dir, 3600, self.owner)
        self.by_hand: list[bool] = []
        self.status = ContentStatus(
            self.settings,
            self.lanes,
            self.syncer,
            self.media,
            self.pin,
            self.visit,
            lambda: self.by_hand.append(True),
            self.owner,
        )
        self.phases: list[tuple[str, str]] = []
        self.done: list[tuple[str, bool]] = []
        self.status.jobChanged.connect(self._changed)
        self.status.finished.connect(lambda task, ok: self.done.append((task, ok)))
        self.pulse = Pulse(self.owner)

    def _changed(self) -> None:
        now = (self.status.task, self.status.phase)
        if self.phases[-1:] != [now]:
            self.phases.append(now)

    def publish(self, pack: str = "may-day", version: int = 1, files: dict[str, bytes] | None = None) -> None:
        keys = open_keys(self.base / "keys", "wuxi")
        publish.add(self.base / "repo", "wuxi", build_pack(self.base / "built", pack, version, files), keys)

    def stick(self, name: str = "stick") -> Path:
        """A copy of what is published now."""
        return Path(shutil.copytree(self.base / "repo", self.base / "ports" / name))

    def put_in(self, stick: Path, device: str = "/dev/sdb1") -> None:
        self.ports.plug(stick, device)

    def pull(self, stick: Path, *, noticed: bool = True) -> Path:
        """Out it goes, whatever is being read. `noticed`: the system takes the mount away as well."""
        away = Path(stick.rename(stick.with_name(f"{stick.name}-in-a-pocket")))
        if noticed:
            self.ports.pull(stick)
        return away

    def live(self) -> dict[str, int]:
        check_store(self.world.store)
        return {p.pack: p.version for p in self.world.store.live()}

    def copied(self) -> list[int]:
        """Bytes of each sync in the log, first one first."""
        return [r.copied for r in reversed(read_overview(self.settings.store).runs)]

    def until(self, qtbot: QtBot, true: Callable[[], bool], timeout: int = 5000) -> None:
        """Wait, and hear whether the screen lives meanwhile."""
        self.pulse.listen()
        qtbot.waitUntil(true, timeout=timeout)

    def close(self) -> None:
        self.pulse.stop()
        self.media.stop()
        self.syncer.stop()
        self.lanes.close()
        self.world.store.close()
        self.lanes.deleteLater()
        self.owner.deleteLater()
        drop_deferred()


Make = Callable[..., Hall]


@pytest.fixture
def make(qapp: object, tmp_path: Path) -> Iterator[Make]:
    made: list[Hall] = []

    def hall(**chosen: Any) -> Hall:
        made.append(Hall(tmp_path / "hall", **chosen))
        return made[-1]

    yield hall
    for one in made:
        one.close()


def looked(hall: Hall) -> bool:
    return hall.status.medium is not None and bool(hall.status.medium["looked"])


def let_in(hall: Hall, qtbot: QtBot) -> None:
    hall.pulse.listen()
    with qtbot.waitSignal(hall.pin.accepted, timeout=QUICK):
        hall.pin.enter(PIN)


def see(hall: Hall, stick: Path, qtbot: QtBot) -> None:
    hall.put_in(stick)
    hall.status.start()
    hall.until(qtbot, lambda: looked(hall), timeout=QUICK)
