"""The next state of a repository, signed on top of the state before, which is checked first.

Order of writing: N.targets, N.snapshot, timestamp. A new root is written last when the new metadata also carries enough
signatures of the keys before, so that kiosks accept the folder at every instant; else it is written just before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.core.errors import BusyError
from kiosk.core.text import Text
from kiosk.packs.errors import busy
from kiosk.packs.ids import is_id
from kiosk.packs.publisher.keys import KeyRing, Role, key_name
from kiosk.packs.publisher.repository import Published, Repository, RootChange, verifies, write_hint
from kiosk.packs.publisher.roots import current_state, remember
from kiosk.packs.publisher.words import ago

__all__ = ["CONTINUES", "NEVER", "WITHDRAWN_FIELD", "commit", "current_state", "next_targets", "withdrawn_versions"]

NEVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""Kiosks have no network and wrong clocks: freshness is judged by versions, not by expiry."""

WITHDRAWN_FIELD = "x-kiosk-withdrawn"
"""Signed field of the targets: highest version of each pack that was taken out; it can only come back higher."""

CONTINUES = "x-kiosk-continues"
"""Signed field of the targets: the version they were built on. What was prepared on another one is stale."""

BY_FIELD, AT_FIELD = "x-kiosk-by", "x-kiosk-at"
"""Signed fields of the timestamp: who published, and when by that person's clock. For people."""


def commit(
    repository: Repository,
    keys: KeyRing,
    root: Root,
    before: Published | None,
    files: dict[str, TargetFile],
    withdrawn: Mapping[str, int],
    *,
    first_root: bytes | None = None,
    change: RootChange | None = None,
) -> None:
    """Sign and write the next targets, snapshot and timestamp; the timestamp makes it public.

    Args:
        root: the root that counts afterwards.
        files: all targets, not only the changed ones.
        change: the new root, when it is not in the folder yet.

    Raises:
        TrustError: `KEY_MISSING`.
        BusyError: the state is not the one this was built on any more.
        OSError: the folder cannot be written.
    """
    targets = next_targets(repository, before, files, withdrawn)
    change = change or (before.pending if before else None)
    sign(keys, root, "targets", targets, change.before if change else None)
    write_state(repository, keys, root, before, targets, first_root=first_root, change=change)


def next_targets(
    repository: Repository, before: Published | None, files: dict[str, TargetFile], withdrawn: Mapping[str, int]
) -> Metadata[Targets]:
    """The targets after those of `before`, not signed yet."""
    old = before.targets.signed.version if before else 0
    return Metadata(
        Targets(
            version=repository.free_version("targets", old + 1),
            expires=NEVER,
            targets=files,
            unrecognized_fields={WITHDRAWN_FIELD: dict(withdrawn), CONTINUES: old},
        )
    )


def sign(
    keys: KeyRing,
    root: Root,
    role: Role,
    metadata: Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp],
    old: Root | None = None,
) -> None:
    """Sign with every key of the role that is here; also with those of the root before, for kiosks in between.

    Raises:
        TrustError: `KEY_MISSING`.
    """
    signers = {s.public_key.keyid: s for s in [*keys.for_role(root, role), *(keys.held(old, role) if old else [])]}
    for signer in signers.values():
        metadata.sign(signer, append=True)


def write_state(
    repository: Repository,
    keys: KeyRing,
    root: Root,
    before: Published | None,
    targets: Metadata[Targets],
    *,
    first_root: bytes | None = None,
    change: RootChange | None = None,
) -> None:
    """Make signed targets public; see `commit`."""
    old = change.before if change else None
    targets_body = targets.to_bytes()
    version = repository.free_version("snapshot", before.snapshot.signed.version + 1 if before else 1)
    snapshot = Snapshot(
        version=version,
        expires=NEVER,
        meta={"targets.json": MetaFile.from_data(targets.signed.version, targets_body, ["sha256"])},
    )
    signed_snapshot = Metadata(snapshot)
    sign(keys, root, "snapshot", signed_snapshot, old)
    snapshot_body = signed_snapshot.to_bytes()
    number = before.timestamp.signed.version if before else 0
    timestamp = Timestamp(
        version=number + 1,
        expires=NEVER,
        snapshot_meta=MetaFile.from_data(snapshot.version, snapshot_body, ["sha256"]),
        unrecognized_fields={
            BY_FIELD: _name(keys, root),
            AT_FIELD: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
    )
    signed_timestamp = Metadata(timestamp)
    sign(keys, root, "timestamp", signed_timestamp, old)
    body = signed_timestamp.to_bytes()

    new = [(f"{snapshot.version}.snapshot.json", snapshot_body)]
    if before is None or targets is not before.targets:
        new.insert(0, (f"{targets.signed.version}.targets.json", targets_body))
    for name, content in new:
        _write_once(repository, name, content)
    root_last = old is not None and all(
        verifies(old, role, signed)
        for role, signed in (("targets", targets), ("snapshot", signed_snapshot), ("timestamp", signed_timestamp))
    )
    if change is not None and not root_last:
        repository.write(f"{root.version}.root.json", change.body)
    if repository.timestamp_version() != number:  # the lock does not hold on every share
        raise somebody_published(repository)
    if first_root is not None:
        repository.write("1.root.json", first_root)
    repository.write("timestamp.json", body)
    if (repository.metadata / "timestamp.json").read_bytes() != body:
        raise somebody_published(repository)
    if change is not None and root_last:
        repository.write(f"{root.version}.root.json", change.body)
    repository.prune(snapshot.version, targets.signed.version)
    write_hint(repository.base)
    newest = repository.metadata / f"{root.version}.root.json"
    remember(keys, newest.read_bytes())


def somebody_published(repository: Repository) -> BusyError:
    """Another officer was quicker; says who and when."""
    timestamp = repository.read("timestamp.json", Timestamp).signed
    who = str(timestamp.unrecognized_fields.get(BY_FIELD) or "")[:60] or "?"
    when = ago(timestamp.unrecognized_fields.get(AT_FIELD))
    return busy(
        Text(
            f"{who} {when.zh}在同一文件夹发布了内容（第 {timestamp.version} 次发布），这一次没有发布。",
            f"{who} published into the same folder {when.en} (publication {timestamp.version}); yours was not published.",
        )
    )


def withdrawn_versions(state: Published) -> dict[str, int]:
    """Highest version of each pack that was taken out."""
    return withdrawn_versions_of(state.targets.signed)


def withdrawn_versions_of(targets: Targets) -> dict[str, int]:
    """The same, of any targets; what is not well formed is left out."""
    listed = targets.unrecognized_fields.get(WITHDRAWN_FIELD, {})
    pairs = listed.items() if isinstance(listed, dict) else ()
    return {k: v for k, v in pairs if is_id(k) and isinstance(v, int)}


def _write_once(repository: Repository, name: str, body: bytes) -> None:
    try:
        repository.write_new(name, body)
    except FileExistsError:
        if (repository.metadata / name).read_bytes() != body:
            raise busy(
                Text("另一个人正在同一文件夹发布。", "Somebody else is publishing into the same folder.")
            ) from None


def _name(keys: KeyRing, root: Root) -> str:
    held = keys.held(root, "targets") or keys.held(root, "timestamp")
    return key_name(root, held[0].public_key.keyid) if held else ""
