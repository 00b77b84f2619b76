"""Sticks: what is on them, in which order it got there, and what happens when it goes wrong halfway. Case 46."""

from __future__ import annotations

import os
import random
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.killed import run_and_kill

from kiosk.core.errors import BusyError, ConfigError, KioskError, StorageError
from kiosk.packs.publisher import export as exporting
from kiosk.packs.publisher import grants, publish, readback
from kiosk.packs.publisher.export import Exported, export
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.receipts import read_receipts
from kiosk.packs.publisher.verify import MARK, verify
from kiosk.packs.receipt import Fetched, build, receipt_path

from .world import PUBLISHER, World, build_pack


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def full(world: World) -> World:
    world.publish(files={"a.txt": b"one", "shared.png": b"s" * 5000})
    publish.rotate(world.repo, PUBLISHER, "snapshot", world.keys)
    world.publish("safety", files={"c.txt": b"three", "shared.png": b"s" * 5000})
    return world


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def stick_is_good(world: World, stick: Path) -> None:
    found = verify(stick, carried_only=True)
    assert found.faults == ()
    assert not (stick / MARK).exists()
    assert list((stick / "tmp").iterdir()) == []


def packs(done: Exported) -> dict[str, int]:
    return {p.pack: p.version for p in done.packs}


def test_everything_is_carried_and_read_back(full: World, stick: Path) -> None:
    before = tree(full.repo)
    done = export(full.repo, stick)
    assert packs(done) == {"may-day": 1, "safety": 1}
    assert done.kept == 0 and done.checked >= done.copied > 5000
    stick_is_good(full, stick)
    assert (stick / "outbox" / "receipts").is_dir()
    assert {p.name for p in (stick / "publishers" / PUBLISHER / "metadata").glob("*.root.json")} == {
        "1.root.json", "2.root.json",
    }  # fmt: skip
    assert full.sync(stick).problem is None
    assert full.live() == {"may-day": 1, "safety": 1}
    assert tree(full.repo) == before


def test_only_chosen_packs(full: World, stick: Path) -> None:
    assert packs(export(full.repo, stick, packs=["safety"])) == {"safety": 1}
    stick_is_good(full, stick)
    report = full.sync(stick)
    assert {r.pack: r.code for r in report.results} == {"may-day": "absent", "safety": "live"}
    assert full.live() == {"safety": 1}
    with pytest.raises(ConfigError, match="NO_SUCH_PACK"):
        export(full.repo, stick, packs=["nothing"])


def test_the_second_time_only_the_difference_is_written(full: World, stick: Path) -> None:
    export(full.repo, stick)
    kept = {p: p.stat().st_mtime_ns for p in stick.glob("blobs/*/*/*")}
    full.publish(version=2, files={"a.txt": b"two!", "shared.png": b"s" * 5000})
    done = export(full.repo, stick)
    stick_is_good(full, stick)
    written = [p for p in stick.glob("blobs/*/*/*") if kept.get(p) != p.stat().st_mtime_ns]
    assert done.copied == sum(p.stat().st_size for p in written)
    assert len(written) == 2 and done.kept > 5000  # the new text and its pack.json
    assert done.removed >= 2  # the old ones, and old metadata
    assert full.sync(stick).problem is None
    assert full.live() == {"may-day": 2, "safety": 1}


def test_other_peoples_files_stay(full: World, stick: Path) -> None:
    mine = {"photos/a.jpg": b"jpg", "blobs/readme.txt": b"x", "publishers/notes.txt": b"y"}
    for name, body in mine.items():
        (stick / name).parent.mkdir(parents=True, exist_ok=True)
        (stick / name).write_bytes(body)
    export(full.repo, stick)
    full.publish(version=2)
    export(full.repo, stick)
    assert mine.items() <= tree(stick).items()


def test_names_fit_a_fat_stick(full: World, stick: Path) -> None:
    export(full.repo, stick)
    for name in tree(stick):
        for part in name.split("/"):
            assert part == "UNION-PACKS.json" or part == part.lower()
            assert not set(part) & set('\\:*?"<>|') and part[-1] not in ". "
    lower = [name.lower() for name in tree(stick)]
    assert len(set(lower)) == len(lower)


def test_a_child_brings_its_parents_word(full: World, stick: Path, tmp_path: Path) -> None:
    """A county exports its packs; kiosks trust the city only."""
    child = publish.init(full.repo, "county-a", tmp_path / "k")
    keys = open_keys(tmp_path / "k", "county-a")
    publish.add(full.repo, "county-a", build_pack(tmp_path / "b", "county-a-news", 1), keys)
    publish.init(full.repo, "stranger", tmp_path / "k3")
    grants.grant(full.repo, PUBLISHER, child.root, full.keys, namespace="county-a")
    done = export(full.repo, stick, publisher="county-a")
    assert packs(done) == {"county-a-news": 1}
    assert done.publishers == ("county-a", PUBLISHER)
    stick_is_good(full, stick)
    assert full.sync(stick).problem is None
    assert full.live() == {"county-a-news": 1}
    down = export(full.repo, stick, publisher=PUBLISHER)
    assert packs(down) == {"may-day": 1, "safety": 1, "county-a-news": 1}
    assert packs(export(full.repo, stick, packs=["county-a/county-a-news"])) == {"county-a-news": 1}


def test_who_fetched_what(full: World, stick: Path) -> None:
    export(full.repo, stick)
    at = datetime(2026, 5, 1, 8, tzinfo=UTC)
    (stick / receipt_path("hall-3")).write_bytes(build("hall-3", "一车间", at, [Fetched(PUBLISHER, "safety", 1)]))
    (stick / receipt_path("evil")).write_bytes(b"[" * 9999)
    (stick / receipt_path("thief")).write_bytes(build("hall-3", "", at, []))
    (stick / receipt_path("link")).symlink_to("/etc/passwd")
    done = export(full.repo, stick)
    good = [r.receipt for r in done.receipts if r.receipt]
    assert [(r.device, r.site, r.packs) for r in good] == [("hall-3", "一车间", (Fetched(PUBLISHER, "safety", 1),))]
    assert {Path(r.file).stem for r in done.receipts if r.error} == {"evil", "thief", "link"}
    assert read_receipts(stick) == done.receipts or len(read_receipts(stick)) == 4
    assert read_receipts(full.repo) == ()


class Lying:
    """Harms a file on the stick once it is written, before it is read back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stick: Path, pattern: str, *, again: bool) -> None:
        real = readback.forget
        done: list[Path] = []

        def forget(path: Path) -> None:
            if path.match(pattern) and (again or not done):
                done.append(path)
                body = path.read_bytes()
                path.write_bytes(bytes([body[0] ^ 1]) + body[1:])
            real(path)

        monkeypatch.setattr(readback, "forget", forget)


@pytest.mark.parametrize(
    "file", ["*/blobs/sha256/*/*", "*.safety.json", "*.targets.json", "*.root.json", "timestamp.json"]
)
def test_a_stick_that_gives_other_bytes_is_marked(
    full: World, stick: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    before = tree(full.repo)
    Lying(monkeypatch, stick, file, again=True)
    with pytest.raises(StorageError, match="STICK_DAMAGED") as caught:
        export(full.repo, stick)
    assert "换一个U盘" in caught.value.hint.zh
    mark = (stick / MARK).read_text("utf-8")
    assert "不能使用" in mark and "do not use it" in mark
    assert tree(full.repo) == before
    report = full.sync(stick)
    assert report.problem is not None
    assert full.live() == {}
    assert verify_says(stick) >= {"EXPORT_UNFINISHED"} or not (stick / "publishers").exists()
    monkeypatch.undo()
    export(full.repo, stick)
    stick_is_good(full, stick)


def verify_says(stick: Path) -> set[str]:
    try:
        return {f.error.code for f in verify(stick, carried_only=True).faults}
    except KioskError:
        return {"EXPORT_UNFINISHED"}


def test_an_older_export_stays_usable_when_the_new_one_goes_wrong(
    full: World, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(full.repo, stick)
    publish.rotate(full.repo, PUBLISHER, "timestamp", full.keys)
    full.publish(version=2, files={"a.txt": b"two"})
    sha256 = full.blob(b"two").name
    Lying(monkeypatch, stick, f"*/{sha256}", again=True)
    with pytest.raises(StorageError, match="STICK_DAMAGED"):
        export(full.repo, stick)
    assert (stick / MARK).exists()
    assert full.sync(stick).problem is None
    assert full.live() == {"may-day": 1, "safety": 1}


def test_a_kept_blob_that_went_bad_is_written_again(full: World, stick: Path) -> None:
    export(full.repo, stick)
    sha256 = full.blob(b"three").name
    bad = stick / "blobs" / "sha256" / sha256[:2] / sha256
    bad.write_bytes(b"THREE")
    assert export(full.repo, stick).copied == 5
    stick_is_good(full, stick)


def test_a_damaged_repository_is_not_carried_out(full: World, stick: Path) -> None:
    blob = full.blob(b"three")
    blob.write_bytes(b"THREE")
    with pytest.raises(StorageError, match="DAMAGED_MEDIUM"):
        export(full.repo, stick)
    assert (stick / MARK).exists()
    assert not (stick / "publishers" / PUBLISHER / "metadata" / "timestamp.json").exists()
    (full.metadata / "timestamp.json").write_bytes(b"{}")
    with pytest.raises(KioskError):
        export(full.repo, stick)


def test_a_pack_that_the_repository_lost_is_not_left_out_in_silence(full: World, stick: Path) -> None:
    for path in (full.repo / "publishers" / PUBLISHER / "targets" / "packs").glob("*.safety.json"):
        path.unlink()
    with pytest.raises(StorageError, match=r"safety\.json"):
        export(full.repo, stick)
    assert tree(stick) == {}


def test_one_stick_is_copied_to_another(full: World, stick: Path, tmp_path: Path) -> None:
    export(full.repo, stick, packs=["safety"])
    (tmp_path / "second").mkdir()
    (full.repo / "publishers" / "begun").mkdir()  # a folder somebody made by hand
    assert packs(export(stick, tmp_path / "second")) == {"safety": 1}
    stick_is_good(full, tmp_path / "second")


def test_a_stick_that_is_full_although_it_said_otherwise(
    full: World, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_up(*_words: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "copy_blobs", full_up)
    with pytest.raises(StorageError, match="STICK_FULL"):
        export(full.repo, stick)
    assert (stick / MARK).exists()


def test_too_small_a_stick_is_told_before_anything_is_written(
    full: World, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(exporting.shutil, "disk_usage", lambda _p: usage._replace(free=exporting._RESERVE + 1000))
    with pytest.raises(StorageError, match="STICK_FULL") as caught:
        export(full.repo, stick)
    assert "1.0 KB free" in caught.value.message.en
    assert tree(stick) == {}


def test_a_write_protected_stick(full: World, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_words: object, **_how: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(exporting, "write_durably", refused)
    with pytest.raises(StorageError, match="STICK_UNWRITABLE") as caught:
        export(full.repo, stick)
    assert "Read-only" in caught.value.message.en


@pytest.mark.parametrize("where", ["repo", "repo/blobs", "."])
def test_never_onto_the_repository(full: World, where: str) -> None:
    with pytest.raises(ConfigError, match="STICK_IS_REPOSITORY"):
        export(full.repo, full.base / where)


def test_no_stick(full: World) -> None:
    with pytest.raises(StorageError, match="STICK_UNWRITABLE"):
        export(full.repo, full.base / "nothing")


def test_two_exports_to_one_stick(full: World, stick: Path) -> None:
    (stick / "tmp").mkdir()
    with publishing(stick / "tmp", "export", shared=False), pytest.raises(BusyError):
        export(full.repo, stick)
    # pulled out of another computer in the middle of an export
    (stick / "tmp" / "export.lock").write_text('{"host": "another", "pid": 1, "at": 4000000000}')
    export(full.repo, stick)
    stick_is_good(full, stick)


def test_an_export_of_what_a_publisher_is_changing(full: World, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version lands while the old one is copied: the stick holds the state the export began with."""
    real = exporting.copy_blobs
    published: list[int] = []

    def slow(*words: object) -> int:
        if not published:
            published.append(1)
            full.publish(version=2, files={"a.txt": b"newer"})
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "copy_blobs", slow)
    assert packs(export(full.repo, stick)) == {"may-day": 1, "safety": 1}
    stick_is_good(full, stick)


@pytest.fixture
def big(world: World) -> World:
    files = {f"items/{i}.json": b"%d" % i * 300 for i in range(120)} | {"video.mp4": b"v" * 8_000_000}
    world.publish(files=files)
    return world


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_an_export_killed_at_any_instant(big: World, stick: Path) -> None:
    """Old, new or nothing; never half. What is there is not written again."""
    (big.base / "stick0").mkdir()
    started = time.monotonic()
    export(big.repo, big.base / "stick0")
    length = time.monotonic() - started
    rng, seen, version, landed = random.Random(46), set(), 1, 0
    for kill in range(24):
        share = rng.random() if kill else 0.02  # the first before anything can have landed
        run_and_kill(lambda: export(big.repo, stick), length * share)
        timestamp = stick / "publishers" / PUBLISHER / "metadata" / "timestamp.json"
        if timestamp.exists():
            report = big.sync(stick)
            assert report.problem is None, kill
            assert big.live()["may-day"] in (landed, version)
            landed = big.live()["may-day"]
            seen.add("marked" if (stick / MARK).exists() else "finished")
            if landed == version:
                version += 1
                big.publish(version=version, files={"video.mp4": bytes([version]) * 8_000_000})
        else:
            seen.add("nothing")
            assert "EXPORT_UNFINISHED" in verify_says(stick)
    export(big.repo, stick)
    stick_is_good(big, stick)
    assert big.sync(stick).problem is None
    assert big.live() == {"may-day": version}
    assert "nothing" in seen


def test_written_pages_leave_memory_before_they_are_read_back(
    full: World, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file of the export is synced and dropped from the page cache, the timestamp last."""
    order: list[str] = []
    real = readback.os.posix_fadvise

    def advise(handle: int, start: int, length: int, advice: int) -> None:
        order.append(Path(f"/proc/self/fd/{handle}").readlink().relative_to(stick).as_posix())
        assert advice == os.POSIX_FADV_DONTNEED
        real(handle, start, length, advice)

    monkeypatch.setattr(readback.os, "posix_fadvise", advise)
    export(full.repo, stick)
    assert set(order) == set(tree(stick)) - {"UNION-PACKS.json"}
    assert order[-1].endswith("/timestamp.json")
    assert [Path(n).name for n in order[-3:-1]] == ["1.root.json", "2.root.json"]
