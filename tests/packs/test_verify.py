"""`publish verify` finds whatever a kiosk would refuse, and names all of it at once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.errors import StorageError
from kiosk.packs.publisher import grants, publish
from kiosk.packs.publisher.verify import Checked, verify

from .world import PUBLISHER, World, build_pack


@pytest.fixture
def full(world: World) -> World:
    world.publish(files={"a.txt": b"one", "b.txt": b"two"})
    publish.rotate(world.repo, PUBLISHER, "timestamp", world.keys)
    world.publish("safety", files={"a.txt": b"one", "c.txt": b"three"})
    return world


def codes(found: Checked) -> list[tuple[str, str]]:
    return [(Path(f.file).name, f.error.code) for f in found.faults]


def test_a_good_folder(full: World) -> None:
    seen: list[tuple[int, int]] = []
    found = verify(full.repo, progress=lambda _n, done, total: seen.append((done, total)))
    assert (found.faults, found.exit_code) == ((), 0)
    (publisher,) = found.publishers
    assert {m.pack: m.version for m in publisher.packs} == {"may-day": 1, "safety": 1}
    assert (publisher.root_version, publisher.fingerprint) == (2, full.fingerprint)
    assert found.blobs == 5 and seen[-1] == (found.bytes, found.bytes)


def flip(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)


def newest(world: World, role: str) -> Path:
    return max(world.metadata.glob(f"*.{role}.json"), key=lambda p: int(p.name.split(".")[0]))


def manifest(world: World) -> Path:
    return next((world.repo / "publishers" / PUBLISHER / "targets" / "packs").glob("*.safety.json"))


PLACES: dict[str, Callable[[World], Path]] = {
    "first-root": lambda w: w.metadata / "1.root.json",
    "root": lambda w: w.metadata / "2.root.json",
    "timestamp": lambda w: w.metadata / "timestamp.json",
    "snapshot": lambda w: newest(w, "snapshot"),
    "targets": lambda w: newest(w, "targets"),
    "manifest": manifest,
    "blob": lambda w: w.blob(b"three"),
}


@pytest.mark.parametrize("harm", [flip, Path.unlink, lambda p: p.write_bytes(b""), lambda p: p.write_bytes(b"[" * 9999)],
                         ids=["flipped", "gone", "empty", "hostile"])  # fmt: skip
@pytest.mark.parametrize("place", PLACES)
def test_each_file_is_missed_and_checked(full: World, place: str, harm: Callable[[Path], None]) -> None:
    path = PLACES[place](full)
    harm(path)
    if place == "first-root" and not path.exists():
        with pytest.raises(StorageError, match="NOT_A_PACK_MEDIUM"):
            verify(full.repo)
        return
    found = verify(full.repo)
    assert found.exit_code in (74, 77)
    last_root_gone = place == "root" and not path.exists()  # shows in what it should have signed
    assert ("timestamp.json" if last_root_gone else path.name) in {name for name, _ in codes(found)}
    # A kiosk that trusts has the first root already, and takes a missing manifest for a pack that is not carried.
    if place != "first-root" and not (place == "manifest" and not path.exists()):
        assert full.sync().problem is not None


def test_links_and_folders_in_place_of_files(full: World) -> None:
    blob = full.blob(b"three")
    shutil.move(blob, full.base / "elsewhere")
    blob.symlink_to(full.base / "elsewhere")
    assert codes(verify(full.repo)) == [(blob.name, "DAMAGED_MEDIUM")]
    blob.unlink()
    blob.mkdir()
    assert codes(verify(full.repo)) == [(blob.name, "DAMAGED_MEDIUM")]


def test_every_fault_is_listed_at_once(full: World) -> None:
    flip(full.blob(b"two"))
    full.blob(b"three").unlink()
    flip(full.metadata / "2.root.json")
    (full.repo / "UNION-PACKS.json").unlink()
    full.second_publisher()
    flip(full.repo / "publishers" / "county-a" / "metadata" / "timestamp.json")
    (full.repo / "UNION-PACKS.json").write_text('{"publishers": []}')
    found = verify(full.repo)
    names = {name for name, _ in codes(found)}
    assert {
        full.blob(b"two").name,
        full.blob(b"three").name,
        "2.root.json",
        "timestamp.json",
        "UNION-PACKS.json",
    } <= names
    for fault in found.faults:
        assert len(fault.error.say("zh")) > 10 and len(fault.error.say("en")) > 10


def test_one_publisher_of_several(full: World) -> None:
    full.second_publisher()
    flip(full.metadata / "timestamp.json")
    assert verify(full.repo).faults
    assert verify(full.repo, "county-a").faults == ()


def test_a_stick_may_carry_less(full: World) -> None:
    manifest(full).unlink()
    assert codes(verify(full.repo)) == [(manifest_name(full), "DAMAGED_MEDIUM")]
    found = verify(full.repo, carried_only=True)
    assert found.faults == ()
    assert found.publishers[0].absent == ("safety",)


def manifest_name(world: World) -> str:
    targets = json.loads(newest(world, "targets").read_bytes())["signed"]["targets"]
    return f"{targets['packs/safety.json']['hashes']['sha256']}.safety.json"


def test_a_grant_to_another_ones_keys(full: World, tmp_path: Path) -> None:
    full.second_publisher()
    rogue = publish.init(tmp_path / "rogue", "county-a", tmp_path / "rogue-keys")
    grants.grant(full.repo, PUBLISHER, rogue.root, full.keys, namespace="county-a")
    found = verify(full.repo)
    assert [code for _, code in codes(found)] == ["UNTRUSTED"]
    assert found.exit_code == 77


def test_nothing_here(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="NOT_A_PACK_MEDIUM"):
        verify(tmp_path)


def test_nothing_is_written(full: World) -> None:
    flip(full.blob(b"two"))
    before = {p: p.read_bytes() for p in full.repo.rglob("*") if p.is_file()}
    verify(full.repo)
    assert {p: p.read_bytes() for p in full.repo.rglob("*") if p.is_file()} == before


def test_what_killed_publishers_left_is_no_fault(full: World) -> None:
    (full.metadata / "9.targets.json").write_bytes(b"")
    (full.repo / "tmp" / "wuxi.lock").write_text("{}")
    assert verify(full.repo).faults == ()
    publish.add(full.repo, PUBLISHER, build_pack(full.base / "b", "may-day", 2), full.keys)
    assert newest(full, "targets").name == "10.targets.json"
    assert full.sync().problem is None
