"""Reads a lecture and what its steps show of other items, on a lane: afterwards nothing of it needs the catalog again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.core.blocks import Paragraph, Quote
from kiosk.core.codec import decode
from kiosk.core.errors import ContentError
from kiosk.core.kind import Kind
from kiosk.core.text import Lang, Text
from kiosk.kinds.lecture.model import LINKED, Lecture, Step
from kiosk.stage.slides import Linked

if TYPE_CHECKING:
    from kiosk.catalog.cards import Opened
    from kiosk.catalog.reader import Catalog


@dataclass(frozen=True, slots=True)
class Loaded:
    """A lecture ready for the stage.

    Args:
        files: absolute paths of its own files by pack path.
        linked: by step id; a step whose item is not here has none.
        opened: items that steps show, by step id, for the steps in which the audience takes part.
        contents: of those that could be read, by step id.
    """

    uid: str
    title: str
    lecture: Lecture
    files: Mapping[str, str]
    linked: Mapping[str, Linked]
    opened: Mapping[str, Opened]
    contents: Mapping[str, Any] = field(default_factory=dict)


def load(uid: str, opened: Opened | None, catalog: Catalog | None, kinds: Mapping[str, Kind], lang: Lang) -> Loaded:
    """Everything the stage needs of a lecture.

    Raises:
        ContentError: `NO_LECTURE`: it is not here, is another kind of item, or cannot be read.
    """
    if opened is None or catalog is None or opened.condition != "ok" or opened.document.kind != "lecture":
        raise _missing(uid)
    lecture = decode(Lecture, opened.document.content)
    found: dict[str, Opened] = {}
    linked: dict[str, Linked] = {}
    contents: dict[str, Any] = {}
    for step in lecture.steps:
        if not step.item:
            continue
        other = catalog.open(_absolute(uid, step.item), lang)
        if other is not None and other.condition == "ok":
            found[step.id] = other
            content = _content(step, other, kinds)
            if content is not None:
                contents[step.id] = content
            linked[step.id] = _linked(other, content)
    return Loaded(uid, opened.document.header.title, lecture, opened.media, linked, found, contents)


def _absolute(uid: str, item: str) -> str:
    return item if "/" in item else f"{uid.partition('/')[0]}/{item}"


def _content(step: Step, other: Opened, kinds: Mapping[str, Kind]) -> Any:
    """What an item holds; None for what this step does not look into, or cannot be read."""
    kind = kinds.get(other.document.kind)
    if kind is None or step.kind not in LINKED:
        return None
    try:
        return decode(kind.content, other.document.content)
    except ContentError:
        return None


def _linked(other: Opened, content: Any) -> Linked:
    header = other.document.header
    poster = other.media.get(header.cover.poster, "") if header.cover else ""
    return Linked(
        title=header.title, display=header.display, subtitle=header.subtitle, name=header.name, poster=poster,
        seconds=header.seconds, **{"words": header.line, **_facts(content, other)},
    )  # fmt: skip


def _facts(content: Any, other: Opened) -> dict[str, Any]:
    from kiosk.kinds.segment.model import Segment
    from kiosk.kinds.story.model import Story

    match content:
        case Segment():
            return {"media": other.media.get(content.media, ""), "video": content.video}
        case Story():
            words = next((b.text for b in content.blocks if isinstance(b, Quote | Paragraph)), "")
            return {"numeral": content.numeral, **({"words": words} if words else {})}
        case _:
            return {}


def _missing(uid: str) -> ContentError:
    return ContentError(
        "NO_LECTURE",
        Text(f"这台机器上没有“{uid}”这一讲。", f"There is no lecture “{uid}” on this machine."),
        Text("先把它的内容包同步进来，再看名字写对没有。", "Bring its pack in first, and check its name."),
    )
