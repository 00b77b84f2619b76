"""The next state of a repository, signed on top of the state before, which is checked first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.core.errors import TrustError
from kiosk.core.text import Text
from kiosk.packs.errors import busy
from kiosk.packs.publisher.keys import KeyRing, Role
from kiosk.packs.publisher.repository import Published, Repository, write_hint

NEVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""Kiosks have no network and wrong clocks: freshness is judged by versions, not by expiry."""

WITHDRAWN_FIELD = "x-kiosk-withdrawn"
"""Signed field of the targets: highest version of each pack that was taken out; it can only come back higher."""


def commit(
    repository: Repository,
    keys: KeyRing,
    root: Root,
    before: Published | None,
    files: dict[str, TargetFile],
    withdrawn: Mapping[str, int],
    *,
    first_root: bytes | None = None,
) -> None:
    """Sign and write the next targets, snapshot and timestamp; the timestamp makes it public.

    Raises:
        TrustError: `KEY_MISSING`.
        BusyError: the state is not the one this was built on any more.
        OSError: the folder cannot be written.
    """
    old = before.timestamp.signed.version if before else 0
    targets = Targets(
        version=before.targets.signed.version + 1 if before else 1,
        expires=NEVER,
        targets=files,
        unrecognized_fields={WITHDRAWN_FIELD: dict(withdrawn)},
    )
    targets_body = _sign(keys, root, "targets", Metadata(targets))
    snapshot = Snapshot(
        version=before.snapshot.signed.version + 1 if before else 1,
        expires=NEVER,
        meta={"targets.json": MetaFile.from_data(targets.version, targets_body, ["sha256"])},
    )
    snapshot_body = _sign(keys, root, "snapshot", Metadata(snapshot))
    timestamp = Timestamp(
        version=old + 1,
        expires=NEVER,
        snapshot_meta=MetaFile.from_data(snapshot.version, snapshot_body, ["sha256"]),
    )
    timestamp_body = _sign(keys, root, "timestamp", Metadata(timestamp))
    repository.write(f"{targets.version}.targets.json", targets_body)
    repository.write(f"{snapshot.version}.snapshot.json", snapshot_body)
    if repository.timestamp_version() != old:  # the lock does not hold on every share
        raise busy(Text("刚才有人在同一文件夹发布了内容。", "Somebody has just published into the same folder."))
    if first_root is not None:
        repository.write("1.root.json", first_root)
    repository.write("timestamp.json", timestamp_body)
    repository.prune(snapshot.version, targets.version)
    write_hint(repository.base)


def _sign(
    keys: KeyRing, root: Root, role: Role, metadata: Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp]
) -> bytes:
    for signer in keys.for_role(root, role):
        metadata.sign(signer, append=True)
    return metadata.to_bytes()


def current_state(repository: Repository, keys: KeyRing) -> tuple[Root, Published]:
    """The newest root, from beside the keys, and the published state checked against it.

    Raises:
        TrustError: `REPOSITORY_CHANGED`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    root = Metadata[Root].from_bytes(keys.root).signed
    name = f"{root.version}.root.json"
    path = repository.metadata / name
    if not path.exists():  # a rotation was interrupted before the folder learned of it
        repository.write(name, keys.root)
    elif path.read_bytes() != keys.root:
        raise TrustError(
            "REPOSITORY_CHANGED",
            Text(
                f"发布文件夹里的 {name} 与密钥文件夹里的不同。",
                f"{name} in the repository differs from the one beside the keys.",
            ),
            Text("请核对是否拿错了密钥或文件夹。", "Check that keys and folder belong together."),
        )
    return root, _published_under(repository, root)


def _published_under(repository: Repository, root: Root) -> Published:
    """Also accept the root before: an interrupted rotation leaves metadata that its keys signed."""
    try:
        return repository.published(root)
    except TrustError:
        if root.version == 1:
            raise
        return repository.published(repository.read(f"{root.version - 1}.root.json", Root).signed)


def withdrawn_versions(state: Published) -> dict[str, int]:
    """Highest version of each pack that was taken out."""
    listed = state.targets.signed.unrecognized_fields.get(WITHDRAWN_FIELD, {})
    return {str(k): int(v) for k, v in listed.items()}
