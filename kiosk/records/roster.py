"""The people of the house, as far as the kiosk may know them: keyed hash of the worker number -> masked name, workshop, team.

Worker numbers, card numbers and whole names are never kept. A roster replaces the one before as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, or_, select

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.records.schema import roster

MANY = 500
"""Hashes asked for in one statement; SQLite takes a limited number of parameters."""


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the office's list, before anything of it is hidden.

    Args:
        number: worker number.
        name: whole name; only a masked form is kept.
        unit: workshop or department.
        team: team inside it; may be empty.
        card: number of the card that opens the gate; may be empty.
    """

    number: str
    name: str
    unit: str
    team: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the house, as the kiosk knows them: `person` is a keyed hash, `shown` a masked name."""

    person: str
    shown: str
    unit: str
    team: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a new roster did, in people."""

    total: int
    added: int
    changed: int
    removed: int


class Roster:
    """The roster as one transaction sees it.

    Args:
        connection: of that transaction.
        hashed: keyed hash of a number.
    """

    def __init__(self, connection: Connection, hashed: Callable[[str], str]) -> None:
        self._connection = connection
        self._hashed = hashed

    def exists(self) -> bool:
        """Was a roster brought in?"""
        return self._connection.execute(select(roster.c.person).limit(1)).first() is not None

    def size(self) -> int:
        """How many people stand on it."""
        return int(self._connection.execute(select(func.count()).select_from(roster)).scalar_one())

    def find(self, said: str) -> Member | None:
        """Who has this worker number or card; None for nobody."""
        hashed = self._hashed(said)
        asked = select(roster).where(or_(roster.c.person == hashed, roster.c.card == hashed))
        row = self._connection.execute(asked).first() if hashed else None
        return Member(row.person, row.shown, row.unit, row.team) if row else None

    def behind(self, hashed: str) -> str:
        """The person a hash stands for: that of a card becomes that of its owner's worker number."""
        owner = self._connection.execute(select(roster.c.person).where(roster.c.card == hashed)).scalar()
        return str(owner) if owner else hashed

    def unit(self, person: str) -> str:
        """Workshop of a person (a hash); empty for one who is not on the roster."""
        if not person:
            return ""
        return str(self._connection.execute(select(roster.c.unit).where(roster.c.person == person)).scalar() or "")

    def members(self, people: Iterable[str]) -> Mapping[str, Member]:
        """Those of `people` (hashes) who are on the roster."""
        wanted, found = tuple(dict.fromkeys(people)), {}
        for at in range(0, len(wanted), MANY):
            asked = select(roster).where(roster.c.person.in_(wanted[at : at + MANY]))
            for row in self._connection.execute(asked):
                found[row.person] = Member(row.person, row.shown, row.unit, row.team)
        return found

    def teams(self) -> Mapping[tuple[str, str], int]:
        """How many people each team has, as (workshop, team); a workshop's people without a team stand under an empty one."""
        asked = select(roster.c.unit, roster.c.team, func.count()).group_by(roster.c.unit, roster.c.team)
        rows = self._connection.execute(asked.order_by(roster.c.unit, roster.c.team))
        return {(str(unit), str(team)): int(people) for unit, team, people in rows}

    def team(self, unit: str, team: str) -> tuple[Member, ...]:
        """The people of a team, in the order of their masked names."""
        asked = (
            select(roster).where(roster.c.unit == unit, roster.c.team == team).order_by(roster.c.shown, roster.c.person)
        )
        return tuple(Member(row.person, row.shown, row.unit, row.team) for row in self._connection.execute(asked))

    def units(self) -> Mapping[str, int]:
        """How many people each workshop has."""
        found: dict[str, int] = {}
        for (unit, _), people in self.teams().items():
            found[unit] = found.get(unit, 0) + people
        return found

    def compare(self, people: Iterable[Person]) -> Change:
        """What `replace` would do."""
        before = {row.person: tuple(row)[1:] for row in self._connection.execute(select(roster))}
        after = {row["person"]: (row["card"], row["shown"], row["unit"], row["team"]) for row in self._rows(people)}
        common = before.keys() & after.keys()
        changed = sum(before[person] != after[person] for person in common)
        return Change(len(after), len(after) - len(common), changed, len(before) - len(common))

    def replace(self, people: Iterable[Person]) -> Change:
        """Take `people` for the whole roster; numbers and cards are distinct."""
        kept = tuple(people)
        change = self.compare(kept)
        self.clear()
        if kept:
            self._connection.execute(insert(roster), self._rows(kept))
        return change

    def clear(self) -> int:
        """Forget everybody; how many they were."""
        return self._connection.execute(delete(roster)).rowcount

    def forget(self, person: str) -> bool:
        """Forget one (a hash); False when nobody of that hash was there."""
        return bool(self._connection.execute(delete(roster).where(roster.c.person == person)).rowcount)

    def _rows(self, people: Iterable[Person]) -> list[dict[str, str | None]]:
        return [
            {
                "person": self._hashed(one.number), "card": self._hashed(one.card) or None,
                "shown": masked(one.name), "unit": one.unit, "team": one.team,
            }
            for one in people
        ]  # fmt: skip


def masked(name: str) -> str:
    """What everybody may see of a name: `张*明`, `张*`."""
    words = "".join(name.split())
    return f"{words[:1]}*{words[-1:] if len(words) > 2 else ''}"


def not_on_roster() -> KioskError:
    """A number or card that belongs to nobody of the house."""
    return KioskError(
        "NOT_ON_ROSTER",
        Text("名册上没有这个号。", "This number is not on the roster."),
        Text("看看是不是按错了；没错就找工会登记。", "Check it; if it is right, ask the union to add it."),
    )
