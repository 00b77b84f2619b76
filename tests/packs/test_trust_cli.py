"""The trust layer against a TUF repository of any kind, over HTTP, by the command line of TUF's conformance suite.

The simulator signs what a test asks for, right or wrong. The names of the groups are those of the suite.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from securesystemslib.signer import CryptoSigner, Key
from sqlalchemy import select
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from kiosk.packs import schema
from kiosk.packs.store import Store
from kiosk.packs.trust_cli import PUBLISHER, main

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=30)
PAST = datetime(2020, 1, 1, tzinfo=UTC)
ROLES = ("root", "timestamp", "snapshot", "targets")


@dataclass
class Simulator:
    """A repository in memory. Edit the roles, then `publish`; `served` can be edited too."""

    served: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    signers: dict[str, list[CryptoSigner]] = field(default_factory=dict)
    hashes: bool = True
    url: str = ""

    def __post_init__(self) -> None:
        self.root = Root(expires=SOON, consistent_snapshot=True)
        self.timestamp = Timestamp(expires=SOON)
        self.snapshot = Snapshot(expires=SOON)
        self.targets = Targets(expires=SOON)
        self.delegated: dict[str, Targets] = {}
        for role in ROLES:
            self.new_key(role)
        self.publish_root()
        self.publish()

    def new_key(self, role: str) -> None:
        signer = CryptoSigner.generate_ed25519()
        self.signers.setdefault(role, []).append(signer)
        self.root.add_key(signer.public_key, role)

    def rotate(self, role: str) -> None:
        """New keys for the role; the root is not published yet."""
        for signer in self.signers.pop(role):
            self.root.revoke_key(signer.public_key.keyid, role)
        self.new_key(role)

    def publish_root(self, extra: list[CryptoSigner] | None = None) -> None:
        signed = self.sign("root", self.root, extra)
        self.served[f"metadata/{self.root.version}.root.json"] = signed

    def next_root(self) -> None:
        """Publish the root as it is now, one version up, signed by the keys before too."""
        before = self.signers["root"]
        self.root.version += 1
        self.publish_root(before)

    def sign(self, role: str, signed: Any, extra: list[CryptoSigner] | None = None) -> bytes:
        metadata = Metadata(signed)
        for signer in {s.public_key.keyid: s for s in [*self.signers[role], *(extra or [])]}.values():
            metadata.sign(signer, append=True)
        return metadata.to_bytes()

    def publish(self, *, bump: bool = True) -> None:
        """Sign targets, snapshot and timestamp as they are now, each one version up."""
        if bump and "metadata/timestamp.json" in self.served:
            for role in (self.targets, self.snapshot, self.timestamp):
                role.version += 1
        for name, role in self.delegated.items():
            self.put(name, role)
        self.put("targets", self.targets)
        self.put_snapshot()
        self.put_timestamp()

    def put(self, name: str, role: Targets) -> None:
        body = self.sign(name, role)
        self.served[f"metadata/{role.version}.{name}.json"] = body
        self.snapshot.meta[f"{name}.json"] = self.meta(role.version, body)

    def put_snapshot(self) -> None:
        body = self.sign("snapshot", self.snapshot)
        self.served[f"metadata/{self.snapshot.version}.snapshot.json"] = body
        self.timestamp.snapshot_meta = self.meta(self.snapshot.version, body)

    def put_timestamp(self) -> None:
        self.served["metadata/timestamp.json"] = self.sign("timestamp", self.timestamp)

    def meta(self, version: int, body: bytes) -> MetaFile:
        return MetaFile.from_data(version, body, ["sha256"]) if self.hashes else MetaFile(version)

    def add(self, name: str, body: bytes, role: Targets | None = None) -> None:
        """A target with its bytes."""
        (role or self.targets).targets[name] = TargetFile.from_data(name, body, ["sha256"])
        folder, slash, file = name.rpartition("/")
        self.served[f"targets/{folder}{slash}{hashlib.sha256(body).hexdigest()}.{file}"] = body

    def delegate(self, name: str, paths: list[str], *, terminating: bool = False, parent: Targets | None = None) -> Targets:  # fmt: skip
        signer = CryptoSigner.generate_ed25519()
        self.signers[name] = [signer]
        above = parent or self.targets
        if above.delegations is None:
            above.delegations = Delegations({}, {})
        assert above.delegations.roles is not None
        above.delegations.roles[name] = DelegatedRole(name, [], 1, terminating, paths=paths)
        above.add_key(signer.public_key, name)
        self.delegated[name] = Targets(expires=SOON)
        return self.delegated[name]


@pytest.fixture
def repo() -> Iterator[Simulator]:
    made = Simulator()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = unquote(self.path[1:])
            made.asked.append(name)
            body = made.served.get(name)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_parts: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Client:
    """The command under test, with its folders."""

    base: Path
    repo: Simulator

    @property
    def metadata(self) -> Path:
        return self.base / "metadata"

    def init(self, root: bytes | None = None) -> int:
        (self.base / "root.json").write_bytes(root or self.repo.served["metadata/1.root.json"])
        return main(["--metadata-dir", str(self.metadata), "init", str(self.base / "root.json")])

    def refresh(self) -> int:
        self.repo.asked.clear()
        url = f"{self.repo.url}/metadata"
        return main(["--metadata-url", url, "--metadata-dir", str(self.metadata), "refresh"])

    def download(self, name: str) -> int:
        self.repo.asked.clear()
        url = f"{self.repo.url}/metadata"
        where = ["--target-base-url", f"{self.repo.url}/targets", "--target-dir", str(self.base / "targets")]
        given = ["--metadata-url", url, "--metadata-dir", str(self.metadata), "--target-name", name, *where]
        return main([*given, "download"])

    def versions(self) -> dict[str, int]:
        """What is trusted, by role."""
        return {
            p.name.removesuffix(".json"): json.loads(p.read_bytes())["signed"]["version"]
            for p in self.metadata.glob("*.json")
        }

    def downloads(self) -> list[bytes]:
        return sorted(p.read_bytes() for p in (self.base / "targets").iterdir())

    def asked(self) -> list[str]:
        return [name.removeprefix("metadata/") for name in self.repo.asked]


@pytest.fixture
def client(tmp_path: Path, repo: Simulator, capsys: pytest.CaptureFixture[str]) -> Client:
    (tmp_path / "metadata").mkdir()
    (tmp_path / "targets").mkdir()
    made = Client(tmp_path, repo)
    assert made.init() == 0
    return made


def test_basic_init_and_refresh(client: Client) -> None:
    assert client.versions() == {"root": 1}
    assert client.repo.asked == []
    assert client.refresh() == 0
    assert client.asked() == ["2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"]
    assert client.versions() == {"root": 1, "timestamp": 1, "snapshot": 1, "targets": 1}
    for role in ROLES[1:]:
        name = "timestamp.json" if role == "timestamp" else f"1.{role}.json"
        assert (client.metadata / f"{role}.json").read_bytes() == client.repo.served[f"metadata/{name}"]
    assert client.refresh() == 0
    assert client.asked() == ["2.root.json", "timestamp.json"]


def test_basic_state_is_in_the_kiosks_own_database(client: Client) -> None:
    """Losing the mirror loses nothing: it is only shown to the suite."""
    client.refresh()
    for path in client.metadata.glob("*.json"):
        path.unlink()
    client.repo.timestamp.version = 0
    client.repo.put_timestamp()
    assert client.refresh() == 1
    store = Store(client.metadata / ".store")
    with store.db.reader() as connection:
        names = connection.execute(select(schema.tuf_md.c.name).where(schema.tuf_md.c.publisher == PUBLISHER))
        assert set(names.scalars()) == {"1.root.json", "timestamp.json", "snapshot.json", "targets.json"}
    store.close()
    assert client.versions()["timestamp"] == 1


@pytest.mark.parametrize("edit", ["version", "signature", "json"])
def test_basic_invalid_initial_root(tmp_path: Path, repo: Simulator, edit: str, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    root = json.loads(repo.served["metadata/1.root.json"])
    if edit == "version":
        del root["signed"]["version"]
    else:
        root["signatures"][0]["sig"] = "00" * 64
    (tmp_path / "metadata").mkdir()
    client = Client(tmp_path, repo)
    assert client.init(b"{" if edit == "json" else json.dumps(root).encode()) == 1
    assert client.refresh() == 1
    assert repo.asked == []
    assert capsys.readouterr().err.count("UNTRUSTED") == 2


def test_basic_same_version_with_other_content_changes_nothing(client: Client) -> None:
    client.refresh()
    before = (client.metadata / "timestamp.json").read_bytes()
    client.repo.timestamp.snapshot_meta.version = 100
    client.repo.put_timestamp()
    client.refresh()
    assert (client.metadata / "timestamp.json").read_bytes() == before


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_basic_hash_mismatch(client: Client, role: str) -> None:
    client.refresh()
    client.repo.publish()
    served = f"metadata/2.{role}.json"
    client.repo.served[served] = client.repo.served[served] + b" "
    assert client.refresh() == 1
    assert client.versions()[role] == 1


def test_basic_unknown_fields_are_kept_and_signed(client: Client) -> None:
    client.refresh()
    client.repo.root.unrecognized_fields["custom"] = {"a": [1, None]}
    client.repo.next_root()
    assert client.refresh() == 0
    assert client.versions()["root"] == 2


def test_basic_metadata_that_is_too_long(client: Client) -> None:
    client.repo.timestamp.unrecognized_fields["long"] = "x" * 20_000
    client.repo.publish()
    assert client.refresh() == 1
    assert client.versions() == {"root": 1}


def test_basic_server_is_away(client: Client) -> None:
    client.repo.url = "http://127.0.0.1:1"
    assert client.refresh() == 1


def test_rollback_of_the_timestamp(client: Client) -> None:
    client.repo.publish()
    client.refresh()
    client.repo.timestamp.version = 1
    client.repo.put_timestamp()
    assert client.refresh() == 1
    assert client.versions()["timestamp"] == 2
    assert client.asked()[-1] == "timestamp.json"


@pytest.mark.parametrize("hashes", [True, False])
def test_rollback_of_the_snapshot(client: Client, hashes: bool) -> None:
    client.repo.hashes = hashes
    client.repo.publish()
    client.refresh()
    client.repo.snapshot.version = 1
    client.repo.put_snapshot()
    client.repo.timestamp.version += 1
    client.repo.put_timestamp()
    assert client.refresh() == 1
    assert client.versions() == {"root": 1, "timestamp": 2, "snapshot": 2, "targets": 2}


@pytest.mark.parametrize("hashes", [True, False])
def test_rollback_of_the_targets(client: Client, hashes: bool) -> None:
    client.repo.hashes = hashes
    client.repo.publish()
    client.refresh()
    client.repo.targets.version = 1
    client.repo.snapshot.version += 1
    client.repo.timestamp.version += 1
    client.repo.publish(bump=False)
    assert client.refresh() == 1
    assert client.versions()["targets"] == 2


def test_rollback_goes_on_from_what_was_verified_before_the_error(client: Client) -> None:
    """A snapshot that the timestamp does not name: the timestamp is trusted all the same."""
    client.repo.publish()
    del client.repo.served["metadata/2.snapshot.json"]
    assert client.refresh() == 1
    assert client.versions() == {"root": 1, "timestamp": 2}
    client.repo.put_snapshot()
    assert client.refresh() == 0
    assert client.versions() == {"root": 1, "timestamp": 2, "snapshot": 2, "targets": 2}


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_fast_forward_recovery(client: Client, role: str) -> None:
    """A huge version is undone by rotating the key that signed it, and the key above it."""
    signed = {"timestamp": client.repo.timestamp, "snapshot": client.repo.snapshot, "targets": client.repo.targets}
    signed[role].version = 2**31
    client.repo.timestamp.version += role != "timestamp"
    client.repo.snapshot.version += role == "targets"
    client.repo.publish(bump=False)
    assert client.refresh() == 0
    assert client.versions()[role] == 2**31
    for above in {"timestamp": ["timestamp"], "snapshot": ["snapshot", "timestamp"], "targets": ["snapshot"]}[role]:
        client.repo.rotate(above)
    client.repo.next_root()
    signed[role].version = 1
    client.repo.snapshot.version += role == "targets"
    client.repo.timestamp.version += role != "timestamp"
    client.repo.publish(bump=False)
    assert client.refresh() == 0
    assert client.versions()[role] == 1


@pytest.mark.parametrize("role", ROLES)
def test_key_rotation(client: Client, role: str) -> None:
    client.refresh()
    client.repo.served["metadata/timestamp.json"] = b"{}"
    before = list(client.repo.signers["root"])
    client.repo.rotate(role)
    client.repo.root.version += 1
    client.repo.publish_root(before)
    client.repo.publish()
    assert client.refresh() == 0
    assert client.versions() == {"root": 2, "timestamp": 2, "snapshot": 2, "targets": 2}


def test_key_rotation_many_times_at_once(client: Client) -> None:
    for _ in range(8):
        before = list(client.repo.signers["root"])
        client.repo.rotate("root")
        client.repo.root.version += 1
        client.repo.publish_root(before)
    assert client.refresh() == 0
    assert client.versions()["root"] == 9
    assert client.asked()[:9] == [f"{n}.root.json" for n in range(2, 11)]


def test_key_rotation_without_the_old_root_key(client: Client) -> None:
    client.repo.rotate("root")
    client.repo.root.version += 1
    client.repo.publish_root()
    assert client.refresh() == 1
    assert client.versions() == {"root": 1}


def test_key_rotation_revokes(client: Client) -> None:
    client.refresh()
    old = client.repo.signers["targets"]
    client.repo.rotate("targets")
    client.repo.next_root()
    client.repo.signers["targets"] = old
    client.repo.publish()
    assert client.refresh() == 1
    assert client.versions() == {"root": 2, "timestamp": 2, "snapshot": 2, "targets": 1}


def test_keys_threshold(client: Client) -> None:
    client.repo.new_key("targets")
    client.repo.root.roles["targets"].threshold = 2
    client.repo.next_root()
    both = client.repo.signers["targets"]
    client.repo.signers["targets"] = both[:1]
    client.repo.publish()
    assert client.refresh() == 1
    client.repo.signers["targets"] = both
    client.repo.publish()
    assert client.refresh() == 0


def test_keys_the_same_signature_twice_is_one(client: Client) -> None:
    client.repo.new_key("timestamp")
    client.repo.root.roles["timestamp"].threshold = 2
    client.repo.next_root()
    client.repo.signers["timestamp"].pop()
    client.repo.publish()
    metadata = json.loads(client.repo.served["metadata/timestamp.json"])
    metadata["signatures"] *= 2
    client.repo.served["metadata/timestamp.json"] = json.dumps(metadata).encode()
    assert client.refresh() == 1
    assert client.versions() == {"root": 2}


@pytest.mark.parametrize(
    ("role", "trusted"),
    [
        ("root", {"root": 2}),
        ("timestamp", {"root": 1}),
        ("snapshot", {"root": 1, "timestamp": 2}),
        ("targets", {"root": 1, "timestamp": 2, "snapshot": 2}),
    ],
)
def test_expired(client: Client, role: str, trusted: dict[str, int]) -> None:
    """What ends is refused here; our own publishers sign until 9999, because kiosks have wrong clocks."""
    if role == "root":
        client.repo.root.expires = PAST
        client.repo.next_root()
    else:
        getattr(client.repo, role).expires = PAST
        client.repo.publish()
    assert client.refresh() == 1
    assert {r: v for r, v in client.versions().items() if r in trusted} == trusted
    assert role == "root" or role not in client.versions()
    if role == "root":
        client.repo.root.expires = SOON
        client.repo.next_root()
    else:
        getattr(client.repo, role).expires = SOON
        client.repo.publish()
    assert client.refresh() == 0


def test_download(client: Client) -> None:
    client.repo.add("path/to/a file.txt", b"content")
    client.repo.publish()
    assert client.download("nothing") == 1
    assert client.versions()["targets"] == 2  # the metadata was followed
    assert client.download("path/to/a file.txt") == 0
    assert client.downloads() == [b"content"]
    assert client.download("path/to/a file.txt") == 0
    assert not [name for name in client.repo.asked if name.startswith("targets/")]
    client.repo.add("path/to/a file.txt", b"changed")
    client.repo.publish()
    assert client.download("path/to/a file.txt") == 0
    assert client.downloads() == [b"changed"]


@pytest.mark.parametrize("body", [b"CONTENT", b"content and more", b"cont", b""])
def test_download_of_other_bytes(client: Client, body: bytes) -> None:
    client.repo.add("file", b"content")
    client.repo.publish()
    (name,) = [n for n in client.repo.served if n.startswith("targets/")]
    client.repo.served[name] = body
    assert client.download("file") == 1
    assert client.downloads() == []


def test_delegations_are_followed_in_order(client: Client) -> None:
    first = client.repo.delegate("first", ["a/*"])
    second = client.repo.delegate("second", ["a/*", "b/*"])
    inner = client.repo.delegate("in/ner", ["b/*"], parent=second)
    client.repo.add("a/x", b"of the first", first)
    client.repo.add("a/x", b"of the second", second)
    client.repo.add("b/y", b"of the inner", inner)
    client.repo.snapshot.meta = {}
    client.repo.publish()
    assert client.download("a/x") == 0
    assert client.downloads() == [b"of the first"]
    assert client.asked()[4:6] == ["1.first.json", f"targets/a/{hashlib.sha256(b'of the first').hexdigest()}.x"]
    assert client.download("b/y") == 0
    assert client.downloads() == [b"of the first", b"of the inner"]
    assert client.download("c/z") == 1


def test_delegation_that_ends_the_search(client: Client) -> None:
    client.repo.delegate("first", ["a/*"], terminating=True)
    client.repo.add("a/x", b"x", client.repo.delegate("second", ["a/*"]))
    client.repo.publish()
    assert client.download("a/x") == 1
    assert "1.second.json" not in client.asked()


def test_delegation_signed_by_somebody_else(client: Client) -> None:
    client.repo.add("a/x", b"x", client.repo.delegate("first", ["a/*"]))
    client.repo.signers["first"] = [CryptoSigner.generate_ed25519()]
    client.repo.publish()
    assert client.download("a/x") == 1
    assert client.downloads() == []


@pytest.mark.parametrize("role", ["?", "#", "/role", "../role", "2.root", "角色"])
def test_delegated_role_with_an_unusual_name(client: Client, role: str) -> None:
    """Names become parts of URLs, file names and rows; none of them becomes a root."""
    client.repo.delegate(role, ["*"])
    client.repo.publish()
    assert client.download("nothing") == 1
    assert client.repo.asked[-1] == f"metadata/1.{role}.json"
    assert client.versions()["root"] == 1
    assert client.refresh() == 0
    assert [p.name for p in client.base.iterdir() if p.suffix == ".json"] == ["root.json"]


@pytest.mark.parametrize("wanted", [5, 6])
def test_keys_many_of_one_role(client: Client, wanted: int) -> None:
    for _ in range(4):
        client.repo.new_key("snapshot")
    client.repo.root.roles["snapshot"].threshold = wanted
    client.repo.next_root()
    client.repo.publish()
    assert client.refresh() == (0 if wanted == 5 else 1)
    assert client.versions().get("snapshot") == (2 if wanted == 5 else None)


def test_keys_one_key_under_many_ids_signs_once(client: Client) -> None:
    """The same public key listed ten times does not make ten people."""
    signer = client.repo.signers["snapshot"][0]
    for n in range(9):
        copy = Key.from_dict(f"{n:064x}", signer.public_key.to_dict())
        client.repo.root.add_key(copy, "snapshot")
    client.repo.root.roles["snapshot"].threshold = 6
    client.repo.next_root()
    client.repo.publish()
    metadata = json.loads(client.repo.served["metadata/2.snapshot.json"])
    (one,) = metadata["signatures"]
    metadata["signatures"] += [{**one, "keyid": f"{n:064x}"} for n in range(9)]
    client.repo.served["metadata/2.snapshot.json"] = json.dumps(metadata).encode()
    assert client.refresh() == 1
    assert "snapshot" not in client.versions()


def test_without_consistent_snapshots(client: Client) -> None:
    client.repo.root.consistent_snapshot = False
    client.repo.next_root()
    client.repo.add("file", b"content")
    client.repo.publish()
    for name in list(client.repo.served):
        folder, _, file = name.partition("/")
        if "root" not in file and not file.startswith("timestamp"):
            client.repo.served[f"{folder}/{file.partition('.')[2]}"] = client.repo.served[name]
            del client.repo.served[name]
    client.repo.served["metadata/snapshot.json"] = client.repo.sign("snapshot", client.repo.snapshot)
    client.repo.served["metadata/targets.json"] = client.repo.sign("targets", client.repo.targets)
    assert client.download("file") == 0
    assert client.asked() == ["2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json", "targets/file"]  # fmt: skip
    assert client.downloads() == [b"content"]


def test_as_a_command(client: Client) -> None:
    """The way the suite runs it."""
    command = [sys.executable, "-m", "kiosk.packs.trust_cli", "--metadata-dir", str(client.metadata)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [*command, "--metadata-url", f"{client.repo.url}/metadata", "refresh"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert client.versions() == {"root": 1, "timestamp": 1, "snapshot": 1, "targets": 1}
    done = subprocess.run([*command, "refresh"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--metadata-url" in done.stderr
