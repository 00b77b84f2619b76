"""The administrator's PIN: how it is kept, and how wrong tries slow down. Pure; the count lies with whoever asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.settings.roles import Role

TRIES = 5
"""Wrong tries before the first lock-out."""
LOCK_OUTS = (60, 300, 1800)
"""Seconds, for the fifth wrong try, the next one, and every one after that."""

_N, _R, _P = 2**15, 8, 1  # 32 MB and about 0.1 s for each try
_FORM = re.compile(r"scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([0-9a-f]{32})\$([0-9a-f]{64})")
_PIN = re.compile(r"\d{4,12}")


@dataclass(frozen=True, slots=True)
class Answer:
    """To somebody who entered a PIN, or who wants to know whether they may.

    Args:
        tries_left: before the next lock-out; 0 while locked.
        locked_seconds: until the next try is taken; 0 = now.
        role: whose PIN it was; None when it was nobody's.
    """

    ok: bool
    tries_left: int
    locked_seconds: int
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row.

    Args:
        wrong: how many.
        at: wall clock of the last one, seconds since 1970.
    """

    wrong: int = 0
    at: float = 0.0


def is_pin(typed: str) -> bool:
    """4 to 12 digits: what the number pad on the glass can enter."""
    return typed.isascii() and _PIN.fullmatch(typed) is not None


def is_hash(text: str) -> bool:
    """True for what `hash_pin` makes, with costs that this program would compute."""
    match = _FORM.fullmatch(text)
    if match is None:
        return False
    n, r, p = (int(match[i]) for i in (1, 2, 3))
    return n >= 2 and n & (n - 1) == 0 and r >= 1 and p >= 1 and 128 * n * r * p <= 2**28


def hash_pin(pin: str) -> str:
    """A salted scrypt hash that says its own costs."""
    import secrets  # here and below: every start of the kiosk reads its settings, few ask for a PIN

    salt = secrets.token_bytes(16)
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_derive(pin, salt, _N, _R, _P).hex()}"


def same_pin(pin: str, hashed: str) -> bool:
    """Compare in constant time; False for a malformed hash. Takes about 0.1 s."""
    if not is_hash(hashed):
        return False
    import hmac

    _, n, r, p, salt, digest = hashed.split("$")
    made = _derive(pin, bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(made, bytes.fromhex(digest))


def locked_seconds(tries: Tries, now: float) -> int:
    """How long nobody is let in.

    A clock that was set back counts the whole lock-out again: a wrong clock must not open the door.
    """
    if tries.wrong < TRIES:
        return 0
    lock = LOCK_OUTS[min(tries.wrong - TRIES, len(LOCK_OUTS) - 1)]
    since = now - tries.at
    return lock if since < 0 else max(0, -int(-(lock - since) // 1))


def tries_left(tries: Tries, now: float) -> int:
    """Tries before the next lock-out; after the first one there is a single try each time."""
    if locked_seconds(tries, now):
        return 0
    return max(1, TRIES - tries.wrong)


def _derive(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    import hashlib

    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=2**29, dklen=32)
