"""Officers who are killed, who publish at the same time, and shares that refuse a rename. Cases 43, 44, 45."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest
from support.killed import forked
from tuf.api.metadata import Metadata, Timestamp

from kiosk.core.errors import BusyError, ContentError, StorageError
from kiosk.packs import durable
from kiosk.packs.publisher import publish, publock
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.publisher.signing import AT_FIELD, BY_FIELD
from kiosk.packs.publisher.verify import verify
from kiosk.packs.publisher.words import ago
from kiosk.packs.source import FolderSource
from kiosk.packs.store import Store
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add

from .world import PUBLISHER, World, build_pack

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
KILLS = 50


def timestamp(world: World) -> Timestamp:
    return Metadata[Timestamp].from_bytes((world.metadata / "timestamp.json").read_bytes()).signed


@forks
def test_a_publisher_killed_fifty_times_while_a_kiosk_syncs(world: World) -> None:
    """Case 43."""
    world.publish(version=1, files=content(1))
    world.sync()
    world.store.close()
    stop = world.base / "stop"
    kiosk = forked(lambda: sync_in_a_loop(world, stop))
    rng = random.Random(43)
    length = how_long(world)
    version, landed, left = 1, 0, 0
    for kill in range(KILLS):
        before = timestamp(world).version
        built = build_pack(world.base / "built", "may-day", version + 1, content(kill))
        child = forked(lambda built=built: publish.add(world.repo, PUBLISHER, built, world.keys))  # type: ignore[misc]
        time.sleep(length * 1.1 * rng.random())
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        after = timestamp(world).version
        assert after in (before, before + 1)
        landed += after - before
        length *= 0.9 if after > before else 1.1  # as fast as the machine is now: about half of them land
        (listed,) = publish.list_packs(world.repo, PUBLISHER)
        assert listed.version == version + after - before
        version = listed.version
        left += any((world.repo / "tmp").glob("*.lock"))
        if kill % 10 == 9:
            assert verify(world.repo).faults == ()
            assert fresh_kiosk(world) == version
    stop.touch()
    assert 5 < landed < KILLS  # instants before and after the commit were met
    assert os.waitstatus_to_exitcode(os.waitpid(kiosk, 0)[1]) == 0
    rounds = json.loads((world.base / "loop.json").read_text())
    assert rounds["errors"] == [] and rounds["syncs"] > 20
    assert rounds["versions"] == sorted(rounds["versions"])
    world.reopen()
    before = timestamp(world).version
    world.publish(version=version + 1)
    assert timestamp(world).version == before + 1
    assert world.sync().problem is None
    assert world.live() == {"may-day": version + 1}
    assert list((world.repo / "tmp").glob("*.lock")) == []


def content(version: int) -> dict[str, bytes]:
    made = {f"items/{i}.json": b"%d of %d" % (i, version) for i in range(40)}
    return made | {"video.mp4": bytes([version % 256]) * 2_000_000}


def how_long(world: World) -> float:
    started = time.monotonic()
    scratch = Path(shutil.copytree(world.repo, world.base / "scratch"))
    publish.add(scratch, PUBLISHER, build_pack(world.base / "built", "may-day", 2, content(200)), world.keys)
    return time.monotonic() - started


def sync_in_a_loop(world: World, stop: Path) -> None:
    store = Store(world.base / "store")
    syncs, errors, versions = 0, [], []
    while not stop.exists():
        report = sync(store, FolderSource(world.repo))
        syncs += 1
        errors += [report.problem.say("en")] if report.problem else []
        versions.append(store.live()[0].version)
    store.close()
    (world.base / "loop.json").write_text(json.dumps({"syncs": syncs, "errors": errors, "versions": versions}))


def fresh_kiosk(world: World) -> int:
    folder = world.base / "fresh"
    shutil.rmtree(folder, ignore_errors=True)
    store = Store(folder)
    try:
        trust_add(store, world.root, world.fingerprint)
        assert sync(store, FolderSource(world.repo)).problem is None
        return store.live()[0].version
    finally:
        store.close()


def test_the_next_publication_starts_from_what_the_timestamp_names(world: World) -> None:
    """Later files of a killed publisher are neither believed nor overwritten."""
    world.publish()
    left = dict.fromkeys(("3.targets.json", "3.snapshot.json", "4.targets.json"), b"left by a killed publisher")
    for name, body in left.items():
        (world.metadata / name).write_bytes(body)
    world.publish(version=2)
    assert {n: (world.metadata / n).read_bytes() for n in left} == left
    assert (world.metadata / "5.targets.json").exists()
    assert timestamp(world).version == 3
    assert world.sync().problem is None


@forks
def test_many_officers_at_once_lose_nothing(world: World) -> None:
    """Case 44: each publishes another pack; whoever is told "busy" comes again."""

    def officer(number: int) -> None:
        built = build_pack(world.base / f"b{number}", f"pack-{number}", 1)
        for _ in range(60):
            try:
                publish.add(world.repo, PUBLISHER, built, world.keys)
                return
            except BusyError:
                time.sleep(0.02)
        raise AssertionError("never got in")

    children = [forked(lambda n=n: officer(n)) for n in range(6)]  # type: ignore[misc]
    assert [os.waitstatus_to_exitcode(os.waitpid(c, 0)[1]) for c in children] == [0] * 6
    assert {p.pack for p in publish.list_packs(world.repo, PUBLISHER)} == {f"pack-{n}" for n in range(6)}
    assert verify(world.repo).faults == ()
    assert world.sync().problem is None
    assert len(world.live()) == 6


class Rival:
    """Another officer on a share where lock files mean nothing: publishes when we are about to write a certain file."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
        self.ready = True
        rival = self
        real_write, real_version = Repository.write, Repository.timestamp_version

        def act(name: str) -> None:
            if rival.ready and name.endswith(moment):
                rival.ready = False
                built = build_pack(world.base / "rival", "safety", 1)
                lock = world.repo / "tmp" / f"{PUBLISHER}.lock"
                aside = lock.rename(lock.with_suffix(".aside")) if lock.exists() else None
                publish.add(world.repo, PUBLISHER, built, world.keys)
                if aside:
                    aside.rename(lock)

        def write(self: Repository, name: str, body: bytes) -> None:
            act(name)
            real_write(self, name, body)

        def version(self: Repository) -> int:
            act("last look")
            return real_version(self)

        monkeypatch.setattr(Repository, "write", write)
        monkeypatch.setattr(Repository, "timestamp_version", version)


@pytest.mark.parametrize("moment", ["targets.json", "snapshot.json", "last look"])
def test_two_officers_where_the_lock_does_not_hold(world: World, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Case 44: the slower one is told who was quicker and when; both packs are there in the end."""
    world.publish()
    with monkeypatch.context() as patch:
        Rival(world, patch, moment)
        with pytest.raises(BusyError) as caught:
            world.publish(version=2)
    assert (caught.value.code, caught.value.exit_code) == ("BUSY", 75)
    assert "发布了内容" in caught.value.message.zh or "正在同一文件夹发布" in caught.value.message.zh
    assert verify(world.repo).faults == ()
    assert world.sync().problem is None
    assert world.live() == {"may-day": 1, "safety": 1}
    world.publish(version=2)
    assert world.sync().problem is None
    assert world.live() == {"may-day": 2, "safety": 1}


def test_it_is_said_who_published_and_when(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = publish.init(world.base / "r", "county-a", world.base / "k", name="赵敏")
    assert made.publisher
    from kiosk.packs.publisher.keys import open_keys
    from kiosk.packs.publisher.signing import somebody_published

    keys = open_keys(world.base / "k", "county-a")
    publish.add(world.base / "r", "county-a", build_pack(world.base / "b", "news", 1), keys)
    repository = Repository(world.base / "r", "county-a")
    fields = repository.read("timestamp.json", Timestamp).signed.unrecognized_fields
    assert fields[BY_FIELD] == "赵敏" and len(fields[AT_FIELD]) == 20
    assert somebody_published(repository).message.zh.startswith("赵敏 ")


def test_the_one_in_the_way_is_named(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publock, "PATIENCE", 0.1)
    with publishing(world.repo / "tmp", PUBLISHER):
        lock = world.repo / "tmp" / f"{PUBLISHER}.lock"
        held = json.loads(lock.read_text())
        lock.write_text(json.dumps(held | {"at": held["at"] - 5, "who": "wangfang"}))
        with pytest.raises(BusyError) as caught:
            world.publish()
        lock.write_text(json.dumps(held))
    assert "wangfang@" in caught.value.message.en and " s ago" in caught.value.message.en
    assert "秒前开始" in caught.value.message.zh


def test_a_moments_wait_for_the_other_one_is_silent(world: World) -> None:
    held, free = threading.Event(), threading.Event()

    def other() -> None:
        with publishing(world.repo / "tmp", PUBLISHER):
            held.set()
            free.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    assert held.wait(10)
    threading.Timer(0.3, free.set).start()
    world.publish()
    thread.join()
    assert world.sync().changed


def test_the_same_pack_by_two_officers(world: World) -> None:
    """While the first uploads, the second publishes another content under the same version."""
    world.publish(version=2)
    with pytest.raises(ContentError, match="VERSION_NOT_HIGHER"):
        world.publish(version=2, files={"other.txt": b"x"})


class Refusing:
    """A share that refuses to replace a file while a reader has it open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
        self.left = times
        self.pauses: list[float] = []
        real, refusing = Path.replace, self

        def replace(self: Path, target: Path) -> Path:
            if Path(target).name == name and refusing.left:
                refusing.left -= 1
                raise PermissionError(13, "Permission denied", str(self), None, str(target))
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(durable.time, "sleep", self.pauses.append)


def test_a_rename_that_is_refused_for_a_while(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Case 45."""
    world.publish()
    with monkeypatch.context() as patch:
        refusing = Refusing(patch, "timestamp.json", 5)
        world.publish(version=2)
        assert len(refusing.pauses) == 5 and sum(refusing.pauses) < 3
    assert world.sync().problem is None
    assert world.live() == {"may-day": 2}


def test_a_rename_that_is_refused_for_good(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Case 45: a clear error, the old state intact, nothing left in tmp."""
    world.publish()
    before = (world.metadata / "timestamp.json").read_bytes()
    with monkeypatch.context() as patch:
        refusing = Refusing(patch, "timestamp.json", 10**6)
        with pytest.raises(StorageError, match="REPOSITORY_UNWRITABLE") as caught:
            world.publish(version=2)
        assert 3 < sum(refusing.pauses) < 20
    assert "timestamp.json" in caught.value.message.zh and "占着" in caught.value.message.zh
    assert (world.metadata / "timestamp.json").read_bytes() == before
    assert list((world.repo / "tmp").iterdir()) == []
    assert verify(world.repo).faults == ()
    assert world.sync().problem is None
    assert world.live() == {"may-day": 1}
    world.publish(version=2)
    assert world.sync().changed


def test_a_timestamp_that_is_away_for_a_moment(world: World) -> None:
    """Case 45: a share replaces a file by deleting it first; kiosks wait without a word."""
    world.publish()
    path, aside = world.metadata / "timestamp.json", world.base / "aside"
    path.rename(aside)
    threading.Timer(2.0, lambda: aside.rename(path)).start()
    report = world.sync()
    assert report.problem is None
    assert world.live() == {"may-day": 1}


def test_an_officer_waits_for_it_as_well(world: World) -> None:
    world.publish()
    path, aside = world.metadata / "timestamp.json", world.base / "aside"
    path.rename(aside)
    threading.Timer(0.7, lambda: aside.rename(path)).start()
    world.publish(version=2)
    assert world.sync().problem is None
    assert world.live() == {"may-day": 2}


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [(-60, "刚才", "just now"), (0, "刚才", "just now"), (5, "5 秒前", "5 s ago"), (125, "2 分钟前", "2 min ago"),
     (7300, "2 小时前", "2 h ago"), (3 * 86_400, "3 天前", "3 d ago")],
)  # fmt: skip
def test_how_long_ago(seconds: int, zh: str, en: str) -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime(2026, 5, 1, 8, tzinfo=UTC)
    then = now - timedelta(seconds=seconds)
    for stated in (then.strftime("%Y-%m-%dT%H:%M:%SZ"), int(then.timestamp()), then.replace(tzinfo=None).isoformat()):
        assert (ago(stated, now).zh, ago(stated, now).en) == (zh, en)


@pytest.mark.parametrize("stated", [None, "", "yesterday", 10**30, True, [], {}])
def test_a_time_nobody_can_tell(stated: object) -> None:
    assert ago(stated).en == "just now"
