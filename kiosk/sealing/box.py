"""Sealing and opening."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text

PREFIX = "office1-"
"""Says what the text is; a later construction gets another one."""

_BYTES, _CHECK = 32, 3


class SealedError(TrustError):
    """It was sealed to another key, or somebody changed it."""


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """The office's public key. Not secret; it travels in signed packs."""

    raw: bytes

    @classmethod
    def parse(cls, text: str) -> OfficeKey:
        """Read `office1-…`, forgiving about spaces and line breaks.

        Raises:
            ConfigError: `BAD_OFFICE_KEY`: it is not such a key, or a character is wrong.
        """
        plain = "".join(text.split())
        try:
            body = base64.b32decode(plain.removeprefix(PREFIX).upper() + "=" * (-len(plain.removeprefix(PREFIX)) % 8))
        except (binascii.Error, ValueError):
            body = b""
        if not plain.startswith(PREFIX) or len(body) != _BYTES + _CHECK or _check(body[:_BYTES]) != body[_BYTES:]:
            raise ConfigError(
                "BAD_OFFICE_KEY",
                Text(
                    "这不是办公室公钥，或者抄错了字。", "This is not the office's public key, or a character is wrong."
                ),
                Text(
                    "请整行复制 kiosk office key show 显示的内容。",
                    "Copy the whole line that kiosk office key show prints.",
                ),
            )
        return cls(body[:_BYTES])

    def __str__(self) -> str:
        """One line of letters and digits with a check at its end, fit to be typed."""
        return PREFIX + base64.b32encode(self.raw + _check(self.raw)).decode("ascii").rstrip("=").lower()


def seal(plain: bytes, key: OfficeKey) -> bytes:
    """Bytes that only the holder of the private key can read; the same message never looks the same twice."""
    return bytes(SealedBox(PublicKey(key.raw)).encrypt(plain))


def open_sealed(sealed: bytes, private: bytes) -> bytes:
    """The message.

    Args:
        private: 32 bytes, from `load_key`.

    Raises:
        SealedError: `NOT_FOR_THIS_KEY`.
    """
    try:
        return bytes(SealedBox(PrivateKey(private)).decrypt(sealed))
    except (CryptoError, ValueError, TypeError) as error:
        raise SealedError(
            "NOT_FOR_THIS_KEY",
            Text("这条内容不是封给这把密钥的，或者被改动过。", "It was sealed to another key, or somebody changed it."),
            Text("请换用当时的办公室私钥。", "Use the office key of that time."),
        ) from error


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"pioneer-kiosk office key" + raw).digest()[:_CHECK]
