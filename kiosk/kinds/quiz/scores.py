"""Points and boards, computed from finished rounds; nothing here is ever stored as a total.

Of each mode the best round of a person's day counts, so a gate passed on the third try is worth as much as on the first.
Rounds of a day together give at most the daily cap. Ties are broken by the time spent on the questions that count.
Where the house has a roster, it says who belongs to which workshop and team and how many people these have; a person who
is not on it keeps their place on the board by person and counts for no workshop.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.kinds.quiz.rules import Rules


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished round of a known person.

    Args:
        round: its id.
        who: keyed hash of the person.
        shown: masked form for boards.
        workshop: name, or empty.
        day: `YYYY-MM-DD` on which it began.
        mode: of play.
        score: right answers.
        total: questions.
        ms: time spent on answering, without reading explanations.
        team: inside the workshop, by the roster; or empty.
    """

    round: str
    who: str
    shown: str
    workshop: str
    day: str
    mode: str
    score: int
    total: int
    ms: int
    team: str = ""

    def payload(self, points: int) -> dict[str, Any]:
        """As JSON for the records; `points` is what the round added."""
        return {
            "round": self.round, "who": self.who, "shown": self.shown, "workshop": self.workshop,
            "team": self.team, "day": self.day, "mode": self.mode, "score": self.score, "total": self.total,
            "ms": self.ms, "points": points, "end": True,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody belongs by the roster; `shown` is a masked name."""

    shown: str
    unit: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """What the roster says; empty without one.

    Args:
        posts: of those who played, by the hash of the person.
        teams: people of each team, as (workshop, team); those without a team stand under an empty one.
    """

    posts: Mapping[str, Post] = field(default_factory=dict)
    teams: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def units(self) -> dict[str, int]:
        """People of each workshop."""
        found: dict[str, int] = {}
        for (unit, _), people in self.teams.items():
            found[unit] = found.get(unit, 0) + people
        return found


NOBODY = House()


@dataclass(frozen=True, slots=True)
class Standing:
    """A person on the board; equal places are equal in points and time."""

    place: int
    who: str
    shown: str
    workshop: str
    points: int
    ms: int
    team: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A workshop or team on the board: `players` of its `people` took part; equal places as of `Standing`."""

    place: int
    name: str
    points: int
    players: int
    people: int
    ms: int = 0
    unit: str = ""

    @property
    def coverage(self) -> float:
        """0 to 1; more players than people is a wrong number of people, and counts as everybody."""
        return min(1.0, self.players / self.people) if self.people else 0.0


def entries(payloads: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The finished rounds among records, oldest first."""
    return tuple(_entry(p) for p in payloads if p.get("end") is True)


def points(own: Iterable[Entry], rules: Rules) -> tuple[int, int]:
    """Points of one person, and the milliseconds of the rounds that count."""
    best: dict[str, dict[str, Entry]] = {}
    for entry in own:
        day = best.setdefault(entry.day, {})
        known = day.get(entry.mode)
        if known is None or (-entry.score, entry.ms) < (-known.score, known.ms):
            day[entry.mode] = entry
    total = spent = 0
    for day in best.values():
        made = sum(entry.score for entry in day.values()) * rules.points
        total += min(made, rules.daily_points) if rules.daily_points else made
        spent += sum(entry.ms for entry in day.values())
    return total, spent


def award(before: Iterable[Entry], new: Entry, rules: Rules) -> int:
    """Points that `new` adds to what the same person has."""
    own = tuple(before)
    return points((*own, new), rules)[0] - points(own, rules)[0]


def people(rounds: Iterable[Entry], rules: Rules, house: House = NOBODY) -> tuple[Standing, ...]:
    """The board by person, best first."""
    by: dict[str, list[Entry]] = {}
    for entry in rounds:
        by.setdefault(entry.who, []).append(entry)
    made = [(who, own, *points(own, rules)) for who, own in by.items()]
    made.sort(key=lambda row: (-row[2], row[3]))
    board: list[Standing] = []
    for number, (who, own, total, ms) in enumerate(made, 1):
        tied = board and (board[-1].points, board[-1].ms) == (total, ms)
        post = house.posts.get(who) or Post(own[-1].shown, "" if house.teams else own[0].workshop)
        place = board[-1].place if tied else number
        board.append(Standing(place, who, post.shown, post.unit, total, ms, post.team))
    return tuple(board)


def workshops(rounds: Iterable[Entry], rules: Rules, house: House = NOBODY) -> tuple[Share, ...]:
    """The board by workshop, best first: those of the roster, else those of the pack.

    Without a roster a person belongs to the workshop of their first round.
    """
    sizes = house.units or {shop.name: shop.people for shop in rules.workshops}
    standings = people(rounds, rules, house)
    return _shares({("", name): n for name, n in sizes.items()}, [(("", s.workshop), s) for s in standings])


def teams(rounds: Iterable[Entry], rules: Rules, house: House = NOBODY) -> tuple[Share, ...]:
    """The board by team of the roster, best first; empty without one."""
    sizes = {key: people for key, people in house.teams.items() if key[1]}
    return _shares(sizes, [((s.workshop, s.team), s) for s in people(rounds, rules, house)])


def _shares(
    sizes: Mapping[tuple[str, str], int], standings: list[tuple[tuple[str, str], Standing]]
) -> tuple[Share, ...]:
    """Most points first, then least time; where nobody played comes last."""
    own: dict[tuple[str, str], list[Standing]] = {key: [] for key in sizes}
    for key, standing in standings:
        if key in own:
            own[key].append(standing)
    made = [(sum(s.points for s in of), sum(s.ms for s in of), len(of), key) for key, of in own.items()]
    made.sort(key=lambda row: (-row[0], row[2] == 0, row[1]))
    board: list[Share] = []
    for number, (total, ms, players, key) in enumerate(made, 1):
        above = board[-1] if board else None
        tied = above and (above.points, above.players == 0, above.ms) == (total, players == 0, ms)
        place = above.place if above and tied else number
        board.append(Share(place, key[1], total, players, sizes[key], ms, key[0]))
    return tuple(board)


def _entry(p: Mapping[str, Any]) -> Entry:
    return Entry(
        p["round"], p["who"], p["shown"], p["workshop"], p["day"], p["mode"], p["score"], p["total"], p["ms"],
        p.get("team", ""),
    )  # fmt: skip
