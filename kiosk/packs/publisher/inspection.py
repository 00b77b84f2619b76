"""One publisher's signed files, from its first root to its manifests and grants, as a kiosk reads them and further.

It goes on past a fault wherever there is something left to read, so that every fault is found at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import KioskError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.packs.errors import bad_pack, damaged_medium
from kiosk.packs.fingerprint import PUBLISHER_FIELD, fingerprint
from kiosk.packs.grant import parse as parse_grant
from kiosk.packs.ids import child_of_target, is_id, pack_of_target
from kiosk.packs.manifest import MAX_MANIFEST_BYTES, Manifest
from kiosk.packs.manifest import parse as parse_manifest
from kiosk.packs.publisher.repository import Repository, verifies
from kiosk.packs.publisher.signing import withdrawn_versions_of
from kiosk.packs.source import FolderSource

_LIMITS = {"root": 64 * 1024, "timestamp": 16 * 1024, "snapshot": 64 * 1024, "targets": 4 * 1024 * 1024}
"""Bytes; a kiosk reads no more."""

_MOST_ROOTS = 257
"""A kiosk follows no more changes of keys."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Args:
        file: below the folder.
        error: what and why, for people.
    """

    file: str
    error: KioskError


@dataclass(frozen=True, slots=True)
class CheckedPublisher:
    """One publisher as the folder tells it; empty where its metadata cannot be believed.

    Args:
        fingerprint: of its first root.
        packs: manifests that are here.
        absent: packs that are published and not carried here.
        files: every metadata, manifest and grant file a kiosk may ask for, below the folder.
        grants: children it lets publish.
    """

    publisher: str
    fingerprint: str = ""
    root_version: int = 0
    timestamp_version: int = 0
    packs: tuple[Manifest, ...] = ()
    absent: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()


def publishers_in(base: Path) -> list[str]:
    """Folders that may be publishers, by name."""
    folder = base / "publishers"
    return sorted(p.name for p in folder.iterdir() if is_id(p.name)) if folder.is_dir() else []


def check_metadata(base: Path, publisher: str, *, carried_only: bool) -> CheckedPublisher:
    """Signatures and manifests of one publisher, no blobs.

    Args:
        carried_only: see `inspect`.

    Raises:
        KioskError: the first fault.
    """
    faults: list[Fault] = []
    checked = inspect(base, publisher, faults, carried_only=carried_only)
    if faults:
        raise faults[0].error
    return checked


def inspect(base: Path, publisher: str, faults: list[Fault], *, carried_only: bool) -> CheckedPublisher:
    """Check the signed files of one publisher; blobs are not looked at.

    Args:
        faults: added to.
        carried_only: a manifest that is not there is a pack that is not carried, not a fault.
    """
    return _Check(base, publisher, faults, carried_only).run()


@dataclass(slots=True)
class _Check:
    base: Path
    publisher: str
    faults: list[Fault]
    carried_only: bool
    files: list[str] = field(default_factory=list)

    def run(self) -> CheckedPublisher:
        root, first = self._roots()
        if root is None:
            return CheckedPublisher(self.publisher)
        made = CheckedPublisher(self.publisher, first, root.version, files=tuple(self.files))
        timestamp = self._signed("timestamp.json", Timestamp, root)
        if timestamp is None:
            return made
        meta = timestamp.snapshot_meta
        snapshot = self._signed(f"{meta.version}.snapshot.json", Snapshot, root, meta.verify_length_and_hashes)
        if snapshot is None or "targets.json" not in snapshot.meta:
            return made
        meta = snapshot.meta["targets.json"]
        targets = self._signed(f"{meta.version}.targets.json", Targets, root, meta.verify_length_and_hashes)
        if targets is None:
            return made
        packs, absent, grants = self._targets(targets)
        return CheckedPublisher(
            self.publisher, first, root.version, timestamp.version, packs, absent, tuple(self.files), grants
        )

    def _roots(self) -> tuple[Root | None, str]:
        """The end of the chain, and the fingerprint of its beginning."""
        folder = Repository(self.base, self.publisher).metadata
        there = sorted(
            int(n) for p in folder.glob("*.root.json") if (n := p.name.split(".")[0]).isdecimal() and int(n) > 0
        )
        root: Root | None = None
        first = ""
        for version in range(1, min(max(there, default=1), _MOST_ROOTS) + 1):
            name = self._path(f"{version}.root.json")
            body = self._read(name, _LIMITS["root"])
            metadata = self._parse(name, body, Root)
            if body is None or metadata is None:
                continue  # a fault already; the rest is checked with the roots that can be read
            first = first or fingerprint(body)
            signed_by = [metadata.signed] if root is None else [root, metadata.signed]
            if metadata.signed.version != version:
                self._fault(name, _says_version(name, metadata.signed.version))
            elif not all(verifies(r, "root", metadata) for r in signed_by):
                self._fault(name, _unsigned(self.publisher, name))
            elif metadata.signed.unrecognized_fields.get(PUBLISHER_FIELD) != self.publisher:
                self._fault(name, _other_publisher(name, self.publisher))
            root = metadata.signed
        return root, first

    def _signed(self, name: str, kind: type[Any], root: Root, fits: Callable[[bytes], None] | None = None) -> Any:
        path = self._path(name)
        body = self._read(path, _LIMITS[kind.type])
        if body is None:
            return None
        if fits is not None:
            try:
                fits(body)
            except LengthOrHashMismatchError:
                self._fault(path, damaged_medium(path, Text("内容与签名不符", "its bytes are not the signed ones")))
        metadata = self._parse(path, body, kind)
        if metadata is None:
            return None
        if not verifies(root, kind.type, metadata):
            self._fault(path, _unsigned(self.publisher, path))  # and go on: what it names may be broken as well
        stated = name.split(".", maxsplit=1)[0]
        if stated.isdecimal() and int(stated) != metadata.signed.version:
            self._fault(path, _says_version(path, metadata.signed.version))
        return metadata.signed

    def _targets(self, targets: Targets) -> tuple[tuple[Manifest, ...], tuple[str, ...], tuple[str, ...]]:
        packs: list[Manifest] = []
        absent: list[str] = []
        grants: list[str] = []
        gone = withdrawn_versions_of(targets)
        for name, target in sorted(targets.targets.items()):
            pack, child = pack_of_target(name), child_of_target(name)
            if pack is None and child is None:
                self._fault(f"publishers/{self.publisher}", bad_pack(Text("名字不合格", "a malformed name"), name[:80]))
                continue
            path = self._target_path(name, target)
            if pack is not None and self.carried_only and not (self.base / path).exists():
                absent.append(pack)
                continue
            body = self._read(path, MAX_MANIFEST_BYTES)
            if body is None:
                continue
            try:
                target.verify_length_and_hashes(body)
                if pack is not None:
                    packs.append(_manifest(body, pack, gone))
                elif child is not None:
                    grant = parse_grant(body, child)
                    first = self.base / "publishers" / child / "metadata" / "1.root.json"
                    if not grant.revoked:
                        grants.append(child)
                        if first.is_file() and first.read_bytes() != grant.root:
                            self._fault(path, _other_keys(path, child))
            except LengthOrHashMismatchError:
                self._fault(path, damaged_medium(path, Text("内容与签名不符", "its bytes are not the signed ones")))
            except KioskError as error:
                self._fault(path, error)
        return tuple(packs), tuple(absent), tuple(grants)

    def _target_path(self, name: str, target: TargetFile) -> str:
        folder, _, leaf = name.rpartition("/")
        return f"publishers/{self.publisher}/targets/{folder}/{target.hashes.get('sha256', '')}.{leaf}"

    def _read(self, path: str, most: int) -> bytes | None:
        """The file as a kiosk would open it, or None and a fault."""
        try:
            with FolderSource(self.base).open(path) as stream:
                if stream.size > most:
                    raise damaged_medium(path, Text(f"超过 {most} 字节", f"longer than {most} bytes"))
                body = bytearray()
                while len(body) <= most and (chunk := stream.read(most + 1 - len(body))):
                    body += chunk
        except StorageError as error:
            self._fault(path, missing(path) if error.code == "NOT_ON_THIS_MEDIUM" else error)
            return None
        self.files.append(path)
        return bytes(body)

    def _parse(self, path: str, body: bytes | None, kind: type[Any]) -> Metadata[Any] | None:
        if body is None:
            return None
        try:
            metadata: Metadata[Any] = Metadata.from_bytes(body)
        except DeserializationError:
            self._fault(path, damaged_medium(path))
            return None
        if not isinstance(metadata.signed, kind):
            self._fault(path, damaged_medium(path))
            return None
        return metadata

    def _path(self, name: str) -> str:
        return f"publishers/{self.publisher}/metadata/{name}"

    def _fault(self, file: str, error: KioskError) -> None:
        if not any(fault.file == file for fault in self.faults):
            self.faults.append(Fault(file, error))


def _manifest(body: bytes, pack: str, gone: Mapping[str, int]) -> Manifest:
    manifest = parse_manifest(body)
    if manifest.pack != pack:
        raise bad_pack(Text(f"清单写的是 {manifest.pack}", f"the manifest says {manifest.pack}"), f"packs/{pack}.json")
    if manifest.version <= gone.get(pack, 0):
        raise bad_pack(
            Text(f"第 {manifest.version} 版已经撤下过", f"version {manifest.version} was withdrawn"),
            f"packs/{pack}.json",
        )
    return manifest


def missing(path: str) -> StorageError:
    """A file that a signed file names is not there."""
    return damaged_medium(path, Text("缺少这个文件", "it is missing"))


def _unsigned(publisher: str, path: str) -> TrustError:
    return TrustError(
        "UNTRUSTED",
        Text(f"{path} 没有“{publisher}”足够的签名。", f"{path} does not carry enough signatures of “{publisher}”."),
        Text("请从备份恢复，并查明是谁改过。", "Restore it from a backup, and find out who changed it."),
    )


def _says_version(path: str, version: int) -> StorageError:
    return damaged_medium(path, Text(f"里面写的是第 {version} 版", f"it says version {version}"))


def _other_publisher(path: str, publisher: str) -> TrustError:
    return TrustError(
        "UNTRUSTED",
        Text(f"{path} 不是“{publisher}”的根。", f"{path} is not a root of “{publisher}”."),
        Text("请核对文件夹的名字。", "Check the name of the folder."),
    )


def _other_keys(path: str, child: str) -> TrustError:
    return TrustError(
        "UNTRUSTED",
        Text(
            f"{path} 授权的不是这里的“{child}”：密钥不同。",
            f"{path} does not grant to the “{child}” that is here: its keys differ.",
        ),
        Text("请向下级单位核对指纹，再授权一次。", "Compare fingerprints with that publisher and grant again."),
    )
