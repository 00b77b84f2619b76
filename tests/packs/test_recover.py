"""Case 39: `packs.db` is damaged, empty or gone. The kiosk mends it by itself and believes nobody it had stopped to."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from kiosk.core.errors import BusyError, StorageError, TrustError
from kiosk.packs import recover, schema, sidecar
from kiosk.packs.publisher import publish
from kiosk.packs.publisher.grants import grant, revoke
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.store import Store
from kiosk.packs.trust import trust_add, trust_list, trust_remove

from .world import PUBLISHER, World, build_pack, check_store

FILES = {"a.txt": b"one", "video.mp4": bytes(range(256)) * 4000}


def deleted(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def header(path: Path) -> None:
    path.write_bytes(b"\0" * 512 + path.read_bytes()[512:])


def other(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(50_000))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def middle(path: Path) -> None:
    body = bytearray(path.read_bytes())
    for page in range(1, len(body) // 4096):
        body[page * 4096 : page * 4096 + 64] = b"\xaa" * 64
    path.write_bytes(body)


RECOVERS = pytest.mark.expect_log("DATABASE_RECOVERED")
DAMAGE = [deleted, empty, header, other, cut, middle]


@pytest.fixture
def kiosk(world: World) -> World:
    """Two versions of one pack and one of another have been live; the sync log has lines."""
    world.publish(files={**FILES, "a.txt": b"zero"})
    world.sync()
    world.publish(version=2, files=FILES)
    world.publish("safety", files={"s.txt": b"s"})
    world.sync()
    return world


def hit(world: World, damage: Callable[[Path], None], *names: str) -> None:
    world.store.close()
    for name in names:
        damage(world.store.root / name)
    world.store = Store(world.store.root)


def events(world: World) -> list[str]:
    with world.store.db.reader() as connection:
        return list(connection.execute(select(schema.sync_error.c.code)).scalars())


@pytest.mark.parametrize("damage", DAMAGE)
@RECOVERS
def test_case_39_a_damaged_database_comes_back_from_its_copy(
    kiosk: World, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    """Case 39, with the copy: the same packs stay on the screen, and people can see that something happened."""
    generation = kiosk.store.generation()
    with caplog.at_level(logging.WARNING):
        hit(kiosk, damage, recover.NAME)
    assert [r for r in caplog.messages if "DATABASE_RECOVERED" in r] != []
    assert kiosk.live() == {"may-day": 2, "safety": 1}
    assert kiosk.store.generation() > generation
    assert events(kiosk) == ["DATABASE_RECOVERED"]
    assert not kiosk.sync().changed
    assert kiosk.store.revert("may-day").version == 1
    caplog.clear()
    kiosk.reopen()
    assert caplog.messages == []


@pytest.mark.parametrize("damage", DAMAGE)
@RECOVERS
def test_case_39_begun_anew_when_the_copy_is_damaged_too(kiosk: World, damage: Callable[[Path], None]) -> None:
    """Case 39, without the copy: nothing is copied again, because the bytes that are there hash right."""
    generation = kiosk.store.generation()
    hit(kiosk, damage, recover.NAME, recover.BACKUP)
    assert kiosk.live() == {}
    assert kiosk.store.generation() > generation
    assert events(kiosk) == ["DATABASE_RECOVERED"]
    assert [t.publisher for t in trust_list(kiosk.store)] == [PUBLISHER]
    report = kiosk.sync()
    assert report.copied_bytes == 0
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@pytest.mark.parametrize("lost", [(recover.NAME,), (recover.NAME, recover.BACKUP)], ids=["database", "copy too"])
@RECOVERS
def test_case_39_blobs_are_hashed_before_they_are_used_again(kiosk: World, lost: tuple[str, ...]) -> None:
    """Case 39: what ate the database may have eaten blobs as well."""
    body = FILES["video.mp4"]
    blob = kiosk.store.blob_path(kiosk.blob(body).name)
    blob.chmod(0o644)
    blob.write_bytes(b"\0" * len(body))
    hit(kiosk, deleted, *lost)
    assert "may-day" not in kiosk.live()
    assert kiosk.sync().copied_bytes == len(body)
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@pytest.mark.parametrize("lost", [(recover.NAME,), (recover.NAME, recover.BACKUP)], ids=["database", "copy too"])
@RECOVERS
def test_case_39_no_older_medium_afterwards(kiosk: World, lost: tuple[str, ...]) -> None:
    """Case 39: the floors hold although the database, and even its copy, are gone."""
    old = kiosk.snapshot("old")
    kiosk.publish(version=3, files={"a.txt": b"three"})
    kiosk.publish("night-school")
    kiosk.sync()
    hit(kiosk, deleted, *lost)
    before = kiosk.live()
    report = kiosk.sync(old)
    assert [r.error.code for r in report.results if r.error] == ["OLDER_THAN_KIOSK"]
    assert kiosk.live() == before
    kiosk.sync()
    assert kiosk.live() == {"may-day": 3, "safety": 1, "night-school": 1}


@pytest.mark.parametrize("lost", [(recover.NAME,), (recover.NAME, recover.BACKUP)], ids=["database", "copy too"])
@RECOVERS
def test_case_39_no_revoked_key_afterwards(kiosk: World, lost: tuple[str, ...]) -> None:
    """Case 39: the new root came after the last change of what is live, so the copy does not know it."""
    thief = kiosk.snapshot("thief")
    stolen = shutil.copytree(kiosk.base / "keys", kiosk.base / "stolen")
    publish.rotate(kiosk.repo, PUBLISHER, "timestamp", kiosk.keys)
    assert not kiosk.sync().changed
    hit(kiosk, deleted, *lost)
    publish.add(thief, PUBLISHER, build_pack(kiosk.base / "evil", "may-day", 99), open_keys(stolen, PUBLISHER))
    report = kiosk.sync(thief)
    assert report.problem is not None
    assert report.problem.code == "UNTRUSTED"
    assert kiosk.live().get("may-day") != 99


@RECOVERS
@pytest.mark.parametrize("role", ["root", "targets", "snapshot"])
def test_case_39_no_older_medium_after_a_root_that_came_alone(kiosk: World, role: str) -> None:
    """Case 39: the new root ends the floors, but the timestamp's key lives on, and the older medium is signed with it."""
    old = kiosk.snapshot("old")
    kiosk.publish("night-school")
    kiosk.sync()
    publish.rotate(kiosk.repo, PUBLISHER, role, kiosk.keys)  # type: ignore[arg-type]
    (kiosk.metadata / "timestamp.json").write_bytes(b"{}")
    assert kiosk.sync().problem is not None  # only the root was learned
    hit(kiosk, deleted, recover.NAME, recover.BACKUP)
    for root in kiosk.metadata.glob("*.root.json"):
        shutil.copy(root, old / "publishers" / PUBLISHER / "metadata")
    kiosk.sync(old)
    assert kiosk.live() == {}


@RECOVERS
def test_case_39_a_copy_older_than_the_sidecar_file(kiosk: World) -> None:
    """What the copy still shows, of publishers that were removed since, leaves; what it lacks comes from the sidecar."""
    kiosk.second_publisher()
    kiosk.sync()
    copy = (kiosk.store.root / recover.BACKUP).read_bytes()
    trust_remove(kiosk.store, "county-a")
    made = publish.init(kiosk.base / "elsewhere", "late", kiosk.base / "keys-late")
    trust_add(kiosk.store, made.root, made.fingerprint)
    kiosk.store.close()
    (kiosk.store.root / recover.BACKUP).write_bytes(copy)
    hit(kiosk, deleted, recover.NAME)
    assert [t.publisher for t in trust_list(kiosk.store)] == ["late", PUBLISHER]
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@RECOVERS
def test_case_39_grants_and_revocations_are_remembered(kiosk: World) -> None:
    made = {n: publish.init(kiosk.repo, n, kiosk.base / f"keys-{n}") for n in ("county-a", "county-b")}
    for name, child in made.items():
        grant(kiosk.repo, PUBLISHER, child.root, kiosk.keys, namespace=name)
        built = build_pack(kiosk.base / "built", f"{name}-news", 1)
        publish.add(kiosk.repo, name, built, open_keys(child.keys, name))
    kiosk.sync()
    with_b = kiosk.snapshot("with-b")
    revoke(kiosk.repo, PUBLISHER, "county-b", kiosk.keys)
    kiosk.sync()
    hit(kiosk, deleted, recover.NAME, recover.BACKUP)
    shutil.rmtree(with_b / "publishers" / PUBLISHER)
    kiosk.sync(with_b)
    assert kiosk.live() == {"county-a-news": 1}


@pytest.mark.parametrize("lost", ["missing", "damaged", "empty"])
def test_a_lost_sidecar_file_is_written_again(kiosk: World, lost: str) -> None:
    path = kiosk.store.root / sidecar.NAME
    good = path.read_bytes()
    if lost == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if lost == "empty" else good.replace(b'"floors"', b'"Floors"'))
    kiosk.reopen()
    assert path.read_bytes() == good
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@RECOVERS
def test_everything_lost_trusts_nobody(kiosk: World) -> None:
    for name in (recover.BACKUP, sidecar.NAME):
        (kiosk.store.root / name).unlink()
    hit(kiosk, cut, recover.NAME)
    assert trust_list(kiosk.store) == ()
    assert kiosk.live() == {}
    assert events(kiosk) == ["DATABASE_RECOVERED"]
    trust_add(kiosk.store, kiosk.root, kiosk.fingerprint)
    assert kiosk.sync().copied_bytes == 0
    assert kiosk.live() == {"may-day": 2, "safety": 1}


def test_commits_that_a_lying_disk_lost_are_made_up_from_the_sidecar_file(kiosk: World) -> None:
    """SQLite drops the end of a torn log without a word: the database is sound, but older than what was promised."""
    kiosk.store.close()
    before = (kiosk.store.root / recover.NAME).read_bytes()
    thief = kiosk.snapshot("thief")
    stolen = shutil.copytree(kiosk.base / "keys", kiosk.base / "stolen")
    kiosk.reopen()
    publish.rotate(kiosk.repo, PUBLISHER, "timestamp", kiosk.keys)
    kiosk.sync()
    kiosk.store.close()
    (kiosk.store.root / recover.NAME).write_bytes(before)
    kiosk.reopen()
    publish.add(thief, PUBLISHER, build_pack(kiosk.base / "evil", "may-day", 99), open_keys(stolen, PUBLISHER))
    report = kiosk.sync(thief)
    assert report.problem is not None
    assert report.problem.code == "UNTRUSTED"


def test_the_sidecar_file_learns_first(kiosk: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A root counts in the database only when the file has it on the disk; if the file cannot be written, neither."""
    order: list[str] = []
    write = sidecar.write_durably

    def slow(path: Path, body: bytes) -> None:
        with kiosk.store.db.reader() as connection:
            known = connection.execute(select(schema.trust.c.publisher)).scalars().all()
        order.append(f"file, database has {len(known)}")
        write(path, body)

    made = publish.init(kiosk.base / "elsewhere", "late", kiosk.base / "keys-late")
    monkeypatch.setattr(sidecar, "write_durably", slow)
    trust_add(kiosk.store, made.root, made.fingerprint)
    assert order == ["file, database has 1"]

    def full(path: Path, body: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sidecar, "write_durably", full)
    with pytest.raises(StorageError, match="DISK_FULL"):
        trust_remove(kiosk.store, "late")
    assert [t.publisher for t in trust_list(kiosk.store)] == ["late", PUBLISHER]


def test_nothing_new_writes_no_file(kiosk: World) -> None:
    paths = [kiosk.store.root / n for n in (sidecar.NAME, recover.BACKUP)]
    before = [p.stat().st_mtime_ns for p in paths]
    kiosk.sync()
    kiosk.reopen()
    assert [p.stat().st_mtime_ns for p in paths] == before


@RECOVERS
def test_recovery_waits_for_whoever_changes_the_store(kiosk: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recover, "_PATIENCE", 0.1)
    kiosk.store.close()
    (kiosk.store.root / recover.NAME).unlink()
    with kiosk.store.exclusive(), pytest.raises(BusyError, match="BUSY"):
        Store(kiosk.store.root)
    kiosk.store = Store(kiosk.store.root)
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@RECOVERS
def test_two_that_find_the_damage_at_once_mend_it_once(kiosk: World) -> None:
    kiosk.store.close()
    cut(kiosk.store.root / recover.NAME)
    with ThreadPoolExecutor(4) as pool:
        for store in list(pool.map(lambda _n: Store(kiosk.store.root), range(4))):
            store.close()
    kiosk.store = Store(kiosk.store.root)
    assert events(kiosk) == ["DATABASE_RECOVERED"]
    assert kiosk.live() == {"may-day": 2, "safety": 1}


@pytest.mark.parametrize("step", range(1, 12))
@RECOVERS
def test_a_recovery_that_is_cut_off_is_done_again(kiosk: World, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power fails before the n-th rename, unlink or flush of the recovery."""

    class Cut(BaseException):
        pass

    left = step

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **how: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise Cut
            return real(*args, **how)

        return call

    root = kiosk.store.root
    kiosk.store.close()
    cut(root / recover.NAME)
    with monkeypatch.context() as patch:
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr(recover, "sync_path", counted(recover.sync_path))
        with contextlib.suppress(Cut):
            Store(root).close()
    kiosk.store = Store(root)
    assert kiosk.live() == {"may-day": 2, "safety": 1}
    assert [t.publisher for t in trust_list(kiosk.store)] == [PUBLISHER]


def test_a_sidecar_file_that_is_a_step_ahead_is_followed(kiosk: World) -> None:
    """The power failed between file and commit: what the person asked for is finished."""
    made = publish.init(kiosk.base / "elsewhere", "late", kiosk.base / "keys-late")
    trust_add(kiosk.store, made.root, made.fingerprint)
    with kiosk.store.db.transaction() as connection:  # as if that commit had been lost
        connection.execute(delete(schema.trust).where(schema.trust.c.publisher == "late"))
    kiosk.reopen()
    assert [t.publisher for t in trust_list(kiosk.store)] == ["late", PUBLISHER]
    check_store(kiosk.store)


@RECOVERS
def test_trust_that_was_removed_stays_removed(kiosk: World) -> None:
    trust_remove(kiosk.store, PUBLISHER)
    hit(kiosk, deleted, recover.NAME)
    assert kiosk.live() == {}
    with pytest.raises(TrustError, match="FINGERPRINT"):
        trust_add(kiosk.store, kiosk.root, "0000")
