"""A new publisher: its keys, its first root, and an empty repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Metadata, Root

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.packs.fingerprint import PUBLISHER_FIELD, fingerprint
from kiosk.packs.publisher.keys import EVERYDAY, check_name, make_key, open_keys, root_path, save_root
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Repository, check_publisher, guarded, make_folders
from kiosk.packs.publisher.signing import NEVER, commit


@dataclass(frozen=True, slots=True)
class Initialised:
    """A new publisher.

    Args:
        root: what `trust add` wants on every kiosk.
        fingerprint: what the person at the kiosk compares.
        root_keys: folder of the root key, which belongs into a safe.
    """

    publisher: str
    root: bytes
    fingerprint: str
    keys: Path
    root_keys: Path


def init(
    repo: Path,
    publisher_id: str,
    keys_dir: Path,
    passphrase: str | None = None,
    *,
    root_dir: Path | None = None,
    root_passphrase: str | None = None,
    name: str = "",
) -> Initialised:
    """Make the keys of a new publisher and an empty repository. Called again after it was killed, it finishes.

    Args:
        repo: folder of the repository, made when missing; may already hold other publishers.
        publisher_id: `[a-z0-9][a-z0-9-]{1,38}`.
        keys_dir: folder for the everyday keys; never inside `repo`.
        passphrase: encrypts the key files.
        root_dir: folder for the root key, best on a stick that lies in a safe; the same folder when None.
        root_passphrase: of the root key, the same as `passphrase` when None.
        name: whose keys these are, in words; becomes public.

    Raises:
        ConfigError: the id is malformed, taken (`PUBLISHER_EXISTS`), or the keys would be published with the packs.
        StorageError: a folder cannot be written.
    """
    check_publisher(publisher_id)
    check_name(name)
    safe = root_dir or keys_dir
    for folder in (keys_dir, safe):
        check_outside(folder, repo)
    repository = Repository(repo, publisher_id)
    begun = _begun(repository, keys_dir)
    if repository.exists and begun is None:
        raise ConfigError(
            "PUBLISHER_EXISTS",
            Text(f"{repo} 里已有发布单位“{publisher_id}”。", f"{repo} already holds the publisher “{publisher_id}”."),
            Text("直接用 kiosk publish add 发布。", "Go on with kiosk publish add."),
        )
    make_folders(repository)
    with publishing(repository.tmp, publisher_id), guarded(repo):
        signed = begun or _first_root(publisher_id, keys_dir, safe, (passphrase, root_passphrase or passphrase), name)
        body = save_root(keys_dir, publisher_id, signed)
        if safe != keys_dir:
            save_root(safe, publisher_id, signed)
        keys = open_keys(keys_dir, publisher_id, passphrase)
        commit(repository, keys, signed.signed, None, {}, {}, first_root=body)
    return Initialised(publisher_id, body, fingerprint(body), keys_dir, safe)


def _begun(repository: Repository, keys_dir: Path) -> Metadata[Root] | None:
    """The root of an `init` that was killed before its first timestamp; the very same keys may finish it."""
    beside = root_path(keys_dir, repository.publisher)
    if not repository.exists or (repository.metadata / "timestamp.json").exists() or not beside.exists():
        return None
    body = beside.read_bytes()
    if body != (repository.metadata / "1.root.json").read_bytes():
        return None
    return Metadata[Root].from_bytes(body)


def _first_root(
    publisher: str, keys_dir: Path, safe: Path, passphrases: tuple[str | None, str | None], name: str
) -> Metadata[Root]:
    everyday, of_root = passphrases
    root = Root(expires=NEVER, consistent_snapshot=True, unrecognized_fields={PUBLISHER_FIELD: publisher})
    root_key = make_key(safe, publisher, "root", of_root, name)
    root.add_key(root_key.public_key, "root")
    for role in EVERYDAY:
        root.add_key(make_key(keys_dir, publisher, role, everyday, name).public_key, role)
    signed = Metadata(root)
    signed.sign(root_key)
    return signed


def check_outside(keys: Path, repo: Path) -> None:
    """Keys are never published with the packs.

    Raises:
        ConfigError: `KEYS_IN_REPOSITORY`.
    """
    if keys.resolve().is_relative_to(repo.resolve()):
        raise ConfigError(
            "KEYS_IN_REPOSITORY",
            Text("密钥文件夹不能放在发布文件夹里。", "The key folder cannot be inside the repository."),
            Text("请把密钥放到单独的U盘上。", "Put the keys on a stick of their own."),
        )
