"""The publisher's folder: what is written, and what is refused before anything is."""

from __future__ import annotations

import json
import os
import platform
import shutil
import stat
import time
from pathlib import Path

import pytest

from kiosk.core.errors import BusyError, ConfigError, ContentError, StorageError, TrustError
from kiosk.packs.hint import hinted_publishers
from kiosk.packs.publisher import publish, publock
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import KEEP

from .world import PUBLISHER, World, build_pack


def tree(repo: Path) -> dict[str, bytes]:
    return {p.relative_to(repo).as_posix(): p.read_bytes() for p in repo.rglob("*") if p.is_file()}


def test_the_folder_is_as_documented(world: World) -> None:
    world.publish(files={"a.png": b"png"})
    names = set(tree(world.repo))
    metadata = f"publishers/{PUBLISHER}/metadata"
    assert {f"{metadata}/1.root.json", f"{metadata}/2.targets.json", f"{metadata}/2.snapshot.json"} < names
    assert f"{metadata}/timestamp.json" in names
    assert world.blob(b"png").read_bytes() == b"png"
    (manifest,) = [n for n in names if n.startswith(f"publishers/{PUBLISHER}/targets/packs/")]
    assert manifest.endswith(".may-day.json")
    assert hinted_publishers(tree(world.repo)["UNION-PACKS.json"]) == (PUBLISHER,)
    assert not list((world.repo / "tmp").iterdir())
    assert json.loads(tree(world.repo)[manifest]).keys() == {
        "format", "pack", "version", "signed_at", "min_app", "title", "files",
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_keys_are_private_files(world: World) -> None:
    for path in (world.base / "keys").glob("*.pem"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"BEGIN PRIVATE KEY" in path.read_bytes()
    assert len(list((world.base / "keys").glob("*.pem"))) == 4


def test_keys_under_a_passphrase(tmp_path: Path) -> None:
    publish.init(tmp_path / "r", "county-a", tmp_path / "k", "开门")
    assert all(b"ENCRYPTED" in p.read_bytes() for p in (tmp_path / "k").glob("*.pem"))
    for wrong in (None, "关门"):
        with pytest.raises(TrustError, match="BAD_PASSPHRASE"):
            open_keys(tmp_path / "k", "county-a", wrong)
    keys = open_keys(tmp_path / "k", "county-a", "开门")
    assert publish.add(tmp_path / "r", "county-a", build_pack(tmp_path / "b", "p1", 1), keys).changed


@pytest.mark.parametrize("name", ["", "x", "Wuxi", "../wuxi", "无锡", "a" * 40, "-a", "a/b"])
def test_a_publisher_needs_a_plain_id(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="BAD_PUBLISHER"):
        publish.init(tmp_path / "r", name, tmp_path / "k")
    assert not (tmp_path / "r").exists()


def test_init_refuses_what_it_would_spoil(world: World) -> None:
    with pytest.raises(ConfigError, match="PUBLISHER_EXISTS"):
        publish.init(world.repo, PUBLISHER, world.base / "keys2")
    with pytest.raises(ConfigError, match="KEYS_IN_REPOSITORY"):
        publish.init(world.repo, "county-a", world.repo / "keys")


def test_the_same_again_changes_nothing(world: World) -> None:
    built = build_pack(world.base / "b", "may-day", 1)
    assert publish.add(world.repo, PUBLISHER, built, world.keys).changed
    before = tree(world.repo)
    assert not publish.add(world.repo, PUBLISHER, built, world.keys).changed
    assert tree(world.repo) == before


@pytest.mark.parametrize("version", [1, 2], ids=["lower", "same"])
def test_other_content_needs_a_higher_version(world: World, version: int) -> None:
    world.publish(version=2)
    before = tree(world.repo)
    with pytest.raises(ContentError, match="VERSION_NOT_HIGHER") as caught:
        world.publish(version=version, files={"new.txt": b"new"})
    assert "version: 3" in caught.value.hint.en
    assert tree(world.repo) == before


def test_a_withdrawn_pack_comes_back_only_higher(world: World) -> None:
    world.publish(version=5)
    publish.remove(world.repo, PUBLISHER, "may-day", world.keys)
    assert publish.list_packs(world.repo, PUBLISHER) == ()
    with pytest.raises(ContentError, match="VERSION_NOT_HIGHER"):
        world.publish(version=5)
    world.publish(version=6)
    assert [(p.pack, p.version) for p in publish.list_packs(world.repo, PUBLISHER)] == [("may-day", 6)]
    with pytest.raises(ConfigError, match="NO_SUCH_PACK"):
        publish.remove(world.repo, PUBLISHER, "nothing", world.keys)


def test_nothing_is_signed_on_top_of_a_tampered_folder(world: World) -> None:
    world.publish()
    path = max(world.metadata.glob("*.targets.json"))
    metadata = json.loads(path.read_bytes())
    metadata["signed"]["targets"]["packs/evil.json"] = {"length": 1, "hashes": {"sha256": "0" * 64}}
    path.write_text(json.dumps(metadata))
    before = tree(world.repo)
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        world.publish("safety")
    assert {n: b for n, b in tree(world.repo).items() if "metadata" in n} == {
        n: b for n, b in before.items() if "metadata" in n
    }


def test_a_swapped_root_is_noticed(world: World, tmp_path: Path) -> None:
    publish.init(tmp_path / "r", PUBLISHER, tmp_path / "k")
    shutil.copy(tmp_path / "r" / "publishers" / PUBLISHER / "metadata" / "1.root.json", world.metadata)
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        world.publish()


def test_keys_of_somebody_else_do_not_publish(world: World, tmp_path: Path) -> None:
    with pytest.raises(TrustError, match="KEY_MISSING"):
        open_keys(tmp_path / "nothing", PUBLISHER)
    (world.base / "keys" / f"{PUBLISHER}.targets.1.pem").unlink()
    before = tree(world.repo)
    with pytest.raises(TrustError, match="KEY_MISSING"):
        world.publish()
    assert {n for n in tree(world.repo) if "metadata" in n} == {n for n in before if "metadata" in n}


def test_two_officers_at_once(world: World) -> None:
    with publishing(world.repo / "tmp", PUBLISHER), pytest.raises(BusyError) as caught:
        world.publish()
    assert "@" in caught.value.message.en
    world.publish()


def test_two_officers_on_a_share_without_working_locks(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one publishes while this one uploads."""
    from kiosk.packs.publisher.repository import Repository

    real = Repository.timestamp_version
    monkeypatch.setattr(Repository, "timestamp_version", lambda self: real(self) + 1)
    before = (world.metadata / "timestamp.json").read_bytes()
    with pytest.raises(BusyError):
        world.publish()
    assert (world.metadata / "timestamp.json").read_bytes() == before
    monkeypatch.undo()
    world.publish()
    assert world.sync().changed


def test_a_lock_left_by_a_dead_process_is_taken_over(world: World) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    (world.repo / "tmp" / f"{PUBLISHER}.lock").write_text(json.dumps({"host": platform.node(), "pid": child, "at": 0}))
    world.publish()


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({"pack.json": b"{"}, "pack.json"),
        ({"pack.json": b"[]"}, "pack.json"),
        ({"pack.json": b'{"id": "X", "version": 1, "title": {"zh": "a", "en": "a"}}'}, "pack"),
        ({"pack.json": b'{"id": "may-day", "version": "1", "title": {"zh": "a", "en": "a"}}'}, "version"),
        ({"pack.json": b'{"id": "may-day", "version": 1, "title": "a"}'}, "title"),
        ({"a?.png": b"x"}, "a?.png"),
        ({"CON.txt": b"x"}, "CON.txt"),
        ({"A.txt": b"x", "a.txt": b"y"}, ".txt"),
    ],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="such files cannot be made there")
def test_a_built_pack_that_breaks_a_rule_is_refused_on_the_desk(
    world: World, files: dict[str, bytes], named: str
) -> None:
    before = tree(world.repo)
    with pytest.raises(ContentError, match="BAD_PACK") as caught:
        world.publish(files=files)
    assert named in caught.value.message.en
    assert tree(world.repo) == before


def test_a_link_in_a_built_pack_is_refused(world: World) -> None:
    built = build_pack(world.base / "b", "may-day", 1)
    (built / "link.png").symlink_to("/etc/hostname")
    with pytest.raises(ContentError, match=r"link\.png"):
        publish.add(world.repo, PUBLISHER, built, world.keys)


def test_old_metadata_is_pruned_and_roots_stay(world: World) -> None:
    publish.rotate(world.repo, PUBLISHER, "timestamp", world.keys)
    for version in range(1, KEEP + 6):
        world.publish(version=version, files={"a": b"%d" % version})
    assert len(list(world.metadata.glob("*.targets.json"))) == KEEP
    assert len(list(world.metadata.glob("*.snapshot.json"))) == KEEP
    assert {p.name for p in world.metadata.glob("*.root.json")} == {"1.root.json", "2.root.json"}
    assert world.sync().changed


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_an_interrupted_rotation_is_finished_by_the_next_publication(world: World, role: str) -> None:
    world.publish()
    world.sync()
    old = world.snapshot("before")
    publish.rotate(world.repo, PUBLISHER, role, world.keys)  # type: ignore[arg-type]
    shutil.rmtree(world.repo)  # the folder never learned of it; the keys did
    shutil.copytree(old, world.repo)
    world.publish(version=2)
    assert world.sync().changed
    assert world.live() == {"may-day": 2}


def test_an_unwritable_share(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.packs import durable

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    before = (world.metadata / "timestamp.json").read_bytes()
    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(StorageError, match="REPOSITORY_UNWRITABLE"):
        world.publish()
    monkeypatch.undo()
    assert (world.metadata / "timestamp.json").read_bytes() == before
    assert not list((world.repo / "tmp").iterdir())


@pytest.mark.parametrize(
    "hint", [b"", b"[" * 9999, b"\xff", b"[]", b'{"publishers": 1}', b'{"publishers": [1, "../x", "UP"]}']
)
def test_a_broken_hint_says_nothing(hint: bytes) -> None:
    assert hinted_publishers(hint) == ()


def test_an_empty_lock_is_what_a_power_cut_leaves(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publock, "PATIENCE", 0.1)
    (world.repo / "tmp" / f"{PUBLISHER}.lock").write_bytes(b"")
    world.publish()
    assert not list((world.repo / "tmp").iterdir())


def test_a_lock_from_before_the_machine_started_names_nobody_who_lives(world: World) -> None:
    held = {"host": platform.node(), "pid": os.getppid(), "boot": "another", "at": int(time.time())}
    (world.repo / "tmp" / f"{PUBLISHER}.lock").write_text(json.dumps(held))
    world.publish()


def test_an_init_that_was_killed_is_finished_by_the_next(world: World, tmp_path: Path) -> None:
    first = publish.init(tmp_path / "new", "county-a", tmp_path / "keys-a")
    (tmp_path / "new" / "publishers" / "county-a" / "metadata" / "timestamp.json").unlink()
    with pytest.raises(ConfigError, match="PUBLISHER_EXISTS"):
        publish.init(tmp_path / "new", "county-a", tmp_path / "other-keys")
    again = publish.init(tmp_path / "new", "county-a", tmp_path / "keys-a")
    assert again == first
    publish.add(
        tmp_path / "new", "county-a", build_pack(tmp_path / "b", "may-day", 1), open_keys(again.keys, "county-a")
    )
