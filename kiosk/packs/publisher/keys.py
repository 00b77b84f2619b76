"""The publisher's private keys: one PEM file each, and the root that says what they are for.

```
keys/wuxi.root.1.pem  wuxi.targets.1.pem  wuxi.snapshot.1.pem  wuxi.timestamp.1.pem     mode 0600, maybe encrypted
keys/wuxi.root.json                                                                    the newest root, not secret
```
Needs `cryptography`; kiosks never import this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root

from kiosk.core.errors import ConfigError, StorageError, TrustError
from kiosk.core.text import Text
from kiosk.packs.durable import write_durably

Role: TypeAlias = Literal["root", "targets", "snapshot", "timestamp"]
ROLES: tuple[Role, ...] = ("root", "targets", "snapshot", "timestamp")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Opened keys of one publisher, by TUF key id, and the newest root."""

    folder: Path
    publisher: str
    signers: Mapping[str, CryptoSigner]
    root: bytes

    def for_role(self, root: Root, role: str) -> list[CryptoSigner]:
        """Enough signers for the role.

        Raises:
            TrustError: `KEY_MISSING`: fewer keys are here than the role asks for.
        """
        wanted = root.roles[role]
        found = [self.signers[k] for k in wanted.keyids if k in self.signers]
        if len(found) < wanted.threshold:
            raise TrustError(
                "KEY_MISSING",
                Text(
                    f"{self.folder} 里没有“{self.publisher}”的 {role} 密钥。",
                    f"{self.folder} does not hold the {role} key of “{self.publisher}”.",
                ),
                Text(
                    "请插入存放密钥的U盘，或用 --keys 指明文件夹。",
                    "Insert the stick with the keys, or name its folder with --keys.",
                ),
            )
        return found


def open_keys(folder: Path, publisher: str, passphrase: str | None = None) -> KeyRing:
    """Read the keys of `publisher` in `folder`.

    Raises:
        TrustError: `KEY_MISSING`: the publisher's root is not there; `BAD_PASSPHRASE`.
    """
    signers: dict[str, CryptoSigner] = {}
    for path in sorted(folder.glob(f"{publisher}.*.pem")):
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
    return KeyRing(folder, publisher, signers, root)


def make_key(folder: Path, publisher: str, role: Role, passphrase: str | None) -> CryptoSigner:
    """Make a new ed25519 key and write it, readable by its owner only.

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
        number = 1 + len(list(folder.glob(f"{publisher}.{role}.*.pem")))
        write_durably(folder / f"{publisher}.{role}.{number}.pem", body, mode=0o600)
    except OSError as error:
        raise StorageError(
            "KEYS_UNWRITABLE",
            Text(f"无法写入密钥文件夹 {folder}：{error}。", f"The key folder {folder} cannot be written: {error}."),
            Text(
                "请选择可写的文件夹，最好在单独的U盘上。",
                "Choose a folder that can be written, best on a stick of its own.",
            ),
        ) from error
    return CryptoSigner(private)


def save_root(folder: Path, publisher: str, root: Metadata[Root]) -> bytes:
    """Keep the newest root beside the keys; returns its bytes."""
    body = root.to_bytes()
    write_durably(root_path(folder, publisher), body)
    return body


def root_path(folder: Path, publisher: str) -> Path:
    """Where the newest root is kept beside the keys."""
    return folder / f"{publisher}.root.json"


def _read_key(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), passphrase.encode() if passphrase else None)
    except (TypeError, ValueError) as error:  # TypeError: encrypted and no passphrase, or the other way round
        raise TrustError(
            "BAD_PASSPHRASE",
            Text(f"密钥 {path.name} 打不开：口令不对。", f"The key {path.name} does not open: wrong passphrase."),
            Text("请核对口令（KIOSK_PASSPHRASE）。", "Check the passphrase (KIOSK_PASSPHRASE)."),
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ConfigError(
            "BAD_KEY",
            Text(f"密钥 {path.name} 不是 ed25519 密钥。", f"The key {path.name} is not an ed25519 key."),
            Text("请用 kiosk publish init 生成密钥。", "Make keys with kiosk publish init."),
        )
    return key
