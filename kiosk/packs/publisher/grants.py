"""Letting another publisher publish under a namespace, and taking that back.

A grant is a target like a manifest: `grants/<child>.json`, signed by the parent, carrying the child's `1.root.json`.
The child keeps its own folder, keys and officers; the parent signs nothing for it but this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from tuf.api.metadata import Snapshot, TargetFile, Targets, Timestamp

from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import bad_grant, damaged_medium
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.grant import Grant, build, parse
from kiosk.packs.ids import child_of_target, target_of_grant
from kiosk.packs.publisher.keys import KeyRing
from kiosk.packs.publisher.proposals import submit
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Repository, check_publisher, existing, guarded
from kiosk.packs.publisher.signing import current_state, withdrawn_versions
from kiosk.packs.rootfile import publisher_of_root


@dataclass(frozen=True, slots=True)
class Granted:
    """A child publisher as its parent's folder tells it now.

    Args:
        namespace: its pack ids are this, or begin with it and a dash.
        fingerprint: of its first root; the child says the same one.
        valid_until: last day on which kiosks take something new from it; None: no end.
        max_bytes: of what it, and those it grants, may have on one kiosk; None: no limit.
        revoked: its packs leave the screen.
    """

    child: str
    namespace: str
    fingerprint: str
    valid_until: date | None
    max_bytes: int | None
    revoked: bool


def grant(
    repo: Path,
    publisher: str,
    child_root: bytes,
    keys: KeyRing,
    *,
    namespace: str,
    valid_until: date | None = None,
    max_bytes: int | None = None,
) -> Granted:
    """Let the publisher whose first root this is publish under `namespace`; replaces an earlier grant for it.

    Args:
        child_root: the child's `1.root.json`; compare its fingerprint with the child before.
        keys: of the parent.

    Raises:
        ContentError: `BAD_PACK`: the root is none, or a value cannot be.
        ConfigError: `NO_SUCH_PUBLISHER`.
        TrustError: `UNTRUSTED`: a grant to oneself; `KEY_MISSING`, `REPOSITORY_CHANGED`.
        BusyError: somebody else is publishing.
        StorageError: the folder cannot be read or written.
    """
    child = publisher_of_root(child_root)
    if child is None:
        raise bad_grant("?", Text("这不是单位的 1.root.json", "this is not the 1.root.json of a publisher"))
    check_publisher(child)
    if child == publisher:
        raise TrustError(
            "UNTRUSTED",
            Text("不能给自己授权。", "A publisher cannot grant to itself."),
            Text("请用下级单位的 1.root.json。", "Use the 1.root.json of the other publisher."),
        )
    now = datetime.now(UTC).replace(microsecond=0)
    made = Grant(child, child_root, namespace, valid_until, max_bytes, revoked=False, signed_at=now)
    _sign(repo, publisher, keys, child, lambda _before: made)
    return _granted(made)


def revoke(repo: Path, publisher: str, child: str, keys: KeyRing) -> None:
    """Take a grant back: at their next sync kiosks take the packs of the child, and of those it granted, off the screen.

    Raises:
        ConfigError: `NO_SUCH_GRANT`, `NO_SUCH_PUBLISHER`.
        TrustError, BusyError, StorageError: as for `grant`.
    """

    def taken_back(before: Grant | None) -> Grant:
        if before is None:
            raise ConfigError(
                "NO_SUCH_GRANT",
                Text(f"“{publisher}”没有给“{child}”授过权。", f"“{publisher}” has granted nothing to “{child}”."),
                Text("用 kiosk publish grants 查看。", "See kiosk publish grants."),
            )
        return replace(before, revoked=True, signed_at=datetime.now(UTC).replace(microsecond=0))

    _sign(repo, publisher, keys, child, taken_back)


def list_grants(repo: Path, publisher: str) -> tuple[Granted, ...]:
    """What the folder says now, by child. For people: only kiosks check signatures.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    repository = existing(repo, publisher)
    version = repository.read("timestamp.json", Timestamp).signed.snapshot_meta.version
    snapshot = repository.read(f"{version}.snapshot.json", Snapshot).signed
    targets = repository.read(f"{snapshot.meta['targets.json'].version}.targets.json", Targets).signed.targets
    children = [(child, target) for name, target in sorted(targets.items()) if (child := child_of_target(name))]
    return tuple(_granted(_read(repository, child, target)) for child, target in children)


def grant_file(repository: Repository, child: str, sha256: str) -> Path:
    """Where a grant lies."""
    return repository.manifests.parent / "grants" / f"{sha256}.{child}.json"


def _sign(repo: Path, publisher: str, keys: KeyRing, child: str, change: Callable[[Grant | None], Grant]) -> None:
    repository = existing(repo, publisher)
    with guarded(repo), publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        targets = dict(state.targets.signed.targets)
        name = target_of_grant(child)
        body = build(change(_read(repository, child, targets[name]) if name in targets else None))
        target = TargetFile.from_data(name, body, ["sha256"])
        path = grant_file(repository, child, target.hashes["sha256"])
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, body, tmp=repository.tmp)
        submit(repository, keys, root, state, targets | {name: target}, withdrawn_versions(state))


def _read(repository: Repository, child: str, target: TargetFile) -> Grant:
    path = grant_file(repository, child, target.hashes["sha256"])
    try:
        body = path.read_bytes()
    except OSError as error:
        raise damaged_medium(path.relative_to(repository.base).as_posix()) from error
    return parse(body, child)


def _granted(made: Grant) -> Granted:
    return Granted(
        made.child, made.namespace, fingerprint(made.root), made.valid_until, made.max_bytes, revoked=made.revoked
    )
