"""A USB stick for tests: a folder, and a list of mounts that says whether it is plugged in."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.publish import add
from kiosk.packs.volumes import Volume
from kiosk.samples import PUBLISHER
from kiosk.settings.pin import hash_pin
from kiosk.state.media import Media
from support.kiosk import Kiosk
from support.union import Union

PIN = "2468"
HASHED = hash_pin(PIN)


@dataclass
class Stick:
    """A stick named PIONEER.

    Args:
        place: where it is mounted while it is in.
    """

    place: Path
    mounts: list[Volume] = field(default_factory=list)

    def media(self) -> Media:
        """What finds it."""
        return Media(volumes=lambda: tuple(self.mounts))

    def put_in(self) -> None:
        """Plug it in."""
        away = self.place.with_suffix(".away")
        if away.exists():
            (away / "blobs.away").rename(away / "blobs")
            away.rename(self.place)
        self.mounts[:] = [Volume(self.place, "/dev/sdz1", "sdz", removable=True)]

    def pull(self) -> None:
        """Pull it out: its files are gone at once."""
        away = self.place.rename(self.place.with_suffix(".away"))
        (away / "blobs").rename(away / "blobs.away")  # whoever holds the folder open finds nothing either
        self.mounts.clear()


def stick_of(union: Union, place: Path) -> Stick:
    """A stick with all that a union has published."""
    shutil.copytree(union.samples.share, place / "PIONEER")
    return Stick(place / "PIONEER")


def publish_film(
    union: Union, name: str = "films", size: int = 2_000_000, count: int = 24, title: str = "影片"
) -> None:
    """Publish a pack that takes a moment to copy."""
    folder = union.samples.place / "made" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    head = {"id": name, "version": 1, "title": {"zh": title, "en": title}}
    (folder / "pack.json").write_text(json.dumps(head), "utf-8")
    for number in range(count):
        (folder / f"film-{number}.bin").write_bytes(os.urandom(size))
    add(union.samples.share, PUBLISHER, folder, open_keys(union.samples.keys, PUBLISHER))


@contextmanager
def held(kiosk: Kiosk) -> Iterator[None]:
    """The child that copies stands still: what happens now happens in the middle of the copy."""
    status = kiosk.app.duty.status
    kiosk.hand.wait(lambda: status.task == "bring" and status.phase == "copying", "the copy")
    pid = kiosk.app.syncer._process.processId()
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):  # it was ended meanwhile, as it should
            os.kill(pid, signal.SIGCONT)


def knock(kiosk: Kiosk) -> None:
    """Press the key of the hidden door, once the window has the keys and there is a door: it comes after the first frame."""
    kiosk.hand.window.requestActivate()
    kiosk.hand.wait(kiosk.hand.window.isActive, "the window's turn")
    kiosk.hand.wait(lambda: "duty" in vars(kiosk.app), "the door")
    kiosk.hand.key(Qt.Key.Key_F10)


def enter(kiosk: Kiosk, pin: str = PIN) -> None:
    """Type a PIN on the glass."""
    kiosk.hand.see("pin")
    kiosk.hand.settle(0.05)
    for digit in pin:
        kiosk.hand.touch(f"pin.key.{digit}")
    kiosk.hand.touch("pin.confirm")
