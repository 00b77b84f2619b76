"""A second person's keys, made on that person's own computer: only the public halves travel to the root key.

```
li/wuxi.targets.1.pem …  li/wuxi.request.json   {"format":1,"publisher":"wuxi","name":"李娜","keys":[{"role":"targets","key":{…}}]}
```
The request is not signed: whoever holds the root key compares its fingerprint with that person, over another way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from securesystemslib.signer import Key, SSlibKey

from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.paths import is_visible
from kiosk.packs.publisher.initialise import check_outside
from kiosk.packs.publisher.keys import (
    EVERYDAY,
    MAX_NAME,
    NAME_FIELD,
    Role,
    check_name,
    key_files,
    keys_unwritable,
    make_key,
    root_path,
)
from kiosk.packs.publisher.repository import existing
from kiosk.packs.publisher.roots import follow
from kiosk.packs.strictjson import load

FORMAT = 1
_MAX_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Requested:
    """New keys that wait for the root key.

    Args:
        file: to be carried to the root key; holds no secret.
        fingerprint: of the file, to be told over another way.
        publisher_fingerprint: of the publisher's first root, to be compared with what the publisher says.
    """

    file: Path
    fingerprint: str
    publisher_fingerprint: str


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What a request holds."""

    name: str
    keys: tuple[tuple[Role, Key], ...]


def request(repo: Path, publisher: str, folder: Path, name: str, passphrase: str | None = None) -> Requested:
    """Make keys for oneself, and the file that asks for them to count.

    Args:
        folder: for the private halves; never leaves this person's hands.

    Raises:
        ConfigError: `BAD_NAME`, `KEYS_EXIST`, `KEYS_IN_REPOSITORY`, `NO_SUCH_PUBLISHER`.
        StorageError: `KEYS_UNWRITABLE`.
    """
    repository = existing(repo, publisher)
    check_name(name)
    check_outside(folder, repo)
    if key_files(folder, publisher):
        raise ConfigError(
            "KEYS_EXIST",
            Text(f"{folder} 里已有“{publisher}”的密钥。", f"{folder} already holds keys of “{publisher}”."),
            Text("请换一个空文件夹。", "Take an empty folder."),
        )
    first = (repository.metadata / "1.root.json").read_bytes()
    made = [(role, make_key(folder, publisher, role, passphrase, name).public_key) for role in EVERYDAY]
    keys = [{"role": role, "keyid": key.keyid, "key": key.to_dict()} for role, key in made]
    body = json.dumps({"format": FORMAT, "publisher": publisher, "name": name, "keys": keys}, indent=1).encode()
    try:
        write_durably(root_path(folder, publisher), follow(repository, first).body)
        write_durably(folder / f"{publisher}.request.json", body)
    except OSError as error:
        raise keys_unwritable(folder, error) from error
    return Requested(folder / f"{publisher}.request.json", fingerprint(body), fingerprint(first))


def read_request(untrusted: bytes, publisher: str) -> PublicKeys:
    """Check every rule of a request.

    Raises:
        TrustError: `BAD_REQUEST`.
    """
    try:
        raw = load(untrusted, _MAX_BYTES)
    except ValueError as error:
        raise _bad() from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or raw.get("publisher") != publisher:
        raise _bad()
    name, listed = raw.get("name"), raw.get("keys")
    if not isinstance(name, str) or not 0 < len(name) <= MAX_NAME or not is_visible(name):
        raise _bad()
    if not isinstance(listed, list) or len(listed) != len(EVERYDAY):
        raise _bad()
    if [e.get("role") for e in listed if isinstance(e, dict)] != list(EVERYDAY):
        raise _bad()
    return PublicKeys(name, tuple((role, _key(entry, name)) for role, entry in zip(EVERYDAY, listed, strict=True)))


def _key(untrusted: dict[str, object], name: str) -> Key:
    """The key alone: its id is worked out again, its name is the request's."""
    raw = untrusted.get("key")
    value = raw.get("keyval") if isinstance(raw, dict) else None
    public = value.get("public") if isinstance(value, dict) else None
    if not isinstance(public, str) or len(public) != 64:
        raise _bad()
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        key = SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)))
    except ValueError as error:
        raise _bad() from error
    key.unrecognized_fields[NAME_FIELD] = name
    return key


def _bad() -> TrustError:
    return TrustError(
        "BAD_REQUEST",
        Text("这不是本单位的密钥申请文件。", "This is not a request for keys of this publisher."),
        Text("请对方重新运行 kiosk publish keys request。", "Let that person run kiosk publish keys request again."),
    )
