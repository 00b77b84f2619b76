"""The publisher's side: keys and an empty repository, then packs in and out of it.

Order of every change: blobs, manifest, N.targets, N.snapshot, timestamp. Until the last file is replaced, kiosks see
the state before; a publisher that is killed at any moment leaves only files nobody names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.core.errors import ConfigError, ContentError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import damaged_medium
from kiosk.packs.fingerprint import PUBLISHER_FIELD, fingerprint
from kiosk.packs.ids import is_id, pack_of_target, target_of_pack
from kiosk.packs.manifest import Manifest, build, parse
from kiosk.packs.publisher.built import read_built, upload
from kiosk.packs.publisher.keys import ROLES, KeyRing, Role, make_key, open_keys, save_root
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Repository, make_folders, unwritable
from kiosk.packs.publisher.signing import NEVER, commit, current_state, withdrawn_versions

Upload = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Initialised:
    """A new publisher.

    Args:
        root: what `trust add` wants on every kiosk.
        fingerprint: what the person at the kiosk compares.
    """

    publisher: str
    root: bytes
    fingerprint: str
    keys: Path


@dataclass(frozen=True, slots=True)
class PublishedPack:
    """One pack as it is published; `changed` is False when `add` found nothing to do."""

    publisher: str
    pack: str
    version: int
    title: Text
    files: int
    size: int
    sha256: str
    signed_at: datetime
    changed: bool = True


def init(repo: Path, publisher_id: str, keys_dir: Path, passphrase: str | None = None) -> Initialised:
    """Make the keys of a new publisher and an empty repository.

    Args:
        repo: folder of the repository, made when missing; may already hold other publishers.
        publisher_id: `[a-z0-9][a-z0-9-]{1,38}`.
        keys_dir: folder for the private keys, best on a stick that lies in a safe; never inside `repo`.
        passphrase: encrypts the key files.

    Raises:
        ConfigError: the id is malformed, taken (`PUBLISHER_EXISTS`), or the keys would be published with the packs.
        StorageError: a folder cannot be written.
    """
    _check_id(publisher_id)
    if keys_dir.resolve().is_relative_to(repo.resolve()):
        raise ConfigError(
            "KEYS_IN_REPOSITORY",
            Text("密钥文件夹不能放在发布文件夹里。", "The key folder cannot be inside the repository."),
            Text("请把密钥放到单独的U盘上。", "Put the keys on a stick of their own."),
        )
    repository = Repository(repo, publisher_id)
    if repository.exists:
        raise ConfigError(
            "PUBLISHER_EXISTS",
            Text(f"{repo} 里已有发布单位“{publisher_id}”。", f"{repo} already holds the publisher “{publisher_id}”."),
            Text("直接用 kiosk publish add 发布。", "Go on with kiosk publish add."),
        )
    make_folders(repository)
    with publishing(repository.tmp, publisher_id):
        root = Root(expires=NEVER, consistent_snapshot=True, unrecognized_fields={PUBLISHER_FIELD: publisher_id})
        made = {role: make_key(keys_dir, publisher_id, role, passphrase) for role in ROLES}
        for role, signer in made.items():
            root.add_key(signer.public_key, role)
        signed = Metadata(root)
        signed.sign(made["root"])
        body = save_root(keys_dir, publisher_id, signed)
        keys = open_keys(keys_dir, publisher_id, passphrase)
        _guarded(repository, lambda: commit(repository, keys, root, None, {}, {}, first_root=body))
    return Initialised(publisher_id, body, fingerprint(body), keys_dir)


def add(
    repo: Path, publisher: str, built_pack_folder: Path, keys: KeyRing, *, progress: Upload | None = None
) -> PublishedPack:
    """Publish a built pack.

    Args:
        built_pack_folder: see `docs/pack-format.md`, section 2.
        keys: from `open_keys`.
        progress: called with file name, bytes done and bytes in total.

    Raises:
        ContentError: `BAD_PACK`, or `VERSION_NOT_HIGHER`.
        TrustError: `KEY_MISSING`, `REPOSITORY_CHANGED`.
        BusyError: somebody else is publishing.
        StorageError: the folder cannot be read or written.
    """
    repository = _existing(repo, publisher)
    built = read_built(built_pack_folder, datetime.now(UTC).replace(microsecond=0))
    with publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        targets, withdrawn = dict(state.targets.signed.targets), withdrawn_versions(state)
        name = target_of_pack(built.manifest.pack)
        known = _manifest(repository, targets[name], built.manifest.pack) if name in targets else None
        if known is not None and known.same_content(built.manifest):
            return _published(publisher, known, targets[name], changed=False)
        _check_higher(built.manifest, max(known.version if known else 0, withdrawn.get(built.manifest.pack, 0)))
        body = build(built.manifest)
        target = TargetFile.from_data(name, body, ["sha256"])

        def write() -> None:
            upload(built, repository, progress or _silent)
            path = repository.manifest(built.manifest.pack, target.hashes["sha256"])
            write_durably(path, body, tmp=repository.tmp)
            commit(repository, keys, root, state, targets | {name: target}, withdrawn)

        _guarded(repository, write)
    return _published(publisher, built.manifest, target, changed=True)


def remove(repo: Path, publisher: str, pack: str, keys: KeyRing) -> None:
    """Withdraw a pack: kiosks take it off the screen at their next sync. Its blobs stay in the folder.

    Raises:
        ConfigError: `NO_SUCH_PACK`.
        TrustError, BusyError, StorageError: as for `add`.
    """
    repository = _existing(repo, publisher)
    with publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        targets, withdrawn = dict(state.targets.signed.targets), withdrawn_versions(state)
        target = targets.pop(target_of_pack(pack), None)
        if target is None:
            raise ConfigError(
                "NO_SUCH_PACK",
                Text(f"“{publisher}”没有发布过“{pack}”。", f"“{publisher}” has not published “{pack}”."),
                Text("用 kiosk publish list 查看。", "See kiosk publish list."),
            )
        withdrawn[pack] = _manifest(repository, target, pack).version
        _guarded(repository, lambda: commit(repository, keys, root, state, targets, withdrawn))


def list_packs(repo: Path, publisher: str) -> tuple[PublishedPack, ...]:
    """What the folder offers now, by pack id. For people: only kiosks check signatures.

    Raises:
        ConfigError: `NO_SUCH_PUBLISHER`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    repository = _existing(repo, publisher)
    version = repository.read("timestamp.json", Timestamp).signed.snapshot_meta.version
    snapshot = repository.read(f"{version}.snapshot.json", Snapshot).signed
    targets = repository.read(f"{snapshot.meta['targets.json'].version}.targets.json", Targets).signed.targets
    found = [(pack, target) for name, target in sorted(targets.items()) if (pack := pack_of_target(name))]
    return tuple(_published(publisher, _manifest(repository, t, p), t, changed=False) for p, t in found)


def rotate(repo: Path, publisher: str, role: Role, keys: KeyRing, passphrase: str | None = None) -> Initialised:
    """Replace the keys of a role by one new key, because one was lost or stolen; the old ones count no more.

    Raises:
        TrustError: `KEY_MISSING`: the root key is needed, and the keys of the other roles.
        BusyError, StorageError: as for `add`.
    """
    repository = _existing(repo, publisher)
    with publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        before = keys.for_role(root, "root")
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        root.add_key(make_key(keys.folder, publisher, role, passphrase).public_key, role)
        root.version += 1
        ring = open_keys(keys.folder, publisher, passphrase)
        signed = Metadata(root)
        for signer in {s.public_key.keyid: s for s in [*before, *ring.for_role(root, "root")]}.values():
            signed.sign(signer, append=True)
        body = save_root(keys.folder, publisher, signed)

        def write() -> None:
            repository.write(f"{root.version}.root.json", body)
            commit(repository, ring, root, state, dict(state.targets.signed.targets), withdrawn_versions(state))

        _guarded(repository, write)
    first = (repository.metadata / "1.root.json").read_bytes()
    return Initialised(publisher, first, fingerprint(first), keys.folder)


def _manifest(repository: Repository, target: TargetFile, pack: str) -> Manifest:
    path = repository.manifest(pack, target.hashes["sha256"])
    try:
        body = path.read_bytes()
    except OSError as error:
        raise damaged_medium(path.relative_to(repository.base).as_posix()) from error
    return parse(body)


def _check_higher(manifest: Manifest, known: int) -> None:
    if manifest.version <= known:
        raise ContentError(
            "VERSION_NOT_HIGHER",
            Text(
                f"“{manifest.pack}”第 {known} 版已经发布过，这次是第 {manifest.version} 版，内容却不同。",
                f"“{manifest.pack}” version {known} is published; this {manifest.version} has other content.",
            ),
            Text(
                f"请在 pack.yaml 里写 version: {known + 1}，重新制作。",
                f"Write version: {known + 1} in pack.yaml and build again.",
            ),
        )


def _existing(repo: Path, publisher: str) -> Repository:
    _check_id(publisher)
    repository = Repository(repo, publisher)
    if not repository.exists:
        raise ConfigError(
            "NO_SUCH_PUBLISHER",
            Text(f"{repo} 里没有发布单位“{publisher}”。", f"{repo} does not hold the publisher “{publisher}”."),
            Text("先运行 kiosk publish init。", "Run kiosk publish init first."),
        )
    return repository


def _check_id(publisher: str) -> None:
    if not is_id(publisher):
        raise ConfigError(
            "BAD_PUBLISHER",
            Text(f"“{publisher}”不能作发布单位编号。", f"“{publisher}” cannot be a publisher id."),
            Text(
                "用 2 到 39 个小写字母、数字或连字符，如 wuxi。",
                "Use 2 to 39 lower-case letters, digits or dashes, like wuxi.",
            ),
        )


def _guarded(repository: Repository, work: Callable[[], None]) -> None:
    try:
        work()
    except OSError as error:
        raise unwritable(repository.base, error) from error


def _published(publisher: str, manifest: Manifest, target: TargetFile, *, changed: bool) -> PublishedPack:
    return PublishedPack(
        publisher,
        manifest.pack,
        manifest.version,
        manifest.title,
        len(manifest.files),
        manifest.size,
        target.hashes["sha256"],
        manifest.signed_at,
        changed,
    )


def _silent(_name: str, _done: int, _total: int) -> None:
    """For callers that show no progress."""
