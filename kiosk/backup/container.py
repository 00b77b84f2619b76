"""The file: a line of plain JSON that says what it is, then everything else encrypted, compressed and whole or refused.

```
PIONEER-KIOSK-BACKUP
{"format": 1, "made": …, "app": …, "device": …, "site": …, "lock": {…}, "start": …}
<4 bytes length><chunk> …                      XChaCha20-Poly1305 secretstream; the last chunk is marked as the last
```
The key of the stream is random; `lock` holds it under a passphrase (Argon2id, as key files) or sealed to the office's public key.
https://doc.libsodium.org/secret-key_cryptography/secretstream
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from nacl import bindings, pwhash, utils
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosk.backup.errors import backup_locked, backup_newer, not_a_backup
from kiosk.core.errors import TrustError
from kiosk.sealing import OfficeKey, open_sealed, seal

MAGIC = b"PIONEER-KIOSK-BACKUP\n"
FORMAT = 1
CHUNK = 1 << 20
_HEAD = 1 << 16
_OPS, _MEM = pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE
_MOST_OPS, _MOST_MEM = 16, 1 << 30
"""What a file may ask of the machine before it is believed."""
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


@dataclass(frozen=True, slots=True)
class Head:
    """What anybody can read of a backup.

    Args:
        made: UTC, ISO 8601.
        app: version of the program.
        device: name of the kiosk towards the office.
        site: name of the hall.
        lock: `passphrase`, or the public key of the office.
    """

    made: str
    app: str
    device: str
    site: str
    lock: str


@dataclass(frozen=True, slots=True)
class Secret:
    """What locks or opens a backup: a passphrase, or the office's key (public to lock, private to open)."""

    passphrase: str = ""
    office: OfficeKey | None = None
    private: bytes = b""


class Writer:
    """Encrypts what is written to it.

    Args:
        out: a file that is open for writing.
        head: everything but the lock.
        secret: passphrase or office key.
    """

    def __init__(self, out: IO[bytes], head: Head, secret: Secret) -> None:
        self._out = out
        key = bindings.crypto_secretstream_xchacha20poly1305_keygen()
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        start = bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, key)
        raw = {
            "format": FORMAT, "made": head.made, "app": head.app, "device": head.device, "site": head.site,
            "lock": _locked(key, secret), "start": _b64(start),
        }  # fmt: skip
        self._line = json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._packer = zlib.compressobj(1)
        self._waiting = bytearray()
        out.write(MAGIC + self._line)

    def write(self, body: bytes) -> None:
        """Add plain bytes."""
        self._waiting += self._packer.compress(body)
        while len(self._waiting) >= CHUNK:
            self._push(bytes(self._waiting[:CHUNK]), _MESSAGE)
            del self._waiting[:CHUNK]

    def close(self) -> None:
        """Mark the end: a file that was cut is known by its absence."""
        self._waiting += self._packer.flush()
        while len(self._waiting) > CHUNK:
            self._push(bytes(self._waiting[:CHUNK]), _MESSAGE)
            del self._waiting[:CHUNK]
        self._push(bytes(self._waiting), _FINAL)

    def _push(self, body: bytes, tag: int) -> None:
        # The plain line is bound to every chunk, so that nobody gives a backup another date or name.
        sealed = bindings.crypto_secretstream_xchacha20poly1305_push(self._state, body, self._line, tag)
        self._out.write(len(sealed).to_bytes(4, "big") + sealed)


def read_head(path: Path) -> Head:
    """What can be read without a secret.

    Raises:
        StorageError: `BACKUP_DAMAGED`, `BACKUP_NEWER`.
    """
    try:
        with path.open("rb") as file:
            return _head(_first(file, path)[0])
    except OSError as error:
        raise not_a_backup(path, error.strerror or str(error)) from error


def read(file: IO[bytes], path: Path, secret: Secret) -> Iterator[bytes]:
    """The plain bytes, piece by piece; believe none of it before the last one has come.

    Raises:
        TrustError: `BACKUP_LOCKED`.
        StorageError: `BACKUP_DAMAGED`, `BACKUP_NEWER`.
    """
    raw, line = _first(file, path)
    key = _opened(raw["lock"], secret, path)
    state, unpacker, tag = bindings.crypto_secretstream_xchacha20poly1305_state(), zlib.decompressobj(), _MESSAGE
    try:
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, base64.b64decode(raw["start"]), key)
        while size := file.read(4):
            length = int.from_bytes(size, "big")
            if tag == _FINAL or length > CHUNK + bindings.crypto_secretstream_xchacha20poly1305_ABYTES:
                raise ValueError("chunk")
            plain, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, file.read(length), line)
            while plain:  # never more than a megabyte at a time, however well it was packed
                yield unpacker.decompress(plain, CHUNK)
                plain = unpacker.unconsumed_tail
        if tag != _FINAL or not unpacker.eof:
            raise ValueError("cut")
    except (CryptoError, ValueError, TypeError, KeyError, zlib.error) as error:
        raise not_a_backup(path, "damaged") from error


def _first(file: IO[bytes], path: Path) -> tuple[dict[str, Any], bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise not_a_backup(path, "another kind of file")
    line = file.readline(_HEAD)
    try:
        raw = json.loads(line)
        if not isinstance(raw, dict) or not isinstance(raw["lock"], dict):
            raise TypeError
        if raw["format"] != FORMAT:
            raise backup_newer(path)
        _head(raw)
    except (ValueError, KeyError, TypeError) as error:
        raise not_a_backup(path, "damaged") from error
    return raw, line


def _head(raw: dict[str, Any]) -> Head:
    lock = raw["lock"]
    kind = str(lock["public"]) if lock["kind"] == "office" else "passphrase"
    return Head(str(raw["made"]), str(raw["app"]), str(raw["device"]), str(raw["site"]), kind)


def _locked(key: bytes, secret: Secret) -> dict[str, Any]:
    if secret.office is not None:
        return {"kind": "office", "public": str(secret.office), "box": _b64(seal(key, secret.office))}
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    box = bytes(SecretBox(_derive(secret.passphrase, salt, _OPS, _MEM)).encrypt(key))
    return {"kind": "passphrase", "kdf": "argon2id", "ops": _OPS, "mem": _MEM, "salt": _b64(salt), "box": _b64(box)}


def _opened(lock: dict[str, Any], secret: Secret, path: Path) -> bytes:
    try:
        box = base64.b64decode(lock["box"], validate=True)
        if lock["kind"] == "office":
            return open_sealed(box, secret.private) if secret.private else _refuse(path)
        ops, mem = int(lock["ops"]), int(lock["mem"])
        if (
            lock["kind"] != "passphrase"
            or lock["kdf"] != "argon2id"
            or not (1 <= ops <= _MOST_OPS and mem <= _MOST_MEM)
        ):
            raise not_a_backup(path, "another lock")
        salt = base64.b64decode(lock["salt"], validate=True)
        return bytes(SecretBox(_derive(secret.passphrase, salt, ops, mem)).decrypt(box))
    except (CryptoError, TrustError) as error:
        raise backup_locked(path) from error
    except (ValueError, KeyError, TypeError) as error:
        raise not_a_backup(path, "damaged") from error


def _refuse(path: Path) -> bytes:
    raise backup_locked(path)


def _derive(passphrase: str, salt: bytes, ops: int, mem: int) -> bytes:
    return bytes(pwhash.argon2id.kdf(SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=ops, memlimit=mem))


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
