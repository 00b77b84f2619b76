"""What any kind may tell of the person its item is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour by its exact official name; the year may be empty."""

    name: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person; all but the name may be empty."""

    name: str
    years: str = ""
    place: str = ""
    post: str = ""
    honours: tuple[Honour, ...] = ()
