"""A kiosk with a stick, for the tour: small packs, signed and synced on the real path, in a folder of its own.

Only the middle of the copy is staged: it stands still at a known share, so that every tour has the same picture of it. Then
the real copy runs.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.packs.volumes import Volume
from kiosk.settings.glass import HEAD, NAME
from kiosk.settings.pin import hash_pin
from kiosk.shell.duty import Duty
from kiosk.state.media import Media
from kiosk.state.syncer import Syncer, Task

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.tour.hand import Hand

PIN = "2468"
PUBLISHER, STRANGER = "pioneer", "county-a"
_UNTOUCHED = (("times-pioneer", "时代先锋", "Times Pioneer"), ("safety", "安全生产月", "Safety month"))
_RENEWED = (("model-workers", "劳模故事", "Model workers"), ("policies", "职工权益政策库", "Workers' rights"))
_ADDED = (("quizzes", "劳动知识答题", "Labour quizzes"), ("riddles", "车间灯谜", "Riddles of the shop floor"))
_HERE, _ELSEWHERE = "一车间", (("hall-2", "食堂"), ("hall-3", "二车间"), ("hall-4", "培训中心"))


def enter_pin(h: Hand) -> None:
    """At the number pad, which takes no touch while it is new."""
    h.see("pin")
    h.settle()
    for digit in PIN:
        h.touch(f"pin.key.{digit}")
    h.touch("pin.confirm")


class HeldSyncer(Syncer):
    """Copies from a stick only after its picture was taken."""

    seconds = 0.0
    packs: tuple[str, ...] = ()
    total = 0

    def monotonic(self) -> float:  # type: ignore[override]
        """Seconds of the staged copy."""
        return self.seconds

    def bring(self, path: Path) -> None:
        """Show the copy at three fifths, in its third pack, at an ordinary speed; nothing is copied yet."""
        self._task = Task("bring", str(path))
        self.began.emit(self._task)
        for step, pack in enumerate(self.packs[:3]):
            self.seconds = 1.0 * step
            done = self.total * (step + 1) // 5
            self.progressed.emit({"phase": "copy", "pack": pack, "done_bytes": done, "total_bytes": self.total})

    def let_go(self) -> None:
        """Copy."""
        task, self._task = self._task, None
        assert task is not None
        super().bring(Path(task.source))


class TourDuty(Duty):
    """The administrator's half of the house, with a stick that can be put in.

    Args:
        place: an empty folder of this run.
    """

    def __init__(self, app: App, place: Path) -> None:
        self._place = place
        self._mounts: list[Volume] = []
        self.syncer = HeldSyncer((), place / "kiosk", 3600, app.qt)
        settings = replace(app.settings, data_dir=place / "kiosk", sources=(), usb="pin", pin=hash_pin(PIN))
        super().__init__(
            settings,
            app.lanes,
            self.syncer,
            app.visit,
            app.shell,
            app.clock,
            app.qt,
            changed_by_hand=lambda: None,
            life=app.life,
            media=Media(volumes=lambda: tuple(self._mounts)),
        )
        self.media.setParent(self)

    def stop(self) -> None:
        """Look no more, copy no more."""
        super().stop()
        self.syncer.stop()
        self.syncer.deleteLater()

    def build(self) -> None:
        """Make the publisher, the kiosk and the stick; some tenths of a second."""
        from kiosk.packs.publisher import publish
        from kiosk.packs.publisher.keys import open_keys
        from kiosk.packs.source import FolderSource
        from kiosk.packs.store import Store
        from kiosk.packs.sync import sync
        from kiosk.packs.trust import trust_add

        stick = self._place / "PIONEER"
        made = publish.init(stick, PUBLISHER, self._place / "keys")
        publish.init(stick, STRANGER, self._place / "keys-2")
        keys = open_keys(self._place / "keys", PUBLISHER)
        publish.add_all(stick, PUBLISHER, [self._pack(p, 3) for p in (*_RENEWED, *_UNTOUCHED)], keys)
        store = Store(self._place / "kiosk" / "store")
        try:
            trust_add(store, made.root, made.fingerprint)
            sync(store, FolderSource(stick))
        finally:
            store.close()
        newer = [*(self._pack(p, 4) for p in _RENEWED), *(self._pack(p, 1) for p in _ADDED)]
        publish.add_all(stick, PUBLISHER, newer, keys)
        self._prepare(stick)

    def _prepare(self, stick: Path) -> None:
        """As the office does before a round: where the stick is to go, and that it has been at the canteen."""
        from kiosk.fleet.receipts import FOLDER
        from kiosk.fleet.visited import LIST, OWN, Tour, dump_list, dump_visit
        from kiosk.records import open_book
        from kiosk.sealing import make_key

        data, place = self._place / "kiosk", stick.joinpath(*FOLDER)
        key = make_key(self._place / "office.key", "")
        (data / NAME).write_text(f'{HEAD}office_key = "{key}"\nsite = "{_HERE}"\n', "utf-8")
        self.admin.glass.in_force("office_key", str(key))
        self.admin.glass.in_force("site", _HERE)
        book = open_book(data / "records.db")
        here = book.device
        book.close()
        tour = Tour("0" * 16, ((here, _HERE), *_ELSEWHERE))
        (place / _ELSEWHERE[0][0]).mkdir(parents=True)
        (place / _ELSEWHERE[0][0] / OWN).write_bytes(dump_visit(tour.id, _ELSEWHERE[0][1], self.clock.now()))
        (place / LIST).write_bytes(dump_list(tour))

    def put_in(self) -> None:
        """Plug it in."""
        self._mounts.append(Volume(self._place / "PIONEER", "/dev/sdz1", "sdz", removable=True))
        self.start()

    def pull(self) -> None:
        """Pull it out."""
        self._mounts.clear()
        self.media.look()

    def stage(self) -> None:
        """Tell the syncer what the copy is about, once the stick was looked at."""
        wanted = [p for p in self.stick.now.rows if p.wanted]
        self.syncer.packs = tuple(p.pack for p in wanted)
        self.syncer.total = sum(p.size for p in wanted)

    def _pack(self, names: tuple[str, str, str], version: int) -> Path:
        ident, zh, en = names
        folder = self._place / "built" / f"{ident}-{version}"
        folder.mkdir(parents=True)
        head = {"id": ident, "version": version, "title": {"zh": zh, "en": en}}
        (folder / "pack.json").write_text(json.dumps(head), "utf-8")
        body = random.Random(f"{ident} {version}").randbytes(300_000 + 100_000 * len(ident))
        (folder / "body.bin").write_bytes(body)
        return folder
