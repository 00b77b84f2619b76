"""The publisher's private keys: one PEM file each, and the root that says what they are for.

```
keys/wuxi.targets.1.pem  wuxi.snapshot.1.pem  wuxi.timestamp.1.pem  wuxi.root.json     every day; mode 0600, encrypted
safe/wuxi.root.1.pem     wuxi.root.json                                                only to change keys
```
`<publisher>.root.json` is the newest root its owner has seen; it is not secret. Needs `cryptography`; kiosks never import
this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError

from kiosk.core.errors import ConfigError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably
from kiosk.packs.paths import is_visible

Role: TypeAlias = Literal["root", "targets", "snapshot", "timestamp"]
ROLES: tuple[Role, ...] = ("root", "targets", "snapshot", "timestamp")
EVERYDAY: tuple[Role, ...] = ("targets", "snapshot", "timestamp")

NAME_FIELD = "x-kiosk-name"
"""Field of a key in the root: whose it is, in words."""
MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Opened keys of one publisher, by TUF key id, and the newest root that lies beside them.

    Args:
        folder: where new everyday keys go.
        root_folder: where new root keys go; the same folder when None.
        folders: every folder that was opened; each keeps a copy of the newest root.
    """

    folder: Path
    publisher: str
    signers: Mapping[str, CryptoSigner]
    root: bytes
    root_folder: Path | None = None
    folders: tuple[Path, ...] = ()

    def held(self, root: Root, role: str) -> list[CryptoSigner]:
        """The signers that are here for the role, in the root's order."""
        return [self.signers[k] for k in root.roles[role].keyids if k in self.signers]

    def for_role(self, root: Root, role: str) -> list[CryptoSigner]:
        """Enough signers for the role.

        Raises:
            TrustError: `KEY_MISSING`: fewer keys are here than the role asks for.
        """
        found = self.held(root, role)
        if len(found) < root.roles[role].threshold:
            raise key_missing(self, role, len(found), root.roles[role].threshold)
        return found

    def joined(self, other: KeyRing) -> KeyRing:
        """Both people's keys at hand; the later root of the two counts."""
        newer = other.root if _version(other.root) > _version(self.root) else self.root
        folders = tuple(dict.fromkeys((*self.folders, *other.folders)))
        return replace(self, signers={**self.signers, **other.signers}, root=newer, folders=folders)

    def with_root(self, safe: KeyRing) -> KeyRing:
        """With the root key out of its safe."""
        return replace(self.joined(safe), root_folder=safe.folder)


def open_keys(folder: Path, publisher: str, passphrase: str | None = None) -> KeyRing:
    """Read the keys of `publisher` in `folder`. Keys that are not encrypted open with any passphrase.

    Raises:
        TrustError: `KEY_MISSING`: the publisher's root is not there; `BAD_PASSPHRASE`.
    """
    signers: dict[str, CryptoSigner] = {}
    for path in key_files(folder, publisher):
        signer = CryptoSigner(_read_key(path, passphrase))
        signers[signer.public_key.keyid] = signer
    try:
        root = root_path(folder, publisher).read_bytes()
    except OSError as error:
        raise TrustError(
            "KEY_MISSING",
            Text(f"{folder} 里没有“{publisher}”的密钥。", f"{folder} does not hold the keys of “{publisher}”."),
            Text(
                "请用 --keys 指明密钥文件夹，或先运行 kiosk publish init。",
                "Name the key folder with --keys, or run kiosk publish init.",
            ),
        ) from error
    return KeyRing(folder, publisher, signers, root, folders=(folder,))


def key_files(folder: Path, publisher: str) -> list[Path]:
    """The private keys of a publisher in a folder."""
    return sorted(folder.glob(f"{publisher}.*.pem"))


def is_encrypted(folder: Path, publisher: str) -> bool:
    """True when a key in the folder asks for a passphrase."""
    return any(_encrypted(path.read_bytes()) for path in key_files(folder, publisher))


def make_key(folder: Path, publisher: str, role: Role, passphrase: str | None, name: str = "") -> CryptoSigner:
    """Make a new ed25519 key and write it, readable by its owner only.

    Args:
        name: whose it is; becomes part of the root.

    Raises:
        StorageError: `KEYS_UNWRITABLE`.
    """
    private = Ed25519PrivateKey.generate()
    body = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption(),
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        used = [int(n) for p in folder.glob(f"{publisher}.{role}.*.pem") if (n := p.name.split(".")[-2]).isdecimal()]
        write_durably(folder / f"{publisher}.{role}.{max(used, default=0) + 1}.pem", body, mode=0o600)
    except OSError as error:
        raise keys_unwritable(folder, error) from error
    signer = CryptoSigner(private)
    if name:
        signer.public_key.unrecognized_fields[NAME_FIELD] = name
    return signer


def save_root(folder: Path, publisher: str, root: Metadata[Root]) -> bytes:
    """Keep the newest root beside the keys; returns its bytes.

    Raises:
        StorageError: `KEYS_UNWRITABLE`.
    """
    body = root.to_bytes()
    try:
        write_durably(root_path(folder, publisher), body)
    except OSError as error:
        raise keys_unwritable(folder, error) from error
    return body


def root_path(folder: Path, publisher: str) -> Path:
    """Where the newest root is kept beside the keys."""
    return folder / f"{publisher}.root.json"


def short_key(keyid: str) -> str:
    """A key as people compare it: four groups of four hex digits."""
    return "-".join(keyid[i : i + 4] for i in range(0, 16, 4))


def key_name(root: Root, keyid: str) -> str:
    """Whose key it is: the name in the root, or its fingerprint."""
    key = root.keys.get(keyid)
    name = key.unrecognized_fields.get(NAME_FIELD) if key else None
    return name if isinstance(name, str) and name else short_key(keyid)


def check_name(name: str) -> None:
    """A person's name as it goes into a root; empty is allowed.

    Raises:
        ConfigError: `BAD_NAME`.
    """
    if len(name) > MAX_NAME or not is_visible(name):
        raise ConfigError(
            "BAD_NAME",
            Text(f"姓名应是不超过 {MAX_NAME} 个字的可见文字。", f"A name has at most {MAX_NAME} visible characters."),
            Text("请用 --name 写上姓名，如 王芳。", "Give it with --name, e.g. 王芳."),
        )


def key_missing(keys: KeyRing, role: str, found: int, wanted: int) -> TrustError:
    """Not enough keys of a role are here."""
    many = Text(f"（有 {found} 把，需要 {wanted} 把）", f" ({found} of {wanted})") if wanted > 1 else Text("", "")
    safe = role == "root"
    return TrustError(
        "KEY_MISSING",
        Text(
            f"这里没有“{keys.publisher}”现用的 {role} 密钥{many.zh}：{keys.folder}。",
            f"The {role} key of “{keys.publisher}” that counts now is not here{many.en}: {keys.folder}.",
        ),
        Text(
            "请取出保险柜里存放根密钥的U盘，用 --root-keys 指明文件夹。"
            if safe
            else "请插入存放密钥的U盘，或用 --keys 指明文件夹。",
            "Take the stick with the root key out of its safe and name its folder with --root-keys."
            if safe
            else "Insert the stick with the keys, or name its folder with --keys.",
        ),
    )


def keys_unwritable(folder: Path, error: OSError) -> StorageError:
    """The folder of the keys refuses to be written."""
    why = error.strerror or error
    return StorageError(
        "KEYS_UNWRITABLE",
        Text(f"无法写入密钥文件夹 {folder}：{why}。", f"The key folder {folder} cannot be written: {why}."),
        Text(
            "请选择可写的文件夹，最好在单独的U盘上。",
            "Choose a folder that can be written, best on a stick of its own.",
        ),
    )


def _version(root: bytes) -> int:
    try:
        return Metadata[Root].from_bytes(root).signed.version
    except DeserializationError:
        return 0  # what is wrong with it is said where it is used


def _encrypted(pem: bytes) -> bool:
    return b"ENCRYPTED" in pem


def _read_key(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    try:
        pem = path.read_bytes()
        secret = passphrase.encode() if passphrase and _encrypted(pem) else None
        key = serialization.load_pem_private_key(pem, secret)
    except TypeError as error:  # encrypted, and no passphrase
        raise _closed(path, Text("它有口令保护", "it is protected by a passphrase")) from error
    except ValueError as error:
        raise _closed(path, Text("口令不对", "wrong passphrase")) from error
    except OSError as error:
        raise StorageError(
            "KEYS_UNREADABLE",
            Text(
                f"读不出密钥 {path}：{error.strerror or error}。", f"{path} cannot be read: {error.strerror or error}."
            ),
            Text("请检查U盘和文件权限。", "Check the stick and the permissions of the file."),
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ConfigError(
            "BAD_KEY",
            Text(f"密钥 {path.name} 不是 ed25519 密钥。", f"The key {path.name} is not an ed25519 key."),
            Text("请用 kiosk publish init 生成密钥。", "Make keys with kiosk publish init."),
        )
    return key


def _closed(path: Path, why: Text) -> TrustError:
    return TrustError(
        "BAD_PASSPHRASE",
        Text(f"密钥 {path.name} 打不开：{why.zh}。", f"The key {path.name} does not open: {why.en}."),
        Text(
            "请核对口令；脚本里用环境变量 KIOSK_PASSPHRASE。",
            "Check the passphrase; scripts give it as KIOSK_PASSPHRASE.",
        ),
    )
