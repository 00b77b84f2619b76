"""All reports there are, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from kiosk.core.errors import ConfigError
from kiosk.core.text import Text
from kiosk.reports import learning, people, use, voices
from kiosk.reports.material import Material
from kiosk.reports.model import Report

Maker: TypeAlias = Callable[[Material], Report]

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
    if name not in REPORTS:
        names = "、".join(REPORTS)
        raise ConfigError(
            "NO_REPORT",
            Text(f"没有叫“{name}”的报表。", f"There is no report “{name}”."),
            Text(f"有这些：{names}。", f"There are: {', '.join(REPORTS)}."),
        )
    return REPORTS[name](material)
