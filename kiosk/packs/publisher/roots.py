"""The chain of a publisher's roots, followed from the copy that lies beside the keys.

The copy is the anchor: a root in the folder counts only when the chain from the anchor leads to it, so nobody who can
write the folder can slip in keys. A copy that is one ahead of the folder is a change of keys that was interrupted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.fingerprint import PUBLISHER_FIELD
from kiosk.packs.publisher.keys import KeyRing, root_path
from kiosk.packs.publisher.repository import Published, Repository, RootChange, repository_changed

CONTINUES_FIELD = "x-kiosk-continues"
"""Signed field of a root: SHA-256 of the `timestamp.json` that was there when the keys were changed.

Only that state is accepted under the keys before, so that an interrupted change can be finished and nobody who stole the
old keys can have his state signed.
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """The newest root.

    Args:
        body: its bytes.
        before: the root one version earlier.
        pending: True when the folder does not have it yet.
    """

    root: Root
    body: bytes
    before: Root | None
    pending: bool


def follow(repository: Repository, anchor: bytes) -> Chain:
    """The newest root of the folder, or the anchor when that is one ahead.

    Raises:
        TrustError: `REPOSITORY_CHANGED`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    root = parse_root(anchor, repository.publisher)
    place = repository.metadata / f"{root.version}.root.json"
    before = repository.read(f"{root.version - 1}.root.json", Root).signed if root.version > 1 else None
    if before is not None:
        check_next(before, Metadata[Root].from_bytes(anchor), repository.publisher)
    if not place.exists():
        return Chain(root, anchor, before, pending=True)
    if place.read_bytes() != anchor:
        raise repository_changed(
            Text(
                f"发布文件夹里的 {place.name} 与密钥文件夹里的不同。",
                f"{place.name} in the repository differs from the one beside the keys.",
            )
        )
    body = anchor
    while (place := repository.metadata / f"{root.version + 1}.root.json").exists():
        following = repository.read(place.name, Root)
        check_next(root, following, repository.publisher)
        before, root, body = root, following.signed, place.read_bytes()
    return Chain(root, body, before, pending=False)


def parse_root(body: bytes, publisher: str) -> Root:
    """A root that its own keys signed.

    Raises:
        TrustError: `REPOSITORY_CHANGED`.
    """
    try:
        metadata = Metadata[Root].from_bytes(body)
        if metadata.signed.type == "root" and metadata.signed.unrecognized_fields.get(PUBLISHER_FIELD) == publisher:
            metadata.verify_delegate("root", metadata)
            return metadata.signed
    except (DeserializationError, RepositoryError):
        pass  # said below
    raise repository_changed(
        Text(f"密钥旁边的 {publisher}.root.json 已损坏。", f"{publisher}.root.json beside the keys is damaged.")
    )


def check_next(before: Root, following: Metadata[Root], publisher: str) -> None:
    """A root counts after another when both sets of root keys have signed it.

    Raises:
        TrustError: `REPOSITORY_CHANGED`.
    """
    try:
        if (
            following.signed.version == before.version + 1
            and following.signed.unrecognized_fields.get(PUBLISHER_FIELD) == publisher
        ):
            for root in (before, following.signed):
                root.verify_delegate("root", following.signed_bytes, following.signatures)
            return
    except RepositoryError:
        pass  # said below
    name = f"{before.version + 1}.root.json"
    raise repository_changed(
        Text(
            f"发布文件夹里的 {name} 不是由原来的根密钥签名的。",
            f"{name} in the repository is not signed by the root key before it.",
        )
    )


def current_state(repository: Repository, keys: KeyRing) -> tuple[Root, Published]:
    """The newest root, and the published state checked against it.

    Raises:
        TrustError: `REPOSITORY_CHANGED`.
        StorageError: `DAMAGED_MEDIUM`.
    """
    chain = follow(repository, keys.root)
    state = _published(repository, chain)
    if chain.pending and chain.before is not None:
        state = replace(state, pending=RootChange(chain.body, chain.before))
    return chain.root, state


def _published(repository: Repository, chain: Chain) -> Published:
    try:
        return repository.published(chain.root)
    except TrustError:
        if chain.before is None:
            raise
        continued = hashlib.sha256((repository.metadata / "timestamp.json").read_bytes()).hexdigest()
        if chain.root.unrecognized_fields.get(CONTINUES_FIELD) != continued:
            raise
        return repository.published(chain.before)


def remember(keys: KeyRing, body: bytes) -> None:
    """Keep the newest root beside the keys, where that folder can be written."""
    for folder in keys.folders:
        place = root_path(folder, keys.publisher)
        if place.exists() and place.read_bytes() != body:
            try:
                write_durably(place, body)
            except OSError:
                continue  # a write-protected stick: the chain is followed from the older root next time
