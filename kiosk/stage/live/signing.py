"""Who a worker number or a card is, and the lists to pick from; answered from the record book on its lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.kinds.quiz import who
from kiosk.kinds.quiz.rules import Rules
from kiosk.stage.live.room import Guest

if TYPE_CHECKING:
    from kiosk.records import Pages

_NUMBER, _CARD = Rules(identity="number"), Rules(identity="card")


@dataclass(frozen=True, slots=True)
class TeamList:
    """A team of the roster and how many people it has."""

    unit: str
    team: str
    people: int


def guest(pages: Pages, said: str) -> Guest:
    """The person behind a number or card, by the roster when there is one.

    Raises:
        KioskError: `NOT_ON_ROSTER`, `BAD_NUMBER`.
    """
    plain = who.plain(said)
    person, member = pages.expected(plain), pages.roster.find(plain)
    if member is not None:
        return Guest(person, member.shown, member.unit)
    rules = _NUMBER if plain.isdigit() else _CARD
    if who.problem(plain, rules) or len(plain) < who.LEAST_CARD:
        raise KioskError(
            "BAD_NUMBER", Text("这个号不像工号。", "This does not look like a worker number."),
            Text("工号 4 到 12 位。", "A worker number has 4 to 12 digits."),
        )  # fmt: skip
    return Guest(person, who.masked(plain, rules))


def team_lists(pages: Pages) -> tuple[TeamList, ...]:
    """The teams of the roster; none without one."""
    return tuple(TeamList(unit, team, people) for (unit, team), people in pages.roster.teams().items())


def members(pages: Pages, chosen: TeamList) -> tuple[Guest, ...]:
    """The people of a team."""
    return tuple(Guest(m.person, m.shown, m.unit) for m in pages.roster.team(chosen.unit, chosen.team))
