"""The publisher's side: packs into a repository and out of it.

Order of every change: blobs, manifest, N.targets, N.snapshot, timestamp. Until the last file is replaced, kiosks see
the state before; a publisher that is killed at any moment leaves only files nobody names. Where the targets ask for two
signatures and only one key is here, the change becomes a proposal (see `proposals`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.metadata import Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.core.errors import ConfigError, ContentError
from kiosk.core.text import Text
from kiosk.packs.barrier import FsyncAll
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import bad_pack
from kiosk.packs.ids import pack_of_target, target_of_pack
from kiosk.packs.manifest import Manifest, build
from kiosk.packs.publisher.blobs import Progress, clear_drafts, copy_blobs
from kiosk.packs.publisher.built import Built, read_built
from kiosk.packs.publisher.checks import check_higher, check_signoff, read_manifest
from kiosk.packs.publisher.initialise import Initialised, init
from kiosk.packs.publisher.keyadmin import rotate
from kiosk.packs.publisher.keys import KeyRing
from kiosk.packs.publisher.proposals import submit
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import (
    Published,
    Repository,
    existing,
    guarded,
)
from kiosk.packs.publisher.signing import current_state, withdrawn_versions
from kiosk.packs.signoff import SignOff

__all__ = ["Initialised", "PublishedPack", "add", "add_all", "init", "list_packs", "remove", "rotate"]


@dataclass(frozen=True, slots=True)
class PublishedPack:
    """One pack as it is published.

    Args:
        changed: False when `add` found nothing to do.
        proposal: id of the proposal that must be approved first; empty when the pack is public.
    """

    publisher: str
    pack: str
    version: int
    title: Text
    files: int
    size: int
    sha256: str
    signed_at: datetime
    changed: bool = True
    proposal: str = ""
    signoff: tuple[SignOff, ...] = ()


def add(
    repo: Path,
    publisher: str,
    built_pack_folder: Path,
    keys: KeyRing,
    *,
    progress: Progress | None = None,
    signoff: tuple[SignOff, ...] = (),
) -> PublishedPack:
    """Publish one built pack; see `add_all`."""
    (made,) = add_all(repo, publisher, [built_pack_folder], keys, progress=progress, signoff=signoff)
    return made


def add_all(
    repo: Path,
    publisher: str,
    built_packs: Sequence[Path],
    keys: KeyRing,
    *,
    progress: Progress | None = None,
    signoff: tuple[SignOff, ...] = (),
) -> tuple[PublishedPack, ...]:
    """Publish built packs together: kiosks see all of them or none.

    Args:
        built_packs: folders; see `docs/pack-format.md`, section 2.
        keys: from `open_keys`; the root key is not needed.
        progress: called with file name, bytes done and bytes in total.
        signoff: who wrote, checked and approved, on top of what the packs say themselves.

    Raises:
        ContentError: `BAD_PACK`, `VERSION_NOT_HIGHER`, `SIGNOFF_MISSING`.
        TrustError: `KEY_MISSING`, `REPOSITORY_CHANGED`.
        BusyError: somebody else is publishing.
        StorageError: the folder cannot be read or written.
    """
    repository, tell = existing(repo, publisher), progress or _silent
    now = datetime.now(UTC).replace(microsecond=0)
    with guarded(repo):
        packs = [read_built(folder, now, tell).signed_off(signoff) for folder in built_packs]
        _check_each_once(packs)
        # Everything is checked before the upload, which may take hours, and again under the lock after it.
        todo = _to_do(repository, keys, packs)[2]
        if todo:
            clear_drafts(repository.tmp)
            wanted = [w for built in todo for w in built.wanted()]
            copy_blobs(wanted, repo, FsyncAll(), tell, _changed_on_the_way)
        with publishing(repository.tmp, publisher):
            root, state, todo = _to_do(repository, keys, packs)
            targets = dict(state.targets.signed.targets)
            proposal = ""
            if todo:
                targets |= {t.path: t for t in (_write_manifest(repository, built.manifest) for built in todo)}
                proposal = submit(repository, keys, root, state, targets, withdrawn_versions(state))
    new = {built.manifest.pack for built in todo}
    return tuple(_said(repository, targets, built.manifest.pack, new, proposal) for built in packs)


def remove(repo: Path, publisher: str, pack: str, keys: KeyRing) -> str:
    """Withdraw a pack: kiosks take it off the screen at their next sync. Its blobs stay in the folder.

    Returns:
        The id of the proposal that must be approved first; empty when it is done.

    Raises:
        ConfigError: `NO_SUCH_PACK`.
        TrustError, BusyError, StorageError: as for `add`.
    """
    repository = existing(repo, publisher)
    with guarded(repo), publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        targets, withdrawn = dict(state.targets.signed.targets), withdrawn_versions(state)
        target = targets.pop(target_of_pack(pack), None)
        if target is None:
            raise no_such_pack(publisher, pack)
        withdrawn[pack] = read_manifest(repository, target, pack).version
        return submit(repository, keys, root, state, targets, withdrawn)


def list_packs(repo: Path, publisher: str) -> tuple[PublishedPack, ...]:
    """What the folder offers now, by pack id. For people: only kiosks check signatures.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    repository = existing(repo, publisher)
    version = repository.read("timestamp.json", Timestamp).signed.snapshot_meta.version
    snapshot = repository.read(f"{version}.snapshot.json", Snapshot).signed
    targets = repository.read(f"{snapshot.meta['targets.json'].version}.targets.json", Targets).signed.targets
    packs = [pack for name in sorted(targets) if (pack := pack_of_target(name))]
    return tuple(_said(repository, targets, pack, set(), "") for pack in packs)


def no_such_pack(publisher: str, pack: str) -> ConfigError:
    """Nothing of that name is published."""
    return ConfigError(
        "NO_SUCH_PACK",
        Text(f"“{publisher}”没有发布过“{pack}”。", f"“{publisher}” has not published “{pack}”."),
        Text("用 kiosk publish list 查看。", "See kiosk publish list."),
    )


def _to_do(repository: Repository, keys: KeyRing, packs: Sequence[Built]) -> tuple[Root, Published, list[Built]]:
    """The state, and the packs that are new in it."""
    root, state = current_state(repository, keys)
    gone, targets, todo = withdrawn_versions(state), state.targets.signed.targets, []
    for built in packs:
        manifest = built.manifest
        target = targets.get(target_of_pack(manifest.pack))
        known = read_manifest(repository, target, manifest.pack) if target else None
        if known is not None and known.same_content(manifest):
            continue
        check_higher(manifest, max(known.version if known else 0, gone.get(manifest.pack, 0)))
        check_signoff(root, manifest)
        todo.append(built)
    return root, state, todo


def _write_manifest(repository: Repository, manifest: Manifest) -> TargetFile:
    body = build(manifest)
    target = TargetFile.from_data(target_of_pack(manifest.pack), body, ["sha256"])
    write_durably(repository.manifest(manifest.pack, target.hashes["sha256"]), body, tmp=repository.tmp)
    return target


def _said(
    repository: Repository, targets: dict[str, TargetFile], pack: str, new: set[str], proposal: str
) -> PublishedPack:
    target = targets[target_of_pack(pack)]
    manifest = read_manifest(repository, target, pack)
    return PublishedPack(
        repository.publisher,
        manifest.pack,
        manifest.version,
        manifest.title,
        len(manifest.files),
        manifest.size,
        target.hashes["sha256"],
        manifest.signed_at,
        changed=pack in new,
        proposal=proposal if pack in new else "",
        signoff=manifest.signoff,
    )


def _check_each_once(packs: Sequence[Built]) -> None:
    names = [built.manifest.pack for built in packs]
    for name in names:
        if names.count(name) > 1:
            raise bad_pack(Text("同一个包给了两次", "the same pack was given twice"), name)


def _changed_on_the_way(name: str) -> ContentError:
    return bad_pack(Text("文件在发布途中被改动", "the file changed while it was being published"), name)


def _silent(_name: str, _done: int, _total: int) -> None:
    """For callers that show no progress."""
