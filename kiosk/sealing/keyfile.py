"""The office's private key in a file, under a passphrase.

`{"format": 1, "kdf": "argon2id", "ops", "mem", "salt", "box", "public"}`: the key in a secret box under a key derived
from the passphrase (libsodium's MODERATE limits). Without a passphrase `kdf` is `none` and `box` holds the key itself.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

from nacl import pwhash, utils
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from kiosk.core.errors import StorageError, TrustError
from kiosk.core.text import Text
from kiosk.sealing.box import OfficeKey

_OPS, _MEM = pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE


def make_key(path: Path, passphrase: str | None, raw: bytes | None = None) -> OfficeKey:
    """Make a new key; an existing file is never overwritten, for what was sealed to it would be lost.

    Args:
        passphrase: None for a key without one.
        raw: 32 bytes of a key that is there already; default: a fresh one.

    Raises:
        StorageError: `KEY_EXISTS`, `KEYS_UNWRITABLE`.
    """
    private = PrivateKey(raw) if raw is not None else PrivateKey.generate()
    public = OfficeKey(bytes(private.public_key))
    head: dict[str, Any] = {"format": 1, "public": str(public)}
    if passphrase:
        salt = utils.random(pwhash.argon2id.SALTBYTES)
        box = bytes(SecretBox(_derive(passphrase, salt, _OPS, _MEM)).encrypt(bytes(private)))
        head |= {"kdf": "argon2id", "ops": _OPS, "mem": _MEM, "salt": _b64(salt), "box": _b64(box)}
    else:
        head |= {"kdf": "none", "box": _b64(bytes(private))}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(head, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise StorageError(
            "KEY_EXISTS",
            Text(f"{path} 已经有密钥，没有覆盖。", f"{path} holds a key already; it was not replaced."),
            Text(
                "换一个文件名；旧密钥要留着，旧内容靠它打开。",
                "Choose another name; keep the old key for old messages.",
            ),
        ) from error
    except OSError as error:
        raise StorageError(
            "KEYS_UNWRITABLE",
            Text(
                f"无法写入 {path}：{error.strerror or error}。", f"{path} cannot be written: {error.strerror or error}."
            ),
            Text("请换一个文件夹。", "Choose another folder."),
        ) from error
    return public


def load_key(path: Path, passphrase: str | None) -> bytes:
    """The private key, 32 bytes.

    Raises:
        TrustError: `BAD_PASSPHRASE`.
        StorageError: `KEY_UNREADABLE`: no such file, or not one of ours.
    """
    try:
        head = json.loads(path.read_text("ascii"))
        box = base64.b64decode(head["box"], validate=True)
        if head["format"] != 1 or head["kdf"] not in ("argon2id", "none"):
            raise ValueError("format")
        if head["kdf"] == "none":
            return bytes(PrivateKey(box))
        salt, ops, mem = base64.b64decode(head["salt"], validate=True), int(head["ops"]), int(head["mem"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageError(
            "KEY_UNREADABLE",
            Text(f"{path} 不是可读的办公室私钥。", f"{path} is not a readable office key."),
            Text("请插入存放私钥的U盘，指明文件。", "Insert the stick with the key and name its file."),
        ) from error
    try:
        return bytes(SecretBox(_derive(passphrase or "", salt, ops, mem)).decrypt(box))
    except CryptoError as error:
        raise TrustError(
            "BAD_PASSPHRASE",
            Text(f"私钥 {path.name} 打不开：口令不对。", f"The key {path.name} does not open: wrong passphrase."),
            Text("请核对口令（KIOSK_PASSPHRASE）。", "Check the passphrase (KIOSK_PASSPHRASE)."),
        ) from error


def _derive(passphrase: str, salt: bytes, ops: int, mem: int) -> bytes:
    return bytes(pwhash.argon2id.kdf(SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=ops, memlimit=mem))


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
