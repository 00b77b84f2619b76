"""A kind of exhibit: story, segment, quiz ... One folder under `kiosk/kinds`, found by `kiosk.kinds.discover`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.core.people import PersonFacts
from kiosk.core.text import Text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.source import ItemSource
    from kiosk.core.table import Table


def _nobody(_content: Any) -> PersonFacts | None:
    return None


def _no_links(_content: Any) -> tuple[str, ...]:
    return ()


def _no_facts(_payload: Mapping[str, Any]) -> tuple[Measure, ...]:
    return ()


def _no_tables(_content: Any, _records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """All that the rest of the product needs to know of a kind; importing it imports no Qt.

    Args:
        key: the word in front matter (`kind: story`), lower case.
        format: version of the content; a kiosk that knows less shows the "newer format" page.
        title: name of its room.
        count: how many there are, with `{n}`; behind a `|` the words for one, where a language has others.
        order: place among the rooms, ascending.
        mark: file name in `assets/marks`.
        content: frozen dataclass that `core.codec.decode` builds from `ItemDocument.content`.
        parse: source to `content`; writes every mistake into `source.findings`; returns None when nothing can be built.
        text: plain text of the content for the search index.
        seconds: how long it takes a visitor, from the content.
        screen: QML file in the kind's folder.
        view_model: `module:Class`, imported when the first item of the kind is opened.
        links: items the content leads to (`item` or `pack/item`); their cards are handed to the screen.
        person: whom the content is about, for the wall of people and the years of honours; None when nobody.
        facts: what one record of the kind says, from its untrusted payload; see `kiosk.records.facts`.
        tables: what the records of one item come to, from its content (None when it is not at hand) and their payloads,
            oldest first.
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
    person: Callable[[Any], PersonFacts | None] = _nobody
    facts: Callable[[Mapping[str, Any]], Iterable[Measure]] = _no_facts
    tables: Callable[[Any, Iterable[Mapping[str, Any]]], tuple[Table, ...]] = _no_tables
