"""What one officer has prepared and another must approve: the two-person rule.

```
publishers/wuxi/proposals/8-3fa2.json   {"format":1,"at":"…Z","targets":{…},"root":null}
```
A proposal is the next targets, signed by its author only (and the new root, when keys change). Kiosks never look there,
and would refuse it: it lacks signatures. Manifests and blobs lie in their final places already; nobody names them yet.
Everything said about a proposal is worked out from what is signed, not from what its file claims.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, Root, TargetFile, Targets
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import ConfigError, KioskError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.errors import damaged_medium
from kiosk.packs.publisher.changes import Change, changes
from kiosk.packs.publisher.keys import KeyRing, key_missing, key_name
from kiosk.packs.publisher.repository import Published, Repository, RootChange
from kiosk.packs.publisher.roots import check_next
from kiosk.packs.publisher.signing import CONTINUES, commit, next_targets, withdrawn_versions_of

FORMAT = 1
_MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that waits for signatures.

    Args:
        at: when it was made, by its author's clock.
        by: who has signed.
        missing: signatures still wanted.
        waits_for: who may give them.
        stale: something else was published since; it can only be made again.
    """

    id: str
    at: str
    by: tuple[str, ...]
    missing: int
    waits_for: tuple[str, ...]
    stale: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal's file, opened; `root` is the root that counts once it is published."""

    path: Path
    at: str
    targets: Metadata[Targets]
    root: Root
    change: RootChange | None


def submit(
    repository: Repository,
    keys: KeyRing,
    root: Root,
    before: Published,
    files: dict[str, TargetFile],
    withdrawn: Mapping[str, int],
    *,
    change: RootChange | None = None,
) -> str:
    """Publish when enough keys are here, else propose; the caller holds the lock.

    What the same person has proposed before and nobody has signed since goes into the new proposal: one approval is
    enough, and none makes another one stale.

    Returns:
        The id of the proposal, empty when it is published.

    Raises:
        TrustError: `KEY_MISSING`: no key of the targets is here.
        BusyError, OSError: as for `commit`.
    """
    change = change or before.pending
    held = keys.held(root, "targets")
    if len(held) >= root.roles["targets"].threshold:
        commit(repository, keys, root, before, files, withdrawn, change=change)
        return ""
    if not held and change is None:
        raise key_missing(keys, "targets", 0, root.roles["targets"].threshold)
    mine = [] if change else _open_of(repository, root, before, {s.public_key.keyid for s in held})
    for draft in mine:
        files, withdrawn = _on_top(draft.targets.signed, before.targets.signed.targets, files, withdrawn)
    targets = next_targets(repository, before, files, withdrawn)
    for signer in held:
        targets.sign(signer, append=True)
    tail = hashlib.sha256(targets.signed_bytes + (change.body if change else b"")).hexdigest()[:4]
    repository.proposals.mkdir(parents=True, exist_ok=True)
    name = f"{targets.signed.version}-{tail}"
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    save(repository, Draft(repository.proposals / f"{name}.json", now, targets, root, change))
    for draft in mine:
        if draft.path.stem != name:
            draft.path.unlink(missing_ok=True)
    return name


def save(repository: Repository, draft: Draft) -> None:
    """Write a proposal's file."""
    body = json.dumps(
        {
            "format": FORMAT,
            "at": draft.at,
            "targets": draft.targets.to_dict(),
            "root": json.loads(draft.change.body) if draft.change else None,
        },
        separators=(",", ":"),
    ).encode()
    write_durably(draft.path, body, tmp=repository.tmp)


def find(repository: Repository, root: Root, proposal: str) -> Draft:
    """Open a proposal by its id.

    Raises:
        ConfigError: `NO_SUCH_PROPOSAL`.
        StorageError: `DAMAGED_MEDIUM`.
        TrustError: `REPOSITORY_CHANGED`: it brings keys that the root key did not sign.
    """
    for path in _files(repository):
        if path.stem == proposal:
            return _open(repository, root, path)
    raise no_such_proposal(proposal)


def no_such_proposal(proposal: str) -> ConfigError:
    """Nothing of that id waits."""
    return ConfigError(
        "NO_SUCH_PROPOSAL",
        Text(f"没有编号为 {proposal} 的待审内容。", f"There is no proposal {proposal}."),
        Text("用 kiosk publish proposals 查看；也许已经发布。", "See kiosk publish proposals; it may be published."),
    )


def all_proposals(repository: Repository, root: Root, state: Published) -> tuple[Proposal, ...]:
    """Everything that waits. What cannot be read is left to `find`, which says why."""
    made = []
    for path in _files(repository):
        try:
            made.append(describe(repository, root, state, _open(repository, root, path)))
        except KioskError:
            made.append(Proposal(path.stem, "", (), 0, (), stale=True, changes=()))
    return tuple(made)


def describe(repository: Repository, root: Root, state: Published, draft: Draft) -> Proposal:
    """What a proposal says, from its signed parts."""
    signed = signed_by(draft)
    role = draft.root.roles["targets"]
    others = tuple(key_name(draft.root, k) for k in role.keyids if k not in signed)
    return Proposal(
        id=draft.path.stem,
        at=draft.at,
        by=tuple(key_name(draft.root, k) for k in signed),
        missing=max(0, role.threshold - len(signed)),
        waits_for=others,
        stale=is_stale(root, state, draft),
        changes=changes(repository, state, draft.targets.signed, root, draft.root),
    )


def signed_by(draft: Draft) -> tuple[str, ...]:
    """Key ids whose signatures are good."""
    result = draft.root.get_verification_result("targets", draft.targets.signed_bytes, draft.targets.signatures)
    return tuple(result.signed)


def is_stale(root: Root, state: Published, draft: Draft) -> bool:
    """True when something else was published since."""
    if draft.targets.signed.unrecognized_fields.get(CONTINUES) != state.targets.signed.version:
        return True
    return draft.change is not None and draft.root.version != root.version + 1


def stale(proposal: str) -> TrustError:
    """The proposal was made on a state that is not there any more."""
    return TrustError(
        "STALE_PROPOSAL",
        Text(
            f"{proposal} 提出之后，又发布过别的内容，它已经过时，没有发布。",
            f"Something else was published after {proposal} was proposed; it is out of date and was not published.",
        ),
        Text(
            "请提出的人再运行一次 kiosk publish add，然后审批新的；旧的用 reject 删除。",
            "Let its author run kiosk publish add again and approve that one; delete this one with reject.",
        ),
    )


def _open_of(repository: Repository, root: Root, state: Published, person: set[str]) -> list[Draft]:
    """Proposals that only this person has signed."""
    found = []
    for path in _files(repository):
        try:
            draft = _open(repository, root, path)
        except KioskError:
            continue  # `find` says what is wrong with it
        if draft.change is None and not is_stale(root, state, draft) and {*signed_by(draft)} == person:
            found.append(draft)
    return found


def _on_top(
    earlier: Targets, state: Mapping[str, TargetFile], files: dict[str, TargetFile], withdrawn: Mapping[str, int]
) -> tuple[dict[str, TargetFile], dict[str, int]]:
    """The difference between the state and `files`, applied to an earlier proposal."""
    merged, gone = dict(earlier.targets), withdrawn_versions_of(earlier)
    for name in state.keys() | files.keys():
        if state.get(name) == files.get(name):
            continue
        merged.pop(name, None)
        if name in files:
            merged[name] = files[name]
    for pack, version in withdrawn.items():
        gone[pack] = max(version, gone.get(pack, 0))
    return merged, gone


def _files(repository: Repository) -> list[Path]:
    return sorted(repository.proposals.glob("*.json"))


def _open(repository: Repository, root: Root, path: Path) -> Draft:
    where = path.relative_to(repository.base).as_posix()
    try:
        untrusted = path.read_bytes()
        raw: Any = json.loads(untrusted.decode("utf-8")) if len(untrusted) <= _MAX_BYTES else None
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise damaged_medium(where)
        targets = Metadata[Targets].from_bytes(json.dumps(raw.get("targets")).encode())
        if not isinstance(targets.signed, Targets):
            raise damaged_medium(where)
        at = raw["at"] if isinstance(raw.get("at"), str) else ""
        if raw.get("root") is None:
            return Draft(path, at[:20], targets, root, None)
        new = Metadata[Root].from_bytes(json.dumps(raw["root"]).encode())
        if not isinstance(new.signed, Root):
            raise damaged_medium(where)
    except (OSError, ValueError, RecursionError, DeserializationError) as error:
        raise damaged_medium(where) from error
    if new.signed.version == root.version + 1:  # else it is stale, and said to be
        check_next(root, new, repository.publisher)
    return Draft(path, at[:20], targets, new.signed, RootChange(new.to_bytes(), root))
