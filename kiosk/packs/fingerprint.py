"""A publisher's first root, short enough to read over the telephone."""

from __future__ import annotations

import hashlib
import hmac
import re

PUBLISHER_FIELD = "x-kiosk-publisher"
"""Signed field of a root: the publisher's id, so that nobody has to type it and nobody can swap it."""


def fingerprint(root: bytes) -> str:
    """Four groups of four hex digits: the first 64 bits of the file's SHA-256."""
    digest = hashlib.sha256(root).hexdigest()
    return "-".join(digest[i : i + 4] for i in range(0, 16, 4))


def same_fingerprint(root: bytes, untrusted: str) -> bool:
    """True when a person's copy of the fingerprint is right; case, spaces and dashes do not matter."""
    typed = re.sub(r"[\s-]", "", untrusted).lower()
    return hmac.compare_digest(typed.encode("utf-8", "replace"), fingerprint(root).replace("-", "").encode())
