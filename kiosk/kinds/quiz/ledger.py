"""What the desk of a quiz asks of the record book, and the rules it has checked in the transaction that writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.kinds.quiz import days, refusals
from kiosk.kinds.quiz.rules import Mode, Rules
from kiosk.kinds.quiz.scores import Entry, House, Post, award, entries

if TYPE_CHECKING:
    from kiosk.records import Pages

ROUNDS = "quiz-round"
"""Kind of the records of the desk: rounds begun and ended. Answers are records of kind `quiz`."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who said who they are.

    Args:
        said: number, card or nickname; never leaves the memory.
        who: keyed hash of it.
        shown: masked form.
        workshop: by the roster; without one of their first round, or chosen now; empty for none.
        own: their records, oldest first.
        team: by the roster; empty without one.
    """

    said: str
    who: str
    shown: str
    workshop: str
    own: tuple[Mapping[str, Any], ...]
    team: str = ""

    @property
    def begun(self) -> tuple[tuple[str, str], ...]:
        """Mode and day of each round they began."""
        return _begun(self.own)

    @property
    def ended(self) -> tuple[Entry, ...]:
        """Their finished rounds."""
        return entries(self.own)


def look(pages: Pages, uid: str, said: str, rules: Rules, shown: str, workshop: str, *, sound: bool = True) -> Visitor:
    """What the book knows of somebody: by the roster when there is one, else by their first round.

    Args:
        pages: the book.
        uid: of the quiz.
        said: number, card or nickname.
        rules: of the quiz.
        shown: masked form for whom no roster knows.
        workshop: chosen now.
        sound: may `said` be a worker number at all? A card that no roster maps to a person is none.

    Raises:
        KioskError: `NOT_ON_ROSTER`, `CARD_UNKNOWN`.
    """
    member = pages.roster.find(said) if rules.from_house else None
    if member is None and not sound:
        raise refusals.card_unknown()
    who = pages.expected(said) if rules.from_house else pages.person(said)
    own = pages.of(ROUNDS, uid, who)
    if member is not None:
        return Visitor(said, who, member.shown, member.unit, own, member.team)
    first = next((str(p["workshop"]) for p in own if p.get("begin") is True), workshop)
    return Visitor(said, who, shown, first or workshop, own)


def again(pages: Pages, uid: str, visitor: Visitor) -> Visitor:
    """The same person, with what the book holds of them now."""
    return replace(visitor, own=pages.of(ROUNDS, uid, visitor.who))


def with_record(visitor: Visitor, payload: Mapping[str, Any]) -> Visitor:
    """The same person with one more record."""
    return replace(visitor, own=(*visitor.own, payload))


def house(pages: Pages, rounds: Iterable[Entry]) -> House:
    """What the roster says of those who played; empty without one."""
    teams = pages.roster.teams()
    members = pages.roster.members(entry.who for entry in rounds) if teams else {}
    return House({who: Post(m.shown, m.unit, m.team) for who, m in members.items()}, teams)


def tries_left(visitor: Visitor, mode: Mode, rules: Rules, day: str) -> int:
    """How often this mode may still be begun; -1 without a limit."""
    return _left(visitor.begun, mode, rules, day)


def may_begin(uid: str, visitor: Visitor, mode: Mode, rules: Rules, day: str) -> Callable[[Pages], None]:
    """Refuses a round beyond the limit, and a day before one that was already counted."""

    def rule(pages: Pages) -> None:
        begun = _begun(pages.of(ROUNDS, uid, visitor.who))
        if any(of > day for _, of in begun):
            raise refusals.moved_on()
        if _left(begun, mode, rules, day) == 0:
            raise refusals.exam_taken() if mode == "exam" else refusals.no_tries(rules.daily_tries)

    return rule


def may_end(uid: str, entry: Entry, points: int, rules: Rules) -> Callable[[Pages], None]:
    """Refuses points that are not what the book gives for this round."""

    def rule(pages: Pages) -> None:
        if award(entries(pages.of(ROUNDS, uid, entry.who)), entry, rules) != points:
            raise refusals.moved_on()

    return rule


def _begun(own: tuple[Mapping[str, Any], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(p["mode"]), str(p["day"])) for p in own if p.get("begin") is True)


def _left(begun: tuple[tuple[str, str], ...], mode: Mode, rules: Rules, day: str) -> int:
    if mode == "daily":
        return days.left(rules.daily_tries, day, (of for m, of in begun if m == "daily"))
    if mode == "exam" and rules.exam_tries:
        return max(0, rules.exam_tries - sum(m == "exam" for m, _ in begun))
    return -1
