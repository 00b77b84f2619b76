"""The witness's signature code: six digits that only they know, kept as a slow salted hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets

DIGITS = 6
TRIES = 5
"""Wrong codes in a row after which it is void, and another witness has to be named."""

_N, _R, _P = 2**14, 8, 1  # 16 MB and some 0.05 s for each try


def fits(code: str) -> bool:
    """Six digits, and not one digit six times."""
    return len(code) == DIGITS and code.isascii() and code.isdigit() and len(set(code)) > 1


def kept(code: str) -> str:
    """What is kept of a code. Takes some 0.05 s."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_derived(code, salt).hex()}"


def same(code: str, held: str) -> bool:
    """Is it the code of which `held` was kept? False for anything malformed."""
    salt, _, digest = held.partition("$")
    try:
        made = _derived(code, bytes.fromhex(salt))
        return hmac.compare_digest(made, bytes.fromhex(digest))
    except ValueError:
        return False


def _derived(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)
