"""A kind of exhibit: story, segment, quiz ... One folder under `kiosk/kinds`, found by `kiosk.kinds.discover`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.source import ItemSource


def _no_links(_content: Any) -> tuple[str, ...]:
    return ()


def _no_facts(_payload: Mapping[str, Any]) -> tuple[Measure, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """All that the rest of the product needs to know of a kind; importing it imports no Qt.

    Args:
        key: the word in front matter (`kind: story`), lower case.
        format: version of the content; a kiosk that knows less shows the "newer format" page.
        title: name of its room.
        count: how many there are, with `{n}`.
        order: place among the rooms, ascending.
        mark: file name in `assets/marks`.
        content: frozen dataclass that `core.codec.decode` builds from `ItemDocument.content`.
        parse: source to `content`; writes every mistake into `source.findings`; returns None when nothing can be built.
        text: plain text of the content for the search index.
        seconds: how long it takes a visitor, from the content.
        screen: QML file in the kind's folder.
        view_model: `module:Class`, imported when the first item of the kind is opened.
        links: items the content leads to (`item` or `pack/item`); their cards are handed to the screen.
        facts: what one record of the kind says, from its untrusted payload; see `kiosk.records.facts`.
    """

    key: str
    format: int
    title: Text
    count: Text
    order: int
    mark: str
    content: type
    parse: Callable[[ItemSource], Any | None]
    text: Callable[[Any], str]
    seconds: Callable[[Any], int]
    screen: str
    view_model: str
    links: Callable[[Any], tuple[str, ...]] = _no_links
    facts: Callable[[Mapping[str, Any]], Iterable[Measure]] = _no_facts
