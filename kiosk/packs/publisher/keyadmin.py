"""Changes of keys: a new root, signed by the root key out of its safe.

A change is public once `N.root.json` is in the folder. Killed before that, nothing has happened but a spare key file;
killed right after it, the next publication of anybody finishes the change.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.fingerprint import fingerprint, same_fingerprint
from kiosk.packs.publisher.checks import SIGNOFF_FIELD
from kiosk.packs.publisher.initialise import check_outside
from kiosk.packs.publisher.keys import (
    EVERYDAY,
    NAME_FIELD,
    ROLES,
    KeyRing,
    Role,
    check_name,
    key_name,
    make_key,
    open_keys,
    root_path,
    short_key,
)
from kiosk.packs.publisher.proposals import submit
from kiosk.packs.publisher.publock import publishing
from kiosk.packs.publisher.repository import Repository, RootChange, existing, guarded, verifies
from kiosk.packs.publisher.request import read_request
from kiosk.packs.publisher.roots import CONTINUES_FIELD, current_state, follow
from kiosk.packs.publisher.signing import withdrawn_versions, write_state


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """One key that counts now.

    Args:
        id: as people compare it, `a1b2-c3d4-e5f6-0718`.
        here: its private half is in the opened folders.
        threshold: signatures the role asks for.
    """

    role: Role
    id: str
    name: str
    here: bool
    threshold: int


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """A change of keys.

    Args:
        fingerprint: of `1.root.json`, which stays what a new kiosk is given.
        root_version: of the root that counts now, or will once the proposal is approved.
        proposal: set when the packs must be signed again by somebody who is not here.
    """

    publisher: str
    fingerprint: str
    root_version: int
    proposal: str = ""


def list_keys(repo: Path, publisher: str, keys: KeyRing) -> tuple[KeyInfo, ...]:
    """The keys that count now, by role.

    Raises:
        TrustError, StorageError: as for `current_state`.
    """
    root = follow(existing(repo, publisher), keys.root).root
    return tuple(
        KeyInfo(role, short_key(k), key_name(root, k), k in keys.signers, root.roles[role].threshold)
        for role in ROLES
        for k in root.roles[role].keyids
    )


def rotate(repo: Path, publisher: str, role: Role, keys: KeyRing, passphrase: str | None = None) -> KeysChanged:
    """Replace a key by a new one, because it was lost or stolen; the old one counts no more.

    Of several people's keys the one that is here is replaced. The new key goes where the old one was.

    Args:
        passphrase: encrypts the new key file.

    Raises:
        TrustError: `KEY_MISSING`: the root key is needed, and the keys of the other roles.
        ConfigError: `WHICH_KEY`: several people have one, and none is here.
        BusyError, StorageError: as for `publish.add`.
    """

    def edit(root: Root) -> KeyRing:
        ids = list(root.roles[role].keyids)
        old = [k for k in ids if k in keys.signers] or ids
        if len(old) > 1 and len(old) == len(ids) and root.roles[role].threshold > 1:
            raise _which(role, root, ids)
        name = root.keys[old[0]].unrecognized_fields.get(NAME_FIELD, "")
        folder = keys.root_folder or keys.folder if role == "root" else keys.folder
        for keyid in old:
            root.revoke_key(keyid, role)
        made = make_key(folder, publisher, role, passphrase, name if isinstance(name, str) else "")
        root.add_key(made.public_key, role)
        return _with(keys, [made])

    return _change(repo, publisher, keys, edit)


def add_person(
    repo: Path,
    publisher: str,
    keys: KeyRing,
    folder: Path,
    name: str,
    passphrase: str | None = None,
    roles: tuple[Role, ...] = EVERYDAY,
) -> KeysChanged:
    """Give a second person keys of their own.

    Args:
        folder: of that person, best on their own stick.
        name: in words; shown wherever it is said who signed.

    Raises:
        ConfigError: `KEYS_IN_REPOSITORY`, `KEYS_EXIST`.
        TrustError, BusyError, StorageError: as for `rotate`.
    """
    check_name(name)
    check_outside(folder, repo)
    if folder.resolve() in [f.resolve() for f in keys.folders]:
        raise ConfigError(
            "KEYS_EXIST",
            Text(f"{folder} 是另一个人的密钥文件夹。", f"{folder} is another person's key folder."),
            Text("每个人的密钥放在自己的文件夹里。", "Everybody keeps their keys in a folder of their own."),
        )

    def edit(root: Root) -> KeyRing:
        made = [make_key(folder, publisher, role, passphrase, name) for role in roles]
        for role, signer in zip(roles, made, strict=True):
            root.add_key(signer.public_key, role)
        write_durably(root_path(folder, publisher), follow(existing(repo, publisher), keys.root).body)
        return _with(keys, made)

    done = _change(repo, publisher, keys, edit)
    follow_up = open_keys(folder, publisher, passphrase)
    if not done.proposal:
        write_durably(root_path(folder, publisher), follow(existing(repo, publisher), follow_up.root).body)
    return done


def add_request(repo: Path, publisher: str, keys: KeyRing, body: bytes, typed_fingerprint: str) -> KeysChanged:
    """Let the keys of a request count, which somebody made on another computer; see `request`.

    Args:
        typed_fingerprint: as that person said it, over another way.

    Raises:
        TrustError: `BAD_REQUEST`, `FINGERPRINT`; and as for `rotate`.
        BusyError, StorageError: as for `rotate`.
    """
    asked = read_request(body, publisher)
    if not same_fingerprint(body, typed_fingerprint):
        raise TrustError(
            "FINGERPRINT",
            Text(
                f"指纹不符：申请文件的指纹是 {fingerprint(body)}。",
                f"The fingerprint differs: the request's is {fingerprint(body)}.",
            ),
            Text("请向本人核对；不符就不要添加。", "Check it with that person; if it differs, do not add it."),
        )

    def edit(root: Root) -> KeyRing:
        if any(key.keyid in root.keys for _, key in asked.keys):
            raise ConfigError(  # also when one person's key comes under another's name
                "KEYS_EXIST",
                Text("这些密钥里有已经生效的。", "One of these keys counts already."),
                Text("用 kiosk publish keys list 查看。", "See kiosk publish keys list."),
            )
        for role, key in asked.keys:
            root.add_key(key, role)
        return keys

    return _change(repo, publisher, keys, edit)


def revoke(repo: Path, publisher: str, who: str, keys: KeyRing) -> KeysChanged:
    """Take a key, or all keys of a person, out of use.

    Args:
        who: a key as `list_keys` shows it, or a person's name.

    Raises:
        ConfigError: `NO_SUCH_KEY`, `LAST_KEY`.
        TrustError, BusyError, StorageError: as for `rotate`.
    """

    def edit(root: Root) -> KeyRing:
        found = [
            (role, k) for role in ROLES for k in root.roles[role].keyids if who in (short_key(k), key_name(root, k), k)
        ]
        if not found:
            raise ConfigError(
                "NO_SUCH_KEY",
                Text(f"没有密钥或人叫“{who}”。", f"No key and nobody is called “{who}”."),
                Text("用 kiosk publish keys list 查看。", "See kiosk publish keys list."),
            )
        for role, _ in found:
            left = len(root.roles[role].keyids) - sum(r == role for r, _ in found)
            if left < root.roles[role].threshold:
                raise _too_few(role, left, root.roles[role].threshold)
        for role, keyid in found:
            root.revoke_key(keyid, role)
        return keys

    return _change(repo, publisher, keys, edit)


def set_threshold(
    repo: Path, publisher: str, role: Role, threshold: int, keys: KeyRing, *, require_signoff: bool | None = None
) -> KeysChanged:
    """How many people must sign. Two for `targets` is the two-person rule.

    Args:
        require_signoff: also refuse packs whose three reviews are not recorded; unchanged when None.

    Raises:
        ConfigError: `TOO_FEW_KEYS`.
        TrustError, BusyError, StorageError: as for `rotate`.
    """

    def edit(root: Root) -> KeyRing:
        if not 1 <= threshold <= len(root.roles[role].keyids):
            raise _too_few(role, len(root.roles[role].keyids), threshold)
        root.roles[role].threshold = threshold
        if require_signoff is not None:
            root.unrecognized_fields.pop(SIGNOFF_FIELD, None)
            if require_signoff:
                root.unrecognized_fields[SIGNOFF_FIELD] = "required"
        return keys

    return _change(repo, publisher, keys, edit)


def _change(repo: Path, publisher: str, keys: KeyRing, edit: Callable[[Root], KeyRing]) -> KeysChanged:
    """Make, sign and publish the next root.

    Args:
        edit: changes the root and gives the keys that are here afterwards.
    """
    repository = existing(repo, publisher)
    with guarded(repo), publishing(repository.tmp, publisher):
        root, state = current_state(repository, keys)
        if state.pending is not None:  # an interrupted change comes first
            write_state(repository, keys, root, state, state.targets, change=state.pending)
            root, state = current_state(repository, keys)
        old, before = keys.for_role(root, "root"), copy.deepcopy(root)
        ring = edit(root)
        root.version += 1
        timestamp = (repository.metadata / "timestamp.json").read_bytes()
        root.unrecognized_fields[CONTINUES_FIELD] = hashlib.sha256(timestamp).hexdigest()
        signed = Metadata(root)
        for signer in {s.public_key.keyid: s for s in [*old, *ring.for_role(root, "root")]}.values():
            signed.sign(signer, append=True)
        change = RootChange(signed.to_bytes(), before)
        proposal = ""
        if verifies(root, "targets", state.targets):  # the packs need no new signature
            write_state(repository, ring, root, state, state.targets, change=change)
        else:
            files = dict(state.targets.signed.targets)
            proposal = submit(repository, ring, root, state, files, withdrawn_versions(state), change=change)
    return KeysChanged(publisher, first_fingerprint(repository), root.version, proposal)


def first_fingerprint(repository: Repository) -> str:
    """What people at kiosks compare: it never changes with the keys."""
    return fingerprint((repository.metadata / "1.root.json").read_bytes())


def _with(keys: KeyRing, made: list[CryptoSigner]) -> KeyRing:
    return replace(keys, signers={**keys.signers, **{s.public_key.keyid: s for s in made}})


def _which(role: Role, root: Root, ids: list[str]) -> ConfigError:
    names = Text("、".join(key_name(root, k) for k in ids), ", ".join(key_name(root, k) for k in ids))
    return ConfigError(
        "WHICH_KEY",
        Text(f"{role} 密钥有几个人的：{names.zh}。", f"Several people have a {role} key: {names.en}."),
        Text(
            "请只给出要更换的那个人的密钥文件夹；密钥丢了，先 keys add 再 keys revoke。",
            "Give only the folder of the person whose key changes; a lost key: keys add first, then keys revoke.",
        ),
    )


def _too_few(role: Role, left: int, wanted: int) -> ConfigError:
    return ConfigError(
        "TOO_FEW_KEYS",
        Text(
            f"{role} 需要 {wanted} 人签名，却只会有 {left} 把密钥；至少要 1 人。",
            f"{role} would ask for {wanted} signatures with {left} keys; at least one is needed.",
        ),
        Text("请先用 kiosk publish keys add 增加一个人的密钥。", "Add another person first: kiosk publish keys add."),
    )
