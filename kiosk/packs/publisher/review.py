"""The second person: see what waits, approve it, or send it back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Root

from kiosk.core.errors import TrustError
from kiosk.core.text import Text
from kiosk.packs.publisher.blobs import Progress
from kiosk.packs.publisher.checks import check_changes
from kiosk.packs.publisher.keys import KeyRing, key_missing, key_name
from kiosk.packs.publisher.proposals import (
    Draft,
    Proposal,
    all_proposals,
    describe,
    find,
    is_stale,
    no_such_proposal,
    save,
    signed_by,
    stale,
)
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Published, Repository, existing, guarded
from kiosk.packs.publisher.signing import current_state, write_state


@dataclass(frozen=True, slots=True)
class Approved:
    """What an approval led to.

    Args:
        published: False when still more signatures are wanted.
    """

    proposal: Proposal
    published: bool


def list_proposals(repo: Path, publisher: str, keys: KeyRing) -> tuple[Proposal, ...]:
    """Everything that waits for a signature.

    Raises:
        TrustError, StorageError: as for `publish.add`.
    """
    repository = existing(repo, publisher)
    return all_proposals(repository, *current_state(repository, keys))


def look(repo: Path, publisher: str, proposal: str, keys: KeyRing) -> Proposal:
    """One of them.

    Raises:
        ConfigError: `NO_SUCH_PROPOSAL`.
        TrustError, StorageError: as for `publish.add`.
    """
    repository = existing(repo, publisher)
    root, state = current_state(repository, keys)
    return describe(repository, root, state, find(repository, root, proposal))


def approve(
    repo: Path, publisher: str, proposal: str, keys: KeyRing, *, progress: Progress = lambda _n, _d, _t: None
) -> Approved:
    """Check what another person proposed, sign it, and publish it when that was the last signature wanted.

    Every file of the changed packs is read and hashed first.

    Args:
        keys: of the person who approves; nobody approves twice.

    Raises:
        ConfigError: `NO_SUCH_PROPOSAL`.
        TrustError: `STALE_PROPOSAL`, `SAME_PERSON`, `UNSIGNED_PROPOSAL`, `KEY_MISSING`, `REPOSITORY_CHANGED`.
        ContentError, StorageError: what was proposed breaks a rule or is damaged.
        BusyError: somebody else is publishing.
    """
    repository = existing(repo, publisher)
    with guarded(repo):
        root, state = current_state(repository, keys)
        draft = _signable(repository, root, state, proposal, keys)
        check_changes(repository, state, draft.targets.signed, draft.root, progress)  # long: not under the lock
        with publishing(repository.tmp, publisher):
            root, state = current_state(repository, keys)
            checked = draft.targets.signed_bytes
            draft = _signable(repository, root, state, proposal, keys)
            if draft.targets.signed_bytes != checked:
                raise stale(proposal)
            return _sign(repository, keys, root, state, draft)


def reject(repo: Path, publisher: str, proposal: str) -> None:
    """Remove a proposal; nothing it names was ever public. Its author may do so as well.

    Raises:
        ConfigError: `NO_SUCH_PROPOSAL`.
        BusyError, StorageError: as for `publish.add`.
    """
    repository = existing(repo, publisher)
    with guarded(repo), publishing(repository.tmp, publisher):
        path = repository.proposals / f"{proposal}.json"
        if path not in repository.proposals.glob("*.json"):
            raise no_such_proposal(proposal)
        path.unlink()


def _signable(repository: Repository, root: Root, state: Published, proposal: str, keys: KeyRing) -> Draft:
    draft = find(repository, root, proposal)
    if is_stale(root, state, draft):
        raise stale(proposal)
    signed = signed_by(draft)
    if not signed and draft.change is None:
        raise TrustError(
            "UNSIGNED_PROPOSAL",
            Text(
                f"{proposal} 没有“{repository.publisher}”任何人的有效签名，不能审批。",
                f"{proposal} carries no good signature of anybody of “{repository.publisher}”; it cannot be approved.",
            ),
            Text("请用 reject 删除，并查明是谁放的。", "Delete it with reject, and find out who put it there."),
        )
    held = keys.held(draft.root, "targets")
    if not held:
        raise key_missing(keys, "targets", 0, 1)
    if all(s.public_key.keyid in signed for s in held):
        name = key_name(draft.root, held[0].public_key.keyid)
        raise TrustError(
            "SAME_PERSON",
            Text(
                f"{proposal} 就是 {name} 提出的，要由另一个人审批。",
                f"{name} proposed {proposal}; somebody else has to approve.",
            ),
            Text("请用审批人自己的密钥文件夹（--keys）。", "Use the key folder of the person who approves (--keys)."),
        )
    return draft


def _sign(repository: Repository, keys: KeyRing, root: Root, state: Published, draft: Draft) -> Approved:
    for signer in keys.held(draft.root, "targets"):
        draft.targets.sign(signer, append=True)
    old = draft.change.before if draft.change else None
    for signer in keys.held(old, "targets") if old else ():
        draft.targets.sign(signer, append=True)
    said = describe(repository, root, state, draft)
    if said.missing:
        save(repository, draft)
        return Approved(said, published=False)
    write_state(repository, keys, draft.root, state, draft.targets, change=draft.change)
    draft.path.unlink(missing_ok=True)
    return Approved(said, published=True)
