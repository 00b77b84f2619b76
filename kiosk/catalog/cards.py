"""What a list and a screen get to know of an item. Apart from the reader, so that nobody needs a database to name them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.core.item import ItemDocument


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
