"""Who a visitor says they are: the check of a worker number, a card reader's typing, and the masked form for the screen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.kinds.quiz.rules import Rules

Problem: TypeAlias = Literal["", "empty", "short", "long", "digits", "check"]

FAST = 0.05
"""Seconds between two keys of a card reader at most; nobody types that fast."""
LEAST_CARD = 4
MOST_NICKNAME = 12


@dataclass(frozen=True, slots=True)
class Reader:
    """A card reader that types like a keyboard: what came fast so far, and when the last key came."""

    typed: str = ""
    at: float = float("-inf")

    def key(self, character: str, now: float) -> Reader:
        """One more key; after a pause it begins a new card."""
        if not (character.isascii() and character.isalnum()):
            return Reader()
        return Reader(self.typed + character if now - self.at <= FAST else character, now)

    def enter(self, now: float) -> str:
        """The card's number when Enter ends a fast run; empty when a person typed."""
        whole = len(self.typed) >= LEAST_CARD and now - self.at <= FAST
        return self.typed.upper() if whole else ""


def plain(said: str) -> str:
    """One form for comparing: full-width digits become plain ones, spaces go."""
    return "".join(unicodedata.normalize("NFKC", said).split())


def problem(said: str, rules: Rules) -> Problem:
    """What keeps `said` from being accepted; empty when nothing does."""
    words = plain(said)
    if not words:
        return "empty"
    if rules.identity != "number":
        return "long" if rules.identity == "nickname" and len(words) > MOST_NICKNAME else ""
    if not (words.isascii() and words.isdigit()):
        return "digits"
    if len(words) < rules.least_digits:
        return "short"
    if len(words) > rules.most_digits:
        return "long"
    return "check" if rules.check_digit == "luhn" and not luhn(words) else ""


def luhn(digits: str) -> bool:
    """The check digit of bank cards: finds every single wrong digit and nearly every swap of neighbours."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def masked(said: str, rules: Rules) -> str:
    """What everybody may see: `张*明`, `04**17`. Two characters at each end at most, and never the whole."""
    words = plain(said)
    if rules.identity == "nickname":
        return f"{words[:1]}*{words[-1:]}" if len(words) > 2 else f"{words[:1] if len(words) > 1 else ''}*"
    keep = 2 if len(words) > 5 else 1 if len(words) > 2 else 0
    return f"{words[:keep]}**{words[len(words) - keep :]}"
