"""People in rows: by era, by trade, or year by year with what they were honoured with. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.sdk.ui import PersonCard

Order: TypeAlias = Literal["era", "trade", "honours"]
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
UNDATED = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list: an era, a trade or a decade.

    Args:
        key: era, trade, first year of the decade, or empty for what has no date.
        row: index of its first row.
        count: people (or honours) under it.
    """

    key: str
    row: int
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    Args:
        group: key of the heading, on the row that is one; None on all others.
        people: side by side in the gallery; one with an honour.
        year: of the honour, on the first row of that year; empty on the rest.
        honours: the honours of that person in that year, by their exact names.
        of: year this row belongs to, empty when undated.
    """

    group: str | None = None
    people: tuple[PersonCard, ...] = ()
    year: str = ""
    honours: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """All rows and where their groups begin."""

    rows: tuple[Row, ...]
    groups: tuple[Group, ...]


def gallery(people: Sequence[PersonCard], order: Order, keys: Sequence[str], columns: int) -> Walk:
    """Everybody under their era or trade, some beside each other; who has none comes last.

    Args:
        people: in the order of lists.
        order: `era` or `trade`.
        keys: groups in the order of the screen; others follow in the order in which they appear.
        columns: people in a row.
    """
    parted: dict[str, list[PersonCard]] = {key: [] for key in keys}
    for person in people:
        parted.setdefault(person.card.era if order == "era" else person.card.trade, []).append(person)
    without = parted.pop("", [])
    rows: list[Row] = []
    groups: list[Group] = []
    for key, members in [*parted.items(), ("", without)]:
        if not members:
            continue
        groups.append(Group(key, len(rows), len(members)))
        rows.append(Row(group=key))
        rows += [Row(people=tuple(members[n : n + columns])) for n in range(0, len(members), columns)]
    return Walk(tuple(rows), tuple(groups))


def honours(people: Sequence[PersonCard]) -> Walk:
    """Year by year, each decade under a heading; within a year in the order of lists; undated honours last."""
    given: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for n, person in enumerate(people):
        for honour in person.facts.honours:
            years = _YEAR.findall(honour.year)
            for year in dict.fromkeys(years) or (UNDATED,):
                given[year][n].append(honour.name)
    rows: list[Row] = []
    groups: list[Group] = []
    for year in sorted(given, key=lambda y: (y == UNDATED, y)):
        decade = f"{year[:3]}0" if year else UNDATED
        if not groups or groups[-1].key != decade:
            groups.append(Group(decade, len(rows), 0))
            rows.append(Row(group=decade, of=year))
        for place, (n, names) in enumerate(sorted(given[year].items())):
            rows.append(Row(None, (people[n],), year if place == 0 else "", tuple(dict.fromkeys(names)), year))
        groups[-1] = Group(decade, groups[-1].row, groups[-1].count + len(given[year]))
    return Walk(tuple(rows), tuple(groups))


def trade_order(people: Sequence[PersonCard], words: Mapping[str, str]) -> list[str]:
    """Trades with a name, the largest first, equals in the order of lists."""
    counted: dict[str, int] = {}
    for person in people:
        if person.card.trade in words:
            counted[person.card.trade] = counted.get(person.card.trade, 0) + 1
    return sorted(counted, key=lambda key: -counted[key])
