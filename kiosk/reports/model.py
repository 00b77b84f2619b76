"""What a report is: a headline for its title, bars, the hardest questions, and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.table import Table
from kiosk.core.text import Text

Unit: TypeAlias = Literal["integer", "percent", "duration", "decimal"]
"""What a value of a bar is: a number, a share from 0 to 1, seconds."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        label: below it.
        value: its height; None has no bar: there is nothing to say, or so few people that it is not said.
        marked: the one the headline is about.
    """

    label: Text
    value: float | None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart.

    Args:
        title: what is measured.
        unit: of values and average.
        bars: in the order in which they stand.
        average: a line across them; None for none.
    """

    title: Text
    unit: Unit
    bars: tuple[Bar, ...]
    average: float | None = None


@dataclass(frozen=True, slots=True)
class Hard:
    """One of the hardest questions: share of wrong answers, from 0 to 1, among so many."""

    label: str
    wrong: float
    answers: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is shown and written.

    Args:
        name: of the report, as commands call it.
        title: what it is about.
        headline: what was found, in one short sentence.
        about: which days, which workshop, which kiosk.
        tables: the first one says most.
        bars: a chart of the first table; None for none.
        hardest: questions, the hardest first.
        notes: what a reader must know to read the numbers right.
    """

    name: str
    title: Text
    headline: Text
    about: Text
    tables: tuple[Table, ...]
    bars: Bars | None = None
    hardest: tuple[Hard, ...] = ()
    notes: tuple[Text, ...] = ()
