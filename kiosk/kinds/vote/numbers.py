"""Worker numbers and cards: which are possible, how they are typed, and how a card reader types them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.kinds.vote.model import LONGEST_NUMBER, Check, Numbers

Fault: TypeAlias = Literal["", "short", "long", "pattern", "check"]

FAST = 0.08
"""Seconds: nobody types two digits this quickly, a card reader always does."""
BURST = 4
"""So many fast digits are a card and not a hasty finger."""
STALL = 0.7
"""Seconds: a busy screen may hear the digits of one card so far apart, once; who takes a card out needs longer."""


def fault(rule: Numbers, typed: str) -> Fault:
    """What is wrong with a number; empty when it can be one."""
    if len(typed) < rule.least:
        return "short"
    if len(typed) > rule.most:
        return "long"
    if rule.patterns and not any(_fits(pattern, typed) for pattern in rule.patterns):
        return "pattern"
    return "" if _checks(rule.check, typed) else "check"


def _fits(pattern: str, typed: str) -> bool:
    return len(pattern) == len(typed) and all(p in ("#", t) for p, t in zip(pattern, typed, strict=True))


def _checks(check: Check, typed: str) -> bool:
    if check == "luhn":
        return luhn(typed[:-1]) == typed[-1:]
    if check == "mod11-10":
        return mod11_10(typed[:-1]) == typed[-1:]
    return True


def luhn(digits: str) -> str:
    """The check digit of ISO/IEC 7812 (Luhn)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def mod11_10(digits: str) -> str:
    """The check digit of ISO/IEC 7064 MOD 11,10."""
    rest = 10
    for digit in digits:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return str((11 - rest) % 10)


@dataclass(frozen=True, slots=True)
class Typing:
    """What stands in the field.

    Args:
        digits: all of it.
        burst: how many of the last digits came as fast as from a reader.
        at: when the last digit came, seconds of a clock that only goes forward.
        by_hand: two and more: what stands before the burst was typed, and is no card whose reader was heard in two parts.
    """

    digits: str = ""
    burst: int = 0
    at: float = float("-inf")
    by_hand: int = 0


def press(typing: Typing, digit: str, now: float) -> Typing:
    """One digit more, from a finger, a keyboard or a reader; others are left out."""
    if len(digit) != 1 or digit not in "0123456789":
        return typing
    gap = now - typing.at
    fast = 0 <= gap <= FAST
    burst = typing.burst + 1 if fast else 1
    by_hand = typing.by_hand + (0 if fast or not typing.digits else 1 if 0 <= gap <= STALL else 2)
    # A card drawn over half-typed digits is the card alone; a few digits more than fit are kept, to say that it is too long.
    if burst == BURST and len(typing.digits) >= BURST and by_hand > 1:
        return Typing(typing.digits[1 - BURST :] + digit, burst, now)
    if len(typing.digits) > LONGEST_NUMBER:
        return Typing(typing.digits, burst, now, by_hand)
    return Typing(typing.digits + digit, burst, now, by_hand)


def erase(typing: Typing) -> Typing:
    """One digit less."""
    return Typing(typing.digits[:-1])


def tail(digits: str) -> str:
    """A number as others may see it: its last two digits."""
    return digits[-2:]
