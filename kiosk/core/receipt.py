"""Receipt codes: short enough to be written down by hand, and telling when a character was written down wrong.

Nine characters of an alphabet of 31 without 0 1 I L O; the last one is a check. Because 31 is prime and all weights differ,
one wrong character, or any two that changed places, never pass.
"""

from __future__ import annotations

import secrets
import unicodedata

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 9
GROUP = 3

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 1)


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


def _sum(code: str) -> int:
    return sum(weight * ALPHABET.index(c) for weight, c in zip(_WEIGHTS, code, strict=False))
