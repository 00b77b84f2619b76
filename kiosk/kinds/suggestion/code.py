"""Receipt codes: short enough to be written down by hand, and telling when a character was written down wrong.

Nine characters of an alphabet of 31 without 0 1 I L O; the last one is a check. Because 31 is prime and all weights differ,
one wrong character, or any two that changed places, never pass.

A code is kept nowhere. The public list holds a slow hash of it, the record book of the kiosk another one, so that neither
leads to the other without trying some 10^12 codes at tens of milliseconds each.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 9
GROUP = 3

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 1)
_PUBLIC, _BOOK = b"pioneer-kiosk suggestion receipt, public list", b"pioneer-kiosk suggestion receipt, record book"


def new_code() -> str:
    """A fresh code."""
    return with_check("".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1)))


def with_check(data: str) -> str:
    """Eight characters and their check.

    Raises:
        ValueError: not eight characters of the alphabet.
    """
    if len(data) != LENGTH - 1:
        raise ValueError(data)
    return data + ALPHABET[-_sum(data) % len(ALPHABET)]


def normal(typed: str) -> str:
    """What somebody typed or pasted, as a code is kept: capital letters, nothing between the groups."""
    return "".join(c for c in unicodedata.normalize("NFKC", typed).upper() if c.isalnum())


def sound(code: str) -> bool:
    """Whether a normal code can be one."""
    return len(code) == LENGTH and all(c in ALPHABET for c in code) and _sum(code) % len(ALPHABET) == 0


def groups(code: str) -> tuple[str, ...]:
    """A code, or the beginning of one, in groups of three."""
    return tuple(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def public_hash(code: str) -> str:
    """What a public case knows of a code: 32 hex digits. Takes some 50 ms."""
    return _slow(code, _PUBLIC)


def book_hash(code: str) -> str:
    """What the record book of a kiosk is told of a code: 32 hex digits. Takes some 50 ms."""
    return _slow(code, _BOOK)


def _sum(code: str) -> int:
    return sum(weight * ALPHABET.index(c) for weight, c in zip(_WEIGHTS, code, strict=False))


def _slow(code: str, salt: bytes) -> str:
    return hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()
