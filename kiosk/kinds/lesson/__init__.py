"""Lessons (微教室): a few steps of three to ten minutes, with a question at each, and a certificate at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lesson.model import Lesson, links, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Lesson | None:
    from kiosk.kinds.lesson.parse import parse  # Markdown, pictures and ffprobe are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.lesson.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Lesson | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.lesson.report import tables

    return tables(content, records)


KIND = Kind(
    key="lesson",
    format=1,
    title=Text("微教室", "Short Lessons"),
    count=Text("{n} 课", "{n} lessons|1 lesson"),
    order=55,
    mark="weijiao",
    content=Lesson,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="LessonScreen.qml",
    view_model="kiosk.kinds.lesson.viewmodel:LessonViewModel",
    links=links,
    facts=_facts,
    tables=_tables,
)
