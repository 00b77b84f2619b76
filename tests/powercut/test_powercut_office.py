"""The power goes at the office: kiosks can use the folder as it is, and the officer just does it again."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from packs.world import PUBLISHER, build_pack

from kiosk.core.errors import ConfigError
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.publisher import publish, publock
from kiosk.packs.publisher.export import export
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.verify import MARK
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add

from .conftest import Laboratory
from .hall import Shown, bodies, root_version, shown

pytestmark = pytest.mark.timeout(600)

PUBLISHED = "version 2 is published"
ROTATED = "the key is replaced"
MADE = "the publisher is made"
EXPORTED = "the stick can be taken out"


def officer_publishes(disk: Path, built: Path, version: int) -> Shown:
    """Both packs at once."""
    packs = [build_pack(built / pack, pack, version, bodies(pack, version)) for pack in ("may-day", "safety")]
    publish.add_all(disk / "repo", PUBLISHER, packs, open_keys(disk / "keys", PUBLISHER))
    return {"may-day": version, "safety": version}


def first_root(disk: Path) -> tuple[bytes, str]:
    """What a new kiosk is given."""
    root = (disk / "repo" / "publishers" / PUBLISHER / "metadata" / "1.root.json").read_bytes()
    return root, fingerprint(root)


@pytest.fixture
def outside(laboratory: Laboratory) -> Path:
    return laboratory.outside


@contextmanager
def fresh_kiosk(disk: Path, like: Path | None = None) -> Iterator[Store]:
    """A new kiosk on another disk, or a copy of one."""
    with tempfile.TemporaryDirectory(dir=disk.parent) as folder:
        place = Path(folder) / "store"
        if like is not None:
            shutil.copytree(like, place)
        store = Store(place)
        if like is None:
            trust_add(store, *first_root(disk))
        try:
            yield store
        finally:
            store.close()


def synced(store: Store, disk: Path) -> Shown:
    """What a kiosk shows that found no fault with the folder."""
    report = sync(store, FolderSource(disk / "repo"))
    assert report.problem is None
    return shown(store)


def left_on(stick: Path) -> dict[str, int]:
    """Blobs of a stick, each of them whole, and their sizes."""
    found = {}
    for path in (stick / "blobs" / "sha256").glob("*/*"):
        body = path.read_bytes()
        assert hashlib.sha256(body).hexdigest() == path.name
        found[path.name] = len(body)
    return found


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is publishing here; a lock that says nothing need not be watched for seconds at every cut."""
    monkeypatch.setattr(publock, "PATIENCE", 0.2)


@pytest.fixture
def begun(laboratory: Laboratory, outside: Path) -> tuple[Path, Path]:
    """A disk with a repository and its keys, version 1 published; and the store of a kiosk that has it."""
    kiosk = outside / "kiosk"

    def before(disk: Path) -> None:
        publish.init(disk / "repo", PUBLISHER, disk / "keys")
        officer_publishes(disk, outside, 1)
        with fresh_kiosk(disk) as store:
            synced(store, disk)
            store.close()
            shutil.copytree(store.root, kiosk)

    return laboratory.prepare(before), kiosk


def test_a_cut_while_publishing(laboratory: Laboratory, begun: tuple[Path, Path], outside: Path) -> None:
    image, kiosk = begun
    old, new = {"may-day": 1, "safety": 1}, {"may-day": 2, "safety": 2}

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        officer_publishes(disk, outside, 2)
        mark(PUBLISHED)

    def check(disk: Path, marks: list[str]) -> None:
        with fresh_kiosk(disk, kiosk) as known, fresh_kiosk(disk) as fresh:
            found = synced(known, disk)
            assert found in ([new] if PUBLISHED in marks else [old, new])
            assert synced(fresh, disk) == found
            officer_publishes(disk, outside, 2)
            assert synced(known, disk) == synced(fresh, disk) == new
            assert officer_publishes(disk, outside, 3) == synced(known, disk)

    laboratory.survives(laboratory.record(image, work), check, 8)


def test_a_cut_while_a_key_is_replaced(laboratory: Laboratory, begun: tuple[Path, Path], outside: Path) -> None:
    image, kiosk = begun
    old, new = {"may-day": 1, "safety": 1}, {"may-day": 2, "safety": 2}

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        publish.rotate(disk / "repo", PUBLISHER, "timestamp", open_keys(disk / "keys", PUBLISHER))
        mark(ROTATED)
        officer_publishes(disk, outside, 2)
        mark(PUBLISHED)

    def check(disk: Path, marks: list[str]) -> None:
        with fresh_kiosk(disk, kiosk) as known:
            assert synced(known, disk) in ([new] if PUBLISHED in marks else [old, new])
            assert root_version(known) == 2 or ROTATED not in marks
            publish.rotate(disk / "repo", PUBLISHER, "timestamp", open_keys(disk / "keys", PUBLISHER))
            officer_publishes(disk, outside, 2)
            assert synced(known, disk) == new
            with fresh_kiosk(disk) as fresh:
                assert synced(fresh, disk) == new
                assert root_version(fresh) == root_version(known) >= 2

    laboratory.survives(laboratory.record(image, work), check, 8)


def test_a_cut_while_a_publisher_is_made(laboratory: Laboratory, outside: Path) -> None:
    """`init` can be done again, or the publisher is there."""

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        publish.init(disk / "repo", PUBLISHER, disk / "keys")
        mark(MADE)

    def check(disk: Path, marks: list[str]) -> None:
        try:
            publish.init(disk / "repo", PUBLISHER, disk / "keys")
            assert MADE not in marks
        except ConfigError as error:
            assert error.code == "PUBLISHER_EXISTS"
        new = officer_publishes(disk, outside, 1)
        with fresh_kiosk(disk) as store:
            assert synced(store, disk) == new

    laboratory.survives(laboratory.record(laboratory.prepare(lambda _disk: None), work), check, 8)


@pytest.mark.parametrize("used", [False, True], ids=["empty", "used"])
def test_a_cut_while_a_stick_is_written(laboratory: Laboratory, outside: Path, used: bool) -> None:
    """A stick without the mark can be carried to a kiosk; one with it does no harm there, and the next export goes on."""
    office, kiosk = outside / "office", outside / "kiosk"
    publish.init(office / "repo", PUBLISHER, office / "keys")
    old = officer_publishes(office, outside, 1)
    with fresh_kiosk(office) as store:
        synced(store, office)
        store.close()
        shutil.copytree(store.root, kiosk)

    def before(disk: Path) -> None:
        (disk / "repo").mkdir()
        if used:
            export(office / "repo", disk / "repo")

    image = laboratory.prepare(before)
    publish.rotate(office / "repo", PUBLISHER, "timestamp", open_keys(office / "keys", PUBLISHER))
    new = officer_publishes(office, outside, 2)
    (outside / "other").mkdir()
    everything = export(office / "repo", outside / "other").copied

    def work(disk: Path, mark: Callable[[str], None]) -> None:
        export(office / "repo", disk / "repo")
        mark(EXPORTED)

    def check(disk: Path, marks: list[str]) -> None:
        stick = disk / "repo"
        finished = EXPORTED in marks
        with fresh_kiosk(office, kiosk) as known:
            usable = not (stick / MARK).exists() and (used or finished)
            report = sync(known, FolderSource(stick))
            assert report.problem is None or not usable
            assert shown(known) in ([new] if finished else [old, new])
            left = left_on(stick)
            done = export(office / "repo", stick)
            assert done.copied == everything - sum(size for name, size in left.items() if name in left_on(stick))
            assert not (stick / MARK).exists()
            assert synced(known, disk) == new
        with fresh_kiosk(office) as fresh:
            assert synced(fresh, disk) == new

    laboratory.survives(laboratory.record(image, work), check, 8)
