"""Numbers of certificates, in the form of receipt codes: easy to copy by hand, and telling when one was copied wrong.

A number proves nothing by itself. The office looks it up in the records of the kiosk: with 8.5 * 10^11 of them nobody guesses
one that was given out.
"""

from __future__ import annotations

import hashlib

from kiosk.core.receipt import ALPHABET, LENGTH, groups, normal, sound, with_check

__all__ = ["code_from", "normal", "sound", "spaced"]


def code_from(drawn: str) -> str:
    """The number that belongs to something drawn at random."""
    number = int.from_bytes(hashlib.sha256(drawn.encode()).digest())
    data = ""
    for _ in range(LENGTH - 1):
        number, rest = divmod(number, len(ALPHABET))
        data += ALPHABET[rest]
    return with_check(data)


def spaced(code: str) -> str:
    """In groups, as it is printed."""
    return " ".join(groups(code))
