"""Sticks that come, go, are swapped and hang."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from support.house import drop_deferred
from support.ports import Ports

from kiosk.packs.volumes import Volume
from kiosk.state.media import Media


class Heard:
    def __init__(self, media: Media) -> None:
        self.said: list[tuple[str, str]] = []
        media.found.connect(lambda p: self.said.append(("found", p.name)))
        media.gone.connect(lambda p: self.said.append(("gone", p.name)))


Stick = Callable[[str], Path]


@pytest.fixture
def ports() -> Iterator[Ports]:
    made = Ports()
    yield made
    made.hung.set()


@pytest.fixture
def media(qapp: object, ports: Ports) -> Iterator[Media]:
    gc.collect()  # what other tests left is not to be collected in a thread
    owner = QObject()
    made = Media(ports.list, ports.carries, owner)
    yield made
    made.stop()
    ports.hung.set()
    owner.deleteLater()
    drop_deferred()


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    def make(name: str) -> Path:
        path = tmp_path / name
        (path / "publishers").mkdir(parents=True)
        return path

    return make


def test_a_stick_is_recognised_in_under_three_seconds(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard = Heard(media)
    media.start()
    qtbot.waitUntil(lambda: ports.listed > 0)
    ports.plug(stick("packs"))
    began = time.monotonic()
    qtbot.waitUntil(lambda: bool(heard.said), timeout=3000)
    assert time.monotonic() - began < 3
    assert heard.said == [("found", "packs")]
    assert [p.name for p in media.present] == ["packs"]


def test_one_that_is_in_when_the_kiosk_starts(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard = Heard(media)
    ports.plug(stick("packs"))
    media.start()
    qtbot.waitUntil(lambda: heard.said == [("found", "packs")], timeout=3000)


def test_pulling_out_is_noticed(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard, path = Heard(media), stick("packs")
    ports.plug(path)
    media.start()
    qtbot.waitUntil(lambda: bool(heard.said))
    ports.pull(path)
    qtbot.waitUntil(lambda: heard.said[-1] == ("gone", "packs"), timeout=3000)
    assert media.present == ()


def test_a_swap_at_the_same_mount_point(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard, path = Heard(media), stick("packs")
    ports.plug(path)
    media.start()
    qtbot.waitUntil(lambda: bool(heard.said))
    ports.volumes = (Volume(path, "/dev/sdc1", "sdc", removable=True),)
    qtbot.waitUntil(lambda: len(heard.said) == 3, timeout=3000)
    assert heard.said == [("found", "packs"), ("gone", "packs"), ("found", "packs")]


def test_photos_are_nobodys_business(media: Media, ports: Ports, stick: Stick, tmp_path: Path, qtbot: QtBot) -> None:
    heard = Heard(media)
    (tmp_path / "photos").mkdir()
    ports.plug(tmp_path / "photos")
    ports.plug(stick("packs"), "/dev/sdc1")
    media.start()
    qtbot.waitUntil(lambda: ports.listed > 2, timeout=5000)
    assert heard.said == [("found", "packs")]


def test_a_fixed_disk_is_none(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard = Heard(media)
    ports.volumes = (Volume(stick("disk"), "/dev/sda2", "sda"),)
    media.start()
    qtbot.waitUntil(lambda: ports.listed > 1, timeout=5000)
    assert heard.said == []


def test_case_38_a_stick_that_hangs_holds_up_nobody(media: Media, ports: Ports, stick: Stick, qtbot: QtBot) -> None:
    heard, dying, good = Heard(media), stick("dying"), stick("good")
    ports.hangs.add(dying)
    ports.plug(dying)
    beats: list[float] = []
    media.start()
    qtbot.waitUntil(lambda: ports.listed > 1, timeout=5000)
    ports.plug(good, "/dev/sdc1")
    last = time.monotonic()

    def beat() -> bool:
        nonlocal last
        now = time.monotonic()
        beats.append(now - last)
        last = now
        return bool(heard.said)

    qtbot.waitUntil(beat, timeout=3000)
    assert heard.said == [("found", "good")]
    assert max(beats) < 0.1
    ports.pull(dying)
    qtbot.waitUntil(lambda: all(mount != dying for mount, _ in media._seen), timeout=3000)
    ports.hung.set()
    count = ports.listed
    qtbot.waitUntil(lambda: ports.listed > count + 1, timeout=5000)
    assert heard.said == [("found", "good")]


def test_a_list_that_hangs_is_asked_once(media: Media, ports: Ports, qtbot: QtBot) -> None:
    waiting = threading.Event()

    def stuck() -> tuple[Volume, ...]:
        ports.listed += 1
        waiting.wait(10)
        return ()

    media._volumes = stuck
    media.start()
    for _ in range(5):
        media.look()
    qtbot.waitUntil(lambda: ports.listed == 1)
    assert threading.active_count() >= 2
    waiting.set()
    qtbot.waitUntil(lambda: not media._listing)


@pytest.mark.expect_log("mounted volumes cannot be listed")
def test_a_system_without_a_list(media: Media, qtbot: QtBot) -> None:
    def broken() -> tuple[Volume, ...]:
        raise OSError(2, "no /proc")

    media._volumes = broken
    media.look()
    qtbot.waitUntil(lambda: not media._listing)


def test_this_machine_is_listed_only_when_something_changed(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    media = Media(parent=owner)
    now, listed = ["a"], []
    media._stamp = lambda: now[0]
    media._volumes = lambda: (listed.append(now[0]), ())[1]
    for stamp in ("a", "a", "b", "b"):
        now[0] = stamp
        media.look()
        qtbot.waitUntil(lambda: not media._listing)
    assert listed == ["a", "b"]
    owner.deleteLater()
    drop_deferred()
