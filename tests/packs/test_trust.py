"""Who is believed. Whatever is refused leaves the screen as it was."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from kiosk.core.errors import ConfigError, TrustError
from kiosk.packs.errors import medium_removed
from kiosk.packs.fingerprint import fingerprint, same_fingerprint
from kiosk.packs.publisher import publish, signing
from kiosk.packs.publisher.keys import open_keys
from kiosk.packs.publisher.repository import Repository
from kiosk.packs.session import TrustSession, Verified
from kiosk.packs.source import FolderSource, Stream
from kiosk.packs.sync import sync
from kiosk.packs.trust import trust_add, trust_list, trust_remove
from kiosk.packs.tufstate import newest_root_version, stored_metadata

from .world import PUBLISHER, World, build_pack, make_world


def refused(world: World, medium: Path | None = None) -> str:
    """Sync must change nothing; gives the code it says."""
    before, generation = world.live(), world.store.generation()
    report = world.sync(medium)
    assert world.live() == before
    assert world.store.generation() == generation == report.generation
    assert not report.changed
    assert report.problem is not None
    for lang in ("zh", "en"):
        assert len(report.problem.say(lang)) > 10  # type: ignore[arg-type]
    return report.problem.code


@pytest.fixture
def shown(world: World) -> World:
    """Version 1 is live; version 2 waits in the folder."""
    world.publish(files={"a.txt": b"one", "b.txt": b"kept"})
    world.sync()
    world.publish(version=2, files={"a.txt": b"two", "b.txt": b"kept"})
    return world


def flip_byte(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)


def newest(world: World, role: str) -> Path:
    return max(world.metadata.glob(f"*.{role}.json"), key=lambda p: int(p.name.split(".")[0]))


def manifest_of_version_2(world: World) -> Path:
    folder = world.repo / "publishers" / PUBLISHER / "targets" / "packs"
    return next(p for p in folder.iterdir() if json.loads(p.read_bytes())["version"] == 2)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (lambda w: w.metadata / "timestamp.json", {"DAMAGED_MEDIUM", "UNTRUSTED"}),
        (lambda w: newest(w, "snapshot"), {"DAMAGED_MEDIUM"}),
        (lambda w: newest(w, "targets"), {"DAMAGED_MEDIUM"}),
        (manifest_of_version_2, {"DAMAGED_MEDIUM"}),
        (lambda w: w.blob(b"two"), {"DAMAGED_MEDIUM"}),
    ],
    ids=["timestamp", "snapshot", "targets", "manifest", "blob"],
)
def test_case_02_03_one_byte_changed(shown: World, file: Callable[[World], Path], said: set[str]) -> None:
    path = file(shown)
    good = path.read_bytes()
    flip_byte(path)
    assert refused(shown) in said
    path.write_bytes(good)
    assert shown.sync().changed
    assert shown.live() == {"may-day": 2}


def test_case_01_a_strangers_repository_under_the_same_name(shown: World, tmp_path: Path) -> None:
    stranger = make_world(tmp_path / "stranger")
    stranger.publish(version=9)
    assert refused(shown, stranger.repo) == "UNTRUSTED"
    stranger.store.close()
    assert shown.sync().changed


def test_case_01_a_strangers_root_as_the_next_root(shown: World, tmp_path: Path) -> None:
    stranger = make_world(tmp_path / "stranger")
    publish.rotate(stranger.repo, PUBLISHER, "root", stranger.keys)
    shutil.copy(stranger.metadata / "2.root.json", shown.metadata)
    assert refused(shown) == "UNTRUSTED"
    stranger.store.close()


def test_an_unknown_publisher_alone(world: World, tmp_path: Path) -> None:
    publish.init(tmp_path / "other", "county-a", tmp_path / "keys-a")
    assert refused(world, tmp_path / "other") == "UNTRUSTED"


@pytest.mark.parametrize("content", [{}, {"photos/a.jpg": b"x"}, {"UNION-PACKS.json": b"{"}, {"publishers/x": b""}])
def test_a_folder_without_packs(world: World, tmp_path: Path, content: dict[str, bytes]) -> None:
    medium = tmp_path / "stick"
    medium.mkdir()
    for name, body in content.items():
        (medium / name).parent.mkdir(exist_ok=True)
        (medium / name).write_bytes(body)
    assert refused(world, medium) == "NOT_A_PACK_MEDIUM"


def test_a_folder_that_is_not_there(world: World, tmp_path: Path) -> None:
    assert refused(world, tmp_path / "nothing") == "MEDIUM_REMOVED"


def test_case_03_an_unsigned_copy_of_metadata(shown: World) -> None:
    path = shown.metadata / "timestamp.json"
    metadata = json.loads(path.read_bytes())
    metadata["signatures"] = []
    path.write_text(json.dumps(metadata))
    assert refused(shown) == "UNTRUSTED"


def test_case_04_an_older_medium_is_refused_with_both_versions(shown: World) -> None:
    old = shown.snapshot("old")
    shown.publish(version=3)
    shown.sync()
    report = shown.sync(old)
    assert [(r.code, r.error.code) for r in report.results if r.error] == [("refused", "OLDER_THAN_KIOSK")]
    assert report.problem is not None
    assert "3" in report.problem.message.en
    assert "4" in report.problem.message.en
    assert refused(shown, old) == "OLDER_THAN_KIOSK"


def test_case_06_an_older_medium_is_refused_after_the_tuf_metadata_was_lost(shown: World) -> None:
    """The floors alone must hold."""
    from sqlalchemy import delete

    from kiosk.packs import schema

    shown.sync()
    old = shown.snapshot("old")
    shown.publish("safety")  # the old medium would take it off the screen
    shown.sync()
    with shown.store.db.transaction() as connection:
        connection.execute(delete(schema.tuf_md))
    assert refused(shown, old) == "OLDER_THAN_KIOSK"


def test_case_04_an_older_medium_still_gives_missing_bytes(shown: World) -> None:
    """The newer medium lacks one blob and one pack could go live; then the older stick brings the blob."""
    old = shown.snapshot("old")  # holds "two"
    shown.publish("safety", files={"s.txt": b"s"})
    shown.blob(b"two").unlink()
    report = shown.sync()
    assert {r.pack: r.code for r in report.results} == {"may-day": "incomplete", "safety": "live"}
    report = shown.sync(old)
    assert {r.pack: r.code for r in report.results} == {"": "refused", "may-day": "live"}
    assert shown.live() == {"may-day": 2, "safety": 1}


def test_a_damaged_newer_medium_does_not_lock_out_a_slightly_older_one(shown: World) -> None:
    old = shown.snapshot("old")  # version 2
    shown.publish(version=3, files={"a.txt": b"three"})
    flip_byte(shown.blob(b"three"))
    assert refused(shown) == "DAMAGED_MEDIUM"
    assert shown.sync(old).changed
    assert shown.live() == {"may-day": 2}


def test_case_10_revoked_keys_stay_revoked_although_nothing_else_was_accepted(shown: World, tmp_path: Path) -> None:
    """A thief has the timestamp key. The kiosk saw the new root on a medium whose content was damaged."""
    thief = shown.snapshot("thief")
    thief_keys = shutil.copytree(tmp_path / "keys", tmp_path / "stolen")
    publish.rotate(shown.repo, PUBLISHER, "timestamp", shown.keys)
    flip_byte(newest(shown, "targets"))
    assert refused(shown) == "DAMAGED_MEDIUM"
    shown.reopen()
    built = build_pack(tmp_path / "evil", "may-day", 99)
    publish.add(thief, PUBLISHER, built, open_keys(thief_keys, PUBLISHER))
    assert refused(shown, thief) == "UNTRUSTED"


def test_case_11_fast_forward_is_cured_by_rotating_the_key(shown: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A holder of the timestamp key sets a huge version; rotation of that key brings normal publishing back."""
    real = signing.Timestamp

    def huge(**fields: object) -> object:
        return real(**(fields | {"version": 2**31}))

    good = shown.snapshot("good")
    monkeypatch.setattr(signing, "Timestamp", huge)
    repository = Repository(shown.repo, PUBLISHER)
    signing.commit(repository, shown.keys, *signing.current_state(repository, shown.keys), {}, {})
    monkeypatch.undo()
    shown.sync()
    assert shown.live() == {}
    shutil.rmtree(shown.repo)
    shutil.copytree(good, shown.repo)
    assert refused(shown) == "OLDER_THAN_KIOSK"
    publish.rotate(shown.repo, PUBLISHER, "timestamp", shown.keys)
    publish.rotate(shown.repo, PUBLISHER, "snapshot", shown.keys)
    shown.publish(version=3)
    assert shown.sync().changed
    assert shown.live() == {"may-day": 3}


def test_case_08_a_missing_middle_root_is_named(shown: World) -> None:
    for _ in range(3):
        publish.rotate(shown.repo, PUBLISHER, "timestamp", shown.keys)
    (shown.metadata / "3.root.json").unlink()
    report = shown.sync()
    assert report.problem is not None
    assert "3.root.json" in report.problem.message.en
    assert refused(shown) == "UNTRUSTED"


def test_case_12_mixed_metadata_of_two_moments(shown: World) -> None:
    old = shown.snapshot("old")
    shown.publish(version=3)
    new = newest(shown, "targets")
    shutil.copy(newest_of(old, "targets"), new)
    assert refused(shown) == "DAMAGED_MEDIUM"


def newest_of(repo: Path, role: str) -> Path:
    folder = repo / "publishers" / PUBLISHER / "metadata"
    return max(folder.glob(f"*.{role}.json"), key=lambda p: int(p.name.split(".")[0]))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * 16000,
        b"{" * 100,
        b'{"signed": ' + b"9" * 15000 + b"}",
        b"\xff\xfe",
        b"null",
        b" " * 20_000,
        b'{"signed":{"_type":"root"}}',
    ],
    ids=["empty", "deep", "braces", "digits", "bytes", "null", "long", "wrong-role"],
)
@pytest.mark.parametrize("file", ["timestamp.json", "2.root.json"])
def test_case_21_hostile_metadata_without_a_key(shown: World, body: bytes, file: str) -> None:
    (shown.metadata / file).write_bytes(body)
    assert refused(shown) in {"DAMAGED_MEDIUM", "UNTRUSTED"}


def paths_of(value: object, here: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Every place in a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(p for k, v in inner for p in paths_of(v, (*here, k)))]


@pytest.mark.parametrize("file", ["timestamp.json", "2.root.json"])
def test_case_21_metadata_with_any_place_replaced(shown: World, file: str) -> None:
    """Nothing but a refusal comes out of metadata that was edited anywhere."""
    publish.rotate(shown.repo, PUBLISHER, "snapshot", shown.keys)
    source, path = FolderSource(shown.repo), shown.metadata / file
    good = path.read_bytes()
    places = paths_of(json.loads(good))
    rng = random.Random(7)
    for place in places:
        document = json.loads(good)
        value = rng.choice([None, True, -1, 2**70, 1.5, "", "x", [], {}, [[]], {"": 0}, "\ud800"])
        if place:
            inner = document
            for key in place[:-1]:
                inner = inner[key]
            inner[place[-1]] = value
        else:
            document = value
        path.write_text(json.dumps(document))
        outcome = TrustSession(shown.store, source, PUBLISHER).verify()
        if json.dumps(document) == json.dumps(json.loads(good)):
            assert isinstance(outcome, Verified)
        elif isinstance(outcome, Verified):  # the signatures of a threshold were left: an extra one was edited
            assert place[:1] == ("signatures",)
        else:
            assert outcome.error.code in ("UNTRUSTED", "DAMAGED_MEDIUM")


@pytest.mark.parametrize(
    ("name", "manifest", "said"),
    [
        ("county-a/../x.json", {}, "BAD_PACK"),
        ("packs/../../x.json", {}, "BAD_PACK"),
        ("packs/UPPER.json", {}, "BAD_PACK"),
        ("packs/other.json", {}, "BAD_PACK"),  # the manifest says may-day
        ("packs/may-day.json", {"files": [{"path": "../x", "sha256": "0" * 64, "size": 0, "type": "a/b"}]}, "BAD_PACK"),
        ("packs/may-day.json", {"format": 2}, "NEEDS_NEWER_APP"),
        ("packs/may-day.json", {"version": 0}, "BAD_PACK"),
    ],
    ids=["dots", "outside", "upper", "other-pack", "bad-path", "newer-format", "bad-version"],
)
def test_case_18_25_48_signed_but_not_acceptable(
    shown: World, name: str, manifest: dict[str, object], said: str
) -> None:
    """The publisher's own tool is broken or misused: the signature is good, the content breaks a rule."""
    sign_manifest(shown, name, json.loads(manifest_of_version_2(shown).read_bytes()) | manifest)
    assert refused_code(shown) == said
    assert shown.live() == {"may-day": 1 if name == "packs/may-day.json" else 2}  # other packs go on


def test_case_18_a_lower_pack_version_in_newer_metadata(shown: World) -> None:
    shown.sync()
    sign_manifest(shown, "packs/may-day.json", json.loads(manifest_of_version_2(shown).read_bytes()) | {"version": 1})
    assert refused_code(shown) == "OLDER_THAN_KIOSK"


def test_a_huge_pack_version_is_cured_by_a_new_root(shown: World) -> None:
    manifest = json.loads(manifest_of_version_2(shown).read_bytes())
    sign_manifest(shown, "packs/may-day.json", manifest | {"version": 2**31 - 1})
    shown.sync()
    sign_manifest(shown, "packs/may-day.json", manifest | {"version": 3})
    assert refused_code(shown) == "OLDER_THAN_KIOSK"
    publish.rotate(shown.repo, PUBLISHER, "targets", shown.keys)
    assert shown.sync().changed
    assert shown.live() == {"may-day": 3}


def refused_code(world: World) -> str:
    """The code of the one thing that is refused."""
    (failure,) = [r for r in world.sync().results if r.error]
    assert failure.code == "refused"
    assert failure.error is not None
    return failure.error.code


def sign_manifest(world: World, name: str, manifest: dict[str, object]) -> None:
    """Publish any manifest under any name, past the publisher's own checks."""
    from tuf.api.metadata import TargetFile

    repository = Repository(world.repo, PUBLISHER)
    root, state = signing.current_state(repository, world.keys)
    body = json.dumps(manifest).encode()
    target = TargetFile.from_data(name, body, ["sha256"])
    place = repository.manifests / f"{target.hashes['sha256']}.{name.rpartition('/')[2]}"
    place.write_bytes(body)
    signing.commit(repository, world.keys, root, state, {**state.targets.signed.targets, name: target}, {})


def test_trust_add_wants_the_right_fingerprint(world: World, tmp_path: Path) -> None:
    made = publish.init(tmp_path / "r", "county-a", tmp_path / "k")
    assert len(made.fingerprint) == 19
    assert same_fingerprint(made.root, made.fingerprint.upper().replace("-", "  "))
    for wrong in ("", "0000-0000-0000-0000", made.fingerprint[:-1], "指纹"):
        with pytest.raises(TrustError, match="FINGERPRINT"):
            trust_add(world.store, made.root, wrong)
    added = trust_add(world.store, made.root, made.fingerprint)
    assert trust_add(world.store, made.root, made.fingerprint) == added
    assert [t.publisher for t in trust_list(world.store)] == ["county-a", PUBLISHER]


def test_trust_add_refuses_another_root_for_a_known_publisher(world: World, tmp_path: Path) -> None:
    made = publish.init(tmp_path / "r", PUBLISHER, tmp_path / "k")
    with pytest.raises(TrustError, match="OTHER_KEYS"):
        trust_add(world.store, made.root, made.fingerprint)


@pytest.mark.parametrize("body", [b"", b"{}", b"[" * 5000, b"x" * 70_000], ids=["empty", "object", "deep", "long"])
def test_trust_add_refuses_what_is_no_root(world: World, body: bytes) -> None:
    with pytest.raises(TrustError, match="BAD_ROOT"):
        trust_add(world.store, body, fingerprint(body))


def test_trust_add_refuses_a_root_with_an_edited_name(world: World) -> None:
    body = world.root.replace(b'"wuxi"', b'"suzhou"')
    assert body != world.root
    with pytest.raises(TrustError, match="BAD_ROOT"):
        trust_add(world.store, body, fingerprint(body))


def test_trust_removed_takes_the_packs_off_and_can_come_back(shown: World) -> None:
    trust_remove(shown.store, PUBLISHER)
    assert shown.live() == {}
    assert shown.store.generation() == 2
    assert refused(shown) == "UNTRUSTED"
    trust_add(shown.store, shown.root, shown.fingerprint)
    shown.sync()
    assert shown.live() == {"may-day": 2}
    with pytest.raises(ConfigError, match="NO_SUCH_PUBLISHER"):
        trust_remove(shown.store, "nobody")


def test_case_05_the_same_version_again_brings_what_is_missing(shown: World) -> None:
    """Case 5: no error, and the blobs that the first medium lacked."""
    whole = shown.snapshot("whole")
    shown.blob(b"two").unlink()
    assert refused(shown) == "NOT_ON_THIS_MEDIUM"
    report = shown.sync(whole)
    assert report.problem is None
    assert report.copied_bytes == len(b"two")
    assert shown.live() == {"may-day": 2}


def revoked_keys(world: World, tmp_path: Path) -> Path:
    """A thief's medium, newer than everything, signed with the keys of today; then these keys are revoked."""
    thief = world.snapshot("thief")
    stolen = shutil.copytree(tmp_path / "keys", tmp_path / "stolen")
    for version in (90, 91, 92):
        publish.add(thief, PUBLISHER, build_pack(tmp_path / "evil", "may-day", version), open_keys(stolen, PUBLISHER))
    for role in ("targets", "snapshot", "timestamp"):
        publish.rotate(world.repo, PUBLISHER, role, world.keys)  # type: ignore[arg-type]
    return thief


@pytest.mark.parametrize("left", [b"", b"{}", b"\0" * 900], ids=["empty", "object", "zeros"])
def test_case_06_what_a_cut_left_of_a_check_is_not_believed(shown: World, tmp_path: Path, left: bytes) -> None:
    """Case 6: python-tuf believes an empty `2.root.json` in its folder enough to go back to revoked keys."""
    thief = revoked_keys(shown, tmp_path)
    shown.sync()
    scratch = shown.store.staging / "tuf-left"
    (scratch / "root_history").mkdir(parents=True)
    for name in ("timestamp.json", "root_history/2.root.json", "root_history/4.root.json"):
        (scratch / name).write_bytes(left)
    shown.reopen()
    assert refused(shown, thief) == "UNTRUSTED"
    assert not scratch.exists()


def test_case_07_three_rotations_of_every_key_at_once(shown: World) -> None:
    """Case 7: a kiosk that slept for years follows the whole chain of roots."""
    for role in ("root", "targets", "root"):
        publish.rotate(shown.repo, PUBLISHER, role, shown.keys)  # type: ignore[arg-type]
    shown.publish(version=3)
    assert shown.sync().changed
    assert shown.live() == {"may-day": 3}
    with shown.store.db.reader() as connection:
        assert newest_root_version(stored_metadata(connection, PUBLISHER)) == 4


def test_case_09_a_medium_signed_with_revoked_keys(shown: World, tmp_path: Path) -> None:
    """Case 9: the kiosk knows the new root; the thief's medium does not even have to carry it."""
    thief = revoked_keys(shown, tmp_path)
    shown.sync()
    assert refused(shown, thief) == "UNTRUSTED"
    for root in shown.metadata.glob("*.root.json"):
        shutil.copy(root, thief / "publishers" / PUBLISHER / "metadata")
    assert refused(shown, thief) == "UNTRUSTED"


def test_case_10_the_power_fails_right_after_the_roots_were_read(
    shown: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case 10: between the roots and the packs they vouch for."""

    class Cut(BaseException):
        pass

    def cut(*_parts: object) -> None:
        raise Cut

    thief = revoked_keys(shown, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.packs.sync.ledger.held", cut)
        with pytest.raises(Cut):
            shown.sync()
    shown.reopen()
    assert shown.live() == {"may-day": 1}
    assert refused(shown, thief) == "UNTRUSTED"


def test_case_10_the_stick_is_pulled_right_after_the_roots_were_read(shown: World, tmp_path: Path) -> None:
    """Case 10: what was verified by then counts, although nothing else came."""
    thief = revoked_keys(shown, tmp_path)

    class Pulled(FolderSource):
        pulled = False

        def gone(self) -> bool:
            return self.pulled

        def open(self, path: str) -> Stream:
            self.pulled = self.pulled or path.endswith("timestamp.json")
            if self.pulled:
                raise medium_removed()
            return super().open(path)

    assert sync(shown.store, Pulled(shown.repo)).problem.code == "MEDIUM_REMOVED"  # type: ignore[union-attr]
    assert refused(shown, thief) == "UNTRUSTED"


def test_case_12_targets_of_another_publisher(shown: World) -> None:
    """Case 12: signed by somebody this kiosk trusts too, but not for this."""
    shown.second_publisher(pack="may-day")
    other = shown.repo / "publishers" / "county-a" / "metadata"
    shutil.copy(max(other.glob("*.targets.json")), newest(shown, "targets"))
    report = shown.sync()
    assert [(r.publisher, r.error.code) for r in report.results if r.error and not r.pack] == [
        (PUBLISHER, "DAMAGED_MEDIUM")
    ]
    shutil.copy(other / "timestamp.json", shown.metadata)
    report = shown.sync()
    assert [(r.publisher, r.error.code) for r in report.results if r.error and not r.pack] == [(PUBLISHER, "UNTRUSTED")]
    assert {(p.publisher, p.version) for p in shown.store.live()} == {(PUBLISHER, 1)}


def test_case_16_two_signatures_are_two_people(shown: World) -> None:
    """Case 16: threshold 2 on the targets; one signature, or one key twice, is refused; both are accepted."""
    both = two_person_targets(shown)
    publish_signed_by(shown, both[:1])
    assert refused(shown) == "UNTRUSTED"
    publish_signed_by(shown, both[:1], twice=True)
    assert refused(shown) == "DAMAGED_MEDIUM"  # one key twice is not even well formed
    publish_signed_by(shown, both)
    assert shown.sync().changed
    assert shown.live() == {"may-day": 2}


def two_person_targets(world: World) -> list[CryptoSigner]:
    """A new root that wants two keys on the targets."""
    ring = world.keys
    root = Metadata[Root].from_bytes(ring.root)
    second = CryptoSigner.generate_ed25519()
    (first,) = ring.for_role(root.signed, "targets")
    root.signed.add_key(second.public_key, "targets")
    root.signed.roles["targets"].threshold = 2
    root.signed.version += 1
    root.signatures.clear()
    (signer,) = ring.for_role(root.signed, "root")
    root.sign(signer)
    (world.metadata / f"{root.signed.version}.root.json").write_bytes(root.to_bytes())
    return [first, second]


def publish_signed_by(world: World, signers: list[CryptoSigner], *, twice: bool = False) -> None:
    """The targets of now, one version up, with exactly these signatures; snapshot and timestamp as always."""
    ring = world.keys
    root = Metadata[Root].from_bytes(ring.root).signed
    before = json.loads(newest(world, "targets").read_bytes()) | {"signatures": []}
    targets = Metadata[Targets].from_dict(before)
    snapshot = Metadata[Snapshot].from_bytes(newest(world, "snapshot").read_bytes())
    timestamp = Metadata[Timestamp].from_bytes((world.metadata / "timestamp.json").read_bytes())
    targets.signed.version += 1
    for signer in signers:
        targets.sign(signer, append=True)
    body = targets.to_bytes()
    if twice:
        document = json.loads(body)
        document["signatures"] *= 2
        body = json.dumps(document).encode()
    snapshot.signed.version += 1
    snapshot.signed.meta["targets.json"] = MetaFile.from_data(targets.signed.version, body, ["sha256"])
    snapshot.sign(ring.for_role(root, "snapshot")[0])
    timestamp.signed.version += 1
    timestamp.signed.snapshot_meta = MetaFile.from_data(snapshot.signed.version, snapshot.to_bytes(), ["sha256"])
    timestamp.sign(ring.for_role(root, "timestamp")[0])
    (world.metadata / f"{targets.signed.version}.targets.json").write_bytes(body)
    (world.metadata / f"{snapshot.signed.version}.snapshot.json").write_bytes(snapshot.to_bytes())
    (world.metadata / "timestamp.json").write_bytes(timestamp.to_bytes())


def test_case_48_unknown_fields_are_ignored(shown: World) -> None:
    """Case 48: a later publisher may say more than this program understands."""
    manifest = json.loads(manifest_of_version_2(shown).read_bytes())
    sign_manifest(shown, "packs/may-day.json", manifest | {"later": {"anything": [1, None]}})
    assert shown.sync().problem is None
    assert shown.live() == {"may-day": 2}


@pytest.mark.parametrize("field", ["format", "min_app"])
def test_case_48_made_for_a_later_program(shown: World, field: str) -> None:
    """Case 48: said so; the old version stays."""
    manifest = json.loads(manifest_of_version_2(shown).read_bytes())
    sign_manifest(shown, "packs/may-day.json", manifest | {field: 2 if field == "format" else "99.0"})
    assert refused_code(shown) == "NEEDS_NEWER_APP"
    assert shown.live() == {"may-day": 1}
