"""What is kept of a receipt code (`core.receipt`): never the code itself.

The public list holds a slow hash of it, the record book of the kiosk another one, so that neither leads to the other without
trying some 10^12 codes at tens of milliseconds each.
"""

from __future__ import annotations

import hashlib

_PUBLIC, _BOOK = b"pioneer-kiosk suggestion receipt, public list", b"pioneer-kiosk suggestion receipt, record book"


def public_hash(code: str) -> str:
    """What a public case knows of a code: 32 hex digits. Takes some 50 ms."""
    return _slow(code, _PUBLIC)


def book_hash(code: str) -> str:
    """What the record book of a kiosk is told of a code: 32 hex digits. Takes some 50 ms."""
    return _slow(code, _BOOK)


def _slow(code: str, salt: bytes) -> str:
    return hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1, dklen=16).hex()
