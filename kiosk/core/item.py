"""One exhibit as it travels in a pack: the header every kind shares, and the envelope around the kind's own content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from kiosk.core.text import Lang

Era: TypeAlias = Literal["revolution", "founding", "reform", "newera"]
ERAS: tuple[Era, ...] = ("revolution", "founding", "reform", "newera")

ITEM_FORMAT = 1
"""Version of `ItemDocument`; a kiosk shows a designed page for a higher one."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Pictures of one exhibit, all made when the pack is built. Paths are pack paths."""

    poster: str
    """Portrait 5:7, 1080 px wide."""
    square: str
    """Square crop of the poster, 592 px."""
    thumb: str
    """Square crop, 296 px."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What lists, filters, search and the attract loop need to know of any item."""

    title: str
    display: str
    """The title with line breaks by meaning (`\\n`), for poster-size type."""
    subtitle: str = ""
    line: str = ""
    """One sentence for the wall, with line breaks by meaning."""
    quoted: bool = False
    """`line` is a verified quotation, not our sentence."""
    name: str = ""
    """Short name under a card: the person, or the title."""
    era: Era | None = None
    trade: str | None = None
    """Key into the pack's `trades`."""
    series: str = ""
    episode: int = 0
    order: int = 1000
    seconds: int = 0
    """Time it takes: narration or media length, else an estimate from the text."""
    listen: bool = False
    """Has narration or is audio/video."""
    cover: Cover | None = None
    pinyin: str = ""
    """Syllables without tone or space, of name and title."""
    initials: str = ""
    keywords: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Items to go on with: `item` or `pack/item`."""
    published: str = ""
    """ISO date."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was checked."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ItemDocument:
    """`items/<id>/item.<lang>.json`."""

    format: int
    kind: str
    kind_format: int
    id: str
    lang: Lang
    header: Header
    content: dict[str, Any]
    """Decoded by the kind."""
    text: str = ""
    """Plain text for full-text search."""
    sources: tuple[Source, ...] = ()
