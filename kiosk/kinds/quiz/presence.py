"""Two people at the glass: what each act of a draw asks of whoever answers for it and of a witness, step by step. Pure.

The operator is whoever knows the kiosk's PIN, and says who they are. The witness is somebody else, who chooses a signature
code when the list is sealed and gives it again before numbers are drawn and before each prize is handed out. So neither of
the two can do any of it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kiosk.kinds.quiz import signature
from kiosk.kinds.quiz.lottery import CODE

Purpose: TypeAlias = Literal["seal", "resume", "claim", "swap"]
"""Seal the list; go on with a sealed draw; hand a prize out; name another witness."""
Step: TypeAlias = Literal["short", "pin", "operator", "witness", "code", "again", "sign"]
"""Short code of the prize; PIN; the operator's number; the witness's; their new code, twice; their known code."""

_LEADS: tuple[Step, ...] = ("pin", "operator")
_NAMES: tuple[Step, ...] = ("witness", "code", "again")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at the glass: keyed hash and masked form."""

    who: str
    shown: str


@dataclass(frozen=True, slots=True)
class Presence:
    """How far the two have come.

    Args:
        purpose: what it is for.
        steps: all of them, in order.
        at: index of the step on the screen; past the last when all is said.
        operator: once they are named.
        witness: once they are named; of a sealed draw from the beginning.
        ticket: whose prize is handed out; 0 before the short code.
        code: the witness's signature code, while the screen needs it.
    """

    purpose: Purpose
    steps: tuple[Step, ...]
    at: int = 0
    operator: Named | None = None
    witness: Named | None = None
    ticket: int = 0
    code: str = ""

    @property
    def step(self) -> Step | None:
        """What is asked now; None when all is said."""
        return self.steps[self.at] if self.at < len(self.steps) else None


def begin(purpose: Purpose, operator: Named | None, witness: Named | None) -> Presence:
    """The first step; an operator who is at the glass already is not asked again, a known witness always is."""
    lead = () if operator else _LEADS
    match purpose:
        case "claim":
            return Presence(purpose, ("short", *lead, "sign"), operator=operator, witness=witness)
        case "resume":
            return Presence(purpose, (*lead, "sign"), operator=operator, witness=witness)
        case _:
            return Presence(purpose, (*lead, *_NAMES), operator=operator)


def length(step: Step | None) -> tuple[int, int]:
    """Least and most characters of what is typed at a step; 0 where the quiz's own rule decides."""
    match step:
        case "short":
            return CODE, CODE
        case "pin":
            return 4, 12
        case "code" | "again" | "sign":
            return signature.DIGITS, signature.DIGITS
        case _:
            return 0, 0


def on(presence: Presence) -> Presence:
    """The step is answered."""
    return replace(presence, at=presence.at + 1)


def named(presence: Presence, person: Named) -> Presence | None:
    """The operator or the witness has said who they are; None when both would be the same person."""
    other = presence.operator if presence.step == "witness" else presence.witness
    if other is not None and other.who == person.who:
        return None
    if presence.step == "witness":
        return on(replace(presence, witness=person))
    return on(replace(presence, operator=person))


def chosen(presence: Presence, code: str) -> Presence | None:
    """The witness chose a code; None for one that is too plain."""
    return on(replace(presence, code=code)) if signature.fits(code) else None


def repeated(presence: Presence, code: str) -> Presence | None:
    """The witness typed it again; None when it is another one."""
    return on(presence) if code == presence.code else None
