"""Innovation studios (创新工作室): who they are, what they changed, and the cards on which teams ask them for help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.core.kind import Kind
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.studio.model import Studio, seconds, text

if TYPE_CHECKING:
    from kiosk.core.measure import Measure
    from kiosk.core.table import Table


def _parse(source: ItemSource) -> Studio | None:
    from kiosk.kinds.studio.parse import parse  # Markdown, pictures and keys are for authors; a kiosk only decodes

    return parse(source)


def _facts(payload: Mapping[str, Any]) -> Iterable[Measure]:
    from kiosk.kinds.studio.report import facts  # only where records are added up

    return facts(payload)


def _tables(content: Studio | None, records: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    from kiosk.kinds.studio.report import tables

    return tables(content, records)


KIND = Kind(
    key="studio",
    format=1,
    title=Text("工作室", "Studios"),
    count=Text("{n} 个", "{n} studios|1 studio"),
    order=80,
    mark="chuangxin",
    content=Studio,
    parse=_parse,
    text=text,
    seconds=seconds,
    screen="StudioScreen.qml",
    view_model="kiosk.kinds.studio.viewmodel:StudioViewModel",
    facts=_facts,
    tables=_tables,
)
