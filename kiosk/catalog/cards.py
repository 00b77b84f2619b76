"""What a list and a screen get to know of an item. Apart from the reader, so that nobody needs a database to name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.core.item import ItemDocument
from kiosk.core.people import PersonFacts

Reason: TypeAlias = Literal["link", "person", "law", "topic"]
"""Why two items belong together: one leads to the other, both are about a person, one cites the other, both share a word."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an item. Picture paths are absolute or empty."""

    uid: str
    kind: str
    condition: str
    title: str
    name: str
    subtitle: str
    era: str
    trade: str
    series: str
    episode: int
    seconds: int
    listen: bool
    square: str
    thumb: str


@dataclass(frozen=True, slots=True)
class Akin:
    """An item that belongs to the one on the screen, and why."""

    card: Card
    reason: Reason
    note: str = ""
    """The articles cited, the word shared, the person's name; may be empty."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody on the wall of people: the item about them, and who they are."""

    card: Card
    facts: PersonFacts


@dataclass(frozen=True, slots=True)
class Opened:
    """An item with everything its screen needs."""

    uid: str
    condition: str
    document: ItemDocument
    media: dict[str, str] = field(default_factory=dict)
    related: tuple[Card, ...] = ()
    """What the header says to go on with."""
    series: tuple[Card, ...] = ()
    """All episodes of its series, this one included, in order; empty when it belongs to none."""
    links: tuple[Card, ...] = ()
    """What the content leads to (`Kind.links`)."""
    akin: tuple[Akin, ...] = ()
    """Across kinds: the same person, law or topic, and who leads here; without what `related` holds."""
    handoff: str = ""
    """The address of this item for a phone, when its pack names one."""
