"""Keys of the office: who holds which, what needs the root key, and a change that is cut short at any write."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root

from kiosk.core.errors import ConfigError, TrustError
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.publisher import keyadmin, publish
from kiosk.packs.publisher.keys import ROLES, KeyRing, key_files, open_keys
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.publisher.request import request
from kiosk.packs.trust import trust_add

from .world import PUBLISHER, World, build_pack


@pytest.fixture
def office(world: World) -> World:
    """The world's keys, with the root key moved into a safe."""
    safe = world.base / "safe"
    safe.mkdir()
    (world.base / "keys" / f"{PUBLISHER}.root.1.pem").rename(safe / f"{PUBLISHER}.root.1.pem")
    shutil.copy(world.base / "keys" / f"{PUBLISHER}.root.json", safe)
    world.publish()
    world.sync()
    return world


def with_safe(world: World) -> KeyRing:
    return open_keys(world.base / "keys", PUBLISHER).with_root(open_keys(world.base / "safe", PUBLISHER))


def goes_on(world: World, version: int) -> None:
    """The office publishes with its everyday keys only, and the kiosk takes it."""
    world.publish(version=version)
    report = world.sync()
    assert report.problem is None
    assert world.live()["may-day"] == version


def test_init_puts_the_root_key_into_a_folder_of_its_own(world: World, tmp_path: Path) -> None:
    made = publish.init(
        tmp_path / "r", "county-a", tmp_path / "k", "every day", root_dir=tmp_path / "s", root_passphrase="once a year"
    )
    assert [p.name for p in key_files(tmp_path / "s", "county-a")] == ["county-a.root.1.pem"]
    assert len(key_files(tmp_path / "k", "county-a")) == 3
    assert (made.keys, made.root_keys) == (tmp_path / "k", tmp_path / "s")
    with pytest.raises(TrustError, match="BAD_PASSPHRASE"):
        open_keys(tmp_path / "s", "county-a", "every day")
    trust_add(world.store, made.root, made.fingerprint)
    keys = open_keys(tmp_path / "k", "county-a", "every day")
    publish.add(tmp_path / "r", "county-a", build_pack(tmp_path / "b", "night-school", 1), keys)
    assert world.sync(tmp_path / "r").changed
    with pytest.raises(TrustError, match="KEY_MISSING") as caught:
        publish.rotate(tmp_path / "r", "county-a", "timestamp", keys)
    assert "--root-keys" in caught.value.hint.en
    both = keys.with_root(open_keys(tmp_path / "s", "county-a", "once a year"))
    keyadmin.rotate(tmp_path / "r", "county-a", "root", both, "once a year")
    assert [p.name for p in key_files(tmp_path / "s", "county-a")] == ["county-a.root.1.pem", "county-a.root.2.pem"]


@pytest.mark.parametrize("where", ["keys", "safe"])
def test_no_key_folder_inside_the_repository(tmp_path: Path, where: str) -> None:
    folders = {"keys": tmp_path / "k", "safe": tmp_path / "s"} | {where: tmp_path / "r" / "x"}
    with pytest.raises(ConfigError, match="KEYS_IN_REPOSITORY"):
        publish.init(tmp_path / "r", "county-a", folders["keys"], root_dir=folders["safe"])
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux"])
def test_a_publisher_is_not_called_like_a_device(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="BAD_PUBLISHER"):
        publish.init(tmp_path / "r", name, tmp_path / "k")


@pytest.mark.parametrize("role", ROLES)
def test_a_key_is_replaced_and_the_old_one_counts_no_more(office: World, role: str) -> None:
    stolen = open_keys(shutil.copytree(office.base / "keys", office.base / "stolen"), PUBLISHER)
    thief = office.snapshot("thief")
    done = keyadmin.rotate(office.repo, PUBLISHER, role, with_safe(office))  # type: ignore[arg-type]
    assert (done.root_version, done.proposal, done.fingerprint) == (2, "", office.fingerprint)
    assert office.sync().problem is None
    goes_on(office, 2)
    if role == "root":
        return
    with pytest.raises(TrustError, match="KEY_MISSING"):
        publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "evil", 1), stolen)
    for version in range(5, 12):  # until his timestamp is ahead
        publish.add(thief, PUBLISHER, build_pack(office.base / "b", "may-day", version), stolen)
    report = office.sync(thief)
    assert report.problem is not None
    assert report.problem.code == "UNTRUSTED"
    assert office.live() == {"may-day": 2}


def test_a_kiosk_that_slept_through_every_change(office: World) -> None:
    asleep = office.snapshot("asleep")
    for role in (*ROLES, "root", "targets"):
        keyadmin.rotate(office.repo, PUBLISHER, role, with_safe(office))  # type: ignore[arg-type]
    goes_on(office, 2)
    assert office.sync(asleep).problem is not None
    assert office.live() == {"may-day": 2}
    assert {p.name for p in office.metadata.glob("*.root.json")} == {f"{n}.root.json" for n in range(1, 8)}


def test_a_lost_key_is_replaced_without_it(office: World) -> None:
    for path in (office.base / "keys").glob("*.timestamp.*.pem"):
        path.unlink()
    with pytest.raises(TrustError, match="KEY_MISSING"):
        office.publish(version=2)
    keyadmin.rotate(office.repo, PUBLISHER, "timestamp", with_safe(office))
    goes_on(office, 2)


def test_another_pc_follows_the_roots_by_itself(office: World) -> None:
    """The officer's stick has not seen the change that was made elsewhere."""
    elsewhere = shutil.copytree(office.base / "keys", office.base / "pc2")
    keyadmin.rotate(office.repo, PUBLISHER, "root", with_safe(office))
    keyadmin.rotate(office.repo, PUBLISHER, "root", with_safe(office))
    keys = open_keys(elsewhere, PUBLISHER)
    assert Metadata[Root].from_bytes(keys.root).signed.version == 1
    publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "may-day", 2), keys)
    assert Metadata[Root].from_bytes(open_keys(elsewhere, PUBLISHER).root).signed.version == 3
    assert office.sync().problem is None


def test_a_root_that_nobody_signed_is_not_followed(office: World, tmp_path: Path) -> None:
    publish.init(tmp_path / "r", PUBLISHER, tmp_path / "k")
    ring = open_keys(tmp_path / "k", PUBLISHER)
    keyadmin.rotate(tmp_path / "r", PUBLISHER, "root", ring)
    shutil.copy(tmp_path / "r" / "publishers" / PUBLISHER / "metadata" / "2.root.json", office.metadata)
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        office.publish(version=2)


def test_a_thief_who_signs_with_old_keys_is_not_countersigned(office: World) -> None:
    """He replaces the folder's state after the keys were changed; the office must not build on it."""
    stolen = open_keys(shutil.copytree(office.base / "keys", office.base / "stolen"), PUBLISHER)
    thief = office.snapshot("thief")
    publish.add(thief, PUBLISHER, build_pack(office.base / "b", "evil", 1), stolen)
    keyadmin.rotate(office.repo, PUBLISHER, "timestamp", with_safe(office))
    for path in (thief / "publishers" / PUBLISHER / "metadata").glob("*.json"):
        if "root" not in path.name:
            shutil.copy(path, office.metadata)
    with pytest.raises(TrustError, match="REPOSITORY_CHANGED"):
        office.publish(version=2)


class CutError(Exception):
    """The power went."""


def cut_after(monkeypatch: pytest.MonkeyPatch, writes: int) -> Callable[[], int]:
    """Let so many metadata files land, then stop."""
    real, count = Repository.write, [0]

    def write(self: Repository, name: str, body: bytes) -> None:
        if count[0] == writes:
            raise CutError(name)
        count[0] += 1
        real(self, name, body)

    monkeypatch.setattr(Repository, "write", write)
    return lambda: count[0]


@pytest.mark.parametrize(
    ("role", "lost"), [*((role, False) for role in ROLES), ("snapshot", True), ("timestamp", True)]
)
def test_a_change_that_is_cut_short_at_any_write(
    office: World, monkeypatch: pytest.MonkeyPatch, role: str, lost: bool
) -> None:
    """Whatever landed: kiosks go on, the next publication finishes or the change is made again."""
    if lost:
        for path in (office.base / "keys").glob(f"*.{role}.*.pem"):
            path.unlink()
    kept = {p: shutil.copytree(p, office.base / f"good-{p.name}") for p in (office.repo, *folders_of(office))}
    cuts, version = 0, 1
    for writes in range(9):
        for folder, saved in kept.items():
            shutil.rmtree(folder)
            shutil.copytree(saved, folder)
        with monkeypatch.context() as patch:
            cut_after(patch, writes)
            try:
                keyadmin.rotate(office.repo, PUBLISHER, role, with_safe(office))  # type: ignore[arg-type]
            except CutError:
                cuts += 1
            else:
                break
        report = kiosk_of_its_own(office, writes)
        # With the old key lost, one instant is left between two files when nothing new is accepted.
        assert report in ("ok", *(["UNTRUSTED"] if lost else [])), writes
        version += 1
        if not (lost and "2.root.json" not in {p.name for p in office.metadata.iterdir()}):
            office.publish(version=version)  # needs no root key, and finishes what was begun
            assert kiosk_of_its_own(office, writes) == "ok"
        keyadmin.rotate(office.repo, PUBLISHER, role, with_safe(office))  # type: ignore[arg-type]
        assert kiosk_of_its_own(office, writes) == "ok"
    assert cuts >= 3


def folders_of(world: World) -> tuple[Path, Path]:
    return world.base / "keys", world.base / "safe"


def kiosk_of_its_own(world: World, number: int) -> str:
    """A kiosk that knows the first root only; what it says of the folder."""
    from kiosk.packs.source import FolderSource
    from kiosk.packs.store import Store
    from kiosk.packs.sync import sync

    folder = world.base / "fresh"
    shutil.rmtree(folder, ignore_errors=True)
    store = Store(folder)
    try:
        trust_add(store, world.root, world.fingerprint)
        problem = sync(store, FolderSource(world.repo)).problem
        return problem.code if problem else "ok"
    finally:
        store.close()


def test_a_change_prepared_on_a_folder_that_was_lost_is_finished(office: World) -> None:
    """The folder is restored from the backup of a minute before; the keys know of the change."""
    before = office.snapshot("before")
    keyadmin.rotate(office.repo, PUBLISHER, "timestamp", with_safe(office))
    shutil.rmtree(office.repo)
    shutil.copytree(before, office.repo)
    goes_on(office, 2)


def test_a_person_is_added_and_leaves(office: World) -> None:
    done = keyadmin.add_person(
        office.repo, PUBLISHER, with_safe(office), office.base / "li", "李娜", "一二三四五六七八"
    )
    assert (done.root_version, done.proposal) == (2, "")
    li = open_keys(office.base / "li", PUBLISHER, "一二三四五六七八")
    publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "may-day", 2), li)
    assert office.sync().problem is None
    listed = keyadmin.list_keys(office.repo, PUBLISHER, li)
    assert [(k.role, k.name) for k in listed if k.here] == [(r, "李娜") for r in ("targets", "snapshot", "timestamp")]
    assert len({k.id for k in listed}) == 7 and all(len(k.id) == 19 for k in listed)
    with pytest.raises(ConfigError, match="NO_SUCH_KEY"):
        keyadmin.revoke(office.repo, PUBLISHER, "赵敏", with_safe(office))
    keyadmin.revoke(office.repo, PUBLISHER, "李娜", with_safe(office))
    with pytest.raises(TrustError, match="KEY_MISSING"):
        publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "may-day", 3), li)
    goes_on(office, 3)


def test_keys_made_on_another_computer_never_leave_it(office: World) -> None:
    asked = request(office.repo, PUBLISHER, office.base / "li", "李娜", "一二三四五六七八")
    body = asked.file.read_bytes()
    assert b"PRIVATE" not in body and asked.publisher_fingerprint == office.fingerprint
    li = open_keys(office.base / "li", PUBLISHER, "一二三四五六七八")
    with pytest.raises(TrustError, match="KEY_MISSING"):
        publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "may-day", 2), li)
    with pytest.raises(TrustError, match="FINGERPRINT"):
        keyadmin.add_request(office.repo, PUBLISHER, with_safe(office), body, "0000-0000-0000-0000")
    keyadmin.add_request(office.repo, PUBLISHER, with_safe(office), body, asked.fingerprint)
    stolen = body.replace(json.dumps("李娜").encode(), b'"Li"')  # her key under another name
    with pytest.raises(ConfigError, match="KEYS_EXIST"):
        keyadmin.add_request(office.repo, PUBLISHER, with_safe(office), stolen, fingerprint(stolen))
    publish.add(office.repo, PUBLISHER, build_pack(office.base / "b", "may-day", 2), li)
    assert office.sync().problem is None
    assert {k.name for k in keyadmin.list_keys(office.repo, PUBLISHER, li) if k.here} == {"李娜"}
    with pytest.raises(ConfigError, match="KEYS_EXIST"):
        request(office.repo, PUBLISHER, office.base / "li", "李娜")


@pytest.mark.parametrize(
    "change",
    [{"format": 2}, {"publisher": "county-a"}, {"name": ""}, {"name": "a\u202eb"}, {"keys": []}, {"keys": [{}, {}, {}]},
     {"keys": [{"role": r, "key": {"keyval": {"public": "zz" * 32}}} for r in ROLES[1:]]}],
)  # fmt: skip
def test_a_request_that_is_none(office: World, change: dict[str, object]) -> None:
    asked = request(office.repo, PUBLISHER, office.base / "li", "李娜")
    body = json.dumps(json.loads(asked.file.read_bytes()) | change).encode()
    with pytest.raises(TrustError, match="BAD_REQUEST"):
        keyadmin.add_request(office.repo, PUBLISHER, with_safe(office), body, fingerprint(body))


def test_the_last_key_stays(office: World) -> None:
    (mine,) = [k for k in keyadmin.list_keys(office.repo, PUBLISHER, office.keys) if k.role == "targets"]
    with pytest.raises(ConfigError, match="TOO_FEW_KEYS"):
        keyadmin.revoke(office.repo, PUBLISHER, mine.id, with_safe(office))
    with pytest.raises(ConfigError, match="TOO_FEW_KEYS"):
        keyadmin.set_threshold(office.repo, PUBLISHER, "targets", 2, with_safe(office))
    assert not (office.metadata / "2.root.json").exists()


def test_a_number_of_a_key_is_never_used_twice(office: World) -> None:
    keyadmin.rotate(office.repo, PUBLISHER, "timestamp", with_safe(office))
    (office.base / "keys" / f"{PUBLISHER}.timestamp.1.pem").unlink()
    keyadmin.rotate(office.repo, PUBLISHER, "timestamp", with_safe(office))
    assert [p.name for p in key_files(office.base / "keys", PUBLISHER) if "timestamp" in p.name] == [
        f"{PUBLISHER}.timestamp.2.pem",
        f"{PUBLISHER}.timestamp.3.pem",
    ]


def test_a_key_folder_that_belongs_to_somebody(office: World) -> None:
    with pytest.raises(ConfigError, match="KEYS_EXIST"):
        keyadmin.add_person(office.repo, PUBLISHER, with_safe(office), office.base / "keys", "李娜")
    with pytest.raises(ConfigError, match="KEYS_IN_REPOSITORY"):
        keyadmin.add_person(office.repo, PUBLISHER, with_safe(office), office.repo / "li", "李娜")
