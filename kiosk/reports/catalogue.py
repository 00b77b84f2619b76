"""All reports there are, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.records.facts import RECORDS
from kiosk.reports import learning, people, use, voices
from kiosk.reports.material import Material
from kiosk.reports.model import Report

Maker: TypeAlias = Callable[[Material], Report]


@dataclass(frozen=True, slots=True)
class Needs:
    """Which facts a report reads, so that a database adds up the rest by itself.

    Args:
        keep: fields of `Fact` that must be told apart; those of the question (workshop, kiosk) come on top.
        kinds: of records; empty: all.
        measures: empty: all.
    """

    keep: frozenset[str]
    kinds: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


_BY_ITEM = frozenset({"uid", "kind", "measure"})
_BY_KEY = _BY_ITEM | {"key"}
NEEDS: Mapping[str, Needs] = {
    "visits": Needs(frozenset({"day", "device", "measure"}), measures=("visit", "pages", RECORDS)),
    "workshops": Needs(frozenset({"unit", "kind", "measure"}), measures=(RECORDS,)),
    "rooms": Needs(_BY_ITEM),
    "items": Needs(_BY_ITEM),
    "quizzes": Needs(_BY_KEY, ("quiz", "quiz-round")),
    "riddles": Needs(_BY_KEY, ("riddle",)),
    "lessons": Needs(_BY_KEY, ("lesson",)),
    "lectures": Needs(_BY_ITEM, ("lecture",)),
    "surveys": Needs(_BY_ITEM, ("survey",)),
    "votes": Needs(_BY_KEY, ("vote",)),
    "suggestions": Needs(_BY_ITEM, ("suggestion",)),
    "studios": Needs(_BY_ITEM, ("studio",)),
    "prizes": Needs(_BY_ITEM, ("quiz-draw",)),
}

REPORTS: Mapping[str, Maker] = {
    "visits": use.visits,
    "workshops": people.workshops,
    "rooms": use.rooms,
    "items": use.items,
    "quizzes": learning.quizzes,
    "riddles": learning.riddles,
    "lessons": learning.lessons,
    "lectures": people.lectures,
    "surveys": voices.surveys,
    "votes": voices.votes,
    "suggestions": voices.suggestions,
    "studios": voices.studios,
    "prizes": people.prizes,
}
"""In the order in which they are listed."""


def titles() -> Mapping[str, Text]:
    """Title by name; a report of nothing says what it is called."""
    return {name: make(Material(())).title for name, make in REPORTS.items()}


def make(name: str, material: Material) -> Report:
    """Make a report.

    Raises:
        ConfigError: `NO_REPORT`: there is none of that name.
    """
    known(name)
    return REPORTS[name](material)


def known(name: str) -> None:
    """Refuse a name that no report has.

    Raises:
        ConfigError: `NO_REPORT`.
    """
    if name not in REPORTS:
        names = "、".join(REPORTS)
        raise ConfigError(
            "NO_REPORT",
            Text(f"没有叫“{name}”的报表。", f"There is no report “{name}”."),
            Text(f"有这些：{names}。", f"There are: {', '.join(REPORTS)}."),
        )
