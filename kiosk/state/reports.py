"""What the report screen asks for, and who answers: the records of this kiosk, or the office's database.

The screen knows neither. Every question may take a moment and is asked on a lane; none of them touches Qt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from kiosk.core.table import Table
    from kiosk.core.text import Lang, Text
    from kiosk.reports.material import Asked
    from kiosk.reports.model import Report

Format: TypeAlias = Literal["xlsx", "csv", "pdf"]
FORMATS: tuple[Format, ...] = ("xlsx", "pdf", "csv")


@dataclass(frozen=True, slots=True)
class Reach:
    """What there is to choose from.

    Args:
        first, last: days of the oldest and the newest record; None: there is none.
        records: how many there are.
        units: workshops, by name.
        kiosks: name by device; empty or one: there is nothing to choose.
    """

    first: date | None = None
    last: date | None = None
    records: int = 0
    units: tuple[str, ...] = ()
    kiosks: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ledger's line that the officer fills in.

    Args:
        key: of the column.
        title: its heading.
        kind: what it holds: `text`, `integer`, `decimal`, `percent`, `date`, `duration`, `photos`.
        value: what is in it, in words; empty: nothing.
        missing: what to do about it before an inspection; None: nothing is missing.
    """

    key: str
    title: Text
    kind: str
    value: str
    missing: Text | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of a ledger.

    Args:
        id: of the line.
        number: on paper, `2026-3`.
        day: its first one.
        name: what it is about.
        said: what the records say of it: heading and words.
        own: what the officer fills in.
    """

    id: str
    number: str
    day: date
    name: str
    said: tuple[tuple[Text, str], ...]
    own: tuple[Cell, ...]

    @property
    def missing(self) -> int:
        """How many cells an inspection would ask for."""
        return sum(cell.missing is not None for cell in self.own)


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A ledger as it stands.

    Args:
        name: as commands call it.
        title: on paper.
        lines: by year and number.
        gaps: what an inspection would ask for, in this ledger: cells, lost photos, and what the records do not say.
    """

    name: str
    title: Text
    lines: tuple[LedgerLine, ...]
    gaps: int


class Desk(Protocol):
    """Answers the report screen. Every method is called on one lane, in the order of the questions."""

    def prepare(self) -> float:
        """Do the next piece of what must be done before the first answer, half a second of it at most.

        Returns:
            The share that is done; 1: ready.

        Raises:
            KioskError: the records cannot be read.
        """

    def reach(self) -> Reach:
        """What there is to choose from; call it when `prepare` has come to its end."""

    def report(self, name: str, asked: Asked, lang: Lang) -> Report:
        """One of `kiosk.reports.catalogue.REPORTS`."""

    def file(self, report: Report, kind: Format, lang: Lang) -> bytes:
        """A report to take along."""

    def ledgers(self) -> Sequence[tuple[str, Text]]:
        """Names and titles of the ledgers."""

    def ledger(self, name: str, lang: Lang) -> LedgerPage:
        """A ledger, filled from the records up to now."""

    def add(self, ledger: str, line: str, cells: Mapping[str, str]) -> None:
        """Write down what the officer says of a line.

        Raises:
            ContentError: `BAD_VALUE`: it does not fit the column; nothing was changed.
        """

    def ledger_file(self, name: str, kind: Format, lang: Lang) -> bytes:
        """A ledger to take along."""

    def ledger_table(self, name: str) -> Table:
        """A ledger as it is printed."""

    def close(self) -> None:
        """Let go of everything."""
