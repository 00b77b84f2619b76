"""Points and boards, computed from finished rounds; nothing here is ever stored as a total.

Of each mode the best round of a person's day counts, so a gate passed on the third try is worth as much as on the first.
Rounds of a day together give at most the daily cap. Ties are broken by the time spent on the questions that count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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

    def payload(self, points: int) -> dict[str, Any]:
        """As JSON for the records; `points` is what the round added."""
        return {
            "round": self.round, "who": self.who, "shown": self.shown, "workshop": self.workshop, "day": self.day,
            "mode": self.mode, "score": self.score, "total": self.total, "ms": self.ms, "points": points, "end": True,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """A person on the board; equal places are equal in points and time."""

    place: int
    who: str
    shown: str
    workshop: str
    points: int
    ms: int


@dataclass(frozen=True, slots=True)
class Share:
    """A workshop on the board: `players` of its `people` took part."""

    place: int
    name: str
    points: int
    players: int
    people: int

    @property
    def coverage(self) -> float:
        """0 to 1; more players than people is a wrong number of people, and counts as everybody."""
        return min(1.0, self.players / self.people) if self.people else 0.0


def entries(payloads: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The finished rounds among records, oldest first."""
    return tuple(
        Entry(p["round"], p["who"], p["shown"], p["workshop"], p["day"], p["mode"], p["score"], p["total"], p["ms"])
        for p in payloads
        if p.get("end") is True
    )


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


def people(rounds: Iterable[Entry], rules: Rules) -> tuple[Standing, ...]:
    """The board by person, best first."""
    by: dict[str, list[Entry]] = {}
    for entry in rounds:
        by.setdefault(entry.who, []).append(entry)
    made = [(who, own, *points(own, rules)) for who, own in by.items()]
    made.sort(key=lambda row: (-row[2], row[3]))
    board: list[Standing] = []
    for number, (who, own, total, ms) in enumerate(made, 1):
        tied = board and (board[-1].points, board[-1].ms) == (total, ms)
        board.append(Standing(board[-1].place if tied else number, who, own[-1].shown, own[0].workshop, total, ms))
    return tuple(board)


def workshops(rounds: Iterable[Entry], rules: Rules) -> tuple[Share, ...]:
    """The board by workshop, best first. A person belongs to the workshop of their first round."""
    standings = people(rounds, rules)
    found = []
    for shop in rules.workshops:
        own = [s for s in standings if s.workshop == shop.name]
        found.append((sum(s.points for s in own), sum(s.ms for s in own), len(own), shop))
    found.sort(key=lambda row: (-row[0], -row[2] / max(1, row[3].people), row[1]))
    return tuple(
        Share(place, shop.name, total, players, shop.people) for place, (total, _, players, shop) in enumerate(found, 1)
    )
